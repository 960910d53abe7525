"""The outlets that each statement passed through before it came to this report."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Set

from twosource.gazetteer.wire import wire
from twosource.lineage.channels import Channel
from twosource.lineage.continued import continued, gone_on, hearsay
from twosource.lineage.credited import Via, beyond, chain_of, credited
from twosource.lineage.ground import Borrowed
from twosource.lineage.public import public_group
from twosource.lineage.relays import Derived, nameless
from twosource.lineage.reuse import Descent, in_order
from twosource.lineage.state_media import state_media, through_the_state
from twosource.lineage.view import View
from twosource.model import Source, Span, Statement

# Who spoke to whom spreads from statement to statement: through a speaker, a group, another report. Three rounds reach
# everything on the annotated stories; each is linear.
PASSES = 3
# Reports of one outlet that are searched for where it has somebody from.
MOST_REPORTS = 8
SILENT = re.compile(
    r"\b(?:(?:not|n[’']t|never) (?:\w+ )?(?:respond|repl|answer|return|comment|recei|reach)|no (?:comment|response"
    r"|reply|answer)"
    r"|declin|refus)",
    re.IGNORECASE,
)
# "One of the generals, X", "another, Y", "the same source": somebody already met.
_FELLOW = (
    r"(?:one of (?:the|them|his|her|its|their)|another(?: of (?:the|them))?|the (?:same|other|second|third|first)"
    r"|a (?:second|third|fourth|different|fellow))"
)
_BEFORE_MEMBER = re.compile(rf"\b{_FELLOW}(?: [\w-]+){{0,4}},?\s*$", re.IGNORECASE)
_MEMBER = re.compile(rf"{_FELLOW}\b", re.IGNORECASE)
# Whoever is called a source is somebody's; in a retelling, the retold outlet's.
_SOURCES = re.compile(r"\b(?:sources?|insiders?|eye-?witness(?:es)?)\b", re.IGNORECASE)
_SPOKES = re.compile(r"\bspokes(?:man|woman|person|people)|\bpress secretar|\brepresentative\b", re.IGNORECASE)


def vias(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    derived: Mapping[str, tuple[Derived, ...]],
    channels: Mapping[str, Channel | None],
    own: Mapping[str, frozenset[int]],
    descended: Mapping[str, Descent],
    borrowed: Mapping[str, Borrowed],
) -> dict[str, Via]:
    """Statement id to the outlets between its speaker and this report, nearest the speaker first.

    Plain credits first ("told X"); then text that a retelling has from a report in hand, and words
    that it borrowed; then the same speaker
    elsewhere in the report; then, in a report that as a whole retells X, whoever spoke to X in another report that
    retells X, people without a name, and those who did not answer. ``own`` are the sentences of each report that speak
    of its own gathering.
    """
    found: dict[str, Via] = {}
    met: dict[str, dict[str, Via]] = {key: {} for key in views}
    relayed = {key: _relayed(view, sources, derived[key]) for key, view in views.items()}
    for key, view in views.items():
        for statement in view.statements:
            via = credited(view, statement, sources)
            if via:
                found[statement.id] = via
                _meet(met[key], statement, via, sources, relayed[key])
    for key, view in views.items():
        found |= gone_on(view, sources, channels, own[key], found)
    media = state_media(views, sources)
    found |= through_the_state(views, sources, media, channels, own, found)
    in_the_open = {s.speaker for view in views.values() for s in view.statements if _aloud(channels.get(s.id))}
    open_speakers = {(s.report, s.speaker) for view in views.values() for s in view.statements if channels.get(s.id)}
    _inherit(views, sources, found)
    for key in in_order(views, descended):
        if key in descended and descended[key].whole and descended[key].shown is not None:
            taken = _taken(views, descended[key], relayed[key], channels, own[key], found, in_the_open)
            for statement in views[key].statements:
                if statement.id in taken and statement.speaker not in taken[statement.id]:
                    found[statement.id] = taken[statement.id]
    for key, took in sorted(borrowed.items()):
        for said, (report, first) in sorted(took.statements.items()):
            outlet = views[report].outlet
            if said not in found and outlet is not None:
                found[said] = (*found.get(first, ()), outlet, *beyond(views[key], outlet, sources))
    for key, view in views.items():
        if _copy(view, sources, relayed[key]):
            for statement in view.statements:
                if statement.speaker not in relayed[key] and view.anchor(statement) not in own[key]:
                    found.setdefault(statement.id, relayed[key])
    for _ in range(PASSES):
        before = len(found)
        through: dict[tuple[str, str], Via] = {}  # (speaker, relayed outlet) -> via, from every report that retells it
        for key in views:
            for speaker, via in met[key].items():
                if relayed[key][-1:] == via[-1:]:
                    through.setdefault((speaker, via[-1]), via)
        for key, view in views.items():
            for statement in view.statements:
                if statement.id in found or view.anchor(statement) in own[key]:
                    continue
                if hearsay(view, statement, sources):
                    via = relayed[key]
                elif (key, statement.speaker) in open_speakers:
                    continue
                else:
                    of_state = relayed[key][:1] and relayed[key][0] in media
                    via = _known(view, statement, sources, met[key], () if of_state else relayed[key], through, found)
                if via:
                    found[statement.id] = via
                    _meet(met[key], statement, via, sources, relayed[key])
        _inherit(views, sources, found)
        for key, view in views.items():
            for statement in view.statements:
                if statement.id in found and relayed[key][-1:] == found[statement.id][-1:]:
                    _meet(met[key], statement, found[statement.id], sources, relayed[key])
        if len(found) == before:
            break
    return _lengthened(views, found)


def _lengthened(views: Mapping[str, View], found: Mapping[str, Via]) -> dict[str, Via]:
    """Each via with the outlets before it: those through which the first outlet says that it has the same speaker."""
    by_outlet: dict[str, list[str]] = defaultdict(list)
    said: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for key, view in views.items():
        by_outlet[view.outlet or ""].append(key)
        for statement in view.statements:
            if statement.id in found and statement.speaker:
                said[key, statement.speaker].append(statement)
    longer = dict(found)
    for key, view in views.items():
        for statement in view.statements:
            via = found.get(statement.id, ())
            reports = by_outlet.get(via[0], [])[:MOST_REPORTS] if via else []
            there = [(views[r], s) for r in reports if r != key for s in said.get((r, statement.speaker or ""), ())]
            if not there:
                continue
            row = view.reading.vectors[view.anchor(statement)]
            nearest = max(there, key=lambda t: (float(t[0].reading.vectors[t[0].anchor(t[1])] @ row), t[1].id))
            before = found[nearest[1].id]
            if not set(before) & {*via, view.outlet}:
                longer[statement.id] = (*before, *via)
    return longer


def _relayed(view: View, sources: Mapping[str, Source], derived: tuple[Derived, ...]) -> Via:
    """The outlets that a report's matter came through if it retells one as a whole, nearest the speakers first."""
    outlet = next((d.source for d in derived if d.relation == "relays" and not d.groundless), None)
    if outlet is None or sources[outlet].kind != "outlet":
        return ()
    return chain_of(view, outlet, sources)


