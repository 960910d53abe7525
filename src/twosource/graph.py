"""Verified edges and cannot-link pairs to groups, with the edges that made them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, NamedTuple, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Edge(NamedTuple, Generic[Node]):
    """Two nodes that belong together, how sure that is (0..1), and why."""

    a: Node
    b: Node
    score: float
    reason: object = None


class Group(NamedTuple, Generic[Node]):
    """Nodes that were joined, in the order given, and the edges that joined them, strongest first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge[Node], ...]


def group(
    nodes: Iterable[Node], edges: Iterable[Edge[Node]], *, cannot: Iterable[tuple[Node, Node]] = ()
) -> list[Group[Node]]:
    """The connected groups under ``edges``, taken strongest first, never joining a cannot-link pair.

    An edge whose two groups hold a cannot-link pair is dropped (Wagstaff et al., ICML 2001). Ties are broken by the
    nodes' order in ``nodes``, so the same input gives the same groups. Cost: n log n in the edges, and each merge
    moves the smaller group's cannot-link set.
    """
    order = {node: i for i, node in enumerate(nodes)}
    parent = list(range(len(order)))
    members: list[list[int]] = [[i] for i in range(len(order))]
    apart: list[set[int]] = [set() for _ in order]
    used: list[list[Edge[Node]]] = [[] for _ in order]

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in cannot:
        if a in order and b in order and a != b:
            apart[order[a]].add(order[b])
            apart[order[b]].add(order[a])

    def rank(edge: Edge[Node]) -> tuple[float, int, int]:
        x, y = order[edge.a], order[edge.b]
        return (-edge.score, min(x, y), max(x, y))

    for edge in sorted((e for e in edges if e.a in order and e.b in order), key=rank):
        x, y = root(order[edge.a]), root(order[edge.b])
        if x == y:
            continue
        if len(members[x]) + len(apart[x]) < len(members[y]) + len(apart[y]):
            x, y = y, x
        if y in apart[x]:
            continue
        parent[y] = x
        members[x] += members[y]
        used[x] += [*used[y], edge]
        for other in apart[y]:  # whoever must stay away from y must now stay away from x
            apart[other].discard(y)
            apart[other].add(x)
        apart[x] |= apart[y]
        members[y], apart[y], used[y] = [], set(), []
    names = list(order)
    return [
        Group(tuple(names[i] for i in sorted(found)), tuple(sorted(used[k], key=rank)))
        for k, found in sorted(enumerate(members), key=lambda item: min(item[1], default=-1))
        if found
    ]
