"""Nouns that stand for somebody named elsewhere: "the agency", "the company", "the prime minister", "the three"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from twosource.gazetteer.mentions import SHORT_NAMES
from twosource.sources.entities import Entity, fits, gender_of
from twosource.sources.lexicon import CORPORATE, NUMBERS, OUTLET_HEADS
from twosource.sources.mentions import Mention
from twosource.sources.nations import nations_in
from twosource.sources.page import Page
from twosource.sources.phrases import Phrase
from twosource.sources.register import Register
from twosource.text.names import fold, organisation_words, person

# How many sentences back a noun alone may reach for the firm or outlet it stands for.
REACH = 25
_FIRM = frozenset(
    "company firm corporation manufacturer maker operator airline retailer giant conglomerate".split()  # noqa: SIM905
)
# Nouns for outlets, and words in the names of the outlets that each fits.
_OUTLET_NOUNS = {
    "agency": {"agency", "press", "newswire", "wire", "news"},
    "news agency": {"agency", "press", "newswire", "wire", "news"},
    "broadcaster": {"radio", "tv", "television", "broadcasting", "channel"},
    "station": {"radio", "tv", "television"},
    "radio station": {"radio"},
    "channel": {"channel", "tv", "television"},
    **dict.fromkeys(("newspaper", "paper"), SHORT_NAMES - {"news", "agency", "network"}),
}
# Offices that one person of a country or town holds at a time.
_SOLE = frozenset(
    [
        "president", "prime minister", "pm", "premier", "chancellor", "king", "queen", "emir", "sultan", "pope",
        "foreign minister", "defense minister", "defence minister", "interior minister", "attorney general", "mayor",
        "secretary general", "governor",
    ]
)  # fmt: skip
_SAME_OFFICE = {"pm": "prime minister", "premier": "prime minister", "defence minister": "defense minister"}
# Words before an office that make it another one.
_OTHER_OFFICE = frozenset("former ex deputy vice assistant acting late then next future designate".split())  # noqa: SIM905
_PART = frozenset(["entry", "page", "line", "passage"])
# A report that names one of these may mean it by "the paper".
_STUDY = frozenset(["paper", "study", "white paper", "working paper"])
_BOOK = frozenset(["logbook", "log book", "log", "shift book", "register", "diary", "book", "ledger", "record"])

Titles = Mapping[str, frozenset[str]]
"""An office -> the family names of those whom the story's reports call so."""


def titles(found: Iterable[tuple[Page, Iterable[Mention]]]) -> Titles:
    """The holders of offices in all reports, by the titles before their names."""
    held: dict[str, set[str]] = defaultdict(set)
    for _, mentions in found:
        for m in mentions:
            if m.form == "name" and m.sort == "person" and m.phrase is not None:
                office = _office(m.phrase)
                family = person(m.name).family
                if office and family:
                    held[office].add(family)
    return {office: frozenset(names) for office, names in held.items()}


def sexes(found: Iterable[tuple[Page, Iterable[Mention]]]) -> Mapping[str, str]:
    """Family name -> m or f, where all reports' titles and first names agree and only one person bears the name."""
    seen: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for _, mentions in found:
        for m in mentions:
            if m.form == "name" and m.sort == "person":
                name = person(m.name)
                if len(name.words) > 1:
                    bearers[name.family].add(name.words[0])
                if sex := gender_of(m):
                    seen[name.family].add(sex)
    return {f: next(iter(s)) for f, s in seen.items() if len(s) == 1 and len(bearers[f]) <= 1}


def holder(book: Register, m: Mention, held: Titles) -> Entity | None:
    """ "The prime minister" is the one person of the report whom the story's reports call so."""
    phrase = m.phrase
    if phrase is None or m.sort != "person" or phrase.plural or phrase.article not in ("the", "own", "bare"):
        return None
    if phrase.article == "own" and not phrase.owner and phrase.head != "foreign minister":
        return None
    families = held.get(_office(phrase), frozenset())
    bearers = [e for f in sorted(families) for e in book.by_part.get(f, []) if person(e.full_name).family == f]
    bearers = list({e.number: e for e in bearers}.values())
    if len(families) != 1 or len(bearers) != 1:
        return None
    bearer = bearers[0]
    wants = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
    if wants and bearer.nations and not wants & bearer.nations:
        return None
    bearer.why.append(("title", f"“{phrase.text}”: the reports call nobody but {bearer.full_name} so.", m.span))
    return bearer