def _copy(view: View, sources: Mapping[str, Source], relayed: Via) -> bool:
    """The text is an agency's own copy, by its dateline or sign-off: all that is said in it was said to the agency."""
    signed = wire(view.reading.report.text) if relayed else None
    return signed is not None and sources[relayed[-1]].name == signed.agency


def _aloud(channel: Channel | None) -> bool:
    """To everybody, and not only in a document."""
    return channel is not None and channel.kind != "document"


def _taken(
    views: Mapping[str, View],
    descent: Descent,
    relayed: Via,
    channels: Mapping[str, Channel | None],
    own: frozenset[int],
    found: Mapping[str, Via],
    in_the_open: Set[str | None],
) -> dict[str, Via]:
    """The via of statements that a retelling has from a report in hand: what they had there, and that outlet."""
    view, earlier = views[descent.report], views[descent.earlier]
    if earlier.outlet is None or earlier.outlet == view.outlet:
        return {}
    beyond = relayed[relayed.index(earlier.outlet) + 1 :] if earlier.outlet in relayed else ()
    taken = {}
    for statement in view.statements:
        anchor = view.anchor(statement)
        way = channels.get(statement.id)
        if statement.id in found or anchor in own or _aloud(way):
            continue
        rows = {anchor, *(i for c in statement.content for i in view.sentences_of(c))}
        there = [descent.sentences[i] for i in sorted(rows) if i in descent.sentences]
        if not there:
            continue
        told = [s for j in there for s in earlier.by_sentence.get(j, [])]
        same = [s for s in told if s.speaker == statement.speaker]
        if not same and statement.speaker in in_the_open:
            continue  # he speaks to everybody, and not in that sentence
        same = same or told
        taken[statement.id] = (*(found.get(same[0].id, ()) if same else ()), earlier.outlet, *beyond)
    return taken


