"""Transcripts: paragraphs that open with their speaker's name and a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Span

# NAME: or FIRST LAST (PARTY): in capitals, perhaps after a quotation mark. Words like NOTE: are told by their company.
_LABEL = re.compile(
    r"[“\"„«]?\s*([A-Z][A-Z.'’\-]+(?:[ \xa0][A-Z][A-Z.'’\-]*){0,4}(?:[ \xa0]?\([^)\n]{1,30}\))?)(:)[ \xa0\t]+(?=\S)"
)
_MARKS = '”"“»«„'
_NOT_PEOPLE = frozenset({
    "NOTE", "UPDATE", "UPDATED", "CLARIFICATION", "CORRECTION", "WATCH", "READ", "MORE", "VIDEO", "PHOTO", "PHOTOS",
    "RELATED", "BREAKING",
})  # fmt: skip
# One label may be a headline's ("UN: ..."); two speakers or one who speaks twice make a conversation.
LEAST_TURNS = 2
# Paragraphs without a label between two turns go on with the first of them; a longer stretch is the report's own.
MOST_BETWEEN = 2


class Turn(NamedTuple):
    """One speaker's turn."""

    source: Span
    cue: Span
    content: tuple[Span, ...]


def turns(text: str, paragraphs: Sequence[Span]) -> tuple[Turn, ...]:
    """The turns of the conversations in a text, in order; none where there is only one label."""
    labels = [(k, match) for k, p in enumerate(paragraphs) if (match := _LABEL.match(text, p.start, p.end))]
    labels = [(k, match) for k, match in labels if match.group(1).split()[0] not in _NOT_PEOPLE]
    if len(labels) < LEAST_TURNS:
        return ()
    found = []
    for (k, match), following in zip(labels, [*labels[1:], None], strict=True):
        content = [_bare(text, Span(match.end(), paragraphs[k].end))]
        if following is not None and following[0] - k - 1 <= MOST_BETWEEN:
            content += [_bare(text, paragraphs[j]) for j in range(k + 1, following[0])]
        kept = tuple(span for span in content if span.end > span.start)
        if kept:
            found.append(Turn(Span(*match.span(1)), Span(*match.span(2)), kept))
    return tuple(found)


def _bare(text: str, span: Span) -> Span:
    """The span without a closing mark whose opening one stands before the label."""
    start, end = span
    if end > start and text[end - 1] in _MARKS and not any(mark in text[start : end - 1] for mark in _MARKS):
        end -= 1
    return Span(start, end)
