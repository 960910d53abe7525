"""What a report has from another in passing: words that somebody told the other, or matter that it cites it for."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.lineage.channels import Channel, published
from twosource.lineage.derive import Derivation
from twosource.lineage.ground import Borrowed, InHand
from twosource.lineage.owned import met
from twosource.lineage.public import public_speakers
from twosource.lineage.relays import nameless
from twosource.lineage.releases import Releases
from twosource.lineage.retold import alike
from twosource.lineage.told import Told, later
from twosource.lineage.view import View
from twosource.model import Source, Statement

# A sentence of a report that credits another for something comes from there when cosine and shared content words come
# to this. Of the sentences of reports that tell of the same without drawing on each other one in eight does.
CREDITED = 1.25


def borrowings(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    came: Derivation,
    channels: Mapping[str, Channel | None],
    own: Mapping[str, frozenset[str]],
) -> dict[str, Borrowed]:
    """What each report borrowed from others, by report id; never what it says was told to it (``own``, ids by report).

    A remark belongs to the report that says it was made to its outlet; who has the same words, and does not say so,
    has them from there, unless they name an open channel (a post, a hearing, reporters).
    """
    said = [(view, s) for view in views.values() for s in view.statements]
    in_the_open = {s.id for view, s in said if published(channels.get(s.id), view, s)}
    everywhere = {s.speaker for _, s in said if s.id in in_the_open}
    open_ = in_the_open | {s.id for _, s in said if s.speaker in everywhere}
    mine = {key for keys in own.values() for key in keys}
    open_ |= {key for key, way in channels.items() if way is not None and key not in mine}  # published, not told
    told = Told(views, sources, own, came.original, open_, public_speakers(views, sources))
    texts = Releases(views, sources, came)
    in_hand = InHand(views, came.derived)
    found = {}
    for key, view in views.items():
        people = met(view, came.gathered[key], sources)
        sentences = _credited(view, views, sources, came, in_hand, people)
        statements = {}
        for statement in view.statements:
            speaker = sources.get(statement.speaker or "")
            if statement.id in own[key] or statement.id in in_the_open:
                continue
            if (speaker is not None and speaker.kind == "outlet") or nameless(view, statement, sources):
                continue
            there = told.same(view, statement)
            if there is None and view.anchor(statement) in sentences:
                there = _stated(views, statement, *sentences[view.anchor(statement)])
            if there is not None:
                statements[statement.id] = there
        released = {s.id: r for s in view.statements if (r := texts.of(view, s, channels)) and s.id not in own[key]}
        statements = {s: there for s, there in statements.items() if s not in released}
        if sentences or statements or released:
            found[key] = Borrowed(sentences, statements, released)
    return found


def _credited(
    view: View,
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    came: Derivation,
    in_hand: InHand,
    people: frozenset[str],
) -> dict[int, tuple[str, int]]:
    """Sentences that say what the report of an outlet says that this one credits for a part."""
    mine = came.own(view.id) | {view.sentence_at(at.start) for at, key in view.mentions if key in people}
    found: dict[int, tuple[str, int]] = {}
    for derived in came.derived[view.id]:
        if derived.relation != "cites" or sources[derived.source].kind != "outlet" or derived.source == view.outlet:
            continue
        there = in_hand.report(view.id, derived.source)
        if there is None or later(views[there], view) or not came.original[there]:
            continue
        for i, j in alike(view, views[there], least=CREDITED).items():
            if i not in mine and i not in view.credits_by_sentence:
                found.setdefault(i, (there, j))
    return found


def _stated(views: Mapping[str, View], statement: Statement, report: str, sentence: int) -> tuple[str, str] | None:
    there = views[report].by_sentence.get(sentence, [])
    same = [s for s in there if s.speaker == statement.speaker]
    return (report, same[0].id) if same else None
