"""Two passages word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.wording import difference, stem, words


def changes(a: str, b: str) -> list[tuple[str, str, str]]:
    return [(c.kind, a[c.a.start : c.a.end], b[c.b.start : c.b.end]) for c in difference(words(a), words(b))]


def test_words_cut_added_and_changed_are_told_apart() -> None:
    assert changes("We saw a red boat", "We saw a boat") == [("cut", "red", "")]
    assert changes("We saw a boat", "We saw a red boat") == [("added", "", "red")]
    assert changes("We saw a red boat", "We saw a blue boat") == [("changed", "red", "blue")]


def test_case_marks_and_points_are_no_difference() -> None:
    assert changes("They don’t trust the F.B.I. at all.", "they don't trust the FBI, at all") == []


@pytest.mark.parametrize("word", ["recruits", "recruited", "recruiting", "recruitment"])
def test_inflections_have_one_stem(word: str) -> None:
    assert stem(word) == stem("recruit")


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(words(text), words(text)) == ()
