"""Documents, posts and public remarks of several reports: one where owner, kind and day agree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.graph import Edge
from twosource.model import Span
from twosource.sources.entities import Chains, Entity
from twosource.sources.linking import Links, Node, Story
from twosource.text.words import words

# What reports call one public act; "told reporters" is remarks too.
_KINDS = {
    "post": "tweet post message blog-post facebook-post",
    "remarks": "news-conference press-conference briefing remark remarks comment speech address statement announcement",
    "gathering": "meeting ceremony rally town-hall appearance debate",
    "hearing": "hearing confirmation-hearing testimony",
    "letter": "letter",
    "memo": "memo memorandum note dossier",
    "draft": "draft",
    "interview": "interview",
    "book": "book memoir",
    "paper": "report paper study survey poll analysis review audit white-paper assessment",
    "court": "lawsuit suit complaint indictment affidavit filing court-filing court-document court-paper court-record",
}
_KIND_OF = {head.replace("-", " "): kind for kind, heads in _KINDS.items() for head in heads.split()}
_DAY = re.compile(r"\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", re.IGNORECASE)
# Kinds of papers that a story may be about, and mentions from which a report is about one: a choice.
_PAPERS = frozenset(["court", "letter", "memo", "draft", "paper", "book"])
MAIN = 3
# Words quoted alike that make two reports' statements of one speaker one: as for remarks with other speakers.
RUN = 6
# Characters round a mention in which its day is looked for: within its clause.
_NEAR = 60


def join(story: Story, group_of: Mapping[Node, int]) -> Links:
    """Edges between one owner's documents of one kind and day, and proposals where a report gives no day.

    ``group_of`` says which people are one. Documents without an owner are joined with none: "a report" of two reports
    may be any two. A person has one hearing in a story, unless two days are named.
    """
    blocks: dict[tuple[int, str], list[tuple[Node, str]]] = defaultdict(list)
    for node, entity in story.entities.items():
        if entity.sort == "document" and entity.owner is not None:
            owner, kind = group_of.get((node[0], entity.owner.number)), kind_of(entity)
            if owner is not None and kind:
                blocks[owner, kind].append((node, day_of(story.pages[node[0]], entity)))
    links = Links(_main_papers(story), [], [])
    for key in sorted(blocks):
        kind = key[1]
        hubs: dict[str, Node] = {}
        for node, day in blocks[key]:
            hub = hubs.setdefault(day, node)
            if hub != node and (day or kind == "hearing"):
                text = f"Both are one speaker’s {kind}" + (f" of {day.capitalize()}." if day else ".")
                links.edges.append(story.edge(hub, node, 0.8, "same-document", text))
        links.edges.extend(_by_quotation(story, [node for node, _ in blocks[key]], kind))
        known = [hubs[day] for day in sorted(hubs) if day]
        if len(known) != 1:
            continue
        for node in (n for n, day in blocks[key] if not day):
            text = f"Both are one speaker’s {kind}; only one day is named."
            found = story.edge(known[0], node, 0.7, "same-document", text)
            (links.edges if kind == "hearing" else links.proposals).append(found)
    return links


def _by_quotation(story: Story, nodes: Sequence[Node], kind: str) -> Iterator[Edge[Node]]:
    """Edges between one speaker's documents of one kind that are quoted in the same words."""
    holder: dict[tuple[str, ...], Node] = {}
    for node in nodes:
        first = None
        for run in _quoted(story.pages[node[0]], story.entities[node]):
            other = holder.setdefault(run, node)
            first = first or (other if other[0] != node[0] else None)
        if first is not None:
            yield story.edge(
                first, node, 0.8, "same-document", f"Both are one speaker’s {kind}, quoted in the same words."
            )


def _quoted(chains: Chains, entity: Entity) -> Iterator[tuple[str, ...]]:
    """Runs of words quoted in the paragraphs that name a document, and in those beside them."""
    page = chains.page
    for m in entity.mentions[:MAIN]:
        here, blocks = page.paragraph_at(m.start), page.reading.paragraphs
        around = Span(blocks[max(0, here - 1)].start, blocks[min(len(blocks) - 1, here + 1)].end)
        for quote in page.quotes_in(around):
            said = [w.lemma for w in words(page.text[quote.start : quote.end])]
            yield from (tuple(said[k : k + RUN]) for k in range(len(said) - RUN + 1))


def _main_papers(story: Story) -> list[Edge[Node]]:
    """Edges between the one lawsuit, letter or study that each of several reports is about."""
    found: dict[tuple[str, int], list[tuple[int, Node]]] = defaultdict(list)
    for node, entity in story.entities.items():
        kind = kind_of(entity) if entity.sort == "document" and not entity.plural else ""
        if kind in _PAPERS:
            found[kind, node[0]].append((len(entity.mentions), node))
    main: dict[str, list[Node]] = defaultdict(list)
    for (kind, _), listed in sorted(found.items()):
        ranked = sorted(listed, reverse=True)
        others = ranked[1][0] if len(ranked) > 1 else 0
        if ranked[0][0] >= max(MAIN, 2 * others):
            main[kind].append(ranked[0][1])
    text = "Both reports speak of it again and again, and of no other {}."
    return [
        story.edge(nodes[0], node, 0.6, "same-document", text.format(kind if kind != "court" else "lawsuit"))
        for kind, nodes in sorted(main.items())
        for node in nodes[1:]
    ]


def kind_of(entity: Entity) -> str:
    """What sort of public act a document is; empty where the words do not tell."""
    if "remarks" in entity.words:
        return "remarks"
    if "post" in entity.words and not entity.descriptions:
        return "post"
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
