"""What the stream's figures are worth on stories it was not fitted on: fitted on one half, measured on the other.

python -m bench halves: the regression of ``stories.chance`` and the threshold are fitted anew on half of the annotated
stories and articles, and the other half is streamed with these; halves are drawn at random and exchanged.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.stories import arrivals, clustered, known_stories, order, score
from twosource.stories import chance, stream
from twosource.stories.shelf import Shelf
from twosource.stories.stream import Seen

DRAWS, ORDERS = 4, 2
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


class Half(NamedTuple):
    """Reports, and which of them belong to which annotated story."""

    seen: list[Seen]
    gold: dict[str, str]


def main(arguments: Sequence[str] = ()) -> None:
    """Print the mean B-cubed F1 on halves that were not seen, beside that of the shipped numbers there."""
    del arguments
    seen, gold = arrivals(), known_stories()
    found: dict[tuple[str, bool], list[float]] = {}
    for draw in range(DRAWS):
        one, other = _halves(seen, gold, seed=draw)
        for fitted_on, measured_on in ((one, other), (other, one)):
            for dated in (True, False):
                found.setdefault(("shipped", dated), []).append(_measured(measured_on, dated))
            with _fitted(fitted_on):
                for dated in (True, False):
                    found.setdefault(("fitted on the other half", dated), []).append(_measured(measured_on, dated))
    for (what, dated), scores in sorted(found.items()):
        dates = "in date order" if dated else "without dates"
        print(f"B-cubed F1 of half of the stories, {what}, {dates}: {statistics.mean(scores):.4f}")


def _halves(seen: Sequence[Seen], gold: Mapping[str, str], *, seed: int) -> list[Half]:
    chosen = random.Random(seed)
    stories, others = sorted(set(gold.values())), [one for one in seen if one.report not in gold]
    chosen.shuffle(stories)
    chosen.shuffle(others)
    halves = []
    for k in (0, 1):
        mine = {name: story for name, story in gold.items() if story in stories[k::2]}
        halves.append(Half([one for one in seen if one.report in mine] + others[k::2], mine))
    return halves


def _measured(half: Half, dated: bool, orders: int = ORDERS) -> float:
    scores = [score(clustered(order(half.seen, seed=n, dated=dated)), half.gold) for n in range(orders)]
    return statistics.mean(scores)


@contextmanager
def _fitted(half: Half) -> Iterator[None]:
    """The stream with the numbers that suit this half, for as long as the block runs."""
    before = chance.BIAS, chance.WORDS, chance.MEANING, chance.SAME
    try:
        _set(*_regression(*_pairs(half)).tolist(), before[3])
        kept = chance.BIAS, chance.WORDS, chance.MEANING
        scores = []
        for threshold in THRESHOLDS:
            _set(*kept, threshold)
            scores.append((_measured(half, True, 1) + _measured(half, False, 1), threshold))
        _set(*kept, max(scores)[1])
        yield
    finally:
        _set(*before)


def _set(bias: float, words: float, meaning: float, same: float) -> None:
    chance.BIAS, chance.WORDS, chance.MEANING, chance.SAME = bias, words, meaning, same
    vars(stream)["SAME"] = same


def _pairs(half: Half) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """For each pair near in meaning of which a story is known: its features, and whether it is one story."""
    shelf = Shelf()
    numbers = [shelf.take(one, one.report)[0] for one in half.seen]
    alike, meanings = chance.Chances(shelf), shelf.rows(numbers)[0]
    features, same = [], []
    for j in range(len(half.seen)):
        meaning = meanings[:j] @ meanings[j]
        near = np.flatnonzero(meaning >= stream.NEAR).tolist()
        for i, words in zip(near, alike._alike(j, near).tolist() if near else (), strict=True):
            stories = [half.gold.get(half.seen[k].report) for k in (i, j)]
            if any(stories):
                features.append((1.0, np.log(words + chance.SOFT), np.log(meaning[i] + chance.SOFT)))
                same.append(stories[0] == stories[1])
    return np.array(features), np.array(same, dtype=np.float64)


def _regression(features: NDArray[np.float64], same: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method, all but unregularised."""
    weights = np.zeros(features.shape[1])
    for _ in range(60):
        likely = 1 / (1 + np.exp(-features @ weights))
        curve = features.T @ (features * (likely * (1 - likely))[:, None]) + 1e-3 * np.eye(len(weights))
        weights += np.linalg.solve(curve, features.T @ (same - likely) - 1e-3 * weights)
    return weights
