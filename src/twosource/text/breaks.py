"""Line breaks that end no paragraph: put in by a mail program, a copy from a page, a column's width."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from twosource.model import Span

_ENDS = frozenset(".!?…:;\"”’'»)]*")
_BREAKS = dict.fromkeys(map(ord, "\r\n\x0b\x0c\x85\u2028\u2029"), " ")


def unbroken(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """The paragraphs, those joined that a stray line break cut in two. Linear in the text.

    A break is stray where one line break alone stands in mid-sentence: the next line goes on in lower case, or the
    text is one that parts its paragraphs by blank lines and the line before ended in no stop.
    """
    gaps = [_lines(text[a.end : b.start]) for a, b in pairwise(paragraphs)]
    # Half of all gaps: a text of single lines has hardly any blank ones, one with blank lines hardly any others.
    blank_lines = 2 * sum(lines > 1 for lines in gaps) >= len(gaps)
    joined: list[Span] = []
    for k, paragraph in enumerate(paragraphs):
        if k and gaps[k - 1] == 1 and _stray(text, joined[-1], paragraph, blank_lines):
            joined[-1] = Span(joined[-1].start, paragraph.end)
        else:
            joined.append(paragraph)
    return tuple(joined)


def flattened(text: str, paragraphs: Sequence[Span]) -> str:
    """The text, of the same length, with the line breaks inside the paragraphs as spaces."""
    parts, at = [], 0
    for start, end in paragraphs:
        parts += [text[at:start], text[start:end].translate(_BREAKS)]
        at = end
    return "".join([*parts, text[at:]])


def _stray(text: str, before: Span, after: Span, blank_lines: bool) -> bool:
    if text[before.end - 1] in _ENDS:
        return False
    first = text[after.start]
    return first.islower() or (blank_lines and (first.isalnum() or first in "“\"‘'«„(—–,.;"))


def _lines(gap: str) -> int:
    return gap.replace("\r\n", "\n").translate(_BREAKS_AS_ONE).count("\n")


_BREAKS_AS_ONE = dict.fromkeys(map(ord, "\r\x0b\x0c\x85\u2028\u2029"), "\n")
