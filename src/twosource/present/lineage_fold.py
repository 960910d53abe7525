"""The lineage graph -> as much of it as a picture can show: many of a kind become one box that opens the list."""

from __future__ import annotations

from twosource.present import phrases
from twosource.present.index import Index
from twosource.present.lineage_parts import Graph, Link, Node
from twosource.present.lineage_tree import fold, folded_text, unfolded

# Roots drawn before the rest is folded into one box: what fits two screens.
ROOTS = 14


def folded(index: Index, graph: Graph) -> Graph:
    """The graph with the leaves of one parent, the small origins of one report, the reports that name nobody and the
    roots past the first made into one box each. A box leads to the list that spells it out.
    """
    nodes, links, parent, children = dict(graph.nodes), list(graph.links), dict(graph.parent), dict(graph.children)
    gone: set[str] = set()
    most = unfolded(graph)
    for key, members in graph.groups.items():
        gone |= set(members)
        fed = next(link for link in graph.links if link.start == members[0])
        links.append(Link(key, fed.end, "cites", None))
    for key, kids in graph.children.items():
        shown, away = fold(graph, kids, most)
        if away:
            box = f"f{key}"
            href = f"#f{graph.nodes[key].href[1:]}"
            nodes[box] = Node(box, "report", folded_text(index, away, more=most > 0), "", href, count=len(away))
            link = Link(key, box, graph.parent[away[0]].relation, None)
            children[key], parent[box] = (*shown, box), link
            links.append(link)
            gone |= set(away)
    joined = {k.start for k in graph.links} | {k.end for k in graph.links} | set(graph.groups)
    lone = [k for k in graph.roots if k not in joined]
    roots = [k for k in graph.roots if k in joined]
    gone |= set(lone)
    cut = _least(nodes, children, roots)
    gone |= _below(children, sorted(cut))
    roots = [k for k in roots if k not in cut]
    for rest in (_silent(index, [k for k in lone if nodes[k].kind == "report"]), _further(nodes, sorted(cut))):
        if rest:
            nodes[rest.key] = rest
            roots.append(rest.key)
    return Graph(
        {k: v for k, v in nodes.items() if k not in gone},
        tuple(k for k in links if k.start not in gone and k.end not in gone),
        parent,
        {k: v for k, v in children.items() if k not in gone},
        tuple(roots),
        graph.groups,
    )


def _least(nodes: dict[str, Node], children: dict[str, tuple[str, ...]], roots: list[str]) -> set[str]:
    """The roots past ``ROOTS``: what least hangs on, origins last."""
    order = {key: n for n, key in enumerate(nodes)}
    size = {key: len(_below(children, [key])) for key in roots}
    first = sorted(roots, key=lambda k: (size[k] == 1, nodes[k].kind != "origin", -size[k], order[k]))
    return set(first[ROOTS:])


def _silent(index: Index, keys: list[str]) -> Node | None:
    """The box of the reports that name nobody they had this from."""
    if not keys:
        return None
    what = folded_text(index, tuple(keys), more=False)
    return Node("alone", "report", what, "", "#alone", about="nobody named they had it from", count=len(keys))


def _further(nodes: dict[str, Node], keys: list[str]) -> Node | None:
    """The box of the origins, and what hangs on them, that are only listed."""
    if not keys:
        return None
    origins = sum(nodes[k].kind == "origin" for k in keys)
    what = phrases.counted(origins or len(keys), "further origin" if origins else "further source")
    return Node("further", "group", what, "", "#words", short=what, about="listed below", count=len(keys))


def _below(children: dict[str, tuple[str, ...]], keys: list[str]) -> set[str]:
    found, todo = set(), list(keys)
    while todo:
        key = todo.pop()
        if key not in found:
            found.add(key)
            todo.extend(children.get(key, ()))
    return found
