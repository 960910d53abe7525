"""Shared wording of two texts: passages aligned word by word, fingerprints that find them, rare words in common."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from twosource.model import Span

# A run of this many equal words seeds a passage. Four: at three, stock phrases ("one of the", "in the United States")
# seed as many passages as copies do; at five, a sentence reworded every fourth word is never found.
SEED = 4
# Seeds whose gap is at most this many words, in either text, belong to one passage: a reworded clause, not a sentence.
GAP = 12
# A seed that stands more often than this in either text says nothing about where it came from (a refrain, a list).
REPEATED = 4
# Winnowing (Schleimer et al., SIGMOD 2003): a shared run of SHINGLE + WINDOW - 1 = 8 words is always found.
SHINGLE = 5
WINDOW = 4


class Passage(NamedTuple):
    """Words ``a`` of one text that read like words ``b`` of another (word indexes, end exclusive).

    ``equal`` words stand in both in the same order; ``score`` is their share of the longer side, 0..1.
    """

    a: Span
    b: Span
    equal: int
    score: float


def passages(a: Sequence[str], b: Sequence[str], *, least: int = 8, score: float = 0.5) -> tuple[Passage, ...]:
    """The passages of at least ``least`` equal words that two texts share, in the order of ``a``; moved ones too.

    ``a`` and ``b`` are words made comparable by the caller (lower case, lemmas). Passages do not overlap in ``a``
    nor in ``b``. Cost: linear in the words plus their shared seeds.
    """
    found = []
    for chain in _chains(_seeds(a, b)):
        first, last = chain[0], chain[-1]
        here, there = Span(first[0], last[0] + SEED), Span(first[1], last[1] + SEED)
        equal = LCSseq.similarity(a[here.start : here.end], b[there.start : there.end])
        share = equal / max(here.end - here.start, there.end - there.start)
        if equal >= least and share >= score:
            found.append(Passage(here, there, equal, share))
    taken: list[Passage] = []
    for item in sorted(found, key=lambda p: (-p.equal, p.a, p.b)):
        if not any(_meet(item.a, other.a) or _meet(item.b, other.b) for other in taken):
            taken.append(item)
    return tuple(sorted(taken))


def fingerprints(words: Sequence[str], *, shingle: int = SHINGLE, window: int = WINDOW) -> dict[int, int]:
    """A text's winnowed fingerprints and the word where each first stands; of a short text all of its shingles.

    The same words give the same fingerprints in every process. Linear in the words.
    """
    hashes = [
        zlib.crc32("\x1f".join(words[i : i + shingle]).encode("utf-8", "surrogatepass"))
        for i in range(len(words) - shingle + 1)
    ]
    chosen: dict[int, int] = {}
    if len(hashes) <= window:
        for i, value in enumerate(hashes):
            chosen.setdefault(value, i)
        return chosen
    last = -1
    for start in range(len(hashes) - window + 1):
        if last < start:
            best = min(range(start, start + window), key=lambda i: (hashes[i], -i))
        elif hashes[start + window - 1] <= hashes[last]:
            best = start + window - 1
        else:
            continue
        last = best
        chosen.setdefault(hashes[best], best)
    return chosen


def _seeds(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - SEED + 1):
        at[tuple(b[j : j + SEED])].append(j)
    here: dict[tuple[str, ...], int] = defaultdict(int)
    hits = []
    for i in range(len(a) - SEED + 1):
        run = tuple(a[i : i + SEED])
        if run in at:
            here[run] += 1
            hits.append((i, run))
    return [(i, j) for i, run in hits if here[run] <= REPEATED and len(at[run]) <= REPEATED for j in at[run]]


def _chains(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Seeds joined to runs that go forward in both texts with no gap over GAP words."""
    chains: list[list[tuple[int, int]]] = []
    live: list[list[tuple[int, int]]] = []
    for i, j in seeds:
        live = [chain for chain in live if i - chain[-1][0] <= GAP + SEED]
        # The chain whose end is nearest in b takes the seed; of equals the one that was there first.
        fits = [chain for chain in live if 0 < j - chain[-1][1] <= GAP + SEED and chain[-1][0] < i]
        if fits:
            min(fits, key=lambda chain: (j - chain[-1][1], chain[0])).append((i, j))
        else:
            fresh = [(i, j)]
            chains.append(fresh)
            live.append(fresh)
    return chains


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
