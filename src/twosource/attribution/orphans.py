"""Quotations without a cue: what they go on with, and who is near enough to have said them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from twosource.attribution.form import Quoted
from twosource.attribution.spans import RoleSpans, Words
from twosource.model import Tags

# What may stand between a quotation and the name that signs it, in characters and marks.
SIGNED = 8
# Words, marks among them, that may stand before a content that opens its paragraph.
OPENING = 2
SIGNATURE = " \t\r\n\xa0―—–-\"”“’'».,"
# A name of one to four words that signs a quotation and ends the line, or stands before the next quotation.
_SIGNED_BY = re.compile(
    r"[\"”’'».,]{0,3}\s*[―—–]\s*((?:[^\W\d_a-z][\w.’'-]*[ \xa0]?){1,4})(?<![ \xa0.])(?=[.,]?[ \xa0]*(?:[\r\n“\"«„]|$))"
)
# The paragraph that introduces a quotation set apart ends so.
_INTRODUCES = (":", ":-", ": -", ":—", ": —")


class BegunBefore:
    """The statement whose last content ends a paragraph, by paragraph: what an unclosed quotation goes on with."""

    def __init__(self, tags: Tags, last_contents: Sequence[Words]) -> None:
        self._paragraph = tags.links["paragraph"]
        self._last: dict[int, tuple[int, int]] = {}
        for at, content in enumerate(last_contents):
            self.add(content, at)

    def add(self, content: Words, at: int) -> None:
        """Statement number ``at`` now ends with this content."""
        paragraph = int(self._paragraph[content.last])
        self._last[paragraph] = max(self._last.get(paragraph, (-1, -1)), (content.last, at))

    def before(self, content: Words) -> int | None:
        """The number of the last statement that ends in the paragraph before this content's."""
        found = self._last.get(int(self._paragraph[content.first]) - 1)
        return found[1] if found else None


def nearest_source(tags: Tags, text: str, spans: RoleSpans, content: Words, quoted: Quoted) -> Words | None:
    """The source nearest to the content in its paragraph, else the last one of the paragraph before.

    A name after a dash, as under a quotation set apart ("― Anna Lindqvist"), goes before both; so does the last source
    of a paragraph before that ends in a colon. Who is named inside a quotation is not who speaks it.
    """
    if signature := signed_by(tags, text, content):
        return signature
    sources, paragraph = spans.sources, tags.links["paragraph"]
    here = paragraph[content.first]
    after = bisect_left(sources, (content.last + 1, 0))
    if after < len(sources) and _signs(tags, text, content, sources[after]):
        return sources[after]
    earlier = _last_before(tags, sources, after, here)
    if earlier and _introduced(tags, text, content):
        return earlier
    nearest: list[Words] = []
    for step, start in ((1, after), (-1, after - 1)):
        at = start
        while 0 <= at < len(sources) and paragraph[sources[at].first] == here:
            if not quoted.inside[tags.pieces[sources[at].first, 0]]:
                nearest.append(sources[at])
                break
            at += step
    if nearest:
        return min(nearest, key=lambda s: (max(s.first - content.last, content.first - s.last), s.first))
    return earlier


def signed_by(tags: Tags, text: str, content: Words) -> Words | None:
    """The name that signs a quotation ("“It fell.” ― Anna Lindqvist"), tagged as a source or not."""
    match = _SIGNED_BY.match(text, int(tags.pieces[content.last, 1]))
    if match is None:
        return None
    first, last = np.searchsorted(tags.pieces[:, 0], match.span(1)).tolist()
    return Words(first, last - 1) if last > first else None


def _last_before(tags: Tags, sources: Sequence[Words], after: int, here: float) -> Words | None:
    """The last source of the paragraph before."""
    at = after - 1
    paragraph = tags.links["paragraph"]
    while at >= 0 and paragraph[sources[at].first] == here:
        at -= 1
    return sources[at] if at >= 0 and paragraph[sources[at].first] == here - 1 else None


def _introduced(tags: Tags, text: str, content: Words) -> bool:
    """Whether the content opens its paragraph and the paragraph before ends in a colon."""
    paragraph = tags.links["paragraph"]
    first = content.first
    while first and content.first - first < OPENING and paragraph[first - 1] == paragraph[content.first]:
        first -= 1
    if first and paragraph[first - 1] == paragraph[content.first]:
        return False
    end = int(tags.pieces[first - 1, 1])
    return bool(first) and text[max(0, end - 3) : end].endswith(_INTRODUCES)


def _signs(tags: Tags, text: str, content: Words, source: Words) -> bool:
    gap = text[int(tags.pieces[content.last, 1]) : int(tags.pieces[source.first, 0])]
    return len(gap) <= SIGNED and not gap.strip(SIGNATURE) and any(mark in gap for mark in "―—–")
