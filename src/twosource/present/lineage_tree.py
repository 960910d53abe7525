"""The lineage graph -> a nested list: the picture's text, its evidence, and the picture itself on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Place, Relation
from twosource.present import phrases
from twosource.present.context import Context
from twosource.present.index import Index
from twosource.present.lineage_graph import Graph, Node

# Leaves of one parent that are shown one by one before the rest is folded into one line.
UNFOLDED, UNFOLDED_BIG = 6, 0
# Places shown for one link, each with its words: the first says it, the rest only repeat it.
PLACES, PLACES_BIG = 6, 1


@dataclass(frozen=True)
class Quote:
    """The words a link rests on and where they stand."""

    context: Context
    target: str
    outlet: str


@dataclass(frozen=True)
class Why:
    """One lineage edge in words: how, from whom, why, and the words it rests on."""

    number: int
    relation: Relation
    source: str
    source_number: int | None
    reason: str
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True)
class Branch:
    """A node with the edges that lead to it, what hangs on it, and the leaves that are folded away.

    ``feeds`` are the reports it also went into, that hang elsewhere: name and anchor each.
    """

    node: Node
    relation: Relation | None
    whys: tuple[Why, ...]
    feeds: tuple[tuple[str, str], ...]
    children: tuple[Branch, ...]
    folded: tuple[Branch, ...]
    folded_text: str


def lineage_tree(index: Index, graph: Graph) -> tuple[list[Branch], list[Branch]]:
    """The forest as Branches, and apart from it the reports that name nobody they had it from."""
    whys = _whys(index)
    feeds = _feeds(graph)
    branches = [_branch(index, graph, key, (whys, feeds)) for key in graph.roots]
    alone = [b for b in branches if b.node.kind == "report" and not b.children]
    return [b for b in branches if b not in alone] if len(alone) < 50 else _without(branches, alone), alone


def fold(index: Index, graph: Graph, keys: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which of a node's children are shown and which folded: leaves past the first few."""
    most = UNFOLDED_BIG if index.big else UNFOLDED
    leaves = [key for key in keys if not graph.children.get(key) and graph.nodes[key].kind == "report"]
    if len(leaves) <= most + 1:
        return keys, ()
    away = set(leaves[most:])
    return tuple(key for key in keys if key not in away), tuple(key for key in keys if key in away)


def folded_text(index: Index, keys: tuple[str, ...]) -> str:
    """``37 more reports of 30 outlets``; without ``more`` where none is shown beside them."""
    outlets = len({index.outlet(key[1:]) for key in keys})
    what = "report" if index.big else "more report"
    return f"{phrases.counted(len(keys), what)} of {phrases.counted(outlets, 'outlet')}" if keys else ""


def _without(branches: list[Branch], alone: list[Branch]) -> list[Branch]:
    keys = {b.node.key for b in alone}
    return [b for b in branches if b.node.key not in keys]


def _feeds(graph: Graph) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for link in graph.links:
        if graph.parent.get(link.end) != link:
            anchor = f"l{link.edge}" if link.edge else graph.nodes[link.end].href[1:]
            found.setdefault(link.start, []).append((graph.nodes[link.end].title, anchor))
    return found


def _branch(
    index: Index, graph: Graph, key: str, told: tuple[dict[str, list[Why]], dict[str, list[tuple[str, str]]]]
) -> Branch:
    whys, feeds = told
    shown, away = fold(index, graph, graph.children.get(key, ()))
    link = graph.parent.get(key)
    return Branch(
        node=graph.nodes[key],
        relation=link.relation if link else None,
        whys=tuple(whys.get(key, ())),
        feeds=tuple(feeds.get(key, ())),
        children=tuple(_branch(index, graph, child, told) for child in shown),
        folded=tuple(_branch(index, graph, child, told) for child in away),
        folded_text=folded_text(index, away),
    )


def _whys(index: Index) -> dict[str, list[Why]]:
    most = PLACES_BIG if index.big else PLACES
    found: dict[str, list[Why]] = {}
    for number, edge in enumerate(index.story.lineage, 1):
        quotes = tuple(
            Quote(index.context(place), f"l{number}-{n}", index.outlet(place.report))
            for n, place in enumerate(_distinct(edge.evidence)[:most], 1)
        )
        found.setdefault(f"r{edge.report}", []).append(
            Why(
                number,
                edge.relation,
                index.source_name(edge.from_),
                index.source_number.get(edge.from_),
                edge.reason,
                quotes,
                max(0, len(_distinct(edge.evidence)) - most),
            )
        )
    return found


def _distinct(places: tuple[Place, ...]) -> list[Place]:
    return list(dict.fromkeys(places))
