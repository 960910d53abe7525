"""Origins and lineage -> a graph of who had it from whom, and the forest that a reader can follow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

from twosource.model import Origin, Relation, Report
from twosource.present import phrases
from twosource.present.index import Index
from twosource.text.wording import content_words, stem, words

NodeKind = Literal["origin", "report", "absent", "document"]
# No chain of retellings is told deeper than this: past it a link is drawn, but the report starts a branch of its own.
DEEPEST = 12
_STRENGTH: dict[Relation, int] = {"original": 0, "relays": 1, "cites": 2}


@dataclass(frozen=True)
class Node:
    """An origin, a report, an outlet that is not in hand, or a document: what it is called, and what is known of it."""

    key: str
    kind: NodeKind
    title: str
    note: str
    href: str
    letter: str | None = None


@dataclass(frozen=True)
class Link:
    """From whom (node key), to whom (node key), how; ``edge`` is the lineage edge's number where one says so."""

    start: str
    end: str
    relation: Relation
    edge: int | None


@dataclass(frozen=True)
class Graph:
    """Nodes by key, every link, and the tree over them: each node's first parent, children in order, roots in order."""

    nodes: dict[str, Node]
    links: tuple[Link, ...]
    parent: dict[str, Link]
    children: dict[str, tuple[str, ...]]
    roots: tuple[str, ...]


@dataclass
class _Building:
    index: Index
    nodes: dict[str, Node] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def lineage_graph(index: Index) -> Graph:
    """The story's lineage as a Graph: origins first among the roots, each by how much hangs on it."""
    build = _Building(index)
    for report in index.kept:
        build.nodes[f"r{report.id}"] = _report_node(index, report)
    kept = {report.id for report in index.kept}
    for number, edge in enumerate(index.story.lineage, 1):
        if edge.report not in kept or edge.relation == "original":
            continue
        start = _node_of_source(build, edge.from_, edge.report)
        if start != f"r{edge.report}":
            build.links.append(Link(start, f"r{edge.report}", edge.relation, number))
    original = {e.report: n for n, e in enumerate(index.story.lineage, 1) if e.relation == "original"}
    for origin in sorted(
        index.story.origins, key=lambda o: (len(index.origin_letter[o.id]), index.origin_letter[o.id])
    ):
        _add_origin(build, origin, original)
    return _forest(build)


def absent(index: Index) -> list[tuple[Origin, list[Report]]]:
    """Origins whose first-hand report is not among the files, with the reports that carry them; most claims first."""
    found = []
    for origin in index.story.origins:
        reports = [index.reports[r] for r in index.reports_of_origin.get(origin.id, ())]
        known = origin.report is not None or index.reports_of_outlet.get(origin.gathered_by or "")
        if not known and (reports or origin.gathered_by):
            found.append((origin, reports))
    return sorted(
        found,
        key=lambda pair: (-len(index.claims_of_origin.get(pair[0].id, ())), -len(pair[1]), pair[0].label, pair[0].id),
    )


def _report_node(index: Index, report: Report) -> Node:
    claims = len({claim.id for claim, _, _ in index.evidence_in.get(report.id, ())})
    note = " · ".join(
        part
        for part in (phrases.date(report.published, ""), phrases.counted(claims, "claim") if claims else "")
        if part
    )
    return Node(f"r{report.id}", "report", index.outlet(report.id), note, f"#r{index.report_number[report.id]}")


def _node_of_source(build: _Building, source_id: str, report_id: str) -> str:
    index = build.index
    in_hand = [r for r in index.reports_of_outlet.get(source_id, ()) if r.id != report_id]
    if in_hand:
        first_hand = {origin.report for origin in index.story.origins if origin.gathered_by == source_id}
        best = min(in_hand, key=lambda r: (r.id not in first_hand, r.published or "9999", r.id))
        return f"r{best.id}"
    key = f"s{source_id}"
    if key not in build.nodes:
        source = index.sources.get(source_id)
        outlet = source is None or source.kind == "outlet"
        build.nodes[key] = Node(
            key,
            "absent" if outlet else "document",
            index.source_name(source_id),
            "not among the files" if outlet else source.kind if source else "",
            f"#s{index.source_number.get(source_id, 0)}",
        )
    return key


