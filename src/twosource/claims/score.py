"""How much two passages say the same: a small logistic model over seven signs, each of which a reader could check."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage
from twosource.model import Embed, Reading

# A clause by itself often lacks its subject ("offering them work"): its sentence's vector lends it.
AROUND = 0.7
# A word that stands in more than this share of the passages tells nothing apart and would make the cost quadratic.
COMMON = 0.25
# The signs, in the order of WEIGHTS:
# meaning   cosine of the vectors, the story's mean taken off: what all passages share tells none apart
# shared    the rarity of all the words they share, summed: many shared words count more than a large share of few
# rarest    the rarity of the rarest of these
# figures   how many figures stand in both
# weighty   1 where both state something
# apart     how far apart they stand in their reports, 0 to 1: retellings keep the order
# late      where the earlier of the two stands, 0 to 1: what is far down is rarely told twice
SIGNS = ("meaning", "shared", "rarest", "figures", "weighty", "apart", "late")
# Fitted by training/claims/fit.py: logistic regression over the pairs of passages of two reports, 46 annotated stories.
# Area under precision and recall of all pairs, five folds by story: 0.39; cosine and a share of common words had 0.33.
WEIGHTS = (5.053, 0.158, 0.223, 1.193, 0.553, -1.262, -1.932)
CONSTANT = -3.781
# Brings the model's log odds to the range that the thresholds of this room are in.
SCALE, SHIFT = 0.1445, 0.592

_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def similarity(passages: Sequence[Passage], readings: Sequence[Reading], *, embed: Embed) -> NDArray[np.float32]:
    """(n, n) float32: how much each two passages say the same, about -0.4 to 2; two of one story by chance 0.

    A denial or silence is compared by what it is about.
    """
    if not passages:
        return np.zeros((0, 0), dtype=np.float32)
    odds = np.full((len(passages), len(passages)), CONSTANT, dtype=np.float32)
    for weight, values in zip(WEIGHTS, signs(passages, readings, embed=embed), strict=True):
        odds += np.float32(weight) * values
    return np.asarray(np.float32(SCALE) * odds + np.float32(SHIFT), dtype=np.float32)


def signs(
    passages: Sequence[Passage], readings: Sequence[Reading], *, embed: Embed
) -> Iterator[NDArray[np.float32] | NDArray[np.bool_]]:
    """Each of ``SIGNS`` for each two passages, (n, n), one after the other."""
    vectors = _unit(_own(passages, readings, embed) + np.float32(AROUND) * _sentences(passages, readings))
    vectors = _unit(vectors - vectors.mean(axis=0))
    yield vectors @ vectors.T
    yield from shared_words(passages)
    yield _shared_figures(passages)
    weighty = np.array([p.weighty for p in passages])
    yield weighty[:, None] & weighty[None, :]
    place = _places(passages)
    yield np.abs(place[:, None] - place[None, :])
    yield np.minimum(place[:, None], place[None, :])


def _own(passages: Sequence[Passage], readings: Sequence[Reading], embed: Embed) -> NDArray[np.float32]:
    """Each passage's own vector; a passage that is its whole sentence has the sentence's, which is known already."""
    out = _sentences(passages, readings)
    part = [i for i, p in enumerate(passages) if p.about and p.about != p.sentence]
    if part:
        out[part] = embed([passages[i].about for i in part])
    return out


def _sentences(passages: Sequence[Passage], readings: Sequence[Reading]) -> NDArray[np.float32]:
    return np.stack([readings[p.reading].vectors[p.row] for p in passages]).astype(np.float32)


def shared_words(passages: Sequence[Passage]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(n, n) twice: the rarity of all words that two passages share, summed, and that of the rarest of them."""
    n = len(passages)
    weights = rarity(passages)
    shared = np.zeros((n, n), dtype=np.float32)
    rarest = np.zeros((n, n), dtype=np.float32)
    where: dict[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for word in passage.compared:
            where[word].append(i)
    for word in sorted(where):
        rows = where[word]
        if 1 < len(rows) <= max(50, COMMON * n):
            block = np.ix_(rows, rows)
            shared[block] += np.float32(weights[word])
            rarest[block] = np.maximum(rarest[block], np.float32(weights[word]))
    return shared, rarest


def _shared_figures(passages: Sequence[Passage]) -> NDArray[np.float32]:
    out = np.zeros((len(passages), len(passages)), dtype=np.float32)
    where: dict[str, list[int]] = defaultdict(list)
    for i, passage in enumerate(passages):
        for figure in set(_FIGURE.findall(passage.text)):
            where[figure].append(i)
    for _, rows in sorted(where.items()):
        out[np.ix_(rows, rows)] += 1.0
    return out


def _places(passages: Sequence[Passage]) -> NDArray[np.float32]:
    """Where each passage stands among its report's, 0 (first) to 1."""
    last: dict[int, int] = defaultdict(int)
    for p in passages:
        last[p.reading] = max(last[p.reading], p.row)
    return np.array([p.row / (last[p.reading] + 1) for p in passages], dtype=np.float32)


def rarity(passages: Sequence[Passage]) -> dict[str, float]:
    """Each word's weight: the logarithm of how few of the story's sentences have it (idf)."""
    sentences = {(p.reading, p.row): p.around for p in passages}
    counts = Counter(word for around in sentences.values() for word in around)
    return {word: math.log((len(sentences) + 1) / (count + 0.5)) for word, count in counts.items()}


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)
