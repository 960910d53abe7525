"""One report's people, groups, offices, outlets and documents, as its mentions build them up."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from twosource.model import Span
from twosource.sources.lexicon import (
    FEMALE_NAMES,
    FEMALE_WORDS,
    MALE_NAMES,
    MALE_WORDS,
    words,
)
from twosource.sources.mentions import Mention, Sort
from twosource.sources.nations import nation, nations_in
from twosource.sources.page import Page
from twosource.sources.phrases import Phrase
from twosource.text.names import fold, person

# From this likeness on two bodies' names are one by their words or initials, not by a spelling alike.
SURE = 0.9


@dataclass(eq=False)
class Entity:
    """One source-to-be of one report: its mentions in text order and what the words say of it.

    ``names`` counts its names as written; ``descriptions`` are its titles, appositions and roles; ``gender`` is m, f or
    empty. ``words`` are all describing words, folded. Built up by ``chain``, read only afterwards.
    """

    number: int
    sort: Sort
    plural: bool = False
    mentions: list[Mention] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    descriptions: list[Phrase] = field(default_factory=list)
    gender: str = ""
    canonical: str = ""
    pseudonym: Span | None = None
    state: str = ""
    words: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    owner: Entity | None = None  # who speaks in a document
    last: int = 0  # sentence of the latest mention, while chaining
    why: list[tuple[str, str, Span]] = field(default_factory=list)

    @property
    def first_words(self) -> str:
        """How the report first describes it."""
        return self.descriptions[0].text if self.descriptions else self.full_name

    @property
    def full_name(self) -> str:
        """The fullest name, the most used among equals; empty for the unnamed."""
        if not self.names:
            return ""
        return max(
            sorted(self.names),
            key=lambda n: (len(person(n).words) if self.sort == "person" else len(n), self.names[n], len(n)),
        )


@dataclass(eq=False)
class Chains:
    """The entities of a report and the entity of each mention, by the mention's place."""

    page: Page
    entities: list[Entity]
    of: dict[tuple[int, int], Entity]
    mentions: list[Mention]


def is_military(phrase: Phrase) -> bool:
    """A member of forces is a soldier."""
    words = {*phrase.modifiers, *fold(phrase.of).split()}
    return phrase.head in ("member", "ex-member", "man", "people") and bool(
        words & {"forces", "force", "army", "military", "marines", "troops", "commandos", "militia"}
    )


def content_of(phrase: Phrase) -> set[str]:
    """The words that tell one description from another: no articles, no countries by other names."""
    plain = {w for text in phrase.modifiers for w in text.split()}
    plain |= set(fold(phrase.owner).split()) | set(fold(phrase.of).split())
    found = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
    return {_SHORT.get(w, w) for w in plain if not nation(w) and w not in _NOTHING} | found


def fits(entity: Entity, sort: Sort) -> bool:
    """May a description of this sort mean this entity?"""
    if sort == "organisation":
        return entity.sort in ("organisation", "outlet")
    if sort == "outlet":
        return entity.sort in ("outlet", "organisation")
    if sort == "group":
        return entity.sort in ("group", "person") and entity.plural
    return entity.sort == sort


_OWNER = re.compile(r"^.*\w['’]s?\s+(?=\w)")


def gender_of(m: Mention) -> str:
    """m or f by a title or first name; empty where nothing tells."""
    # "The man's lawyer", "her husband's company": whose it is tells nothing of who it is.
    words = fold(_OWNER.sub("", m.phrase.text) if m.phrase else "").split()
    for w in words:
        if w in MALE_WORDS:
            return "m"
        if w in FEMALE_WORDS:
            return "f"
    first = fold(m.name).split()[:1]
    if first and len(fold(m.name).split()) > 1:
        if first[0] in MALE_NAMES:
            return "m"
        if first[0] in FEMALE_NAMES:
            return "f"
    return ""


# One word for what newsrooms write in two ways.
_SHORT = {"gop": "republican", "democratic": "democrat", "defence": "defense", "u.s.": "american"}
_NOTHING = words(
    """the a an of for and in at with from to same latter such more new recent late first second third former ex mr mrs
    ms dr two three four five six seven eight nine ten dozen dozens hundreds thousands many several some most few
    who this these that those unnamed anonymous unidentified"""
)
