"""What a report as a whole does to a claim, from what each of its passages does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import PAIRINGS

# Passages of one report that count, those nearest to the claim.
LOOKED_AT = 10
# How much faster than its nearness a passage's say falls.
FALL = 3.0
STANCES = ("supports", "denies", "qualifies")
FEATURES = ("first same", "first denies", "first qualifies", "first other", "most same", "most denies",
            "most qualifies", "all same", "all deny", "all qualify", "all other", "near")  # fmt: skip
# A multinomial logistic model over FEATURES, one row a stance, the constant last: fitted by training/pairs/standing.py
# on the bodies of FNC-1 with an even ID. "Denies" weighs five times as much there as its few cases would.
WEIGHTS = np.array(
    [
        [0.3, -0.4, 0.5, -0.2, 1.3, -0.7, -0.4, 1.5, -0.6, -0.9, 0.2, -1.2, 0.4],
        [-0.6, 0.5, -0.6, 0.7, 0.2, 1.9, -0.3, -0.4, 1.9, -1.5, 0.1, 1.2, -2.0],
        [0.3, -0.1, 0.1, -0.5, -1.5, -1.2, 0.7, -1.1, -1.3, 2.4, -0.3, 0.0, 1.5],
    ]
)


def standing(near: Sequence[float], shares: NDArray[np.float32]) -> str:
    """One of ``STANCES``: what a report's passages, with their nearness and shares of ``PAIRINGS`` (n, 6), do together.

    "Qualifies" is also the answer for a report that only tells that others say so.
    """
    return STANCES[int((WEIGHTS @ [*features(near, shares), 1.0]).argmax())]


def features(near: Sequence[float], shares: NDArray[np.float32]) -> list[float]:
    """The values of ``FEATURES``: of the nearest passage, the most of any, and the mean weighted by nearness."""
    order = sorted(range(len(near)), key=lambda i: (-near[i], i))[:LOOKED_AT]
    close = np.array([near[i] for i in order], dtype=np.float64)
    weight = np.exp(FALL * (close - close[0]))
    weight /= weight.sum()
    chosen = shares[order].astype(np.float64)
    same, denies, qualifies, conflicts, other = (
        chosen[:, PAIRINGS.index(name)] for name in ("same", "denies", "qualifies", "conflicts", "other")
    )
    against = denies + conflicts
    first = [float(v[0]) for v in (same, against, qualifies, other)]
    most = [float(v.max()) for v in (same, against, qualifies)]
    every = [float(v @ weight) for v in (same, against, qualifies, other)]
    return [*first, *most, *every, float(close[0])]
