"""Reports to stories one by one as they arrive; a new report may join two stories or part one."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.stories.cluster import join
from twosource.stories.signature import SLOTS, Signature, common_slots, signature, unpacked
from twosource.text.ids import content_id

__all__ = ["Seen", "Stream", "signature"]

# A pair's chance of being one story, from the cosines of its weighted words and of its meaning: a logistic regression
# on the logarithms of both over 22,000 pairs of 1,104 reports, 210 of them pairs of one story.
BIAS, WORDS, MEANING, SOFT = 13.6, 7.1, 17.4, 0.02
# What the dates add to the logit where both are known: one day speaks for one story, ten days say nothing, more speak
# against it. All 210 pairs lie within three days of each other, others within years; big stories go on for weeks, and
# after GONE days without a report a new one begins another story.
ONE_DAY, A_DAY, GONE = 1.0, 0.1, 120
# Reports whose mean chance is above this are one story. Between 0.25 and 0.4 the figures hardly move.
SAME = 0.3
# Pairs of one story all lie above 0.55 in meaning; below this nothing is looked at more closely.
NEAR = 0.4
# Nearest reports looked at for a new one, and reports that are grouped anew around it: what keeps each arrival's cost
# bounded. A larger story takes new reports in without being grouped anew.
LOOKED_AT, REGROUPED = 48, 72
# Chances of pairs remembered; each is a few dozen bytes and is found again when it was forgotten.
REMEMBERED = 20_000
# Meanings are kept in blocks of this many, so that growing copies nothing and blocks long gone can be passed by.
BLOCK = 1024


class Seen(NamedTuple):
    """A report as it arrives: its id, its signature, its date of publication and its URL where known."""

    report: str
    signature: bytes
    published: str | None = None
    url: str | None = None


class Stream:
    """The stories so far. The same reports in the same order give the same stories."""

    def __init__(self) -> None:
        self._articles, common = common_slots()
        self._held = common.copy()  # in how many articles and reports a slot's words stand
        self._count = 0
        self._reports: list[str] = []
        self._story: list[str] = []
        self._members: dict[str, list[int]] = {}
        self._words: list[tuple[NDArray[np.int32], NDArray[np.float16]]] = []
        self._meanings: list[NDArray[np.float32]] = []  # blocks of BLOCK rows
        self._days: list[NDArray[np.float32]] = []
        self._urls: dict[str, int] = {}
        self._chances: dict[tuple[int, int], float] = {}
        self._spread = np.zeros(SLOTS, dtype=np.float32)  # scratch: one report's words spread over all slots

    def remember(self, seen: Seen, story: str) -> None:
        """Take in a report that was placed before."""
        self._take(seen, story)

    def place(self, seen: Seen) -> dict[str, str]:
        """The story of the new report, and of every report that moves because of it."""
        n = self._take(seen, content_id("story", seen.report))
        earlier = self._urls.get(seen.url, n) if seen.url else n
        if earlier != n:  # a new version of a page stays where the page is
            self._move(n, self._story[earlier])
            return {seen.report: self._story[n]}
        near = self._near(n)
        stories = sorted({self._story[i] for i in near}, key=lambda story: self._members[story][0])
        around = sorted({i for story in stories for i in self._members[story]} | {n})
        moved = self._regrouped(around, n) if len(around) <= REGROUPED else self._taken_in(near, n)
        return {seen.report: self._story[n]} | {self._reports[i]: self._story[i] for i in sorted(moved)}

    def _take(self, seen: Seen, story: str) -> int:
        n = len(self._reports)
        block, row = divmod(n, BLOCK)
        if row == 0:
            self._meanings.append(np.zeros((BLOCK, 384), dtype=np.float32))
            self._days.append(np.full(BLOCK, np.nan, dtype=np.float32))
        mine = unpacked(seen.signature)
        self._count += 1
        self._held[mine.slots] += 1
        self._words.append((mine.slots, self._weighted(mine)))
        if len(mine.meaning):
            self._meanings[block][row] = mine.meaning
        self._days[block][row] = _day(seen.published)
        self._reports.append(seen.report)
        self._story.append(story)
        self._members.setdefault(story, []).append(n)
        if seen.url:
            self._urls.setdefault(seen.url, n)
        return n

    def _weighted(self, mine: Signature) -> NDArray[np.float16]:
        """The words' weights, of length one: the rarer until now, the heavier (compare ``rarity.weights``)."""
        rare = np.log((self._articles + self._count + 10) / (self._held[mine.slots] + 5))
        weights = (1 + np.log(mine.counts)) * rare
        norm = float(np.linalg.norm(weights))
        return (weights / norm if norm else weights).astype(np.float16)

    def _near(self, n: int) -> list[int]:
        """The earlier reports that may be of the new one's story, likeliest first."""
        last, row = divmod(n, BLOCK)
        mine, day = self._meanings[last][row], self._days[last][row]
        found: list[NDArray[np.intp]] = []
        scores: list[NDArray[np.float32]] = []
        for k in range(last + 1):
            rows = BLOCK if k < last else row
            here = ~(np.abs(self._days[k][:rows] - day) > GONE)  # no date is within any
            if here.any():
                # Not a BLAS product: that is spread over threads, which costs more than it saves here, and may differ
                # in the last bit from one number of rows to the next.
                meaning = np.einsum("ij,j->i", self._meanings[k][:rows], mine)
                near = np.flatnonzero(here & (meaning >= NEAR))
                found.append(near + k * BLOCK)
                scores.append(meaning[near])
        if not found:
            return []
        close, meaning = np.concatenate(found), np.concatenate(scores)
        if len(close) > LOOKED_AT:
            # Of equally near reports the earlier ones, so that no library's way of sorting decides.
            close = close[np.lexsort((close, -np.round(meaning, 4)))[:LOOKED_AT]]
        chances = [(self._chance(int(i), n), int(i)) for i in close]
        return [i for chance, i in sorted(chances, key=lambda item: (-item[0], item[1])) if chance > SAME / 10]

    def _chance(self, i: int, j: int) -> float:
        """How likely two reports are of one story, 0..1."""
        known = self._chances.get((i, j))
        if known is not None:
            return known
        (k, a), (m, b) = divmod(i, BLOCK), divmod(j, BLOCK)
        meaning = float(np.einsum("i,i->", self._meanings[k][a], self._meanings[m][b]))
        apart = abs(float(self._days[k][a] - self._days[m][b]))
        chance = 0.0
        if meaning >= NEAR and not apart > GONE:
            slots, weights = self._words[j]
            self._spread[slots] = weights
            others, theirs = self._words[i]
            alike = float(np.einsum("i,i->", self._spread[others], theirs.astype(np.float32)))
            self._spread[slots] = 0
            logit = BIAS + WORDS * np.log(max(alike, 0) + SOFT) + MEANING * np.log(meaning + SOFT)
            if not np.isnan(apart):
                logit += ONE_DAY - A_DAY * apart
            chance = float(1 / (1 + np.exp(-logit)))
        if len(self._chances) >= REMEMBERED:
            self._chances.clear()
        self._chances[i, j] = chance
        return chance

    def _regrouped(self, around: list[int], n: int) -> set[int]:
        """The reports that moved when all stories near the new report are grouped anew."""
        alike = np.zeros((len(around), len(around)), dtype=np.float32)
        for a, i in enumerate(around):
            for b in range(a + 1, len(around)):
                alike[a, b] = alike[b, a] = round(self._chance(i, around[b]), 4)
        groups = [[around[k] for k in group] for group in join(alike, SAME)]
        wanted: list[tuple[int, int, str, int]] = []
        for g, group in enumerate(groups):
            for story in {self._story[i] for i in group if i != n}:
                kept = sum(self._story[i] == story for i in group)
                wanted.append((-kept, self._members[story][0], story, g))
        named: dict[int, str] = {}
        for _, _, story, g in sorted(wanted):  # the largest part of a story keeps its name
            if g not in named and story not in named.values():
                named[g] = story
        moved = set()
        for g, group in enumerate(groups):
            story = named.get(g) or content_id("story", self._reports[group[0]])
            for i in group:
                if self._story[i] != story:
                    self._move(i, story)
                    moved.add(i)
        return moved

    def _taken_in(self, near: list[int], n: int) -> set[int]:
        """The new report, where it is like enough to those of a large story that are nearest to it."""
        chances: dict[str, list[float]] = {}
        for i in near:
            chances.setdefault(self._story[i], []).append(self._chance(i, n))
        story, best = max(chances.items(), key=lambda item: (float(np.mean(item[1])), item[0]))
        if float(np.mean(best)) < SAME:
            return set()
        self._move(n, story)
        return {n}

    def _move(self, i: int, story: str) -> None:
        old = self._story[i]
        self._members[old].remove(i)
        if not self._members[old]:
            del self._members[old]
        self._story[i] = story
        members = self._members.setdefault(story, [])
        members.append(i)
        members.sort()


def _day(published: str | None) -> float:
    try:
        return float(dt.date.fromisoformat((published or "")[:10]).toordinal())
    except ValueError:
        return float("nan")
