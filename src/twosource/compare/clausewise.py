"""Pairs of clauses of two reports that tell the same: the grain at which doubts, numbers and speakers are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from twosource.compare.aligned import Pair
from twosource.compare.told import Page, Told, Traced, lemmas
from twosource.model import Embed, Place

LEAST_WORDS = 4
# Cosine of two clauses from which they tell one thing in other words; below it they are only on one matter. Read off
# the passages of four annotated stories: told again 0.55 and up, other passages of the same matter mostly below.
SAME, NEAR = 0.55, 0.5
MOST = 120  # pairs of sentences whose clauses are compared, those most alike: what the rest adds is one find in thirty


class ClausePair(NamedTuple):
    """Two clauses, the sentences they are of, and their cosine.

    ``copy`` is the share of the shorter one's weighted words that stand in the other; ``related`` is true where both
    go back to one origin or their reports retell one outlet (``retold``); ``best`` where each is the other's nearest.
    """

    a: Place
    b: Place
    told_a: Told
    told_b: Told
    cosine: float
    copy: float
    related: bool
    retold: bool
    best: bool


def clause_pairs(page: Page, pairs: Sequence[Pair], traced: Traced, embed: Embed) -> tuple[ClausePair, ...]:
    """The pairs of clauses that are alike, most alike first."""
    kin = outlets_behind(traced)
    couples: dict[tuple[Place, Place], tuple[Told, Told]] = {}
    for pair in pairs[:MOST]:
        for one in _clauses(page, pair.a):
            for other in _clauses(page, pair.b):
                couples[one, other] = (pair.a, pair.b)
    places = sorted({p for couple in couples for p in couple})
    if not places:
        return ()
    texts = {p: " ".join(page.texts[p.report][p.start : p.end].split()) for p in places}
    vectors = dict(zip(places, np.asarray(embed([texts[p] for p in places])), strict=True))
    scored = sorted(
        ((-float(vectors[a] @ vectors[b]), a, b) for a, b in couples),
        key=lambda s: s,
    )
    taken: set[tuple[Place, str]] = set()
    out = []
    for score, a, b in scored:
        if -score < NEAR:
            break
        best = -score >= SAME and (a, b.report) not in taken and (b, a.report) not in taken
        if best:
            taken |= {(a, b.report), (b, a.report)}
        told_a, told_b = couples[a, b]
        left, right = lemmas(texts[a]), lemmas(texts[b])
        least = min(page.weight(left), page.weight(right))
        copy = page.weight(left & right) / least if least and len(left & right) > 1 else 0.0
        retold = kin.get(a.report, frozenset()) & kin.get(b.report, frozenset())
        related = bool(told_a.origins & told_b.origins) or bool(retold)
        out.append(ClausePair(a, b, told_a, told_b, -score, copy, related, bool(retold), best))
    return tuple(out)


def _clauses(page: Page, told: Told) -> list[Place]:
    found = [Place(told.report, c.start, c.end) for c in told.clauses]
    whole = [] if len(found) == 1 else [told.place] if len(told.text) < SHORT else []
    return [p for p in [*found, *whole] if len(page.texts[p.report][p.start : p.end].split()) >= LEAST_WORDS]


SHORT = 160  # characters; a sentence this short is compared as a whole too


def first_hand(traced: Traced) -> frozenset[str]:
    """The reports that gathered something themselves."""
    return frozenset(e.report for e in traced.edges if e.relation == "original")


def outlets_behind(traced: Traced) -> dict[str, frozenset[str]]:
    """The outlets behind each report: those it retells as a whole, and its own where it gathered something itself."""
    grouped: dict[str, set[str]] = {}
    for edge in traced.edges:
        if edge.relation == "cites":
            continue
        grouped.setdefault(edge.report, set()).add(edge.from_)
    return {report: frozenset(sources) for report, sources in grouped.items()}
