"""The origin behind each sentence in which an outlet speaks itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.lineage.credited import first_hand
from twosource.lineage.gathering import RELEASE
from twosource.lineage.ground import NOBODY, Ground, InHand, Key, Root
from twosource.lineage.owned import met
from twosource.lineage.relays import credit_words, outlet_credits
from twosource.lineage.view import View

# An outlet's own sentence is told by its own sources when it means this much the same as one of their statements.
OWN_WORDS = 0.6
# A report spoken of here and credited there is one when the two sentences mean this much the same.
SAME_MATTER = 0.4
# A sentence is a source's when this share of it is.
MOST = 0.4
# A report is about one origin when this share of its statements, and at least LEAST of them, rest on it. In 40 real
# stories such a report's own voice rested on that origin in 22 passages, on another in none, on none in 18; from a
# share of 0.6 on, in 32, in 7 and in 36.
WHOLE = 0.8
LEAST = 4
_HEARSAY = re.compile(
    r"^Reports?: |\breportedly\b|\b(?:reports?|media) (?:says?|claims?|suggests?|indicates?)\b"
    r"|\b(?:media|news|press) reports?\b",
    re.IGNORECASE,
)


def voices(ground: Ground, in_hand: InHand, view: View, said: Mapping[str, Root]) -> list[Root]:
    """For each sentence of a report the origin of what it says in nobody else's name, given those of its statements.

    What speaks of own gathering is the report's own; a credit in the sentence or its paragraph decides next; the lead
    is whose the report is; an uncredited sentence may belong to its paragraph; background is nobody's.
    """
    relayed = ground.relayed(view.id)
    retold = relayed if relayed is not None and ground.sources[relayed].kind == "outlet" else None
    own = Key("own", view.id)
    own_sentences = ground.own_sentences(view.id)
    gathered = ground.gathered[view.id]
    credits: dict[int, str] = {}
    for credit in outlet_credits(view, ground.sources):
        credits.setdefault(view.sentence_at(credit.place.start), credit.source)
    by_paragraph: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(view.reading.sentences):
        by_paragraph[sentence.paragraph].append(i)
    whole = _whole(view, said)
    found = []
    for i, sentence in enumerate(view.reading.sentences):
        mates = by_paragraph[sentence.paragraph]
        near = credits.get(i) or next((credits[k] for k in mates if k in credits), None)
        if i in own_sentences:
            found.append(Root(own, "It speaks of this outlet's own gathering.", True))
        elif near is not None:
            said_at = next((k for k in (i, *mates) if credits.get(k) == near), i)
            at = said_at if near != retold else None
            reason = credit_words(view, near, ground.name(near))
            first = first_hand(view, near, said_at, ground.sources)
            found.append(Root(in_hand.key(view.id, first, at), reason, i in credits))
        elif (alone := _attributed(ground, view, i, said)) is not None:
            found.append(alone)
        elif i in view.lead and retold is not None:
            reason = credit_words(view, retold, ground.name(retold))
            found.append(Root(in_hand.key(view.id, retold, None), reason, False))
        elif _HEARSAY.search(view.outside_quotes(i)):
            found.append(_hearsay(ground, in_hand, view, i, credits))
        elif i in view.lead and relayed is None and any(g.strong and g.rule != "dateline" for g in gathered):
            found.append(Root(own, "The lead of a report that gathered for itself.", False))
        elif any(g.rule == RELEASE for g in ground.gathered[view.id]):
            found.append(Root(own, "The office's own text.", False))
        else:
            found.append(_neighbour(ground, view, i, mates, said, own, whole))
    return found


def _hearsay(ground: Ground, in_hand: InHand, view: View, i: int, credits: Mapping[int, str]) -> Root:
    """Somebody's report: the outlet's that the text credits for the same matter, else nobody's."""
    vectors = view.reading.vectors
    best = max(
        ((round(float(vectors[i] @ vectors[k]), 4), -k) for k in credits if k < len(vectors) and i < len(vectors)),
        default=(0.0, 0),
    )
    if best[0] < SAME_MATTER:
        return Root(None, "A report whose outlet is not named here.", False)
    outlet = credits[-best[1]]
    return Root(
        in_hand.key(view.id, outlet, -best[1]), f"The report of {ground.name(outlet)}, named further on.", False
    )


def _attributed(ground: Ground, view: View, i: int, said: Mapping[str, Root]) -> Root | None:
    """The one origin of the statements that a sentence makes, if they make up much of it or were made in the open."""
    sentence = view.reading.sentences[i].span
    here = [s for s in view.by_sentence.get(i, []) if said[s.id].key is not None]
    inside = sum(
        max(0, min(c.end, sentence.end) - max(c.start, sentence.start)) for s in here for c in s.content if not s.within
    )
    known = {said[s.id].key for s in here}
    in_the_open = any(ground.channels.get(s.id) for s in here)
    if len(known) != 1 or (inside < MOST * (sentence.end - sentence.start) and not in_the_open):
        return None
    return said[here[0].id]


def _whole(view: View, said: Mapping[str, Root]) -> Root:
    """The one origin that nearly all statements of a report rest on, if there is one."""
    keys = [root.key for s in view.statements if (root := said[s.id]).key is not None]
    best = max(sorted(set(keys)), key=keys.count, default=None)
    if best is None or len(keys) < LEAST or keys.count(best) < WHOLE * len(keys):
        return NOBODY
    reason = next(said[s.id].reason for s in view.statements if said[s.id].key == best)
    return Root(best, f"Nearly all of this report: {reason}", False, loose=True)


def _neighbour(
    ground: Ground, view: View, i: int, mates: Sequence[int], said: Mapping[str, Root], own: Key, whole: Root
) -> Root:
    """The origin of the statements around an uncredited sentence: its paragraph's, if they agree, or one it repeats.

    This outlet's own sources count only if the report says in so many words that it met them.
    """
    people = met(view, ground.gathered[view.id], ground.sources)
    near = [
        said[s.id]
        for k in mates
        for s in view.by_sentence.get(k, [])
        if (key := said[s.id].key) is not None and (key.kind == "outlet" or (key == own and s.speaker in people))
    ]
    if len({root.key for root in near}) == 1:
        return Root(near[0].key, f"Its paragraph: {near[0].reason}", False)
    for k in sorted(view.by_sentence):
        likeness = float(view.reading.vectors[i] @ view.reading.vectors[k])
        if likeness >= OWN_WORDS and any(said[s.id].key == own and s.speaker in people for s in view.by_sentence[k]):
            return Root(own, "It repeats what this outlet's own sources say.", False)
    return whole
