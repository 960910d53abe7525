"""The lineage graph -> where its boxes and curves stand: origins left, what was made of them to the right."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Relation
from twosource.present import phrases
from twosource.present.index import Index
from twosource.present.lineage_fold import folded
from twosource.present.lineage_layout import layered
from twosource.present.lineage_parts import Graph, Link, Node

# Lengths in the picture's own units, which are pixels at full width.
WIDTH, BOX, LEAST_BOX, GAP, ROOM, HEIGHT, MARGIN, LANE = 1060, 270, 190, 54, 11, 40, 4, 12
# Width of a character in the system sans of 12.5 px bold, 12.5 px plain and 11.5 px, measured with wide letters.
BOLD, PLAIN, SMALL = 7.9, 6.9, 5.7
# How straight a link is drawn: what a report rests on as a whole before what it takes a part from.
STRAIGHT: dict[Relation, float] = {"original": 3.0, "relays": 3.0, "cites": 1.0}
# Columns drawn; a longer chain of retellings goes on in the last one.
COLUMNS = 6
# Reports of a folded box that are drawn one stroke each; what is more than fits is only counted.
STROKES = 40


@dataclass(frozen=True)
class Box:
    """A node as drawn: its corner, its lines of text, the strokes for the reports it stands for, what it says."""

    node: Node
    x: float
    y: float
    width: float
    lines: tuple[str, ...]
    strokes: str
    label: str


@dataclass(frozen=True)
class Curve:
    """A link as drawn, with what it says."""

    path: str
    relation: Relation
    href: str
    label: str


@dataclass(frozen=True)
class Picture:
    """All boxes and curves, and the room they take."""

    width: float
    height: float
    box_height: float
    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]


def lineage_picture(index: Index, graph: Graph) -> Picture:
    """Boxes in columns by the longest way from an origin, placed so that few curves cross and none runs under a box."""
    graph = folded(index, graph)
    column = _columns(graph)
    columns = max(column.values(), default=0) + 1
    width = max(WIDTH, columns * LEAST_BOX + (columns - 1) * GAP)
    box = min(BOX, (width - (columns - 1) * GAP - 2 * MARGIN) / columns)
    step = (width - 2 * MARGIN - box) / max(1, columns - 1)
    ordered = {key: column[key] for key in _order(graph)}
    links = [link for link in graph.links if link.start in column and link.end in column]
    placed = layered(
        ordered, [(k.start, k.end, STRAIGHT[k.relation]) for k in links], height=HEIGHT, gap=ROOM, lane=LANE
    )
    at = {key: (MARGIN + column[key] * step, MARGIN + placed.middle[key] + HEIGHT / 2) for key in ordered}
    ports = _ports(links, at)
    curves = []
    for n, link in enumerate(links):
        passing = [(MARGIN + c * step, MARGIN + y + HEIGHT / 2) for c, y in placed.passing[n]]
        (x1, y1), (x2, y2) = at[link.start], at[link.end]
        out, into = ports[n]
        path = _path([(x1 + box, y1 + out), *passing, (x2 - 5, y2 + into)], box)
        href = f"#l{link.edge}" if link.edge else graph.nodes[link.start].href
        curves.append(Curve(path, link.relation, href, _said(graph, link)))
    boxes = [_box(graph.nodes[key], x, y - HEIGHT / 2, box) for key, (x, y) in at.items()]
    boxes.sort(key=lambda b: (b.x, b.y))
    height = 2 * MARGIN + max((b.y for b in boxes), default=0) + HEIGHT - MARGIN
    return Picture(round(width, 1), round(height, 1), HEIGHT, tuple(boxes), tuple(curves))


def _said(graph: Graph, link: Link) -> str:
    a, b = graph.nodes[link.start], graph.nodes[link.end]
    if link.relation == "original":
        return f"{b.title} gathered this itself: {a.title}"
    return f"{b.title} {link.relation} {a.title}"


def _order(graph: Graph) -> list[str]:
    """The nodes as a reader of the forest meets them."""
    found: dict[str, None] = {}
    todo = [*reversed(graph.roots)]
    while todo:
        key = todo.pop()
        if key in graph.nodes and key not in found:
            found[key] = None
            todo.extend(reversed(graph.children.get(key, ())))
    return [*found, *(key for key in graph.nodes if key not in found)]


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

    for key, node in graph.nodes.items():
        column[key] = max(of(key), 1 if node.kind == "report" and graph.links else 0)
    return column


def _ports(links: list[Link], at: dict[str, tuple[float, float]]) -> list[tuple[float, float]]:
    """How far from the middle of its two boxes each link leaves and arrives, so that neighbours can be told apart."""
    leaving: dict[str, list[int]] = defaultdict(list)
    arriving: dict[str, list[int]] = defaultdict(list)
    for n, link in enumerate(links):
        leaving[link.start].append(n)
        arriving[link.end].append(n)
    out, into = [0.0] * len(links), [0.0] * len(links)
    for found, shift, other in ((leaving, out, "end"), (arriving, into, "start")):
        for members in found.values():
            members.sort(key=lambda n: (at[getattr(links[n], other)][1], n))
            apart = min(7.0, (HEIGHT - 12) / max(1, len(members) - 1))
            for place, n in enumerate(members):
                shift[n] = (place - (len(members) - 1) / 2) * apart
    return list(zip(out, into, strict=True))


def _path(points: list[tuple[float, float]], box: float) -> str:
    """A curve from the first point through the columns it passes, level where it passes one, to the last."""
    x, y = points[0]
    path = f"M{x:.0f} {y:.1f}"
    for n, (to_x, to_y) in enumerate(points[1:], 1):
        bend = max(24.0, (to_x - x) / 2) if to_x > x else 60.0
        path += f"C{x + bend:.0f} {y:.1f} {to_x - bend:.0f} {to_y:.1f} {to_x:.0f} {to_y:.1f}"
        x, y = to_x, to_y
        if n < len(points) - 1:
            x += box
            path += f"H{x:.0f}"
    return path


def _box(node: Node, x: float, y: float, width: float) -> Box:
    room = width - (54 if node.letter else 32 if node.kind == "group" else 17)
    title, about = node.short or node.title, node.about or node.note
    first, second = _cut(title, int(room / (BOLD if node.kind in {"report", "origin"} else PLAIN)))
    rest = f"{second} · {about}" if second and about else second or about
    lines = (first, phrases.shortened(rest, int(room / SMALL))) if rest and not _struck(node) else (first,)
    label = f"Origin {node.letter}: {node.title}" if node.letter else node.title
    said = ", ".join(part for part in (label, node.note or node.about) if part)
    return Box(node, round(x, 1), round(y, 1), round(width, 1), lines, _strokes(node, width), said)


def _struck(node: Node) -> bool:
    return node.kind == "report" and node.count > 1 and not node.about


def _strokes(node: Node, width: float) -> str:
    """The path of a row of strokes, one a report, under the text of a folded box."""
    if not _struck(node):
        return ""
    apart = min(5.0, (width - 24) / min(node.count, STROKES))
    return "".join(f"M{11 + n * apart:.1f} 0v7" for n in range(min(node.count, STROKES)))


def _cut(text: str, room: int) -> tuple[str, str]:
    """The words that fit one line, and the rest."""
    flat = " ".join(text.split())
    if len(flat) <= room:
        return flat, ""
    space = flat.rfind(" ", 0, room + 1)
    if space < room // 2:
        return phrases.shortened(flat, room), ""
    return flat[:space], flat[space + 1 :]
