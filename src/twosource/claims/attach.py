"""Denials, silences and followers to the claims they are about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage, of_sentence
from twosource.claims.group import NEVER
from twosource.model import Reading, Statement

# A passage's nearness to a claim is the mean similarity to the claim's nearest passages, so many of them.
NEAREST = 2
# From what nearness a passage that asserts something joins a claim of other reports; and, if it has one, a second.
JOINS, ALSO = 0.33, 0.5
# The same for a denial or a silence, which names its object in few words; it bears on so many claims at most, those
# that are nearly as near. What many reports tell is what gets denied: each report (up to five) counts this much.
NEAR, AS_CLOSE, MANY, WEIGHT = 0.3, 0.08, 2, 0.04
# What stands in the same sentence or the one before is likelier to be meant, by this much.
CONTEXT = 0.1


def join(
    groups: Sequence[list[int]], firm: Sequence[int], found: Sequence[Passage], alike: NDArray[np.float32]
) -> list[list[int]]:
    """``groups`` with those of the ``firm`` passages added that are near enough to two passages of other reports.

    A passage that stands in a group already needs more to join a second one ("40 drivers were hired at 900 a month"
    bears on the drivers and on the pay). Each is measured against the groups as they were, so that the order of
    ``firm`` changes nothing.
    """
    out = [list(group) for group in groups]
    where = {i: number for number, group in enumerate(groups) for i in group}
    for i in firm:
        near = [
            -1.0 if where.get(i) == k else _near(i, [j for j in g if found[j].reading != found[i].reading], alike)
            for k, g in enumerate(groups)
        ]
        best = max(range(len(groups)), key=lambda k: (near[k], -k), default=None)
        if best is not None and near[best] >= (ALSO if i in where else JOINS) and _may(i, out[best], alike):
            out[best].append(i)
    return [sorted(group) for group in out]


def _may(i: int, group: Sequence[int], alike: NDArray[np.float32]) -> bool:
    """Did no person say that ``i`` is not the same claim as one of ``group``?"""
    return bool((alike[i, list(group)] > NEVER).all())


def _near(i: int, group: Sequence[int], alike: NDArray[np.float32]) -> float:
    return float(np.sort(alike[i, group])[::-1][:NEAREST].mean()) if group else -1.0


def attach(
    groups: Sequence[list[int]], loose: Sequence[int], found: Sequence[Passage], alike: NDArray[np.float32]
) -> list[list[int]]:
    """``groups`` with the ``loose`` passages added where they bear; a passage may bear on two claims.

    What names nothing by itself ("declined to comment") bears on the claim of the passage before it, in its sentence
    or the one before; a silence with no such passage on the first claim of all.
    """
    out = [list(group) for group in groups]
    where = {i: number for number, group in enumerate(groups) for i in group}
    for i in loose:
        for number in _claims_of(i, groups, where, found, alike):
            if _may(i, out[number], alike):
                out[number].append(i)
    return [sorted(group) for group in out]


def _claims_of(
    i: int, groups: Sequence[list[int]], where: dict[int, int], found: Sequence[Passage], alike: NDArray[np.float32]
) -> list[int]:
    if not groups:
        return []
    this = found[i]
    before = [j for j in where if found[j].reading == this.reading and 0 <= this.row - found[j].row <= 1 and j < i]
    here = {where[j] for j in before}
    near = [
        _near(i, group, alike)
        + WEIGHT * min(5, len({found[j].reading for j in group}))
        + (CONTEXT if k in here else 0.0)
        for k, group in enumerate(groups)
    ]
    order = sorted(range(len(groups)), key=lambda k: (-near[k], k))
    best = near[order[0]]
    if best >= NEAR:
        most = MANY if this.kind == "denial" else 1
        return [k for k in order[:most] if near[k] >= max(NEAR, best - AS_CLOSE)]
    if this.about:
        return []
    if this.kind == "silence":
        return [0]
    return [where[max(before)]] if before else []


def followers(
    groups: Sequence[list[Passage]],
    follows: Mapping[tuple[int, int], tuple[int, int]],
    readings: Sequence[Reading],
    statements: Mapping[str, Sequence[Statement]],
) -> list[list[Passage]]:
    """``groups`` with a passage of every sentence that follows one of theirs: the one that shares most of its words."""
    by_leader: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for place, leader in sorted(follows.items()):
        by_leader.setdefault(leader, []).append(place)
    cut: dict[tuple[int, int], list[Passage]] = {}
    out = []
    for group in groups:
        members = list(group)
        taken = {(p.report, p.span) for p in group}
        for passage in group:
            for number, row in by_leader.get((passage.reading, passage.row), []):
                if (number, row) not in cut:
                    here = statements.get(readings[number].report.id, ())
                    cut[number, row] = of_sentence(readings[number], number, row, here)
                best = max(
                    cut[number, row],
                    key=lambda q: (_alike(passage, q), -q.span.start),
                    default=None,
                )
                if best is not None and _alike(passage, best) >= _SHARED and (best.report, best.span) not in taken:
                    members.append(best)
                    taken.add((best.report, best.span))
        out.append(members)
    return out


# A follower's passage must share this much of its words with the passage it follows: sentences this near differ in a
# clause or two, and the clause that says something else must stay out.
_SHARED = 0.4


def _alike(a: Passage, b: Passage) -> float:
    return len(a.lemmas & b.lemmas) / max(1, len(a.lemmas | b.lemmas)) if a.kind == b.kind else 0.0
