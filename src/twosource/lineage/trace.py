"""Credits, text reuse and shared occasions to lineage edges, via and origins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from twosource.gazetteer.nations import nation
from twosource.graph import Edge, group
from twosource.lineage.channels import Channel, channel, open_speaker
from twosource.lineage.gathering import Gathered, handed_over, own_gathering
from twosource.lineage.ground import Ground, InHand, Key, Root, span_of
from twosource.lineage.judged import judged
from twosource.lineage.occasions import Occasion, occasions
from twosource.lineage.origins import believed, roots
from twosource.lineage.prepare import prepare
from twosource.lineage.relays import Derived, derivations, nameless, quoted
from twosource.lineage.reuse import Descent, descents
from twosource.lineage.traced import Behind, Missing, Traced
from twosource.lineage.via import vias
from twosource.lineage.view import Resolved, View, views
from twosource.model import Judgement, LineageEdge, Origin, Place, Reading, Source, Span, Statement
from twosource.text.ids import content_id


def trace(readings: Sequence[Reading], resolved: Resolved, *, judgements: Sequence[Judgement] = ()) -> Traced:
    """Where each report got its material, what each statement passed through, and the origins behind it all.

    The order of ``readings`` changes nothing.
    """
    readings = sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))
    resolved = prepare(readings, resolved)
    seen = views(readings, resolved)
    sources = {source.id: source for source in resolved.sources}
    verdicts = judged(judgements, seen, sources)
    gathered = {key: verdicts.gathered(view, own_gathering(view)) for key, view in seen.items()}
    derived = {key: derivations(view, sources, gathered[key]) for key, view in seen.items()}
    gathered = {key: _asked(seen[key], found, derived[key]) for key, found in gathered.items()}
    channels = {s.id: channel(view, s, sources) for view in seen.values() for s in view.statements}
    own = {
        key: frozenset(g.sentence for g in found if g.strong and g.rule != "dateline")
        for key, found in gathered.items()
    }
    original = {key: any(g.strong for g in found) for key, found in gathered.items()}
    descended = descents(seen, original)
    derived = {key: _with_descent(seen, sources, derived, descended.get(key), key, original) for key in seen}
    derived = {key: verdicts.derived(seen[key], found) for key, found in derived.items()}
    passed = vias(seen, sources, derived, channels, own)
    candidates = [
        s
        for key, view in seen.items()
        for s in view.statements
        if _open(view, s, sources, own[key])
        and _beside(s, passed, channels, derived[key])
        and not _taken_over(view, s, descended.get(key))
    ]
    candidates += _accounts(seen, sources, channels)
    shared = occasions(seen, sources, channels, candidates, original)
    occasion_of = {key: occasion for occasion in shared for key in occasion.statements}
    ground = Ground(seen, sources, derived, gathered, passed, channels, occasion_of, descended)
    in_hand = InHand(seen, derived)
    reuse = tuple(r for key in sorted(descended) for r in descended[key].passages)
    said, voices = roots(ground, in_hand)
    verdicts.settle(seen, said, voices)
    statements = tuple(
        msgspec.structs.replace(s, via=passed.get(s.id, ())) if s.report in seen else s for s in resolved.statements
    )
    names, origins = _origins(ground, said, voices, [])
    return Traced(
        edges=tuple(_edges(ground, shared, said)),
        origins=origins,
        statements=statements,
        reuse=reuse,
        missing=tuple(_missing(ground, said, voices)),
        spoken={key: _behind(root, names) for key, root in said.items()},
        voiced={
            key: tuple(
                (s.span, _behind(root, names)) for s, root in zip(seen[key].reading.sentences, roots, strict=True)
            )
            for key, roots in voices.items()
        },
        _by_report={key: view.statements for key, view in seen.items()},
    )


def _open(view: View, statement: Statement, sources: Mapping[str, Source], own: frozenset[int]) -> bool:
    """A statement that may have been made in the open: by somebody known, in so many words, not to this outlet."""
    speaker = sources.get(statement.speaker or "")
    if speaker is None or speaker.kind in ("outlet", "pseudonymous person") or believed(view, statement):
        return False
    if speaker.kind == "document" and own and handed_over(view, speaker.id):
        return False
    return view.anchor(statement) not in own and not nameless(view, statement, sources)


def _beside(
    statement: Statement,
    passed: Mapping[str, tuple[str, ...]],
    channels: Mapping[str, Channel | None],
    derived: Sequence[Derived],
) -> bool:
    """It came through no outlet, or an outlet is cited for what was said through an open channel."""
    via = passed.get(statement.id, ())
    relayed = any(d.relation == "relays" and d.source in via for d in derived)
    return not via or (channels.get(statement.id) is not None and not relayed)


def _asked(view: View, gathered: tuple[Gathered, ...], derived: Sequence[Derived]) -> tuple[Gathered, ...]:
    """Own gathering, where asking for comment is as plain as anything in a report that retells nobody."""
    if any(d.relation == "relays" for d in derived):
        return gathered
    return tuple(g._replace(strong=True) if g.sentence not in view.credits_by_sentence else g for g in gathered)


def _accounts(
    seen: Mapping[str, View], sources: Mapping[str, Source], channels: Mapping[str, Channel | None]
) -> list[Statement]:
    """Other outlets' accounts of remarks made in the open, as statements of those who made the remarks."""
    found = []
    for view in seen.values():
        for statement in view.statements:
            speaker, way = sources.get(statement.speaker or ""), channels[statement.id]
            if way is None or speaker is None or speaker.kind != "outlet" or speaker.id == view.outlet:
                continue
            person = open_speaker(view, statement, way, sources)
            if person is not None:
                found.append(msgspec.structs.replace(statement, speaker=person))
    return found


