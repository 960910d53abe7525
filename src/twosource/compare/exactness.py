"""Drift of one number: told with a bound, an "about" or a rounding that the other telling has not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.compare.clausewise import ClausePair
from twosource.compare.found import Found
from twosource.compare.quantities import counted
from twosource.compare.told import Page
from twosource.model import Place
from twosource.text.numbers import Quantity, compare, quantities

# Smaller numbers are the same by chance.
LEAST = 10
# Times: two numbers further apart, though both can be right, are two numbers; so are two of different origins beyond
# the second, and two that count what is called otherwise beyond the third.
FURTHEST, APART, EQUAL = 1.2, 1.1, 1.005
# Cosine of the clauses from which two numbers are of one thing: where they count the same noun, where they are money or
# shares of something that need not be named alike, and where they count what is called otherwise. Of the 18 pairs so
# told in 47 annotated stories, one reads wrong.
SAME_NOUN, SAME_MEASURE, OTHER_NOUN = 0.5, 0.6, 0.62


def told_more_exactly(page: Page, pairs: Sequence[ClausePair]) -> Iterator[Found]:
    """Clauses whose number is the same in both, and more or less exact in one: "up to 300" and "300".

    What is less precise contradicts nothing; a bound that is lost in the retelling makes it say more than was said. Of
    several places in the same two reports those most alike are told.
    """
    read: dict[Place, tuple[Quantity, ...]] = {}
    done: set[tuple[str, str, float, float]] = set()
    for pair in sorted(pairs, key=lambda p: (-p.cosine, p.a, p.b)):
        ours, theirs = (_numbers(page, place, read) for place in (pair.a, pair.b))
        for one in ours:
            for other in theirs:
                key = (pair.a.report, pair.b.report, one.value, other.value)
                if key in done or not _one_number(pair, one, other) or _told(one, theirs) or _told(other, ours):
                    continue
                done.add(key)
                said, others = counted(page, pair.a, one), counted(page, pair.b, other)
                equal = one.value == other.value or one.approximation != other.approximation
                what = "One number, more exact in one telling" if equal else "Nearly one number, both may be right"
                reason = f"{what}: “{said}” and “{others}”."
                yield Found("quantity", pair.a, pair.b, reason, 0.3 + pair.cosine / 2)


def _numbers(page: Page, place: Place, read: dict[Place, tuple[Quantity, ...]]) -> tuple[Quantity, ...]:
    if place not in read:
        found = quantities(page.texts[place.report][place.start : place.end])
        read[place] = tuple(q for q in found if q.kind != "ordinal" and q.approximation != "vague" and q.value >= LEAST)
    return read[place]


def _one_number(pair: ClausePair, one: Quantity, other: Quantity) -> bool:
    if compare(one, other)[0] != "less precise":
        return False
    low, high = sorted((one.value, other.value))
    if high > (FURTHEST if pair.related else APART) * low:
        return False
    if one.unit and one.unit == other.unit and one.nouns & other.nouns:
        return pair.cosine >= SAME_NOUN
    if one.kind != "count" and one.unit == other.unit:
        return pair.cosine >= SAME_MEASURE
    return one.kind == "count" and high <= EQUAL * low and pair.cosine >= OTHER_NOUN


def _told(number: Quantity, others: Sequence[Quantity]) -> bool:
    return any(compare(number, q)[0] == "same" for q in others)
