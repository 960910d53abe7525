"""Bodies that reports call by their kind alone: "the ministry", "the union", "the company" of several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.sources.entities import content_of
from twosource.sources.lexicon import words
from twosource.sources.linking import BLOCK, Links, Node, Story
from twosource.text.names import fold, organisation_words

# Kinds of bodies of which a story mostly speaks of one.
_KINDS = words(
    """ministry government army military navy police union inspectorate chancellery presidency parliament senate cabinet
    opposition prefecture council embassy court commission committee company firm operator regulator hospital school
    university church bank airline party department authority board administration campaign"""
)
# The kind alone means a body that is spoken of this many times as often as the next of its kind.
TWICE = 2


def join(story: Story) -> Links:
    """Edges between bodies of one kind whose descriptions say the same, or one of them less than the other.

    The kind alone means the body of that kind that the story speaks of most, if it does so TWICE as often as of any
    other. Bodies with names of their own are joined with none but the unnamed.
    """
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(story.entities):
        entity = story.entities[node]
        if entity.sort not in ("organisation", "outlet") or entity.state or entity.plural:
            continue
        heads = set(fold(entity.full_name).split()) if entity.names else {d.head for d in entity.descriptions[:1]}
        for head in sorted(heads & _KINDS):
            blocks[head].append(node)
    links = Links([], [], [])
    for head in sorted(blocks):
        for hub, *rest in _bodies(story, head, blocks[head]):
            named = bool(story.entities[hub].names)
            text = f"The reports speak of one {head} of that description."
            links.edges.extend(
                story.edge(hub, node, 0.7, "same-institution", text)
                for node in rest
                if not (named and story.entities[node].names)
            )
    return links


def _bodies(story: Story, head: str, nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The nodes of each body, the one that says most of it first."""
    told = {node: _told(story, node, head) for node in nodes}
    bodies: list[list[Node]] = []
    for node in sorted((n for n in nodes if told[n]), key=lambda n: (-len(told[n]), n)):
        fits = [body for body in bodies if told[node] <= told[body[0]]]
        if len(fits) == 1:
            fits[0].append(node)
        elif not fits and len(bodies) < BLOCK:
            bodies.append([node])
    bare = [n for n in nodes if not told[n]]
    often = sorted(
        ((sum(len(story.entities[n].mentions) for n in body), k) for k, body in enumerate(bodies)), reverse=True
    )
    if not bodies:
        bodies = [bare]
    elif len(often) == 1 or often[0][0] >= TWICE * often[1][0]:
        bodies[often[0][1]].extend(bare)
    yield from bodies


def _told(story: Story, node: Node, head: str) -> frozenset[str]:
    """What a body's names and descriptions say of it besides its kind."""
    entity = story.entities[node]
    found = {w for d in entity.descriptions if d.head == head for w in content_of(d)}
    if entity.names:
        found |= organisation_words(entity.full_name) | entity.nations
    return frozenset(found - {head, "state"})
