"""Names inside one report: who bears them, and the book of entities that mentions are entered in."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from twosource.gazetteer.states import seat_after
from twosource.model import Span
from twosource.sources.entities import SURE, Entity, content_of, gender_of, is_military
from twosource.sources.lexicon import ADDRESS, ORGANISATION_HEADS
from twosource.sources.mentions import Mention, Sort
from twosource.sources.nations import nation, nations_in
from twosource.sources.page import Page
from twosource.sources.short_forms import drops_head, shortens
from twosource.text.names import (
    compare_organisations,
    compare_people,
    fold,
    initials,
    is_acronym,
    organisation_words,
    person,
    skeleton,
    spelled_alike,
)

_AND = re.compile(r",?\s+and\s+(?:(?:his|her|their)\s+\w+,?\s+)?")
_KIN = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[’']s)\s+(?:\w+\s+)?(?:wife|husband|widow|brother|sister|son|daughter|mother|father|cousin|uncle|aunt|nephew"
    r"|niece|ex-wife|ex-husband|fiancée?|partner)(?:,\s+|\s+)(?=[A-Z])"
)
# A report that gives more full names than this is a list (of victims, candidates, signers): names that sound alike
# in it are different people.
LIST = 100
# Names compared with a new one; no more people of one report sound alike.
SPELLINGS = 6
# One report writes a body's name in two ways, not in three.
SLIPS = 3
# Sentences between a headline's or lead's bare family name and the full name that follows it.
LEAD = 6
PSEUDONYM = re.compile(
    r"^[\s,(–—-]*(?:a |his |her |their )?(?:pseudonym\b|(?:is )?not (?:his|her|their) (?:real )?name\b"
    r"|whose (?:real )?name (?:has been|was|is being) (?:changed|withheld)"
    r"|(?:his|her|their) (?:real )?name (?:has been|was) changed|name (?:has been )?changed"
    r"|which is (?:a pseudonym|not (?:his|her|their) (?:real )?name\b)"
    r"|asked (?:to be|that (?:he|she|they) be) identified (?:only )?by a pseudonym)",
    re.IGNORECASE,
)
PSEUDONYM_BEFORE = re.compile(
    r"(?:\b(?:the pseudonym|under the name|alias|identified (?:here )?only as|who goes by(?: the name)?)(?: of)?"
    r"|\b(?:asks?|asked|wants?|wanted|prefers?|preferred) (?:me |us )?to (?:be called|call (?:him|her|them))"
    r"|\b(?:we|I)(?: will| shall|[’']ll)? call (?:him|her|them)"
    r"|\bwhom (?:we|I|the (?:journalists|reporters|authors|magazine|newspaper|paper|site)) (?:call|name)s?)[\s“\"‘']*$",
    re.IGNORECASE,
)


class Register:
    """The entities of one report, found again by name, by part of a name, and by the nouns that describe them."""

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
        self.said: dict[str, list[Mention]] = defaultdict(list)  # a folded name's mentions, before they are followed
        self.lone: dict[str, Entity] = {}  # a family name's bearer who is nobody named in full

    def collect(self, m: Mention) -> None:
        """Take note of a name before the text is followed."""
        self.following[m.start] = m
        if m.sort in ("person", "unknown"):
            self.people[m.name] += 1
            self.first_seen.setdefault(m.name, m.start)
            self.said[" ".join(person(m.name).words)].append(m)

    def settle_names(self) -> None:
        """One entity for each full personal name of the report, before any text is followed."""
        full = [n for n in self.people if len(person(n).words) > 1]
        for name in sorted(full, key=lambda n: (-len(person(n).words), self.first_seen[n])):
            words = person(name).words
            alike = self.by_skeleton.get(skeleton(words[-1]), [])
            for other in alike[:SPELLINGS] + [e for e in self.by_part.get(words[0], [])[:SPELLINGS] if e not in alike]:
                likeness = compare_people(name, other.full_name)
                # In one report another spelling is a slip; several names that sound alike are several people.
                slip = len(alike) == 1 and len(full) <= LIST
                if _father_and_son(name, other.full_name):
                    continue
                if likeness.verdict == "same" and (likeness.score > 0.9 or slip):
                    self.by_name[fold(name)] = other
                    other.names[name] += 0
                    for w in words:
                        if other not in self.by_part[w]:
                            self.by_part[w].append(other)
                    break
            else:
                entity = self.new("person")
                entity.names[name] += 0
                entity.gender = next((g for x in self.said[" ".join(words)] if (g := gender_of(x))), "")
                self.by_name.setdefault(fold(name), entity)
                self.by_skeleton[skeleton(words[-1])].append(entity)
                for w in dict.fromkeys(words):
                    self.by_part[w].append(entity)

        for word in sorted({person(n).family for n in full}):
            self.settle_family(word)

    def settle_family(self, word: str) -> None:
        """A family name whose bearers in full can none of them be meant by it alone has a bearer of its own.

        "President Rahimi and Sara Rahimi", "Mr. Rahimi" beside Sara Rahimi: another person of that name.
        """
        alone = self.said.get(word, [])
        named = [(e, x) for e in self.by_part.get(word, []) for n in e.names for x in self._said(n)]
        if not alone or not named:
            return
        apart = {e.number for e, x in named if any(self._two_people(e, x, m) for m in alone)}
        if apart >= {e.number for e, _ in named}:
            entity = self.new("person")
            self.lone[word] = entity
            self.by_part[word].append(entity)

    def _said(self, name: str) -> list[Mention]:
        return self.said.get(" ".join(person(name).words), [])

    def _two_people(self, entity: Entity, full: Mention, alone: Mention) -> bool:
        sex = gender_of(alone)
        if sex and entity.gender and sex != entity.gender:
            return True
        if alone.start < full.start and _KIN.search(self.page.text, max(0, full.start - 40), full.start + 40):
            return True  # a relative comes in by his tie to the one already named
        first, second = sorted((full, alone), key=lambda m: m.start)
        if _AND.fullmatch(self.page.text[first.end : second.start][:40]):
            return True
        x, y = (m.phrase.classes if m.phrase else frozenset() for m in (full, alone))
        return bool(x and y and not x & y)

    def add_name(self, m: Mention) -> None:
        """Enter a name's mention with whoever bears it."""
        if m.sort == "place":
            self.add_place(m)
        elif m.sort == "outlet":
            self.put(self.outlet(m), m)
        elif m.sort == "organisation":
            where = nation(m.name)
            self.put(self.state(where) if where else self.organisation(m.name), m)
        elif m.sort == "group":
            key = "group " + fold(m.name)
            if key not in self.by_name:
                self.by_name[key] = self.new("group", plural=True)
            self.put(self.by_name[key], m)
        elif m.sort == "unknown" and not self.looks_personal(m.name):
            self.put(self.organisation(m.name), m)
        else:
            entity = self.named_person(m)
            self.put(entity, m)
            self.note_pseudonym(entity, m)

    def outlet(self, m: Mention) -> Entity:
        """The outlet that a name names."""
        key = fold(m.canonical or m.name)
        if key not in self.outlets:
            self.outlets[key] = self.new("outlet")
            self.outlets[key].canonical = m.canonical
        return self.outlets[key]

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

    def looks_personal(self, name: str) -> bool:
        """May an untagged name be somebody's?"""
        words = name.split()
        if fold(name) in self.by_name or any(w in self.by_part for w in person(name).words):
            return True
        return (
            2 <= len(words) <= 4
            and not any(fold(w) in ORGANISATION_HEADS for w in words)
            and all(w[:1].isupper() for w in words)
        )

    def named_person(self, m: Mention) -> Entity:
        """The person that a name names; a new one where nobody bears it."""
        key = fold(m.name)
        if key in self.by_name:
            return self.by_name[key]
        words = person(m.name).words
        if len(words) == 1:
            bearer = self.bearer(words[0], m)
            if bearer is not None:
                return bearer
            alike = [
                e
                for e in self.by_skeleton.get(skeleton(words[0]), [])
                if words[0] not in person(e.full_name).words and spelled_alike(words[0], person(e.full_name).family)
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
        if len(words) != 1:
            self.by_name[key] = entity
        if words:
            self.by_skeleton[skeleton(words[-1])].append(entity)
            for w in words:
                self.by_part[w].append(entity)
        return entity

    def bearer(self, word: str, m: Mention) -> Entity | None:
        """The person whom one name alone means: by family name rather than first name, and of fitting sex.

        Somebody whose full name has not been given yet is meant only by a headline or lead. Of two in question the one
        whom the report has called by that name alone before, then the one named last: "Rahimi" stays Omar Rahimi when
        his wife Sara Rahimi comes in.
        """
        here, sex = self.page.sentence_at(m.start), gender_of(m)
        fits = []
        for entity in self.by_part.get(word, []):
            if sex and entity.gender and sex != entity.gender:
                continue
            if entity is self.lone.get(word):
                return entity
            if not entity.mentions:
                full = min((self.first_seen[n] for n in entity.names if n in self.first_seen), default=None)
                if full is None or self.page.sentence_at(full) - here > LEAD:
                    continue
            fits.append(entity)

        def rank(e: Entity) -> tuple[bool, bool, int, int, int]:
            family = any(person(n).family == word for n in e.names)
            alone = sum(fold(x.name) == word for x in e.mentions[-20:])
            return (e is self.lone.get(word) or bool(e.mentions), family, min(alone, 2), e.last, -e.number)

        return max(fits, key=rank) if fits else None

    def note_pseudonym(self, entity: Entity, m: Mention) -> None:
        """Mark a person whose name the words beside it call a pseudonym."""
        after = self.page.text[m.end : m.end + 90]
        before = self.page.text[max(0, m.start - 50) : m.start]
        found = PSEUDONYM.search(after)
        if found:
            entity.pseudonym = Span(m.start, m.end + found.end())
        elif PSEUDONYM_BEFORE.search(before):
            entity.pseudonym = Span(m.start, m.end)

    def organisation(self, name: str) -> Entity:
        """The organisation that a name names: the same words, its initials, or a short form of it."""
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
        best = next((e for e in seen if _one_body(name, list(e.names)[:4])), None)
        if best is None:
            longer = [e for e in seen if e.mentions and any(shortens(name, n) for n in list(e.names)[:4])]
            best = longer[0] if len(longer) == 1 else None
        entity = best or self.new("organisation")
        self.organisations[key].append(entity)
        for w in [*words, acronym, *([initials(name)] if initials(name) else [])]:
            if entity not in self.organisations["#" + w]:
                self.organisations["#" + w].append(entity)
        return entity

    def add_place(self, m: Mention) -> None:
        """A country speaks as a state where a statement cites it; elsewhere it is a place."""
        if not any(s <= m.start <= s + 4 and m.start < e <= m.end + 1 for s, e in self.cited):
            return
        self.put(self.state(nation(m.name) or fold(m.name)), m)

    def state(self, key: str) -> Entity:
        """The government of a country."""
        if key not in self.states:
            self.states[key] = self.new("organisation")
            self.states[key].state = key
            self.states[key].nations.add(key)
        return self.states[key]

    def new(self, sort: Sort, *, plural: bool = False) -> Entity:
        """A new entity without mentions."""
        entity = Entity(len(self.entities), sort, plural)
        self.entities.append(entity)
        return entity

    def put(self, entity: Entity, m: Mention) -> None:
        """Enter a mention with its entity, and what it says of it."""
        self.of[m.start, m.end] = entity
        entity.mentions.append(m)
        entity.last = self.page.sentence_at(m.start)
        if m.form == "name" and m.name:
            entity.names[m.name] += 1
            if entity.sort in ("organisation", "outlet"):
                words = fold(m.name).split()
                entity.words.update(words)
                entity.nations |= nations_in(m.name)
                for k, w in enumerate(words):
                    if k in (0, len(words) - 1) or w in ORGANISATION_HEADS:
                        self.index(w, entity)
            else:
                entity.gender = entity.gender or gender_of(m)
                self.note_seat(entity, m)
        if m.phrase is not None and m.phrase.head in ADDRESS:
            entity.gender = entity.gender or gender_of(m)
        elif m.phrase is not None:
            entity.descriptions.append(m.phrase)
            entity.words |= content_of(m.phrase) | {m.phrase.head}
            entity.nations |= nations_in(" ".join((m.phrase.owner, *m.phrase.modifiers, m.phrase.of)))
            for key in (m.phrase.head, *m.phrase.classes, *(["military"] if is_military(m.phrase) else [])):
                self.index(key, entity)
            if not entity.gender:
                entity.gender = gender_of(m)

    def note_seat(self, entity: Entity, m: Mention) -> None:
        """A lawmaker's party and state, as they stand behind the name, describe him."""
        seat = seat_after(self.page.text, m.end)
        if seat is not None:
            entity.words.update((seat.party, *fold(seat.state).split()))
            self.index(seat.party, entity)

    def index(self, key: str, entity: Entity) -> None:
        """Find an entity again by a noun; the latest use comes last."""
        listed = self.by_head[key]
        for k in range(len(listed) - 1, max(-1, len(listed) - 9), -1):
            if listed[k] is entity:
                del listed[k]
                break
        listed.append(entity)


def _one_body(name: str, others: Sequence[str]) -> bool:
    """Does a name fit one of a body's names and contradict none of them?

    "Harbor Institute" is short for "Vik Harbor Institute"; "Brandt Harbor Institute" is then another one.
    """
    fits = False
    for other in others:
        likeness = compare_organisations(name, other)
        same = likeness.verdict == "same" and (likeness.score >= SURE or len(others) < SLIPS)
        if same or drops_head(name, other):
            fits = True
        elif likeness.verdict == "compatible":
            fits = fits or _short_form(name, other)
        elif not (is_acronym(name) or is_acronym(other)):
            x, y = organisation_words(name), organisation_words(other)
            if x - y and y - x:
                return False
    return fits


def _short_form(a: str, b: str) -> bool:
    """Within one report: may one name be the other without its country ("Defense Ministry")?"""
    x, y = nations_in(a), nations_in(b)
    return not (x and y and x != y)


def _father_and_son(a: str, b: str) -> bool:
    """Within one report: one name with "Jr." or its like and the same without it are two people."""
    x, y = person(a), person(b)
    return x.words == y.words and x.suffix != y.suffix
