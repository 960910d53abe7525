"""A story looked up from every side: numbers, names and who is behind what. Built once, shared by every view."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from pathlib import PurePath

from twosource.model import Claim, Drift, Evidence, LineageEdge, Origin, Place, Report, Source, Span, Statement, Story
from twosource.present import phrases
from twosource.present.context import AROUND, Context, context
from twosource.text.paragraphs import paragraphs

# Above this many reports a view spells out less and links more, so that the page stays small enough to open at once.
BIG = 60


class Index:
    """Everything the views ask of a story. Numbers count from 1 in the story's own order."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.aside = {item.report: item.reason for item in story.set_aside}
        self.kept = tuple(report for report in story.reports if report.id not in self.aside)
        self.reports: dict[str, Report] = {report.id: report for report in story.reports}
        self.sources: dict[str, Source] = {source.id: source for source in story.sources}
        self.statements: dict[str, Statement] = {statement.id: statement for statement in story.statements}
        self.origins: dict[str, Origin] = {origin.id: origin for origin in story.origins}
        self.report_number = {report.id: n for n, report in enumerate(story.reports, 1)}
        self.source_number = {source.id: n for n, source in enumerate(story.sources, 1)}
        self.statement_number = {statement.id: n for n, statement in enumerate(story.statements, 1)}
        self.claim_number = {claim.id: n for n, claim in enumerate(story.claims, 1)}
        self.big = len(self.kept) > BIG
        self._paragraphs: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def origin_letter(self) -> dict[str, str]:
        """Origins by the number of claims they support, most first: A, B, C."""
        order = sorted(
            self.story.origins,
            key=lambda o: (
                -len(self.claims_of_origin.get(o.id, ())),
                -len(self.claims_touched.get(o.id, ())),
                o.label,
                o.id,
            ),
        )
        return {origin.id: phrases.letters(n) for n, origin in enumerate(order)}

    @cached_property
    def claims_of_origin(self) -> dict[str, list[str]]:
        """Origin -> the claims it supports."""
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self.story.claims:
            for origin in sorted({e.origin for e in claim.evidence if e.stance == "supports" and e.origin}):
                found[origin].append(claim.id)
        return found

    @cached_property
    def claims_touched(self) -> dict[str, list[str]]:
        """Origin -> the claims it says anything about, for or against."""
        found: dict[str, list[str]] = defaultdict(list)
        for claim in self.story.claims:
            for origin in sorted({e.origin for e in claim.evidence if e.origin}):
                found[origin].append(claim.id)
        return found

    @cached_property
    def reports_of_origin(self) -> dict[str, list[str]]:
        """Origin -> the reports in which some evidence rests on it, in the story's order."""
        found: dict[str, set[str]] = defaultdict(set)
        for claim in self.story.claims:
            for item in claim.evidence:
                if item.origin:
                    found[item.origin].add(item.report)
        return {origin: sorted(ids, key=self.report_number.__getitem__) for origin, ids in found.items()}

    @cached_property
    def evidence_in(self) -> dict[str, list[tuple[Claim, int, Evidence]]]:
        """Report -> the evidence that stands in it, with its claim and its number there."""
        found: dict[str, list[tuple[Claim, int, Evidence]]] = defaultdict(list)
        for claim in self.story.claims:
            for n, item in enumerate(claim.evidence, 1):
                found[item.report].append((claim, n, item))
        return found

    @cached_property
    def statements_in(self) -> dict[str, list[Statement]]:
        """Report -> its statements in the order of the text."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.story.statements:
            found[statement.report].append(statement)
        for items in found.values():
            items.sort(key=lambda s: (s.content[0] if s.content else Span(0, 0), s.id))
        return found

    @cached_property
    def lineage_of(self) -> dict[str, list[LineageEdge]]:
        """Report -> the lineage edges that lead to it."""
        found: dict[str, list[LineageEdge]] = defaultdict(list)
        for edge in self.story.lineage:
            found[edge.report].append(edge)
        return found

    @cached_property
    def outlet_source(self) -> dict[str, str]:
        """Report -> the source that is its own outlet, where the story has one."""
        by_name = {_plain(s.name): s.id for s in self.story.sources if s.kind == "outlet"}
        found = {
            r.id: by_name[_plain(r.outlet)] for r in self.story.reports if r.outlet and _plain(r.outlet) in by_name
        }
        found.update({edge.report: edge.from_ for edge in self.story.lineage if edge.relation == "original"})
        return found

    @cached_property
    def reports_of_outlet(self) -> dict[str, list[Report]]:
        """Outlet's source id -> its reports among the files, in the story's order."""
        found: dict[str, list[Report]] = defaultdict(list)
        for report in self.kept:
            source = self.outlet_source.get(report.id)
            if source:
                found[source].append(report)
        return found

    @cached_property
    def outlet_number(self) -> dict[str, int]:
        """Outlet's shown name -> its number among the outlets, by name."""
        return {name: n for n, name in enumerate(sorted({self.outlet(r.id) for r in self.kept}, key=str.casefold), 1)}

    @cached_property
    def _outlets(self) -> dict[str, str]:
        return {report.id: _shown_outlet(report) for report in self.story.reports}

    def outlet(self, report_id: str) -> str:
        """Who published a report; its file's name, or its address, where that is unknown."""
        return self._outlets[report_id]

    def dated(self, report_id: str) -> str:
        """``Daily Pennon, 15 Mar 2023``."""
        report = self.reports[report_id]
        return f"{self.outlet(report_id)}, {phrases.date(report.published)}"

    def title(self, report_id: str) -> str:
        """A report's title; its first words where it has none."""
        report = self.reports[report_id]
        if report.title:
            return report.title
        if report.headline:
            return report.text[report.headline.start : report.headline.end]
        return phrases.shortened(report.text[:400], 90) or "Untitled"

    def source_name(self, source_id: str) -> str:
        """A source's name, or its id where the story has lost it."""
        source = self.sources.get(source_id)
        return source.name if source else source_id

    def chain(self, evidence: Evidence) -> list[tuple[str, str | None]]:
        """Speaker, then every outlet the words passed through, then this one: (name, source id) each.

        The outlet's own voice is a chain of one.
        """
        statement = self.statements.get(evidence.statement or "")
        steps: list[tuple[str, str | None]] = []
        if statement:
            if statement.speaker:
                steps.append((self.source_name(statement.speaker), statement.speaker))
            elif statement.source:
                steps.append((self.words(Place(statement.report, *statement.source)), None))
            steps += [(self.source_name(via), via) for via in statement.via]
        own = self.outlet_source.get(evidence.report)
        last = (self.outlet(evidence.report), own)
        steps.append(last)
        return [step for n, step in enumerate(steps) if n == 0 or step[0] != steps[n - 1][0]]

    @cached_property
    def _drift_at(self) -> dict[str, list[tuple[int, Drift]]]:
        found: dict[str, list[tuple[int, Drift]]] = defaultdict(list)
        for n, drift in enumerate(self.story.drift, 1):
            found[drift.a.report].append((n, drift))
        return found

    def drift_in(self, claim: Claim) -> list[tuple[int, Drift]]:
        """The drift, with its number, both of whose passages overlap evidence of the claim."""
        near: dict[str, list[Evidence]] = defaultdict(list)
        for item in claim.evidence:
            near[item.report].append(item)

        def touches(place: Place) -> bool:
            return any(e.start < place.end and place.start < e.end for e in near.get(place.report, ()))

        here = [pair for report in near for pair in self._drift_at.get(report, ())]
        return sorted((p for p in here if touches(p[1].a) and touches(p[1].b)), key=lambda pair: pair[0])

    def speaker(self, evidence: Evidence) -> str | None:
        """The source id of who says it, ``None`` for the outlet's own voice and where nothing tells."""
        statement = self.statements.get(evidence.statement or "")
        return statement.speaker if statement else None

    def words(self, place: Place) -> str:
        """The exact words at a place."""
        return self.reports[place.report].text[place.start : place.end]

    def paragraphs(self, report_id: str) -> tuple[Span, ...]:
        """The paragraphs of a report's text."""
        if report_id not in self._paragraphs:
            self._paragraphs[report_id] = paragraphs(self.reports[report_id].text)
        return self._paragraphs[report_id]

    def context(self, place: Place, *, around: int | None = None) -> Context:
        """The words at a place with what stands around them; less of it in a big story."""
        reach = around if around is not None else AROUND // 3 if self.big else AROUND
        return context(
            self.reports[place.report].text, Span(place.start, place.end), self.paragraphs(place.report), around=reach
        )


def _shown_outlet(report: Report) -> str:
    if report.outlet:
        return phrases.shortened(report.outlet, 60)
    where = PurePath(report.path).name if report.path else report.url or report.id
    return f"Outlet unknown ({phrases.shortened(where, 28)})"


def _plain(name: str) -> str:
    folded = " ".join(name.casefold().split())
    return folded.removeprefix("the ")
