"""Dated happenings. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk
from twosource.timeline import timeline


def test_happenings_are_sorted_and_say_what_happened_in_the_reports_words() -> None:
    desk = Desk()
    desk.report(
        "a",
        "The mayor opened the new ferry on Tuesday. The old one had sunk in a storm in 1987, when she was a girl.",
        published="2019-03-14",
    )
    first, second = timeline(desk.readings)
    assert (first.when, first.what) == ("1987", "The old one had sunk in a storm in 1987")
    assert (second.when, second.what) == ("2019-03-12", "The mayor opened the new ferry on Tuesday")
    assert desk.text("a")[second.start : second.end] == second.what


def test_a_date_that_opens_its_sentence_is_told_with_what_follows() -> None:
    desk = Desk()
    desk.report("a", "In 1987, the old ferry sank in a storm.")
    (one,) = timeline(desk.readings)
    assert one.what == "In 1987, the old ferry sank in a storm"


def test_words_that_count_from_an_unknown_day_are_left_out() -> None:
    desk = Desk()
    desk.report("a", "The mayor opened the new ferry on Tuesday.")
    assert timeline(desk.readings) == ()


def test_an_undated_report_shares_the_day_of_the_story_when_that_is_clear() -> None:
    desk = Desk()
    desk.report("a", "The mayor opened it.", published="2019-03-14")
    desk.report("b", "The mayor opened it.", published="2019-03-14")
    desk.report("c", "The mayor opened the new ferry on Tuesday.")
    assert [h.when for h in timeline(desk.readings)] == ["2019-03-12"]


def test_it_does_not_when_the_reports_are_weeks_apart() -> None:
    desk = Desk()
    desk.report("a", "The mayor opened it.", published="2019-03-14")
    desk.report("b", "The mayor opened it.", published="2019-04-14")
    desk.report("c", "The mayor opened the new ferry on Tuesday.")
    assert timeline(desk.readings) == ()


@pytest.mark.parametrize(
    "head", ["TARN, March 13 (Coast Wire) - ", "TARN (Coast Wire), March 13 - ", "TARN, March 13 — "]
)
def test_an_undated_report_counts_from_the_day_of_its_own_dateline(head: str) -> None:
    desk = Desk()
    desk.report("a", "The mayor opened it.", published="2019-03-14")
    desk.report("b", "The mayor opened it.", published="2019-03-24")
    desk.report("c", f"{head}The mayor opened the new ferry on Tuesday.")
    assert "2019-03-12" in [h.when for h in timeline(desk.readings) if h.report == desk.readings[2].report.id]


def test_an_undated_report_keeps_what_the_first_and_last_day_of_the_story_agree_on() -> None:
    desk = Desk()
    desk.report("a", "The mayor opened it.", published="2019-03-14")
    desk.report("b", "The mayor opened it.", published="2019-03-24")
    desk.report("c", "The mayor opened the new ferry on Tuesday. The old one sank in January.")
    assert [h.when for h in timeline(desk.readings)] == ["2019-01"]


def test_a_date_after_an_aside_is_told_with_what_stands_before_it() -> None:
    desk = Desk()
    desk.report("a", "Since the old ferry – or its twin – in May 2018, the port has had none.", published="2019-03-14")
    (one,) = timeline(desk.readings)
    assert one.what.endswith("in May 2018")
