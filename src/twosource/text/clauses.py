"""A sentence to clause-sized passages, cut at punctuation, conjunctions, quotation marks and reporting frames."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from twosource.model import Span
from twosource.text.frames import is_frame
from twosource.text.joints import LEVELS, joints
from twosource.text.verbs import is_finite, opens_participle
from twosource.text.words import Word, words

# A passage shorter than this many words says too little to stand for a claim and joins its neighbour: chosen by
# reading the cuts of some hundred sentences of news ("he said" has two, "but has few options" four).
MIN_WORDS = 4

# A passage of up to this many words is left whole. Chosen on hand-marked evidence of two stories, half of it between 8
# and 19 words.
LONGEST = 24


class Clause(NamedTuple):
    """A passage of a sentence: its span (offsets of the text given), and whether it only names who reports.

    ``head`` is true for a passage that begins with its own subject, not with a relative pronoun, participle or
    conjunction that leans on what stands before.
    """

    span: Span
    frame: bool
    head: bool


def clauses(text: str, *, cuts: Iterable[int] = (), longest: int = LONGEST) -> list[Clause]:
    """The clauses of one sentence, in order, none overlapping; every word of it is in one of them.

    Who reports is always cut off. The rest is cut only where it is longer than ``longest`` words, at the strongest
    joints first: a contrast or a list of two deeds in one breath says one thing. ``cuts`` are further offsets at which
    a passage must end (the edges of a statement's content). Linear in the length of ``text``.
    """
    found = words(text)
    if not found:
        return []
    levels: list[list[int]] = [[] for _ in range(LEVELS)]
    ends = [word.end for word in found]
    marks = joints(text, found)
    for index in {bisect_right(ends, cut) for cut in cuts}:
        marks[index] = 0
    for index, level in sorted(marks.items()):
        if 0 < index < len(found):
            levels[level].append(index)
    pieces = [(0, len(found))]
    for level, indices in enumerate(levels):
        pieces = [part for piece in pieces for part in _cut(found, piece, indices, level, longest)]
    out = []
    for a, b in pieces:
        piece = found[a:b]
        out.append(Clause(Span(piece[0].start, piece[-1].end), is_frame(piece), _is_head(piece)))
    return out


def _cut(
    found: list[Word], piece: tuple[int, int], marks: list[int], level: int, longest: int
) -> list[tuple[int, int]]:
    """A piece cut at the marks of one level (in order), if that level is always cut or the piece is too long.

    A part shorter than ``MIN_WORDS`` joins the part before it (the next one for an opening), unless it is a frame.
    """
    start, end = piece
    if level and end - start <= longest:
        return [piece]
    edges = [start, *marks[bisect_right(marks, start) : bisect_left(marks, end)], end]
    out: list[tuple[int, int]] = []
    for a, b in pairwise(edges):
        short = b - a < MIN_WORDS and not is_frame(found[a:b])
        open_end = bool(out) and out[-1][1] - out[-1][0] < MIN_WORDS and not is_frame(found[out[-1][0] : out[-1][1]])
        if out and (open_end or (short and not is_frame(found[out[-1][0] : out[-1][1]]))):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _is_head(piece: list[Word]) -> bool:
    first = piece[0].text
    if first.lower() in _LEANS or opens_participle(first) or (first[0].islower() and is_finite(first)):
        return False
    return len(piece) < 2 or piece[1].text.lower() not in _RELATIVE  # "in which recipients are paid"


_LEANS_TEXT = """
who which whom whose where when and but or nor yet so because although though whereas while until after before since
as if with to not
"""
_LEANS = frozenset(_LEANS_TEXT.split())
_RELATIVE = frozenset(["which", "whom", "whose"])
