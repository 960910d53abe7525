"""Similarities to groups, by average linkage."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Below every measured similarity: two passages that a person held apart.
NEVER = np.float32(-4.0)


def average_linkage(similarity: NDArray[np.float32], threshold: float) -> list[list[int]]:
    """Groups of row numbers: the two most alike are joined again and again, while their mean similarity holds.

    ``similarity`` is (n, n), symmetric. Groups with a pair at ``NEVER`` never join. Ties go to lower
    row numbers, so the same input gives the same groups. Cost: about n squared (each group remembers its best
    partner), memory n squared.
    """
    n = len(similarity)
    alike = similarity.astype(np.float32, copy=True)
    np.fill_diagonal(alike, NEVER)
    groups: list[list[int]] = [[i] for i in range(n)]
    size = np.ones(n, dtype=np.float32)
    if n < 2:
        return groups
    best = alike.argmax(axis=1)
    value = alike[np.arange(n), best]
    while True:
        i = int(value.argmax())
        if value[i] < threshold:
            return [sorted(group) for group in groups if group]
        j = int(best[i])
        i, j = min(i, j), max(i, j)
        row = (size[i] * alike[i] + size[j] * alike[j]) / (size[i] + size[j])
        row[(alike[i] <= NEVER) | (alike[j] <= NEVER)] = NEVER
        row[i] = row[j] = NEVER
        alike[i], alike[:, i] = row, row
        alike[j], alike[:, j] = NEVER, NEVER
        size[i] += size[j]
        groups[i] += groups[j]
        groups[j] = []
        value[j] = NEVER
        better = row > value
        better[j] = False
        best[better], value[better] = i, row[better]
        stale = np.flatnonzero((best == i) | (best == j))
        for k in [i, *stale.tolist()]:
            if groups[k]:
                best[k] = alike[k].argmax()
                value[k] = alike[k, best[k]]
