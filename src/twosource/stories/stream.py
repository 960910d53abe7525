"""Reports to stories one by one as they arrive; a new report may join two stories or part one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.stories.chance import GONE, SAME, Chances
from twosource.stories.cluster import join
from twosource.stories.shelf import Days, Past, Row, Seen, Shelf, day_of
from twosource.stories.signature import signature
from twosource.text.ids import content_id

__all__ = ["Moved", "Past", "Placed", "Row", "Seen", "Stream", "days_around", "signature"]

# Pairs of one story all lie above 0.55 in meaning; below this nothing is looked at more closely.
NEAR = 0.4
# Nearest reports looked at for a new one, and reports that are grouped anew around it: what keeps each arrival's cost
# bounded. A larger story takes new reports in without being grouped anew.
LOOKED_AT, REGROUPED = 48, 72


class Moved(NamedTuple):
    """Reports that were in one story and are in another since ``because`` arrived.

    ``join``: nobody is left where they were; ``split``: nobody was where they are; ``move``: neither. ``alike`` is
    their mean chance to be of one story with those they are with now, ``apart`` with those they left.
    """

    kind: Literal["join", "split", "move"]
    left: str
    into: str
    reports: tuple[str, ...]
    because: str
    alike: float | None
    apart: float | None


class Placed(NamedTuple):
    """Where a new report went: the story of it and of every report that moved, how stories changed, what to keep."""

    stories: dict[str, str]
    moves: tuple[Moved, ...]
    row: Row


class Stream:
    """The stories so far. The same reports in the same order give the same stories.

    ``past`` holds what was placed in earlier runs; ``days`` (first, last) bounds the dates of what is near to the
    reports that will come (see :func:`days_around`); without it all are looked at.
    """

    def __init__(self, past: Past | None = None, *, days: Days = None) -> None:
        self._shelf = Shelf(past, days=days)
        self._chances = Chances(self._shelf)

    def remember(self, seen: Seen, story: str) -> Row:
        """Take in a report that was placed before."""
        return self._shelf.take(seen, story)[1]

    def held(self) -> bytes:
        """What a store keeps for the stream that will go on from here, beside each report's row."""
        return self._shelf.held()

    def place(self, seen: Seen) -> Placed:
        """The new report put into a story."""
        shelf = self._shelf
        earlier = shelf.page(seen.url) if seen.url else None
        n, row = shelf.take(seen, self._free(seen.report, seen.report))
        if earlier is not None:  # a new version of a page stays where the page is
            shelf.move(n, shelf.story(earlier))
            return Placed({seen.report: shelf.story(n)}, (), row)
        near = self._near(n)
        if not near:
            return Placed({seen.report: shelf.story(n)}, (), row)
        shelf.know(near)
        stories = sorted({shelf.story(i) for i in near}, key=lambda story: shelf.members(story)[0])
        around = sorted({i for story in stories for i in shelf.members(story)} | {n})
        if len(around) > REGROUPED:
            self._take_in(near, n)
            return Placed({seen.report: shelf.story(n)}, (), row)
        moves = self._regroup(around, n)
        moved = {report: move.into for move in moves for report in move.reports}
        return Placed({seen.report: shelf.story(n)} | moved, moves, row)

    def _near(self, n: int) -> list[int]:
        """The earlier reports that may be of the new one's story, likeliest first."""
        close, meaning = self._shelf.near(n, NEAR, GONE)
        if len(close) > LOOKED_AT:
            # Of equally near reports the earlier ones, so that no library's way of sorting decides.
            close = close[np.lexsort((close, -np.round(meaning, 4)))[:LOOKED_AT]]
        chances = self._chances.of(n, close.tolist())
        ordered = sorted(zip((-chances).tolist(), close.tolist(), strict=True))
        return [i for chance, i in ordered if -chance > SAME / 10]

    def _regroup(self, around: list[int], n: int) -> tuple[Moved, ...]:
        """All stories near the new report grouped anew; how their reports moved, the new one aside."""
        shelf = self._shelf
        alike = self._chances.among(around)
        before = [shelf.story(i) for i in around]
        groups = join(alike, SAME)
        named = self._named(around, groups, n)
        for k, group in enumerate(groups):
            for at in group:
                if before[at] != named[k]:
                    shelf.move(around[at], named[k])
        return self._moves(around, before, alike, n)

    def _named(self, around: list[int], groups: list[tuple[int, ...]], n: int) -> dict[int, str]:
        """Each group's story: of the parts of a story the largest keeps its name."""
        shelf = self._shelf
        wanted: list[tuple[int, int, str, int]] = []
        for k, group in enumerate(groups):
            parts = [shelf.story(around[at]) for at in group if around[at] != n]
            wanted += [(-parts.count(story), shelf.members(story)[0], story, k) for story in set(parts)]
        named: dict[int, str] = {}
        taken: set[str] = set()
        for _, _, story, k in sorted(wanted):
            if k not in named and story not in taken:
                named[k] = story
                taken.add(story)
        for k, group in enumerate(groups):
            if k not in named:
                first = around[group[0]]
                named[k] = shelf.story(n) if group == (len(around) - 1,) else ""
                if not named[k]:
                    named[k] = self._free(shelf.report(first), shelf.report(n), taken)
            taken.add(named[k])
        return named

    def _free(self, report: str, because: str, taken: set[str] | frozenset[str] = frozenset()) -> str:
        """A name that no story has: the report's, or where others have that still, one that says why it arose."""
        names = [content_id("story", report), content_id("story", report, because)]
        while names[-1] in taken or self._shelf.members(names[-1]):
            names.append(content_id("story", report, because, len(names)))
        return next(name for name in names if name not in taken and not self._shelf.members(name))

    def _moves(self, around: list[int], before: list[str], alike: NDArray[np.float32], n: int) -> tuple[Moved, ...]:
        shelf = self._shelf
        after = [shelf.story(i) for i in around]
        moved: dict[tuple[str, str], list[int]] = {}
        for at, (old, new) in enumerate(zip(before, after, strict=True)):
            if old != new and around[at] != n:
                moved.setdefault((old, new), []).append(at)
        found = []
        for (old, new), group in sorted(moved.items()):
            with_now = [k for k, story in enumerate(after) if story == new and k not in group]
            left = [k for k, story in enumerate(after) if story == old]
            were = [k for k, story in enumerate(before) if story == new and around[k] != n]
            kind: Literal["join", "split", "move"] = "move" if left and were else "split" if left else "join"
            found.append(
                Moved(
                    kind,
                    old,
                    new,
                    tuple(shelf.report(around[k]) for k in group),
                    shelf.report(n),
                    _mean(alike, group, with_now),
                    _mean(alike, group, left),
                )
            )
        return tuple(found)

    def _take_in(self, near: list[int], n: int) -> None:
        """Put the new report where it is like enough to those of a large story that are nearest to it."""
        chances: dict[str, list[float]] = {}
        for i, chance in zip(near, self._chances.of(n, near).tolist(), strict=True):
            chances.setdefault(self._shelf.story(i), []).append(chance)
        story, best = max(chances.items(), key=lambda item: (float(np.mean(item[1])), item[0]))
        if float(np.mean(best)) >= SAME:
            self._shelf.move(n, story)


def days_around(published: Sequence[str | None]) -> Days:
    """The first and last day of what can be near to reports of these dates; ``None`` (any) where one has no date."""
    days = [day_of(date) for date in published]
    known = [day for day in days if day is not None]
    if not known or len(known) < len(days):
        return None
    return min(known) - GONE, max(known) + GONE


def _mean(alike: NDArray[np.float32], rows: Sequence[int], columns: Sequence[int]) -> float | None:
    return round(float(np.mean(alike[np.ix_(rows, columns)])), 2) if rows and columns else None
