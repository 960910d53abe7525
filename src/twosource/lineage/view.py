"""One report as lineage looks at it: its sentences, statements and credits, found by place."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from twosource.model import Credit, Place, Reading, Source, Span, Statement

# The lead is what an editor reads to know whose story this is: the headline and the first sentences of substance,
# three of them, and not more than a third of a short report.
LEAD_SENTENCES = 3
# Shorter ones are kickers, datelines and sub-headings.
SUBSTANCE_WORDS = 9


class Resolved(Protocol):
    """What ``sources.resolve`` returns, as far as lineage uses it."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the story."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements with their speakers."""

    @property
    def credits(self) -> tuple[Credit, ...]:
        """Words that name another outlet or document as having it first."""

    @property
    def outlet_of(self) -> Mapping[str, str | None]:
        """Report id to its own outlet's source id."""


@dataclass(frozen=True, eq=False)
class View:
    """A reading with the statements, credits and source mentions of that report, in text order."""

    reading: Reading
    outlet: str | None
    outlet_names: tuple[str, ...]
    statements: tuple[Statement, ...]
    credits: tuple[Credit, ...]
    mentions: tuple[tuple[Span, str], ...]

    @property
    def id(self) -> str:
        """The report's id."""
        return self.reading.report.id

    def text(self, span: Span) -> str:
        """The words of a span."""
        return self.reading.report.text[span.start : span.end]

    def place(self, span: Span) -> Place:
        """The span as a Place of this report."""
        return Place(self.id, span.start, span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [s.span.start for s in self.reading.sentences]

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that holds, or last began before, this position; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def sentences_of(self, span: Span) -> range:
        """The indexes of the sentences that a span touches."""
        first = max(0, self.sentence_at(span.start))
        return range(first, max(first, self.sentence_at(max(span.start, span.end - 1))) + 1)

    def anchor(self, statement: Statement) -> int:
        """The sentence of a statement: where its cue or source stands, else where its content begins."""
        at = statement.cue or statement.source or statement.content[0]
        return max(0, self.sentence_at(at.start))

    @cached_property
    def by_sentence(self) -> dict[int, list[Statement]]:
        """Statements by the sentence they are anchored in."""
        found: dict[int, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            found[self.anchor(statement)].append(statement)
        return dict(found)

    @cached_property
    def credits_by_sentence(self) -> dict[int, list[Credit]]:
        """Credits by the sentence they stand in."""
        found: dict[int, list[Credit]] = defaultdict(list)
        for credit in self.credits:
            found[max(0, self.sentence_at(credit.place.start))].append(credit)
        return dict(found)

    @cached_property
    def headline(self) -> frozenset[int]:
        """The sentences of the headline."""
        span = self.reading.report.headline
        return frozenset(self.sentences_of(span)) if span else frozenset()

    @cached_property
    def lead(self) -> frozenset[int]:
        """The headline and everything up to the third sentence of substance."""
        body = [i for i, sentence in enumerate(self.reading.sentences) if not sentence.furniture]
        substance = [
            i
            for i in body
            if i not in self.headline and len(self.text(self.reading.sentences[i].span).split()) >= SUBSTANCE_WORDS
        ]
        wanted = min(LEAD_SENTENCES, -(-len(substance) // 3))
        last = substance[wanted - 1] if substance else len(self.reading.sentences)
        return frozenset(i for i in body if i <= last) | self.headline

    def outside_quotes(self, sentence: int) -> str:
        """A sentence's own words: the contents of its direct and mixed statements blanked out."""
        span = self.reading.sentences[sentence].span
        chars = list(self.text(span))
        for statement in self.statements:
            if statement.form == "indirect":
                continue
            for content in statement.content:
                for k in range(max(content.start, span.start), min(content.end, span.end)):
                    chars[k - span.start] = " "
        return "".join(chars)


def views(readings: Sequence[Reading], resolved: Resolved) -> dict[str, View]:
    """Report id to View, in the order of ``readings``."""
    statements = _by_report(resolved.statements)
    credits = _by_report(resolved.credits)
    mentions: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for source in resolved.sources:
        for place in source.mentions:
            mentions[place.report].append((Span(place.start, place.end), source.id))
    by_id = {source.id: source for source in resolved.sources}
    found = {}
    for reading in readings:
        key = reading.report.id
        outlet = resolved.outlet_of.get(key)
        names = {reading.report.outlet} if reading.report.outlet else set()
        if outlet in by_id:
            names.add(by_id[outlet].name)
        found[key] = View(
            reading,
            outlet,
            tuple(sorted(names)),
            tuple(sorted(statements[key], key=lambda s: (s.content[0] if s.content else Span(0, 0), s.id))),
            tuple(sorted(credits[key], key=lambda c: (c.place, c.source, c.rule))),
            tuple(sorted(mentions[key])),
        )
    return found


def _by_report(items: Iterable[Statement | Credit]) -> defaultdict[str, list]:  # type: ignore[type-arg]
    found: defaultdict[str, list] = defaultdict(list)  # type: ignore[type-arg]
    for item in items:
        found[item.report].append(item)
    return found
