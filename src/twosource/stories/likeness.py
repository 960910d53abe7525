"""How alike reports are in words and in meaning."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import Reading

# Word weights are hashed into this many columns (Weinberger et al., ICML 2009): memory is bounded, and two unrelated
# reports get 0.01 of likeness by chance, a tenth of the lowest threshold.
COLUMNS = 8192
# Sentences that make up a report's meaning; later ones drift to background.
OPENING = 20


def likeness(
    readings: Sequence[Reading], bags: Sequence[Mapping[str, int]], weight: Mapping[str, float]
) -> NDArray[np.float32]:
    """(n, n) float32, 0..1: cosine of weighted words times cosine of meaning, for every pair of reports."""
    words = _words(bags, weight)
    meanings = np.stack([_meaning(r) for r in readings]) if readings else np.zeros((0, 1), np.float32)
    product: NDArray[np.float32] = np.clip(words @ words.T, 0, 1) * np.clip(meanings @ meanings.T, 0, 1)
    # Matrix products may differ in the last bit between (i, j) and (j, i) and between orders of the reports.
    product = np.round(product, 4)
    return np.maximum(product, product.T)


def _words(bags: Sequence[Mapping[str, int]], weight: Mapping[str, float]) -> NDArray[np.float32]:
    rows = np.zeros((len(bags), COLUMNS), dtype=np.float32)
    column: dict[str, tuple[int, int]] = {}
    for i, bag in enumerate(bags):
        for word in sorted(bag):
            if word not in column:
                digest = zlib.crc32(word.encode("utf-8", "surrogatepass"))
                column[word] = (digest % COLUMNS, 1 if digest >> 31 else -1)
            at, sign = column[word]
            rows[i, at] += sign * (1 + math.log(bag[word])) * weight[word]
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    rows /= np.where(norms > 0, norms, 1)
    return rows


def _meaning(reading: Reading) -> NDArray[np.float32]:
    rows = [i for i, s in enumerate(reading.sentences) if not s.furniture][:OPENING]
    if not rows or not len(reading.vectors):
        return np.zeros(reading.vectors.shape[1] if reading.vectors.ndim == 2 else 384, dtype=np.float32)
    mean: NDArray[np.float32] = reading.vectors[rows].mean(axis=0)
    norm = float(np.linalg.norm(mean))
    return mean / norm if norm else mean
