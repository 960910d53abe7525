"""Paragraphs of a text, also where lines are wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.model import Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BLANK = re.compile(r"(?:\r\n|\r|\n|\u2029)[ \t\xa0]*(?:\r\n|\r|\n|\u2029)|\u2029")
_ENDED = re.compile(r"[.!?:;…\"”'’»)\]]\s*$")
# White space, and marks that are not seen: byte-order, direction, zero width.
_UNSEEN = " \t\xa0\u2000\u2001\u2002\u2003\u2009\u202f\u3000\u200b\u200e\u200f\u202a\u202b\u202c\ufeff\x1c\x1d\x1e\x1f"
# Hand-wrapped text breaks at 40 to 120 columns; shorter lines are headlines, tags and lists.
WRAP_COLUMNS = (40, 120)


def paragraphs(text: str) -> tuple[Span, ...]:
    """The spans of the text's paragraphs, without surrounding white space, in order.

    A line is a paragraph, unless the lines around it look wrapped by hand: between blank lines, most of them
    40 to 120 columns wide and ended in mid-sentence. A wrapped block is still cut after a short line
    that ends a sentence.
    """
    found: list[Span] = []
    blocks = [list(_lines(text, block)) for block in _blocks(text)]
    by_hand = _is_wrapped_by_hand([line for lines in blocks for line in lines])
    for lines in blocks:
        found.extend(_join(text, lines) if by_hand and _wrapped(text, lines) else lines)
    return tuple(found)


def _is_wrapped_by_hand(lines: list[Span]) -> bool:
    """Where more than one line in ten is wider than anybody wraps, a line is a paragraph, also among short ones."""
    wide = sum(line.end - line.start > WRAP_COLUMNS[1] for line in lines)
    return 10 * wide <= len(lines)


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _lines(text: str, block: Span) -> Iterator[Span]:
    for match in _LINE.finditer(text, block.start, block.end):
        bare = match.group().strip(_UNSEEN)
        if bare:
            start = match.start() + match.group().index(bare)
            yield Span(start, start + len(bare))


def _wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < 2:
        return False
    inner = lines[:-1]
    if max(line.end - line.start for line in lines) > WRAP_COLUMNS[1]:
        return False
    wide = sum(line.end - line.start >= WRAP_COLUMNS[0] for line in inner)
    open_ended = sum(not _ENDED.search(text[line.start : line.end]) for line in inner)
    return 2 * wide >= len(inner) and 2 * open_ended > len(inner)


def _join(text: str, lines: list[Span]) -> Iterator[Span]:
    full = max(line.end - line.start for line in lines)
    start = lines[0].start
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        # A line well short of full width that ends a sentence ends its paragraph: the next word would have fitted.
        last = following is None or (
            4 * (line.end - line.start) < 3 * full and _ENDED.search(text[line.start : line.end]) is not None
        )
        if last:
            yield Span(start, line.end)
            if following is not None:
                start = following.start
