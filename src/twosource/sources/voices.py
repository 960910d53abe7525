"""For whom a spokesperson speaks, and which reports' spokespersons are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.model import Span
from twosource.sources.entities import Chains, Entity
from twosource.sources.lexicon import ORGANISATION_HEADS, PRONOUNS
from twosource.sources.linking import Links, Node, Story
from twosource.sources.mentions import Mention
from twosource.sources.phrases import Phrase
from twosource.sources.pronouns import antecedent

# Sentences back to the office that "a spokeswoman, Ana Ruiz" speaks for without naming it.
BACK = 2
_OWN = re.compile(r"(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\b")


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
    described = [e for e in chains.entities if e.sort == "organisation" and e.mentions and _called(e, d.modifiers)]
    if len(described) == 1:  # "Harbour ministry spokesman Ana Ruiz", and elsewhere "the harbour ministry"
        return described[0]
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


def _called(office: Entity, modifiers: Sequence[str]) -> bool:
    """Does a spokesperson's title name an office as the report does ("harbour ministry"), or by its kind alone?"""
    if not modifiers or modifiers[-1] not in ORGANISATION_HEADS:
        return False
    said = set(modifiers)
    return any(
        d.head == modifiers[-1] and not d.of and (len(said) == 1 or set(d.modifiers) <= said)
        for d in office.descriptions
    )


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
