"""Conflicts of number: one thing that two tellings count or price otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.compare.changes import shown
from twosource.compare.found import Found
from twosource.compare.retellings import Retelling
from twosource.compare.signs import numbers_apart
from twosource.compare.told import Page
from twosource.text.numbers import Quantity, compare

ALIKE = 0.5  # cosine of two sentences that count one thing; below it two things of a kind are counted
# Times: two numbers closer than this are one number rounded, or one with "about"; further apart than the last they are
# mostly of two things. A bound ("up to", "more than") that admits the number is no other number up to the third.
ROUNDED, ABOUT, BOUND, FAR = 1.025, 1.1, 1.2, 1.35
COMMON, TELLING = 2, 1.6  # words that both have in fewer than a quarter of the story's sentences
NEAR = 0.4  # each among the other's next five in its report, or nearer


def counted_otherwise(page: Page, pairs: tuple[Retelling, ...]) -> Iterator[Found]:
    """Pairs of sentences with close but contradictory numbers of one thing, each number once for two reports."""
    told: set[tuple[str, str, float]] = set()
    for pair in sorted(pairs, key=lambda p: (-p.cosine, p.a.place, p.b.place)):
        if pair.cosine < ALIKE:
            break
        found = numbers_apart(pair.a, pair.b) if pair.near >= NEAR else None
        if found is None or not _apart(*found):
            continue
        one, other = found
        both = {(pair.a.report, pair.b.report, q.value) for q in found}
        if both & told:
            continue
        if sum(page.weights[w] >= TELLING for w in pair.a.lemmas & pair.b.lemmas) < COMMON:
            continue
        told |= both
        a, b = pair.a.text[slice(*one.span)], pair.b.text[slice(*other.span)]
        reason = f"One thing, counted in two ways: “{a}” against “{b}”."
        yield Found("quantity", shown(page, pair.a, pair.b), shown(page, pair.b, pair.a), reason, 0.6)


def _apart(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are near each other and yet not one number."""
    low, high = sorted((one.value, other.value))
    manners = {one.approximation, other.approximation}
    if low <= 0 or one.kind not in ("count", "money") or "vague" in manners:
        return False
    bounded = len(manners) > 1 and manners & {"at least", "at most"}
    if bounded and high <= BOUND * low and compare(one, other)[0] == "less precise":
        return False  # "more than 2,000" and 2,300; who says "more than 150" of 200 counts otherwise
    return (ABOUT if "about" in manners else ROUNDED) * low < high <= FAR * low
