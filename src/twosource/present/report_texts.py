"""Reports -> their full text with everything marked that the story takes from it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Place, Report, Span
from twosource.present import phrases, safe
from twosource.present.index import Index
from twosource.present.lineage_tree import PLACES, PLACES_BIG
from twosource.present.report_marks import Marking, Paragraph, paragraphs


@dataclass(frozen=True)
class ReportText:
    """One report in full."""

    number: int
    outlet: str
    title: str
    byline: str
    dated: str
    url: str | None
    shown_url: str
    files: tuple[str, ...]
    language: str
    letters: tuple[str, ...]
    had_it_from: str
    statements: int
    claims: int
    paragraphs: tuple[Paragraph, ...]
    set_aside: str | None
    tokens: str


def report_texts(index: Index, linked: frozenset[str] | None = None, *, brief: str = "") -> list[ReportText]:
    """Every report that was read, in the story's order; those set aside come last, with the reason.

    ``linked`` are the anchors of evidence and statements that something leads to; ``None`` gives every one its own.
    ``brief`` is the address of the brief itself, for links from the reports to its claims.
    """
    targets = _targets(index)
    order = sorted(index.story.reports, key=lambda r: (r.id in index.aside, index.report_number[r.id]))
    marking = Marking(index, linked, brief)
    return [_report(marking, report, targets.get(report.id, [])) for report in order]


def _targets(index: Index) -> dict[str, list[tuple[Span, str]]]:
    """Report -> the places that other parts of the page link to, with their anchors."""
    found: dict[str, list[tuple[Span, str]]] = defaultdict(list)

    def add(place: Place, anchor: str) -> None:
        found[place.report].append((Span(place.start, place.end), anchor))

    most = PLACES_BIG if index.big else PLACES
    for number, edge in enumerate(index.story.lineage, 1):
        for n, place in enumerate(list(dict.fromkeys(edge.evidence))[:most], 1):
            add(place, f"l{number}-{n}")
    for n, conflict in enumerate(index.story.conflicts, 1):
        add(conflict.a, f"k{n}a")
        add(conflict.b, f"k{n}b")
    for n, drift in enumerate(index.story.drift, 1):
        add(drift.a, f"d{n}a")
        add(drift.b, f"d{n}b")
    for n, item in enumerate(index.story.timeline, 1):
        add(Place(item.report, item.start, item.end), f"h{n}")
    return found


def _report(marking: Marking, report: Report, targets: list[tuple[Span, str]]) -> ReportText:
    index = marking.index
    statements = index.statements_in.get(report.id, [])
    evidence = index.evidence_in.get(report.id, [])
    edges = [edge for edge in index.lineage_of.get(report.id, ()) if edge.relation != "original"]
    claims = sorted({index.claim_number[claim.id] for claim, _, _ in evidence})
    letters = sorted(
        {index.origin_letter[e.origin] for _, _, e in evidence if e.origin in index.origin_letter},
        key=lambda letter: (len(letter), letter),
    )
    speakers = {index.source_number[s.speaker] for s in statements if s.speaker in index.source_number}
    tokens = [f"u{index.outlet_number.get(index.outlet(report.id), 0)}"]
    tokens += [f"c{n}" for n in claims] + [f"o{letter}" for letter in letters] + [f"s{n}" for n in sorted(speakers)]
    tokens += sorted({f"x{claim.status.replace(' ', '-')}" for claim, _, _ in evidence})
    return ReportText(
        number=index.report_number[report.id],
        outlet=index.outlet(report.id),
        title=index.title(report.id),
        byline=report.byline or "",
        dated=phrases.date(report.published, ""),
        url=safe.link(report.url),
        shown_url=phrases.shortened(report.url or "", 80),
        files=report.paths or ((report.path,) if report.path else ()),
        language=report.language,
        letters=tuple(letters),
        had_it_from=phrases.listed([f"{edge.relation} {index.source_name(edge.from_)}" for edge in edges], 3),
        statements=len(statements),
        claims=len(claims),
        paragraphs=tuple(paragraphs(marking, report, statements, targets)),
        set_aside=index.aside.get(report.id),
        tokens=" ".join(tokens),
    )
