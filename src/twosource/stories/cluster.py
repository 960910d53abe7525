"""Reports to groups, one a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Reading
from twosource.stories.likeness import likeness
from twosource.stories.rarity import story_words, weights
from twosource.text.wordlists import STOPWORDS
from twosource.text.words import words

# Two groups of reports are one story when their reports are this much alike in the mean. Best pairwise F1 (0.96) on
# 180 reports of 56 stories, which lie mixed.
SAME_STORY = 0.2


class Group(NamedTuple):
    """The reports of one story, by id, in the order of publication, and the words that tie them, heaviest first."""

    reports: tuple[str, ...]
    words: tuple[str, ...]


def cluster(readings: Sequence[Reading], *, cannot: Sequence[tuple[str, str]] = ()) -> tuple[Group, ...]:
    """The reports grouped by story, larger groups first; no group holds a pair of ``cannot`` (report ids).

    Average-link agglomeration: a bridge between two stories does not join them. The order of ``readings`` changes
    nothing. Cost: quadratic in the reports with a small constant (800 in about a second).
    """
    readings = sorted(readings, key=lambda r: (r.report.published or "9999", r.report.id))
    bags = [story_words(r) for r in readings]
    weight = weights(bags)
    place = {r.report.id: i for i, r in enumerate(readings)}
    apart = [(place[a], place[b]) for a, b in cannot if a in place and b in place]
    found = join(likeness(readings, bags, weight), SAME_STORY, apart)
    groups = [
        Group(tuple(readings[i].report.id for i in members), tying([bags[i] for i in members], weight))
        for members in found
    ]
    return tuple(sorted(groups, key=lambda g: (-len(g.reports), place[g.reports[0]])))


def join(alike: NDArray[np.float32], threshold: float, apart: Sequence[tuple[int, int]] = ()) -> list[tuple[int, ...]]:
    """Row numbers grouped by average link down to ``threshold``, never joining a pair of ``apart``."""
    scores = alike.astype(np.float64)
    np.fill_diagonal(scores, -1.0)
    for a, b in apart:
        scores[a, b] = scores[b, a] = -np.inf
    members: list[list[int]] = [[i] for i in range(len(scores))]
    if len(scores) < 2:
        return [tuple(m) for m in members]
    best = scores.argmax(axis=1)
    top = scores[np.arange(len(scores)), best]
    while True:
        i = int(top.argmax())
        if top[i] < threshold:
            return [tuple(sorted(m)) for m in members if m]
        j = int(best[i])
        i, j = min(i, j), max(i, j)
        size_i, size_j = len(members[i]), len(members[j])
        merged = (size_i * scores[i] + size_j * scores[j]) / (size_i + size_j)
        scores[i], scores[:, i] = merged, merged
        scores[i, i] = -1.0
        scores[j, :], scores[:, j] = -1.0, -1.0
        members[i] += members[j]
        members[j] = []
        stale = [k for k in range(len(scores)) if members[k] and (k == i or best[k] in (i, j))]
        top[j] = -1.0
        for k in stale:
            best[k] = scores[k].argmax()
            top[k] = scores[k, best[k]]
        better = scores[:, i] > top
        better[i] = False
        best[better], top[better] = i, scores[better, i]


def tying(bags: Sequence[dict[str, int]], weight: dict[str, float], *, most: int = 8) -> tuple[str, ...]:
    """The words that tie reports together: held by at least half of them, and rare elsewhere; heaviest first."""
    held: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            held[word] = held.get(word, 0) + 1
    need = max(2, (len(bags) + 1) // 2)
    shared = [w for w, n in held.items() if n >= min(need, len(bags)) and len(w) > 2 and not w.isdigit()]
    return tuple(sorted(shared, key=lambda w: (-weight[w] * held[w], w))[:most])


def tying_words(texts: Sequence[str], *, most: int = 8) -> tuple[str, ...]:
    """The words that tie texts together, as :func:`tying` finds them."""
    bags = [Counter(word.lemma for word in words(text) if word.lemma not in STOPWORDS) for text in texts]
    return tying([dict(bag) for bag in bags], weights(bags), most=most)
