"""The lineage graph -> a nested list: the picture's text, its evidence, and the picture itself on a phone."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Place, Relation
from twosource.present import phrases
from twosource.present.context import Context
from twosource.present.index import Index
from twosource.present.lineage_parts import Graph, Node

# Leaves of one parent that are shown one by one before the rest is folded into one line, while all leaves together are
# no more than a screen and a half of the picture.
UNFOLDED, LEAVES = 6, 24
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

    ``feeds`` are the reports it also went into, that hang elsewhere: name and anchor each. ``members`` are what a group
    stands for.
    """

    node: Node
    whys: tuple[Why, ...]
    feeds: tuple[tuple[str, str], ...]
    children: tuple[Branch, ...]
    members: tuple[Branch, ...]
    folded: tuple[Branch, ...]
    folded_text: str


@dataclass(frozen=True)
class _Told:
    whys: dict[str, list[Why]]
    feeds: dict[str, list[tuple[str, str]]]
    unfolded: int


def lineage_tree(index: Index, graph: Graph) -> tuple[list[Branch], list[Branch]]:
    """The forest as Branches, and apart from it the reports that name nobody they had it from."""
    told = _Told(_whys(index), _feeds(graph), unfolded(graph))
    branches = [_branch(index, graph, key, told) for key in graph.roots]
    alone = [b for b in branches if b.node.kind == "report" and not b.children]
    return [b for b in branches if b not in alone] if len(alone) < 50 else _without(branches, alone), alone


def unfolded(graph: Graph) -> int:
    """How many leaves of one parent are shown before the rest is folded: fewer where there are many parents."""
    leaves = [
        sum(not graph.children.get(k) and graph.nodes[k].kind == "report" for k in kids)
        for kids in graph.children.values()
    ]
    fits = (most for most in range(UNFOLDED, 0, -1) if sum(min(n, most + 1) for n in leaves) <= LEAVES)
    return next(fits, 0)


def fold(graph: Graph, keys: tuple[str, ...], most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Which of a node's children are shown and which folded: leaves past the first ``most``."""
    leaves = [key for key in keys if not graph.children.get(key) and graph.nodes[key].kind == "report"]
    if len(leaves) <= most + 1:
        return keys, ()
    away = set(leaves[most:])
    return tuple(key for key in keys if key not in away), tuple(key for key in keys if key in away)


def folded_text(index: Index, keys: tuple[str, ...], *, more: bool = True) -> str:
    """``37 more reports of 30 outlets``; without ``more`` where none is shown beside them."""
    outlets = len({index.outlet(key[1:]) for key in keys})
    what = "more report" if more else "report"
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


def _branch(index: Index, graph: Graph, key: str, told: _Told) -> Branch:
    shown, away = fold(graph, graph.children.get(key, ()), told.unfolded)
    return Branch(
        node=graph.nodes[key],
        whys=tuple(told.whys.get(key, ())),
        feeds=tuple(told.feeds.get(key, ())),
        children=tuple(_branch(index, graph, child, told) for child in shown),
        members=tuple(_branch(index, graph, member, told) for member in graph.groups.get(key, ())),
        folded=tuple(_branch(index, graph, child, told) for child in away),
        folded_text=folded_text(index, away, more=told.unfolded > 0),
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
