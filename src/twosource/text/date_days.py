"""Days of a month: "May 3", "19 to 21 March", "the first of June", "on the 12th"."""

from __future__ import annotations

import datetime as dt
import re

from twosource.text.date_clues import Clue, month_in
from twosource.text.date_patterns import MONTHS, WEEKDAYS
from twosource.text.date_values import DateValue


def read_iso(c: Clue) -> DateValue:
    """ "2018-05-03"."""
    day = dt.date.fromisoformat(c.m.group("k_iso"))
    return DateValue(c.span, day.isoformat(), day, day, "day")


def read_day(c: Clue) -> DateValue | None:
    """ "May 3", "3 May 2018"."""
    words = c.m.group()
    stated = c.m.group("day_year") or c.m.group("first_year")
    month = month_in(words)
    number = re.search(r"\d{1,2}", words.replace(stated, "") if stated else words)
    if month is None or number is None:
        return None
    if stated is not None:
        day = dt.date(int(stated), month, int(number.group()))
        return DateValue(c.span, day.isoformat(), day, day, "day")
    if c.today is None:
        return None
    day = _nearest_year(c.today, month, int(number.group()), c.future)
    return DateValue(c.span, day.isoformat(), day, day, "day", True)


def _nearest_year(today: dt.date, month: int, day: int, future: bool) -> dt.date:
    """The year that a day without one means: the past one, or within two months ahead, or the next with "will"."""
    choices = [dt.date(today.year + k, month, day) for k in (-1, 0, 1) if _exists(today.year + k, month, day)]
    if not choices:
        raise ValueError("no such day")
    reach = 300 if future else 45  # a report names a day to come without its year when it is near
    ahead = [c for c in choices if 0 <= (c - today).days <= reach]
    past = [c for c in choices if c <= today]
    if future and ahead:
        return ahead[0]
    if ahead and (not past or (ahead[0] - today).days < (today - past[-1]).days // 2):
        return ahead[0]
    return past[-1] if past else choices[0]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def read_days(c: Clue) -> DateValue | None:
    """ "19 to 21 March": as a value its first day, with its last as its end."""
    month = month_in(c.m.group("days_month"))
    first, last = (int(n) for n in re.findall(r"\d{1,2}", c.m.group().replace(c.m.group("days_year") or "-", ""))[:2])
    if month is None or last <= first:
        return None
    if c.m.group("days_year"):
        day = dt.date(int(c.m.group("days_year")), month, first)
    elif c.today is not None:
        day = _nearest_year(c.today, month, first, c.future)
    else:
        return None
    return DateValue(c.span, day.isoformat(), day, day.replace(day=last), "days", not c.m.group("days_year"))


def read_between(c: Clue) -> DateValue | None:
    """ "Between 25 March and 4 April": as a value its first day, with its last as its end."""
    stated, words = c.m.group("term_year"), c.m.group()[len(c.m.group("term")) :]
    months = [MONTHS[w.lower().rstrip(".")] for w in re.findall(r"[A-Z][a-z]+", words)]
    days = [int(n) for n in re.findall(r"\b\d{1,2}(?!\d)", words)][:2]
    if c.today is None and not stated:
        return None
    if stated:
        last = dt.date(int(stated), months[1], days[1])
    elif c.today is not None:
        last = _nearest_year(c.today, months[1], days[1], c.future)
    first = dt.date(last.year - ((months[0], days[0]) > (months[1], days[1])), months[0], days[0])
    return DateValue(c.span, first.isoformat(), first, last, "days", not stated)


NTH = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)


def read_nth_of(c: Clue) -> DateValue | None:
    """ "The first of June"."""
    month, stated, word = MONTHS[c.m.group("nth_month").lower()], c.m.group("nth_year"), c.m.group("nth")
    number = NTH.index(word) + 1 if word in NTH else 0
    if word == "last" or not number or (c.today is None and not stated):
        return None
    if stated:
        day = dt.date(int(stated), month, number)
    elif c.today is not None:
        day = _nearest_year(c.today, month, number, c.future)
    return DateValue(c.span, day.isoformat(), day, day, "day", not stated)


def read_nth(c: Clue) -> DateValue | None:
    """ "On the 12th": of the month of publication, or of the next with words of the future."""
    if c.today is None:
        return None
    number = int(re.sub(r"\D", "", c.m.group("nth_day")))
    months = [c.today.year * 12 + c.today.month - 1 + k for k in (0, 1, -1)]
    choices = [dt.date(n // 12, n % 12 + 1, number) for n in months if _exists(n // 12, n % 12 + 1, number)]
    weekday = c.m.group("nth_weekday")
    if weekday:
        choices = [day for day in choices if day.weekday() == WEEKDAYS[weekday.lower()]]
    if not choices:
        return None
    day = next((d for d in choices if d >= c.today), choices[0]) if c.future else choices[0]
    return DateValue(c.span, day.isoformat(), day, day, "day", True)
