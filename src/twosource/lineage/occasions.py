"""One occasion, many reports: a post, a news conference, a hearing that several outlets quote."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from twosource.graph import Edge, group
from twosource.lineage.channels import Channel, ChannelKind, names_it
from twosource.lineage.conferences import conferences
from twosource.lineage.days import long_before
from twosource.lineage.papers import same_papers
from twosource.lineage.remarks import QUOTES, meaning, same
from twosource.lineage.verbatim import same_words
from twosource.lineage.view import View
from twosource.model import Source, Statement
from twosource.text.words import content_words

# Two reports of a post by one speaker tell of one post when their sentences mean this much the same.
SAME_POST = 0.6
# Candidates that one statement is compared with, and statements that may share a word before it stops telling:
# the work stays linear in the statements when eight hundred reports quote one speaker.
CANDIDATES = 24
BUCKET = 64


_TOLD = re.compile(r"\b(?:told|tells|said to|spoke|speaking)\b")


class Node(NamedTuple):
    """What one speaker said through one channel in one report; ``part`` keeps separate posts and documents apart."""

    report: str
    speaker: str
    kind: ChannelKind | None
    part: int


class Occasion(NamedTuple):
    """An open act of speaking: who, through what, the statements it is told in, and why they are one.

    ``document`` is the source that names it (a hearing, a tweet); ``shared`` is true where two reports tell it;
    ``gatherer`` is the one report of them that gathered for itself, where nothing says that it was open to others:
    then the others have it from there.
    """

    key: str
    speaker: str
    kind: ChannelKind | None
    document: str | None
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    shared: bool
    gatherer: str | None
    reason: str


def occasions(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    channels: Mapping[str, Channel | None],
    candidates: Sequence[Statement],
    original: Mapping[str, bool],
    public: Set[str] = frozenset(),
) -> tuple[Occasion, ...]:
    """The occasions behind ``candidates``: statements that came through no other outlet and were not told to this one.

    Two reports tell one occasion when they name the same document or hearing of one speaker, or when they hold the
    same remark of that speaker. Everything that the speaker says in a report without a channel of its own belongs
    to one occasion. What is said in ``public`` (ids of speakers) was open to every report that has it.
    """
    node_of = _posts_joined(views, {s.id: _node(views[s.report], s, channels[s.id]) for s in candidates})
    for key, first in same_words(views, sources, candidates).items():
        node_of[key] = node_of[first]._replace(report=node_of[key].report)
    pairs = _by_remark(views, candidates, node_of)
    for a, b, _ in pairs:  # "he said" here is "he tweeted" there: this one remark was the tweet
        for bare, told in ((a, b), (b, a)):
            if node_of[bare].kind is None and node_of[told].kind is not None:
                node_of[bare] = node_of[told]._replace(report=node_of[bare].report)
    members: dict[Node, list[Statement]] = defaultdict(list)
    documents: dict[Node, set[str]] = defaultdict(set)
    plain: set[tuple[Node, str]] = set()
    for statement in candidates:
        node = node_of[statement.id]
        members[node].append(statement)
        found = channels[statement.id]
        if found and found.document:
            documents[node].add(found.document)
            if names_it(views[statement.report], found):
                plain.add((node, found.document))
    heard = {node for node in members if any(channels[s.id] for s in members[node])}
    remarks = []
    for a, b, why in pairs:
        here, there = node_of[a], node_of[b]
        closed = here.speaker not in public and not ({here, there} & heard)
        closed = closed and original[here.report] and original[there.report]
        # Two reports that both gathered for themselves: like words are two interviews, the very words are one occasion.
        if here.kind == there.kind and not (closed and not why.startswith(QUOTES)):
            remarks.append(Edge(here, there, 0.9, why))
    papers = [Edge(node_of[a], node_of[b], 0.9, why) for a, b, why in same_papers(views, sources, candidates)]
    edges = [*_by_document(documents, plain, sources), *_by_channel(views, members), *papers, *remarks]
    edges += [Edge(a, b, 0.8, why) for a, b, why in conferences(documents, sources)]
    groups = group(sorted(members, key=_rank), edges)
    in_public = {node for node in members if node in heard or node.speaker in public}
    return tuple(_occasion(g.nodes, g.edges, members, documents, sources, in_public, original) for g in groups)


def _node(view: View, statement: Statement, channel: Channel | None) -> Node:
    speaker = statement.speaker or ""
    if channel is None or channel.kind == "press":
        return Node(view.id, speaker, None, -1 if long_before(view, statement) else 0)
    if channel.kind == "hearing":
        return Node(view.id, speaker, "hearing", 0)
    return Node(view.id, speaker, channel.kind, view.reading.sentences[view.anchor(statement)].paragraph + 1)


def _posts_joined(views: Mapping[str, View], node_of: Mapping[str, Node]) -> dict[str, Node]:
    """Posts of one speaker in neighbouring paragraphs are one: announced in one, quoted in the next."""
    kept: dict[Node, Node] = {}
    last: dict[tuple[str, str], Node] = {}
    for node in sorted({n for n in node_of.values() if n.kind == "post"}, key=_rank):
        before = last.get((node.report, node.speaker))
        kept[node] = kept[before] if before is not None and node.part - before.part <= 1 else node
        last[node.report, node.speaker] = node
    return {key: kept.get(node, node) for key, node in node_of.items()}


def _rank(node: Node) -> tuple[str, str, str, int]:
    return (node.speaker, node.report, node.kind or "", node.part)


def _by_document(
    documents: Mapping[Node, set[str]], plain: Set[tuple[Node, str]], sources: Mapping[str, Source]
) -> list[Edge[Node]]:
    """Nodes of one document. Words that only stand beside its name ("the letter is wrong, Ruiz said in a statement")
    join what one speaker says, and not two speakers.
    """
    at: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(documents, key=_rank):
        for key in sorted(documents[node]):
            at[key].append(node)
    edges = []
    for key, nodes in sorted(at.items()):
        first: dict[str | None, Node] = {}
        for node in nodes:
            for whose in (node.speaker, *((None,) if (node, key) in plain else ())):
                if whose in first:
                    edges.append(Edge(first[whose], node, 1.0, f"both name it ({sources[key].name})"))
                first.setdefault(whose, node)
    return edges


def _by_channel(views: Mapping[str, View], members: Mapping[Node, list[Statement]]) -> list[Edge[Node]]:
    """One speaker's hearing in two reports of one story is one hearing; so is a post, if the matter is the same."""
    hearing: dict[str, Node] = {}
    posts: dict[str, list[Node]] = defaultdict(list)
    edges = []
    for node in sorted(members, key=_rank):
        if node.kind == "hearing":
            if node.speaker in hearing:
                edges.append(Edge(hearing[node.speaker], node, 0.8, "the same speaker at a hearing"))
            hearing.setdefault(node.speaker, node)
        elif node.kind == "post":
            for other in posts[node.speaker]:
                likeness = max(meaning(views, a, b) for a in members[node] for b in members[other])
                if other.report != node.report and likeness >= SAME_POST:
                    edges.append(Edge(other, node, 0.7 + likeness / 10, "both tell of the same post"))
            if len(posts[node.speaker]) < CANDIDATES:
                posts[node.speaker].append(node)
    return edges


