"""Conflicts of denial without a word of denying: "no offer was made" against the passages that tell of the offer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Embed, Place

LIKE = 0.5  # cosine of what is negated and the passage that tells it
WORDS = 12  # a clause with more words says more than that something is not so
_MARKS = " .,;:“”\"‘’'"
MOST = 60  # such clauses that are looked at

# A happening denied as a whole, and nothing else said: "the men were not named", "no offer was made", "there are no
# convoys". Looser forms ("it is not a problem", "he has not decided") were wrong in ten of ten finds of six stories.
_NEGATIVE = re.compile(
    r"^(?:and |but |that )*(?:(?:the|our|his|her|their|its|these|those) )?(?:[\w-]+ ){1,3}"
    r"(?:was|were|has been|have been) (?:not|never) \w+(?:ed|en|made|held|told|given|sent)$"
    r"|^(?:and |but |that )*no (?:\w+ ){1,2}(?:was|were|has been|have been) \w+$",
    re.IGNORECASE,
)
# "No record of", "assertions that ... are not supported": what they deny follows, or stands before.
_LACKING = re.compile(
    r"\b(?:no|not (?:find|found|have|see|seen|received)(?: any)?) (?:\w+ )?(?:indications?|evidence|records?|signs?|"
    r"traces?|proof) (?:that|of|for|to (?:suggest|show)(?: that)?) (?P<of>.+)"
    r"|(?:assertions?|claims?|reports?|allegations?|suggestions?|accusations?) (?:that|of) (?P<that>.+?) "
    r"(?:is|are|was|were) (?:not (?:supported|borne out|backed|true|correct)|unfounded|baseless|false|untrue)\b"
    r"|^no (?:such )?(?P<no>(?:[\w-]+ ){1,2}(?:was|were|has been|have been) \w+"
    r"(?: (?:by|during|in|at|on|to|from) .+)?)$",
    re.IGNORECASE,
)
FEWEST = 2  # content words that what is denied shares with the passage that tells it, beside its names
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(?:comment|answer|reply|replied|respond|say|said|know|clear|sure|think|want|mean)\w*\b", re.IGNORECASE
)


def said_not_to_be(page: Page, embed: Embed) -> Iterator[Found]:
    """Clauses that negate what another report tells, each against the passage of each report that tells it best."""
    negative = [n for told in page.denying for n in (*_short(page, told), *_lacking(told))][:MOST]
    if not negative:
        return
    matrix = np.stack([t.vector for t in page.distinct])
    for item, vector in zip(negative, np.asarray(embed([n.content for n in negative])), strict=True):
        denied = lemmas(item.content)
        best: dict[str, tuple[float, int, Told]] = {}
        for i in np.flatnonzero(matrix @ vector >= LIKE):
            other = page.distinct[int(i)]
            shared = len(denied & other.lemmas)
            if (
                other is item.told
                or other.headline
                or _NOT.search(other.text)
                or shared < min(item.shared, len(denied))
            ):
                continue
            rank = (float(other.vector @ vector), -other.rank)
            if other.report not in best or rank > best[other.report][:2]:
                best[other.report] = (*rank, other)
        said = " ".join(page.texts[item.place.report][item.place.start : item.place.end].split())
        for report in sorted(best):
            yield Found("denial", item.place, best[report][2].place, f"“{said}”, against what is told.", 0.5)


class _Negative(NamedTuple):
    told: Told
    place: Place
    content: str
    shared: int


def _lacking(told: Told) -> Iterator[_Negative]:
    """What a sentence says there is no sign of, or no support for."""
    match = None if told.headline or "?" in told.text else _LACKING.search(told.text.strip(_MARKS))
    if match is not None:
        content = match.group("of") or match.group("that") or match.group("no")
        if len(lemmas(content)) >= FEWEST:
            yield _Negative(told, told.place, content, FEWEST)


def _short(page: Page, told: Told) -> Iterator[_Negative]:
    """The short negative clauses of a sentence that somebody is cited for."""
    for place in _clauses(page, told):
        content = _NOT.sub("", page.texts[place.report][place.start : place.end])
        yield _Negative(told, place, content, 1)


def _clauses(page: Page, told: Told) -> list[Place]:
    """The negative clauses of a sentence that somebody is cited for."""
    if told.headline or not (told.statements or told.quotations) or "?" in told.text:
        return []
    out = []
    for span in told.clauses:
        text = page.texts[told.report][span.start : span.end]
        if 3 <= len(text.split()) <= WORDS and _NEGATIVE.search(text.strip(_MARKS)) and not _COMMENT.search(text):
            out.append(Place(told.report, span.start, span.end))
    return out
