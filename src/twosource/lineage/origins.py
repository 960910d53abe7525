"""The first-hand act of newsgathering behind each statement and each sentence of an outlet's own voice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from twosource.lineage.channels import Channel
from twosource.lineage.gathering import Gathered
from twosource.lineage.occasions import Occasion
from twosource.lineage.relays import Derived, nameless, outlet_credits
from twosource.lineage.reuse import Descent
from twosource.lineage.via import SILENT, Via
from twosource.lineage.view import View
from twosource.model import Source, Span, Statement

# A cited passage is taken to be this report of the cited outlet when the two sentences mean this much the same.
# Cosine of MiniLM sentence vectors; sentences of one story on other matters lie at 0.2 to 0.45.
SAME_MATTER = 0.5
# An outlet's own sentence is told by its own sources when it means this much the same as one of their statements.
OWN_WORDS = 0.6

_SPEAKS = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells?|telling|according|warn\w*|announc\w*|stat(?:ed|es|ing|ement)|confirm\w*"
    r"|den(?:y|ied|ies|ying)"
    r"|reject\w*|dismiss\w*|report(?:ed|s|ing)?|add(?:ed|s|ing)|not(?:ed|es|ing)|wr(?:ote|ites|iting|itten)"
    r"|indicat\w*|insist\w*"
    r"|acknowledg\w*|admit\w*|promis\w*|pledg\w*|vow\w*|declar\w*|claim\w*|alleg\w*|accus\w*|estimat\w*|call\w*"
    r"|explain\w*|urg\w*"
    r"|suggest\w*|argu\w*|testif\w*|tweet\w*|post\w*|publish\w*|issu\w*|put|found|show\w*|comment\w*|respond\w*"
    r"|repl\w*|declin\w*)\b",
    re.IGNORECASE,
)
# A feeling or a view that the report ascribes; nobody need have been asked.
_BELIEF = re.compile(
    r"\b(?:worr|fear|believ|think|thought|feel|felt|hope|want|wish|expect|consider|skeptic|sceptic|suspicious"
    r"|concern|agree|doubt"
    r"|view|regard|see[sn]?\b|saw|afraid|understand|point(?:s|ed)? out)",
    re.IGNORECASE,
)
# It is said, by whom is not.
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been|be|being) (?:\w+ly )?(?:believed|recogni[sz]ed|thought|said|reported|considered"
    r"|seen|known|rumou?red|understood"
    r"|expected|alleged|earlier said)\b|\b(?:reportedly|allegedly|supposedly|purportedly)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|last (?:week|month|night))\b")


class Key(NamedTuple):
    """What an origin is made of: ``own`` a report's gathering, ``outlet`` a credited outlet's report that is not in
    hand, ``occasion`` an open act of speaking, ``speaker`` what somebody made public through nobody knows what.
    """

    kind: str
    name: str


class Root(NamedTuple):
    """The origin key behind some words, why, and whether the words themselves say it (not a rule about the report)."""

    key: Key | None
    reason: str
    words: bool


NOBODY = Root(None, "No origin is given.", False)
ASCRIBED = Root(None, "The report ascribes it; to whom it was said is not told.", False)


def believed(view: View, statement: Statement) -> bool:
    """The statement is a belief, a fear, a hearsay: no act of speaking that could have been an occasion."""
    cue = view.text(statement.cue) if statement.cue else ""
    return bool(_HEARSAY.search(cue)) or (bool(_BELIEF.search(cue)) and not _SPEAKS.search(cue))


@dataclass(frozen=True, eq=False)
class Ground:
    """All that origins are decided on, by report id or statement id."""

    views: Mapping[str, View]
    sources: Mapping[str, Source]
    derived: Mapping[str, tuple[Derived, ...]]
    gathered: Mapping[str, tuple[Gathered, ...]]
    vias: Mapping[str, Via]
    channels: Mapping[str, Channel | None]
    occasion_of: Mapping[str, Occasion]
    descended: Mapping[str, Descent]

    def relayed(self, report: str) -> str | None:
        """The source that a report as a whole retells."""
        return next((d.source for d in self.derived[report] if d.relation == "relays"), None)

    def own_sentences(self, report: str) -> frozenset[int]:
        """The sentences that speak of own gathering in so many words."""
        return frozenset(g.sentence for g in self.gathered[report] if g.strong and g.rule != "dateline")

    def is_original(self, report: str) -> bool:
        """The report shows gathering of its own."""
        return any(g.strong for g in self.gathered[report])


def roots(ground: Ground, in_hand: InHand) -> tuple[dict[str, Root], dict[str, tuple[Root, ...]]]:
    """The origin behind each statement, by its id, and behind each sentence where the outlet speaks itself, by report.

    A report that took over text comes after the one that it took it from, and inherits.
    """
    said: dict[str, Root] = {}
    voices: dict[str, tuple[Root, ...]] = {}
    for key in _in_order(ground):
        view = ground.views[key]
        by_id = {s.id: s for s in view.statements}
        for statement in view.statements:
            said[statement.id] = _root(ground, in_hand, view, statement, by_id, 0)
        own = Key("own", key)
        # Whoever is quoted by this outlet alone, or told it something, may have told it his fears and beliefs too.
        met = {s.speaker for s in view.statements if said[s.id].key == own and (said[s.id].words or s.form == "direct")}
        for statement in view.statements:
            root = said[statement.id]
            ascribed = (
                root.key is not None and not root.words and statement.within is None and believed(view, statement)
            )
            if ascribed and statement.speaker not in met:
                said[statement.id] = ASCRIBED
        voices[key] = tuple(_voices(ground, in_hand, view, said))
        descent = ground.descended.get(key)
        if descent is not None:
            _take_over(ground, descent, said, voices)
    return said, voices


def _in_order(ground: Ground) -> list[str]:
    """Every report after the one that it took text from."""
    depth: dict[str, int] = {}
    for key in ground.views:
        chain = [key]
        while chain[-1] in ground.descended and chain[-1] not in depth:
            chain.append(ground.descended[chain[-1]].earlier)
        for k in reversed(chain):
            above = ground.descended.get(k)
            depth.setdefault(k, 0 if above is None else depth[above.earlier] + 1)
    return sorted(ground.views, key=lambda k: (depth[k], k))


def _take_over(ground: Ground, descent: Descent, said: dict[str, Root], voices: dict[str, tuple[Root, ...]]) -> None:
    """What a report took over rests on what it rested on there, unless its own words say otherwise."""
    view, earlier = ground.views[descent.report], ground.views[descent.earlier]
    first = earlier.reading.report.outlet or "an earlier report"
    for statement in view.statements:
        root = said[statement.id]
        if root.words or (root.key is not None and root.key.kind == "outlet"):
            continue
        rows = {view.anchor(statement), *(i for c in statement.content for i in view.sentences_of(c))}
        there = [descent.sentences[i] for i in sorted(rows) if i in descent.sentences]
        taken = _taken(ground, earlier, statement, there, said, voices)
        if taken is not None:
            said[statement.id] = Root(taken, f"Reads like {first}.", False)
    found = list(voices[view.id])
    for i, j in descent.sentences.items():
        if i < len(found) and not found[i].words and j < len(voices[earlier.id]):
            taken = voices[earlier.id][j].key or _only(said, earlier, j)
            if taken is not None:
                found[i] = Root(taken, f"Reads like {first}.", False)
    voices[view.id] = tuple(found)


def _taken(  # the statement that it was, else the sentence
    ground: Ground,
    earlier: View,
    statement: Statement,
    there: Sequence[int],
    said: Mapping[str, Root],
    voices: Mapping[str, tuple[Root, ...]],
) -> Key | None:
    for j in there:
        same = [s for s in earlier.by_sentence.get(j, []) if s.speaker == statement.speaker]
        for other in same or earlier.by_sentence.get(j, []):
            if said[other.id].key is not None:
                return said[other.id].key
    for j in there:
        if j < len(voices[earlier.id]) and voices[earlier.id][j].key is not None:
            return voices[earlier.id][j].key
    return None


def _only(said: Mapping[str, Root], view: View, sentence: int) -> Key | None:
    keys = {said[s.id].key for s in view.by_sentence.get(sentence, [])} - {None}
    return next(iter(keys)) if len(keys) == 1 else None


class InHand:
    """Which report of a credited outlet is meant, if it is in hand; and whose gathering that report rests on."""

    def __init__(self, views: Mapping[str, View], derived: Mapping[str, tuple[Derived, ...]]) -> None:
        self._views = views
        self._derived = derived
        self._by_outlet: dict[str, list[str]] = defaultdict(list)
        for key, view in views.items():
            if view.outlet:
                self._by_outlet[view.outlet].append(key)

    def key(self, report: str, outlet: str, sentence: int | None) -> Key:
        """The origin key of what ``report`` credits ``outlet`` with, in a sentence or (``None``) as a whole."""
        return self._key(report, outlet, sentence, frozenset({report}))

    def _key(self, report: str, outlet: str, sentence: int | None, seen: frozenset[str]) -> Key:
        there = self._match(report, outlet, sentence)
        if there is None or there in seen:
            return Key("outlet", outlet)
        further = next((d.source for d in self._derived[there] if d.relation == "relays"), None)
        if further is not None and further not in (outlet, self._views[report].outlet):
            return self._key(there, further, None, seen | {there})
        return Key("own", there)

    def _match(self, report: str, outlet: str, sentence: int | None) -> str | None:
        here = self._views[report].reading.vectors
        rows = here[[sentence]] if sentence is not None and sentence < len(here) else here
        best: tuple[float, str] | None = None
        for other in self._by_outlet.get(outlet, ()):
            there = self._views[other].reading.vectors
            if other == report or not len(there) or not len(rows):
                continue
            likeness = (rows @ there.T).max(axis=1)
            score = float(likeness.max() if sentence is not None else sorted(likeness)[-max(1, len(likeness) // 3)])
            if score >= SAME_MATTER and (best is None or score > best[0]):
                best = (score, other)
        return best[1] if best else None


def _root(
    ground: Ground, in_hand: InHand, view: View, statement: Statement, by_id: Mapping[str, Statement], depth: int
) -> Root:
    via = ground.vias.get(statement.id, ())
    anchor = view.anchor(statement)
    occasion = ground.occasion_of.get(statement.id)
    if occasion is not None and occasion.gatherer is None and via:  # made in the open, whoever wrote it down
        return Root(Key("occasion", occasion.key), _occasion_reason(ground, occasion), True)
    speaker = ground.sources.get(statement.speaker or "")
    if via:
        credited = any(c.source in via for c in view.credits_by_sentence.get(anchor, []))
        name = _name(ground, via[0])
        at = anchor if ground.relayed(view.id) != via[-1] else None
        return Root(in_hand.key(view.id, via[0], at), f"It came through {name}.", credited)
    if speaker is not None and speaker.kind == "outlet":
        if speaker.id == view.outlet:
            return Root(Key("own", view.id), "The outlet gives it as its own.", True)
        at = anchor if ground.relayed(view.id) != speaker.id else None
        return Root(in_hand.key(view.id, speaker.id, at), f"Credited to {speaker.name}.", True)
    if nameless(view, statement, ground.sources):
        return Root(None, "Credited to reports whose outlet nobody names.", False)
    if anchor in ground.own_sentences(view.id):
        return Root(Key("own", view.id), "Told to this outlet.", True)
    outer = by_id.get(statement.within or "")
    if outer is not None and depth < 8 and outer.speaker != statement.speaker:
        return _root(ground, in_hand, view, outer, by_id, depth + 1)
    channel = ground.channels.get(statement.id)
    if occasion is not None and occasion.gatherer is not None:
        first = ground.views[occasion.gatherer].reading.report.outlet or "another report"
        return Root(Key("own", occasion.gatherer), f"The words that {first} gathered: {occasion.reason}.", True)
    if occasion is not None and (occasion.shared or occasion.kind or occasion.document or channel):
        return Root(Key("occasion", occasion.key), _occasion_reason(ground, occasion), True)
    return _undeclared(ground, view, statement, speaker, occasion)


def _undeclared(
    ground: Ground, view: View, statement: Statement, speaker: Source | None, occasion: Occasion | None
) -> Root:
    """A statement with no credit, no channel, and nobody else who has it."""
    if speaker is None:
        return NOBODY
    cue = view.text(statement.cue) if statement.cue else ""
    at = view.reading.sentences[view.anchor(statement)].span.start
    sentence = view.text(view.reading.sentences[view.anchor(statement)].span)
    office = speaker.kind == "organisation"
    if ground.is_original(view.id):
        after = sentence[statement.cue.end - at : statement.cue.end - at + 15] if statement.cue else ""
        if office and _DAY.search(after) and not SILENT.search(sentence):
            return Root(Key("speaker", speaker.id), f"{speaker.name} made it public.", True)
        return Root(Key("own", view.id), "Said in a report that gathered for itself.", False)
    public = office or speaker.kind in ("named person", "unnamed person")
    if public and (statement.cue is None or _SPEAKS.search(cue)):
        return Root(Key("speaker", speaker.id), f"{speaker.name} said it; to whom is not told.", False)
    return NOBODY


def _occasion_reason(ground: Ground, occasion: Occasion) -> str:
    who = _name(ground, occasion.document or occasion.speaker)
    return f"{who}: {occasion.reason}." if occasion.reason else f"{who}."


def _voices(ground: Ground, in_hand: InHand, view: View, said: Mapping[str, Root]) -> list[Root]:
    relayed = ground.relayed(view.id)
    retold = relayed if relayed is not None and ground.sources[relayed].kind == "outlet" else None
    own = Key("own", view.id)
    own_sentences = ground.own_sentences(view.id)
    credits: dict[int, str] = {}
    for credit in outlet_credits(view, ground.sources):
        credits.setdefault(view.sentence_at(credit.place.start), credit.source)
    by_paragraph: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(view.reading.sentences):
        by_paragraph[sentence.paragraph].append(i)
    found = []
    for i, sentence in enumerate(view.reading.sentences):
        mates = by_paragraph[sentence.paragraph]
        near = credits.get(i) or next((credits[k] for k in mates if k in credits), None)
        if i in own_sentences:
            found.append(Root(own, "It speaks of this outlet's own gathering.", True))
        elif near is not None:
            where = "sentence" if i in credits else "paragraph"
            at = i if near != retold else None
            found.append(
                Root(in_hand.key(view.id, near, at), f"Its {where} credits {_name(ground, near)}.", i in credits)
            )
        elif (alone := _attributed(view, i, said)) is not None:
            found.append(alone)
        elif i in view.lead and retold is not None:
            found.append(
                Root(
                    in_hand.key(view.id, retold, None),
                    f"The lead of a report that retells {_name(ground, retold)}.",
                    False,
                )
            )
        elif i in view.lead and ground.is_original(view.id) and relayed is None:
            found.append(Root(own, "The lead of a report that gathered for itself.", False))
        else:
            found.append(_neighbour(ground, view, i, mates, said, own))
    return found


def _attributed(view: View, i: int, said: Mapping[str, Root]) -> Root | None:
    """The one origin of the statements that a sentence makes, if it has one."""
    roots = [said[s.id] for s in view.by_sentence.get(i, [])]
    known = {root.key for root in roots if root.key is not None}
    return next(r for r in roots if r.key is not None) if len(known) == 1 else None


def _neighbour(ground: Ground, view: View, i: int, mates: Sequence[int], said: Mapping[str, Root], own: Key) -> Root:
    """The origin of the statements around an uncredited sentence: its paragraph's, if they agree, or one it repeats."""
    near = [
        root
        for k in mates
        for root in (said[s.id] for s in view.by_sentence.get(k, []))
        if root.key is not None and root.key.kind in ("own", "outlet")
    ]
    keys = {root.key for root in near}
    if len(keys) == 1:
        return Root(near[0].key, f"Its paragraph: {near[0].reason}", False)
    if ground.is_original(view.id):
        for k in sorted(view.by_sentence):
            likeness = float(view.reading.vectors[i] @ view.reading.vectors[k])
            if likeness >= OWN_WORDS and any(said[s.id].key == own for s in view.by_sentence[k]):
                return Root(own, "It repeats what this outlet's own sources say.", False)
    return NOBODY


def _name(ground: Ground, key: str) -> str:
    source = ground.sources.get(key)
    return source.name if source else key


def span_of(statement: Statement) -> Span:
    """From the first to the last word of a statement's content."""
    return Span(min(c.start for c in statement.content), max(c.end for c in statement.content))
