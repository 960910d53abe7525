"""A lineage's nodes and links -> the forest over them: what hangs on what, and what stands together."""

from __future__ import annotations

from collections import defaultdict

from twosource.model import Relation
from twosource.present import phrases
from twosource.present.lineage_parts import Graph, Link, Node

# No chain of retellings is told deeper than this: past it a link is drawn, but the report starts a branch of its own.
DEEPEST = 12
# So many origins that one report alone cites, each behind at most so many claims, stand as one group: of three tweets
# and a poll in one report none is where the story comes from.
GROUPED, SMALL = 3, 2
_STRENGTH: dict[Relation, int] = {"original": 0, "relays": 1, "cites": 2}
_RANK = {"origin": 0, "absent": 1, "document": 2, "group": 2, "report": 3}


def forest(nodes: dict[str, Node], links: list[Link], when: dict[str, str]) -> Graph:
    """The Graph of nodes and links. ``when`` is the day (ISO) of each report's node: siblings stand by it."""
    nodes, groups = _grouped(nodes, links)
    order = {key: n for n, key in enumerate(nodes)}
    apart = {key for keys in groups.values() for key in keys}
    joined = [link for link in links if link.start not in apart]
    joined += [Link(group, keys_of.end, "cites", None) for group, keys_of in _led(groups, links).items()]
    parent = _parents(joined, order)
    children: dict[str, list[str]] = defaultdict(list)
    for end, link in parent.items():
        children[link.start].append(end)
    roots = [key for key in nodes if key not in parent and key not in apart]
    weight = _weights(roots, children)
    roots.sort(key=lambda k: (_RANK[nodes[k].kind], weight[k] == 1, -weight[k], order[k]))
    roots = _beside_what_they_feed(roots, joined, parent, children)
    ordered = {key: tuple(sorted(kids, key=lambda k: (when.get(k, ""), order[k]))) for key, kids in children.items()}
    return Graph(nodes, tuple(links), parent, ordered, tuple(roots), groups)


def _led(groups: dict[str, tuple[str, ...]], links: list[Link]) -> dict[str, Link]:
    """A link of each group's members: all of them lead to the same report."""
    first = {keys[0]: group for group, keys in groups.items()}
    return {first[link.start]: link for link in links if link.start in first}


def _parents(links: list[Link], order: dict[str, int]) -> dict[str, Link]:
    """Each node's first parent: the strongest link that closes no circle."""
    parent: dict[str, Link] = {}
    candidates: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        candidates[link.end].append(link)
    for end in sorted(candidates):
        for link in sorted(candidates[end], key=lambda k: (_STRENGTH[k.relation], k.edge or 0, order[k.start])):
            above = _ancestors(parent, link.start)
            if end not in above and len(above) < DEEPEST:
                parent[end] = link
                break
    return parent


def _weights(roots: list[str], children: dict[str, list[str]]) -> dict[str, int]:
    """How many nodes hang on each, itself counted."""
    order: list[str] = []
    todo = list(roots)
    while todo:
        key = todo.pop()
        order.append(key)
        todo.extend(children.get(key, ()))
    weight: dict[str, int] = {}
    for key in reversed(order):
        weight[key] = 1 + sum(weight[child] for child in children.get(key, ()))
    return weight


def _grouped(nodes: dict[str, Node], links: list[Link]) -> tuple[dict[str, Node], dict[str, tuple[str, ...]]]:
    """The nodes with one more for each report that alone cites several small origins, and the origins it stands for."""
    fed: dict[str, set[str]] = defaultdict(set)
    for link in links:
        fed[link.start].add(link.end if link.relation == "cites" else "")
    ends = {link.end for link in links}
    members: dict[str, list[str]] = defaultdict(list)
    for key, node in nodes.items():
        small = node.kind == "document" or (node.kind == "origin" and node.count <= SMALL)
        if small and len(fed[key]) == 1 and key not in ends:
            members[next(iter(fed[key]))].append(key)
    members.pop("", None)
    found: dict[str, tuple[str, ...]] = {}
    made = dict(nodes)
    for report, keys in members.items():
        if len(keys) >= GROUPED:
            what = phrases.counted(len(keys), "origin" if all(nodes[k].letter for k in keys) else "source")
            made[f"g{report}"] = Node(
                f"g{report}",
                "group",
                f"{what} that only {nodes[report].title} cites",
                "",
                f"#g{nodes[report].href[1:]}",
                short=what,
                about=", ".join(nodes[key].title for key in keys),
                count=len(keys),
            )
            found[f"g{report}"] = tuple(keys)
    return made, found


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
