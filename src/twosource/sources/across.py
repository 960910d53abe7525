"""Who is who across reports: entities that share a key are compared, verified, and joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource import graph
from twosource.graph import Edge
from twosource.model import Reason
from twosource.sources import documents, institutions, organisations, people, unnamed, voices
from twosource.sources.entities import Chains, Entity
from twosource.sources.linking import Node, Story


def join(
    pages: Sequence[Chains],
    wanted: Sequence[set[int]],
    *,
    same: Iterable[tuple[Node, Node, Reason]] = (),
    apart: Iterable[tuple[Node, Node]] = (),
    told: Mapping[Node, str] | None = None,
    offices: Mapping[Node, Node] | None = None,
) -> tuple[list[graph.Group[Node]], list[Edge[Node]]]:
    """Groups of entities that are one source, and the edges left as proposals.

    ``wanted`` are the unnamed entities of each report that are cited; named ones always take part. ``same`` and
    ``apart`` are people's judgements. ``told`` maps an entity to the outlet it spoke to, in the report's words;
    ``offices`` a spokesperson to whom he speaks for.
    """
    entities = {
        (r, e.number): e
        for r, chains in enumerate(pages)
        for e in chains.entities
        if e.mentions and (e.names or e.state or e.number in wanted[r] or _institution(e))
    }
    for node in (offices or {}).values():
        if pages[node[0]].entities[node[1]].mentions:
            entities.setdefault(node, pages[node[0]].entities[node[1]])
    story = Story(pages, entities)
    edges: list[Edge[Node]] = [Edge(a, b, 2.0, reason) for a, b, reason in same if a in entities and b in entities]
    blocked = [(a, b) for a, b in apart if a in entities and b in entities]
    proposals: list[Edge[Node]] = []
    joined = (
        organisations.join(story),
        people.join(story),
        unnamed.join(story, told or {}),
        institutions.join(story),
    )
    for links in joined:
        edges += links.edges
        proposals += links.proposals
        blocked += links.cannot
    # Documents are told apart by whose they are, so people are grouped first.
    first = graph.group(entities, edges, cannot=blocked)
    group_of = {node: g for g, group in enumerate(first) for node in group.nodes}
    links = documents.join(story, group_of)
    edges += [*links.edges, *voices.join(story, group_of, offices or {}).edges]
    return graph.group(entities, edges, cannot=blocked), proposals + links.proposals


def _institution(entity: Entity) -> bool:
    """ "The ministry", named or cited elsewhere, is followed where it is only mentioned too."""
    if entity.sort in ("outlet", "group") and any(
        {"state", "state-run"} & set(d.modifiers) for d in entity.descriptions
    ):
        return True
    definite = entity.descriptions and entity.descriptions[0].article in ("the", "own")
    return entity.sort == "organisation" and not entity.plural and bool(definite)
