"""Pairs of sentences that tell the same thing in two reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from twosource.compare.told import Page, Told

# A word that stands in more than this share of sentences finds no partner by itself, and in a large story none that
# stands in more than this many: what keeps the work linear in the number of reports.
COMMON, MOST = 0.12, 60
# Partners looked at for one sentence, in a small story and in one of thousands of sentences: there a sentence that
# many retell has its nearest versions among the first few.
KEPT, KEPT_OF_MANY, MANY = 12, 4, 2_000


class Pair(NamedTuple):
    """Two sentences, ``a`` from the earlier report: the share of weighted words they have in common (of the one with
    fewer, and of the one with more) and the cosine of their vectors.
    """  # fmt: skip

    a: Told
    b: Told
    overlap: float
    both: float
    cosine: float
    shared: frozenset[str]

    @property
    def strength(self) -> float:
        """One number to rank by: words and vectors count alike."""
        return 0.5 * (self.overlap + self.both) / 2 + 0.5 * self.cosine


def pairs(page: Page, *, same_report: bool = False, least: float = 0.0) -> tuple[Pair, ...]:
    """Pairs of sentences of two reports (or of one) that share telling words, strongest first.

    Sentences with the very same words in several reports are compared once, in the first that has them.
    """
    index: dict[str, list[int]] = defaultdict(list)
    items = [t for t in page.distinct if len(t.lemmas) > 1]
    for i, told in enumerate(items):
        for lemma in told.lemmas:
            index[lemma].append(i)
    kept_at_most = KEPT if len(items) < MANY else KEPT_OF_MANY
    limit = min(MOST, max(4, int(COMMON * len(items))))
    found: list[Pair] = []
    seen: set[tuple[int, int]] = set()
    for i, told in enumerate(items):
        scores: dict[int, float] = defaultdict(float)
        for lemma in sorted(told.lemmas):
            here = index[lemma]
            if len(here) <= limit:
                for j in here:
                    scores[j] += page.weights[lemma]
        best = sorted(((-s, j) for j, s in scores.items() if j != i))[: kept_at_most * 3]
        kept = 0
        for _, j in best:
            a, b = (i, j) if i < j else (j, i)
            if (items[a].report == items[b].report) != same_report:
                continue
            kept += 1
            if kept > kept_at_most:
                break
            if (a, b) in seen:
                continue
            seen.add((a, b))
            pair = compare(page, items[a], items[b])
            if pair.strength >= least:
                found.append(pair)
    return tuple(sorted(found, key=lambda p: (-p.strength, p.a.place, p.b.place)))


EVIDENCE = 12  # sentences of one claim that are paired with each other; of the rest the words must do


def with_claims(page: Page, found: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs, and those of two reports whose sentences are evidence of one claim, strongest first."""
    known = {(p.a.place, p.b.place) for p in found}
    more = []
    of_claim: dict[int, list[Told]] = defaultdict(list)
    for told in page.told:
        for k in sorted(told.claims):
            if len(of_claim[k]) < EVIDENCE:
                of_claim[k].append(told)
    for k in sorted(of_claim):
        for i, one in enumerate(of_claim[k]):
            for other in of_claim[k][i + 1 :]:
                if one.report != other.report and (one.place, other.place) not in known:
                    known.add((one.place, other.place))
                    more.append(compare(page, one, other))
    return tuple(sorted([*found, *more], key=lambda p: (-p.strength, p.a.place, p.b.place)))


# In a story of at most this many sentences those that are alike by vectors alone are paired too: reports that share no
# rare word, as after a translation. The matrix has at most two million cells.
SMALL, ALIKE = 1_500, 0.5


def with_vectors(page: Page, found: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs, and those of two reports whose vectors are each other's nearest, strongest first."""
    items = page.distinct
    if not 1 < len(items) <= SMALL:
        return found
    known = {(p.a.place, p.b.place) for p in found}
    matrix = np.stack([t.vector for t in items])
    alike = matrix @ matrix.T
    spans: dict[str, list[int]] = defaultdict(list)
    for i, told in enumerate(items):
        spans[told.report].append(i)
    more = []
    reports = list(spans)
    for k, one in enumerate(reports):
        for other in reports[k + 1 :]:
            block = alike[np.ix_(spans[one], spans[other])]
            for i, j in enumerate(block.argmax(axis=1)):
                if block[i, j] >= ALIKE and (block[:, j].argmax() == i or block[i, j] >= 2 * ALIKE - 0.3):
                    a, b = items[spans[one][i]], items[spans[other][int(j)]]
                    if (a.place, b.place) not in known and (b.place, a.place) not in known:
                        known.add((a.place, b.place))
                        more.append(compare(page, a, b))
    return tuple(sorted([*found, *more], key=lambda p: (-p.strength, p.a.place, p.b.place)))


def compare(page: Page, a: Told, b: Told) -> Pair:
    """Two sentences side by side."""
    shared = a.lemmas & b.lemmas
    weight = page.weight(shared)
    one, other = page.weight(a.lemmas), page.weight(b.lemmas)
    return Pair(
        a,
        b,
        weight / min(one, other) if min(one, other) else 0.0,
        weight / max(one, other) if max(one, other) else 0.0,
        float(a.vector @ b.vector),
        shared,
    )


def best_only(found: Iterable[Pair]) -> tuple[Pair, ...]:
    """Of pairs strongest first, those in which each sentence has its best partner in the other's report."""
    taken: set[tuple[str, int, str]] = set()
    out = []
    for pair in found:
        left, right = (pair.a.report, pair.a.rank, pair.b.report), (pair.b.report, pair.b.rank, pair.a.report)
        if left in taken or right in taken:
            continue
        taken |= {left, right}
        out.append(pair)
    return tuple(out)