def _add_origin(build: _Building, origin: Origin, original: dict[str, int]) -> None:
    index = build.index
    key = f"o{origin.id}"
    letter = index.origin_letter[origin.id]
    claims, other = len(index.claims_of_origin.get(origin.id, ())), len(index.claims_touched.get(origin.id, ()))
    note = f"supports {phrases.counted(claims, 'claim')}" if claims else ""
    note = note or (f"speaks to {phrases.counted(other, 'claim')}" if other else "behind no claim")
    build.nodes[key] = Node(key, "origin", origin.label, note, f"#o{letter}", letter)
    if origin.report in index.reports and f"r{origin.report}" in build.nodes:
        build.links.append(Link(key, f"r{origin.report}", "original", original.get(origin.report or "")))
        return
    if origin.gathered_by and f"s{origin.gathered_by}" in build.nodes:
        build.links.append(Link(key, f"s{origin.gathered_by}", "original", None))
        return
    in_hand = index.reports_of_outlet.get(origin.gathered_by or "", ())
    if in_hand:  # the outlet's own first-hand report is not told apart: its earliest stands for it
        build.links.append(Link(key, f"r{in_hand[0].id}", "original", original.get(in_hand[0].id)))
        return
    carriers = index.reports_of_origin.get(origin.id, [])
    through = _document_for(build, origin, set(carriers))
    if through:  # the document is the origin: one node, with the links of both
        build.links[:] = [Link(key, k.end, k.relation, k.edge) if k.start == through else k for k in build.links]
        del build.nodes[through]
        return
    ends = {link.end for link in build.links}
    bare = [r for r in carriers if f"r{r}" in build.nodes and f"r{r}" not in ends] or carriers[:1]
    build.links.extend(Link(key, f"r{r}", "cites", None) for r in bare if f"r{r}" in build.nodes)


def _document_for(build: _Building, origin: Origin, carriers: set[str]) -> str | None:
    """The node of the document behind an origin that names no gatherer: cited by a carrier, worded like the label."""
    label = {stem(w.key) for w in content_words(words(origin.label))}
    taken = {link.end for link in build.links if link.relation == "original"}
    best: tuple[int, str] | None = None
    for link in build.links:
        node = build.nodes.get(link.start)
        if node is None or node.kind in {"report", "origin"} or link.start in taken:
            continue
        if carriers and link.end[1:] not in carriers:
            continue
        shared = len(label & {stem(w.key) for w in content_words(words(node.title))})
        if shared and (best is None or (-shared, link.start) < best):
            best = (-shared, link.start)
    return best[1] if best else None


def _forest(build: _Building) -> Graph:
    parent: dict[str, Link] = {}
    candidates: dict[str, list[Link]] = defaultdict(list)
    for link in build.links:
        candidates[link.end].append(link)
    order = {key: n for n, key in enumerate(build.nodes)}
    for end in sorted(candidates):
        for link in sorted(candidates[end], key=lambda k: (_STRENGTH[k.relation], k.edge or 0, order[k.start])):
            above = _ancestors(parent, link.start)
            if end not in above and len(above) < DEEPEST:
                parent[end] = link
                break
    children: dict[str, list[str]] = defaultdict(list)
    for end, link in parent.items():
        children[link.start].append(end)
    size: dict[str, int] = {}

    def weight(key: str) -> int:
        if key not in size:
            size[key] = 0  # never read back: the forest has no cycle
            size[key] = 1 + sum(weight(child) for child in children.get(key, ()))
        return size[key]

    when = {f"r{r.id}": r.published or "9999" for r in build.index.kept}
    roots = [key for key in build.nodes if key not in parent]
    rank = {"origin": 0, "absent": 1, "document": 2, "report": 3}
    roots.sort(key=lambda k: (rank[build.nodes[k].kind], weight(k) == 1, -weight(k), order[k]))
    roots = _beside_what_they_feed(roots, build.links, parent, children)
    ordered = {key: tuple(sorted(kids, key=lambda k: (when.get(k, ""), order[k]))) for key, kids in children.items()}
    return Graph(build.nodes, tuple(build.links), parent, ordered, tuple(roots))


def _beside_what_they_feed(
    roots: list[str], links: list[Link], parent: dict[str, Link], children: dict[str, list[str]]
) -> list[str]:
    """A root that has no branch of its own but a side link moves next to the branch that it leads into."""
    feeds: dict[str, str] = {}
    for link in links:
        if link.start not in children and link.start not in parent:
            feeds.setdefault(link.start, _ancestors(parent, link.end)[-1])
    after: dict[str, list[str]] = defaultdict(list)
    for root in roots:
        if root in feeds and feeds[root] not in feeds:
            after[feeds[root]].append(root)
    moved = {root for found in after.values() for root in found}
    return [key for root in roots if root not in moved for key in (root, *after.get(root, ()))]


def _ancestors(parent: dict[str, Link], key: str) -> list[str]:
    found = [key]
    while key in parent:
        key = parent[key].start
        found.append(key)
    return found
