"""Dates of publication, from the forms that pages and tables write them in."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

_MONTHS = {
    name: i + 1
    for i, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)(?:-(?P<d>\d\d))?"
    r"(?!\d)(?P<time>[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_PATH = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)[/-](?P<m>\d\d?)(?:[/-](?P<d>\d\d?))?(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?!\d)")
_DAY_FIRST = re.compile(
    rf"(?<!\w)(?P<d>\d\d?)(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<y>(?:19|20)\d\d)", re.IGNORECASE
)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+(?P<y>(?:19|20)\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"^\s*(?P<y>(?:19|20)\d\d)\s*$")
# 17/04/2018 and 04/17/2018 can be told apart only where one number cannot be a month.
_SLASHES = re.compile(r"(?<!\d)(?P<a>\d\d?)(?P<sign>[/.-])(?P<b>\d\d?)(?P=sign)(?P<y>(?:19|20)\d\d)(?!\d)")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+)?"
_WEEKDAY_AFTER = r"(?P<after>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}"
_CLOCK = r"(?:,?\s+(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|hrs|h)?)?"
_YEARLESS = re.compile(
    rf"{_WEEKDAY}(?:(?P<d>\d\d?)(?:st|nd|rd|th)?\s+{_MONTH}"
    rf"|{_MONTH.replace('<month>', '<month2>')}\s+(?P<d2>\d\d?)(?:st|nd|rd|th)?)"
    rf"(?:,\s{_WEEKDAY_AFTER})?{_CLOCK}",
    re.IGNORECASE,
)


def iso_date(text: object, *, path: bool = False) -> str | None:
    """The date a field gives, in ISO 8601 and as precise as it is there; ``None`` where it gives none.

    With ``path`` the text is an address, and only year, month and day in its path count.
    """
    if not isinstance(text, str):
        return None
    text = text[:2_000]
    if path:
        found = _PATH.search(text) or _COMPACT.search(text)
        return _day(found["y"], found["m"], found["d"]) if found else None
    if found := _ISO.search(text):
        day = _day(found["y"], found["m"], found["d"])
        clock = found["time"] if day and len(day) == 10 else None
        return day + clock.replace(" ", "T") if day and clock else day
    for pattern in (_MONTH_FIRST, _DAY_FIRST):
        if found := pattern.search(text):
            return _day(found["y"], str(_MONTHS[found["month"].lower()]), found["d"])
    if found := _MONTH_ONLY.search(text):
        return _day(found["y"], str(_MONTHS[found["month"].lower()]), None)
    if found := _SLASHES.search(text):
        a, b = int(found["a"]), int(found["b"])
        if a > 12 or a == b or (found["sign"] == "." and b <= 12):  # with dots the day comes first
            return _day(found["y"], found["b"], found["a"])
        return _day(found["y"], found["a"], found["b"]) if b > 12 else found["y"]
    if found := _YEAR.match(text):
        return found["y"]
    return None


class DayOfYear(NamedTuple):
    """A day without its year; ``weekday`` is 0 for Monday, ``None`` where it is not given."""

    month: int
    day: int
    weekday: int | None

    def in_year(self, year: str) -> str | None:
        """The ISO date in that year; ``None`` where it falls on another weekday or is no day."""
        date = _day(year, str(self.month), str(self.day))
        fits = date and (self.weekday is None or dt.date.fromisoformat(date).weekday() == self.weekday)
        return date if fits else None


def day_of_year(line: str) -> DayOfYear | None:
    """The day that a line on its own gives without a year: "Wednesday 12 June, 6.20pm"."""
    found = _YEARLESS.fullmatch(line.strip()) if len(line) <= 60 else None
    if not found:
        return None
    month = (found["month"] or found["month2"]).lower()
    named = found["weekday"] or found["after"]
    weekday = _DAYS.index(named.lower()) if named else None
    return DayOfYear(_MONTHS[month], int(found["d"] or found["d2"]), weekday)


def _day(year: str, month: str, day: str | None) -> str | None:
    """``2018-04-17`` or ``2018-04``; ``None`` for a day the calendar does not have."""
    try:
        if day is None:
            return dt.date(int(year), int(month), 1).isoformat()[:7]
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
