"""Readings and Statements to the passages that may carry a claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from twosource.claims.bearing import Kind, bearing, contrast
from twosource.claims.weight import weighty
from twosource.model import Reading, Span, Statement
from twosource.text.clauses import clauses
from twosource.text.words import content_words

# A passage with fewer content words says nothing that could be compared ("he said so").
LEAST_WORDS = 2
_BLANK = re.compile(r"\s+")
# "PORT ELM, Norland (Norland Press) — ", "PORT ELM (Norland Press), July 3 - ": a place in capitals, perhaps more, and
# a dash; "3 July 2023 (Norland Press) — ": a day, an agency and a dash.
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_AGENCY = r"\([^()]{2,40}\)"
_DATELINE = re.compile(
    rf"(?:(?:[A-Z][A-Z'’.]+[ ,]+){{1,4}}(?:[A-Z][\w.]+[ ,]*){{0,3}}(?:{_DAY},? ?)?(?:{_AGENCY}(?:, {_DAY})?\s*)?"
    rf"|{_DAY} {_AGENCY}\s*)[—–-]{{1,2}}\s+"
)
_EDGE = ' \t\r\n\u00a0,;:—–-()“”"„«»'


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A clause-sized passage that may carry a claim.

    ``text`` is what it says on one line, ``sentence`` the sentence around it, ``reading`` and ``row`` that sentence's
    place in the list of readings and in its vectors. ``kind`` and ``about`` are its bearing (``bearing.py``).
    ``lemmas`` are the content words of what it is about, ``around`` those of its sentence. ``head`` says whether it
    has a subject of its own, ``title`` whether it stands in the headline, ``asks`` whether it is a question,
    ``weighty`` whether it states something.
    """

    report: str
    reading: int
    row: int
    span: Span
    text: str
    sentence: str
    statement: Statement | None
    kind: Kind
    about: str
    lemmas: frozenset[str]
    around: frozenset[str]
    head: bool
    title: bool
    asks: bool
    weighty: bool

    @property
    def compared(self) -> frozenset[str]:
        """The words it is compared by: its own, or its sentence's where it names nothing by itself."""
        return self.lemmas if self.about else self.around


def passages(
    readings: Sequence[Reading], statements: Sequence[Statement], *, rows: Sequence[frozenset[int]]
) -> list[Passage]:
    """The passages of the sentences ``rows`` names for each reading, in order of reading and place.

    Furniture, frames that only name who reports, and passages that say next to nothing are left out.
    """
    by_report = statements_by_report(statements)
    out: list[Passage] = []
    for number, reading in enumerate(readings):
        here = by_report.get(reading.report.id, [])
        for row in sorted(rows[number]):
            if not reading.sentences[row].furniture:
                out += of_sentence(reading, number, row, here)
    return out


def statements_by_report(statements: Sequence[Statement]) -> dict[str, list[Statement]]:
    """Each report's statements that have content, in text order."""
    out: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted((s for s in statements if s.content), key=lambda s: (s.report, s.content[0], s.id)):
        out[statement.report].append(statement)
    return out


def of_sentence(reading: Reading, number: int, row: int, statements: Sequence[Statement]) -> list[Passage]:
    """The passages of one sentence; ``number`` is the reading's place in the list, ``statements`` its report's."""
    report = reading.report
    start, end = reading.sentences[row].span
    dateline = _DATELINE.match(report.text[start:end])
    start += dateline.end() if dateline else 0
    text = report.text[start:end]
    near = [s for s in statements if any(c.start < end and start < c.end for c in s.content)]
    whole = plain(text)
    around = content_words(whole)
    title = report.headline is not None and report.headline.start <= start < report.headline.end
    out = []
    for clause in clauses(text):
        said = plain(text[clause.span.start : clause.span.end])
        span = Span(start + clause.span.start, start + clause.span.end)
        statement = innermost(span, near)
        kind, about = bearing(said, stance=statement.stance if statement else None)
        lemmas = content_words(about)
        if kind == "plain" and (clause.frame or len(lemmas) < LEAST_WORDS):
            continue
        passage = Passage(
            report=report.id,
            reading=number,
            row=row,
            span=span,
            text=said,
            sentence=whole,
            statement=statement,
            kind=kind,
            about=about,
            lemmas=lemmas,
            around=around,
            head=clause.head,
            title=title,
            weighty=weighty(said),
            asks="?" in text[clause.span.start : clause.span.end + 2],
        )
        parts = contrast(said) if kind == "plain" else None
        if parts is None:
            out.append(passage)
        else:  # it bears twice: on what it asserts, and on what it denies
            out.append(replace(passage, about=parts[0], lemmas=content_words(parts[0])))
            out.append(replace(passage, kind="denial", about=parts[1], lemmas=content_words(parts[1])))
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
