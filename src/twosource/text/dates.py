"""Date expressions and the dates they name: "last Monday" against the day of publication, as precise as the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from twosource.model import Reason, Span
from twosource.text.feasts import FEASTS, easter

Grain = Literal["day", "days", "week", "month", "season", "year", "decade"]
Verdict = Literal["same", "less precise", "contradictory"]


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


def dates(text: str, *, published: str | None = None) -> tuple[DateValue, ...]:
    """The dated expressions of a text in order, none inside another.

    ``published`` (ISO 8601, as precise as known) is what "last Monday" and "in August" count from; without it only
    expressions that name their own year are found. Expressions that count from something untold ("two days later")
    are never found.
    """
    today = _day(published)
    year = int(published[:4]) if published and published[:4].isdigit() else None
    taken = 0
    found = []
    for match in _ANY.finditer(text):
        if match.start() < taken:
            continue
        value = _value(match, text, today, year)
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


# --- the expressions -------------------------------------------------------------------------

MONTHS = {
    name: i
    for i, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: i
    for i, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
_NUMBERS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
    )
} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "a couple of": 2, "couple of": 2}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (12, 14)}

# "May", "March" and the short forms are words or names of their own; they count as months only beside a day, a year
# or a preposition of time (the patterns ask for that).
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.|Apr\.?|Jun\.|Jul\.|Aug\.?|Sept\.?|Sep\.?|Oct\.?|Nov\.?|Dec\.?)"
_LONG_MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)"
_ANY_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_WEEKDAY = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)"
_PART = r"(?:early|late|mid|earlier|later)"
_COUNT = (
    r"(?:\d{1,3}|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a|an)"
)
_FEAST = "|".join(sorted((re.escape(f) for f in FEASTS), key=len, reverse=True))

_PATTERNS = {
    "iso": r"(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])",
    "day": rf"\b(?:{_WEEKDAY},? )?{_MONTH} {_DAY}(?:,? (?P<day_year>{_YEAR}))?(?![\d,]*\d)\b",
    "day_first": rf"\b(?:{_WEEKDAY},? )?(?:the )?{_DAY} (?:of )?{_MONTH}(?:,? (?P<first_year>{_YEAR}))?(?!\w)",
    "month_year": rf"\b(?:{_PART}[- ])?{_MONTH},? (?:of )?(?P<month_year>{_YEAR})\b",
    "month_of": rf"\b(?:in )?(?:{_PART}[- ])?{_ANY_MONTH} (?:of )?(?P<month_of>last|this|next) year\b",
    "months": rf"\b(?:in |between |from )?(?:{_PART}[- ])?{_ANY_MONTH} (?:or|and|to|through) (?:{_PART}[- ])?{_ANY_MONTH}\b(?! \d)",
    "last_month": rf"\b(?P<which>last|this past|next|this coming) (?P<named_month>{_ANY_MONTH})\b",
    "month": rf"\b(?:in|since|until|by|during|for|of|from|before|after|through|throughout)(?: {_PART}[ -]| {_PART}-?| the (?:month|end|beginning|start|middle) of| around)? ?(?P<month>{_ANY_MONTH})\b(?! \d| [A-Z])",
    "bare_month": rf"\b(?:{_PART}[- ])?(?P<bare_month>{_LONG_MONTH})\b(?! \d| [A-Z]|’s|'s)",
    "month_possessive": rf"\b(?:in |during )?(?P<possessive>{_LONG_MONTH})(?:’s|'s) (?=[a-z])",
    "feast": rf"\b(?:(?P<feast_which>last|this|next) )?(?P<feast>{_FEAST})\b(?: (?:Day|Eve|weekend|Monday|holiday|break))?(?:,? (?P<feast_year>{_YEAR}))?",
    "weekday": rf"\b(?:(?P<week_which>last|next|this|this past|this coming|the following|the previous) )?(?P<weekday>{_WEEKDAY})\b(?P<ago>,? (?:last week|next week|this week))?(?! (?:Night Live|Times|Post))",
    "today": r"\b(?:[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)|[Yy]esterday|[Tt]omorrow|[Ll]ast night)\b",
    "unit": rf"\b(?:(?P<unit_part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?P<unit_which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]his past|[Tt]he previous|[Tt]his coming) (?P<unit>week(?:end)?|month|year|spring|summer|fall|autumn|winter|decade)\b(?! or so)",
    "ago": rf"\b(?P<count>{_COUNT}) (?P<ago_unit>days?|weeks?|months?|years?|decades?) (?:ago|earlier(?= today)|prior to today)\b",
    "period": rf"\b(?P<from>{_YEAR})\s?(?:[-–—]|to|and)\s?(?P<to>\d\d|{_YEAR})\b(?![\d,.]*\d)",
    "decade": r"\b(?:the )?(?:(?:early|late|mid)[- ])?(?P<decade>(?:1[5-9]|20)\d0)s\b|\b(?:the )?[’'](?P<short_decade>[2-9]0)s\b",
    "season_year": rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter) (?:of )?(?P<season_year>{_YEAR})\b",
    "year": rf"(?<![\w$£€¥.,/–—-])(?P<year>{_YEAR})\b(?![,.]?\d|[%/–—-]\d| ?(?:USD|euros?|dollars|pounds|people|feet|meters|metres|miles|kilometers|kilometres|km|tons|tonnes|troops|soldiers))",
}
_ANY = re.compile("|".join(f"(?P<k_{name}>{pattern})" for name, pattern in _PATTERNS.items()))

# Words in the clause that turn an open date to the future.
_FUTURE = re.compile(
    r"\b(?:will|’ll|'ll|won’t|won't|shall|plan(?:s|ned|ning)? to|going to|expected|scheduled|slated|due|upcoming|"
    r"supposed to|set to|planned|planning|perhaps|deadline|until|by|may|might|could|would|should|hopes? to|"
    r"aims? to|ahead of|forthcoming|next)\b"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|of|from|until|till|during|before|after|around|circa|for|to|and|or|between|early|late|mid|"
    r"year|the|a|an|his|her|its|their|our|spring|summer|fall|autumn|winter|through|than|back|when)|[’']s|s[’']|[(,;:])\s*$",
    re.IGNORECASE,
)


def _value(m: re.Match[str], text: str, today: dt.date | None, year: int | None) -> DateValue | None:
    kind = (m.lastgroup or "")[2:]
    if not kind or m.lastgroup is None or not m.lastgroup.startswith("k_"):
        kind = next(name for name in _PATTERNS if m.group(f"k_{name}") is not None)
    span = Span(m.start(), m.end())
    future = _looks_forward(text, span)
    try:
        return _READ[kind](m, span, text, today, year, future)
    except (ValueError, OverflowError):
        return None  # "February 30", a year before 1: no date


def _looks_forward(text: str, span: Span) -> bool:
    """Whether the words of the clause around a date speak of something to come."""
    left = re.split(r"[.!?;\n\r“”\"]", text[max(0, span.start - 120) : span.start])[-1]
    right = re.split(r"[.!?;\n\r“”\"]", text[span.end : span.end + 40])[0]
    # The nearest verb decides; a reported "said he would" looks forward all the same.
    near = left[-70:] if len(left) > 70 else left
    return bool(_FUTURE.search(near) or re.match(r"\s*(?:summit|meeting|deadline|talks)\b", right))


def _read_iso(m: re.Match[str], span: Span, *_: object) -> DateValue:
    day = dt.date.fromisoformat(m.group("k_iso"))
    return DateValue(span, day.isoformat(), day, day, "day")


def _read_day(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, future: bool
) -> DateValue | None:
    words = m.group()
    stated = m.group("day_year") or m.group("first_year")
    month = _month_in(words)
    number = re.search(r"\d{1,2}", words.replace(stated, "") if stated else words)
    if month is None or number is None:
        return None
    if stated is None and "may" in words.casefold() and words.startswith("may"):
        return None
    if stated is not None:
        day = dt.date(int(stated), month, int(number.group()))
        return DateValue(span, day.isoformat(), day, day, "day")
    if today is None:
        return None
    day = _nearest_year(today, month, int(number.group()), future)
    return DateValue(span, day.isoformat(), day, day, "day", True)


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


def _read_month_year(m: re.Match[str], span: Span, *_: object) -> DateValue | None:
    month = _month_in(m.group())
    return None if month is None else _month(span, int(m.group("month_year")), month)


def _read_month_of(
    m: re.Match[str], span: Span, text: str, today: object, year: int | None, *_: object
) -> DateValue | None:
    month = _month_in(m.group())
    if year is None or month is None:
        return None
    step = {"last": -1, "this": 0, "next": 1}[m.group("month_of").lower()]
    return _month(span, year + step, month, relative=True)


def _read_months(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, future: bool
) -> DateValue | None:
    if today is None:
        return None
    names = [MONTHS[w.lower()] for w in re.findall(_ANY_MONTH, m.group())]
    first = _open_month(span, names[0], today, future)
    last = _month(span, first.first.year + (names[-1] < names[0]), names[-1])
    return DateValue(span, first.iso, first.first, last.last, "month", True)


def _read_month(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, future: bool
) -> DateValue | None:
    if today is None:
        return None
    name = m.group("month") or m.group("bare_month") or m.group("possessive")
    number = MONTHS[name.lower()]
    if m.group("possessive"):
        span = Span(span.start, m.end("possessive"))
    return _open_month(span, number, today, future)


def _open_month(span: Span, month: int, today: dt.date, future: bool) -> DateValue:
    if future:
        year = today.year + (month < today.month)
    else:
        year = today.year - (month > today.month)
    return _month(span, year, month, relative=True)


def _read_last_month(m: re.Match[str], span: Span, text: str, today: dt.date | None, *_: object) -> DateValue | None:
    if today is None:
        return None
    month = MONTHS[m.group("named_month").lower()]
    if m.group("which").lower() in ("next", "this coming"):
        return _month(span, today.year + (month <= today.month), month, relative=True)
    return _month(span, today.year - (month >= today.month), month, relative=True)


def _month(span: Span, year: int, month: int, *, relative: bool = False) -> DateValue:
    first = dt.date(year, month, 1)
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)
    return DateValue(span, f"{year:04d}-{month:02d}", first, last, "month", relative)


def _read_feast(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, future: bool
) -> DateValue | None:
    name, stated = m.group("feast"), m.group("feast_year")
    on = FEASTS[name]
    eve = m.group().split(",")[0].endswith(" Eve") and not name.endswith("Eve")
    if stated:
        day = on(int(stated)) - dt.timedelta(int(eve))
        return DateValue(span, day.isoformat(), day, day, "day")
    if today is None:
        return None
    choices = [on(today.year + k) for k in (-1, 0, 1)]
    past = [c for c in choices if c <= today]
    ahead = [c for c in choices if c > today]
    which = m.group("feast_which")
    near = (ahead[0] - today).days <= 30 and (today - past[-1]).days > 60
    day = (
        ahead[0]
        if which == "next" or (which != "last" and (future or near) and (today - past[-1]).days > 14)
        else past[-1]
    )
    day -= dt.timedelta(int(eve))
    weekend = "weekend" in m.group() or "break" in m.group()
    if weekend:
        return DateValue(span, day.isoformat(), day - dt.timedelta(3), day + dt.timedelta(2), "days", True)
    return DateValue(span, day.isoformat(), day, day, "day", True)


# A bare weekday is the last one up to and with the day of publication, or the very next day: dates of publication
# are set on the eve, in another time zone, and reports are updated overnight. Beyond that only words of the future help.
_WEEKDAY_AHEAD = 1


def _read_weekday(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, future: bool
) -> DateValue | None:
    if today is None:
        return None
    which, ago = (m.group("week_which") or "").lower(), m.group("ago") or ""
    target = WEEKDAYS[m.group("weekday").lower()]
    back = (today.weekday() - target) % 7
    monday = today - dt.timedelta(today.weekday())
    if "last week" in ago:
        day = monday + dt.timedelta(target - 7)
    elif "next week" in ago:
        day = monday + dt.timedelta(target + 7)
    elif which in ("last", "this past", "the previous"):
        day = today - dt.timedelta(back or 7)
    elif which == "next":
        day = today + dt.timedelta((target - today.weekday()) % 7 or 7)
    elif which in ("this", "this coming"):
        day = today + dt.timedelta((target - today.weekday()) % 7)
    elif which == "the following":
        return None  # counts from a day that is told elsewhere
    else:
        ahead = (7 - back) % 7
        day = (
            today + dt.timedelta(ahead) if ahead and (ahead <= _WEEKDAY_AHEAD or future) else today - dt.timedelta(back)
        )
    return DateValue(span, day.isoformat(), day, day, "day", True)


def _read_today(m: re.Match[str], span: Span, text: str, today: dt.date | None, *_: object) -> DateValue | None:
    if today is None:
        return None
    word = m.group().lower()
    step = -1 if word in ("yesterday", "last night") else int(word == "tomorrow")
    day = today + dt.timedelta(step)
    return DateValue(span, day.isoformat(), day, day, "day", True)


def _read_unit(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, *_: object
) -> DateValue | None:
    which, unit = m.group("unit_which").lower(), m.group("unit").lower()
    step = {"last": -1, "this past": -1, "the previous": -1, "next": 1}.get(which, 0)
    if unit == "year":
        if year is None or which == "the previous":
            return None
        return _year(span, year + step, relative=True)
    if today is None or which == "the previous":
        return None
    if unit in ("week", "weekend"):
        monday = today - dt.timedelta(today.weekday())
        if unit == "weekend":
            # "This weekend" in the first half of the week is as often the past one: it is left as the whole range.
            saturday = monday + dt.timedelta(5 + 7 * step if step <= 0 else 12)
            first, last = saturday, saturday + dt.timedelta(1)
            return DateValue(span, _common(first, last), first, last, "days", True)
        first = monday + dt.timedelta(7 * step)
        last = first + dt.timedelta(6)
        return DateValue(span, _common(first, last), first, last, "week", True)
    if unit == "month":
        count = today.year * 12 + today.month - 1 + step
        return _month(span, count // 12, count % 12 + 1, relative=True)
    if unit == "decade":
        return None
    start, stop = _SEASONS[unit]
    base = today.year
    if step < 0 and start >= today.month:
        base -= 1
    elif step > 0 and start <= today.month:
        base += 1
    return _season(span, unit, base, relative=True)


def _season(span: Span, name: str, year: int, *, relative: bool = False) -> DateValue:
    start, stop = _SEASONS[name]
    first = dt.date(year, start, 1)
    end = _month(span, year + (stop - 1) // 12, (stop - 1) % 12 + 1)
    return DateValue(span, f"{year:04d}", first, end.last, "season", relative)


def _common(first: dt.date, last: dt.date) -> str:
    """The month both days are in, or their year, or the first one's year."""
    return first.isoformat()[:7] if first.month == last.month else f"{first.year:04d}"


