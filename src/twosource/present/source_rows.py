"""Sources -> a directory: who is cited, what for, where, and why two mentions are one source."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Source, Statement
from twosource.present import phrases
from twosource.present.index import Index

# Statements linked from one entry; the report's own text has the rest.
LINKED, LINKED_BIG = 24, 8


@dataclass(frozen=True)
class SourceRow:
    """One source: name, kind, what it is part of, its figures, and links to its statements by outlet."""

    number: int
    name: str
    kind: str
    description: str
    part_of: tuple[str, int] | None
    statements: int
    mentions: int
    reports: int
    supports: tuple[int, ...]
    denies: tuple[int, ...]
    published: int
    told_in: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    more: int
    reasons: tuple[str, ...]
    tokens: str


def source_rows(index: Index) -> tuple[list[SourceRow], list[SourceRow]]:
    """Sources that speak, most widely told first; and those that are only mentioned, by name."""
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in index.story.statements:
        if statement.speaker:
            said[statement.speaker].append(statement)
    supports, denies = _claims(index)
    rows = [
        _row(index, s, said.get(s.id, []), supports.get(s.id, set()), denies.get(s.id, set()))
        for s in index.story.sources
    ]
    speaking = [row for row in rows if row.statements]
    silent = [row for row in rows if not row.statements]
    speaking.sort(key=lambda r: (-r.reports, -r.statements, r.name.casefold(), r.number))
    silent.sort(key=lambda r: (r.name.casefold(), r.number))
    return speaking, silent


def _claims(index: Index) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    supports: dict[str, set[int]] = defaultdict(set)
    denies: dict[str, set[int]] = defaultdict(set)
    for claim in index.story.claims:
        for item in claim.evidence:
            speaker = index.speaker(item)
            if speaker and item.stance == "supports":
                supports[speaker].add(index.claim_number[claim.id])
            elif speaker and item.stance == "denies":
                denies[speaker].add(index.claim_number[claim.id])
    return supports, denies


def _row(index: Index, source: Source, said: list[Statement], supports: set[int], denies: set[int]) -> SourceRow:
    most = LINKED_BIG if index.big else LINKED
    said = sorted(said, key=lambda s: (index.report_number[s.report], s.content[0] if s.content else (0, 0), s.id))
    by_outlet: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for n, statement in enumerate(said[:most], 1):
        by_outlet[index.outlet(statement.report)].append((n, index.statement_number[statement.id]))
    reports = {p.report for p in source.mentions} | {s.report for s in said}
    parent = index.sources.get(source.part_of or "")
    outlets = sorted({index.outlet_number.get(index.outlet(r), 0) for r in reports if r in index.reports})
    return SourceRow(
        number=index.source_number[source.id],
        name=source.name,
        kind=source.kind,
        description=phrases.shortened(source.description or "", 200),
        part_of=(parent.name, index.source_number[parent.id]) if parent else None,
        statements=len(said),
        mentions=len(source.mentions),
        reports=len(reports),
        supports=tuple(sorted(supports)),
        denies=tuple(sorted(denies)),
        published=len(index.reports_of_outlet.get(source.id, ())),
        told_in=tuple((outlet, tuple(found)) for outlet, found in by_outlet.items()),
        more=max(0, len(said) - most),
        reasons=tuple(reason.text for reason in source.reasons[:6]),
        tokens=" ".join(
            [
                f"s{index.source_number[source.id]}",
                *(f"u{n}" for n in outlets),
                *(f"c{n}" for n in sorted(supports | denies)),
            ]
        ),
    )
