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
    first, last = (tags.links[f"content_{side}"] for side in ("first", "last"))
    seek = [first[c.first].astype(np.float32) + last[c.last].astype(np.float32) for c in spans.contents]
    return _choose(tags, 0, spans.contents, seek, spans.cues, "cue_found")


def source_of_cues(tags: Tags, spans: RoleSpans) -> list[Link]:
    """For each cue its source. Never exclusive: 12% of statements share their source ("he said ... and added")."""
    seek = [tags.links["cue_seeks"][c.first].astype(np.float32) for c in spans.cues]
    return _choose(tags, 1, spans.cues, seek, spans.sources, "source_found")


def _choose(
    tags: Tags, which: int, seekers: list[Words], seek: list[NDArray[np.float32]], found: list[Words], part: str
) -> list[Link]:
    none, bias, far = (tags.links[name][which] for name in ("none", "none_bias", "far"))
    scale = np.float32(len(none) ** -0.5)
    starts = np.array([f.first for f in found], dtype=np.int64)
    window, paragraph = tags.links["window"], tags.links["paragraph"]
    links = []
    for span, vector in zip(seekers, seek, strict=True):
        near = _near(starts, span.first, window, paragraph)
        offered = tags.links[part][starts[near]].astype(np.float32)
        scores = np.append(offered @ vector * scale + far[_bucket(starts[near] - span.first)], vector @ none + bias)
        shares = np.exp(scores - scores.max())
        best = int(scores.argmax())
        links.append(Link(int(near[best]) if best < len(near) else None, float(shares[best] / shares.sum())))
    return links


def _near(
    starts: NDArray[np.int64], at: int, window: NDArray[np.float32], paragraph: NDArray[np.float32]
) -> NDArray[np.int64]:
    """Indices of the starts in the same window, or in the next one of the same paragraph (cut for its length)."""
    low = int(np.searchsorted(window, window[at] - 1, side="left"))
    high = int(np.searchsorted(window, window[at] + 1, side="right"))
    near = np.arange(*np.searchsorted(starts, [low, high]))
    here = starts[near]
    kept: NDArray[np.int64] = near[(window[here] == window[at]) | (paragraph[here] == paragraph[at])]
    return kept


def _bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """Signed word distance to one of 16 buckets, as in training: before or behind, by powers of two."""
    size = np.floor(np.log2(np.clip(np.abs(distance), 1, 255))).astype(np.int64)
    bucket: NDArray[np.int64] = size + (distance > 0) * (BUCKETS // 2)
    return bucket
