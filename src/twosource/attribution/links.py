"""Which cue a content belongs to, and which source a cue has: learned scores over the spans near enough."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.attribution.spans import RoleSpans, Words
from twosource.model import Tags

BUCKETS = 16


class Link(NamedTuple):
    """The index of the span linked to, or None, and the probability of that choice."""

    to: int | None
    probability: float


def cue_of_contents(tags: Tags, spans: RoleSpans) -> list[Link]:
    """For each content its cue. Several contents may have one cue: the parts of an interrupted statement."""
    return _choose(tags, 0, spans.contents, ("content_first", "content_last"), spans.cues, "cue_found")


def source_of_cues(tags: Tags, spans: RoleSpans) -> list[Link]:
    """For each cue its source. Never exclusive: 12% of statements share their source ("he said ... and added")."""
    return _choose(tags, 1, spans.cues, ("cue_seeks",), spans.sources, "source_found")


def _choose(
    tags: Tags, which: int, seekers: list[Words], seek: tuple[str, ...], found: list[Words], offer: str
) -> list[Link]:
    """Each seeker is asked in the window that owns its first word, where it was seen with most of its neighbours.

    Scores across windows mean nothing: allowing them cost 10 points of full F1 where paragraphs were joined.
    """
    none, bias, far = (tags.links[name][which] for name in ("none", "none_bias", "far"))
    scale = np.float32(len(none) ** -0.5)
    starts = np.array([f.first for f in found], dtype=np.int64)
    ends = np.array([span[: len(seek)] for span in seekers], dtype=np.int64).reshape(-1, len(seek))
    window = tags.links["window"][ends[:, 0]].astype(np.int64)
    links: list[Link] = [Link(None, 0.0)] * len(seekers)
    for number in np.unique(window).tolist():
        asked = np.flatnonzero(window == number)
        low, high, row = tags.links["windows"][number].astype(int).tolist()
        at = row - low  # from a word's number to its row in this window
        vectors = np.zeros((len(asked), len(none)), np.float32)
        for part, words in zip(seek, ends[asked].T, strict=True):
            vectors += tags.links[part][at + np.minimum(words, high - 1)]
        near = np.arange(*np.searchsorted(starts, [low, high]))
        offered = tags.links[offer][at + starts[near]].astype(np.float32)
        distances = starts[near][None, :] - ends[asked, :1]
        scores = np.concatenate(
            [vectors @ offered.T * scale + far[_bucket(distances)], (vectors @ none + bias)[:, None]], axis=1
        )
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        for k, best, share in zip(asked.tolist(), scores.argmax(axis=1).tolist(), shares, strict=True):
            links[k] = Link(int(near[best]) if best < len(near) else None, float(share[best]))
    return links


def _bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed word distance to one of 16 buckets, as in training: before or behind, by powers of two."""
    size = np.floor(np.log2(np.clip(np.abs(distance), 1, 255))).astype(np.int64)
    bucket: NDArray[np.int64] = size + (distance > 0) * (BUCKETS // 2)
    return bucket
