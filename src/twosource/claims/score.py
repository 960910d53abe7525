"""How much two passages say the same: vectors within their story, and shared telling words."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage
from twosource.model import Embed, Reading

# The weights and thresholds of this file, find.py and attach.py were chosen together, from a grid, on four hand-marked
# stories (two real, two invented), by the mean of their aligned pairs' F1; each may move by a fifth before it falls by
# more than 0.03.
# A clause by itself often lacks its subject ("offering them work"): its sentence's vector lends it.
AROUND = 0.7
# How much of the passages' mean is taken off: what all passages of a story share says nothing about which belong
# together, and one threshold then holds for narrow and wide stories alike.
CENTRE = 1.0
# Weight of shared words beside the cosine.
WORDS = 0.6
# What two passages gain that are each other's nearest in their two reports, as retellings of one sentence are.
MUTUAL = 0.1
# A word that stands in more than this share of the passages tells nothing apart and would make the cost quadratic.
COMMON = 0.25


def similarity(passages: Sequence[Passage], readings: Sequence[Reading], *, embed: Embed) -> NDArray[np.float32]:
    """(n, n) float32: how much each two passages say the same, about -0.5 to 1.5; two of one story by chance 0.

    A denial or silence is compared by what it is about.
    """
    n = len(passages)
    if not n:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = _unit(_own(passages, readings, embed) + np.float32(AROUND) * _sentences(passages, readings))
    vectors = _unit(vectors - np.float32(CENTRE) * vectors.mean(axis=0))
    alike = np.asarray(vectors @ vectors.T + WORDS * shared_words(passages), dtype=np.float32)
    return alike + np.float32(MUTUAL) * mutual(alike, np.array([p.reading for p in passages]))


def mutual(alike: NDArray[np.float32], whose: NDArray[np.int64]) -> NDArray[np.float32]:
    """(n, n): 1 where two passages of two reports are each other's most alike in those reports, else 0."""
    out = np.zeros_like(alike)
    reports = [np.flatnonzero(whose == report) for report in np.unique(whose)]
    rows = np.arange(len(alike))
    for here in reports:
        best = here[alike[:, here].argmax(axis=1)]
        out[rows, best] = 1.0
    out *= out.T
    out[whose[:, None] == whose[None, :]] = 0.0
    return out


def _own(passages: Sequence[Passage], readings: Sequence[Reading], embed: Embed) -> NDArray[np.float32]:
    """Each passage's own vector; a passage that is its whole sentence has the sentence's, which is known already."""
    out = _sentences(passages, readings)
    part = [i for i, p in enumerate(passages) if p.about and p.about != p.sentence]
    if part:
        out[part] = embed([passages[i].about for i in part])
    return out


def _sentences(passages: Sequence[Passage], readings: Sequence[Reading]) -> NDArray[np.float32]:
    return np.stack([readings[p.reading].vectors[p.row] for p in passages]).astype(np.float32)


def shared_words(passages: Sequence[Passage]) -> NDArray[np.float32]:
    """(n, n): the weighted share of words two passages have in common, 0..1 (Jaccard, rare words weigh more)."""
    n = len(passages)
    weights = rarity(passages)
    total = np.array([sum(weights[w] for w in sorted(p.compared)) for p in passages], dtype=np.float32)
    shared = np.zeros((n, n), dtype=np.float32)
    where: dict[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for word in passage.compared:
            where[word].append(i)
    for word in sorted(where):
        rows = where[word]
        if 1 < len(rows) <= max(50, COMMON * n):
            shared[np.ix_(rows, rows)] += np.float32(weights[word])
    return np.asarray(shared / np.maximum(total[:, None] + total[None, :] - shared, 1e-6), dtype=np.float32)


def rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """Each word's weight: the logarithm of how few of the story's sentences have it (idf)."""
    sentences = {(p.reading, p.row): p.around for p in passages}
    counts = Counter(word for around in sentences.values() for word in around)
    return {word: math.log((len(sentences) + 1) / (count + 0.5)) for word, count in counts.items()}


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)
