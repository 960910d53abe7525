"""Readings and Statements to the passages that may carry a claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from twosource.model import Reading, Span, Statement
from twosource.text.clauses import clauses
from twosource.text.words import content_words, negations

# A passage with fewer content words says nothing that could be compared ("he said so").
LEAST_WORDS = 2
_BLANK = re.compile(r"\s+")
_EDGE = ' \t\r\n\u00a0,;:—–-()“”"„«»'


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A clause-sized passage that may carry a claim.

    ``text`` is what it says, blanks evened out; ``sentence`` the sentence around it; ``row`` the sentence's row in
    its report's vectors; ``reading`` the report's place in the list of readings; ``lemmas`` and ``around`` the content
    words of the passage and of its sentence; ``head`` whether it has a subject of its own.
    """

    report: str
    reading: int
    row: int
    span: Span
    text: str
    sentence: str
    statement: Statement | None
    lemmas: frozenset[str]
    around: frozenset[str]
    negations: int
    head: bool
    title: bool


def passages(
    readings: Sequence[Reading], statements: Sequence[Statement], *, rows: Sequence[frozenset[int]]
) -> list[Passage]:
    """The passages of all readings, in order of report and place; ``rows`` are the sentences to look at in each.

    Furniture, frames that only name who reports, questions of the outlet's own and passages that say next to nothing
    are left out.
    """
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.report].append(statement)
    out: list[Passage] = []
    for number, reading in enumerate(readings):
        here = sorted(by_report[reading.report.id], key=lambda s: (s.content[0] if s.content else Span(0, 0), s.id))
        for row, sentence in enumerate(reading.sentences):
            if not sentence.furniture and row in rows[number]:
                out += _of_sentence(reading, number, row, here)
    return out


def _of_sentence(reading: Reading, number: int, row: int, statements: Sequence[Statement]) -> list[Passage]:
    report = reading.report
    start, end = reading.sentences[row].span
    text = report.text[start:end]
    near = [s for s in statements if any(c.start < end and start < c.end for c in s.content)]
    whole = plain(text)
    around = content_words(whole)
    title = report.headline is not None and report.headline.start <= start < report.headline.end
    out = []
    for clause in clauses(text):
        if clause.frame:
            continue
        raw = text[clause.span.start : clause.span.end]
        said = plain(raw)
        lemmas = content_words(said)
        if len(lemmas) < LEAST_WORDS:
            continue
        span = Span(start + clause.span.start, start + clause.span.end)
        out.append(
            Passage(
                report=report.id,
                reading=number,
                row=row,
                span=span,
                text=said,
                sentence=whole,
                statement=innermost(span, near),
                lemmas=lemmas,
                around=around,
                negations=negations(said),
                head=clause.head,
                title=title,
            )
        )
    return out


def innermost(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement whose content holds at least half of ``span``, the tightest of several."""
    best: tuple[int, str, Statement] | None = None
    for statement in statements:
        shared = sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in statement.content)
        if 2 * shared >= span.end - span.start:
            size = sum(c.end - c.start for c in statement.content)
            if best is None or (size, statement.id) < best[:2]:
                best = (size, statement.id, statement)
    return best[2] if best else None


def plain(text: str) -> str:
    """Text as one line, without the marks at its edges."""
    return _BLANK.sub(" ", text).strip(_EDGE)
