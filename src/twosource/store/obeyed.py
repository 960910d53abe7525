"""Which story each report belongs to, once people have said what is and what is not one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.graph import Edge, group
from twosource.model import Judgement
from twosource.text.ids import content_id

STORY_KINDS = frozenset({"same story", "not same story"})


def obeyed(found: Mapping[str, str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """Each report's story: as found where nobody judged, joined and parted where somebody did.

    ``found`` maps a report's SHA-256 to the story that the stream put it in, in order of arrival. Of two reports that
    are not one story the later to arrive leaves, and what was judged one with it goes along. A story keeps the id of
    its earliest report's; a part that leaves gets one of its own.
    """
    first: dict[str, str] = {}
    edges: list[Edge[str]] = []
    for report, story in found.items():
        edges.append(Edge(first.setdefault(story, report), report, 0.5))
    pairs = [(j.kind, j.a.report, j.b.report) for j in judgements if j.kind in STORY_KINDS and j.b is not None]
    edges = [edge for edge in edges if edge.a != edge.b]
    edges += [Edge(a, b, 1.0) for kind, a, b in pairs if kind == "same story" and a != b]
    groups = group(found, edges, cannot=[(a, b) for kind, a, b in pairs if kind == "not same story"])
    taken: set[str] = set()
    result: dict[str, str] = {}
    for part in groups:
        story = found[part.nodes[0]]
        story = content_id("story", part.nodes[0]) if story in taken else story
        taken.add(story)
        result |= dict.fromkeys(part.nodes, story)
    return result
