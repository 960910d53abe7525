"""Pairs of sentences that may tell one thing, across reports and within one, by words and vectors alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.compare.aligned import SMALL, pairs
from twosource.compare.told import Page, Told

# Partners of a sentence that are looked at in each report. Six hold 95 of 100 pairs that annotators of fifteen real
# stories list as drift.
PARTNERS = 6
# Likeness below which two sentences are not one telling, and below which a headline is not one with a sentence.
LEAST, LEAST_OF_HEADLINE = 0.22, 0.15
MOST = 4_000  # pairs of a large story, the strongest


class Retelling(NamedTuple):
    """Two sentences, the earlier report's first: cosine of the vectors, and share of the weighted words of the one with
    fewer that both have.

    ``near`` is the sum, over both, of one over the other's place (1, 2, ...) among the partners in its report: 2 where
    each is the other's nearest.
    """  # fmt: skip

    a: Told
    b: Told
    cosine: float
    overlap: float
    near: float


def retellings(page: Page) -> tuple[Retelling, ...]:
    """The pairs, in text order; of a large story those that share telling words."""
    items = page.distinct
    if len(items) > SMALL:
        return tuple(_of_many(page))
    return tuple(_of_few(page, items))


def _of_few(page: Page, items: tuple[Told, ...]) -> Iterator[Retelling]:
    if len(items) < 2:
        return
    cosine, overlap, alike = likeness(page, items)
    place = ranks(alike, [t.report for t in items])
    for i, j in zip(*np.nonzero(np.triu(np.minimum(place, place.T) <= PARTNERS, 1)), strict=True):
        a, b = items[i], items[j]
        if alike[i, j] >= (LEAST_OF_HEADLINE if a.headline or b.headline else LEAST):
            near = 1 / float(place[i, j]) + 1 / float(place[j, i])
            yield Retelling(a, b, float(cosine[i, j]), float(overlap[i, j]), near)


def likeness(page: Page, items: Sequence[Told]) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Cosines, shares of the shorter's words, and what a pair is ranked by: words and vectors count alike."""
    column = {w: k for k, w in enumerate(sorted(page.weights))}
    has = np.zeros((len(items), len(column)), dtype=np.float32)
    for i, told in enumerate(items):
        has[i, [column[w] for w in told.lemmas]] = 1
    weights = np.array([page.weights[w] for w in column], dtype=np.float32)
    shared = (has * weights) @ has.T
    whole = np.maximum(shared.diagonal(), 1e-6)
    less, more = np.minimum(whole[:, None], whole), np.maximum(whole[:, None], whole)
    vectors = np.stack([t.vector for t in items])
    cosine = (vectors @ vectors.T).astype(np.float32)
    overlap = (shared / less).astype(np.float32)
    return cosine, overlap, (0.25 * (overlap + shared / more) + 0.5 * cosine).astype(np.float32)


def ranks(alike: NDArray[np.float32], reports: Sequence[str]) -> NDArray[np.int64]:
    """``[i, j]``: the place, from 1, of sentence ``j`` among those of its report, by likeness to sentence ``i``."""
    at: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        at[report].append(i)
    away = alike.copy()
    np.fill_diagonal(away, -1.0)
    place = np.zeros(alike.shape, dtype=np.int64)
    for columns in at.values():
        order = np.argsort(-away[:, columns], axis=1, kind="stable")
        place[:, columns] = np.argsort(order, axis=1, kind="stable") + 1
    return place


def _of_many(page: Page) -> Iterator[Retelling]:
    found = [*pairs(page, least=LEAST), *pairs(page, same_report=True, least=LEAST)]
    strongest = sorted(found, key=lambda p: (-p.strength, p.a.place, p.b.place))[:MOST]
    seen: dict[tuple[str, int, str], int] = defaultdict(int)
    for pair in strongest:
        here, there = (pair.a.report, pair.a.rank, pair.b.report), (pair.b.report, pair.b.rank, pair.a.report)
        seen[here] += 1
        seen[there] += 1
        yield Retelling(pair.a, pair.b, pair.cosine, pair.overlap, 1 / seen[here] + 1 / seen[there])
