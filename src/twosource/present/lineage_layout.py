"""Nodes in columns and the links between them -> where each stands, with few links crossing.

Layers, stand-ins for links that pass a column, barycentre ordering and straightening: Sugiyama, Tagawa and Toda, IEEE
Transactions on Systems, Man and Cybernetics 11 (1981). Same input, same drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

Step = tuple[int, int]
"""Where a link passes a column: the link's number, the column's."""

Node = str | Step

# Passes over the columns, there and back; on stories of 5 to 300 reports the best order came within six.
SWEEPS = 8
# Passes that straighten links once the order stands.
STRAIGHTENING = 12
# A link that passes a column is kept this many times straighter than one that ends there: bends in mid-air say nothing.
PASSING = 4.0


class Layout(NamedTuple):
    """The middle of each node, and for each link the heights at which it passes the columns between its ends."""

    middle: dict[str, float]
    passing: list[list[tuple[int, float]]]


def layered(
    column: Mapping[str, int], links: Sequence[tuple[str, str, float]], *, height: float, gap: float, lane: float
) -> Layout:
    """The Layout of nodes whose ``column`` is given, in the order in which they should stand where nothing speaks
    against it. A link is its two ends and how straight it is to be (1 or more). ``height`` is a node's, ``gap`` the
    least room between two, ``lane`` the room of a passing link.
    """
    rows: dict[int, list[Node]] = {n: [] for n in range(max(column.values(), default=-1) + 1)}
    for key in column:
        rows[column[key]].append(key)
    passing: list[list[Step]] = []
    near: dict[Node, list[tuple[Node, float]]] = {}
    for n, (start, end, straight) in enumerate(links):
        chain: list[Step] = [(n, c) for c in range(column[start] + 1, column[end])]
        for step in chain:
            rows[step[1]].append(step)
        ends: list[Node] = [start, *chain, end]
        for a, b in pairwise(ends):
            weight = straight * (PASSING if isinstance(a, tuple) or isinstance(b, tuple) else 1.0)
            near.setdefault(a, []).append((b, weight))
            near.setdefault(b, []).append((a, weight))
        passing.append(chain)
    where = {key: n for n, row in rows.items() for key in row}
    order = _upright(_ordered(list(rows.values()), near, where), column)

    def apart(a: Node, b: Node) -> float:
        return sum((height + gap) / 2 if isinstance(key, str) else lane / 2 for key in (a, b))

    middle = _straightened(order, near, apart)
    least = min((y for key, y in middle.items() if isinstance(key, str)), default=0.0)
    return Layout(
        {key: y - least for key, y in middle.items() if isinstance(key, str)},
        [[(step[1], middle[step] - least) for step in chain] for chain in passing],
    )


def _upright(order: list[list[Node]], column: Mapping[str, int]) -> list[list[Node]]:
    """The same order, turned upside down where that brings what was given first nearer to the top: no link minds."""
    rank = {key: n for n, key in enumerate(column)}
    turned = 0
    for row in order:
        ranks = [rank[key] for key in row if isinstance(key, str)]
        turned += sum(1 if a > b else -1 for n, a in enumerate(ranks) for b in ranks[n + 1 :])
    return [row[::-1] for row in order] if turned > 0 else order


def _ordered(
    rows: list[list[Node]], near: Mapping[Node, list[tuple[Node, float]]], where: Mapping[Node, int]
) -> list[list[Node]]:
    best, least = [list(row) for row in rows], _crossings(rows, near, where)
    order = [list(row) for row in rows]
    for sweep in range(SWEEPS):
        numbers = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for n in numbers:
            at = {key: i for row in order for i, key in enumerate(row)}
            side = 1 if sweep % 2 else -1

            def pull(key: Node, at: Mapping[Node, int] = at, n: int = n, side: int = side) -> float:
                ends = [(at[other], w) for other, w in near.get(key, ()) if (where[other] - n) * side > 0]
                return sum(y * w for y, w in ends) / sum(w for _, w in ends) if ends else at[key]

            order[n] = sorted(order[n], key=pull)
        found = _crossings(order, near, where)
        if found < least:
            best, least = [list(row) for row in order], found
    return best


def _crossings(
    rows: Sequence[Sequence[Node]], near: Mapping[Node, list[tuple[Node, float]]], where: Mapping[Node, int]
) -> int:
    """Pairs of links between neighbouring columns that cross."""
    found = 0
    for left, right in pairwise(rows):
        at = {key: i for i, key in enumerate(right)}
        ends = [sorted(at[b] for b, _ in near.get(a, ()) if where[b] == where[a] + 1) for a in left]
        seen: list[int] = []
        for own in ends:
            found += sum(earlier > end for end in own for earlier in seen)
            seen += own
    return found


def _straightened(
    order: Sequence[Sequence[Node]],
    near: Mapping[Node, list[tuple[Node, float]]],
    apart: Callable[[Node, Node], float],
) -> dict[Node, float]:
    """Heights in the given order: each as near to the middle of its neighbours as the room between two allows."""
    middle: dict[Node, float] = {}
    for row in order:
        y = 0.0
        for n, key in enumerate(row):
            y += apart(row[n - 1], key) if n else 0.0
            middle[key] = y
    for turn in range(STRAIGHTENING):
        for row in order if turn % 2 == 0 else list(reversed(order)):
            wish, weight = [], []
            for key in row:
                ends = near.get(key, ())
                total = sum(w for _, w in ends)
                wish.append(sum(middle[other] * w for other, w in ends) / total if total else middle[key])
                weight.append(total or 0.1)
            steps = [apart(a, b) for a, b in pairwise(row)]
            middle.update(zip(row, spaced(wish, weight, steps), strict=True))
    return middle


def spaced(wish: Sequence[float], weight: Sequence[float], steps: Sequence[float]) -> list[float]:
    """The heights nearest to ``wish`` (least squares by ``weight``) that keep ``steps`` between neighbours.

    With the steps taken off it is an isotonic regression: pool adjacent violators (Barlow et al., 1972).
    """
    offset = [0.0]
    for step in steps:
        offset.append(offset[-1] + step)
    pools: list[tuple[float, float, int]] = []
    for want, heavy, off in zip(wish, weight, offset, strict=False):
        mean, mass, count = want - off, heavy, 1
        while pools and pools[-1][0] >= mean:
            above, more, members = pools.pop()
            mean, mass, count = (above * more + mean * mass) / (more + mass), more + mass, members + count
        pools.append((mean, mass, count))
    flat = [mean for mean, _, count in pools for _ in range(count)]
    return [mean + off for mean, off in zip(flat, offset, strict=False)]
