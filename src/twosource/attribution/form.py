"""How a statement's words are given: between quotation marks, without, or both."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Form, Span
from twosource.text.quotes import quotations

MARKS = frozenset("\"'`“”„‟‘’‚‛«»‹›")
# A content's edges are bared of these before it is judged: they stand inside the marks or outside by house style.
EDGES = MARKS | frozenset(".,;:!?…-–—")


class Quoted(NamedTuple):
    """Where a text quotes: for each character whether it stands between marks (these included).

    ``continued`` are the starts of quotations that go on with the unclosed one of the paragraph before.
    """

    inside: NDArray[np.bool_]
    continued: frozenset[int]


def quoted_parts(text: str) -> Quoted:
    """What of the text is quoted."""
    inside = np.zeros(len(text), dtype=bool)
    found = quotations(text)
    for quotation in found:
        inside[quotation.outer.start : quotation.outer.end] = True
    return Quoted(inside, frozenset(q.outer.start for q in found if q.continues))


def quoted_share(content: tuple[Span, ...], text: str, quoted: Quoted) -> float:
    """The share of the content's characters, edges and white space aside, that are quoted."""
    inside = total = 0
    for first, last in content:
        start, end = first, last
        while start < end and (text[start].isspace() or text[start] in EDGES):
            start += 1
        while start < end and (text[end - 1].isspace() or text[end - 1] in EDGES):
            end -= 1
        for i in range(start, end):
            if not text[i].isspace():
                total += 1
                inside += bool(quoted.inside[i])
    return inside / total if total else 0.0


def form_of(share: float) -> Form:
    """Direct where all is quoted, indirect where nothing is, else mixed."""
    return "direct" if share == 1 else "mixed" if share else "indirect"
