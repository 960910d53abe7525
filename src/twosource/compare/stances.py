"""Conflicts inside a claim: evidence that denies it against evidence that supports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.found import Found
from twosource.compare.told import Page, covering
from twosource.model import Claim, Embed, Evidence, Place
from twosource.text.words import content_words, opposed

# Cosine of denying and supporting passage. Below it they share the claim's subject and no more; chosen by reading
# what was found on the two cases with claims as they are found, not as annotated.
LIKE = 0.7


def for_and_against(page: Page, claims: Sequence[Claim], embed: Embed, taken: Sequence[Place]) -> Iterator[Found]:
    """Each piece of evidence that denies a claim, against the support most like it.

    ``taken`` are passages that another rule has set against something already.
    """
    for claim in claims:
        against = [
            e for e in claim.evidence if e.stance == "denies" and e.report in page.texts and not _taken(e, taken)
        ]
        support = [e for e in claim.evidence if e.stance == "supports" and e.report in page.texts]
        if not against or not support:
            continue
        vectors = embed([_text(page, e) for e in [*against, *support]])
        for i, one in enumerate(against):
            scored = [
                (float(vectors[i] @ vectors[len(against) + j]), -j, other) for j, other in enumerate(support)
                if not (other.report == one.report and other.start < one.end and one.start < other.end)
                and not _speakers(page, one) & _speakers(page, other)
            ]  # fmt: skip
            best = max(scored, key=lambda s: s[:2], default=None)
            if best is None or best[0] < LIKE or not _apart(_text(page, one), _text(page, best[2])):
                continue
            said, against_it = _short(_text(page, best[2])), _short(_text(page, one))
            reason = f"One supports, the other denies: “{said}” against “{against_it}”."
            yield Found("other", _place(one), _place(best[2]), reason, 0.3 + best[0] / 2)


# Halves of opposites that are mostly something else: a particle, a rank, a point of the compass.
_OFTEN = frozenset(
    ["back", "up", "down", "first", "last", "more", "less", "man", "woman", "north", "south", "east", "west", "before",
     "after", "public", "open", "close", "present", "top", "bottom", "start", "end", "hold", "break", "keep"]
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|cannot)\b|n[’']t\b", re.IGNORECASE)


def _speakers(page: Page, e: Evidence) -> frozenset[str]:
    return frozenset(s for t in covering(page.by_report.get(e.report, ()), e.start, e.end) for s in t.speakers)


def _apart(a: str, b: str) -> bool:
    """Whether the words themselves show it: one negates and the other does not, or they hold opposites."""
    if bool(_NOT.search(a)) != bool(_NOT.search(b)):
        return True
    return opposed(content_words(a) - _OFTEN, content_words(b) - _OFTEN) is not None


def _taken(e: Evidence, taken: Sequence[Place]) -> bool:
    return any(e.report == t.report and e.start < t.end and t.start < e.end for t in taken)


def _text(page: Page, e: Evidence) -> str:
    return page.texts[e.report][e.start : e.end]


def _place(e: Evidence) -> Place:
    return Place(e.report, e.start, e.end)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"
