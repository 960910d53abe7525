"""Numbers in words and figures as values, and their three-valued comparison."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.numbers import compare, quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "kind", "unit"),
    [
        ("12 boats sank", 12, 12, "count", "boat"),
        ("twenty-five boats", 25, 25, "count", "boat"),
        ("a dozen boats", 12, 12, "count", "boat"),
        ("a dozen or so boats", 9, 15, "count", "boat"),
        ("the dozen or so old boats", 9, 15, "count", "boat"),
        ("dozens of boats", 24, 203, "count", "boat"),
        ("thousands of former miners", 2000, 99999, "count", "miner"),
        ("tens of thousands of miners", 20000, 999999, "count", "miner"),
        ("at least 40 miners", 40, math.inf, "count", "miner"),
        ("not less than 40 miners", 40, math.inf, "count", "miner"),
        ("not more than 40 miners", 0, 40, "count", "miner"),
        ("nothing less than 40 miners", 40, math.inf, "count", "miner"),
        ("miners of 18 and over", 18, math.inf, "count", ""),
        ("boys aged 12 or younger", 0, 12, "count", ""),
        ("as many as 40 miners", 0, 40, "count", "miner"),
        ("about 40 miners", 36, 44, "count", "miner"),
        ("almost 40 miners", 36, 40, "count", "miner"),
        ("20 to 30 miners", 20, 30, "count", "miner"),
        ("between 20 and 30 miners", 20, 30, "count", "miner"),
        ("20,000 to 30,000 miners", 20000, 30000, "count", "miner"),
        ("two hundred thousand voters", 190000, 210000, "count", "voter"),
        ("40 people", 40, 40, "count", "person"),
        ("30 per cent of them", 30, 30, "per cent", "per cent"),
        ("30% of them", 30, 30, "per cent", "per cent"),
        ("half of the voters", 45, 55, "per cent", "per cent"),
        ("$1.5k a month", 1450, 1550, "money", "dollar"),
        ("£2 million", 1.9e6, 2.1e6, "money", "pound"),
        ("40 euros", 40, 40, "money", "euro"),
        ("the third meeting", 3, 3, "ordinal", "meeting"),
        ("five miles", 5, 5, "measure", "mile"),
        ("40 sheep drowned in the flood", 40, 40, "count", "sheep"),
        ("40 heavily armed men", 40, 40, "count", "man"),
        ("400 U.S. soldiers", 400, 400, "count", "soldier"),
    ],
)
def test_number_is_read_with_what_it_counts_and_how_exactly(
    text: str, low: float, high: float, kind: str, unit: str
) -> None:
    (found,) = quantities(text)
    assert (found.low, found.high, found.kind, found.unit) == (pytest.approx(low), pytest.approx(high), kind, unit)


@pytest.mark.parametrize(
    "text",
    ["in 1999", "on March 14", "14 March", "at 5:30 p.m.", "the F-16", "one of them", "page 12", "version 2.4.1"],
)
def test_dates_times_and_codes_are_no_quantities(text: str) -> None:
    assert [q for q in quantities(text) if q.kind == "count" and q.unit] == []


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("12 boats", "a dozen boats", "same"),
        ("thousands of miners", "4,200 miners", "less precise"),
        ("about 40 miners", "42 miners", "less precise"),
        ("at least 40 miners", "51 miners", "less precise"),
        ("40,000 miners", "41,300 miners", "less precise"),
        ("a dozen or so boats", "dozens of boats", "contradictory"),
        ("12 boats", "14 boats", "contradictory"),
        ("30 per cent of boats", "30 boats", "absent"),
        ("$40", "€40", "absent"),
    ],
)
def test_less_exact_is_not_contradictory(a: str, b: str, verdict: str) -> None:
    one, other = quantities(a)[0], quantities(b)[0]
    assert compare(one, other)[0] == verdict
    assert compare(other, one)[0] == verdict


def test_a_missing_number_is_absent_and_says_so() -> None:
    verdict, reason = compare(None, quantities("12 boats")[0])
    assert verdict == "absent"
    assert "only one" in reason.text


@given(st.text(alphabet="0123456789,. $%-–abdeghilmnoprstuvwxyz\n", max_size=120))
def test_every_number_lies_in_the_text_and_in_its_own_bounds(text: str) -> None:
    for q in quantities(text):
        assert 0 <= q.span.start < q.span.end <= len(text)
        assert q.low <= q.high


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_comparison_is_the_same_both_ways(a: int, b: int) -> None:
    one, other = quantities(f"{a:,} boats"), quantities(f"{b:,} boats")
    if one and other:
        assert compare(one[0], other[0])[0] == compare(other[0], one[0])[0]


def test_a_year_before_a_word_that_only_ends_like_a_plural_is_none() -> None:
    assert quantities("The mill was built in 1862 and belongs to the Orsk family.") == ()
    assert [q.value for q in quantities("The flood drove out 1862 old hens.")] == [1862]


def test_a_reason_names_both_ends_of_a_vague_number() -> None:
    (dozens,), (many,) = quantities("dozens of miners"), quantities("500 miners")
    assert compare(many, dozens)[1].text == "500 is not 24 to 203"
