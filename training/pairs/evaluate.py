"""Figures of a pair model on pairs that it did not learn from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from corpus import Pair
from numpy.typing import NDArray

from twosource.model import PAIRINGS

# Pairs of one head -> (n, classes) scores of that head.
Score = Callable[[Sequence[Pair]], NDArray[np.float32]]


def figures(score: Score, pairs: Sequence[Pair]) -> str:
    """One line: accuracy and F1 for a classifying head, correlation for nearness."""
    head = pairs[0].head
    scores, gold = score(pairs), np.array([p.label for p in pairs])
    if head == "nearness":
        return f"nearness  Pearson {np.corrcoef(scores[:, 0], gold)[0, 1]:.3f}  n {len(pairs)}"
    got = scores.argmax(axis=1)
    line = f"{head}  accuracy {(got == gold).mean():.3f}"
    classes = range(1, 2) if head == "paraphrase" else range(scores.shape[1])
    names = PAIRINGS if head == "relation" else [str(c) for c in range(scores.shape[1])]
    for c in classes:
        hit, made, want = (got[gold == c] == c).sum(), (got == c).sum(), (gold == c).sum()
        line += f"  {names[c]} F1 {2 * hit / max(1, made + want):.3f} ({want})"
    return line
