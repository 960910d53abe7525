"""The outlets that each statement passed through before it came to this report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.channels import Channel
from twosource.lineage.relays import Derived, nameless, outlet_credits
from twosource.lineage.view import View
from twosource.model import Credit, Source, Span, Statement

Via = tuple[str, ...]

# A credit this near to the cue or the source of a statement belongs to it ("told X", "X's sources", "as per X").
NEAR = 30
# Who spoke to whom spreads from statement to statement: through a speaker, a group, another report. Three rounds reach
# everything on the annotated stories; each is linear.
PASSES = 3
_FIRST = re.compile(
    r"\b(?:first|originally|previously|earlier|initially) (?:\w+ )?(?:reported|published|broken|disclosed|revealed)\b"
)
_CITES = re.compile(
    r"\b(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|referr(?:ed|ing) to|attribut(?:ed|ing)|credit(?:ed|ing)|relay(?:ed"
    r"|ing))\b"
)
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
) -> dict[str, Via]:
    """Statement id to the outlets between its speaker and this report, nearest the speaker first.

    Plain credits first ("told X"); then the same speaker elsewhere in the report; then, in a report that as a whole
    retells X, whoever spoke to X in another report that retells X, people without a name, and those who did not
    answer. ``own`` are the sentences of each report that speak of its own gathering.
    """
    found: dict[str, Via] = {}
    met: dict[str, dict[str, Via]] = {}
    relayed = {
        key: next((d.source for d in derived[key] if d.relation == "relays" and not d.groundless), None)
        for key in views
    }
    for key, view in views.items():
        met[key] = {}
        for statement in view.statements:
            via = _credited(view, statement, sources)
            if via:
                found[statement.id] = via
                _meet(met[key], statement, via, sources, relayed[key])
    open_speakers = {(s.report, s.speaker) for view in views.values() for s in view.statements if channels.get(s.id)}
    _inherit(views, sources, found)
    for _ in range(PASSES):
        before = len(found)
        through: dict[tuple[str, str], Via] = {}  # (speaker, relayed outlet) -> via, from every report that retells it
        for key in views:
            for speaker, via in met[key].items():
                if relayed[key] == via[-1]:
                    through.setdefault((speaker, via[-1]), via)
        for key, view in views.items():
            outlet = relayed[key]
            if outlet is not None and sources[outlet].kind != "outlet":
                outlet = None
            for statement in view.statements:
                if statement.id in found or view.anchor(statement) in own[key]:
                    continue
                if (key, statement.speaker) in open_speakers and statement.speaker not in met[key]:
                    continue
                via = _known(view, statement, sources, met[key], outlet, through, found)
                if via:
                    found[statement.id] = via
                    _meet(met[key], statement, via, sources, outlet)
        _inherit(views, sources, found)
        for key, view in views.items():
            for statement in view.statements:
                if statement.id in found and relayed[key] == found[statement.id][-1]:
                    _meet(met[key], statement, found[statement.id], sources, relayed[key])
        if len(found) == before:
            break
    return found


def _meet(
    met: dict[str, Via], statement: Statement, via: Via, sources: Mapping[str, Source], relayed: str | None
) -> None:
    """Remember that a speaker spoke through an outlet: all else that the report has of him came the same way.

    Not of somebody known by name in a report that only cites the outlet: he speaks elsewhere too.
    """
    speaker = sources.get(statement.speaker or "")
    if speaker is not None and (
        via[-1] == relayed or speaker.kind in ("unnamed person", "group", "pseudonymous person")
    ):
        met.setdefault(speaker.id, via)


def _credited(view: View, statement: Statement, sources: Mapping[str, Source]) -> Via:
    """The via that the statement's own sentence states."""
    speaker = sources.get(statement.speaker or "")
    here = [c for c in outlet_credits(view, sources) if view.sentence_at(c.place.start) == view.anchor(statement)]
    for credit in here:
        chain = _chain(view, credit, here)
        if statement.speaker == credit.source:
            continue
        if speaker is not None and speaker.kind == "outlet":
            continue
        if _inside(view, statement, credit) or (_near(view, statement, credit) and not _first(view, credit)):
            return chain
    return ()


