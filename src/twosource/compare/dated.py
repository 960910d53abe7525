"""Conflicts of date: one happening put on days that cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Place, Span
from twosource.text.date_values import DateValue
from twosource.text.dates import compare

# Two sentences tell one happening, not two of a kind, only when nearly all of the shorter is in the longer.
SLIP = 3
OVERLAP, COSINE, CLAUSE = 0.6, 0.75, 0.5


def days_differ(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Sentences that tell one happening and date it differently; each two dates once, in the pair most alike."""
    told: set[tuple[str, str]] = set()
    ranked = sorted(pairs, key=lambda p: (p.a.report != p.b.report, -p.strength, p.a.place, p.b.place))
    for pair in ranked:
        if pair.overlap < OVERLAP or pair.cosine < COSINE or pair.a.headline or pair.b.headline:
            continue
        one, other = _only(pair.a), _only(pair.b)
        if one is None or other is None:
            continue
        if _class(one) != _class(other) or _far(one, other) or not _same_happening(page, pair, one, other):
            continue
        if _words(pair.a, one).casefold() == _words(pair.b, other).casefold():
            continue  # the same "Friday", read against two dates of publishing
        verdict, reason = compare(one, other)
        key = (min(one.iso, other.iso), max(one.iso, other.iso))
        if verdict != "contradictory" or key in told:
            continue
        told.add(key)
        yield Found(
            "date",
            _place(page, pair.a, one),
            _place(page, pair.b, other),
            f"“{_words(pair.a, one)}” against “{_words(pair.b, other)}”: {reason.text}.",
            0.8,
        )


def _class(value: DateValue) -> str:
    """Days and weeks are compared with each other; a day against a year is more often of two happenings."""
    return {"day": "day", "days": "day", "week": "day"}.get(value.grain, value.grain)


def _far(one: DateValue, other: DateValue) -> bool:
    """Years further apart than a slip of memory are of two happenings."""
    return one.grain == "year" and abs(one.first.year - other.first.year) > SLIP


def _same_happening(page: Page, pair: Pair, one: DateValue, other: DateValue) -> bool:
    """Whether the very clauses that hold the dates tell the same."""
    a, b = _place(page, pair.a, one), _place(page, pair.b, other)
    left, right = lemmas(page.texts[a.report][a.start : a.end]), lemmas(page.texts[b.report][b.start : b.end])
    shared = page.weight(left & right)
    return shared >= CLAUSE * min(page.weight(left), page.weight(right)) and len(left & right) >= 3


def _words(told: Told, value: DateValue) -> str:
    return told.text[value.span.start : value.span.end]


def _only(told: Told) -> DateValue | None:
    """The date of the sentence's happening: the one date it has besides the day somebody said so."""
    found = told.dates
    return found[0] if len(found) == 1 and found[0].grain != "decade" else None


def _place(page: Page, told: Told, value: DateValue) -> Place:
    base = told.span.start
    return page.clause(told, Span(base + value.span.start, base + value.span.end))
