"""What each form of date means against the day of publication: one small reader a form, in a table."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from twosource.model import Span
from twosource.text.date_clues import Clue, looks_forward, month_in
from twosource.text.date_days import read_between, read_day, read_days, read_iso, read_nth, read_nth_of
from twosource.text.date_patterns import ANY_MONTH, COUNTS, MONTHS, SEASONS, WEEKDAYS, YEAR_BEFORE
from twosource.text.date_values import DateValue, common, month_value, season_value, year_value
from twosource.text.feasts import FEASTS


def read(kind: str, m: re.Match[str], text: str, today: dt.date | None, year: int | None) -> DateValue | None:
    """The value of one match, ``None`` where it names no date: a count, "February 30", a day without a reference."""
    span = Span(m.start(), m.end())
    try:
        return READERS[kind](Clue(m, span, text, today, year, looks_forward(text, span)))
    except (ValueError, OverflowError):
        return None


def _read_month_year(c: Clue) -> DateValue | None:
    month = month_in(c.m.group())
    return None if month is None else month_value(c.span, int(c.m.group("month_year")), month)


def _read_month_of(c: Clue) -> DateValue | None:
    month = month_in(c.m.group())
    if c.year is None or month is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[c.m.group("month_of").lower()]
    return month_value(c.span, c.year + step, month, relative=True)


def _read_months(c: Clue) -> DateValue | None:
    if c.today is None:
        return None
    names = [MONTHS[w.lower()] for w in re.findall(ANY_MONTH, c.m.group())]
    first = _open_month(c.span, names[0], c.today, c.future)
    last = month_value(c.span, first.first.year + (names[-1] < names[0]), names[-1])
    return DateValue(c.span, first.iso, first.first, last.last, "month", True)


def _read_month(c: Clue) -> DateValue | None:
    if c.today is None:
        return None
    name = c.m.group("month") or c.m.group("bare_month") or c.m.group("possessive") or c.m.group("month_noun")
    number = MONTHS[name.lower()]
    span = Span(c.span.start, c.m.end("possessive")) if c.m.group("possessive") else c.span
    return _open_month(span, number, c.today, c.future)


# What is told without its year lies within eight months ahead: "due in January", told in February, was missed.
LONGEST_AHEAD = 8
# Of the month that comes next one may speak without a word of the future: "at a summit in May or June".
SOON = 1


def _open_month(span: Span, month: int, today: dt.date, future: bool) -> DateValue:
    """A month without a year: the past one; with words of the future the coming one, unless that is most of a year off,
    and also where it begins within so few weeks that a past one would be told with its year."""
    ahead = (month - today.month) % 12
    coming = ahead <= LONGEST_AHEAD if future else 0 < ahead <= SOON
    year = today.year + (month < today.month) if coming else today.year - (month > today.month)
    return month_value(span, year, month, relative=True)


def _read_last_month(c: Clue) -> DateValue | None:
    if c.today is None:
        return None
    month = MONTHS[c.m.group("named_month").lower()]
    if c.m.group("which").lower() in ("next", "this coming"):
        return month_value(c.span, c.today.year + (month <= c.today.month), month, relative=True)
    return month_value(c.span, c.today.year - (month >= c.today.month), month, relative=True)


def _read_feast(c: Clue) -> DateValue | None:
    name, stated = c.m.group("feast"), c.m.group("feast_year")
    on = FEASTS[name]
    eve = c.m.group().split(",")[0].endswith(" Eve") and not name.endswith("Eve")
    if stated:
        day = on(int(stated)) - dt.timedelta(int(eve))
        return DateValue(c.span, day.isoformat(), day, day, "day")
    if c.today is None:
        return None
    choices = [on(c.today.year + k) for k in (-1, 0, 1)]
    past = [day for day in choices if day <= c.today]
    ahead = [day for day in choices if day > c.today]
    which = c.m.group("feast_which")
    near = (ahead[0] - c.today).days <= 30 and (c.today - past[-1]).days > 60
    coming = which != "last" and (c.future or near) and (c.today - past[-1]).days > 14
    day = (ahead[0] if which == "next" or coming else past[-1]) - dt.timedelta(int(eve))
    weekend = "weekend" in c.m.group() or "break" in c.m.group()
    if weekend:
        return DateValue(c.span, day.isoformat(), day - dt.timedelta(3), day + dt.timedelta(2), "days", True)
    return DateValue(c.span, day.isoformat(), day, day, "day", True)


# A bare weekday is the last one up to and with the day of publication, or the very next day: dates of publication
# are set on the eve, in another time zone, and reports are updated overnight. Beyond that only words of the future
# help.
WEEKDAY_AHEAD = 1


def _read_weekday(c: Clue) -> DateValue | None:
    if c.today is None:
        return None
    which, ago = (c.m.group("week_which") or "").lower(), c.m.group("ago") or ""
    target = WEEKDAYS[c.m.group("weekday").lower()]
    back = (c.today.weekday() - target) % 7
    monday = c.today - dt.timedelta(c.today.weekday())
    if "last week" in ago:
        day = monday + dt.timedelta(target - 7)
    elif "next week" in ago:
        day = monday + dt.timedelta(target + 7)
    elif which in ("last", "this past", "the previous"):
        day = c.today - dt.timedelta(back or 7)
    elif which == "next":
        day = c.today + dt.timedelta((target - c.today.weekday()) % 7 or 7)
    elif which in ("this", "this coming"):
        day = c.today + dt.timedelta((target - c.today.weekday()) % 7)
    elif which == "the following":
        return None  # counts from a day that is told elsewhere
    else:
        ahead = (7 - back) % 7
        coming = bool(ahead) and (ahead <= WEEKDAY_AHEAD or c.future)
        day = c.today + dt.timedelta(ahead) if coming else c.today - dt.timedelta(back)
    return DateValue(c.span, day.isoformat(), day, day, "day", True)


def _read_today(c: Clue) -> DateValue | None:
    if c.today is None:
        return None
    word = c.m.group().lower()
    step = -1 if word in ("yesterday", "last night") else int(word == "tomorrow")
    day = c.today + dt.timedelta(step)
    return DateValue(c.span, day.isoformat(), day, day, "day", True)


def _read_unit(c: Clue) -> DateValue | None:
    which, unit = c.m.group("unit_which").lower(), c.m.group("unit").lower()
    step = {"last": -1, "this past": -1, "the previous": -1, "next": 1}.get(which, 0)
    if unit == "year":
        if c.year is None or which == "the previous":
            return None
        return year_value(c.span, c.year + step, relative=True)
    if c.today is None or which == "the previous":
        return None
    if unit in ("week", "weekend"):
        monday = c.today - dt.timedelta(c.today.weekday())
        if unit == "weekend":
            # "This weekend" in the first half of the week is as often the past one: it is left as the whole range.
            saturday = monday + dt.timedelta(5 + 7 * step if step <= 0 else 12)
            first, last = saturday, saturday + dt.timedelta(1)
            return DateValue(c.span, common(first, last), first, last, "days", True)
        first = monday + dt.timedelta(7 * step)
        last = first + dt.timedelta(6)
        return DateValue(c.span, common(first, last), first, last, "week", True)
    if unit == "month":
        count = c.today.year * 12 + c.today.month - 1 + step
        return month_value(c.span, count // 12, count % 12 + 1, relative=True)
    if unit == "decade":
        return None
    start = SEASONS[unit][0]
    base = c.today.year
    if step < 0 and start >= c.today.month:
        base -= 1
    elif step > 0 and start <= c.today.month:
        base += 1
    return season_value(c.span, unit, base, relative=True)


def _read_past(c: Clue) -> DateValue | None:
    """ "The past week": the seven days up to publication."""
    if c.today is None:
        return None
    if c.m.group("past").startswith("24"):
        return DateValue(c.span, c.today.isoformat(), c.today - dt.timedelta(1), c.today, "day", True)
    first = c.today - dt.timedelta(7)
    return DateValue(c.span, common(first, c.today), first, c.today, "week", True)


def _read_ago(c: Clue) -> DateValue | None:
    words = c.m.group("count").lower()
    count = int(words) if words.isdigit() else COUNTS[words]
    unit = c.m.group("ago_unit").rstrip("s")
    if unit == "year" and c.year is not None:
        return year_value(c.span, c.year - count, relative=True)
    if c.today is None:
        return None
    if unit == "day":
        day = c.today - dt.timedelta(count)
        return DateValue(c.span, day.isoformat(), day, day, "day", True)
    if unit == "week":
        middle = c.today - dt.timedelta(7 * count)
        first, last = middle - dt.timedelta(3), middle + dt.timedelta(3)
        return DateValue(c.span, common(first, last), first, last, "week", True)
    if unit == "month":
        total = c.today.year * 12 + c.today.month - 1 - count
        return month_value(c.span, total // 12, total % 12 + 1, relative=True)
    if unit == "decade":
        first_year = c.today.year - 10 * count
        return DateValue(
            c.span, f"{first_year:04d}", dt.date(first_year - 5, 1, 1), dt.date(first_year + 5, 12, 31), "decade", True
        )
    return None


def _read_period(c: Clue) -> DateValue | None:
    first, short = int(c.m.group("from")), c.m.group("to")
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if last <= first or last - first > 150:
        return None
    before = c.text[max(0, c.span.start - 2) : c.span.start].strip()
    if before and before[-1] in "$£€#":
        return None
    return DateValue(c.span, f"{first:04d}", dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def _read_decade(c: Clue) -> DateValue | None:
    first = int(c.m.group("decade")) if c.m.group("decade") else 1900 + int(c.m.group("short_decade"))
    if first % 10:
        return None
    return DateValue(c.span, f"{first:04d}", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def _read_season_year(c: Clue) -> DateValue:
    return season_value(c.span, c.m.group("season").lower(), int(c.m.group("season_year")))


def _read_year(c: Clue) -> DateValue | None:
    value = int(c.m.group("year"))
    before, after = c.text[max(0, c.span.start - 16) : c.span.start], c.text[c.span.end : c.span.end + 20]
    if not YEAR_BEFORE.search(before):
        return None
    if re.match(r"-(?:[a-z]|\d)", after) and not re.match(r"-(?:era|style|founded|born)", after):
        return None  # "2000-strong", a part of a number or a code
    # A count in front of a plural: "of 1600 people". After "in" it is a year whatever follows.
    if not re.search(r"\b(?:in|since|during|until|early|late|mid|year|the)\s*$", before, re.IGNORECASE) and re.match(
        r" (?!was\b|is\b|has\b|as\b|its\b|his\b|this\b)[a-z]+s\b(?! (?:war|campaign|election|deal))", after
    ):
        return None
    return year_value(c.span, value)


READERS: Mapping[str, Callable[[Clue], DateValue | None]] = {
    "iso": read_iso, "day": read_day, "day_first": read_day, "days": read_days, "between": read_between,
    "nth_of": read_nth_of, "nth": read_nth, "month_noun": _read_month, "month_year": _read_month_year,
    "month_of": _read_month_of, "months": _read_months, "last_month": _read_last_month, "month": _read_month,
    "bare_month": _read_month, "month_possessive": _read_month, "feast": _read_feast, "weekday": _read_weekday,
    "today": _read_today, "unit": _read_unit, "ago": _read_ago, "past": _read_past, "period": _read_period,
    "decade": _read_decade,
    "season_year": _read_season_year, "year": _read_year,
}  # fmt: skip
