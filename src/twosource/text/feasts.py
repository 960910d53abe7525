"""Feasts that news dates things by, as functions of the year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches (anonymous Gregorian computus; Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    x = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * x) // 451
    month, day = divmod(h + x - 7 * m + 114, 31)
    return dt.date(year, month, day + 1)


def _from_easter(days: int) -> Callable[[int], dt.date]:
    return lambda year: easter(year) + dt.timedelta(days)


def _fixed(month: int, day: int) -> Callable[[int], dt.date]:
    return lambda year: dt.date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Callable[[int], dt.date]:
    """The nth weekday (Monday is 0) of a month; -1 is the last."""

    def on(year: int) -> dt.date:
        if nth > 0:
            first = dt.date(year, month, 1)
            return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
        return last - dt.timedelta((last.weekday() - weekday) % 7)

    return on


# Western movable feasts by their distance from Easter; United States federal holidays by 5 U.S.C. 6103.
FEASTS: Mapping[str, Callable[[int], dt.date]] = {
    "Good Friday": _from_easter(-2),
    "Palm Sunday": _from_easter(-7),
    "Ash Wednesday": _from_easter(-46),
    "Easter Monday": _from_easter(1),
    "Easter Sunday": _from_easter(0),
    "Easter": _from_easter(0),
    "Pentecost": _from_easter(49),
    "Christmas Eve": _fixed(12, 24),
    "Christmas": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
    "New Year’s Eve": _fixed(12, 31),
    "New Year's Eve": _fixed(12, 31),
    "New Year’s Day": _fixed(1, 1),
    "New Year's Day": _fixed(1, 1),
    "Valentine’s Day": _fixed(2, 14),
    "Valentine's Day": _fixed(2, 14),
    "Halloween": _fixed(10, 31),
    "Independence Day": _fixed(7, 4),
    "Veterans Day": _fixed(11, 11),
    "Martin Luther King Jr. Day": _nth(1, 0, 3),
    "Presidents Day": _nth(2, 0, 3),
    "Memorial Day": _nth(5, 0, -1),
    "Labor Day": _nth(9, 0, 1),
    "Columbus Day": _nth(10, 0, 2),
    "Thanksgiving": _nth(11, 3, 4),
}
