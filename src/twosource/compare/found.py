"""What one rule of this room found, before the rules are put together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from twosource.model import Place


class Found(NamedTuple):
    """Two places that part, the kind, why in a sentence, and how sure the rule is (0..1)."""

    kind: str
    a: Place
    b: Place
    reason: str
    score: float


def settle(found: Iterable[Found]) -> list[Found]:
    """The finds, surest first, without any whose two places another, surer one already covers.

    A misspelled name covers nothing but other names: what else the sentences say differently is told as well.
    """
    kept: list[Found] = []
    near: dict[tuple[str, str], list[Found]] = {}
    for item in sorted(found, key=lambda f: (-f.score, f.kind, f.a, f.b, f.reason)):
        first, last = sorted((item.a, item.b))
        item = item._replace(a=first, b=last)  # noqa: PLW2901 - one pair, one order
        others = near.setdefault((first.report, last.report), [])
        if any(_meet(first, o.a) and _meet(last, o.b) and (item.kind == "name") == (o.kind == "name") for o in others):
            continue
        others.append(item)
        kept.append(item)
    return kept


def _meet(a: Place, b: Place) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end
