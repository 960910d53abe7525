"""The first-hand act of newsgathering behind each statement and each sentence of an outlet's own voice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.authored import authored
from twosource.lineage.credited import first_hand
from twosource.lineage.days import long_before
from twosource.lineage.ground import ASCRIBED, NOBODY, Ground, InHand, Key, Root
from twosource.lineage.heard import hear
from twosource.lineage.occasions import Occasion
from twosource.lineage.relays import credit_words, nameless
from twosource.lineage.reuse import in_order
from twosource.lineage.taken import borrow, take_over
from twosource.lineage.via import SILENT
from twosource.lineage.view import View
from twosource.lineage.voices import voices
from twosource.model import Source, Span, Statement

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


def believed(view: View, statement: Statement) -> bool:
    """The statement is a belief, a fear, a hearsay: no act of speaking that could have been an occasion."""
    cue = view.text(statement.cue) if statement.cue else ""
    return bool(_HEARSAY.search(cue)) or (bool(_BELIEF.search(cue)) and not _SPEAKS.search(cue))


def roots(ground: Ground, in_hand: InHand) -> tuple[dict[str, Root], dict[str, tuple[Root, ...]]]:
    """The origin behind each statement, by its id, and behind each sentence where the outlet speaks itself, by report.

    A report that took over text comes after the one that it took it from, and inherits.
    """
    said: dict[str, Root] = {}
    spoken_by_outlets: dict[str, tuple[Root, ...]] = {}
    for key in sorted(ground.views):
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
    hear(ground, said)
    authored(ground, said)
    for key in sorted(ground.views):
        view = ground.views[key]
        found = tuple(voices(ground, in_hand, view, said))
        spoken_by_outlets[key] = found
        for statement in view.statements:
            # Whose words they are did not show: they are as good as the outlet's own, unless it says that they are not.
            if said[statement.id] is NOBODY and not believed(view, statement):
                said[statement.id] = found[view.sentence_at(statement.content[0].start)]
    borrow(ground, said, spoken_by_outlets)
    for key in in_order(ground.views, ground.descended):
        descent = ground.descended.get(key)
        if descent is not None:
            take_over(ground, descent, said, spoken_by_outlets)
    return said, spoken_by_outlets


def _root(
    ground: Ground, in_hand: InHand, view: View, statement: Statement, by_id: Mapping[str, Statement], depth: int
) -> Root:
    via = ground.vias.get(statement.id, ())
    anchor = view.anchor(statement)
    occasion = ground.occasion_of.get(statement.id)
    if occasion is not None and occasion.gatherer is None and via:  # made in the open, whoever wrote it down
        return Root(Key("occasion", occasion.key), _occasion_reason(occasion), True)
    speaker = ground.sources.get(statement.speaker or "")
    if via and ground.sources[via[0]].kind != "outlet":
        return Root(None, "Credited to reports whose outlet nobody names.", False)
    if via:
        credited = any(c.source in via for c in view.credits_by_sentence.get(anchor, []))
        name = ground.name(via[-1])
        at = anchor if ground.relayed(view.id) != via[-1] else None
        return Root(in_hand.key(view.id, via[0], at), credit_words(view, via[-1], name), credited)
    if occasion is not None and speaker is not None and speaker.kind == "outlet":
        return Root(Key("occasion", occasion.key), _occasion_reason(occasion), True)
    if speaker is not None and speaker.kind == "outlet":
        if speaker.id == view.outlet:
            return Root(Key("own", view.id), "The outlet gives it as its own.", True)
        at = anchor if ground.relayed(view.id) != speaker.id else None
        first = first_hand(view, speaker.id, anchor, ground.sources)
        return Root(in_hand.key(view.id, first, at), credit_words(view, speaker.id, speaker.name), True)
    if nameless(view, statement, ground.sources):
        return Root(None, "Credited to reports whose outlet nobody names.", False)
    if anchor in ground.own_sentences(view.id) or (occasion is None and statement.id in ground.told[view.id]):
        return Root(Key("own", view.id), "Told to this outlet.", True)
    outer = by_id.get(statement.within or "")
    if outer is not None and depth < 8 and outer.speaker != statement.speaker:
        return _root(ground, in_hand, view, outer, by_id, depth + 1)
    channel = ground.channels.get(statement.id)
    if occasion is not None and occasion.gatherer is not None:
        first = ground.views[occasion.gatherer].reading.report.outlet or "another report"
        return Root(Key("own", occasion.gatherer), f"The words that {first} gathered: {occasion.reason}.", True)
    if occasion is not None and (occasion.shared or occasion.kind or occasion.document or channel):
        return Root(Key("occasion", occasion.key), _occasion_reason(occasion), True)
    return _undeclared(ground, view, statement, speaker)


def _undeclared(ground: Ground, view: View, statement: Statement, speaker: Source | None) -> Root:
    """A statement with no credit, no channel, and nobody else who has it."""
    cue = view.text(statement.cue) if statement.cue else ""
    if speaker is None:
        told = statement.source is not None and _SPEAKS.search(cue) and ground.is_original(view.id)
        return Root(Key("own", view.id), "Said in a report that gathered for itself.", False) if told else NOBODY
    at = view.reading.sentences[view.anchor(statement)].span
    cued = view.text(Span(statement.cue.start, min(at.end, statement.cue.end + 15))) if statement.cue else ""
    if speaker.id in ground.public and not SILENT.search(view.text(at)):
        if long_before(view, statement):
            return Root(Key("speaker", f"{speaker.id} before"), f"{speaker.name} said it at another time.", True)
        if speaker.kind == "organisation" and _DAY.search(cued):
            return Root(Key("speaker", speaker.id), f"{speaker.name} made it public.", True)
        return Root(Key("speaker", speaker.id), f"{speaker.name} speaks in public; to whom is not told.", False)
    if ground.is_original(view.id):
        return Root(Key("own", view.id), "Said in a report that gathered for itself.", False)
    if SILENT.search(cue) or (statement.cue is not None and not _SPEAKS.search(cue)):
        return NOBODY
    return Root(Key("own", view.id), "Nothing says that it was said to others.", False)


def _occasion_reason(occasion: Occasion) -> str:
    if occasion.reason:
        return f"Open to all: {occasion.reason}."
    return "Said or published in the open, not to this outlet alone."
