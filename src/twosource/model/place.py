"""Where words stand."""

from __future__ import annotations

from typing import NamedTuple

import msgspec


class Span(NamedTuple):
    """A stretch of one report's text: Unicode code points, ``end`` exclusive."""

    start: int
    end: int


class Place(msgspec.Struct, frozen=True, order=True):
    """A stretch of a named report's text: report id, first code point, one past the last."""

    report: str
    start: int
    end: int
