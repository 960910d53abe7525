"""What the stream of stories remembers of a report: under two kilobytes of words and meaning."""

from __future__ import annotations

import zlib
from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.model import Reading
from twosource.stories.rarity import common_words, story_words

# Words are known by their hash in this many slots: with some 50,000 lemmas in news one in six shares its slot, and
# what two reports then share by chance is far below any threshold.
SLOTS = 1 << 18
# Numbers of a sentence vector.
DIMENSIONS = 384
# A longer report's rarest words suffice; nine of ten news reports have fewer different ones than this.
MOST_WORDS = 600
# A report's meaning is the mean of its first sentences' vectors, each weighing less than the one before: the opening
# says what it is about, what follows is background that many stories share. FADE is how many sentences it takes to
# weigh a third (B-cubed 0.982 at 7, 0.975 at 2, 0.951 with all sentences alike).
OPENING, FADE = 20, 7.0


class Signature(NamedTuple):
    """Slots of a report's words, ascending (int32), how often each is there (float32), its meaning (float32)."""

    slots: NDArray[np.int32]
    counts: NDArray[np.float32]
    meaning: NDArray[np.float32]


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    slots: bytes
    counts: bytes
    meaning: bytes


def signature(reading: Reading) -> bytes:
    """A reading's signature, packed."""
    bag: dict[int, int] = {}
    words = sorted(
        story_words(reading).items(), key=lambda item: (common_words()[1].get(item[0], 0), -item[1], item[0])
    )
    for word, number in words[:MOST_WORDS]:
        at = slot(word)
        bag[at] = min(255, bag.get(at, 0) + number)
    slots = sorted(bag)
    rows = [i for i, s in enumerate(reading.sentences) if not s.furniture][:OPENING]
    weights = np.exp(-np.arange(len(rows), dtype=np.float64) / FADE)
    mean = weights @ reading.vectors[rows].astype(np.float64)
    norm = float(np.linalg.norm(mean))
    return msgspec.msgpack.encode(
        _Kept(
            np.array(slots, dtype="<i4").tobytes(),
            np.array([bag[s] for s in slots], dtype="u1").tobytes(),
            (mean / norm if norm else mean).astype("<f2").tobytes(),
        )
    )


def unpacked(packed: bytes) -> Signature:
    """A packed signature's values; an empty one for no bytes."""
    kept = msgspec.msgpack.decode(packed, type=_Kept) if packed else _Kept(b"", b"", b"")
    return Signature(
        np.frombuffer(kept.slots, dtype="<i4"),
        np.frombuffer(kept.counts, dtype="u1").astype(np.float32),
        np.frombuffer(kept.meaning, dtype="<f2").astype(np.float32),
    )


def slot(word: str) -> int:
    """The slot of a word, the same on every machine."""
    return zlib.crc32(word.encode("utf-8", "surrogatepass")) % SLOTS


@cache
def common_slots() -> tuple[int, NDArray[np.float32]]:
    """The number of articles counted, and for each slot how many of them held its words."""
    articles, common = common_words()
    held = np.zeros(SLOTS, dtype=np.float32)
    for word, number in common.items():
        held[slot(word)] += number
    return articles, held
