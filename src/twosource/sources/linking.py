"""Edges between entities of two reports, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.graph import Edge
from twosource.model import Place, Reason
from twosource.sources.entities import Chains, Entity

Node = tuple[int, int]
"""A report's index and an entity's number in it."""

# Names compared with each other in one block. A larger block's key tells nothing; 100 names are 5,000 comparisons.
BLOCK = 100


class Links(NamedTuple):
    """What one rule found: edges to join, edges to propose only, pairs never to join."""

    edges: list[Edge[Node]]
    proposals: list[Edge[Node]]
    cannot: list[tuple[Node, Node]]


class Story(NamedTuple):
    """All reports' chains and the entities that take part in the joining, in report order."""

    pages: Sequence[Chains]
    entities: Mapping[Node, Entity]

    def edge(self, a: Node, b: Node, score: float, rule: str, text: str) -> Edge[Node]:
        """An edge with a Reason that names both entities' first places."""
        return Edge(a, b, score, Reason(rule, text, min(score, 1.0), (self.place(a), self.place(b))))

    def place(self, node: Node) -> Place:
        """Where an entity is first mentioned."""
        chains = self.pages[node[0]]
        m = chains.entities[node[1]].mentions[0]
        return Place(chains.page.report, m.start, m.end)

    def star(self, blocks: Mapping[str, list[Node]], score: float, rule: str, say: str) -> Iterator[Edge[Node]]:
        """Each block's entities joined to its first: n entities need n - 1 edges."""
        for key in sorted(blocks):
            hub, *rest = blocks[key]
            for node in rest:
                yield self.edge(hub, node, score, rule, say.format(self.entities[hub].full_name or key))


def pairs(blocks: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Each pair of keys that shares a block of bearable size, once."""
    seen: set[tuple[str, str]] = set()
    for mark in sorted(blocks):
        keys = blocks[mark]
        if len(keys) > BLOCK:
            continue
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b
