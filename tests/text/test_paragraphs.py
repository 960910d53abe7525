"""Where one paragraph ends and the next begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.paragraphs import paragraphs

LONG = (
    "The ferry Selkie ran aground on a sandbank on Monday with 40 people aboard, and the harbour office said "
    + "so, " * 6
)
WRAPPED = (
    "The ferry ran aground on a sandbank outside Tarn on Monday\nevening with 40 passengers aboard, the harbour office "
    "said,\nand nobody was hurt.\nThe owner had no comment for us.\n"
)

CASES = {
    "blank lines": ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
    "a line is a paragraph": (f"{LONG}first.\n{LONG}second.", [f"{LONG}first.", f"{LONG}second."]),
    "carriage returns": ("One.\r\n\r\nTwo.\r\nThree.", ["One.", "Two.", "Three."]),
    "short lines are not joined": ("Share\nPrint\nComments", ["Share", "Print", "Comments"]),
    "tags below long lines are not joined": (
        f"{LONG}first.\n\nPosted in: Ferries Harbours Tarn Lines Weather Storms\nQuayside makes sailing simple",
        [f"{LONG}first.", "Posted in: Ferries Harbours Tarn Lines Weather Storms", "Quayside makes sailing simple"],
    ),
    "marks that are not seen": ("\ufeff\u200fOne.\xa0\n\n\u200b\nTwo.", ["One.", "Two."]),
    "nothing": (" \n\t\n\xa0", []),
}


@pytest.mark.parametrize("name", CASES)
def test_paragraphs(name: str) -> None:
    text, expected = CASES[name]
    assert [text[s.start : s.end] for s in paragraphs(text)] == expected


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    found = paragraphs(WRAPPED)
    assert WRAPPED[found[0].start : found[0].end].startswith("The ferry ran")
    assert "nobody was hurt." in WRAPPED[found[0].start : found[0].end]


@given(st.text(alphabet="aB. \n\r\t\u2029\x0b", max_size=120))
def test_every_letter_is_in_exactly_one_paragraph(text: str) -> None:
    found = paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert [c for s in found for c in text[s.start : s.end] if not c.isspace()] == [c for c in text if not c.isspace()]
