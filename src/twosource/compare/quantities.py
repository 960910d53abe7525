"""Numbers of one thing that differ: a conflict between origins, a drift within one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Place, Span
from twosource.text.numbers import Quantity, compare
from twosource.text.wording import FUNCTION_WORDS

TOLD = 3  # content words, the counted noun among them, that the two clauses share
CLOSE = 0.45  # strength of a pair in which two numbers of the same noun are taken to count the same thing


def numbers_differ(page: Page, pairs: tuple[Pair, ...]) -> Iterator[tuple[Pair, Found]]:
    """Pairs of sentences whose numbers of the same thing cannot both be right."""
    for pair in pairs:
        if pair.strength < CLOSE:
            continue
        found = _differ(page, pair)
        if found is not None:
            yield pair, found


def _differ(page: Page, pair: Pair) -> Found | None:
    ours, theirs = pair.a.numbers, pair.b.numbers
    for one in ours:
        alike = [q for q in theirs if _same_thing(one, q)]
        # A number that is also in the other sentence, for whatever it counts, is told; the rest are of other things.
        if not alike or any(compare(one, q)[0] in ("same", "less precise") for q in alike):
            continue
        other = alike[0]
        if sum(_same_thing(q, other) for q in ours) > 1 or len(alike) > 1:
            continue
        here, there = _place(page, pair.a, one), _place(page, pair.b, other)
        if len(_lemmas(page, here) & _lemmas(page, there)) < TOLD:
            continue
        words, others = counted(page, pair.a.place, one), counted(page, pair.b.place, other)
        return Found(
            "quantity",
            here,
            there,
            f"“{words}” against “{others}”: {compare(one, other)[1].text}.",
            min(1.0, 0.4 + pair.strength),
        )
    return None


def _same_thing(a: Quantity, b: Quantity) -> bool:
    if a.kind != b.kind or a.kind == "ordinal":
        return False
    if a.kind == "measure":
        return a.unit == b.unit and bool(a.nouns & b.nouns)
    if a.kind in ("money", "per cent"):
        return a.unit == b.unit and bool(a.nouns & b.nouns)
    return bool(a.unit) and a.unit == b.unit


def _lemmas(page: Page, place: Place) -> frozenset[str]:
    return lemmas(page.texts[place.report][place.start : place.end])


def counted(page: Page, place: Place, q: Quantity) -> str:
    """A number of the passage with up to two words of what it counts, as the report writes them."""
    text = page.texts[place.report]
    said = text[place.start + q.span.start : place.start + q.span.end]
    near = _NEXT_TWO.match(text, place.start + q.span.end, place.end)
    for word in near.group().split() if near else ():
        if word.casefold() in FUNCTION_WORDS:
            break
        said += f" {word}"
    return " ".join(said.split())


_NEXT_TWO = re.compile(r"(?: [\w’'-]+){0,2}")


def _place(page: Page, told: Told, q: Quantity) -> Place:
    return page.clause(told, Span(told.span.start + q.span.start, told.span.start + q.span.end))
