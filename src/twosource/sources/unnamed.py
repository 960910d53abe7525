"""People without a name in several reports: an office's voice, and anonymous sources of one outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from twosource.graph import Edge
from twosource.sources.entities import Entity
from twosource.sources.lexicon import phrases
from twosource.sources.linking import Links, Node, Story
from twosource.sources.organisations import organisation_key
from twosource.text.names import person

# Nouns that make a named person stand for the body he heads: his spokesman is its spokesman.
_HEADS = phrases("head, founder, leader, chief, boss, owner, chairman, director, president, ceo, chief executive")


# "Three people", "three convoy workers": from this number on, one outlet's counted sources are taken for the same
# people whatever a report calls them; it seldom has two groups of three or more in one story.
CROWD = 3


# Classes of nouns that say what somebody does: an outlet that speaks to "a welder" seldom speaks to two in a story.
# "A man", "an official", "a source" may be anybody.
_TELLING = frozenset(["worker", "military", "police", "law", "expert", "adviser"])
_TOO_WIDE = phrases("worker, employee, staff, soldier, officer, fighter, guard, expert, analyst, aide, adviser, lawyer")


def join(story: Story, told: Mapping[Node, str]) -> Links:
    """Edges between unnamed people; ``told`` maps an entity to the outlet it spoke to, in the report's words."""
    links = _anonymous(story, told)
    links.edges.extend(_by_trade(story, told))
    links.edges.extend(
        story.star(_voices(story), 0.85, "same-office", "Both speak for one office; a spokesperson is its voice.")
    )
    return links


def office_of(entity: Entity) -> str:
    """The office that an unnamed spokesperson speaks for, in the report's words; empty where none is named."""
    for d in entity.descriptions:
        if "voice" in d.classes and d.head != "representative":
            plain = [m for m in d.modifiers if m not in ("former", "chief", "deputy", "unnamed", "official")]
            if text := d.of or d.owner or " ".join(plain):
                return text
    return ""


def _voices(story: Story) -> dict[str, list[Node]]:
    headed: dict[str, str] = {}  # a person's folded name -> the body that reports call it the head of
    for entity in story.entities.values():
        if entity.sort == "person" and entity.names:
            for d in entity.descriptions:
                if d.of and d.head in _HEADS:
                    headed.setdefault(" ".join(person(entity.full_name).words), organisation_key(d.of))
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node, entity in story.entities.items():
        if entity.sort == "person" and not entity.names and not entity.plural:
            office = office_of(entity)
            if office:
                blocks[headed.get(" ".join(person(office).words)) or organisation_key(office)].append(node)
    return blocks


def _by_trade(story: Story, told: Mapping[Node, str]) -> Iterator[Edge[Node]]:
    """Edges between reports' one person of a trade or rank whom one outlet heard."""
    found: dict[tuple[str, str], dict[int, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node, entity in story.entities.items():
        if entity.sort == "person" and not entity.names and not entity.plural and node in told:
            for head in {d.head for d in entity.descriptions if d.classes & _TELLING} - _TOO_WIDE:
                found[told[node], head][node[0]].append(node)
    for (outlet, head), reports in sorted(found.items()):
        if all(len(nodes) == 1 for nodes in reports.values()):
            hub, *rest = (nodes[0] for nodes in reports.values())
            text = f"Both reports cite one {head}, who spoke to {outlet}."
            yield from (story.edge(hub, node, 0.75, "same-source", text) for node in rest)


def _anonymous(story: Story, told: Mapping[Node, str]) -> Links:
    """A counted group that spoke to one named outlet, described alike, is one in all reports; the rest is proposed."""
    blocks: dict[tuple[str, str, int, bool], list[Node]] = defaultdict(list)
    for node, entity in story.entities.items():
        if entity.names or entity.sort not in ("person", "group") or node not in told or not entity.descriptions:
            continue
        first = entity.descriptions[0]
        head = first.head if (first.number or 0) < CROWD else ""
        blocks[told[node], head, first.number or 0, entity.plural].append(node)
    links = Links([], [], [])
    for key in sorted(blocks):
        outlet, head, number, _ = key
        hub, *rest = blocks[key]
        a = story.entities[hub]
        for node in rest:
            b = story.entities[node]
            x, y = (set[str](), set[str]()) if not head else (a.words - {head}, b.words - {head})
            if node[0] == hub[0] or (a.nations and b.nations and not a.nations & b.nations):
                continue
            text = f"Both reports cite “{b.descriptions[0].text}” who spoke to {outlet}, in words that agree."
            if (x <= y or y <= x) and number:
                links.edges.append(story.edge(hub, node, 0.8, "same-sources", text))
            elif (x <= y or y <= x) and x & y:
                links.proposals.append(story.edge(hub, node, 0.5, "same-sources", text))
    return links
