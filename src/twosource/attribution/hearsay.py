"""Hearsay without a source: "reportedly", "is said to"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Span

_HEARSAY = re.compile(
    r"\b(?:reportedly|purportedly|allegedly|(?:is|are|was|were|has been|have been|had been) (?:\w+ly )?"
    r"(?:said|believed|thought|understood|rumou?red|alleged|reported)(?= to\b))\b",
    re.IGNORECASE,
)
_EDGES = " \t\r\n\xa0,;:.!?…\"“”‘’'()—–-"
# A clause shorter than this beside the cue ("the reportedly stolen car") says nothing of its own.
LEAST_WORDS = 3


class Hearsay(NamedTuple):
    """The words that mark it, and what stands before and after them in the sentence."""

    cue: Span
    content: tuple[Span, ...]


def hearsay(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> tuple[Hearsay, ...]:
    """Hearsay that no statement covers yet, one a sentence, in order. ``taken`` must be sorted.

    Of 41 such words in PolNeAR train and dev outside other contents, 28 are annotated as cues.
    """
    found = []
    at = 0
    for start, end in sentences:
        while at < len(taken) and taken[at].end <= start:
            at += 1
        for match in _HEARSAY.finditer(text, start, end):
            if any(a < match.end() and match.start() < b for a, b in _until(taken, at, end)):
                continue
            before, after = _bare(text, start, match.start()), _bare(text, match.end(), end)
            if len(text[after.start : after.end].split()) < LEAST_WORDS:
                continue
            found.append(Hearsay(Span(*match.span()), tuple(s for s in (before, after) if s.end > s.start)))
            break
    return tuple(found)


def _until(taken: Sequence[Span], at: int, end: int) -> list[Span]:
    here = []
    while at < len(taken) and taken[at].start < end:
        here.append(taken[at])
        at += 1
    return here


def _bare(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _EDGES:
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)
