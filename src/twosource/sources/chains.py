"""Who is who inside one report: mentions chained to the people, groups, offices and outlets they mean."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from twosource.gazetteer import outlets
from twosource.model import Span
from twosource.sources.lexicon import (
    BARE_HEADS,
    DROPPED_HEADS,
    FEMALE_NAMES,
    FEMALE_WORDS,
    MALE_NAMES,
    MALE_WORDS,
    ORGANISATION_HEADS,
)
from twosource.sources.mentions import Mention, Sort
from twosource.sources.nations import nation, nations_in
from twosource.sources.page import Page
from twosource.sources.phrases import Phrase
from twosource.text.names import (
    compare_organisations,
    compare_people,
    fold,
    initials,
    organisation_words,
    person,
    skeleton,
    spelled_alike,
)


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


# Pieces an outlet publishes, and occasions on which somebody speaks in public.
_PIECES = frozenset(
    [
        "report",
        "article",
        "story",
        "account",
        "news report",
        "analysis",
        "editorial",
        "investigation",
        "review",
        "statement",
    ]
)
_OCCASIONS = frozenset(
    ["news conference", "press conference", "briefing", "speech", "address", "hearing", "interview", "testimony"]
)
_HE_IS = re.compile(r"\b(?:he|she)\s+(?:is|was|had\s+been|has\s+been|remains|became)\s+(?:also\s+)?$", re.IGNORECASE)
_WHO_SPOKE = re.compile(r"\s+who\s+(?:spoke|talked|have\s+spoken)\s+(?:to|with)\s+|\s+interviewed\s+by\s+")
PSEUDONYM = re.compile(
    r"^[\s,(–—-]*(?:a |his |her |their )?(?:pseudonym\b|(?:is )?not (?:his|her|their) real name|whose (?:real )?name (?:has been|was|is being) (?:changed|withheld)"
    r"|(?:his|her|their) (?:real )?name (?:has been|was) changed|name (?:has been )?changed|which is (?:a pseudonym|not (?:his|her|their) real name)"
    r"|asked (?:to be|that (?:he|she|they) be) identified (?:only )?by a pseudonym)",
    re.IGNORECASE,
)
PSEUDONYM_BEFORE = re.compile(
    r"(?:the pseudonym|under the name|alias|identified (?:here )?only as|who goes by(?: the name)?)(?: of)?[\s“\"‘']*$",
    re.IGNORECASE,
)


def chain(page: Page, mentions: list[Mention], cited: set[tuple[int, int]]) -> Chains:
    """The entities of a page. ``cited`` are places of statements' sources: a country named there speaks as a state."""
    work = _Chain(page, cited)
    for m in mentions:
        if m.form == "name":
            work.collect(m)
    work.settle_names()
    previous: list[Mention] = []
    for m in mentions:
        if m.form == "name":
            work.add_name(m)
        else:
            work.add_role(m, previous, mentions)
        previous.append(m)
    work.look_ahead()
    return Chains(page, [e for e in work.entities], work.of, mentions)


