"""What stands above the headline: the outlet's name, navigation, a section, a date."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.gazetteer.names import word_set
from twosource.gazetteer.outlets import find
from twosource.intake.sections import LABEL, is_section
from twosource.intake.when import day_of_year, iso_date

# Words that the names of outlets hold: of a line above the headline they tell whose page it is.
MEDIA_WORDS = frozenset(
    [
        "advertiser",
        "agency",
        "argus",
        "bee",
        "broadcasting",
        "bugle",
        "bulletin",
        "chronicle",
        "courier",
        "daily",
        "dispatch",
        "echo",
        "enquirer",
        "examiner",
        "express",
        "fm",
        "gazette",
        "globe",
        "guardian",
        "herald",
        "independent",
        "inquirer",
        "insider",
        "journal",
        "ledger",
        "magazine",
        "mail",
        "media",
        "mercury",
        "mirror",
        "monitor",
        "monthly",
        "network",
        "news",
        "newspaper",
        "newswire",
        "observer",
        "online",
        "pioneer",
        "post",
        "press",
        "quarterly",
        "radio",
        "record",
        "register",
        "report",
        "reporter",
        "review",
        "sentinel",
        "standard",
        "star",
        "sun",
        "telegram",
        "telegraph",
        "television",
        "times",
        "today",
        "tribune",
        "tv",
        "update",
        "voice",
        "wire",
        "weekly",
        "world",
    ]
)
# Words that the names of offices hold.
OFFICES = word_set("""
    office department ministry canton university institute commission council government embassy bureau
        agency authority court police foundation association committee federation federal society company
        board service services directorate secretariat administration embassy city county state province
        municipality union party inspectorate tribunal parliament senate cabinet chancellery""")
_DATE_LINE = re.compile(
    r"(?:(?:first\s+)?(?:published|posted|updated|last updated|last modified|created|date"
    r"|issued)(?:\s+(?:on|at))?\s?[:：]?\s.{0,20}?\d.{2,50}"
    r"|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:jan|feb|mar"
    r"|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?(?:19"
    r"|20)\d\d"
    r"(?:[\s,|•·–—-]+.{0,40})?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d(?:[\s,].{0,20})?"
    r"|(?:19|20)\d\d-\d\d-\d\d(?:[T ].{0,20})?)",
    re.IGNORECASE,
)
# "TARN, May 3 (Reuters) - The ferry": the story begins here.
DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:,\s[A-Z][\w. ]{1,25})?(?:\s\([^)]{2,30}\))?\s?(?:—|–|―|--| -)\s")
_NAMED_AND_DATED = re.compile(r"(?P<name>[^,|•·–—]{3,50}?)\s?(?:,|\||•|·|–|—|-)\s(?P<date>.*\d.*)")
_BETWEEN = re.compile(r"[|•·>»›/]")
_BAR = re.compile(r"\s[|•·>»›/]\s|\s?\|\s?")
_EDITIONS = frozenset(
    ["the evening", "the morning", "the daily", "the weekly", "the sunday", "daily", "evening", "morning"]
)
# "Radio Tarn": the word comes first.
_FIRST_WORDS = frozenset(["radio", "tv", "television"])
SMALL = frozenset(["the", "of", "and", "for", "de", "la", "le", "el", "del", "der", "die", "das", "&", "y"])


class Header(NamedTuple):
    """A line above the headline: what it is, and the outlet and date it gives."""

    what: str
    outlet: str | None = None
    published: str | None = None


def header(line: str) -> Header | None:
    """What a line above the headline is: a date, the outlet's name (with a date), navigation; else ``None``."""
    line = line.strip(" \t\xa0\ufeff*_")
    if not line or len(line) > 160:
        return None
    if _DATE_LINE.fullmatch(line) and (day := iso_date(line)):
        return Header("date", published=day)
    if (
        (found := _NAMED_AND_DATED.fullmatch(line))
        and (day := iso_date(found["date"]))
        and len(line) < 80
        and (name := outlet_name(found["name"]))
    ):
        return Header("masthead", outlet=name, published=day)
    if found and len(line) < 80 and day_of_year(found["date"]) and (name := outlet_name(found["name"])):
        return Header("masthead", outlet=name)
    if len(line) < 50 and (name := outlet_name(line)):
        return Header("masthead", outlet=name)
    if dated := _bar(line):
        return dated
    if day_of_year(line):
        return Header("date")
    if is_section(line):
        return Header("section")
    parts = [part.strip() for part in _BETWEEN.split(line)]
    if len(parts) >= 3 and all(2 <= len(part) <= 30 for part in parts) and not line.endswith("."):
        return Header("navigation")
    return None


def _bar(line: str) -> Header | None:
    """Date, section and name side by side: "16.06.2024 08:40 | World | Tarn Daily"."""
    parts = [part.strip() for part in _BAR.split(line)]
    days = [day for part in parts if len(part) <= 40 and part[:1].isalnum() and (day := iso_date(part))]
    if len(parts) < 2 or not days or line.endswith(".") or not all(1 < len(part) <= 40 for part in parts):
        return None
    names = [name for part in parts if not iso_date(part) and (name := outlet_name(part))]
    return Header("masthead" if names else "date", outlet=names[0] if len(names) == 1 else None, published=days[0])


def is_letterhead(line: str) -> bool:
    """Whether a line is the name of an office, or a section's word: capitals only, up to five words, no verb."""
    words = line.split()
    if LABEL.fullmatch(line):
        return True
    if not words or len(words) > 6 or not all(w[0].isupper() or w.lower() in SMALL for w in words):
        return False
    return len(words) == 1 or any(w.lower().strip(",.") in OFFICES for w in words)


def outlet_name(text: str) -> str | None:
    """The outlet that a name on a line of its own is: a listed one, or one that has a newspaper's word in it."""
    text = text.strip(" .:-–—\"'“”")
    if listed := find(text):
        return listed.name
    words = text.split()
    if is_section(text) or not 2 <= len(words) <= 5 or not all(w[0].isupper() or w.lower() in SMALL for w in words):
        return None
    if (
        not any(w.lower() in MEDIA_WORDS for w in words[1:])
        and words[0].lower() not in _FIRST_WORDS
        and words[0].lower() + " " + words[1].lower() not in _EDITIONS
    ):
        return None
    return spelled(text)


def spelled(name: str) -> str:
    """A name in capitals as names are written; any other as it stands."""
    if not name.isupper():
        return name
    return " ".join(w.lower() if w.lower() in SMALL and k else w.capitalize() for k, w in enumerate(name.split()))
