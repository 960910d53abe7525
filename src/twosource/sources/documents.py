"""Documents, posts and public remarks of several reports: one where owner, kind and day agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.graph import Edge
from twosource.model import Place, Reason
from twosource.sources.chains import Chains, Entity

Node = tuple[int, int]

# What reports call one public act; "told reporters" is remarks too.
_KINDS = {
    "post": "tweet post message blog-post facebook-post",
    "remarks": "news-conference press-conference briefing remark remarks comment speech address statement",
    "hearing": "hearing confirmation-hearing testimony",
    "letter": "letter",
    "interview": "interview",
    "book": "book memoir",
    "paper": "report paper study survey poll analysis review audit white-paper assessment",
    "court": "lawsuit complaint indictment affidavit filing court-filing court-document court-paper court-record",
}
_KIND_OF = {head.replace("-", " "): kind for kind, heads in _KINDS.items() for head in heads.split()}
_DAY = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)
# Characters round a mention in which its day is looked for: within its clause.
_NEAR = 60


def join(
    nodes: Sequence[Node], pages: Sequence[Chains], group_of: Mapping[Node, int]
) -> tuple[list[Edge[Node]], list[Edge[Node]]]:
    """Edges between one owner's documents of one kind and day, and proposals where a report gives no day.

    Documents without an owner are joined with none: "a report" of two reports may be any two.
    """
    blocks: dict[str, list[tuple[Node, str]]] = defaultdict(list)
    for node in nodes:
        entity = pages[node[0]].entities[node[1]]
        if entity.sort != "document" or entity.owner is None:
            continue
        owner = group_of.get((node[0], entity.owner.number))
        kind = kind_of(entity)
        if owner is not None and kind:
            blocks[f"{owner:08d} {kind}"].append((node, day_of(pages[node[0]], entity)))
    edges: list[Edge[Node]] = []
    proposals: list[Edge[Node]] = []
    for key in sorted(blocks):
        kind = key.split()[1]
        hubs: dict[str, Node] = {}
        for node, day in blocks[key]:
            hub = hubs.setdefault(day, node)
            if hub != node and (day or kind == "hearing"):
                said = f"Both are one speaker’s {kind}" + (f" of {day.capitalize()}." if day else ".")
                edges.append(_edge(pages, hub, node, 0.8, said))
        known = [hubs[d] for d in sorted(hubs) if d]
        for node, day in blocks[key]:
            if not day and len(known) == 1:
                if kind == "hearing":
                    edges.append(
                        _edge(pages, known[0], node, 0.7, "Both are one speaker’s hearing; only one day is named.")
                    )
                else:
                    proposals.append(
                        _edge(pages, known[0], node, 0.5, f"Both are one speaker’s {kind}; one report names no day.")
                    )
    return edges, proposals


def kind_of(entity: Entity) -> str:
    """What sort of public act a document is; empty where the words do not tell."""
    if "remarks" in entity.words:
        return "remarks"
    return next((_KIND_OF[d.head] for d in entity.descriptions if d.head in _KIND_OF), "")


def day_of(chains: Chains, entity: Entity) -> str:
    """The weekday named beside a document's first mentions, in lower case; empty where there is none."""
    text = chains.page.text
    for m in entity.mentions[:3]:
        sentence = chains.page.sentences[chains.page.sentence_at(m.start)]
        found = _DAY.search(text, m.start, min(sentence.end, m.end + _NEAR))
        if not found:
            before = _DAY.findall(text[max(sentence.start, m.start - 2 * _NEAR) : m.start])
            if before:
                return str(before[-1]).lower()
        if found:
            return found.group().lower()
    return ""


def _edge(pages: Sequence[Chains], a: Node, b: Node, score: float, text: str) -> Edge[Node]:
    places = tuple(
        Place(pages[r].page.report, m.start, m.end) for r, n in (a, b) for m in pages[r].entities[n].mentions[:1]
    )
    return Edge(a, b, score, Reason("same-document", text, score, places))
