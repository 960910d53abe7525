"""Statements to Sources: who is who inside a report and across reports, and who is credited."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from twosource.gazetteer import outlets
from twosource.graph import Edge, Group
from twosource.model import Credit, Judgement, Place, Reading, Reason, Source, SourceKind, Span, Statement
from twosource.sources import across, portrait
from twosource.sources.chains import chain
from twosource.sources.credits import RawCredit, credits, headline_reports, own_outlet, promote_outlets
from twosource.sources.entities import Chains, Entity
from twosource.sources.issued import issuers
from twosource.sources.judged import Judged
from twosource.sources.linking import Node
from twosource.sources.mentions import Mention, find, kinds_of_names
from twosource.sources.organisations import outlet_key
from twosource.sources.page import Page
from twosource.sources.papers import Papers, is_office, unlisted
from twosource.sources.phrases import core
from twosource.sources.resolved import Proposal, Resolved
from twosource.sources.speakers import Said, speakers
from twosource.sources.standins import Titles, sexes, titles
from twosource.sources.voices import spoken_for
from twosource.text.ids import content_id
from twosource.text.names import fold, organisation_words

# Between those who speak and the outlet they speak to.
_TOLD = re.compile(r"\b(?:told|tell|tells|spoke\s+(?:to|with)|talked\s+(?:to|with))\s+(?:the\s+)?(?:\w+\s+)?$")


def resolve(
    readings: Sequence[Reading], statements: Sequence[Statement], *, judgements: Sequence[Judgement] = ()
) -> Resolved:
    """Who says what, and who is who, in the reports of one story.

    The order of ``readings`` changes nothing, and ``statements`` come out in the order they came in. Time is
    near-linear in the reports: each is read by itself, and across reports only names that share a key are compared.
    """
    by_report: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_report[statement.report].append(statement)
    pages = [Page(reading) for reading in sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))]
    kinds = kinds_of_names(pages)
    papers = Papers((p.reading.report.outlet or "" for p in pages), (n for p in pages for n in unlisted(p.text)))
    seen = [(page, find(page, _sources(by_report[page.report]), kinds, papers)) for page in pages]
    held = titles(seen)
    sex = sexes(seen)
    heard = [_hear(page, by_report[page.report], mentions, held, sex) for page, mentions in seen]
    judged = Judged(judgements, [h.chains for h in heard], by_report)
    judged.speakers([h.said for h in heard])
    chained = [h.chains for h in heard]
    owns = [judged.outlet(r) or _own(chains) for r, chains in enumerate(chained)]
    offices = {
        (r, voice): (r, office.number) for r, h in enumerate(heard) for voice, office in spoken_for(h.chains).items()
    }
    offices = {voice: office for voice, office in offices.items() if voice[1] in heard[voice[0]].cited()}
    groups, proposals = across.join(
        chained,
        [h.cited() for h in heard],
        same=judged.same(),
        apart=judged.apart(),
        told=_told(heard, owns),
        offices=offices,
    )
    cast = _cast(heard, groups, owns, offices)
    return Resolved(
        sources=tuple(cast.sources),
        statements=tuple(msgspec.structs.replace(s, speaker=cast.speaker(heard, s.report, s.id)) for s in statements),
        credits=_credits(heard, cast),
        proposals=_proposals(proposals, cast),
        outlet_of=cast.outlet_of,
        reasons={
            s.id: portrait.speaker_reason(h.chains.page, s, h.said[s.id])
            for h in heard
            for s in by_report[h.chains.page.report]
            if cast.speaker(heard, s.report, s.id) is not None
        },
    )


class _Heard(NamedTuple):
    """One report read by itself: its entities, who says each statement, and its credits."""

    chains: Chains
    statements: Sequence[Statement]
    said: dict[str, Said]
    credits: list[RawCredit]

    def cited(self) -> set[int]:
        """The entities that speak or are credited."""
        speaking = {s.entity.number for s in self.said.values() if s.entity is not None}
        return speaking | {c.entity.number for c in self.credits}


@dataclass(frozen=True)
class _Cast:
    """The sources of a story, and which source each entity is."""

    sources: list[Source]
    source_of: Mapping[Node, str]
    outlet_of: Mapping[str, str | None]
    index: Mapping[str, int]

    def speaker(self, heard: Sequence[_Heard], report: str, statement: str) -> str | None:
        """The id of the source that says a statement."""
        r = self.index.get(report)
        said = heard[r].said.get(statement) if r is not None else None
        return self.source_of.get((r, said.entity.number)) if r is not None and said and said.entity else None


def _sources(statements: Sequence[Statement]) -> list[Span]:
    return [s.source for s in statements if s.source is not None]


def _hear(
    page: Page, statements: Sequence[Statement], mentions: list[Mention], held: Titles, sex: Mapping[str, str]
) -> _Heard:
    cores = [core(page, span) for span in _sources(statements)]
    chains = chain(page, mentions, {(c.start, c.end) for c in cores}, held, sex)
    promote_outlets(chains)
    said = speakers(chains, statements)
    found = credits(chains, statements, said)
    said |= headline_reports(chains, said, found) | issuers(chains, statements, said)
    return _Heard(chains, statements, said, found)


def _cast(
    heard: Sequence[_Heard],
    groups: Sequence[Group[Node]],
    owns: Sequence[Entity | str | None],
    voices: Mapping[Node, Node],
) -> _Cast:
    """Sources for all groups that are cited, credited, an own outlet, or the office of a spokesperson."""
    chained = [h.chains for h in heard]
    group_of = {node: g for g, group in enumerate(groups) for node in group.nodes}
    kept = {group_of[r, n] for r, h in enumerate(heard) for n in h.cited() if (r, n) in group_of}
    for r, own in enumerate(owns):
        if isinstance(own, Entity) and (r, own.number) in group_of:
            kept.add(group_of[r, own.number])
    offices = portrait.offices(chained, groups, kept, group_of)
    for voice, office in sorted(voices.items()):
        a, b = group_of.get(voice), group_of.get(office)
        if a is not None and b is not None and a in kept and a != b:
            offices.setdefault(a, b)
            kept.add(b)
    bodies = portrait.memberships(chained, groups, kept, group_of)
    kept |= {*offices.values(), *bodies.values()}
    made: dict[int, Source] = {}
    ids: Counter[str] = Counter()
    for g in sorted(kept):
        members = [(chained[r], chained[r].entities[n]) for r, n in groups[g].nodes]
        source = portrait.source(members, [e.reason for e in groups[g].edges if isinstance(e.reason, Reason)])
        ids[source.id] += 1
        if ids[source.id] > 1:  # a chance of one in a billion; two sources never share an id
            source = msgspec.structs.replace(source, id=f"{source.id}-{ids[source.id]}")
        made[g] = source
    for g, o in {**bodies, **offices}.items():
        made[g] = msgspec.structs.replace(made[g], part_of=made[o].id)
    source_of = {node: made[g].id for node, g in group_of.items() if g in made}
    outlet_of, extra = _outlets_of(chained, owns, source_of, made.values())
    index = {chains.page.report: r for r, chains in enumerate(chained)}
    return _Cast([*made.values(), *extra], source_of, outlet_of, index)


def _credits(heard: Sequence[_Heard], cast: _Cast) -> tuple[Credit, ...]:
    return tuple(
        Credit(
            report=h.chains.page.report,
            source=found,
            rule=raw.rule,
            place=Place(h.chains.page.report, raw.words.start, raw.words.end),
            sentence=raw.sentence,
            own=found == cast.outlet_of[h.chains.page.report],
            score=raw.score,
        )
        for r, h in enumerate(heard)
        for raw in h.credits
        if (found := cast.source_of.get((r, raw.entity.number))) is not None
    )


def _own(chains: Chains) -> Entity | str | None:
    """A report's own outlet: the entity or name that the report is known by, else what its words show."""
    known = chains.page.reading.report.outlet
    if known:
        found = outlets.find(known)
        key = fold(found.name if found else known).removeprefix("the ")
        if found is None and is_office(known):
            return _office(chains, known) or known
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