def _taken_over(view: View, statement: Statement, descent: Descent | None) -> bool:
    """The statement stands in text that a retelling took over."""
    return descent is not None and descent.whole and view.anchor(statement) in descent.sentences


def _with_descent(
    seen: Mapping[str, View],
    sources: Mapping[str, Source],
    derived: Mapping[str, tuple[Derived, ...]],
    descent: Descent | None,
    key: str,
    original: Mapping[str, bool],
) -> tuple[Derived, ...]:
    """A report's derivations with the one that its text shows, where no credit does and the direction is known."""
    mine = derived[key]
    if descent is None or not descent.whole or descent.shown is None or original[key]:
        return mine
    if any(d.relation == "relays" for d in mine):
        return mine
    earlier = seen[descent.earlier]
    further = next((d.source for d in derived[descent.earlier] if d.relation == "relays"), None)
    outlet = further if further is not None and not original[descent.earlier] else earlier.outlet
    if outlet is None or outlet == seen[key].outlet:
        return mine
    places = tuple(sorted(r.a for r in descent.passages))
    if not places:
        first = min(descent.sentences, default=0)
        places = (seen[key].place(seen[key].reading.sentences[first].span),)
    reason = f"Retells {sources[outlet].name} without a credit: {round(100 * descent.share)}% of it reads like"
    reason += f" {earlier.reading.report.outlet or 'another report'}; {descent.shown}."
    others = tuple(d for d in mine if d.source != outlet)
    return (*others, Derived(outlet, "relays", places, reason))


def _behind(root: Root, names: Mapping[Key, str]) -> Behind:
    return Behind(names[root.key] if root.key is not None else None, root.reason, root.words)


def _origins(
    ground: Ground, said: Mapping[str, Root], voices: Mapping[str, tuple[Root, ...]], same: Sequence[Edge[Key]]
) -> tuple[dict[Key, str], tuple[Origin, ...]]:
    """Origin ids by key, and the origins, those of one group of ``same`` being one."""
    statements: dict[Key, list[str]] = defaultdict(list)
    for key, root in said.items():
        if root.key is not None:
            statements[root.key].append(key)
    keys = set(statements) | {root.key for roots in voices.values() for root in roots if root.key is not None}
    names: dict[Key, str] = {}
    found = []
    for joined in group(sorted(keys), same):
        first = joined.nodes[0]
        name = content_id("origin", *joined.nodes)
        names.update(dict.fromkeys(joined.nodes, name))
        told = tuple(sorted(s for key in joined.nodes for s in statements.get(key, ())))
        found.append(_origin(ground, name, first, told))
    return names, tuple(sorted(found, key=lambda o: o.id))


