"""Conflicts: what cannot both be right, and denials. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare import conflicts
from twosource.model import Conflict, Judgement, Place


def found(desk: Desk, *judgements: Judgement) -> tuple[Conflict, ...]:
    return conflicts(desk.readings, desk.claims, desk, desk.sources, embed=embed, judgements=judgements)


def two(a: str, b: str) -> Desk:
    desk = Desk()
    desk.report("a", a)
    desk.report("b", b)
    return desk


BURST = "The dam above Norvik drowned 12 sheep in the lower meadow on the first night, farmers said."


def test_two_numbers_of_one_thing_that_cannot_both_be_right() -> None:
    desk = two(BURST, BURST.replace("12 sheep", "40 sheep"))
    (one,) = found(desk)
    assert one.kind == "quantity"
    assert "12 is not 40" in one.reason


@pytest.mark.parametrize("number", ["12", "a dozen", "about 13", "at least 10", "a dozen or so"])
def test_a_number_that_is_only_less_exact_is_no_conflict(number: str) -> None:
    assert found(two(BURST, BURST.replace("12", number))) == ()


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [("62", "more than 60", False), ("2,300", "more than 2,000", False), ("62", "58", True)],
)
def test_a_bound_that_admits_the_number_is_no_conflict(one: str, other: str, conflict: bool) -> None:
    desk = two(BURST.replace("12", one), BURST.replace("12", other))
    for name in "cdefghijkl":  # what else the story tells makes the words above rare
        desk.report(name, f"Nobody of the {name}-town guard saw a bus on that evening.")
    assert bool(found(desk)) == conflict


def test_numbers_of_different_things_are_no_conflict() -> None:
    assert found(two(BURST, BURST.replace("12 sheep", "40 hens"))) == ()


def test_one_happening_on_two_days() -> None:
    desk = Desk()
    text = "The dam above Norvik burst on {} and drowned the lower meadow."
    desk.report("a", text.format("Monday"), published="2019-03-14")
    desk.report("b", text.format("March 12"), published="2019-03-14")
    (one,) = found(desk)
    assert one.kind == "date"
    assert "2019-03-11 is not 2019-03-12" in one.reason


def test_a_day_less_exact_or_of_another_happening_is_no_conflict() -> None:
    desk = Desk()
    desk.report("a", "The dam above Norvik burst on Monday and drowned the lower meadow.", published="2019-03-14")
    desk.report("b", "The dam above Norvik burst this week and drowned the lower meadow.", published="2019-03-14")
    desk.report("c", "The mayor of Norvik visited the meadow on Tuesday.", published="2019-03-14")
    assert found(desk) == ()


def test_a_denial_stands_against_what_it_denies_in_its_own_report() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Two sailors said the Norvik harbour office hid the ferry accident from inspectors.\n\n"
        "The weather was fine on that day.\n\n"
        "A harbour office spokesman denied hiding the ferry accident from inspectors.",
    )
    (one,) = found(desk)
    assert one.kind == "denial"
    assert {desk.words(one.a)[:11], desk.words(one.b)[:9]} == {"Two sailors", "A harbour"}


def test_a_report_played_down_is_the_one_just_told() -> None:
    desk = Desk()
    desk.report(
        "a",
        "The Norvik Courier reported that the ferry would be sold.\n\nA clerk later played down the report, saying it "
        "was too soon to tell.",
    )
    assert [c.kind for c in found(desk)] == ["denial"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour office denied access to the ferry accident inspectors.",
        "The sailors did not deny the ferry accident.",
        "The sailors were denied visas after the ferry accident.",
    ],
)
def test_to_refuse_or_not_to_deny_is_no_denial(sentence: str) -> None:
    desk = Desk()
    desk.report("a", f"Two sailors said the harbour office hid the ferry accident from inspectors.\n\n{sentence}")
    assert found(desk) == ()


def test_not_through_one_but_through_another_against_who_says_the_first() -> None:
    desk = two(
        "Sailors are hired for the northern ferry not through Halden Shipping, but through the consulate.",
        "The hiring of sailors for the northern ferry is led by Halden Shipping.",
    )
    (one,) = found(desk)
    assert one.kind == "actor"
    assert "Halden Shipping" in one.reason


def test_yes_and_no_of_one_thing() -> None:
    desk = two(
        "The sailors want to work on the northern ferry this winter.",
        "The sailors do not want to work on the northern ferry this winter.",
    )
    assert [c.kind for c in found(desk)] == ["other"]


def test_judged_to_be_no_conflict_is_obeyed_whichever_place_comes_first() -> None:
    desk = two(BURST, BURST.replace("12 sheep", "40 sheep"))
    (one,) = found(desk)
    sha = {r.report.id: r.report.sha256 for r in desk.readings}
    places = [Place(sha[p.report], p.start, p.end) for p in (one.b, one.a)]
    verdict = Judgement(id="j", kind="not a conflict", by="an editor", at="2019-03-14", a=places[0], b=places[1])
    assert found(desk, verdict) == ()


def test_order_of_the_reports_changes_nothing() -> None:
    desk = two(BURST, BURST.replace("12 sheep", "40 sheep"))
    assert found(desk) == found(Desk(readings=list(reversed(desk.readings))))


def test_story_of_one_report_or_none_has_no_trouble() -> None:
    assert found(Desk()) == ()
    desk = Desk()
    desk.report("a", "Nothing happened.")
    assert found(desk) == ()


def test_a_number_that_is_corrected_stands_against_who_has_the_other() -> None:
    desk = two(
        "The clerk said that 11 sheep, not 46, had drowned in the meadow.",
        "In the lower meadow the flood drowned 46 sheep, farmers said.",
    )
    assert "quantity" in [c.kind for c in found(desk)]


def test_a_cause_and_not_another_stands_against_who_says_the_other() -> None:
    desk = two(
        "A worn bearing stopped the Norvik cable car, and not the wind.",
        "The wind stopped the Norvik cable car, rescuers said.",
    )
    assert [c.kind for c in found(desk)] == ["other"]


@pytest.mark.parametrize(
    "other",
    [
        "The Norvik cable car carries skiers, rescuers said.",  # has nothing of the wind
        "A worn bearing of the Norvik cable car creaked in the wind.",  # says the same
    ],
)
def test_a_cause_and_not_another_stands_against_none_that_does_not_say_the_other(other: str) -> None:
    told = found(two("A worn bearing stopped the Norvik cable car, and not the wind.", other))
    assert not [c for c in told if "against a report that says" in c.reason]


def test_a_denial_answers_the_accusation_right_before_it() -> None:
    accused = "The baker accused the council of closing the mill to sell its land."
    desk = Desk()
    desk.report("a", f"{accused}\n\nDenying any such motive, the reeve pointed to the cracked wheel.")
    (one,) = found(desk)
    assert desk.words(one.a) == accused


def test_two_denials_in_one_sentence_each_stand_against_what_they_deny() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Two sailors said the harbour office hid the ferry accident from inspectors.\n\n"
        "A diver alleged that the shipyard sold rusty anchors to fishermen.\n\n"
        "The weather was fine on that day.\n\nSnow fell later.\n\n"
        "A spokesman denied hiding the ferry accident from inspectors, and the owner has denied selling rusty anchors "
        "to fishermen.",
    )
    assert {desk.words(c.a)[:7] for c in found(desk)} == {"Two sai", "A diver"}


def test_what_is_denied_in_the_same_breath() -> None:
    desk = Desk()
    desk.report("a", "Norvik says the ferry was rammed by a northern trawler, which Halden denies.")
    (one,) = found(desk)
    assert one.kind == "denial"
    assert desk.words(one.b).strip(" ,.") == "which Halden denies"


def test_a_cause_and_not_another_stands_against_who_says_the_other_in_other_words() -> None:
    desk = Desk()
    desk.report("a", "A worn bearing stopped the mill wheel on Sunday, and not the storm, a miller said.")
    desk.report("b", "The mill wheel stopped in a gust of the storm.")
    assert [c.kind for c in found(desk)] == ["other"]


def test_what_was_carried_out_stands_against_what_was_put_off() -> None:
    desk = Desk()
    desk.report("a", "The yearly brake test of the harbour crane was carried out in January.")
    desk.report("b", "The yearly brake test of the harbour crane in January had been put off.")
    assert [c.kind for c in found(desk)] == ["denial"]


def test_one_weekday_told_by_papers_of_two_weeks_is_no_conflict() -> None:
    desk = Desk()
    for report, day in (("a", "2024-05-06"), ("b", "2024-05-14")):
        desk.report(report, "The council sold the harbour ferry to a northern shipyard on Friday.", published=day)
    desk.report("c", "On Friday the council sold the harbour ferry to a northern shipyard.", published="2024-05-21")
    assert found(desk) == ()
