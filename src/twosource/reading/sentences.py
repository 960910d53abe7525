"""The sentences of a report's paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.model import Sentence, Span
from twosource.text.sentences import sentences

# A text without stops would be one sentence; what follows compares sentences. The longest of PolNeAR's has 1,100.
MOST_CHARACTERS = 2_000


def sentences_of(text: str, paragraphs: Sequence[Span], furniture: Sequence[Span]) -> tuple[Sentence, ...]:
    """The sentences in text order, each inside one paragraph, and whether at least half of it is furniture."""
    return tuple(
        Sentence(part, k, _inside(part, furniture))
        for k, paragraph in enumerate(paragraphs)
        for sentence in sentences(text, paragraph)
        for part in _parts(text, sentence)
    )


def _parts(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or where it is longer than any real one its parts, cut at white space where there is some."""
    start, end = sentence
    while end - start > MOST_CHARACTERS:
        cut = max(text.rfind(mark, start + 1, start + MOST_CHARACTERS) for mark in " \n\t\xa0")
        cut = cut if cut > start else start + MOST_CHARACTERS
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    yield Span(start, end)


def _inside(span: Span, furniture: Sequence[Span]) -> bool:
    covered = sum(max(0, min(span.end, f.end) - max(span.start, f.start)) for f in furniture)
    return 2 * covered >= span.end - span.start
