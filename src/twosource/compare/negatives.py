"""Conflicts of denial without a word of denying: "no offer was made" against the passages that tell of the offer."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    r"|^(?:and |but |that )*no (?:\w+ ){1,2}(?:was|were|has been|have been) \w+$"
    r"|^there (?:is|are|was|were) no (?:\w+ ?){1,3}$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)
_COMMENT = re.compile(
    r"\b(?:comment|answer|reply|replied|respond|say|said|know|clear|sure|think|want|mean)\w*\b", re.IGNORECASE
)


def said_not_to_be(page: Page, embed: Embed) -> Iterator[Found]:
    """Short clauses, said by somebody, that negate what another report tells; each against every such report."""
    negative = [(told, place) for told in page.denying for place in _clauses(page, told)][:MOST]
    if not negative:
        return
    contents = [_NOT.sub("", page.texts[p.report][p.start : p.end]) for _, p in negative]
    matrix = np.stack([t.vector for t in page.distinct])
    for (told, place), vector in zip(negative, np.asarray(embed(contents)), strict=True):
        words = lemmas(page.texts[place.report][place.start : place.end])
        best: dict[str, tuple[float, int, Told]] = {}
        for i in np.flatnonzero(matrix @ vector >= LIKE):
            other = page.distinct[int(i)]
            if other is told or other.headline or _NOT.search(other.text) or len(words & other.lemmas) < 1:
                continue
            rank = (float(other.vector @ vector), -other.rank)
            if other.report not in best or rank > best[other.report][:2]:
                best[other.report] = (*rank, other)
        said = " ".join(page.texts[place.report][place.start : place.end].split())
        for report in sorted(best):
            yield Found("denial", place, best[report][2].place, f"“{said}”, against what is told.", 0.5)


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
