"""Readings to the sentences worth comparing, and the sentences that only follow one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twosource.model import Reading

# Up to this many distinct sentences all are compared (some thirty reports); beyond it the most retold ones are.
# 900 sentences are about 1,200 passages: six seconds of embedding on one core.
MOST = 900
# A sentence this near to a leader says the same and needs no comparison of its own. On six stories of five reports
# nine in ten pairs above it are retellings of one sentence.
FOLLOWS = 0.8
# To see how often a sentence is retold it is compared with so many others, evenly taken from all reports.
SAMPLE = 4_000
# Rows compared at a time: bounds the memory (512 x 30,000 floats are 60 MB).
_CHUNK = 512
# A sentence of fewer letters is a heading, a greeting or a fragment.
_SHORT = 20


@dataclass(frozen=True, slots=True)
class Leaders:
    """``rows``: for each reading the sentences to compare; ``follows``: (reading, row) of each other sentence that
    says the same as one of them, to that one's (reading, row).
    """

    rows: list[frozenset[int]]
    follows: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


def leaders(readings: Sequence[Reading]) -> Leaders:
    """All sentences of a small story; of a large one the most retold, and who follows them.

    Cost: one pass over the text, and sentences x ``SAMPLE`` products of vectors.
    """
    places, same = _distinct(readings)
    if len(places) > MOST:
        vectors = np.stack([readings[n].vectors[row] for n, row in places]).astype(np.float32)
        kept = _retold(vectors, [n for n, _ in places], [1 + len(same[place]) for place in places])
        led = _led(vectors, kept)
    else:
        kept, led = list(range(len(places))), {}
    rows: list[set[int]] = [set() for _ in readings]
    for i in kept:
        n, row = places[i]
        rows[n].add(row)
    follows = {place: places[led[i]] for i, place in enumerate(places) if i in led}
    chosen = {places[i] for i in kept}
    for place, copies in same.items():
        leader = place if place in chosen else follows.get(place)
        if leader is not None:
            follows.update(dict.fromkeys(copies, leader))
    return Leaders([frozenset(r) for r in rows], follows)


def _distinct(
    readings: Sequence[Reading],
) -> tuple[list[tuple[int, int]], dict[tuple[int, int], list[tuple[int, int]]]]:
    """The places of sentences with words of their own, in order, and for each the places of its verbatim copies.

    Copies count as such only between reports: a report that says a thing twice says it twice.
    """
    first: dict[str, tuple[int, int]] = {}
    same: dict[tuple[int, int], list[tuple[int, int]]] = {}
    places: list[tuple[int, int]] = []
    for n, reading in enumerate(readings):
        for row, sentence in enumerate(reading.sentences):
            text = reading.report.text[sentence.span.start : sentence.span.end]
            if sentence.furniture or sum(c.isalpha() for c in text) < _SHORT:
                continue
            key = " ".join(text.split()).casefold()
            place = first.setdefault(key, (n, row))
            if place[0] == n or len(readings) <= _FEW:
                places.append((n, row))
                same.setdefault((n, row), [])
            else:
                same[place].append((n, row))
    return places, same


# In a story of few reports each copy is a passage of its own; the work is small and nothing need be inferred.
_FEW = 30


def _retold(vectors: NDArray[np.float32], reports: list[int], copies: list[int]) -> list[int]:
    """The rows most often retold in other reports, most first cut to ``MOST``, each unlike those before it."""
    n = len(vectors)
    step = max(1, -(-n // SAMPLE))
    sample = np.arange(0, n, step)
    weight = np.array(copies, dtype=np.float32)
    near = np.zeros(n, dtype=np.float32)
    whose = np.array(reports)
    for start in range(0, n, _CHUNK):
        block = slice(start, start + _CHUNK)
        alike = vectors[block] @ vectors[sample].T
        told = (alike >= 0.6) & (whose[block][:, None] != whose[sample][None, :])
        near[block] = (told * weight[sample]).sum(axis=1)
    order = np.lexsort((np.arange(n), -(near + weight)))
    kept: list[int] = []
    matrix = np.zeros((MOST, vectors.shape[1]), dtype=np.float32)
    for i in order.tolist():
        if not kept or float((matrix[: len(kept)] @ vectors[i]).max()) < FOLLOWS:
            matrix[len(kept)] = vectors[i]
            kept.append(i)
            if len(kept) == MOST:
                break
    return sorted(kept)


def _led(vectors: NDArray[np.float32], kept: list[int]) -> dict[int, int]:
    """For each row that is no leader but near to one, its nearest leader."""
    chosen = set(kept)
    out: dict[int, int] = {}
    for start in range(0, len(vectors), _CHUNK):
        alike = vectors[start : start + _CHUNK] @ vectors[kept].T
        best = alike.argmax(axis=1)
        for k, b in enumerate(best.tolist()):
            if start + k not in chosen and alike[k, b] >= FOLLOWS:
                out[start + k] = kept[b]
    return out
