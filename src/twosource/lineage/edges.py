"""Lineage edges: what each report gathered itself, whom it relays, what it cites."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from twosource.gazetteer.nations import nation
from twosource.lineage.channels import published
from twosource.lineage.ground import Ground, Root, span_of
from twosource.lineage.occasions import Occasion
from twosource.lineage.origins import believed
from twosource.lineage.public import in_office
from twosource.lineage.relays import quoted
from twosource.lineage.view import View
from twosource.model import LineageEdge, Place, Span, Statement

# A document without a noun of its own: its speaker and the words that show it.
_BARE = re.compile(
    r": (?:told|telling|tells|said|spoke|speaking|(?:re)?tweeted|wrote|writes|writing|posted|on|via|to)\b"
)


# A day, or a date, that stands by the cue: the words are on record, whoever wrote them down.
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|last (?:week|month|night)"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2})\b"
)
# Characters round a cue in which its day stands.
NEAR = 60
# What stands for all to read, and what is handed to one.
_LAW = re.compile(r"\b(?:laws?|bills?|constitution|statutes?|treaty|acts?|article \d+|code|clause)\b", re.IGNORECASE)
_PAPER = re.compile(
    r"\b(?:memo|memorandum|note|log|logbook|e-?mail|message|contract|copy|documents?|draft|annex|diary|minutes"
    r"|recording|papers?|entry|licence)\b",
    re.IGNORECASE,
)
_MET = re.compile(r"\b(?:meetings?|ceremony|appearance)\b")


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
    drawn = _occasion_edges(ground, shared)
    for edge in [*drawn, *_public_edges(ground, said, _spoken_in(ground, drawn))]:
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
        shown = _document(ground, occasion)
        places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for report in occasion.reports:
            view = ground.views[report]
            for statement in view.statements:
                found = ground.channels.get(statement.id)
                if ground.occasion_of.get(statement.id) is not occasion:
                    continue
                if found is None and statement.form == "indirect":
                    continue  # who tells in his own words what others quote may have it from elsewhere
                if _through(ground, view, statement):
                    continue
                document = _better(ground, found.document if found else None, shown)
                if document is not None:
                    span = found.span if found else statement.cue or statement.source or span_of(statement)
                    places[report, document].append(view.place(span))
        edges += [_cites(ground, key, at) for key, at in sorted(places.items())]
    relayed = _relayed_documents(ground)
    return [*edges, *(_cites(ground, key, at) for key, at in sorted(relayed.items()))]


def _cites(ground: Ground, cited: tuple[str, str], places: Sequence[Place]) -> LineageEdge:
    """The edge from a document (report, source) cited at some places."""
    report, document = cited
    at, view = tuple(sorted(set(places))), ground.views[report]
    span = Span(at[0].start, at[0].end)
    words = quoted(view, span, view.reading.sentences[max(0, view.sentence_at(span.start))].span)
    reason = f"Cites {ground.sources[document].name}: {words}."
    return LineageEdge(report=report, from_=document, relation="cites", evidence=at, reason=reason)


def _relayed_documents(ground: Ground) -> dict[tuple[str, str], list[Place]]:
    """What was put out for all and stands in a report's own words, though all of it came through whom it retells."""
    found: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for view in ground.views.values():
        for statement in view.statements:
            way = ground.channels.get(statement.id)
            if way is None or way.document is None or not ground.vias.get(statement.id):
                continue
            if ground.relayed(view.id) in ground.vias[statement.id] and published(way, view, statement):
                found[view.id, way.document].append(view.place(way.span))
    return found


def _through(ground: Ground, view: View, statement: Statement) -> bool:
    """A law, or a paper that only whoever the report retells has seen, speaks."""
    speaker = ground.sources.get(statement.speaker or "")
    if speaker is None or speaker.kind != "document":
        return False
    if _LAW.search(speaker.name):
        return True
    return ground.relayed(view.id) is not None and _PAPER.search(speaker.name) is not None


