"""What the stream holds of the reports it has placed; of those in a store only what it comes to need."""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.stories.signature import DIMENSIONS, Signature, common_slots, unpacked

# Meanings are kept in blocks of this many, so that growing copies nothing and blocks long gone can be passed by.
BLOCK = 1024

Words = tuple[NDArray[np.int32], NDArray[np.float16]]
Days = tuple[int, int] | None


class Seen(NamedTuple):
    """A report as it arrives: its id, its signature, its date of publication and its URL where known.

    ``number`` grows with arrival; without one the next is taken.
    """

    report: str
    signature: bytes
    published: str | None = None
    url: str | None = None
    number: int | None = None


class Row(NamedTuple):
    """What a store keeps of a placed report: number, day (``None``: no date), meaning and words' weights (float16)."""

    number: int
    day: int | None
    meaning: bytes
    weights: bytes


class Past(Protocol):
    """The reports placed before, by number, as a store answers for them."""

    def held(self) -> bytes | None:
        """What ``Shelf.held`` gave last."""

    def rows(self, days: Days) -> tuple[Sequence[int], Sequence[int | None], bytes]:
        """Numbers, days and joined meanings of the reports of these days and of those without a date; all for none."""

    def rows_of(self, numbers: Sequence[int]) -> tuple[Sequence[int], Sequence[int | None], bytes]:
        """The same of these reports."""

    def stories(self, numbers: Sequence[int]) -> Mapping[int, str]:
        """The stories of these reports."""

    def members(self, stories: Sequence[str]) -> Mapping[str, Sequence[tuple[int, str]]]:
        """Number and id of every report of these stories."""

    def words(self, numbers: Sequence[int]) -> Mapping[int, tuple[bytes, bytes]]:
        """Signature and weights of these reports."""

    def page(self, url: str) -> int | None:
        """The first report from this URL."""


