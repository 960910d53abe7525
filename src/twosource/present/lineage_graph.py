"""Origins and lineage -> a graph of who had it from whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from twosource.model import Origin, Report
from twosource.present import phrases
from twosource.present.index import Index
from twosource.present.lineage_forest import forest
from twosource.present.lineage_parts import Graph, Link, Node
from twosource.text.wording import content_words, stem, words


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
    return forest(build.nodes, build.links, {f"r{r.id}": r.published or "9999" for r in index.kept})


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


def what_was_gathered(label: str, gathered_by: str) -> str:
    """An origin's label without the name of who gathered it, which stands beside it: ``interview with the mayor``."""
    if not gathered_by or not label.casefold().startswith(gathered_by.casefold()):
        return label
    return re.sub(r"^\s*(?:\([^()]*\))?[\s:–-]*", "", label[len(gathered_by) :])


def _report_node(index: Index, report: Report) -> Node:
    claims = len({claim.id for claim, _, _ in index.evidence_in.get(report.id, ())})
    parts = (phrases.date(report.published, ""), phrases.counted(claims, "claim") if claims else "")
    note = " · ".join(part for part in parts if part)
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
            "not among the files" if outlet else f"{source.kind}, no origin known" if source else "",
            f"#s{index.source_number.get(source_id, 0)}",
            in_hand=not outlet,
        )
    return key


def _origin_node(index: Index, origin: Origin) -> Node:
    letter = index.origin_letter[origin.id]
    claims, other = len(index.claims_of_origin.get(origin.id, ())), len(index.claims_touched.get(origin.id, ()))
    note = f"supports {phrases.counted(claims, 'claim')}" if claims else ""
    note = note or (f"speaks to {phrases.counted(other, 'claim')}" if other else "behind no claim")
    gathered_by = index.source_name(origin.gathered_by) if origin.gathered_by else ""
    what = what_was_gathered(origin.label, gathered_by)
    about = note if gathered_by and claims else ""
    return Node(
        f"o{origin.id}",
        "origin",
        origin.label,
        note,
        f"#o{letter}",
        letter,
        short=gathered_by or origin.label,
        about=f"{phrases.counted(claims, 'claim')} · {what}" if about and what else note,
        in_hand=origin.report is not None or not gathered_by,
        count=claims,
    )


def _add_origin(build: _Building, origin: Origin, original: dict[str, int]) -> None:
    index = build.index
    key = f"o{origin.id}"
    build.nodes[key] = _origin_node(index, origin)
    if origin.report in index.reports and f"r{origin.report}" in build.nodes:
        build.links.append(Link(key, f"r{origin.report}", "original", original.get(origin.report or "")))
        return
    if origin.gathered_by and f"s{origin.gathered_by}" in build.nodes:
        _stand_for(build, key, f"s{origin.gathered_by}")
        return
    in_hand = index.reports_of_outlet.get(origin.gathered_by or "", ())
    if in_hand:  # the outlet's own first-hand report is not told apart: its earliest stands for it
        build.links.append(Link(key, f"r{in_hand[0].id}", "original", original.get(in_hand[0].id)))
        return
    carriers = index.reports_of_origin.get(origin.id, [])
    through = _document_for(build, origin, set(carriers))
    if through:
        _stand_for(build, key, through)
        return
    ends = {link.end for link in build.links}
    bare = [r for r in carriers if f"r{r}" in build.nodes and f"r{r}" not in ends] or carriers[:1]
    build.links.extend(Link(key, f"r{r}", "cites", None) for r in bare if f"r{r}" in build.nodes)


def _stand_for(build: _Building, key: str, other: str) -> None:
    """An origin and the outlet or document that it was gathered by are one node, with the links of both."""
    build.links[:] = [Link(key, k.end, k.relation, k.edge) if k.start == other else k for k in build.links]
    del build.nodes[other]


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
