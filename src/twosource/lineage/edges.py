"""Lineage edges: what each report gathered itself, whom it relays, what it cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.gazetteer.nations import nation
from twosource.lineage.ground import Ground, Root, span_of
from twosource.lineage.occasions import Occasion
from twosource.lineage.relays import quoted
from twosource.model import LineageEdge, Place, Span


# A document without a noun of its own: its speaker and the words that show it.
_BARE = re.compile(r": (?:told|telling|tells|said|spoke|speaking|(?:re)?tweeted|wrote|writes|writing|posted|on|via|to)\b")


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
    """The documents, in the wide sense, in which a report says that something was said: its own words for them.

    Where it only says that it was said in the open ("told reporters"), the document that others name for it.
    """
    edges = []
    for occasion in shared:
        if occasion.gatherer:
            continue
        places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for report in occasion.reports:
            view = ground.views[report]
            for statement in view.statements:
                found = ground.channels.get(statement.id)
                if ground.occasion_of.get(statement.id) is not occasion:
                    continue
                if found is None and statement.form == "indirect":
                    continue  # who tells in his own words what others quote may have it from elsewhere
                document = _better(ground, found.document if found else None, occasion.document)
                if document is not None:
                    span = found.span if found else statement.cue or statement.source or span_of(statement)
                    places[report, document].append(view.place(span))
        for report, document in sorted(places):
            at = tuple(sorted(set(places[report, document])))
            view = ground.views[report]
            span = Span(at[0].start, at[0].end)
            words = quoted(view, span, view.reading.sentences[max(0, view.sentence_at(span.start))].span)
            reason = f"Cites {ground.sources[document].name}: {words}."
            edges.append(LineageEdge(report=report, from_=document, relation="cites", evidence=at, reason=reason))
    return edges


def _better(ground: Ground, own: str | None, shared: str | None) -> str | None:
    """The document that a report names, unless it says only how ("told reporters") what another report names."""
    if own is None or (shared is not None and _BARE.search(ground.sources[own].name)):
        return shared
    return own


def _public_edges(ground: Ground, said: Mapping[str, Root]) -> list[LineageEdge]:
    """Offices that made something public through nobody knows what."""
    edges = []
    for view in ground.views.values():
        for statement in view.statements:
            root = said[statement.id]
            if root.key is None or root.key.kind != "speaker":
                continue
            office = ground.sources[root.key.name]
            if office.kind != "organisation" or nation(office.name) is not None:
                continue  # "Russia has said" is too vague to draw an edge from
            span = statement.source or statement.cue or span_of(statement)
            words = quoted(view, span, view.reading.sentences[view.anchor(statement)].span)
            reason = f"Cites {ground.sources[root.key.name].name}: {words}."
            edges.append(
                LineageEdge(
                    report=view.id, from_=root.key.name, relation="cites", evidence=(view.place(span),), reason=reason
                )
            )
    return edges