def _office(chains: Chains, known: str) -> Entity | None:
    """The office that publishes its own report, by the name it goes by there."""
    words = organisation_words(known)
    fits = [e for e in chains.entities if e.sort == "organisation" and e.names and e.mentions]
    fits = [
        e for e in fits if len(organisation_words(e.full_name) & words) > 1 or organisation_words(e.full_name) == words
    ]
    return max(fits, key=lambda e: (len(organisation_words(e.full_name) & words), -e.number), default=None)


def _told(heard: Sequence[_Heard], owns: Sequence[Entity | str | None]) -> dict[Node, str]:
    """The outlet that a report's own words say an unnamed source spoke to, in the sentence that cites it.

    Where they name none, the source spoke to the report's own outlet; but two reports of one outlet may have two.
    """
    found: dict[Node, str] = {}
    own_keys = [outlet_key(o) if isinstance(o, Entity) else fold(o or "").removeprefix("the ") for o in owns]
    for r, h in enumerate(heard):
        page = h.chains.page
        hearing: dict[int, list[tuple[int, str]]] = defaultdict(list)
        for e in h.chains.entities:
            if e.sort == "outlet":
                for m in e.mentions:
                    hearing[page.sentence_at(m.start)].append((m.start, outlet_key(e)))
        cited = h.cited()
        for entity in h.chains.entities:
            if not entity.plural or entity.names or entity.number not in cited:
                continue
            for m in entity.mentions:
                for start, key in hearing.get(page.sentence_at(m.start), ()):
                    if m.end <= start and _TOLD.search(page.text, m.end, start):
                        found.setdefault((r, entity.number), key)
        for statement in h.statements:
            said = h.said.get(statement.id)
            if said is None or said.entity is None or said.entity.names or statement.source is None:
                continue
            heard_by = hearing.get(page.sentence_at(statement.source.start))
            if heard_by:
                found.setdefault((r, said.entity.number), heard_by[-1][1])
        if own_keys[r] and own_keys.count(own_keys[r]) == 1:
            for number in sorted(cited):
                found.setdefault((r, number), own_keys[r])
    return found