def _document(ground: Ground, occasion: Occasion) -> str | None:
    """The document that names an occasion best: one with a noun, and rather what was said than where people met."""
    ways = (ground.channels.get(s) for s in occasion.statements)
    named = {way.document for way in ways if way is not None and way.document is not None}

    def rank(key: str) -> tuple[bool, bool, int, str, str]:
        source = ground.sources[key]
        return (
            _BARE.search(source.name) is not None,
            _MET.search(source.name) is not None,
            -len(source.mentions),
            source.name,
            key,
        )

    return min(named, key=rank, default=None)


def _better(ground: Ground, own: str | None, shared: str | None) -> str | None:
    """The document that a report names, unless it says only how ("told reporters") what another report names."""
    if own is None or (shared is not None and _BARE.search(ground.sources[own].name)):
        return shared
    return own


def _public_edges(
    ground: Ground, said: Mapping[str, Root], documents: Collection[tuple[str, str]]
) -> list[LineageEdge]:
    """Offices and their holders that said something for the record, through nobody knows what.

    Not who speaks in a document that the report names (``documents``, by report and speaker).
    """
    edges = []
    for view in ground.views.values():
        in_papers = _in_papers(ground, view)
        for statement in view.statements:
            speaker = ground.sources.get(statement.speaker or "")
            if (
                speaker is None
                or (view.id, speaker.id) in documents
                or speaker.id in in_papers
                or not _for_the_record(ground, view, statement, said)
            ):
                continue
            span = statement.source or statement.cue or span_of(statement)
            words = quoted(view, span, view.reading.sentences[view.anchor(statement)].span)
            reason = f"Cites {speaker.name}: {words}."
            edges.append(
                LineageEdge(
                    report=view.id, from_=speaker.id, relation="cites", evidence=(view.place(span),), reason=reason
                )
            )
    return edges


def _in_papers(ground: Ground, view: View) -> frozenset[str]:
    """The offices and bodies that a report has speak in a document, or that it names beside one that it cites."""
    found: set[str] = set()
    cited = {s.speaker for s in view.statements if s.speaker and ground.sources[s.speaker].kind == "document"}
    for statement in view.statements:
        speaker = ground.sources.get(statement.speaker or "")
        if speaker is None or speaker.kind != "organisation":
            continue
        span = view.reading.sentences[view.anchor(statement)].span
        beside = any(key in cited for at, key in view.mentions if span.start <= at.start < span.end)
        if beside or ground.channels.get(statement.id) is not None:
            found.add(speaker.id)
    return frozenset(found)


def _for_the_record(ground: Ground, view: View, statement: Statement, said: Mapping[str, Root]) -> bool:
    """An office made it public, or its holder said it, on a day that is named where the report gathers for itself."""
    root, speaker = said[statement.id], ground.sources[statement.speaker or ""]
    if speaker.kind == "organisation":
        # "Russia has said" is too vague to draw an edge from.
        if root.key is None or root.key.kind not in ("speaker", "occasion") or nation(speaker.name) is not None:
            return False
        # An outlet that gathers for itself may well have asked the office.
        return root.words or not ground.is_original(view.id)
    if not in_office(view, speaker) or ground.vias.get(statement.id) or statement.id in ground.told[view.id]:
        return False
    if ground.relayed(view.id) is not None or view.anchor(statement) in view.headline:
        return False
    if statement.cue is None or believed(view, statement):
        return False
    sentence = view.reading.sentences[view.anchor(statement)].span
    near = Span(max(sentence.start, statement.cue.start - NEAR), min(sentence.end, statement.cue.end + NEAR))
    return _DAY.search(view.text(near)) is not None


def _spoken_in(ground: Ground, drawn: Sequence[LineageEdge]) -> set[tuple[str, str]]:
    """Report and speaker, where the report has an edge from what the speaker spoke in."""
    edges = {(e.report, e.from_) for e in drawn}
    occasions = {o.key: o for o in ground.occasion_of.values()}
    shown = {key: _document(ground, o) for key, o in occasions.items()}
    found = set()
    for view in ground.views.values():
        for statement in view.statements:
            way, occasion = ground.channels.get(statement.id), ground.occasion_of.get(statement.id)
            named = {way.document if way else None, shown[occasion.key] if occasion else None}
            if statement.speaker and any((view.id, document) in edges for document in named if document):
                found.add((view.id, statement.speaker))
    return found
