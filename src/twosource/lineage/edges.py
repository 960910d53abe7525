"""Lineage edges: what each report gathered itself, whom it relays, what it cites."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.gazetteer.nations import nation
from twosource.lineage.ground import Ground, Root, span_of
from twosource.lineage.occasions import Occasion
from twosource.lineage.relays import quoted
from twosource.model import LineageEdge, Place, Span


def edges(ground: Ground, shared: Sequence[Occasion], said: Mapping[str, Root]) -> list[LineageEdge]:
    """All edges, by report and then by the place of their first words."""
    found: list[LineageEdge] = []
    for key, view in ground.views.items():
        strong = [g for g in ground.gathered[key] if g.strong]
        if strong and view.outlet:
            evidence = tuple(sorted({view.place(g.span) for g in strong}))
            words = quoted(view, strong[0].span, view.reading.sentences[strong[0].sentence].span)
            found.append(
                LineageEdge(
                    report=key,
                    from_=view.outlet,
                    relation="original",
                    evidence=evidence,
                    reason=f"Gathered itself: {words}.",
                )
            )
        found += [
            LineageEdge(report=key, from_=d.source, relation=d.relation, evidence=d.evidence, reason=d.reason)
            for d in ground.derived[key]
        ]
    known = {(e.report, e.from_) for e in found}
    for edge in [*_occasion_edges(ground, shared), *_public_edges(ground, said)]:
        if (edge.report, edge.from_) not in known:
            known.add((edge.report, edge.from_))
            found.append(edge)
    return sorted(
        found, key=lambda e: (e.report, e.evidence[0] if e.evidence else Place(e.report, 0, 0), e.from_, e.relation)
    )


def _occasion_edges(ground: Ground, shared: Sequence[Occasion]) -> list[LineageEdge]:
    edges = []
    for occasion in shared:
        # A remark that two reports tell, through no channel that either names, is nobody's to cite but the speaker's.
        if occasion.gatherer or not (
            occasion.kind or occasion.document or any(ground.channels.get(s) for s in occasion.statements)
        ):
            continue
        source = occasion.document or occasion.speaker
        passed = any(ground.vias.get(s) for s in occasion.statements)
        if occasion.document is None and not occasion.shared and (occasion.kind == "document" or passed):
            continue  # "in a statement", "wrote in X": the document is nobody's whom the report names as a source
        places: dict[str, list[Place]] = defaultdict(list)
        for report in occasion.reports:
            view = ground.views[report]
            for statement in view.statements:
                if ground.occasion_of.get(statement.id) is occasion:
                    found = ground.channels.get(statement.id)
                    span = found.span if found else statement.cue or statement.source or span_of(statement)
                    places[report].append(view.place(span))
        for report in sorted(places):
            at = tuple(sorted(set(places[report])))
            view = ground.views[report]
            span = Span(at[0].start, at[0].end)
            words = quoted(view, span, view.reading.sentences[max(0, view.sentence_at(span.start))].span)
            name = ground.sources[source].name
            edges.append(
                LineageEdge(
                    report=report, from_=source, relation="cites", evidence=at, reason=f"Cites {name}: {words}."
                )
            )
    return edges


def _public_edges(ground: Ground, said: Mapping[str, Root]) -> list[LineageEdge]:
    """Offices that made something public through nobody knows what."""
    edges = []
    for view in ground.views.values():
        for statement in view.statements:
            root = said[statement.id]
            if root.key is None or root.key.kind not in ("speaker", "occasion") or ground.channels.get(statement.id):
                continue
            speaker = root.key.name if root.key.kind == "speaker" else statement.speaker or ""
            if speaker not in ground.public:
                continue
            office = ground.sources[speaker]
            if office.kind != "organisation" or nation(office.name) is not None:
                continue  # "Russia has said" is too vague to draw an edge from
            if ground.is_original(view.id) and not (root.words and root.key.kind == "speaker"):
                continue  # the outlet may well have asked the office itself
            span = statement.source or statement.cue or span_of(statement)
            words = quoted(view, span, view.reading.sentences[view.anchor(statement)].span)
            reason = f"Cites {office.name}: {words}."
            edges.append(
                LineageEdge(
                    report=view.id, from_=office.id, relation="cites", evidence=(view.place(span),), reason=reason
                )
            )
    return edges
