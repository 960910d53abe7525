"""Quotations between marks of any house style."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.quotes import quotations


def quoted(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We saw it,” she said.", ["We saw it,"]),
        ('"We saw it," she said.', ["We saw it,"]),
        ("«Nous l’avons vu», dit-elle.", ["Nous l’avons vu"]),
        ("„Wir haben es gesehen“, sagte sie.", ["Wir haben es gesehen"]),
        ("Mayor: 'We saw it all'", ["We saw it all"]),
        ("‘We saw it,’ she said.", ["We saw it,"]),
        ('“We saw it," she said.', ["We saw it,"]),  # opened curly, closed straight
        ('"We saw it,” she said.', ["We saw it,"]),
        ("“They said ‘stop’ to us,” she said.", ["They said ‘stop’ to us,"]),  # the outer one only
        ("the miners’ choice and the mayor's, in the '90s", []),
        ('a 5" pipe and a 6" one', []),
        ("“One,” she said, “two.”", ["One,", "two."]),
        ("It is “big”—“very big”.", ["big", "very big"]),
    ],
)
def test_marks_of_any_style_open_and_close(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_unclosed_quotation_ends_at_its_paragraph() -> None:
    found = quotations("“We saw it and ran.\nShe went home.")
    assert [(q.closed, q.span.end) for q in found] == [(False, 19)]


def test_a_quotation_of_several_paragraphs_goes_on() -> None:
    first, second = quotations("“We saw it and ran.\n\n“Then it fell,” she said.")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)


def test_a_second_opening_mark_ends_a_forgotten_first() -> None:
    assert quoted("“We saw it, she said. “We ran.”") == ["We saw it, she said.", "We ran."]


@given(st.text(alphabet="ab \n.,\"“”‘’'«»„", max_size=200))
def test_quotations_are_in_order_apart_and_inside_one_paragraph(text: str) -> None:
    end = 0
    for q in quotations(text):
        assert end <= q.outer.start <= q.span.start < q.span.end <= q.outer.end <= len(text)
        assert "\n" not in text[q.span.start : q.span.end]
        end = q.outer.end


def test_ten_thousand_marks_take_no_time() -> None:
    started = time.perf_counter()
    for marks in ('"' * 10_000, "“" * 10_000, "'" * 10_000, " 'a" * 10_000, "“a " * 10_000):
        quotations(marks)
    assert time.perf_counter() - started < 5