def _origin(ground: Ground, name: str, key: Key, statements: tuple[str, ...]) -> Origin:
    if key.kind == "own":
        outlet = ground.views[key.name].outlet
        who = (
            ground.sources[outlet].name
            if outlet is not None and outlet in ground.sources
            else "a report whose outlet is unknown"
        )
        return Origin(
            id=name,
            label=f"{who}: {_people(ground, statements)}",
            gathered_by=outlet,
            statements=statements,
            report=key.name,
        )
    if key.kind == "outlet":
        who = ground.sources[key.name].name
        return Origin(
            id=name,
            label=f"{who} (not among the files): {_people(ground, statements)}",
            gathered_by=key.name,
            statements=statements,
        )
    if key.kind == "judged":
        return Origin(id=name, label=key.name, statements=statements)
    if key.kind == "occasion":
        occasion = ground.occasion_of[statements[0]]
        speaker = ground.sources[occasion.speaker].name
        label = speaker
        if occasion.document and occasion.document != occasion.speaker:
            label = f"{speaker}: {ground.sources[occasion.document].name}"
        elif occasion.kind and ground.sources[occasion.speaker].kind != "document":
            label = f"{speaker}, {_KIND[occasion.kind]}"
        elif occasion.shared:
            label = f"{speaker}, quoted by {len(occasion.reports)} reports"
        return Origin(id=name, label=label, statements=statements)
    return Origin(id=name, label=f"{ground.sources[key.name].name}, made public", statements=statements)


_KIND = {"post": "in a post", "press": "before reporters", "hearing": "at a hearing", "document": "in a document"}


def _people(ground: Ground, statements: tuple[str, ...], *, most: int = 3) -> str:
    by_id = {s.id: s for view in ground.views.values() for s in view.statements} if statements else {}
    order: dict[str, None] = {}
    for key in statements:
        source = ground.sources.get(by_id[key].speaker or "")
        if source is not None and source.kind != "outlet":
            order.setdefault(source.name)
    names = sorted(order)
    if not names:
        return "its own reporting"
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def _edges(ground: Ground, shared: Sequence[Occasion], said: Mapping[str, Root]) -> list[LineageEdge]:
    edges: list[LineageEdge] = []
    for key, view in ground.views.items():
        strong = [g for g in ground.gathered[key] if g.strong]
        if strong and view.outlet:
            evidence = tuple(sorted({view.place(g.span) for g in strong}))
            words = quoted(view, strong[0].span, view.reading.sentences[strong[0].sentence].span)
            edges.append(
                LineageEdge(
                    report=key,
                    from_=view.outlet,
                    relation="original",
                    evidence=evidence,
                    reason=f"Gathered itself: {words}.",
                )
            )
        edges += [
            LineageEdge(report=key, from_=d.source, relation=d.relation, evidence=d.evidence, reason=d.reason)
            for d in ground.derived[key]
        ]
    known = {(e.report, e.from_) for e in edges}
    for edge in [*_occasion_edges(ground, shared), *_public_edges(ground, said)]:
        if (edge.report, edge.from_) not in known:
            known.add((edge.report, edge.from_))
            edges.append(edge)
    return sorted(
        edges, key=lambda e: (e.report, e.evidence[0] if e.evidence else Place(e.report, 0, 0), e.from_, e.relation)
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


def _missing(ground: Ground, said: Mapping[str, Root], voices: Mapping[str, tuple[Root, ...]]) -> list[Missing]:
    relayed: dict[str, set[str]] = defaultdict(set)
    cited: dict[str, set[str]] = defaultdict(set)
    by_id = {s.id: key for key, view in ground.views.items() for s in view.statements}
    absent = {
        (by_id[s], root.key.name) for s, root in said.items() if root.key is not None and root.key.kind == "outlet"
    }
    absent |= {
        (key, root.key.name)
        for key, roots in voices.items()
        for root in roots
        if root.key is not None and root.key.kind == "outlet"
    }
    for report, outlet in absent:
        (relayed if ground.relayed(report) == outlet else cited)[outlet].add(report)
    order = sorted(set(relayed) | set(cited), key=lambda k: (-len(relayed[k]), -len(cited[k]), k))
    return [
        Missing(
            outlet=key,
            name=ground.sources[key].name,
            relayed_by=tuple(sorted(relayed[key])),
            cited_by=tuple(sorted(cited[key] - relayed[key])),
            reason=_fetch(ground.sources[key].name, len(relayed[key]), len(cited[key] - relayed[key])),
        )
        for key in order
    ]


def _fetch(name: str, relayed: int, cited: int) -> str:
    parts = []
    if relayed:
        parts.append(f"{relayed} report{'s retell' if relayed > 1 else ' retells'}")
    if cited:
        parts.append(f"{cited} report{'s cite' if cited > 1 else ' cites'}")
    return f"{' and '.join(parts)} {name}, whose own report is not among the files."
