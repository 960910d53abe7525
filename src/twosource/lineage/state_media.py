"""State media: what a ruler makes known, he makes known through them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from twosource.lineage.channels import Channel
from twosource.lineage.credited import Via, beyond
from twosource.lineage.relays import outlet_credits
from twosource.lineage.view import View
from twosource.model import Source, Span, Statement
from twosource.sources.nations import nations_in
from twosource.text.names import fold

_STATE = re.compile(
    r"\bstate(?:[- ](?:run|owned|controlled|backed))?[- ](?:news )?(?:media|agency|news|broadcaster|television|tv|radio"
    r"|newspaper)\b"
    r"|\bstate-(?:run|owned|controlled|backed)\b|\bofficial news agency\b",
    re.IGNORECASE,
)
# Characters round an outlet's name in which a report says that it is its state's.
AROUND = 60
# Mentions of a speaker that are looked at for his country.
MOST_MENTIONS = 200


def state_media(views: Mapping[str, View], sources: Mapping[str, Source]) -> dict[str, frozenset[str]]:
    """The outlets (ids) that the reports call a state's, each with the nations named beside it."""
    found: dict[str, set[str]] = defaultdict(set)
    for view in views.values():
        for span, key in view.mentions:
            if sources[key].kind != "outlet":
                continue
            sentence = view.reading.sentences[max(0, view.sentence_at(span.start))].span
            near = Span(max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND))
            words = view.text(near)
            if _STATE.search(words):
                found[key] |= nations_in(fold(words))
    return {key: frozenset(where) for key, where in found.items()}


def through_the_state(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    media: Mapping[str, frozenset[str]],
    channels: Mapping[str, Channel | None],
    own: Mapping[str, frozenset[int]],
    found: Mapping[str, Via],
) -> dict[str, Via]:
    """The via of what a state's own people say, in reports that credit its media.

    Once one report has them say something there; not of what was said on another occasion that the report names,
    nor in a sentence that the report gathered itself (``own``).
    """
    speaks: dict[str, str] = {}  # speaker to his state's outlet
    for view in views.values():
        for statement in view.statements:
            via, speaker = found.get(statement.id, ()), sources.get(statement.speaker or "")
            if speaker is None or not via or via[0] not in media:
                continue
            known = speaker.kind in ("named person", "organisation")
            if known and speaker.id not in speaks and _nations(views, speaker) & media[via[0]]:
                speaks.setdefault(speaker.id, via[0])
    new: dict[str, Via] = {}
    for key, view in views.items() if speaks else ():
        credited = {c.source for c in outlet_credits(view, sources)}
        for statement in view.statements:
            outlet = speaks.get(statement.speaker or "")
            if outlet is None or outlet not in credited or view.anchor(statement) in own[key]:
                continue
            if statement.id not in found and _plain(statement, channels):
                new[statement.id] = (outlet, *beyond(view, outlet, sources))
    return new


def _nations(views: Mapping[str, View], speaker: Source) -> frozenset[str]:
    """The nations in what the reports call somebody."""
    called = [views[m.report].text(Span(m.start, m.end)) for m in speaker.mentions[:MOST_MENTIONS] if m.report in views]
    return frozenset(nations_in(fold(" ".join([speaker.name, speaker.description or "", *called]))))


def _plain(statement: Statement, channels: Mapping[str, Channel | None]) -> bool:
    way = channels.get(statement.id)
    return way is None or way.kind == "document"
