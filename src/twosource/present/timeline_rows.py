"""Timeline -> rows on one scale: days as points, months and years as the bars of not knowing that they are."""

from __future__ import annotations

import calendar
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from twosource.model import Happening
from twosource.present import phrases
from twosource.present.index import Index
from twosource.text.wording import words

# A happening belongs on the scale while the empty stretch before it is no longer than what is on it already, or
# than this many days; the rest is listed beside the scale, else one year of 1911 would press a week into a point.
GAP_DAYS = 92
# What is told no more exactly than by its year is drawn as far as the scale reaches; it does not stretch the scale.
MONTH = 31
# Ticks that fit a phone's width with their labels.
TICKS = 6
# Tellings spelled out in one row before the rest is counted.
TELLINGS = 8


@dataclass(frozen=True)
class Telling:
    """The words for a happening, and every outlet that has them, with the place in its report."""

    what: str
    tellers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Mark:
    """Where a row stands on the scale, in per cent of its width; a point has no width.

    ``off`` says that all of it lies before or after the scale, ``earlier`` and ``later`` that some of it does.
    """

    left: float
    width: float
    off: str
    earlier: bool = False
    later: bool = False


@dataclass(frozen=True)
class TimelineRow:
    """One date, month or year with everything that is dated so."""

    when: str
    shown: str
    exact: bool
    mark: Mark | None
    tellings: tuple[Telling, ...]
    more: int
    tokens: str


@dataclass(frozen=True)
class TimelinePicture:
    """The rows, the ticks of the scale (per cent, label), and when the reports were published (per cent each)."""

    rows: tuple[TimelineRow, ...]
    ticks: tuple[tuple[float, str], ...]
    published: tuple[float, ...]
    first: str
    last: str


def timeline_rows(index: Index) -> TimelinePicture:
    """The story's happenings by date, earliest first."""
    by_when: dict[str, list[tuple[int, Happening]]] = defaultdict(list)
    for n, item in enumerate(index.story.timeline, 1):
        if item.report in index.reports:
            by_when[item.when].append((n, item))
    intervals = {when: found for when in by_when if (found := interval(when))}
    out = [found for report in index.kept if (found := interval(report.published or "")) and found[0] == found[1]]
    low, high = _window(sorted(intervals.values()), sorted(start for start, _ in out))
    total = max(1, (high - low).days)

    def at(day: date) -> float:
        return round(2 + 96 * (day - low).days / total, 2)

    rows = []
    order = sorted(by_when, key=lambda w: (intervals.get(w, (date.max, date.max)), w))
    for when in order:
        found = intervals.get(when)
        mark = None
        if found and found[1] < low:
            mark = Mark(0, 0, "before")
        elif found and found[0] > high:
            mark = Mark(100, 0, "after")
        elif found:
            left, right = at(max(found[0], low)), at(min(found[1], high))
            mark = Mark(left, round(right - left, 2), "", found[0] < low, found[1] > high)
        rows.append(_row(index, when, by_when[when], found, mark))
    return TimelinePicture(
        tuple(rows),
        tuple((at(day), label) for day, label in _ticks(low, high)),
        tuple(sorted({at(day) for day, _ in out if low <= day <= high})),
        phrases.date(low.isoformat()),
        phrases.date(high.isoformat()),
    )


def interval(when: str) -> tuple[date, date] | None:
    """First and last day that an ISO date, month or year may mean; ``None`` where it is none of these."""
    parts = when[:10].split("T", maxsplit=1)[0].split("-")
    try:
        numbers = [int(part) for part in parts]
        year, month = numbers[0], numbers[1] if len(numbers) > 1 else None
        if len(numbers) > 2 and month:
            day = date(year, month, numbers[2])
            return day, day
        if month:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def _window(intervals: list[tuple[date, date]], published: list[date]) -> tuple[date, date]:
    if not intervals and not published:
        return date(2000, 1, 1), date(2000, 1, 2)
    if published:
        low, high = published[0], published[-1]
    else:
        low, high = min(intervals, key=lambda pair: (pair[1] - pair[0], pair))
    told = [(start, end) for start, end in intervals if (end - start).days <= MONTH]
    for start, end in sorted((i for i in told if i[0] < low), reverse=True):
        if (low - end).days > max(GAP_DAYS, (high - low).days):
            break
        low = min(low, start)
    for start, end in sorted(i for i in told if i[1] > high):
        if (start - high).days > max(GAP_DAYS, (high - low).days):
            break
        high = max(high, end)
    return (low, high) if high > low else (low - timedelta(3), high + timedelta(3))


def _ticks(low: date, high: date) -> list[tuple[date, str]]:
    days = (high - low).days
    if days <= 60:
        step = max(1, -(-days // TICKS))
        return [
            (low + timedelta(n), phrases.date((low + timedelta(n)).isoformat())[:-5]) for n in range(0, days + 1, step)
        ]
    first = [date(y, m, 1) for y in range(low.year, high.year + 1) for m in range(1, 13)] if days < 36525 else []
    months = [day for day in first if low <= day <= high]
    if len(months) <= 48:
        step = max(1, -(-len(months) // TICKS))
        return [(day, phrases.date(day.isoformat()[:7])) for day in months[::step]]
    years = [date(y, 1, 1) for y in range(low.year, high.year + 1) if low <= date(y, 1, 1) <= high]
    step = max(1, -(-len(years) // TICKS))
    return [(day, str(day.year)) for day in years[::step]]


def _row(
    index: Index, when: str, items: list[tuple[int, Happening]], found: tuple[date, date] | None, mark: Mark | None
) -> TimelineRow:
    told: dict[str, tuple[str, dict[str, str]]] = {}
    numbers = set()
    for n, item in sorted(items, key=lambda pair: (index.report_number[pair[1].report], pair[1].start)):
        outlet = index.outlet(item.report)
        numbers.add(index.outlet_number.get(outlet, 0))
        what = " ".join((item.what or index.reports[item.report].text[item.start : item.end]).split())
        key = " ".join(w.key for w in words(what)) or what
        told.setdefault(key, (what, {}))[1].setdefault(outlet, f"h{n}")
    tellings = [Telling(what, tuple(tellers.items())) for what, tellers in told.values()]
    exact = found is not None and found[0] == found[1]
    return TimelineRow(
        when=when,
        shown=phrases.date(when),
        exact=exact,
        mark=mark,
        tellings=tuple(tellings[:TELLINGS]),
        more=max(0, len(tellings) - TELLINGS),
        tokens=" ".join(f"u{n}" for n in sorted(numbers)),
    )
