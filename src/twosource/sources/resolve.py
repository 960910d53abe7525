"""Statements to Sources: who is who inside a report and across reports, and who is credited."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from twosource.gazetteer import outlets
from twosource.graph import Edge
from twosource.model import Credit, Judgement, Place, Reading, Reason, Source, Span, Statement
from twosource.sources import across, portrait
from twosource.sources.linking import Node
from twosource.sources.chains import chain
from twosource.sources.credits import RawCredit, credits, own_outlet, promote_outlets
from twosource.sources.entities import Chains, Entity
from twosource.sources.judged import Judged
from twosource.sources.mentions import find, kinds_of_names
from twosource.sources.page import Page
from twosource.sources.phrases import core
from twosource.sources.resolved import Proposal, Resolved
from twosource.sources.speakers import Said, speakers
from twosource.text.ids import content_id
from twosource.text.names import fold


def resolve(
    readings: Sequence[Reading], statements: Sequence[Statement], *, judgements: Sequence[Judgement] = ()
) -> Resolved:
    """Who says what, and who is who, in the reports of one story.

    The order of ``readings`` and ``statements`` changes nothing but the order of what comes out. Time is near-linear in the
    reports: each is read by itself, and across reports only names that share a key are compared.
    """
    ordered = sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.report].append(statement)
    pages = [Page(reading) for reading in ordered]
    kinds = kinds_of_names(pages)
    chained: list[Chains] = []
    said: list[dict[str, Said]] = []
    credited: list[list[RawCredit]] = []
    for page in pages:
        mine = by_report[page.report]
        cited = [s.source for s in mine if s.source is not None]
        chains = chain(page, find(page, cited, kinds), {(c.start, c.end) for s in cited for c in [core(page, s)]})
        promote_outlets(chains)
        chained.append(chains)
        said.append(speakers(chains, mine))
        credited.append(credits(chains, mine, said[-1]))
    judged = Judged(judgements, chained, by_report)
    judged.speakers(said)
    owns = [judged.outlet(r) or _own(chains) for r, chains in enumerate(chained)]
    wanted = [_wanted(s, c) for s, c in zip(said, credited, strict=True)]
    told = _told(chained, by_report, said)
    groups, proposals = across.join(chained, wanted, same=judged.same(), apart=judged.apart(), told=told)
    group_of: dict[Node, int] = {node: g for g, group in enumerate(groups) for node in group.nodes}
    kept = {group_of[r, n] for r, numbers in enumerate(wanted) for n in numbers if (r, n) in group_of}
    for r, own in enumerate(owns):
        if isinstance(own, Entity) and (r, own.number) in group_of:
            kept.add(group_of[r, own.number])
    offices = portrait.offices(chained, groups, kept, group_of)
    kept |= set(offices.values())
    sources: list[Source] = []
    source_of: dict[int, str] = {}
    for g in sorted(kept):
        members = [(chained[r], chained[r].entities[n]) for r, n in groups[g].nodes]
        made = portrait.source(members, [e.reason for e in groups[g].edges if isinstance(e.reason, Reason)])
        source_of[g] = made.id
        sources.append(made)
    sources, alias = _distinct(sources)
    source_of = {g: alias.get(s, s) for g, s in source_of.items()}
    by_id = {s.id: s for s in sources}
    for g, office in offices.items():
        if source_of.get(g) in by_id and office in source_of and source_of[g] != source_of[office]:
            by_id[source_of[g]] = msgspec.structs.replace(by_id[source_of[g]], part_of=source_of[office])
    outlet_of, extra = _outlets_of(chained, owns, group_of, source_of, by_id)
    by_id.update({s.id: s for s in extra})

    def source_id(r: int, entity: Entity | None) -> str | None:
        return source_of.get(group_of.get((r, entity.number), -1)) if entity is not None else None

    index = {chains.page.report: r for r, chains in enumerate(chained)}
    out = []
    reasons: dict[str, Reason] = {}
    for statement in statements:
        where = index.get(statement.report)
        heard = said[where].get(statement.id) if where is not None else None
        speaker = source_id(where, heard.entity) if where is not None and heard is not None else None
        out.append(msgspec.structs.replace(statement, speaker=speaker))
        if heard is not None and speaker is not None and where is not None:
            reasons[statement.id] = portrait.speaker_reason(chained[where].page, statement, heard)
    all_credits = tuple(
        Credit(
            report=chains.page.report,
            source=found,
            rule=raw.rule,
            place=Place(chains.page.report, raw.words.start, raw.words.end),
            sentence=raw.sentence,
            own=found == outlet_of[chains.page.report],
            score=raw.score,
        )
        for r, chains in enumerate(chained)
        for raw in credited[r]
        if (found := source_id(r, raw.entity)) is not None
    )
    return Resolved(
        sources=tuple(by_id[s.id] for s in [*sources, *extra]),
        statements=tuple(out),
        credits=all_credits,
        proposals=_proposals(proposals, group_of, source_of),
        outlet_of=outlet_of,
        reasons=reasons,
    )


def _own(chains: Chains) -> Entity | str | None:
    """A report's own outlet: the entity or name that the report is known by, else what its words show."""
    known = chains.page.reading.report.outlet
    if known:
        found = outlets.find(known)
        key = fold(found.name if found else known).removeprefix("the ")
        for entity in chains.entities:
            if (
                entity.sort in ("outlet", "organisation", "person")
                and entity.names
                and key
                in (
                    fold(entity.canonical).removeprefix("the "),
                    fold(entity.full_name).removeprefix("the "),
                )
            ):
                entity.sort = "outlet"
                entity.canonical = entity.canonical or (found.name if found else "")
                return entity
        return known
    return own_outlet(chains)