def first_hand(view: View, outlet: str, sentence: int, sources: Mapping[str, Source]) -> str:
    """The outlet that ``outlet`` itself cites in this sentence ("X, which cited Y"), or ``outlet``."""
    here = [c for c in outlet_credits(view, sources) if view.sentence_at(c.place.start) == sentence]
    return next((_chain(view, c, here)[0] for c in here if c.source == outlet), outlet)


def _chain(view: View, credit: Credit, here: list[Credit]) -> Via:
    """X, or (Y, X) where the sentence says that X cites Y."""
    for other in here:
        if other.source != credit.source and other.place.start > credit.place.end:
            # A credit's place may itself begin with "which cited".
            between = view.text(Span(credit.place.end, other.place.end))
            if other.place.start - credit.place.end < 60 and _CITES.search(between):
                return (other.source, credit.source)
        if other.source != credit.source and other.place.end < credit.place.start:
            between = view.text(Span(other.place.end, credit.place.start))
            if len(between) < 60 and _CITES.search(between):
                return (credit.source, other.source)
    return (credit.source,)


def _inside(view: View, statement: Statement, credit: Credit) -> bool:
    """Some statement of the credited outlet holds this one's words."""
    mine = sum(c.end - c.start for c in statement.content)
    for other in view.statements:
        if other.speaker != credit.source or other.id == statement.id:
            continue
        shared = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in statement.content for b in other.content
        )
        if shared >= 0.8 * mine:
            return True
    return False


def _near(view: View, statement: Statement, credit: Credit) -> bool:
    """The credit belongs to this statement's cue or source, and is not itself the source of another statement."""
    for other in view.statements:
        theirs = other.source if other.id != statement.id and other.speaker == credit.source else None
        if theirs is not None and theirs.start < credit.place.end and credit.place.start < theirs.end:
            return False
    spots = [s for s in (statement.cue, statement.source) if s is not None]
    gaps = [max(spot.start - credit.place.end, credit.place.start - spot.end, 0) for spot in spots]
    return bool(gaps) and min(gaps) <= NEAR


def _first(view: View, credit: Credit) -> bool:
    """The credit says who had some other matter first ("the trip, which was first reported by X, ...")."""
    around = view.text(Span(max(0, credit.place.start - 30), min(len(view.reading.report.text), credit.place.end + 30)))
    return _FIRST.search(around) is not None


def _known(
    view: View,
    statement: Statement,
    sources: Mapping[str, Source],
    met: Mapping[str, Via],
    outlet: str | None,
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
    if outlet is None:
        return ()
    if (speaker.id, outlet) in through:
        return through[speaker.id, outlet]
    words = view.text(view.reading.sentences[view.anchor(statement)].span)
    if statement.source is None:
        return _continued(view, statement, found) if statement.cue is None else ()
    if statement.cue is not None and SILENT.search(words):
        return (outlet,)
    sentence = view.reading.sentences[view.anchor(statement)].span
    before = view.text(
        Span(max(sentence.start, statement.source.start - 40), max(sentence.start, statement.source.start))
    )
    if _BEFORE_MEMBER.search(before) or _MEMBER.match(view.text(statement.source)):
        return (outlet,)
    unnamed = speaker.kind in ("unnamed person", "pseudonymous person") or _SOURCES.search(view.text(statement.source))
    if unnamed and not _SPOKES.search(f"{speaker.name} {view.text(statement.source)}"):
        return (outlet,)
    return ()


def _continued(view: View, statement: Statement, found: Mapping[str, Via]) -> Via:
    """A quotation that goes on without a source came the way of the one before it in its paragraph."""
    paragraph = view.reading.sentences[view.anchor(statement)].paragraph
    before = [
        s
        for s in view.statements
        if s.content[0].start < statement.content[0].start
        and view.reading.sentences[view.anchor(s)].paragraph == paragraph
    ]
    return found.get(before[-1].id, ()) if before else ()


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
                    and said_by.kind == "outlet"
                    and said_by.id not in (view.outlet, statement.speaker)
                ):
                    found[statement.id] = (said_by.id,)
                outer, steps = by_id.get(outer.within or ""), steps + 1
