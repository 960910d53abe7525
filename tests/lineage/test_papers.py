"""One document under two names, in two reports."""

from tests.lineage.making import Desk
from twosource.lineage import trace


def papers(first, second, *, one="The dam was built on sand", two="The dam was built on sand by the board"):
    """The origins behind what two documents say in two reports."""
    desk = Desk()
    here, there = desk.source(first, "document"), desk.source(second, "document")
    a = desk.report(f"{one}, the {first} says.\n", key="aaa", outlet="Osk Times")
    b = desk.report(f"{two}, the {second} says.\n", key="bbb", outlet="Brismere Post")
    said = desk.says(a, here, one, source=first, cue="says"), desk.says(b, there, two, source=second, cue="says")
    traced = trace(desk.readings, desk)
    return [traced.spoken[key].origin for key in said]


def test_the_suit_of_one_report_is_the_complaint_of_another_if_both_say_the_same_of_it():
    first, other = papers("lawsuit", "40-page complaint")
    assert first == other is not None


def test_two_papers_of_one_kind_that_say_different_things_are_two():
    first, other = papers("lawsuit", "40-page complaint", two="Seven rowers were never paid")
    assert first != other


def test_papers_of_two_kinds_are_two_whatever_they_say():
    first, other = papers("lawsuit", "letter")
    assert first != other


def test_a_paper_that_is_filed_for_all_is_not_told_to_the_report_that_gathered_for_itself():
    desk = Desk()
    suit, other = desk.source("lawsuit", "document"), desk.source("rowers", "group")
    text = (
        "TARNHOLM — The dam was built on sand and gravel, the lawsuit says.\n\n"
        "A keeper told the Osk Times that he had seen it.\n"
    )
    one = desk.report(text, key="aaa", outlet="Osk Times", published="2031-05-01")
    two = desk.report(
        "The dam was built on sand and gravel, rowers wrote.\n",
        key="bbb",
        outlet="Brismere Post",
        published="2031-05-02",
    )
    desk.says(one, suit, "The dam was built on sand and gravel", source="the lawsuit", cue="says")
    key = desk.says(two, other, "The dam was built on sand and gravel", source="rowers", cue="wrote")
    traced = trace(desk.readings, desk)
    assert "says that it was told" not in traced.spoken[key].reason
