"""Sentences as this room compares them: their words, weights, vector, speakers and origins in one value."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from twosource.gazetteer.mentions import mentions
from twosource.model import Claim, LineageEdge, Origin, Place, Reading, Reuse, Span, Statement
from twosource.text.certainty import Mark, marks
from twosource.text.clauses import clauses
from twosource.text.date_values import DateValue
from twosource.text.dates import dates
from twosource.text.numbers import Quantity, quantities
from twosource.text.quotes import Quotation, quotations
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import words


class Traced(Protocol):
    """What ``lineage.trace`` answers, as far as this room looks at it."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, with speaker and via."""

    @property
    def edges(self) -> tuple[LineageEdge, ...]:
        """Where the reports got their material."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The first-hand acts of newsgathering."""

    @property
    def reuse(self) -> tuple[Reuse, ...]:
        """Passages that two reports share."""


@dataclass(frozen=True, eq=False)
class Told:
    """One sentence that belongs to the story.

    ``lemmas`` are its content words, ``vector`` its unit vector; ``claims`` maps the index of each claim it is evidence
    of to the evidence's stance; ``rank`` counts the sentences of its report from 0, ``headline`` marks the headline.
    """

    report: str
    rank: int
    span: Span
    paragraph: int
    text: str
    lemmas: frozenset[str]
    vector: NDArray[np.float32]
    marks: tuple[Mark, ...]
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
    origins: frozenset[str]
    claims: Mapping[int, str] = field(default_factory=dict)
    headline: bool = False
    published: str | None = None

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """Its numbers, offsets of ``text``."""
        return quantities(self.text)

    @cached_property
    def dates(self) -> tuple[DateValue, ...]:
        """Its dates, offsets of ``text``."""
        return dates(self.text, published=self.published)

    @cached_property
    def outlets(self) -> tuple[tuple[Span, str], ...]:
        """The outlets it names, offsets of ``text``."""
        return tuple((span, outlet.name) for span, outlet in mentions(self.text))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Its clauses, offsets of the report."""
        start = self.span.start
        return tuple(Span(start + c.span.start, start + c.span.end) for c in clauses(self.text))

    @cached_property
    def place(self) -> Place:
        """Where the sentence stands."""
        return Place(self.report, self.span.start, self.span.end)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Everyone who is cited in the sentence."""
        return frozenset(s.speaker for s in self.statements if s.speaker)

    @property
    def attributed(self) -> bool:
        """Whether the sentence itself says who says it."""
        return any(s.cue is not None and _meet(s.cue, self.span) for s in self.statements)


@dataclass(frozen=True, eq=False)
class Page:
    """All sentences of the story, report by report, and how much each word tells."""

    told: tuple[Told, ...]
    by_report: Mapping[str, tuple[Told, ...]]
    texts: Mapping[str, str]
    published: Mapping[str, str | None]
    weights: Mapping[str, float]
    quotations: Mapping[str, tuple[Quotation, ...]]

    def weight(self, lemmas: frozenset[str]) -> float:
        """How much the words tell together: the sum of their weights."""
        return sum(self.weights.get(w, 0.0) for w in sorted(lemmas))

    @cached_property
    def distinct(self) -> tuple[Told, ...]:
        """One sentence for each wording, the first that has it; a copy word for word has not changed."""
        first: dict[str, Told] = {}
        for told in self.told:
            first.setdefault(" ".join(told.text.casefold().split()), told)
        return tuple(first.values())

    @property
    def denying(self) -> tuple[Told, ...]:
        """The sentences looked at for denials: all in a story of few reports, each wording once in a large one."""
        return self.told if len(self.by_report) <= FEW else self.distinct

    def clause(self, told: Told, at: Span) -> Place:
        """The clause (or clauses) of a sentence that holds the words ``at`` (offsets of the report)."""
        inside = [c for c in told.clauses if c.start < at.end and at.start < c.end]
        if not inside:
            return told.place
        return Place(told.report, min(inside[0].start, at.start), max(inside[-1].end, at.end))

    def marked(self, told: Told, mark: Mark) -> Place:
        """The clause of a sentence that holds one of its marks of certainty."""
        base = told.span.start
        return self.clause(told, Span(base + mark.span.start, base + mark.span.end))