def _wanted(said: dict[str, Said], credited: list[RawCredit]) -> set[int]:
    cited = {s.entity.number for s in said.values() if s.entity is not None}
    return cited | {c.entity.number for c in credited}


def _told(
    chained: Sequence[Chains], by_report: dict[str, list[Statement]], said: Sequence[dict[str, Said]]
) -> dict[Node, str]:
    """The outlet that a report's own words say an unnamed source spoke to, in the sentence that cites it."""
    found: dict[Node, str] = {}
    for r, chains in enumerate(chained):
        page = chains.page
        named = {
            page.sentence_at(m.start): fold(e.canonical or e.full_name).removeprefix("the ")
            for e in chains.entities
            if e.sort == "outlet"
            for m in e.mentions
        }
        for statement in by_report[page.report]:
            heard = said[r].get(statement.id)
            if heard is None or heard.entity is None or heard.entity.names or statement.source is None:
                continue
            outlet = named.get(page.sentence_at(statement.source.start))
            if outlet:
                found.setdefault((r, heard.entity.number), outlet)
    return found


def _distinct(sources: list[Source]) -> tuple[list[Source], dict[str, str]]:
    """Sources with ids of their own: where two got one id by chance, the later gets another."""
    seen: Counter[str] = Counter()
    result = []
    for source in sources:
        seen[source.id] += 1
        if seen[source.id] > 1:
            source = msgspec.structs.replace(source, id=f"{source.id}-{seen[source.id]}")  # noqa: PLW2901
        result.append(source)
    return result, {}


def _outlets_of(
    chained: Sequence[Chains],
    owns: Sequence[Entity | str | None],
    group_of: dict[Node, int],
    source_of: dict[int, str],
    by_id: dict[str, Source],
) -> tuple[dict[str, str | None], list[Source]]:
    """Each report's own outlet as a source id; outlets that no report names become sources without mentions."""
    by_name = {fold(s.name).removeprefix("the "): s.id for s in by_id.values() if s.kind == "outlet"}
    result: dict[str, str | None] = {}
    extra: dict[str, Source] = {}
    for r, (chains, own) in enumerate(zip(chained, owns, strict=True)):
        report = chains.page.report
        if isinstance(own, Entity):
            result[report] = source_of.get(group_of.get((r, own.number), -1))
        elif own:
            known = outlets.find(own)
            name = known.name if known else own
            key = fold(name).removeprefix("the ")
            if key not in by_name:
                made = Source(id=content_id("source", "outlet", key), name=name, kind="outlet")
                by_name[key] = made.id
                extra[made.id] = made
            result[report] = by_name[key]
        else:
            result[report] = None
    return result, list(extra.values())


def _proposals(
    edges: Sequence[Edge[Node]], group_of: dict[Node, int], source_of: dict[int, str]
) -> tuple[Proposal, ...]:
    seen: dict[tuple[str, str], Proposal] = {}
    for edge in edges:
        a, b = source_of.get(group_of.get(edge.a, -1)), source_of.get(group_of.get(edge.b, -1))
        if a and b and a != b and isinstance(edge.reason, Reason):
            pair = (min(a, b), max(a, b))
            seen.setdefault(pair, Proposal(*pair, edge.reason))
    return tuple(seen[pair] for pair in sorted(seen))


__all__ = ["Span", "replace", "resolve"]
