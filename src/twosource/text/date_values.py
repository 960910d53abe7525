"""Dates as values: what an expression can mean, from its first day to its last."""

from __future__ import annotations

import datetime as dt
from typing import Literal, NamedTuple

from twosource.model import Span
from twosource.text.date_patterns import SEASONS

Grain = Literal["day", "days", "week", "month", "season", "year", "decade"]


class DateValue(NamedTuple):
    """A date expression: where it stands, its ISO value, and the first and last day it can mean.

    ``iso`` is a day, month or year, never more precise than the words: "last week" gives its month, or its year
    where it spans two. A span of years or months gives its first (``end`` then holds its last), a decade its first
    year. ``relative`` says that the value hangs on the day of publication.
    """

    span: Span
    iso: str
    first: dt.date
    last: dt.date
    grain: Grain
    relative: bool = False


def month_value(span: Span, year: int, month: int, *, relative: bool = False) -> DateValue:
    """A month from its first day to its last."""
    first = dt.date(year, month, 1)
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
    return DateValue(span, f"{year:04d}-{month:02d}", first, last, "month", relative)


def season_value(span: Span, name: str, year: int, *, relative: bool = False) -> DateValue:
    """A season of the northern half of the world, three whole months; as a value it is its year."""
    start, stop = SEASONS[name]
    first = dt.date(year, start, 1)
    end = month_value(span, year + (stop - 1) // 12, (stop - 1) % 12 + 1)
    return DateValue(span, f"{year:04d}", first, end.last, "season", relative)


def year_value(span: Span, year: int, *, relative: bool = False) -> DateValue:
    """A year from its first day to its last."""
    return DateValue(span, f"{year:04d}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year", relative)


def common(first: dt.date, last: dt.date) -> str:
    """The month both days are in, or their year, or the first one's year."""
    return first.isoformat()[:7] if first.month == last.month else f"{first.year:04d}"


def day_of(published: str | None) -> dt.date | None:
    """The day of an ISO 8601 date or time, ``None`` where it names none."""
    if published is None or len(published) < 10:
        return None
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None
