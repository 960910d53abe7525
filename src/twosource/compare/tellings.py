"""Drift between two tellings of one clause: a doubt or the speaker lost, a number grown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.clausewise import ClausePair
from twosource.compare.found import Found
from twosource.compare.quantities import counted
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Place
from twosource.text.certainty import Mark, doubts, marks
from twosource.text.numbers import Quantity, compare, quantities
from twosource.text.words import words

# Cosine from which a doubt that only one clause has was lost in the other, and from which two counts of unlike nouns
# are counts of one thing; and share of the words (of the shorter) from which one sentence copies the other.
DOUBT, COUNT, COPY, GONE, NEAR = 0.7, 0.62, 0.55, 0.6, 0.8


RETOLD = 0.58  # cosine that does between reports that retell one outlet: there the nearest clause is mostly the same
TELLING = 4  # content words of a clause that tells something
SOME = 0.3  # share of its words that the shorter clause has from the other, where only their reports are akin
GROWN = 10  # times; a number further off counts something else


def told_with_other_doubt(page: Page, pairs: Sequence[ClausePair]) -> Iterator[Found]:
    """Clauses of one origin of which one doubts and the other does not."""
    for pair in pairs:
        if not pair.best or pair.told_a.headline or pair.told_b.headline or not _retold(pair):
            continue
        if min(len(_lemmas(page, pair.a)), len(_lemmas(page, pair.b))) < TELLING:
            continue  # a frame: "the suit alleges that"
        if pair.copy < COPY and _quoted(pair.told_a, pair.a) and _quoted(pair.told_b, pair.b):
            continue  # two utterances
        one, other = _doubts(page, pair.a), _doubts(page, pair.b)
        if bool(one) == bool(other):
            continue
        mark = (one or other)[0]
        reason = f"“{mark.words}” is in one telling only: told as certain in the other."
        yield Found("certainty", pair.a, pair.b, reason, 0.2 + pair.cosine / 2)


def _retold(pair: ClausePair) -> bool:
    """Whether one clause retells the other: in its words, or, between reports of one outlet's news, in other words."""
    if pair.related:
        least = RETOLD if pair.retold else DOUBT
        return pair.copy >= COPY or (pair.cosine >= least and pair.copy >= SOME)
    return pair.copy >= COPY and pair.cosine >= NEAR


def _doubts(page: Page, place: Place) -> tuple[Mark, ...]:
    found = doubts(marks(page.texts[place.report], place.start, place.end))
    return tuple(m for m in found if m.kind != "condition" and m.words.casefold() not in _VAGUE)


# Words that doubt one thing in the clause and not what it tells: "possible sites", "confirmed reports of"; and how one
# says what one holds: "I think".
_VAGUE = frozenset(
    ["alleged", "apparent", "i believe", "i believe that", "i think", "i think that", "suspected", "appeared to",
     "unclear", "possible", "possibility", "potentially", "could be", "could have", "reports of", "report of"]
)  # fmt: skip


def counts_differ(page: Page, pairs: Sequence[ClausePair]) -> Iterator[tuple[ClausePair, Found]]:
    """Clauses that tell one thing with numbers that cannot both be right, whatever nouns they count."""
    for pair, one, other in _counted(page, pairs):
        verdict, reason = compare(one, other)
        if verdict == "contradictory":
            said, others = counted(page, pair.a, one), counted(page, pair.b, other)
            text = f"“{said}” against “{others}”: {reason.text}."
            yield pair, Found("quantity", pair.a, pair.b, text, 0.3 + pair.cosine / 2)


def _counted(page: Page, pairs: Sequence[ClausePair]) -> Iterator[tuple[ClausePair, Quantity, Quantity]]:
    """Pairs with one number in each clause, and of one thing; or with one length, weight or span of time each."""
    for pair in pairs:
        yield from _measured(page, pair)
        one, other = _count(page, pair.told_a, pair.a), _count(page, pair.told_b, pair.b)
        if one is None or other is None or one.kind != other.kind or not one.unit or not other.unit:
            continue
        if one.unit == other.unit:
            common = [w for w in _lemmas(page, pair.a) & _lemmas(page, pair.b) if page.weights.get(w, 0.0) >= RARE]
            if one.kind != "count" and not one.nouns & other.nouns:
                continue  # per cent of what, money for what
            if pair.cosine >= COUNT or (
                pair.cosine >= SAME_UNIT and len(common) >= (3 if one.unit in _ANYWHERE else 2)
            ):
                yield pair, one, other
        elif one.kind == "count" and pair.best and pair.related and pair.cosine >= (RETOLD if pair.retold else COUNT):
            low, high = sorted((one.value, other.value))
            if high <= GROWN * low:
                yield pair, one, other


