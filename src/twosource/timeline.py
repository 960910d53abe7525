"""Dated happenings: what the reports put on a day, a month or a year."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

from twosource.model import Happening, Reading, Span
from twosource.text.date_values import DateValue
from twosource.text.dates import dates

WORDS_BEFORE, WORDS_AFTER = 9, 4  # about the length of a clause; the words that say what happened stand mostly before
_LEAST = 5  # a phrase of fewer words says too little by itself


def timeline(readings: Sequence[Reading]) -> tuple[Happening, ...]:
    """Every dated happening of the reports, earliest first, with the few words that carry it.

    Words that count from the day of publication are resolved against the report's own, or, where that is unknown,
    against the day its dateline or head gives without a year, or the day on which the other reports of the story came
    out, if these lie close together. Where they do not, a value counts that their first and last day agree on.
    """
    known = _days(readings)
    found: list[Happening] = []
    for reading in readings:
        report = reading.report
        against = _days_of(reading, known)
        taken: set[tuple[str, str]] = set()
        for sentence in reading.sentences:
            if sentence.furniture:
                continue
            start, end = sentence.span
            text = report.text[start:end]
            for value in _agreed(text, against):
                if value.grain == "decade":
                    continue  # no day, month or year
                phrase = _phrase(text, value)
                what = " ".join(text[phrase.start : phrase.end].split())
                if (value.iso, what) in taken:
                    continue
                taken.add((value.iso, what))
                found.append(
                    Happening(
                        when=value.iso, report=report.id, start=start + phrase.start, end=start + phrase.end, what=what
                    )
                )
    return tuple(sorted(found, key=lambda h: (h.when, h.report, h.start, h.end)))


# Reports of one story that came out within this many days of each other share their "Tuesday".
_CLOSE = 3
# And within this many their months and their years: a story is told over some weeks.
_NEAR = 31
_DATELINED = re.compile(
    r"\s*(?:[A-Z][\w .’'-]{1,40}, ?){0,3}(?:[A-Z][\w .’'-]{1,40} \([A-Z][^()]{1,40}\), )?"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?: ?\([A-Z]|(?<=\d)\s[–—-]{1,2}\s)"
)
# The head of a page, where its date stands.
_HEAD = 600
_LINE = 80


def _days(readings: Sequence[Reading]) -> list[str]:
    """The days on which the dated reports came out, in order."""
    return sorted(r.report.published[:10] for r in readings if r.report.published and len(r.report.published) >= 10)


def _days_of(reading: Reading, known: Sequence[str]) -> tuple[str, ...]:
    """What the words of a report count from: one day, two that its own lies between, or what is known of it."""
    report = reading.report
    if report.published and len(report.published) >= 10:
        return (report.published,)
    if known and _distance(known[0], known[-1]) <= _NEAR and (own := _own_day(reading, known[0])):
        return (own,)
    if len(known) >= 2 and _distance(known[0], known[-1]) <= _CLOSE:
        return (min(Counter(known).items(), key=lambda item: (-item[1], item[0]))[0],)
    if len(known) >= 2 and _distance(known[0], known[-1]) <= _NEAR:
        return known[0], known[-1]
    return (report.published,) if report.published else ()


def _own_day(reading: Reading, near: str) -> str | None:
    """The day that a dateline or the head of the page gives without its year: that of the story."""
    text = reading.report.text
    above = [text[s.start : s.end] for s in reading.report.furniture if s.start < _HEAD]
    lines = [line for block in above for line in block.splitlines() if len(line) < _LINE]
    lines += [m["day"] for s in reading.sentences[:6] if (m := _DATELINED.match(text, s.span.start, s.span.end))]
    days = {v.iso for line in lines for v in dates(line, published=near) if _names_its_day(line, v)}
    days = {day for day in days if _distance(day, near) <= _NEAR}
    return days.pop() if len(days) == 1 else None


def _names_its_day(line: str, value: DateValue) -> bool:
    """Whether a value rests on the day of a month, not on a word that counts from the day asked for."""
    return value.grain == "day" and any(c.isdigit() for c in line[value.span.start : value.span.end])


def _distance(a: str, b: str) -> int:
    return abs((dt.date.fromisoformat(a) - dt.date.fromisoformat(b)).days)


def _agreed(text: str, against: Sequence[str]) -> tuple[DateValue, ...]:
    """The dates of a text on which the days it may count from agree."""
    values = dates(text, published=against[0] if against else None)
    for day in against[1:]:
        other = {(v.span, v.iso) for v in dates(text, published=day)}
        values = tuple(v for v in values if (v.span, v.iso) in other)
    return values


_STOP = re.compile(r"[;:()\[\]“”\"\n\r]|[—–]| - |,(?=\s)(?!\s\d{4})|[.!?](?=\s|$)")
_WORD = re.compile(r"\S+")


def _phrase(text: str, value: DateValue) -> Span:
    """The clause around a date: to the nearest marks, at most some words each way, never shorter than it can help."""
    left, right = 0, len(text)
    for stop in _STOP.finditer(text):
        if stop.end() <= value.span.start and not _abbreviation(text, stop.start()):
            left = stop.end()
        elif stop.start() >= value.span.end and not _abbreviation(text, stop.start()):
            right = stop.start()
            break
    before = list(_WORD.finditer(text, left, value.span.start))
    after = list(_WORD.finditer(text, value.span.end, right))
    aside = text[:left].rstrip().endswith(("–", "—"))  # "the ship – or its twin – in May, ...": told before it
    if len(before) <= 2 and not after and text[right : right + 1] == "," and not aside:
        # "In 2022, the group was": told after it
        after = list(_WORD.finditer(text, right + 1))[:WORDS_BEFORE]
    elif len(before) + len(after) < _LEAST - 2:  # the date stands in a phrase of its own: take the one it belongs to
        more = list(_WORD.finditer(text, 0, value.span.start))[-WORDS_BEFORE:]
        rest = list(_WORD.finditer(text, value.span.end, len(text)))[:_LEAST]
        before, after = (more, after) if more else (before, rest)
    after_room = WORDS_AFTER if len(before) >= 4 else WORDS_BEFORE
    before, after = before[-WORDS_BEFORE:], after[:after_room]
    start = before[0].start() if before else value.span.start
    end = after[-1].end() if after else value.span.end
    while end > value.span.end and text[end - 1] in ",.;:—–-":
        end -= 1
    return Span(start, end)


def _abbreviation(text: str, at: int) -> bool:
    """Whether a point belongs to an initial or a title: "U.S.", "Mr."."""
    if text[at] != ".":
        return False
    word = text[:at].rsplit(maxsplit=1)[-1] if text[:at].split() else ""
    word = re.sub(r"^[^A-Za-z]+", "", word)
    return len(word) <= 1 or "." in word or word in _TITLES


_TITLES = frozenset(["Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Rep", "Gov", "St", "Lt", "Col", "Prof", "Rev"])
