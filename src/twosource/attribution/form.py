"""How a statement's words are given: between quotation marks, without, or both."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from twosource.model import Form, Span
from twosource.text.quotes import quotations

MARKS = frozenset("\"'`“”„‟‘’‚‛«»‹›")
# A content's edges are bared of these before it is judged: they stand inside the marks or outside by house style.
EDGES = MARKS | frozenset(".,;:!?…-–—")


def quoted_characters(text: str) -> NDArray[np.bool_]:
    """(len(text),) whether each character stands between quotation marks, the marks included."""
    quoted = np.zeros(len(text), dtype=bool)
    for quotation in quotations(text):
        quoted[quotation.outer.start : quotation.outer.end] = True
    return quoted


def quoted_share(content: tuple[Span, ...], text: str, quoted: NDArray[np.bool_]) -> float:
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
                inside += bool(quoted[i])
    return inside / total if total else 0.0


def form_of(share: float) -> Form:
    """Direct where all is quoted, indirect where nothing is, else mixed."""
    return "direct" if share == 1 else "mixed" if share else "indirect"
