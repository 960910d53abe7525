"""Drift in telling who did not answer: one of several left out, silence turned into a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.model import Place, Span


def answer_dropped(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Of several who did not answer, one is left out in the retelling."""
    for pair in pairs:
        if not pair.a.origins & pair.b.origins:
            continue
        one, other = _SILENT.search(pair.a.text), _SILENT.search(pair.b.text)
        if one is None or other is None:
            continue
        here = page.clause(pair.a, Span(pair.a.span.start + one.start(), pair.a.span.start + one.end()))
        there = page.clause(pair.b, Span(pair.b.span.start + other.start(), pair.b.span.start + other.end()))
        a, b = _parties(page, here), _parties(page, there)
        if not a & b or a == b or (a - b and b - a):
            continue
        gone = sorted((a - b) or (b - a))
        yield Found(
            "attribution",
            here,
            there,
            f"“{gone[0]}”, who did not answer either, is in one report only.",
            0.7,
        )


def answer_refused(page: Page, pairs: Sequence[Pair], first: frozenset[str]) -> Iterator[Found]:
    """Who did not answer in one report, and refused to in another; against the first-hand report where there is one."""
    best: dict[Place, tuple[bool, float, Found]] = {}
    for pair in pairs:
        for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
            silent, refused = _UNANSWERED.search(told.text), _REFUSED.search(other.text)
            if silent is None or refused is None or _REFUSED.search(told.text):
                continue
            if not _parties(page, told.place) & _parties(page, other.place):
                continue
            reason = f"“{silent.group()}” became “{refused.group()}”."
            item = (told.report in first, pair.strength, Found("other", told.place, other.place, reason, 0.8))
            if other.place not in best or item[:2] > best[other.place][:2]:
                best[other.place] = item
    for place in sorted(best):
        yield best[place][2]


_UNANSWERED = re.compile(
    r"\b(?:did|has|have|had|does|do)(?: not|n[’']t)(?: \w+)? (?:respon\w+|repl\w+|answer\w*|return\w*)\b|"
    r"\bcould not be reached\b|\bno (?:answer|reply|response)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:refus\w+|declin\w+)(?: \w+){0,2} (?:comment\w*|answer\w*|respon\w+|say)\b", re.IGNORECASE)

_SILENT = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were)(?: not|n[’']t)(?: \w+){0,2} "
    r"(?:respon\w+|repl\w+|answer\w*|return\w*|receiv\w+|comment\w*|available)\b"
    r"|\bdeclined to comment\b|\bno (?:immediate )?(?:response|comment|reply)\b",
    re.IGNORECASE,
)


def _parties(page: Page, place: Place) -> frozenset[str]:
    """The names of several words in the clause that tells of the silence."""
    text = page.texts[place.report][place.start : place.end].replace("’", "'")
    return frozenset(m.group() for m in re.finditer(r"[A-Z][\w.]*(?:'s)?(?: (?:of |for |the )?[A-Z][\w.]*)+", text))