def _meet(met: dict[str, Via], statement: Statement, via: Via, sources: Mapping[str, Source], relayed: Via) -> None:
    """Remember that a speaker spoke through an outlet: all else that the report has of him came the same way.

    Not of somebody known by name in a report that only cites the outlet: he speaks elsewhere too.
    """
    speaker = sources.get(statement.speaker or "")
    if speaker is not None and (
        via[-1:] == relayed[-1:] or speaker.kind in ("unnamed person", "group", "pseudonymous person")
    ):
        met.setdefault(speaker.id, via)


def _known(
    view: View,
    statement: Statement,
    sources: Mapping[str, Source],
    met: Mapping[str, Via],
    relayed: Via,
    through: Mapping[tuple[str, str], Via],
    found: Mapping[str, Via],
) -> Via:
    """The via of a statement whose own sentence credits nobody."""
    speaker = sources.get(statement.speaker or "")
    if speaker is None or speaker.kind in ("outlet", "document") or nameless(view, statement, sources):
        return ()
    if speaker.id in met:
        return met[speaker.id]
    if speaker.part_of in met:
        return met[speaker.part_of or ""]
    if not relayed:
        return ()
    if (speaker.id, relayed[-1]) in through:
        return through[speaker.id, relayed[-1]]
    words = view.text(view.reading.sentences[view.anchor(statement)].span)
    if statement.source is None:
        return continued(view, statement, found) if statement.cue is None else ()
    if statement.cue is not None and SILENT.search(words):
        return relayed
    sentence = view.reading.sentences[view.anchor(statement)].span
    before = view.text(
        Span(max(sentence.start, statement.source.start - 40), max(sentence.start, statement.source.start))
    )
    if _BEFORE_MEMBER.search(before) or _MEMBER.match(view.text(statement.source)):
        return relayed
    unnamed = speaker.kind in ("unnamed person", "pseudonymous person", "group") or _SOURCES.search(
        view.text(statement.source)
    )
    words = f"{speaker.name} {view.text(statement.source)}"
    if unnamed and not _SPOKES.search(words) and not (speaker.kind == "group" and public_group(words)):
        return relayed
    return ()


def _inherit(views: Mapping[str, View], sources: Mapping[str, Source], found: dict[str, Via]) -> None:
    """A statement told inside another passed through whatever that one passed through."""
    for view in views.values():
        by_id = {s.id: s for s in view.statements}
        for statement in view.statements:
            outer, steps = by_id.get(statement.within or ""), 0
            while statement.id not in found and outer is not None and steps < 8:
                said_by = sources.get(outer.speaker or "")
                if outer.id in found:
                    found[statement.id] = found[outer.id]
                elif (
                    said_by is not None
                    and (said_by.kind == "outlet" or nameless(view, outer, sources))
                    and said_by.id not in (view.outlet, statement.speaker)
                ):
                    found[statement.id] = (said_by.id,)
                outer, steps = by_id.get(outer.within or ""), steps + 1
