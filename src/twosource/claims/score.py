"""How much two passages say the same: vectors within their story, shared telling words, and what vectors miss."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage
from twosource.model import Embed, Reading

# A clause by itself often lacks its subject ("offering them work"): its sentence's vector lends it, at this weight.
AROUND = 0.7
# Weight of shared words beside the cosine.
WORDS = 0.4
# Words that stand in more than this share of the passages tell nothing apart and would make the cost quadratic.
COMMON = 0.25


def similarity(passages: Sequence[Passage], readings: Sequence[Reading], *, embed: Embed) -> NDArray[np.float32]:
    """(n, n) float32: how much each two passages say the same, about -0.5 to 1.4; 0 is two passages of one story.

    The cosine is taken after the story's mean vector is subtracted: what all passages of a story share says nothing
    about which belong together, and one threshold then holds for narrow and wide stories alike.
    """
    n = len(passages)
    if not n:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = embed([p.text for p in passages])
    vectors = vectors + AROUND * np.stack([readings[p.reading].vectors[p.row] for p in passages])
    vectors = _unit(vectors)
    vectors = _unit(vectors - vectors.mean(axis=0))
    return np.asarray(vectors @ vectors.T + WORDS * shared_words(passages), dtype=np.float32)


def shared_words(passages: Sequence[Passage]) -> NDArray[np.float32]:
    """(n, n): the weighted share of words two passages have in common, 0..1 (Jaccard, rare words weigh more)."""
    n = len(passages)
    weights = rarity(passages)
    total = np.array([sum(weights[w] for w in p.lemmas) for p in passages], dtype=np.float32)
    shared = np.zeros((n, n), dtype=np.float32)
    where: dict[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for word in passage.lemmas:
            where[word].append(i)
    for word in sorted(where):
        rows = where[word]
        if 1 < len(rows) <= max(50, COMMON * n):
            shared[np.ix_(rows, rows)] += weights[word]
    return np.asarray(shared / np.maximum(total[:, None] + total[None, :] - shared, 1e-6), dtype=np.float32)


def rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """Each word's weight: the logarithm of how few of the story's sentences have it (idf)."""
    sentences = {(p.reading, p.row): p.around for p in passages}
    counts = Counter(word for around in sentences.values() for word in around)
    return {word: math.log((len(sentences) + 1) / (count + 0.5)) for word, count in counts.items()}


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)
