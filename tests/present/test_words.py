"""Numbers, dates, lists; text made harmless; marks that overlap; words in their context."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Span
from twosource.present import phrases, safe
from twosource.present.context import context
from twosource.present.marks import pieces
from twosource.present.pair_rows import differing
from twosource.present.timeline_rows import interval


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2022-10-12", "12 Oct 2022"),
        ("2022-10-12T08:15:00+02:00", "12 Oct 2022"),
        ("2022-10", "Oct 2022"),
        ("2022", "2022"),
        (None, "date unknown"),
        ("last week", "last week"),
        ("2022-13", "2022-13"),
    ],
)
def test_dates_cannot_be_misread(iso: str | None, shown: str) -> None:
    assert phrases.date(iso) == shown


def test_numbers_are_grouped_and_lists_end_in_and() -> None:
    assert phrases.counted(1204, "report") == "1,204 reports"
    assert phrases.counted(1, "claim rests", "claims rest") == "1 claim rests"
    assert phrases.listed(["A", "B", "C"]) == "A, B and C"
    assert phrases.listed(list("ABCDEFG")) == "A, B, C and 4 more"
    assert [phrases.letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@given(st.text())
def test_quoted_text_holds_no_markup_and_no_acting_character(text: str) -> None:
    html = str(safe.isolated(text))
    bare = re.sub(r'</?bdi>|<span class="ctl" title="control character">|</span>', "", html)
    assert not re.search(r"[<>\"'\x00\x1b\u202a-\u202e\u2066-\u2069]", bare)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//x.example",
        "https:",
        " https://x.example",
        "http://[",
        "https://x.example/\u202egpj",
        "",
        None,
    ],
)
def test_what_is_no_web_address_is_no_link(url: str | None) -> None:
    assert safe.link(url) is None


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: Span(min(p), max(p)))


@given(spans, st.lists(st.tuples(spans, st.sampled_from("abcdef")), max_size=12))
def test_pieces_tile_the_stretch_and_lie_under_exactly_their_marks(within: Span, marks: list[tuple[Span, str]]) -> None:
    cut = pieces(within, marks)
    assert [i for p in cut for i in range(*p.span)] == list(range(*within))
    for piece in cut:
        for i in range(*piece.span):
            assert sorted(piece.under) == sorted(name for span, name in marks if span.start <= i < span.end)
    for side in ("starts", "ends"):
        ended = sorted(name for p in cut for name in getattr(p, side))
        inside = [n for s, n in marks if min(s.end, within.end) > max(s.start, within.start)]
        assert ended == sorted(inside)


@given(st.text(alphabet="ab. \n", max_size=120), spans, st.integers(0, 30))
def test_context_keeps_the_words_exact_and_takes_only_what_stands_around_them(
    text: str, place: Span, around: int
) -> None:
    place = Span(min(place.start, len(text)), min(place.end, len(text)))
    found = context(text, place, (Span(0, len(text)),), around=around)
    assert found.words == text[place.start : place.end]
    assert text[: place.start].endswith(found.before.removeprefix("…"))
    assert text[place.end :].startswith(found.after.removesuffix("…"))


def test_context_is_cut_at_a_sentence_where_there_is_one() -> None:
    text = "It rained. The mayor said that the bridge had moved. Nobody was hurt. The end came late and slowly"
    start = text.index("the bridge")
    found = context(text, Span(start, start + 20), (Span(0, len(text)),), around=28)
    assert found.before == "The mayor said that "
    assert found.after == ". Nobody was hurt."


@pytest.mark.parametrize(
    ("a", "b", "kind", "marked"),
    [
        ("found 12 cracks", "counted 20 cracks there", "quantity", ("12", "20")),
        ("fifteen drivers at most", "some 40 drivers", "quantity", ("fifteen", "40")),
        ("began in September with 40 men", "began in November", "date", ("September", "November")),
        ("the pier may have moved", "the pier moved", "certainty", ("may have", "")),
        ("Bettine Rawl", "Bettina Raul", "name", ("Bettine Rawl", "Bettina Raul")),
        ("the mayor resigned", "no ferry ran all week", "wording", ("", "")),
    ],
)
def test_only_what_differs_is_marked(a: str, b: str, kind: str, marked: tuple[str, str]) -> None:
    in_a, in_b = differing(a, b, kind)
    assert (" ".join(a[s:e] for s, e in in_a), " ".join(b[s:e] for s, e in in_b)) == marked


@pytest.mark.parametrize(
    ("a", "b", "reason", "marked"),
    [
        (
            "the pier may be why the road was shut",
            "engineers knew it was the pier",
            "“may” is in one telling only.",
            ("may", ""),
        ),
        ("Tarn wants a new bridge", "The mayor wants one", "“Tarn wants” in one, “mayor wants” in the other.",
         ("Tarn wants", "mayor wants")),
        ("the pier moved", "the pier sank", "A quotation reads differently, word for word.", ("moved", "sank")),
        ("the pier moved", "the pier sank", "“ferry” is in neither.", ("moved", "sank")),
    ],
)  # fmt: skip
def test_the_words_that_the_reason_quotes_are_marked_first(
    a: str, b: str, reason: str, marked: tuple[str, str]
) -> None:
    in_a, in_b = differing(a, b, "certainty", reason)
    assert (" ".join(a[s:e] for s, e in in_a), " ".join(b[s:e] for s, e in in_b)) == marked


def test_both_figures_are_marked_where_one_passage_holds_both() -> None:
    a, b = "11 people, not 46, were treated", "46 people were treated"
    in_a, in_b = differing(a, b, "quantity")
    assert ([a[s:e] for s, e in in_a], [b[s:e] for s, e in in_b]) == (["11"], ["46"])


def test_a_period_names_once_what_its_ends_have_in_common() -> None:
    shown = [("2023-03-14", "2023-03-25"), ("2023-03-28", "2023-04-02"), ("2022-12-30", "2023-01-02")]
    assert [phrases.period(*ends) for ends in shown] == [
        "14–25 Mar 2023",
        "28 Mar – 2 Apr 2023",
        "30 Dec 2022 – 2 Jan 2023",
    ]
    assert [phrases.period(*ends) for ends in (("2023", "2023"), (None, None), ("2023-03", None), (None, "2023"))] == [
        "2023",
        "",
        "Mar 2023",
        "2023",
    ]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2024-02-05", (date(2024, 2, 5), date(2024, 2, 5))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02-31", None),
        ("soon", None),
        ("99999", None),
    ],
)
def test_a_date_means_a_day_a_month_or_a_year(when: str, days: tuple[date, date] | None) -> None:
    assert interval(when) == days