class Shelf:
    """The placed reports. ``past`` knows those that were placed before; ``days`` bounds what will be looked for."""

    def __init__(self, past: Past | None = None, *, days: Days = None) -> None:
        self._past = past
        self._articles, self._common = common_slots()
        self._held = self._common.copy()  # in how many articles and reports a slot's words stand
        self._count = 0
        self._next = 0
        self._story: dict[int, str] = {}
        self._members: dict[str, list[int]] = {}
        self._report: dict[int, str] = {}
        self._words: dict[int, Words] = {}
        self._row: dict[int, int] = {}
        self._numbers: list[NDArray[np.int64]] = []  # blocks of BLOCK, as those that follow
        self._days: list[NDArray[np.float32]] = []
        self._meanings: list[NDArray[np.float32]] = []
        self._urls: dict[str, int] = {}
        if past is not None:
            self._remember_counts(past.held())
            self._put_rows(*past.rows(days))

    def take(self, seen: Seen, story: str) -> tuple[int, Row]:
        """The report's number and what to keep of it; it is in ``story`` now."""
        n = self._next if seen.number is None else seen.number
        self._next = n + 1
        mine = unpacked(seen.signature)
        self._count += 1
        self._held[mine.slots] += 1
        weights = self._weighted(mine)
        self._words[n] = (mine.slots, weights)
        meaning = mine.meaning if len(mine.meaning) else np.zeros(DIMENSIONS, dtype=np.float32)
        day = day_of(seen.published)
        row = Row(n, day, meaning.astype("<f2").tobytes(), weights.astype("<f2").tobytes())
        self._put_rows([n], [day], row.meaning)
        self._report[n] = seen.report
        self._story[n] = story
        self._members.setdefault(story, []).append(n)
        if seen.url and self.page(seen.url) is None:
            self._urls[seen.url] = n
        return n, row

    def held(self) -> bytes:
        """How many reports there were and in how many of them each slot's words stand, packed."""
        own = (self._held - self._common).astype("<u4")
        return msgspec.msgpack.encode((self._count, zlib.compress(own.tobytes(), 1)))

    def page(self, url: str) -> int | None:
        """The number of the first report from this URL."""
        if url not in self._urls and self._past is not None:
            first = self._past.page(url)
            if first is not None:
                self._urls[url] = first
        return self._urls.get(url)

    def know(self, numbers: Iterable[int]) -> None:
        """Have the stories of these reports at hand, and who else is in them."""
        missing = [i for i in numbers if i not in self._story]
        if missing and self._past is not None:
            self._know_members(sorted(set(self._past.stories(missing).values())))

    def story(self, i: int) -> str:
        """The story a report is in."""
        if i not in self._story:
            self.know([i])
        return self._story[i]

    def members(self, story: str) -> list[int]:
        """The numbers of a story's reports, ascending; none where there is no such story."""
        if story not in self._members:
            self._know_members([story])
        return self._members.get(story, [])

    def report(self, i: int) -> str:
        """The id of a report whose story is at hand."""
        return self._report[i]

    def move(self, i: int, story: str) -> None:
        """Put a report in another story."""
        members = self.members(story)
        self._members[self._story[i]].remove(i)
        self._story[i] = story
        members.append(i)
        members.sort()
        self._members[story] = members

    def near(self, n: int, least: float, within: float) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The other reports at least ``least`` like this one in meaning, at most ``within`` days off, and how like."""
        block, row = divmod(self._row[n], BLOCK)
        mine, day = self._meanings[block][row], self._days[block][row]
        found: list[NDArray[np.int64]] = []
        scores: list[NDArray[np.float32]] = []
        for numbers, days, meanings in zip(self._numbers, self._days, self._meanings, strict=True):
            here = ~(np.abs(days - day) > within) & (numbers >= 0) & (numbers != n)  # no date is within any
            if here.any():
                # Not a BLAS product: that is spread over threads, which costs more than it saves here, and may differ
                # in the last bit from one number of rows to the next.
                meaning = np.einsum("ij,j->i", meanings, mine)
                near = np.flatnonzero(here & (meaning >= least))
                found.append(numbers[near])
                scores.append(meaning[near])
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        return np.concatenate(found), np.concatenate(scores)

    def rows(self, numbers: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """(n, 384) meanings and (n,) days of these reports; NaN where there is no date."""
        missing = [i for i in numbers if i not in self._row]
        if missing and self._past is not None:
            self._put_rows(*self._past.rows_of(missing))
        at = [divmod(self._row[i], BLOCK) for i in numbers]
        meanings = np.stack([self._meanings[b][r] for b, r in at])
        return meanings, np.array([self._days[b][r] for b, r in at], dtype=np.float32)

    def words(self, numbers: Sequence[int]) -> list[Words]:
        """Slots and weights of these reports' words."""
        missing = [i for i in numbers if i not in self._words]
        if missing and self._past is not None:
            for i, (packed, weights) in self._past.words(missing).items():
                self._words[i] = (unpacked(packed).slots, np.frombuffer(weights, dtype="<f2"))
        return [self._words[i] for i in numbers]

    def _weighted(self, mine: Signature) -> NDArray[np.float16]:
        """The words' weights, of length one: the rarer until now, the heavier (compare ``rarity.weights``)."""
        rare = np.log((self._articles + self._count + 10) / (self._held[mine.slots] + 5))
        weights = (1 + np.log(mine.counts)) * rare
        norm = float(np.linalg.norm(weights))
        return (weights / norm if norm else weights).astype(np.float16)

    def _put_rows(self, numbers: Sequence[int], days: Sequence[int | None], meanings: bytes) -> None:
        rows = np.frombuffer(meanings, dtype="<f2").reshape(-1, DIMENSIONS)
        known = np.array([np.nan if day is None else day for day in days], dtype=np.float32)
        done = 0
        while done < len(numbers):
            block, first = divmod(len(self._row), BLOCK)
            if first == 0:
                self._numbers.append(np.full(BLOCK, -1, dtype=np.int64))
                self._days.append(np.full(BLOCK, np.nan, dtype=np.float32))
                self._meanings.append(np.zeros((BLOCK, DIMENSIONS), dtype=np.float32))
            step = min(BLOCK - first, len(numbers) - done)
            here, there = slice(first, first + step), slice(done, done + step)
            self._numbers[block][here] = numbers[there]
            self._days[block][here] = known[there]
            self._meanings[block][here] = rows[there]
            at = len(self._row)
            self._row.update(zip(numbers[there], range(at, at + step), strict=True))
            done += step

    def _remember_counts(self, held: bytes | None) -> None:
        if held is not None:
            self._count, own = msgspec.msgpack.decode(held, type=tuple[int, bytes])
            self._held += np.frombuffer(zlib.decompress(own), dtype="<u4")

    def _know_members(self, stories: Sequence[str]) -> None:
        missing = [story for story in stories if story not in self._members]
        if missing and self._past is not None:
            for story, found in self._past.members(missing).items():
                # A report that has moved since is where it is now, not where the store had it.
                own = [(i, report) for i, report in found if i not in self._story]
                self._members[story] = sorted(i for i, _ in own)
                self._story |= dict.fromkeys(self._members[story], story)
                self._report |= dict(own)


def day_of(published: str | None) -> int | None:
    """The day of an ISO 8601 date as a number; ``None`` for none, or for a date that names no day."""
    try:
        return dt.date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None