class _Chain:
    def __init__(self, page: Page, cited: set[tuple[int, int]]) -> None:
        self.page, self.cited = page, cited
        self.entities: list[Entity] = []
        self.of: dict[tuple[int, int], Entity] = {}
        self.people: Counter[str] = Counter()
        self.by_name: dict[str, Entity] = {}
        self.by_part: dict[str, list[Entity]] = defaultdict(list)
        self.by_skeleton: dict[str, list[Entity]] = defaultdict(list)
        self.organisations: dict[str, list[Entity]] = defaultdict(list)
        self.outlets: dict[str, Entity] = {}
        self.states: dict[str, Entity] = {}
        self.by_head: dict[str, list[Entity]] = defaultdict(list)
        self.following: dict[int, Mention] = {}
        self.first_seen: dict[str, int] = {}

    # names ---------------------------------------------------------------------------------------------------------

    def collect(self, m: Mention) -> None:
        self.following[m.start] = m
        if m.sort in ("person", "unknown"):
            self.people[m.name] += 1
            self.first_seen.setdefault(m.name, m.start)

    def settle_names(self) -> None:
        """One entity for each full personal name of the report, before any text is followed."""
        full = [n for n in self.people if len(person(n).words) > 1]
        for name in sorted(full, key=lambda n: (-len(person(n).words), self.first_seen[n])):
            words = person(name).words
            for other in self.by_skeleton.get(skeleton(words[-1]), []) + [
                e for w in words[:1] for e in self.by_part.get(w, [])
            ]:
                if compare_people(name, other.full_name).verdict == "same":
                    self.by_name[fold(name)] = other
                    other.names[name] += 0
                    for w in words:
                        if other not in self.by_part[w]:
                            self.by_part[w].append(other)
                    break
            else:
                entity = self.new("person")
                entity.names[name] += 0
                self.by_name[fold(name)] = entity
                self.by_skeleton[skeleton(words[-1])].append(entity)
                for w in dict.fromkeys(words):
                    self.by_part[w].append(entity)

    def add_name(self, m: Mention) -> None:
        if m.sort == "place":
            self.add_place(m)
        elif m.sort == "outlet":
            self.put(self.outlet(m), m)
        elif m.sort == "organisation":
            where = nation(m.name)
            self.put(self.state(where) if where else self.organisation(m.name), m)
        elif m.sort == "unknown" and not self.looks_personal(m.name):
            self.put(self.organisation(m.name), m)
        else:
            entity = self.named_person(m)
            self.put(entity, m)
            self.note_pseudonym(entity, m)

    def looks_personal(self, name: str) -> bool:
        words = name.split()
        if fold(name) in self.by_name or any(w in self.by_part for w in person(name).words):
            return True
        return (
            2 <= len(words) <= 4
            and not any(fold(w) in ORGANISATION_HEADS for w in words)
            and all(w[:1].isupper() for w in words)
        )

    def named_person(self, m: Mention) -> Entity:
        key = fold(m.name)
        if key in self.by_name:
            return self.by_name[key]
        words = person(m.name).words
        if len(words) == 1:
            found = self.by_part.get(words[0], [])
            if found:

                def rank(e: Entity) -> tuple[bool, bool, int]:
                    is_family = any(person(n).family == words[0] for n in e.names)
                    return (bool(e.mentions), is_family, e.last)

                return max(found, key=lambda e: (*rank(e), -e.number))
            alike = [
                e
                for e in self.by_skeleton.get(skeleton(words[0]), [])
                if spelled_alike(words[0], person(e.full_name).family)
            ]
            if len(alike) == 1 and len(words[0]) >= 5:
                entity = alike[0]
                entity.why.append(
                    (
                        "spelling",
                        f"“{m.name}” is read as “{entity.full_name}”: one name spelled two ways in one report.",
                        m.span,
                    )
                )
                self.by_name[key] = entity
                return entity
        entity = self.new("person")
        self.by_name[key] = entity
        if words:
            self.by_skeleton[skeleton(words[-1])].append(entity)
            for w in words:
                self.by_part[w].append(entity)
        return entity

    def note_pseudonym(self, entity: Entity, m: Mention) -> None:
        after = self.page.text[m.end : m.end + 90]
        before = self.page.text[max(0, m.start - 50) : m.start]
        found = PSEUDONYM.search(after)
        if found:
            entity.pseudonym = Span(m.start, m.end + found.end())
        elif PSEUDONYM_BEFORE.search(before):
            entity.pseudonym = Span(m.start, m.end)

    def organisation(self, name: str) -> Entity:
        key = fold(name).removeprefix("the ")
        if key in self.outlets:
            return self.outlets[key]
        for entity in self.organisations.get(key, []):
            return entity
        words = [w for w in key.split() if len(w) > 1] or [key]
        acronym = key.replace(" ", "")
        blocks = [w for w in words if len(self.organisations.get("#" + w, ())) < 50] + [acronym]
        seen: list[Entity] = []
        for w in blocks:
            for entity in self.organisations.get("#" + w, []):
                if entity not in seen:
                    seen.append(entity)
        best = None
        for entity in seen:
            for other in list(entity.names)[:4]:
                likeness = compare_organisations(name, other)
                if (
                    likeness.verdict == "same"
                    or drops_head(name, other)
                    or (likeness.verdict == "compatible" and self.short_form(name, other))
                ):
                    best = entity
                    break
            if best:
                break
        entity = best or self.new("organisation")
        self.organisations[key].append(entity)
        for w in [*words, acronym, *([initials(name)] if initials(name) else [])]:
            if entity not in self.organisations["#" + w]:
                self.organisations["#" + w].append(entity)
        return entity

    @staticmethod
    def short_form(a: str, b: str) -> bool:
        """Within one report: is one name the other without its country ("Defense Ministry", "Russia's Defense Ministry")?"""
        x, y = nations_in(a), nations_in(b)
        return not (x and y and x != y)

    def add_place(self, m: Mention) -> None:
        if not any(s < m.end and m.start < e for s, e in self.cited):
            return
        self.put(self.state(nation(m.name) or fold(m.name)), m)

    def state(self, key: str) -> Entity:
        if key not in self.states:
            self.states[key] = self.new("organisation")
            self.states[key].state = key
            self.states[key].nations.add(key)
        return self.states[key]

    # roles ---------------------------------------------------------------------------------------------------------

    def add_role(self, m: Mention, previous: list[Mention], mentions: list[Mention]) -> None:
        phrase = m.phrase
        if phrase is None:
            return
        entity = (
            self.outlets_report(m)
            or self.apposed(m, previous)
            or self.remarks(m)
            or self.same_office(m)
            or self.outlets_sources(m)
            or self.pointed_at(m)
            or self.echoed(m)
            or self.in_hand(m)
        )
        if entity is None:
            entity = self.new(m.sort, plural=phrase.plural)
        self.put(entity, m)

    def apposed(self, m: Mention, previous: list[Mention]) -> Entity | None:
        """The one whom a description stands beside: "Ana Ruiz, the ministry's spokeswoman"; "its leader, Kim"."""
        phrase = m.phrase
        if phrase is None or m.sort not in ("person", "organisation", "outlet") or phrase.article == "some":
            return None
        text = self.page.text
        wants = "person" if m.sort == "person" else m.sort
        sentence = self.page.sentence_at(m.start)
        for before in reversed(previous[-6:]):
            if before.end > m.start or self.page.sentence_at(before.start) != sentence:
                continue
            if before.form == "role" and before.end > m.start:
                continue
            between = text[before.end : m.start]
            owner = self.of.get((before.start, before.end))
            if owner is None or (owner.sort != wants and not (wants == "person" and owner.sort == "unknown")):
                if len(between) > 40:
                    break
                continue
            if before.form == "name" or phrase.article == "a":
                if (
                    re.fullmatch(r",\s+(?:(?:now|then|once|formerly|currently|also|himself|herself)\s+)?", between)
                    and self.closes(m, phrase)
                    and before.form == "name"
                    and phrase.article != "another"
                ):
                    return owner
                if (
                    re.fullmatch(
                        r"(?:,? who|,)?\s(?:also\s)?(?:is|was|are|were|became|remains|had been|has been|served as|also served as|serves as|works as|worked as)\s(?:also\s|once\s|now\s)?",
                        between,
                    )
                    and phrase.article != "another"
                ):
                    return owner
            break
        if wants == "person" and not phrase.plural and _HE_IS.search(text, max(0, m.start - 24), m.start):
            for before in reversed(previous[-8:]):
                owner = self.of.get((before.start, before.end))
                if (
                    self.page.sentence_at(before.start) == sentence
                    and owner is not None
                    and owner.sort == "person"
                    and not owner.plural
                ):
                    return owner
        end = max(phrase.end, phrase.of_span.end if phrase.of_span else 0)
        for stop in dict.fromkeys((phrase.end, end)):
            gap = re.compile(r",\s+(?:Mr\.|Mrs\.|Ms\.|Dr\.)?\s*").match(text, stop)
            name = self.following.get(gap.end()) if gap else None
            if name is None and gap:
                name = self.following_title(gap.end())
            if (
                name is not None
                and (name.sort == wants or (wants == "outlet" and name.sort in ("person", "organisation", "unknown")))
                and not phrase.plural
            ):
                tail = text[name.end : name.end + 12]
                if re.match(r"(?:,|\.|\s\(|;|”|\s(?:said|told|was|is|has|had|says|wrote|added|who|reported)\b)", tail):
                    if wants == "outlet" and name.sort != "outlet":
                        return self.renamed_outlet(name)
                    if name.sort == "person":
                        return self.named_person(name)
                    if name.sort == "organisation":
                        return self.organisation(name.name)
        return None

    def following_title(self, offset: int) -> Mention | None:
        return self.following.get(offset)

    def renamed_outlet(self, name: Mention) -> Entity:
        """ "A newspaper, X, reported": X is an outlet, whatever the tagger thought of its name."""
        key = fold(name.name)
        entity = self.outlets.get(key)
        if entity is None:
            entity = self.outlets[key] = self.new("outlet")
        for table in (self.by_name, self.organisations):
            if table is self.by_name:
                self.by_name[key] = entity
            else:
                self.organisations[key.removeprefix("the ")] = [entity]
        return entity

    def closes(self, m: Mention, phrase: Phrase) -> bool:
        """Does a comma, stop or relative follow within the complement, as after an apposition?"""
        return (
            phrase.article in ("a", "the", "own")
            or bool(phrase.of)
            or bool(re.match(r"\s*(?:,|\.|;|\)|—|–|who\b|said\b|told\b)", self.page.text[m.end : m.end + 8]))
        )

    def same_office(self, m: Mention) -> Entity | None:
        """A government speaks for its state; a proper organisation is joined by name; a spokesman by his office."""
        phrase = m.phrase
        if phrase is None:
            return None
        if m.sort == "organisation":
            if phrase.head in ("government", "regime", "authorities", "authority", "kremlin") and not phrase.plural | (
                phrase.head == "authorities"
            ):
                for text in (phrase.owner, " ".join(phrase.modifiers), phrase.of):
                    found = nations_in(text)
                    if len(found) == 1 and not (set(phrase.modifiers) & {"federal", "regional", "local", "opposition"}):
                        return self.state(next(iter(found)))
            if phrase.capital:
                bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", self.page.text[m.start : m.end])
                return self.organisation(bare)
        if m.sort == "person" and "voice" in phrase.classes:
            office = self.office(phrase)
            if office:
                for entity in reversed(self.by_head.get("voice", [])):
                    if any(self.office(d) == office for d in entity.descriptions) and not entity.plural:
                        if not entity.names or phrase.article == "the":
                            return entity
        return None

    @staticmethod
    def office(phrase: Phrase) -> str:
        return fold(phrase.of or phrase.owner or " ".join(phrase.modifiers)).removeprefix("the ")

    def pointed_at(self, m: Mention) -> Entity | None:
        """The entity that a definite description points back at."""
        phrase = m.phrase
        if phrase is None or not (
            phrase.article == "the"
            or phrase.same
            or (phrase.article == "own" and not phrase.owner)
            or (phrase.article == "own" and phrase.sort in ("organisation", "document"))
        ):
            return None
        if phrase.article == "own" and phrase.sort == "person" and not phrase.plural:
            return None
        if phrase.head in BARE_HEADS:
            return None  # "those who fought": whom it means is said after it, not before
        near = 0.4 if re.match(r"(?:[Tt]hese|[Tt]his)\b", phrase.text) else 0.08
        keys = [phrase.head, *sorted(phrase.classes), *(["military"] if _military(phrase) else [])]
        here = self.page.sentence_at(m.start)
        wants = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
        content = _content(phrase)
        best: tuple[float, int] | None = None
        chosen = None
        seen: set[int] = set()
        for key in dict.fromkeys(keys):
            for entity in self.by_head.get(key, [])[-60:]:
                if entity.number in seen or not entity.mentions:
                    continue
                seen.add(entity.number)
                if entity.plural != phrase.plural or not _fits(entity, m.sort):
                    continue
                if wants and entity.nations and not (wants & entity.nations):
                    continue
                same_head = any(d.head == phrase.head for d in entity.descriptions) or (
                    entity.sort == "organisation" and phrase.head in entity.words
                )
                shared = len(content & entity.words) + len(wants & entity.nations)
                missing = len(content - entity.words)
                if content - wants and not shared and entity.words - {phrase.head}:
                    continue
                if not same_head and not shared and (here - entity.last > 4 or content):
                    continue
                score = (3.0 if same_head else 1.0) + 1.0 * shared - 0.7 * missing
                score += 0.6 * math.log1p(len(entity.mentions)) - near * min(here - entity.last, 20)
                if phrase.number and any(d.number and d.number != phrase.number for d in entity.descriptions):
                    continue
                if best is None or (score, entity.last) > best:
                    best, chosen = (score, entity.last), entity
        if chosen is not None and best is not None and best[0] >= 1.0:
            if not chosen.names:
                chosen.why.append(
                    (
                        "points-back",
                        f"“{phrase.text}” points back at “{chosen.mentions[0].phrase.text if chosen.mentions[0].phrase else ''}”.",
                        m.span,
                    )
                )
            return chosen
        return None

    def outlets_report(self, m: Mention) -> Entity | None:
        """ "A report by X" is X speaking, where X is an outlet."""
        phrase = m.phrase
        if phrase is None or m.sort != "document" or phrase.of_span is None or phrase.head not in _PIECES:
            return None
        name = next(
            (
                self.following[k]
                for k in range(phrase.of_span.start, min(phrase.of_span.end, phrase.of_span.start + 6))
                if k in self.following
            ),
            None,
        )
        if (
            name is None
            or name.sort != "outlet"
            or self.page.text[phrase.end : phrase.of_span.start].split()[:1] == ["of"]
        ):
            return None
        return self.outlet(name)

    def outlet(self, m: Mention) -> Entity:
        key = fold(m.canonical or m.name)
        if key not in self.outlets:
            self.outlets[key] = self.new("outlet")
            self.outlets[key].canonical = m.canonical
        return self.outlets[key]

    def remarks(self, m: Mention) -> Entity | None:
        """ "His comments" are those made where the report has just had him speak: the news conference, the speech."""
        phrase = m.phrase
        if (
            phrase is None
            or m.sort != "document"
            or phrase.article != "own"
            or phrase.head not in ("comment", "remark", "statement", "statements", "words")
        ):
            return None
        here = self.page.sentence_at(m.start)
        for entity in reversed(self.entities[-200:]):
            if (
                entity.sort == "document"
                and entity.mentions
                and here - entity.last <= 25
                and any(d.head in _OCCASIONS for d in entity.descriptions)
            ):
                return entity
        return None

    def outlets_sources(self, m: Mention) -> Entity | None:
        """ "X's sources" are those whom a sentence with X's name has already cited."""
        phrase = m.phrase
        if phrase is None or not phrase.plural or m.sort != "group":
            return None
        named = fold(" ".join((phrase.owner, *phrase.modifiers))) if phrase.head == "source" else ""
        spoke = _WHO_SPOKE.match(self.page.text, phrase.end) if phrase.article == "the" else None
        if spoke:
            named = fold(self.page.text[spoke.end() : spoke.end() + 60])
        for key, outlet in self.outlets.items():
            if (
                not (key in named or any(fold(n) in named.split() or fold(n) in named for n in outlet.names))
                or not named
            ):
                continue
            there = {self.page.sentence_at(o.start) for o in outlet.mentions}
            for entity in reversed(self.entities[-200:]):
                if (
                    entity.plural
                    and entity.sort == "group"
                    and any(self.page.sentence_at(o.start) in there for o in entity.mentions)
                ):
                    entity.why.append(
                        ("outlets-sources", f"“{phrase.text}” are those whom the report says spoke to it.", m.span)
                    )
                    return entity
        return None

    def in_hand(self, m: Mention) -> Entity | None:
        """The one person the last sentences speak of, where "the sergeant" can be nobody else."""
        phrase = m.phrase
        if (
            phrase is None
            or phrase.article != "the"
            or m.sort != "person"
            or phrase.plural
            or phrase.of
            or phrase.owner
            or phrase.modifiers
        ):
            return None
        if phrase.head in ("author", "leader", "source", "president", "person", "man", "woman"):
            return None
        here = self.page.sentence_at(m.start)
        recent = [
            e for e in self.entities[-300:] if e.mentions and not e.plural and e.sort == "person" and here - e.last <= 1
        ]
        if (
            len(recent) == 1
            and recent[0].names
            and not any("military" in d.classes and "military" not in phrase.classes for d in recent[0].descriptions)
        ):
            entity = recent[0]
            entity.why.append(
                ("in-hand", f"“{phrase.text}” can be nobody but the person the sentence before speaks of.", m.span)
            )
            return entity
        return None

    def echoed(self, m: Mention) -> Entity | None:
        """A group without article named by the same words before ("officials", "officials"), or by fewer of them."""
        phrase = m.phrase
        if phrase is None or m.sort != "group" or phrase.article in ("another", "a", "number", "own"):
            return None
        if phrase.head in BARE_HEADS:
            return None
        content, wants = _content(phrase), nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
        for entity in reversed(self.by_head.get(phrase.head, [])[-30:]):
            if not entity.plural or entity.sort != "group" or not entity.mentions:
                continue
            theirs = entity.words - {phrase.head}
            if content <= theirs or theirs <= content or (content & theirs):
                if not (wants and entity.nations and not wants & entity.nations):
                    entity.why.append(
                        (
                            "same-words",
                            f"“{phrase.text}” repeats the words of “{entity.mentions[0].phrase.text if entity.mentions[0].phrase else ''}”.",
                            m.span,
                        )
                    )
                    return entity
        return None

    def look_ahead(self) -> None:
        """Descriptions that come before the name: "the leader of Japan", then "Japanese Prime Minister Mori"."""
        for entity in list(self.entities):
            if entity.names or entity.sort != "person" or entity.plural or not entity.mentions:
                continue
            phrase = entity.mentions[0].phrase
            if (
                phrase is None
                or phrase.article not in ("the", "own")
                or not phrase.classes & {"ruler", "head", "minister", "military"}
            ):
                continue
            content = _content(phrase)
            wants = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
            fits = []
            for key in sorted(phrase.classes):
                for other in self.by_head.get(key, [])[-60:]:
                    if other is entity or other in fits or not other.names or other.sort != "person" or other.plural:
                        continue
                    same_head = any(d.head == phrase.head for d in other.descriptions)
                    if wants and other.nations and not wants & other.nations:
                        continue
                    if (content and content <= other.words | other.nations) or (
                        same_head and not content and len(other.mentions) > 2
                    ):
                        fits.append(other)
            if len(fits) == 1:
                other = fits[0]
                first = entity.mentions[0]
                other.why.append(
                    ("ahead", f"“{phrase.text}” is “{other.full_name}”, whom the report names so later.", first.span)
                )
                for m in entity.mentions:
                    self.of[m.start, m.end] = other
                other.mentions = sorted([*other.mentions, *entity.mentions], key=lambda m: m.start)
                other.descriptions += entity.descriptions
                entity.mentions = []

    # bookkeeping ---------------------------------------------------------------------------------------------------

    def new(self, sort: Sort, *, plural: bool = False) -> Entity:
        entity = Entity(len(self.entities), sort, plural)
        self.entities.append(entity)
        return entity

    def put(self, entity: Entity, m: Mention) -> None:
        self.of[m.start, m.end] = entity
        entity.mentions.append(m)
        entity.last = self.page.sentence_at(m.start)
        if m.form == "name" and m.name:
            entity.names[m.name] += 1
            if entity.sort in ("organisation", "outlet"):
                words = fold(m.name).split()
                entity.words.update(words)
                entity.nations |= nations_in(m.name)
                for w in words[-1:] + words[:1]:
                    self.index(w, entity)
            elif not entity.gender:
                entity.gender = _gender(m)
        if m.phrase is not None and m.phrase.head in ("mr", "mrs", "ms", "miss", "dr", "sir"):
            entity.gender = entity.gender or _gender(m)
        elif m.phrase is not None:
            entity.descriptions.append(m.phrase)
            entity.words |= _content(m.phrase) | {m.phrase.head}
            entity.nations |= nations_in(" ".join((m.phrase.owner, *m.phrase.modifiers, m.phrase.of)))
            for key in (m.phrase.head, *m.phrase.classes, *(["military"] if _military(m.phrase) else [])):
                self.index(key, entity)
            if not entity.gender:
                entity.gender = _gender(m)

    def index(self, key: str, entity: Entity) -> None:
        listed = self.by_head[key]
        if entity in listed[-8:]:
            listed.remove(entity)
        listed.append(entity)