def holders_ahead(book: Register, held: Titles) -> None:
    """The same for an office that comes before its holder's name."""
    for entity in list(book.entities):
        if entity.names or entity.sort != "person" or entity.plural:
            continue
        sure = [m for m in entity.mentions if m.phrase is not None and m.phrase.article in ("the", "own")]
        bearer = holder(book, sure[0], held) if sure else None
        if bearer is not None and bearer.mentions:
            for m in entity.mentions:
                book.of[m.start, m.end] = bearer
            bearer.mentions = sorted([*bearer.mentions, *entity.mentions], key=lambda m: m.start)
            bearer.descriptions += entity.descriptions
            entity.mentions = []


def _office(phrase: Phrase) -> str:
    if phrase.head not in _SOLE or set(phrase.modifiers) & _OTHER_OFFICE:
        return ""
    return _SAME_OFFICE.get(phrase.head, phrase.head)


def body(book: Register, m: Mention) -> Entity | None:
    """ "The agency", "the broadcaster": the outlet named last that it fits; "the company": the firm."""
    phrase = m.phrase
    if phrase is None or phrase.plural or phrase.article != "the" or phrase.owner or phrase.of:
        return None
    here = book.page.sentence_at(m.start)
    if phrase.head in OUTLET_HEADS and not phrase.modifiers:
        near = [e for e in _outlets(book) if here - e.last <= REACH]
        noun = _OUTLET_NOUNS.get(phrase.head)
        apt = [e for e in near if noun and noun & set(fold(e.full_name).split())]
        own = book.page.reading.report.outlet or ""
        others = [e for e in near if own not in (e.canonical, e.full_name)]
        if m.sort == "document" and apt and not any(d.head in _STUDY for e in book.entities for d in e.descriptions):
            return _stands(max(apt, key=_late), replace(m, sort="outlet"))  # "told the paper"
        chosen = max(apt or (others if len(others) == 1 else near if len(near) == 1 else []), key=_late, default=None)
        return _stands(chosen, m)
    if phrase.head in _FIRM and m.sort == "organisation":
        firms = [e for e in book.entities if e.names and e.sort == "organisation" and _firm(e)]
        near = [e for e in firms if e.mentions and here - e.last <= REACH]
        if near:
            return _stands(max(near, key=_late), m)
        ahead = {fold(x.name): x for x in book.following.values() if x.sort == "organisation" and _corporate(x.name)}
        if len(ahead) == 1:
            return _stands(book.organisation(next(iter(ahead.values())).name), m)
    return None


def _outlets(book: Register) -> list[Entity]:
    return [e for e in book.entities if e.sort == "outlet" and e.mentions]


def _late(entity: Entity) -> tuple[int, int]:
    return entity.last, -entity.number


def _stands(entity: Entity | None, m: Mention) -> Entity | None:
    if entity is not None and m.phrase is not None and fits(entity, m.sort):
        entity.why.append(("stands-for", f"“{m.phrase.text}” stands for “{entity.full_name}”.", m.span))
        return entity
    return None


def _firm(entity: Entity) -> bool:
    return any(_corporate(n) for n in entity.names) or any(d.head in _FIRM for d in entity.descriptions)


def _corporate(name: str) -> bool:
    return bool(organisation_words(name) & CORPORATE)


def counted(book: Register, m: Mention) -> Entity | None:
    """ "The three" are the group of three last named: "the three, two drivers and a clerk" after "three people"."""
    phrase = m.phrase
    found = phrase and re.match(r"[Tt]he\s+(\w+)\b", phrase.text)
    if phrase is None or not found or not phrase.plural or phrase.article != "the":
        return None
    number = NUMBERS.get(found.group(1).lower(), 0)
    if number < 2 or (
        phrase.head != found.group(1).lower() and phrase.head not in ("people", "man", "woman", "person")
    ):
        return None
    groups = [e for e in book.entities if e.sort == "group" and e.mentions and e.descriptions[:1]]
    groups = [e for e in groups if e.descriptions[0].number == number]
    return max(groups, key=_late, default=None)


def part_of_book(book: Register, m: Mention) -> Entity | None:
    """ "An entry of 3 May" stands in the log or diary named just before: quoting one is quoting the other."""
    phrase = m.phrase
    if phrase is None or phrase.head not in _PART or m.sort != "document" or phrase.plural:
        return None
    here = book.page.sentence_at(m.start)
    books = [
        e
        for e in book.entities
        if e.sort == "document" and e.mentions and here - e.last <= 3 and any(d.head in _BOOK for d in e.descriptions)
    ]
    return max(books, key=_late, default=None)
