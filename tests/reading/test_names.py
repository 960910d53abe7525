"""Names as a reader would mark them, from an encoder that is not always so tidy."""

from __future__ import annotations

import pytest

from twosource.model import Name, NameKind, Report, Span
from twosource.reading import read
from twosource.reading.names import mended
from twosource.settings import Settings


def after(text: str, *marked: tuple[str, NameKind]) -> list[tuple[str, str]]:
    at, names = 0, []
    for words, kind in marked:
        at = text.index(words, at)
        names.append(Name(Span(at, at + len(words)), kind))
        at += len(words)
    return [(text[n.span.start : n.span.end], n.kind) for n in mended(text, names)]


CASES: list[tuple[str, list[tuple[str, NameKind]], list[tuple[str, str]]]] = [
    ("Ros Jae-in left.", [("Ros Jae", "person")], [("Ros Jae-in", "person")]),
    ("Ros Jae-in left.", [("Ros Jae-", "person")], [("Ros Jae-in", "person")]),
    ("An Osk-led council.", [("Osk", "person")], [("Osk", "person")]),
    ("The Osk-backed plan.", [("Osk-", "person")], [("Osk", "person")]),
    ("The north-Tarn road.", [("north", "place"), ("Tarn", "place")], [("Tarn", "place")]),
    ("Tarn’s mayor.", [("Tarn’s", "place")], [("Tarn", "place")]),
    ("He told the Lantern.", [("the", "organisation"), ("Lantern", "organisation")], [("Lantern", "organisation")]),
    ("in tarn they met", [("tarn", "place")], [("tarn", "place")]),
    (
        "Mira Osk left. Osk said no.",
        [("Mira Osk", "person"), ("Osk", "organisation")],
        [("Mira Osk", "person"), ("Osk", "person")],
    ),
    (
        "Tarn, Tarn and Tarn.",
        [("Tarn", "place"), ("Tarn", "person"), ("Tarn", "place")],
        [("Tarn", "place")] * 3,
    ),
    ("Forty of Tarn.", [("Forty", "number"), ("Tarn", "place")], [("Forty", "number"), ("Tarn", "place")]),
]


@pytest.mark.parametrize(("text", "marked", "expected"), CASES, ids=lambda case: case if isinstance(case, str) else "")
def test_names_are_mended(text: str, marked: list[tuple[str, NameKind]], expected: list[tuple[str, str]]) -> None:
    assert after(text, *marked) == expected


GROWN: list[tuple[str, list[tuple[str, NameKind]], list[tuple[str, str]]]] = [
    ("He told Saltbrook Weekly so.", [("Saltbrook", "organisation")], [("Saltbrook Weekly", "organisation")]),
    ("near Lake Orm they", [("Lake", "place"), ("Orm", "place")], [("Lake Orm", "place")]),
    ("told A. Lindvane so", [("Lindvane", "person")], [("A. Lindvane", "person")]),
    ("the Tarn Drainage Commission met", [("Tarn", "place")], [("Tarn Drainage Commission", "organisation")]),
    ("the Tarn Minority Leader met", [("Tarn", "organisation")], [("Tarn", "organisation")]),
    ("it left the U.S. It rained.", [("U.S.", "place")], [("U.S.", "place")]),
    ("In Tarn Mira Osk left", [("Tarn", "place"), ("Mira Osk", "person")], [("Tarn", "place"), ("Mira Osk", "person")]),
    ("Mayor Osk Denies Tarn Bridge Claims", [("Osk", "person")], [("Osk", "person")]),
    ("Osk CONFIRMS bridge was closed by", [("Osk", "person")], [("Osk", "person")]),
]


@pytest.mark.parametrize(("text", "marked", "expected"), GROWN, ids=lambda case: case if isinstance(case, str) else "")
def test_names_grow_to_the_run_of_capitals(
    text: str, marked: list[tuple[str, NameKind]], expected: list[tuple[str, str]]
) -> None:
    assert after(text, *marked) == expected


def test_names_are_in_order_and_apart() -> None:
    assert after("Ros Jae-in, Bo left.", ("Ros Jae", "person"), ("in", "place"), ("Bo", "person")) == [
        ("Ros Jae-in", "person"),
        ("Bo", "person"),
    ]


def test_a_report_is_read_with_its_names() -> None:
    text = (
        "Anna Lindqvist, who leads the Institute for Rivers in Stockholm, said on Monday that 40 Swedish towns "
        "had been flooded."
    )
    found = read(Report(id="r", text=text, sha256=""), settings=Settings()).names
    named = {(text[n.span.start : n.span.end], n.kind) for n in found}
    assert {
        ("Anna Lindqvist", "person"),
        ("Stockholm", "place"),
        ("Monday", "date"),
        ("40", "number"),
        ("Swedish", "group"),
    } <= named
    assert any(kind == "organisation" and "Institute for Rivers" in words for words, kind in named)
