"""How likely two reports are of one story, from their words, their meaning and their dates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.stories.shelf import Shelf
from twosource.stories.signature import SLOTS

# A pair's chance of being one story, from the cosines of its weighted words and of its meaning: a logistic regression
# on the logarithms of both over 22,000 pairs of 1,104 reports, 210 of them pairs of one story.
BIAS, WORDS, MEANING, SOFT = 13.6, 7.1, 17.4, 0.02
# What the dates add to the logit where both are known: one day speaks for one story, ten days say nothing, more speak
# against it. All 210 pairs lie within three days of each other, others within years; big stories go on for weeks, and
# after GONE days without a report a new one begins another story.
ONE_DAY, A_DAY, GONE = 1.0, 0.1, 120
# Reports whose mean chance is above this are one story. Between 0.25 and 0.4 the figures hardly move.
SAME = 0.3
# Below this in meaning the chance is none, whatever the words.
_NEAR = 0.4
# Chances of pairs remembered; each is a few dozen bytes and is found again when it was forgotten.
REMEMBERED = 20_000


class Chances:
    """The chances of pairs of placed reports, 0..1. The order in which they are asked for changes nothing."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[tuple[int, int], float] = {}
        self._spread = np.zeros(SLOTS, dtype=np.float32)  # scratch: one report's words spread over all slots

    def of(self, n: int, others: Sequence[int]) -> NDArray[np.float64]:
        """(len(others),): the chance of each to be of one story with report ``n``, which arrived after them."""
        new = [i for i in others if (i, n) not in self._known]
        if new:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
                new = list(others)
            for i, chance in zip(new, self._found(n, new).tolist(), strict=True):
                self._known[i, n] = chance
        return np.array([self._known[i, n] for i in others])

    def among(self, numbers: Sequence[int]) -> NDArray[np.float32]:
        """(n, n): the chance of every pair of these reports, which are in order of arrival; 0 on the diagonal."""
        alike = np.zeros((len(numbers), len(numbers)), dtype=np.float32)
        for b in range(1, len(numbers)):
            row = np.round(self.of(numbers[b], numbers[:b]), 4)
            alike[b, :b] = alike[:b, b] = row
        return alike

    def _found(self, n: int, others: Sequence[int]) -> NDArray[np.float64]:
        meanings, days = self._shelf.rows([*others, n])
        meaning = np.einsum("ij,j->i", meanings[:-1], meanings[-1]).astype(np.float64)
        apart = np.abs(days[:-1] - days[-1]).astype(np.float64)
        logit = BIAS + WORDS * np.log(self._alike(n, others) + SOFT) + MEANING * np.log(np.maximum(meaning, 0) + SOFT)
        logit += np.where(np.isnan(apart), 0.0, ONE_DAY - A_DAY * apart)
        chances: NDArray[np.float64] = 1 / (1 + np.exp(-logit))
        chances[(meaning < _NEAR) | (apart > GONE)] = 0
        return chances

    def _alike(self, n: int, others: Sequence[int]) -> NDArray[np.float64]:
        """Cosines of the weighted words, 0..1."""
        *theirs, mine = self._shelf.words([*others, n])
        self._spread[mine[0]] = mine[1]
        lengths = np.array([len(slots) for slots, _ in theirs])
        found = np.zeros(len(theirs))
        if lengths.any():
            shared = self._spread[np.concatenate([slots for slots, _ in theirs])]
            shared *= np.concatenate([weights for _, weights in theirs]).astype(np.float32)
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            held = lengths > 0
            found[held] = np.add.reduceat(shared, starts[held], dtype=np.float64)
        self._spread[mine[0]] = 0
        return np.maximum(found, 0)