def _read_ago(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, *_: object
) -> DateValue | None:
    words = m.group("count").lower()
    count = int(words) if words.isdigit() else _NUMBERS[words]
    unit = m.group("ago_unit").rstrip("s")
    if unit == "year" and year is not None:
        return _year(span, year - count, relative=True)
    if today is None:
        return None
    if unit == "day":
        day = today - dt.timedelta(count)
        return DateValue(span, day.isoformat(), day, day, "day", True)
    if unit == "week":
        middle = today - dt.timedelta(7 * count)
        first, last = middle - dt.timedelta(3), middle + dt.timedelta(3)
        return DateValue(span, _common(first, last), first, last, "week", True)
    if unit == "month":
        total = today.year * 12 + today.month - 1 - count
        return _month(span, total // 12, total % 12 + 1, relative=True)
    if unit == "decade":
        first_year = today.year - 10 * count
        return DateValue(
            span, f"{first_year:04d}", dt.date(first_year - 5, 1, 1), dt.date(first_year + 5, 12, 31), "decade", True
        )
    return None


def _read_period(m: re.Match[str], span: Span, text: str, *_: object) -> DateValue | None:
    first, short = int(m.group("from")), m.group("to")
    last = int(short) if len(short) == 4 else first // 100 * 100 + int(short)
    if last <= first or last - first > 150:
        return None
    before = text[max(0, span.start - 2) : span.start].strip()
    if before and before[-1] in "$£€#":
        return None
    return DateValue(span, f"{first:04d}", dt.date(first, 1, 1), dt.date(last, 12, 31), "year")


def _read_decade(m: re.Match[str], span: Span, text: str, today: dt.date | None, *_: object) -> DateValue | None:
    if m.group("decade"):
        first = int(m.group("decade"))
    else:
        first = 1900 + int(m.group("short_decade"))
    if first % 10:
        return None
    return DateValue(span, f"{first:04d}", dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade")


def _read_season_year(m: re.Match[str], span: Span, *_: object) -> DateValue:
    return _season(span, m.group("season").lower(), int(m.group("season_year")))


def _read_year(
    m: re.Match[str], span: Span, text: str, today: dt.date | None, year: int | None, *_: object
) -> DateValue | None:
    value = int(m.group("year"))
    before, after = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 20]
    if not _YEAR_BEFORE.search(before):
        return None
    if re.match(r"-(?:[a-z]|\d)", after) and not re.match(r"-(?:era|style|founded|born)", after):
        return None  # "2000-strong", a part of a number or a code
    # A count in front of a plural: "of 1600 people". After "in" it is a year whatever follows.
    if not re.search(r"\b(?:in|since|during|until|early|late|mid|year|the)\s*$", before, re.IGNORECASE) and re.match(
        r" [a-z]+s\b(?! (?:war|campaign|election|deal))", after
    ):
        return None
    return _year(span, value)


def _year(span: Span, year: int, *, relative: bool = False) -> DateValue:
    return DateValue(span, f"{year:04d}", dt.date(year, 1, 1), dt.date(year, 12, 31), "year", relative)


_READ = {
    "iso": _read_iso, "day": _read_day, "day_first": _read_day, "month_year": _read_month_year,
    "month_of": _read_month_of, "months": _read_months, "last_month": _read_last_month, "month": _read_month,
    "bare_month": _read_month, "month_possessive": _read_month, "feast": _read_feast, "weekday": _read_weekday,
    "today": _read_today, "unit": _read_unit, "ago": _read_ago, "period": _read_period, "decade": _read_decade,
    "season_year": _read_season_year, "year": _read_year,
}  # fmt: skip


def _month_in(words: str) -> int | None:
    for word in re.findall(r"[A-Za-z]+", words):
        if word.lower() in MONTHS and word[0].isupper():
            return MONTHS[word.lower()]
    return None


def _day(published: str | None) -> dt.date | None:
    if published is None or len(published) < 10:
        return None
    try:
        return dt.date.fromisoformat(published[:10])
    except ValueError:
        return None


def _spell(value: DateValue) -> str:
    return (
        value.iso if value.first == value.last or value.grain in ("month", "year") else f"{value.first} to {value.last}"
    )


def iter_years(value: DateValue) -> Iterator[int]:
    """The years a value touches."""
    return iter(range(value.first.year, value.last.year + 1))