def _measured(page: Page, pair: ClausePair) -> Iterator[tuple[ClausePair, Quantity, Quantity]]:
    """The two measures of one unit in clauses that share more than a topic: "leased for 49 years", "for 50 years"."""
    common = [w for w in _lemmas(page, pair.a) & _lemmas(page, pair.b) if page.weights.get(w, 0.0) >= RARE]
    if pair.cosine < MEASURE or len(common) < MEASURED:
        return
    ours, theirs = (
        [q for q in quantities(page.texts[p.report][p.start : p.end]) if q.kind == "measure"] for p in (pair.a, pair.b)
    )
    for unit in sorted({q.unit for q in ours} & {q.unit for q in theirs}):
        here, there = ([q for q in found if q.unit == unit] for found in (ours, theirs))
        if len(here) == len(there) == 1:
            yield pair, here[0], there[0]


# Cosine, and words that few sentences of the story have, from which two clauses measure one thing: in 47 annotated
# stories four pairs, all right.
MEASURE, MEASURED = 0.6, 3
RARE = 1.6  # weight of a word in fewer than a quarter of the story's sentences; the story's own names weigh less
_ANYWHERE = frozenset(["country", "nation", "state", "year", "month", "week", "day", "hour", "time", "way", "thing"])
SAME_UNIT = 0.5  # cosine that does where the very noun counted is the same, and another word with it


def _lemmas(page: Page, place: Place) -> frozenset[str]:
    return lemmas(page.texts[place.report][place.start : place.end])


def _count(page: Page, told: Told, place: Place) -> Quantity | None:
    """The one number of the clause, ordinals and spans of time apart."""
    found = [
        q
        for q in quantities(page.texts[place.report][place.start : place.end])
        if q.kind in ("count", "money", "per cent") and not _of_sources(told, place.start + q.span.start)
    ]
    return found[0] if len(found) == 1 else None


def _of_sources(told: Told, at: int) -> bool:
    """Whether the number counts those who say it: "three drivers told"."""
    return any(s.source is not None and s.source.start <= at < s.source.end for s in told.statements)


def speaker_gone(page: Page, pairs: Sequence[ClausePair]) -> Iterator[Found]:
    """A sentence that copies another of the same origin and leaves out who said it."""
    done: set[Place] = set()
    for pair in pairs:
        a, b = pair.told_a, pair.told_b
        if not pair.best or a.headline or b.headline or a.attributed == b.attributed:
            continue
        said, flat = (a, b) if a.attributed else (b, a)
        if said.outlets or flat.outlets or _CREDITED.search(flat.text) or _CREDITED.search(said.text):
            continue  # that is a credit: told by another rule
        if (
            flat.statements
            or flat.place in done
            or any(q.outer.start < flat.span.end and flat.span.start < q.outer.end for q in flat.quotations)
        ):
            continue
        if _said_beside(page, flat):
            continue
        shared = lemmas(said.text) & flat.lemmas
        plain = {w.lemma for w in words(flat.text) if w.text[:1].islower()} & shared
        if page.weight(shared) < GONE * page.weight(flat.lemmas) or len(plain) < 3:
            continue
        done.add(flat.place)
        who = next((s for s in said.statements if s.source is not None), None)
        name = page.texts[said.report][slice(*who.source)] if who and who.source else "somebody"
        reason = f"Said by “{' '.join(name.split())}” in one report, by nobody in the other."
        yield Found("attribution", said.place, flat.place, reason, 0.55)


_CREDITED = re.compile(r"\b(?:as per|reports?|reported)\b")


def _said_beside(page: Page, told: Told) -> bool:
    """Whether the sentence before or after it, in its paragraph, says who says it."""
    return any(
        t.attributed
        for t in page.by_report[told.report]
        if t.paragraph == told.paragraph and t is not told and abs(t.rank - told.rank) <= 1
    )


def _quoted(told: Told, place: Place) -> bool:
    """Whether at least most of the clause stands between quotation marks."""
    inside = sum(max(0, min(q.span.end, place.end) - max(q.span.start, place.start)) for q in told.quotations)
    return inside >= 0.8 * (place.end - place.start)
