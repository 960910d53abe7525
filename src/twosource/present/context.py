"""A place in a report -> its words with as much around them as shows what they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Span

# Characters kept on either side: about two lines of the page, enough for the clause that qualifies the words.
AROUND = 170
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9])")


class Context(NamedTuple):
    """The words before, the words themselves, the words after; an ellipsis stands where a sentence is cut."""

    before: str
    words: str
    after: str


def context(text: str, place: Span, paragraphs: Sequence[Span], *, around: int = AROUND) -> Context:
    """The words at ``place`` and what stands around them in the same paragraph.

    The cut falls on a sentence's edge where there is one within ``around`` characters, else between words.
    """
    first = _around(paragraphs, place.start) or place
    last = _around(paragraphs, max(place.start, place.end - 1)) or place
    low = max(first.start, place.start - around)
    before = text[low : place.start] if low < place.start else ""
    if low > first.start:
        edge = _SENTENCE.search(before)
        before = before[edge.end() :] if edge else "…" + before[before.find(" ") + 1 :]
    high = min(last.end, place.end + around)
    after = text[place.end : high] if place.end < high else ""
    if high < last.end:
        edges = [match.start() for match in _SENTENCE.finditer(after)]
        after = after[: edges[-1]] if edges else after[: after.rfind(" ") + 1].rstrip() + "…"
    return Context(before, text[place.start : place.end], after)


def _around(paragraphs: Sequence[Span], offset: int) -> Span | None:
    at = bisect_right(paragraphs, offset, key=lambda span: span.start) - 1
    return paragraphs[at] if at >= 0 and offset < paragraphs[at].end else None