def _by_remark(
    views: Mapping[str, View], candidates: Sequence[Statement], node_of: Mapping[str, Node]
) -> list[tuple[str, str, str]]:
    """Pairs of statements, of one speaker in two reports, that are one remark, and why."""
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for statement in sorted(candidates, key=lambda s: (_rank(node_of[s.id]), s.content[0], s.id)):
        by_speaker[node_of[statement.id].speaker].append(statement)
    pairs = []
    for speaker in sorted(by_speaker):
        if len({s.report for s in by_speaker[speaker]}) > 1:
            pairs += _remarks(views, by_speaker[speaker], node_of)
    return pairs


def _remarks(
    views: Mapping[str, View], said: Sequence[Statement], node_of: Mapping[str, Node]
) -> list[tuple[str, str, str]]:
    texts = [" … ".join(views[s.report].text(c) for c in s.content) for s in said]
    bags = [content_words(text) for text in texts]
    at: dict[str, list[int]] = defaultdict(list)
    pairs = []
    for i, statement in enumerate(said):
        common: dict[int, int] = defaultdict(int)
        for word in sorted(bags[i]):
            for j in at[word]:
                if said[j].report != statement.report:
                    common[j] += 1
            if len(at[word]) < BUCKET:
                at[word].append(i)
        likely = sorted(common, key=lambda j: (-common[j], j))[:CANDIDATES]
        for j in likely:
            if _compatible(node_of[statement.id], node_of[said[j].id]):
                why = same(views, statement, said[j], texts[i], texts[j], bags[i], bags[j])
                if why:
                    pairs.append((said[j].id, statement.id, why))
    return pairs


def _compatible(a: Node, b: Node) -> bool:
    return a.kind == b.kind or None in (a.kind, b.kind)


def _occasion(
    nodes: Sequence[Node],
    edges: Sequence[Edge[Node]],
    members: Mapping[Node, list[Statement]],
    documents: Mapping[Node, set[str]],
    sources: Mapping[str, Source],
    in_public: set[Node],
    original: Mapping[str, bool],
) -> Occasion:
    named = sorted({key for node in nodes for key in documents.get(node, ())})
    # "A news conference" names it better than "told reporters".
    document = next(
        iter(
            sorted(
                named,
                key=lambda k: (bool(_TOLD.search(sources[k].name)), -len(sources[k].mentions), sources[k].name, k),
            )
        ),
        None,
    )
    statements = tuple(sorted(s.id for node in nodes for s in members[node]))
    reports = tuple(sorted({node.report for node in nodes}))
    speaker = nodes[0].speaker
    kind = next((node.kind for node in nodes if node.kind), None)
    reason = str(edges[0].reason) if edges else ""
    key = "|".join([speaker, document or "", *(f"{n.report}:{n.kind}:{n.part}" for n in sorted(nodes, key=_rank))])
    own = [report for report in reports if original[report]]
    gatherer = own[0] if len(own) == 1 and len(reports) > 1 and not (in_public & set(nodes)) else None
    return Occasion(key, speaker, kind, document, statements, reports, len(reports) > 1, gatherer, reason)
