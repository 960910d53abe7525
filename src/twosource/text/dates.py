"""Date expressions and the dates they name: "last Monday" against the day of publication, as precise as the text."""

from __future__ import annotations

from typing import Literal

from twosource.model import Reason
from twosource.text.date_patterns import ANY_DATE, PATTERNS
from twosource.text.date_readers import read
from twosource.text.date_values import DateValue, day_of

Verdict = Literal["same", "less precise", "contradictory"]


def dates(text: str, *, published: str | None = None) -> tuple[DateValue, ...]:
    """The dated expressions of a text in order, none inside another.

    ``published`` (ISO 8601, as precise as known) is what "last Monday" and "in August" count from; without it only
    expressions that name their own year are found. Expressions that count from something untold ("two days later")
    are never found.
    """
    today = day_of(published)
    year = int(published[:4]) if published and published[:4].isdigit() else None
    taken = 0
    found = []
    for match in ANY_DATE.finditer(text):
        if match.start() < taken:
            continue
        kind = next(name for name in PATTERNS if match.group(f"k_{name}") is not None)
        value = read(kind, match, text, today, year)
        if value is not None:
            found.append(value)
            taken = value.span.end
    return tuple(found)


def compare(a: DateValue, b: DateValue) -> tuple[Verdict, Reason]:
    """Whether two dates of one happening are the same, less precise than each other, or cannot both be right."""
    if (a.first, a.last) == (b.first, b.last):
        return "same", Reason("date-same", f"both {a.iso}")
    if a.first <= b.last and b.first <= a.last:
        return "less precise", Reason("date-less-precise", f"{a.iso} and {b.iso} can be the same day")
    return "contradictory", Reason("date-contradictory", f"{_spell(a)} is not {_spell(b)}")


def _spell(value: DateValue) -> str:
    return (
        value.iso if value.first == value.last or value.grain in ("month", "year") else f"{value.first} to {value.last}"
    )
