"""Whom a pronoun means: the most prominent of the last sentences that agrees in number and sex."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.model import Span
from twosource.sources.entities import Chains, Entity
from twosource.sources.lexicon import PREPOSITIONS
from twosource.sources.mentions import Mention
from twosource.text.names import person

# How far back a pronoun may reach, in sentences. In news "he" is one to two sentences from its name; beyond five
# another person has always come between in the texts read by eye.
REACH = 6

# Weights, set by hand and checked on about 100 pronouns of 25 news texts read by eye. A sentence further back costs 1;
# the others say how many sentences they are worth.
SUBJECT = 1.0  # first in its sentence, no preposition before it
SPOKE_LAST = 1.2  # the speaker of the statement before
QUOTED = -1.6  # stands inside a quotation and the pronoun outside, or the other way round
IN_CONTENT = -1.8  # named within the very words that the pronoun's person says
SPOKEN_OF = -0.6  # named within what somebody has just said
POSSESSIVE = -0.7  # "Ruiz's brother"
AFTER_PREPOSITION = -0.4
PASSING = -0.6  # somebody unnamed who is not what its sentence speaks of ("asked by a guest")
REPORTER = -1.2  # reporters ask; what follows is the answer
PROMINENCE = 0.15  # times the logarithm of the mentions


class Found(NamedTuple):
    """The entity that a pronoun means (``None`` where nobody fits), by which rule, and how sure (0..1)."""

    entity: Entity | None
    rule: str
    score: float


class Turn(NamedTuple):
    """Who said what was said just before, or whom ``asker`` asked."""

    speaker: Entity | None
    asker: Entity | None = None


NO_TURN = Turn(None)


def antecedent(
    chains: Chains,
    by_sentence: Mapping[int, Sequence[Mention]],
    pronoun: Span,
    kind: str,
    *,
    content: Sequence[Span] = (),
    told: Sequence[Span] = (),
    turn: Turn = NO_TURN,
) -> Found:
    """Whom the pronoun at a place means. ``kind`` is m, f, s, p or n (see ``lexicon.PRONOUNS``).

    ``content`` is what its person says, ``told`` what was said just before, ``turn`` whose turn it is to speak.
    """
    page = chains.page
    here, quoted = page.sentence_at(pronoun.start), page.in_quote(pronoun.start)
    scores: dict[int, float] = {}
    for back in range(min(REACH, here + 1)):
        subject = True
        for m in by_sentence.get(here - back, ()):
            entity = chains.of[m.start, m.end]
            fits = agrees(entity, kind)
            if m.start >= pronoun.start or fits is None:
                continue
            score = fits - back
            own = any(c.start <= m.start < c.end for c in content)
            score += IN_CONTENT * own
            if page.in_quote(m.start) != quoted:
                score += QUOTED
            elif not own and any(c.start <= m.start < c.end for c in told):
                score += SPOKEN_OF
            if not entity.names and entity.descriptions and "press" in entity.descriptions[0].classes:
                score += REPORTER
            if m.possessive:
                score += POSSESSIVE
            if _word_before(chains, m) in PREPOSITIONS:
                score += AFTER_PREPOSITION
            elif subject:
                score += SUBJECT
                subject = False
            if not entity.names and kind in ("m", "f") and not (score - fits + back > 0):
                score += PASSING
            scores[entity.number] = max(scores.get(entity.number, -99.0), score)
    previous, asker = turn
    if previous is not None and agrees(previous, kind) is not None:
        scores[previous.number] = max(scores.get(previous.number, -3.0), -3.0) + SPOKE_LAST
    if asker is not None and asker is not previous and asker.number in scores:
        scores[asker.number] += REPORTER
    if not scores:
        return _ahead(chains, by_sentence.get(here, ()), pronoun, kind, content)
    for number in scores:
        scores[number] += PROMINENCE * math.log1p(len(chains.entities[number].mentions))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    lead = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
    return Found(chains.entities[ranked[0][0]], "pronoun", min(0.95, 0.55 + 0.2 * lead))


def agrees(entity: Entity, kind: str) -> float | None:
    """How well an entity agrees with a pronoun in number and sex; ``None`` where it cannot be meant."""
    if kind in ("m", "f", "s"):
        if entity.plural or entity.sort not in ("person", "unknown"):
            return None
        if not entity.names and not any(d.classes for d in entity.descriptions):
            return None  # a cited noun that is in no list of people
        if kind != "s" and entity.gender and entity.gender != kind:
            return None
        if entity.gender or kind == "s":
            return 0.4 if entity.gender == kind else 0.0
        words = person(entity.full_name).words if entity.names else ()
        if len(words) > 1 and words[0].endswith("a"):
            # Most first names in -a are women's; Luca and Mustafa are why this only tips the scales.
            return -1.2 if kind == "m" else 0.3
        return 0.0
    if kind == "p":
        if entity.plural or entity.sort == "group":
            return 0.5
        if entity.sort in ("organisation", "outlet"):
            return -1.2
        return -1.5 if entity.sort == "person" and not entity.names else None
    if kind == "n" and not entity.plural:
        if entity.sort in ("organisation", "outlet"):
            return 0.2
        return 0.0 if entity.sort == "document" else None
    return None


def _word_before(chains: Chains, m: Mention) -> str:
    """The word before a mention in its sentence, an article passed over."""
    page = chains.page
    i = page.token_at(m.start) - 1
    if i > 0 and page.tokens[i].low == "the":
        i -= 1
    return page.tokens[i].low if i >= 0 and page.tokens[i].sentence == page.sentence_at(m.start) else ""


def _ahead(chains: Chains, mentions: Sequence[Mention], pronoun: Span, kind: str, content: Sequence[Span]) -> Found:
    """The one a sentence names after its pronoun: "When he arrived, Ruiz said"."""
    for m in mentions:
        entity = chains.of[m.start, m.end]
        inside = any(c.start <= m.start < c.end for c in content)
        if m.start >= pronoun.end and not inside and agrees(entity, kind) is not None:
            return Found(entity, "pronoun-ahead", 0.5)
    return Found(None, "unknown", 0.0)
