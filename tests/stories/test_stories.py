"""Which reports tell one story, and which are set aside."""

import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lineage.making import reading
from twosource.model import Judgement, Place
from twosource.stories import cluster, set_aside

FERRY = [
    "The ferry Halcyon ran aground on the Skerry bank with ninety passengers and the harbour tug pulled it free.",
    "Ninety passengers waited for hours after the ferry Halcyon hit the Skerry bank; a harbour tug came at dusk.",
    "Harbour pilots blame a broken buoy for the grounding of the ferry Halcyon on the Skerry bank with passengers.",
    "The tug that freed the ferry Halcyon from the Skerry bank had to wait for the tide, its passengers said.",
]
CHEESE = [
    "Cheesemakers of Upper Dell quarrel with the county over rind, mould and the name of their blue wheel.",
    "The county will let the cheesemakers of Upper Dell keep the name of their blue wheel, mould and all.",
]


def readings(texts, start=0):
    return [reading(text * 3, key=f"k{n + start}", published=f"2031-03-{n + 1:02}") for n, text in enumerate(texts)]


def aside(found):
    return {item.report for item in found}


def test_a_report_of_another_story_is_set_aside_and_the_reason_names_words():
    (found,) = set_aside([*readings(FERRY), *readings(CHEESE[:1], start=9)])
    assert found.report == "k9"
    assert "ferry" in found.reason and "halcyon" in found.reason


def test_reports_of_one_story_all_stay():
    assert set_aside(readings(FERRY)) == ()


def test_two_stories_of_one_size_have_no_main_one():
    assert set_aside([*readings(FERRY[:2]), *readings(CHEESE, start=9)]) == ()


def test_one_report_or_none_is_a_story():
    assert set_aside([]) == ()
    assert set_aside(readings(FERRY[:1])) == ()


def test_empty_and_odd_texts_do_no_harm():
    odd = [reading(text, key=f"o{n}") for n, text in enumerate(["", " ", "“““", "12 34", "\u202e"])]
    assert not aside(set_aside([*readings(FERRY), *odd])) & {f"k{n}" for n in range(4)}
    assert cluster([]) == ()


def test_stories_lie_mixed_and_are_sorted_out():
    groups = cluster([*readings(FERRY), *readings(CHEESE, start=9)])
    assert [set(g.reports) for g in groups] == [{"k0", "k1", "k2", "k3"}, {"k9", "k10"}]
    assert "halcyon" in groups[0].words


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(rng: random.Random):
    given_order = [*readings(FERRY), *readings(CHEESE[:1], start=9)]
    mixed = list(given_order)
    rng.shuffle(mixed)
    assert set_aside(mixed) == set_aside(given_order)
    assert cluster(mixed) == cluster(given_order)


def judged(kind, one, other=None):
    return Judgement(
        id="j1",
        kind=kind,
        by="Ada",
        at="2031-04-01",
        a=Place(one.report.sha256, 0, 0),
        b=Place(other.report.sha256, 0, 0) if other else None,
        reason="I was there",
    )


def test_a_person_keeps_a_report_in():
    stranger = readings(CHEESE[:1], start=9)[0]
    assert set_aside([*readings(FERRY), stranger], judgements=[judged("same story", stranger)]) == ()


def test_a_person_puts_a_report_out():
    ferry = readings(FERRY)
    (found,) = set_aside(ferry, judgements=[judged("not same story", ferry[2])])
    assert found.report == "k2"
    assert "Ada" in found.reason


def test_a_later_judgement_holds():
    ferry = readings(FERRY)
    out = judged("not same story", ferry[2])
    back = msgspec.structs.replace(judged("same story", ferry[2]), id="j2", at="2031-04-02")
    assert set_aside(ferry, judgements=[back, out]) == ()