def _outlets_of(
    chained: Sequence[Chains],
    owns: Sequence[Entity | str | None],
    source_of: Mapping[Node, str],
    made: Iterable[Source],
) -> tuple[dict[str, str | None], list[Source]]:
    """Each report's own outlet as a source id; outlets that no report names become sources without mentions."""
    by_name = {fold(s.name).removeprefix("the "): s.id for s in made if s.kind == "outlet"}
    result: dict[str, str | None] = {}
    extra: dict[str, Source] = {}
    for r, (chains, own) in enumerate(zip(chained, owns, strict=True)):
        report = chains.page.report
        if isinstance(own, Entity):
            result[report] = source_of.get((r, own.number))
        elif own:
            known = outlets.find(own)
            name = known.name if known else own
            key = fold(name).removeprefix("the ")
            if key not in by_name:
                kind: SourceKind = "organisation" if known is None and is_office(name) else "outlet"
                added = Source(id=content_id("source", kind, key), name=name, kind=kind)
                by_name[key] = added.id
                extra[added.id] = added
            result[report] = by_name[key]
        else:
            result[report] = None
    return result, list(extra.values())


def _proposals(edges: Sequence[Edge[Node]], cast: _Cast) -> tuple[Proposal, ...]:
    seen: dict[tuple[str, str], Proposal] = {}
    for edge in edges:
        a, b = cast.source_of.get(edge.a), cast.source_of.get(edge.b)
        if a and b and a != b and isinstance(edge.reason, Reason):
            pair = (min(a, b), max(a, b))
            seen.setdefault(pair, Proposal(*pair, edge.reason))
    return tuple(seen[pair] for pair in sorted(seen))
