"""What a report's own words show a name to be: somebody, a body, or a place, whatever the tagger took it for.

The tagger knows the names of the news it learned from; a name it has never met it guesses. The words beside a name
say more: an apposition, a preposition, the title of whoever heads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from twosource.sources.lexicon import CORPORATE, ORGANISATION_HEADS, OUTLET_HEADS, PERSON_CLASSES, STOPS
from twosource.sources.lexicon import words as word_set
from twosource.text.names import fold

# One telling place counts as much as this many of the tagger's guesses.
WEIGHT = 3


# Words of an office right before what it is for: "Secretary of", "Minister of".
OFFICE_OF = re.compile(r"\b(?:[Ss]ecretary|[Mm]inister|[Dd]irector|[Cc]hief|[Hh]ead|[Aa]dviser|[Oo]fficer)\s+of\s+$")


class Shown(NamedTuple):
    """A name's place and what the words beside it show: ``person``, ``organisation`` or ``place``."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=1024)
def shown(text: str) -> tuple[Shown, ...]:
    """The names of a text that the words beside them explain, form by form; one name may come more than once."""
    return tuple(_shown(text))


def _shown(text: str) -> Iterator[Shown]:
    for pattern, kind, whole in _FORMS:
        for found in pattern.finditer(text):
            start, end = found.span("name")
            words = [fold(w) for w in text[start:end].split()]
            while len(words) > 1 and (words[0] in STOPS or words[0] in PERSON_CLASSES or words[0] in _OPENERS):
                start += len(text[start:end].split(maxsplit=1)[0]) + 1
                words = words[1:]
            if kind == "person" and len(words) > 2 and OFFICE_OF.search(text, max(0, start - 40), start):
                start += len(text[start:end].split(maxsplit=1)[0]) + 1
                words = words[1:]
            inner = [k for k, w in enumerate(words[:-1]) if kind == "person" and w in PERSON_CLASSES]
            if inner:  # "House Minority Whip Ana Ruiz": the title is no part of the name
                start += len(re.match(rf"(?:\S+\s+){{{inner[-1] + 1}}}", text[start:end]).group())  # type: ignore[union-attr]
                words = words[inner[-1] + 1 :]
            if (whole and len(words) < 2) or words[0] in STOPS or words[0] in _OPENERS:
                continue
            if kind == "person" and (corporate(text[start:end]) or words[-1] in PERSON_CLASSES):
                continue
            yield Shown(start, end, kind)


def corporate(name: str) -> bool:
    """Does its last word make a name a firm's, an office's or an outlet's ("Ridgeway Mills", "Salt Office")?"""
    last = fold(name).split()[-1:]
    return bool(last) and (last[0] in CORPORATE or last[0] in ORGANISATION_HEADS or last[0] in OUTLET_HEADS)


def _any(items: frozenset[str] | set[str]) -> str:
    return "(?:" + "|".join(re.escape(i) for i in sorted(items, key=lambda i: (-len(i), i))) + ")"


_WORD = r"[A-Z][^\W\d_]*[a-zà-ÿ](?:-[A-Z][^\W\d_]+)?"
_NAME = rf"(?P<name>\b{_WORD}(?:[ \u00a0](?:(?:de|van|von|der|la|di|al|el|bin)[ \u00a0])?{_WORD}){{0,3}})"
_OPENERS = word_set("the a an this that its his her their our my your but and in on at for when asked")
# Descriptions of a person; plurals and words that name a body as well are left out.
_SOMEBODY = _any({h for h in PERSON_CLASSES if h not in ORGANISATION_HEADS and len(h) > 2} - {"source", "one", "other"})
_BODY = (
    r"(?:company|firm|corporation|manufacturer|maker|operator|airline|bank|institute|charity|ministry|agency|board|giant"
    r"|group|union|party|council|chamber|association|foundation|institution)"
)
_FILL = r"(?:(?!(?:that|which|who|of|for|in|on|at|and|to|is|was|from|said)\b)[\w’'-]+\s+){0,4}?"
_ARTICLE = r"(?:an?|the|its|his|her|their|another|[A-Z]\w+[’']s)"
_FORMS: tuple[tuple[re.Pattern[str], str, bool], ...] = tuple(
    (re.compile(pattern), kind, whole)
    for pattern, kind, whole in (
        # "Ana Ruiz, a driver", "Ana Ruiz, who", "Ana Ruiz, 41,", "Ana Ruiz (a pseudonym)"
        (rf"{_NAME},\s+(?:who\b|aged?\s\d|\d\d,|{_ARTICLE}\s+{_FILL}{_SOMEBODY}\b)", "person", True),
        (rf"{_NAME}\s+\((?:an?\s+|his\s+|her\s+)?(?:pseudonym|not\s+(?:his|her)\s+real)", "person", True),
        (r"\b(?:goes\s+by|under|by)\s+the\s+name\s+(?:of\s+)?" + _NAME, "person", False),
        # "its teacher, Ana Ruiz", "ex-dispatcher Ana Ruiz"
        (
            rf"\b(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]nother)\s+{_FILL}{_SOMEBODY},\s+{_NAME}(?=,|\s+\w+ed\b|\s+said\b|\.)",
            "person",
            True,
        ),
        # ",” said Ana Ruiz": a quotation's speaker with two names
        (rf"[”\"’'],?\s+(?:said|says|added|recalled|explained)\s+{_NAME}", "person", True),
        (rf"{_NAME}\s+(?:said|says)\s+in\s+an?\s+(?:\w+\s+)?interview\b", "person", True),
        # "Ana Ruiz of River Voices told"
        (
            rf"{_NAME}\s+of\s+(?:the\s+)?[A-Z][\w’'-]+(?:[ \u00a0][A-Z][\w’'-]+){{0,3}}\s+(?:said|says|told|added)\b",
            "person",
            True,
        ),
        # "the company X", "X, the company that", "a spokesman for X", "the managing director of X"
        (rf"\b{_BODY}\s+{_NAME}", "organisation", False),
        (rf"{_NAME},\s+(?:the|an?)\s+(?:\w+\s+){{0,2}}?{_BODY}\b", "organisation", False),
        (
            r"\b(?:spokes(?:man|woman|person)|director|foreman|chairman|chairwoman|employee|founder|lawyer)\s+(?:for|of|at)\s+"
            rf"(?:the\s+)?{_NAME}",
            "organisation",
            True,
        ),
        # "the chancellor of X", "X's prime minister": X is a country
        (
            r"\b(?:prime\s+minister|chancellor|president|king|queen|capital|city|town|village|province|island|port|region"
            rf"|state|people)\s+of\s+(?:neighbou?ring\s+)?{_NAME}(?!\s+[A-Z])",
            "place",
            False,
        ),
        (rf"{_NAME}[’']s\s+(?:prime\s+minister|chancellor|capital|chancellery|parliament|army)\b", "place", False),
        (rf"\b(?:in|near|at)\s+{_NAME}", "place", False),
    )
)