FEW = 12  # reports whose reader wants to see each denial where it stands


def page(readings: Sequence[Reading], claims: Sequence[Claim], traced: Traced) -> Page:
    """The story's sentences with everything this room asks of them; furniture is left out, a headline is not."""
    said, evidence = _statements(traced), _evidence(claims)
    of_statement = {s: o.id for o in traced.origins for s in o.statements}
    told: list[Told] = []
    quoted: dict[str, tuple[Quotation, ...]] = {}
    for reading in sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id)):
        report = reading.report
        quoted[report.id] = quotations(report.text)
        headline_seen = False
        for i, sentence in enumerate(reading.sentences):
            headline = report.headline is not None and _meet(sentence.span, report.headline)
            if sentence.furniture and not (headline and not headline_seen):
                continue
            headline_seen = headline_seen or headline
            start, end = sentence.span
            text = report.text[start:end]
            here = tuple(s for s in said.get(report.id, ()) if any(_meet(c, sentence.span) for c in s.content))
            bears = [e for e in evidence.get(report.id, ()) if _meet(Span(e[0], e[1]), sentence.span)]
            origins = {of_statement[s.id] for s in here if s.id in of_statement} | {e[4] for e in bears if e[4]}
            told.append(
                Told(
                    report=report.id,
                    rank=i,
                    span=sentence.span,
                    paragraph=sentence.paragraph,
                    text=text,
                    lemmas=lemmas(text),
                    vector=reading.vectors[i],
                    marks=marks(text),
                    quotations=tuple(q for q in quoted[report.id] if _meet(q.span, sentence.span)),
                    statements=here,
                    origins=frozenset(o for o in origins if o),
                    claims={e[2]: e[3] for e in bears},
                    headline=headline,
                    published=report.published,
                )
            )
    return Page(
        told=tuple(told),
        by_report=_by_report(told),
        texts={r.report.id: r.report.text for r in readings},
        published={r.report.id: r.report.published for r in readings},
        weights=_weights(told),
        quotations=quoted,
    )


def lemmas(text: str) -> frozenset[str]:
    """The content words of a text, uninflected."""
    return frozenset(w.lemma for w in words(text) if w.text.casefold() not in FUNCTION_WORDS)


def _weights(told: Sequence[Told]) -> dict[str, float]:
    """Inverse document frequency over the story's sentences; the names of the story weigh little by themselves."""
    counts = Counter(w for t in told for w in t.lemmas)
    return {w: math.log(1 + len(told) / n) for w, n in sorted(counts.items())}


def _by_report(told: Sequence[Told]) -> dict[str, tuple[Told, ...]]:
    grouped: dict[str, list[Told]] = defaultdict(list)
    for item in told:
        grouped[item.report].append(item)
    return {report: tuple(items) for report, items in grouped.items()}


def _statements(traced: Traced) -> dict[str, list[Statement]]:
    grouped: dict[str, list[Statement]] = defaultdict(list)
    for statement in traced.statements:
        grouped[statement.report].append(statement)
    return grouped


def _evidence(claims: Sequence[Claim]) -> dict[str, list[tuple[int, int, int, str, str | None]]]:
    grouped: dict[str, list[tuple[int, int, int, str, str | None]]] = defaultdict(list)
    for k, claim in enumerate(claims):
        for e in claim.evidence:
            grouped[e.report].append((e.start, e.end, k, e.stance, e.origin))
    return grouped


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def covering(told: Sequence[Told], start: int, end: int) -> tuple[Told, ...]:
    """The sentences of one report (in text order) that a stretch touches."""
    first = bisect_right([t.span.end for t in told], start)
    last = bisect_left([t.span.start for t in told], end)
    return tuple(told[first:last])
