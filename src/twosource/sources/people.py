"""Named people of several reports: the same full name, another spelling of it, or the family name alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import OSA

from twosource.graph import Edge
from twosource.sources.entities import Entity
from twosource.sources.linking import Links, Node, Story, pairs
from twosource.text.names import compare_people, person, skeleton

_PSEUDONYM = "pseudonym "
# A family name alone is taken for the person whom reports call so at least five times, and five times as often as
# anybody else of that name: a president and his wife, a minister and his brother.
ALONE = 5
# One name comes in two or three spellings, a much-reported one in five. Where more names sound alike they are a list
# of different people, and spelling alone joins none of them.
SPELLINGS = 6
# A word of this many letters is one name with one letter more, less, other or swapped; a shorter one may be two.
SLIP = 6


def join(story: Story) -> Links:
    """Edges between people. Different first names are kept apart; a pseudonym joins only the same pseudonym.

    A family name alone joins the only person of the story who bears it; where there are two, it is proposed.
    """
    full: dict[str, list[Node]] = defaultdict(list)
    single: dict[str, list[Node]] = defaultdict(list)
    for node, entity in story.entities.items():
        if entity.sort != "person" or not entity.names:
            continue
        name = person(entity.full_name)
        mark = _PSEUDONYM if entity.pseudonym else ""
        if len(name.words) > 1:
            full[mark + " ".join((*name.words, name.suffix))].append(node)
        elif name.words:
            single[mark + name.words[0]].append(node)
    links = Links(list(story.star(full, 1.0, "same-name", "Both name “{}”.")), [], [])
    links.edges.extend(story.star(single, 0.9, "same-name", "Both name “{}” only."))
    variants = _spellings(story, full, links)
    _family_names(story, full, single, variants, links)
    return links


def _spellings(story: Story, full: dict[str, list[Node]], links: Links) -> dict[str, set[str]]:
    """Join one name in two spellings; returns which keys were joined with which."""
    name = {key: story.entities[group[0]].full_name for key, group in full.items()}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(full):
        words = person(name[key]).words
        for mark in (
            "f " + skeleton(words[-1]),
            "w " + " ".join(sorted(words)),
            "j " + "".join(words),
            "l " + words[0] + " " + "".join(sorted(words[-1])),  # two letters swapped
        ):
            blocks[mark].append(key)
    variants: dict[str, set[str]] = defaultdict(set)
    crowd = {key for block in blocks.values() if len(block) > SPELLINGS for key in block}
    for a, b in pairs(blocks):
        x, y = full[a][0], full[b][0]
        likeness = compare_people(name[a], name[b])
        slip = misspelled(name[a], name[b])
        text = f"“{name[a]}” and “{name[b]}”: {'one name misspelled' if slip else likeness.why}."
        if a.startswith(_PSEUDONYM) != b.startswith(_PSEUDONYM):
            links.cannot.append((x, y))  # a pseudonym is never linked to a name
        elif likeness.verdict != "same" and not slip:
            if [skeleton(w) for w in person(name[a]).words] != [skeleton(w) for w in person(name[b]).words]:
                links.cannot.append((x, y))  # far spellings of one name are left to the spellings between them
        elif both := sorted({n[0] for n in full[a]} & {n[0] for n in full[b]}):
            # A report that names both has told them apart.
            links.cannot.append(
                (next(n for n in full[a] if n[0] == both[0]), next(n for n in full[b] if n[0] == both[0]))
            )
        elif likeness.score > 0.9 or (a not in crowd and (slip or _vouched(story, full[a], full[b]))):
            links.edges.append(story.edge(x, y, min(max(likeness.score, 0.8), 0.97), "spelling", text))
            variants[a].add(b)
            variants[b].add(a)
        else:
            links.proposals.append(story.edge(x, y, likeness.score, "spelling", text))
    return variants


def misspelled(a: str, b: str) -> bool:
    """Do two names agree in one part and differ in the other by one slip inside the word, or by its letters' order?

    A slip at the end may be another name ("Daniel", "Daniela").
    """
    x, y = person(a).words, person(b).words
    if len(x) != len(y):
        return False
    differ = [(v, w) for v, w in zip(x, y, strict=True) if v != w]
    return len(differ) == 1 and all(
        min(len(v), len(w)) >= SLIP
        and v[0] == w[0]
        and v[-1] == w[-1]
        and (OSA.distance(v, w) == 1 or sorted(v) == sorted(w))
        for v, w in differ
    )


def _vouched(story: Story, a: Sequence[Node], b: Sequence[Node]) -> bool:
    """Do the descriptions of two spellings of one name agree, so that they are one person?"""
    x = {w for n in a[:20] for w in story.entities[n].words}
    y = {w for n in b[:20] for w in story.entities[n].words}
    return bool(x & y) or not x or not y


def _family_names(
    story: Story,
    full: dict[str, list[Node]],
    single: dict[str, list[Node]],
    variants: dict[str, set[str]],
    links: Links,
) -> None:
    """A report's lone "Rahimi" joins the only full name of the story that has it as family name, or as any part."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for key in sorted(full):
        words = person(story.entities[full[key][0]].full_name).words
        for k, word in enumerate(dict.fromkeys(words)):
            if len(word) > 1 and not key.startswith(_PSEUDONYM):
                bearers[word][key] += 1 + 1000 * (k == len(words) - 1)
    for word in sorted(single):
        group = single[word]
        lone = story.entities[group[0]]
        fitting = [k for k in sorted(bearers.get(word, ())) if _same_sex(story, group, full[k])]
        families = [k for k in fitting if bearers[word][k] >= 1000] or fitting
        if not families:
            continue
        alone = {k: sum(_alone(story.entities[n], word) for n in full[k]) for k in families}
        best = min(families, key=lambda k: (-alone[k], -len(full[k]), k))
        name = story.entities[full[best][0]].full_name
        others = [k for k in families if k != best and k not in variants[best]]
        if others and alone[best] >= ALONE and all(ALONE * alone[k] <= alone[best] for k in others):
            text = f"“{lone.full_name}” alone is “{name}” in this story: reports call nobody else so."
            links.edges.extend(_each(story, full[best][0], group, text))
            continue
        if others:
            text = f"“{lone.full_name}” may be “{{}}”; another person of the story has that name too."
            links.proposals.extend(
                story.edge(group[0], full[k][0], 0.4, "family-name", text.format(story.entities[full[k][0]].full_name))
                for k in (best, *others[:3])
            )
            continue
        text = f"“{lone.full_name}” can only be “{name}”, the one person of the story with that name."
        links.edges.extend(_each(story, full[best][0], group, text))


def _each(story: Story, hub: Node, group: Sequence[Node], text: str) -> list[Edge[Node]]:
    return [story.edge(hub, node, 0.8, "family-name", text) for node in group]


def _alone(entity: Entity, word: str) -> int:
    """How often a report calls this person by one name alone."""
    return sum(person(m.name).words == (word,) for m in entity.mentions if m.form == "name")


def _same_sex(story: Story, a: Sequence[Node], b: Sequence[Node]) -> bool:
    """Does no title or first name speak against it ("Mrs. Rahimi", "Omar Rahimi")?"""
    x, y = (_sexes([story.entities[n] for n in nodes[:20]]) for nodes in (a, b))
    return not x or not y or bool(x & y)


def _sexes(entities: Sequence[Entity]) -> set[str]:
    return {e.gender for e in entities if e.gender}
