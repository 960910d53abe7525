"""Dated happenings: what the reports put on a day, a month or a year."""

from __future__ import annotations

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
    against the day on which the other reports of the story came out, if these lie close together.
    """
    assumed = _day_of_story(readings)
    found: list[Happening] = []
    for reading in readings:
        report = reading.report
        published = report.published if report.published and len(report.published) >= 10 else None
        taken: set[tuple[str, str]] = set()
        for sentence in reading.sentences:
            if sentence.furniture:
                continue
            start, end = sentence.span
            text = report.text[start:end]
            for value in dates(text, published=published or assumed or report.published):
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


def _day_of_story(readings: Sequence[Reading]) -> str | None:
    """The day most dated reports came out, if at least two are dated and all lie within a few days."""
    days = sorted(r.report.published[:10] for r in readings if r.report.published and len(r.report.published) >= 10)
    if len(days) < 2:
        return None
    first, last = (int(d[8:10]) + 31 * (12 * int(d[:4]) + int(d[5:7])) for d in (days[0], days[-1]))
    if last - first > _CLOSE:
        return None
    return min(Counter(days).items(), key=lambda item: (-item[1], item[0]))[0]


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
    if len(before) <= 2 and not after and text[right : right + 1] == ",":  # "In 2022, the group was": told after it
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
