"""Edits of a text, and where each offset goes."""

from __future__ import annotations

from typing import NamedTuple


class Edit(NamedTuple):
    """Characters ``start`` to ``end`` become ``new``."""

    start: int
    end: int
    new: str


def apply(text: str, edits: list[Edit]) -> tuple[str, list[int]]:
    """The edited text, and for each old offset (0 to len(text)) its new one. Edits must not overlap."""
    parts: list[str] = []
    moved: list[int] = []
    at = length = 0
    for start, end, new in sorted(edits):
        parts += [text[at:start], new]
        moved += range(length, length + start - at)
        length += start - at
        moved += [length + min(i, len(new)) for i in range(end - start)]
        length += len(new)
        at = end
    parts.append(text[at:])
    moved += range(length, length + len(text) - at + 1)
    return "".join(parts), moved
