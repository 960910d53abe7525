"""Quotations without a cue: what they go on with, and who is near enough to have said them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from twosource.attribution.form import Quoted
from twosource.attribution.spans import RoleSpans, Words
from twosource.model import Tags

# What may stand between a quotation and the name that signs it, in characters and marks.
SIGNED = 8
SIGNATURE = " \t\r\n\xa0―—–-\"”“’'».,"


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

    A name after a dash, as under a quotation set apart ("― Anna Lindqvist"), goes before both. Who is named inside a
    quotation is not who speaks it.
    """
    sources, paragraph = spans.sources, tags.links["paragraph"]
    here = paragraph[content.first]
    after = bisect_left(sources, (content.last + 1, 0))
    if after < len(sources) and _signs(tags, text, content, sources[after]):
        return sources[after]
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
    at = after - 1
    while at >= 0 and paragraph[sources[at].first] == here:
        at -= 1
    return sources[at] if at >= 0 and paragraph[sources[at].first] == here - 1 else None


def _signs(tags: Tags, text: str, content: Words, source: Words) -> bool:
    gap = text[int(tags.pieces[content.last, 1]) : int(tags.pieces[source.first, 0])]
    return len(gap) <= SIGNED and not gap.strip(SIGNATURE) and any(mark in gap for mark in "―—–")
