"""Anchors of a brief -> the report that each stands in."""

from __future__ import annotations

import re

from twosource.model import Place
from twosource.present.index import Index

_ANCHOR = re.compile(r"([rethkdl])(\d+)(?:-(\d+))?([ab]?)")


def report_of(index: Index, anchor: str) -> int | None:
    """The number of the report in which an anchor stands; ``None`` where it stands in the brief itself.

    ``r3`` is a report, ``e1-2`` evidence, ``t4`` a statement, ``h5`` a happening, ``k6a`` and ``d7b`` a side of a
    conflict and of drift, ``l8-1`` the words of a lineage edge.
    """
    match = _ANCHOR.fullmatch(anchor)
    if match is None:
        return None
    kind, number, second, side = match.group(1), int(match.group(2)), match.group(3), match.group(4)
    if kind == "r":
        return number
    report = _report(index, kind, number - 1, int(second or 0) - 1, side)
    return index.report_number.get(report) if report else None


def _report(index: Index, kind: str, number: int, second: int, side: str) -> str | None:
    story = index.story
    if kind == "e":
        return story.claims[number].evidence[second].report
    if kind == "t":
        return story.statements[number].report
    if kind == "h":
        return story.timeline[number].report
    if kind == "l" and second >= 0:
        return list(dict.fromkeys(story.lineage[number].evidence))[second].report
    if side and kind in "kd":
        pair = story.conflicts[number] if kind == "k" else story.drift[number]
        place: Place = pair.a if side == "a" else pair.b
        return place.report
    return None
