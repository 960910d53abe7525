"""For whom a spokesperson speaks, and which reports' spokespersons and institutions are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.model import Span
from twosource.sources.entities import Chains, Entity, content_of
from twosource.sources.lexicon import PRONOUNS
from twosource.sources.linking import Links, Node, Story
from twosource.sources.mentions import Mention
from twosource.sources.organisations import organisation_key
from twosource.sources.phrases import Phrase
from twosource.sources.pronouns import antecedent
from twosource.text.names import fold, organisation_words

# Sentences back to the office that "a spokeswoman, Ana Ruiz" speaks for without naming it.
BACK = 2
# A body is the story's own where it is spoken of this many times as often as the next of its kind.
TWICE = 2
_OWN = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b")
# Bodies of which a story of one place mostly has one: "the ministry" of two reports is one.
_ONE_OF = frozenset(
    [
        "ministry", "government", "army", "military", "navy", "police", "union", "inspectorate", "chancellery", "presidency",
        "parliament", "senate", "cabinet", "opposition", "prefecture", "council", "embassy", "court", "commission",
        "committee", "company", "firm", "operator", "regulator", "hospital", "school", "university", "church", "bank",
        "airline", "party", "department", "inspectorate", "authority", "board",
    ]
)  # fmt: skip


def spoken_for(chains: Chains) -> dict[int, Entity]:
    """Entity number of each spokesperson -> the office, firm or person that he speaks for."""
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for m in chains.mentions:
        if (m.start, m.end) in chains.of:
            by_sentence[chains.page.sentence_at(m.start)].append(m)
    found: dict[int, Entity] = {}
    for entity in chains.entities:
        if entity.sort == "person" and not entity.plural and entity.mentions:
            for d in entity.descriptions:
                if "voice" in d.classes and d.head != "representative" and entity.number not in found:
                    office = _office(chains, by_sentence, entity, d)
                    if office is not None and office is not entity:
                        found[entity.number] = office
    return found


def _office(chains: Chains, by_sentence: Mapping[int, list[Mention]], voice: Entity, d: Phrase) -> Entity | None:
    page = chains.page
    sentence = page.sentence_at(d.start)
    stop = d.of_span.end if d.of_span else d.end
    inside = [m for m in by_sentence[sentence] if d.start <= m.start < stop]
    inside = [m for m in inside if m.end <= d.head_start or m.start > d.head_start]
    inside = [m for m in inside if chains.of[m.start, m.end] is not voice]
    if inside:
        bodies = [m for m in inside if chains.of[m.start, m.end].sort in ("organisation", "outlet")]
        best = min(bodies or inside, key=lambda m: (m.start, -m.end))
        return chains.of[best.start, best.end]
    if d.of or d.owner:
        return None
    own = _OWN.match(page.text, d.start)
    if own:
        return antecedent(chains, by_sentence, Span(*own.span()), PRONOUNS.get(own.group().lower(), "n")).entity
    if d.article == "a" and voice.names:
        for k in range(sentence, max(-1, sentence - BACK - 1), -1):
            for m in sorted(by_sentence.get(k, ()), key=lambda m: -m.start):
                office = chains.of[m.start, m.end]
                if m.start < d.start and office.sort == "organisation":
                    return office
    return None


def join(story: Story, group_of: Mapping[Node, int], offices: Mapping[Node, Node]) -> Links:
    """Edges between an unnamed spokesperson and the only named one of the same office and sex."""
    named: dict[int, dict[int, Node]] = defaultdict(dict)
    unnamed: dict[int, list[Node]] = defaultdict(list)
    for node in sorted(offices):
        office = group_of.get(offices[node])
        if office is None or node not in story.entities:
            continue
        if story.entities[node].names:
            named[office].setdefault(group_of[node], node)
        else:
            unnamed[office].append(node)
    links = Links([], [], [])
    for office in sorted(unnamed):
        for node in unnamed[office]:
            sex = story.entities[node].gender
            fits = [n for n in named[office].values() if not sex or story.entities[n].gender in ("", sex)]
            if len(fits) == 1 and len(named[office]) == 1:
                name = story.entities[fits[0]].full_name
                text = f"“{name}” is the only one whom the reports name as a voice of this office."
                links.edges.append(story.edge(fits[0], node, 0.7, "same-voice", text))
    return links


def institutions(story: Story) -> Links:
    """Edges between "the ministry", "the union" and the like of several reports: who is the one body of that noun.

    Descriptions that say the same, or one less than the other, are of one body, named or not. The noun alone means the
    body that the story speaks of most, if it does so twice as often as of any other.
    """
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(story.entities):
        entity = story.entities[node]
        if entity.sort not in ("organisation", "outlet") or entity.state or entity.plural:
            continue
        if entity.names:
            for head in sorted(set(fold(entity.full_name).split()) & _ONE_OF):
                blocks[head].append(node)
        elif entity.descriptions and entity.descriptions[0].head in _ONE_OF:
            blocks[entity.descriptions[0].head].append(node)
    links = Links([], [], [])
    for head in sorted(blocks):
        text = f"The reports speak of one {head} of that description."
        bodies: list[tuple[set[str], list[Node]]] = []
        for node in sorted(blocks[head], key=lambda n: (-len(_told(story, n, head)), n)):
            words = _told(story, node, head)
            fits = [b for b in bodies if words and words <= b[0]]
            if len(fits) == 1:
                fits[0][1].append(node)
            elif words and not fits:
                bodies.append((words, [node]))
        bare = [n for n in blocks[head] if not _told(story, n, head)]
        often = sorted(bodies, key=lambda b: -_mentions(story, b[1]))
        if not bodies:
            bodies = [(set(), bare)]
        elif len(often) == 1 or _mentions(story, often[0][1]) >= TWICE * _mentions(story, often[1][1]):
            often[0][1].extend(bare)
        for _, nodes in bodies:
            hub = nodes[0] if nodes else None
            rest = [n for n in nodes[1:] if not story.entities[n].names or not any(story.entities[m].names for m in nodes[:1])]
            if hub is not None:
                links.edges.extend(story.edge(hub, node, 0.7, "same-institution", text) for node in rest)
    return links


def _told(story: Story, node: Node, head: str) -> set[str]:
    """What a body's names and descriptions say of it besides its noun."""
    entity = story.entities[node]
    words = {w for d in entity.descriptions if d.head == head for w in content_of(d)}
    if entity.names:
        words |= organisation_words(entity.full_name) | entity.nations
    return words - {head, "state"}


def _mentions(story: Story, nodes: Sequence[Node]) -> int:
    return sum(len(story.entities[n].mentions) for n in nodes)