def drops_head(a: str, b: str) -> bool:
    """Is one name the other without the kind of body it is ("Wagner", "Wagner Group")?"""
    x, y = organisation_words(a), organisation_words(b)
    return bool(x) and bool(y) and x != y and (x < y or y < x) and (x ^ y) <= DROPPED_HEADS


def _military(phrase: Phrase) -> bool:
    """A member of forces is a soldier."""
    words = {*phrase.modifiers, *fold(phrase.of).split()}
    return phrase.head in ("member", "ex-member", "man", "people") and bool(
        words & {"forces", "force", "army", "military", "marines", "troops", "commandos", "militia"}
    )


def _content(phrase: Phrase) -> set[str]:
    plain = {w for text in phrase.modifiers for w in text.split()}
    plain |= set(fold(phrase.owner).split()) | set(fold(phrase.of).split())
    found = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
    return {w for w in plain if not nation(w) and w not in _NOTHING} | found


_NOTHING = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "at",
        "with",
        "from",
        "to",
        "same",
        "latter",
        "such",
        "more",
        "new",
        "recent",
        "late",
        "first",
        "second",
        "third",
        "former",
        "ex",
        "mr",
        "mrs",
        "ms",
        "dr",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "dozens",
        "hundreds",
        "thousands",
        "many",
        "several",
        "some",
        "most",
        "few",
        "who",
        "this",
        "these",
        "that",
        "those",
        "unnamed",
        "anonymous",
        "unidentified",
    ]
)


def _fits(entity: Entity, sort: Sort) -> bool:
    if sort == "organisation":
        return entity.sort in ("organisation", "outlet")
    if sort == "outlet":
        return entity.sort in ("outlet", "organisation")
    if sort == "group":
        return entity.sort in ("group", "person") and entity.plural
    return entity.sort == sort


def _gender(m: Mention) -> str:
    words = fold(f"{m.phrase.text if m.phrase else ''}").split()
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


__all__ = ["Chains", "Entity", "chain", "replace"]
