"""The lineage graph -> where its boxes and curves stand: origins left, what was made of them to the right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Relation
from twosource.present import phrases
from twosource.present.index import Index
from twosource.present.lineage_graph import Graph, Link, Node
from twosource.present.lineage_tree import fold, folded_text

# Lengths in the picture's own units, which are pixels at full width.
WIDTH, BOX, GAP, ROW, HEIGHT, MARGIN = 1060, 250, 74, 62, 50, 6
# Characters of 12.5 px system sans that fit a box of BOX units, measured with wide letters.
CHARACTERS = 32
# Roots drawn before the rest is folded into one box: what fits two screens.
ROOTS = 14
# Columns drawn; a longer chain of retellings goes on in the last one.
COLUMNS = 6


@dataclass(frozen=True)
class Box:
    """A node as drawn: its corner, its lines of text and what a click opens."""

    node: Node
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Curve:
    """A link as drawn, with what it says."""

    path: str
    relation: Relation
    href: str
    label: str
    main: bool


@dataclass(frozen=True)
class Picture:
    """All boxes and curves, and the room they take."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    left_out: str


def lineage_picture(index: Index, graph: Graph) -> Picture:
    """Boxes in columns by the longest way from an origin, rows by the tree, so that no main curve crosses another."""
    graph, left_out = _folded(index, graph)
    column = _columns(graph)
    row = _rows(graph)
    columns = max(column.values(), default=0) + 1
    width = max(WIDTH, columns * 190 + (columns - 1) * GAP)
    box = min(BOX, (width - (columns - 1) * GAP - 2 * MARGIN) / columns)
    step = (width - 2 * MARGIN - box) / max(1, columns - 1) if columns > 1 else 0
    at = {key: (MARGIN + column[key] * step, MARGIN + row[key] * ROW) for key in row}
    boxes = tuple(_box(graph.nodes[key], *at[key], box) for key in sorted(at, key=lambda k: (row[k], column[k])))
    curves = []
    for link in graph.links:
        if link.start in at and link.end in at:
            (x1, y1), (x2, y2) = at[link.start], at[link.end]
            path = _curve(x1 + box, y1 + HEIGHT / 2, x2 - 5, y2 + HEIGHT / 2)
            main = graph.parent.get(link.end) == link
            href = f"#l{link.edge}" if link.edge else graph.nodes[link.start].href
            curves.append(Curve(path, link.relation, href, _said(graph, link.start, link.end, link.relation), main))
    curves.sort(key=lambda c: c.main)
    height = 2 * MARGIN + (max(row.values(), default=0) + 1) * ROW - (ROW - HEIGHT)
    return Picture(width, height, boxes, tuple(curves), left_out)


def _said(graph: Graph, start: str, end: str, relation: Relation) -> str:
    a, b = graph.nodes[start], graph.nodes[end]
    if relation == "original":
        return f"{b.title} gathered this itself: {a.title}"
    return f"{b.title} {relation} {a.title}"


def _folded(index: Index, graph: Graph) -> tuple[Graph, str]:
    """The graph with many leaves of one parent, and many roots, made into one box each."""
    nodes, children = dict(graph.nodes), dict(graph.children)
    parent, gone, links = dict(graph.parent), set(), list(graph.links)
    for key, kids in graph.children.items():
        shown, away = fold(index, graph, kids)
        if away:
            new = f"f{key}"
            first_link = graph.parent[away[0]]
            nodes[new] = Node(
                new, "report", folded_text(index, away), "open the list", f"#f{graph.nodes[key].href[1:]}"
            )
            link = Link(key, new, first_link.relation, None)
            children[key], parent[new] = (*shown, new), link
            links.append(link)
            gone |= set(away)
    joined = {k.start for k in graph.links} | {k.end for k in graph.links}
    lone = [k for k in graph.roots if k not in joined and nodes[k].kind == "report"]
    idle = [k for k in graph.roots if k not in joined and nodes[k].kind != "report"]
    gone |= set(idle)
    roots = [k for k in graph.roots if k in joined]
    said = []
    if len(roots) > ROOTS:
        order = {key: n for n, key in enumerate(nodes)}
        size = {key: len(_below(children, [key])) for key in roots}
        first = sorted(roots, key=lambda k: (size[k] == 1, nodes[k].kind != "origin", -size[k], order[k]))
        cut = set(first[ROOTS:])
        gone |= _below(children, sorted(cut))
        origins = sum(nodes[k].kind == "origin" for k in cut)
        what = "further origin" if origins else "further source"
        said.append(f"{phrases.counted(origins or len(cut), what)} not drawn, listed below")
        roots = [k for k in roots if k not in cut]
    if lone:
        gone |= set(lone)
        names = phrases.counted(
            len(lone), "report names nobody it had this from", "reports name nobody they had this from"
        )
        said.append(names)
    links = [k for k in links if k.start not in gone and k.end not in gone]
    kept = {k: v for k, v in nodes.items() if k not in gone}
    return Graph(
        kept, tuple(links), parent, {k: v for k, v in children.items() if k not in gone}, tuple(roots)
    ), "; ".join(said)


def _below(children: dict[str, tuple[str, ...]], keys: list[str]) -> set[str]:
    found, todo = set(), list(keys)
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            todo.extend(children.get(key, ()))
    return found


def _columns(graph: Graph) -> dict[str, int]:
    """Longest way from a root over all links; a link that would close a circle does not count."""
    starts: dict[str, list[str]] = defaultdict(list)
    for link in graph.links:
        starts[link.end].append(link.start)
    column: dict[str, int] = {}
    walking: set[str] = set()

    def of(key: str) -> int:
        if key in column:
            return column[key]
        walking.add(key)
        above = [start for start in starts[key] if start not in walking] if len(walking) < 50 else []
        found = min(COLUMNS - 1, 1 + max((of(start) for start in above), default=-1))
        walking.discard(key)
        column[key] = found
        return found

    for key in graph.nodes:
        of(key)
    return column


def _rows(graph: Graph) -> dict[str, float]:
    """A row for every leaf of the tree, top to bottom; a parent stands at the middle of its children."""
    row: dict[str, float] = {}
    following = 0

    def place(key: str) -> None:
        nonlocal following
        kids = [kid for kid in graph.children.get(key, ()) if kid in graph.nodes]
        for kid in kids:
            place(kid)
        if kids:
            row[key] = (row[kids[0]] + row[kids[-1]]) / 2
        else:
            row[key] = following
            following += 1

    for root in graph.roots:
        place(root)
    return row


def _box(node: Node, x: float, y: float, width: float) -> Box:
    room = int(CHARACTERS * width / BOX) - (6 if node.letter else 2 if node.kind == "report" else 0)
    title = _wrapped(node.title, room, 2)
    named = f"Origin {node.letter}: {node.title}" if node.letter else node.title
    lines = (*title, node.note) if node.note else title
    label = f"{named}, {node.note}" if node.note else named
    return Box(node, round(x, 1), round(y, 1), round(width, 1), lines, label)


def _wrapped(text: str, room: int, lines: int) -> tuple[str, ...]:
    found: list[str] = []
    rest = " ".join(text.split())
    while rest and len(found) < lines:
        if len(rest) <= room or len(found) == lines - 1:
            found.append(phrases.shortened(rest, room))
            break
        cut = rest.rfind(" ", 0, room + 1)
        cut = cut if cut > 0 else room
        found.append(rest[:cut])
        rest = rest[cut:].lstrip()
    return tuple(found)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    bend = max(30.0, abs(x2 - x1) / 2) if x2 > x1 else 60.0
    return f"M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} {x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"
