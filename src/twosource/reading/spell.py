"""The names head's scores to names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from twosource.model import Name, NameKind, Span
from twosource.reading.windows import Pieces

# The classes: outside, then begin and inside of each kind in this order.
KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "group", "date", "number")
# A word whose chance of being outside is above this ends a stretch of possible names; only stretches are searched.
SURELY_OUTSIDE = 0.98


def spelled(scores: NDArray[np.float32], pieces: Pieces) -> tuple[Name, ...]:
    """The names in text order: in each stretch of possible names the best legal sequence of classes (Viterbi)."""
    if not len(scores):
        return ()
    logs = scores - scores.max(axis=1, keepdims=True)
    logs -= np.log(np.exp(logs).sum(axis=1, keepdims=True))
    possible = logs[:, 0] < np.log(SURELY_OUTSIDE)
    edges = np.ones(len(possible) + 1, bool)
    edges[1:-1] = (possible[1:] != possible[:-1]) | (np.diff(pieces.paragraph_of_word) != 0)
    found: list[Name] = []
    for a, b in pairwise(np.flatnonzero(edges).tolist()):
        if possible[a]:
            found += _names(logs[a:b], pieces.words[a:b])
    return tuple(found)


def _names(logs: NDArray[np.float32], words: NDArray[np.int32]) -> list[Name]:
    total = logs[0] + _FIRST
    back = []
    for row in logs[1:]:
        options = total[:, None] + _STEPS
        best = options.argmax(axis=0)
        back.append(best)
        total = options[best, _COLUMNS] + row
    label = int(total.argmax())
    path = [label]
    for best in reversed(back):
        label = int(best[label])
        path.append(label)
    found: list[Name] = []
    for label, (start, end) in zip(reversed(path), words.tolist(), strict=True):
        if label % 2:
            found.append(Name(Span(start, end), KINDS[label // 2]))
        elif label:
            found[-1] = Name(Span(found[-1].span.start, end), found[-1].kind)
    return found


def _steps() -> NDArray[np.float32]:
    """0 where one class may follow another, else -10000: inside only after begin or inside of its kind."""
    steps = np.zeros((2 * len(KINDS) + 1,) * 2, np.float32)
    for inside in range(2, len(steps), 2):
        steps[:, inside] = -1e4
        steps[[inside - 1, inside], inside] = 0
    return steps


_STEPS = _steps()
_FIRST = _STEPS[0]
_COLUMNS = np.arange(len(_STEPS))
