"""Overlapping spans -> the flat run of pieces that a page can draw."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from twosource.model import Span


class Piece(NamedTuple):
    """A stretch of text under the same marks: ``starts`` and ``ends`` name those that begin or end with it."""

    span: Span
    under: tuple[str, ...]
    starts: tuple[str, ...]
    ends: tuple[str, ...]


def pieces(within: Span, marks: Iterable[tuple[Span, str]]) -> list[Piece]:
    """``within`` cut at every edge of a mark, in order and without gaps; each piece names the marks over it.

    A mark is a span and a name. Marks may overlap, nest and repeat; what lies outside ``within`` is cut off, and
    an empty mark is dropped. ``starts`` and ``ends`` are of the marks as cut.
    """
    clipped = sorted(
        (max(span.start, within.start), min(span.end, within.end), name)
        for span, name in marks
        if min(span.end, within.end) > max(span.start, within.start)
    )
    if within.end <= within.start:
        return []
    edges = sorted({within.start, within.end, *(m[0] for m in clipped), *(m[1] for m in clipped)})
    found: list[Piece] = []
    active: list[tuple[int, int, str]] = []
    following = 0
    for start, end in pairwise(edges):
        while following < len(clipped) and clipped[following][0] <= start:
            active.append(clipped[following])
            following += 1
        active = [mark for mark in active if mark[1] > start]
        found.append(
            Piece(
                Span(start, end),
                tuple(mark[2] for mark in active),
                tuple(mark[2] for mark in active if mark[0] == start),
                tuple(mark[2] for mark in active if mark[1] == end),
            )
        )
    return found
