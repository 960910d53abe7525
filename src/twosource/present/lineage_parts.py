"""The values a lineage is made of: nodes, links, and the graph with the forest that a reader can follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from twosource.model import Relation

NodeKind = Literal["origin", "report", "absent", "document", "group"]


@dataclass(frozen=True)
class Node:
    """An origin, a report, an outlet that is not in hand, a document, or a group of origins that one report cites.

    ``title`` is what it is called, ``note`` what is known of it; ``short`` and ``about`` say the same where room is
    scarce. ``count`` are the reports or origins that it stands for.
    """

    key: str
    kind: NodeKind
    title: str
    note: str
    href: str
    letter: str | None = None
    short: str = ""
    about: str = ""
    in_hand: bool = True
    count: int = 1


@dataclass(frozen=True)
class Link:
    """From whom (node key), to whom (node key), how; ``edge`` is the lineage edge's number where one says so."""

    start: str
    end: str
    relation: Relation
    edge: int | None


@dataclass(frozen=True)
class Graph:
    """Nodes by key, every link, and the tree over them: each node's first parent, children in order, roots in order.

    ``groups`` are the nodes that a group stands for; they hang on nothing and are no roots.
    """

    nodes: dict[str, Node]
    links: tuple[Link, ...]
    parent: dict[str, Link]
    children: dict[str, tuple[str, ...]]
    roots: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
