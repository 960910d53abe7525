"""Where one sentence ends and the next begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.text.sentences import sentences

CASES = [
    ["The bridge fell.", "Nobody was hurt."],
    ["Mr. Varga and Lt. Gen. Osk met at 5 p.m. on Monday.", "They left early."],
    ["J. P. Orlik paid $3.5 million.", "He said so."],
    ["The U.S. Senate met.", "It rose at noon."],
    ["He lives in the U.S.", "The others left."],
    ["“We are done,” she said.", "“Go home.”", "They went."],
    ["“Is it over?” he asked.", "It was."],
    ["“Is it over?” Mira Osk asked.", "It was."],
    ['"Stop!" shouted the guard.', "Nobody did."],
    ["The mayor said no.”", "He left."],
    ["“It is over.”", "Mira Osk said that the bridge would be rebuilt."],
    ["It is a day for the U.S.", "It’s not over."],
    ["”Mr. Osk left."],
    ["Visit example.org today.", "Or call No. 7."],
    ["It rained on Jan. 5 and Feb. 6.", "In March it snowed."],
    ["They waited … and waited.", "Then..."],
    ["TARN, Va. - The dam broke.", "It rained."],
    ["They waited. ... .", "Then they left."],
    ["The firm, Orlik Inc., closed.", "Its owner is gone."],
    ["It was over (or so she thought).", "She slept."],
]


@pytest.mark.parametrize("expected", CASES, ids=lambda case: case[0][:24])
def test_splits(expected: list[str]) -> None:
    text = " ".join(expected)
    assert [text[s.start : s.end] for s in sentences(text)] == expected


def test_a_stop_with_no_space_before_a_capital_ends_a_sentence() -> None:
    assert len(sentences("The ship sank.Nobody saw it.")) == 2


def test_only_the_span_asked_for() -> None:
    text = "One stood. Two fell. Three ran."
    assert sentences(text, Span(11, 20)) == (Span(11, 20),)


@given(st.text(alphabet="aB. !?\"”“'\n\xa0…1)", max_size=80))
def test_every_letter_is_in_exactly_one_sentence(text: str) -> None:
    found = sentences(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = "".join(text[s.start : s.end] for s in found)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]


def test_a_long_run_of_stops_takes_linear_time() -> None:
    assert sentences("." * 200_000 + " A" * 100_000)
