"""Descriptions that stand beside a name: "Ana Ruiz, the ministry's spokeswoman", "a newspaper, X", "a report by X"."""

from __future__ import annotations

import re

from twosource.sources.entities import Entity
from twosource.sources.forms import OUTLET_NAME
from twosource.sources.lexicon import CAUSES, ORGANISATION_HEADS, OUTLET_HEADS, PERSON_CLASSES
from twosource.sources.mentions import Mention
from twosource.sources.nations import nations_in
from twosource.sources.phrases import Phrase
from twosource.sources.register import Register
from twosource.text.names import fold

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
# Nouns for people that a firm may be as well ("the owner of the quarry, Halden Mills").
_OWNS = frozenset(["owner", "employer", "buyer", "seller", "developer", "lender", "landlord", "contractor"])
# A second title between a description and the name it stands beside.
_MORE_TITLE = re.compile(r"(?:the|an?)\s+(?:[a-z][\w-]+\s+){1,5}(?=[A-Z])")
_HE_IS = re.compile(r"\b(?:he|she)\s+(?:is|was|had\s+been|has\s+been|remains|became)\s+(?:also\s+)?$", re.IGNORECASE)


def apposed(book: Register, m: Mention, previous: list[Mention]) -> Entity | None:
    """The one whom a description stands beside: "Ana Ruiz, the ministry's spokeswoman"; "its leader, Kim"."""
    phrase = m.phrase
    if phrase is None or m.sort not in ("person", "organisation", "outlet") or phrase.article == "some":
        return None
    text = book.page.text
    wants = "person" if m.sort == "person" else m.sort
    sentence = book.page.sentence_at(m.start)
    for before in reversed(previous[-6:]):
        if before.end > m.start or book.page.sentence_at(before.start) != sentence:
            continue
        if before.start >= phrase.start:
            continue  # the possessor inside the description
        between = text[before.end : max(before.end, phrase.start)]
        owner = book.of.get((before.start, before.end))
        if owner is None or (owner.sort != wants and not (wants == "person" and owner.sort == "unknown")):
            if len(between) > 40:
                break
            continue
        many = phrase.plural and m.sort == "organisation" and not owner.plural  # "the Senate, advocacy groups"
        if not many and (before.form == "name" or phrase.article == "a"):
            if (
                re.fullmatch(
                    r"(?:,\s+\d{1,3}|\s+\([^()]{1,20}\))?,\s+(?:(?:now|then|once|formerly|currently|also|himself|herself)\s+)?",
                    between,
                )
                and _closes(book, m, phrase)
                and before.form == "name"
                and phrase.article != "another"
            ):
                return owner
            if (
                re.fullmatch(
                    r"(?:,? who|,)?\s(?:also\s)?(?:is|was|are|were|became|remains|had been|has been|served as|serves as"
                    r"|works as|worked as)\s(?:also\s|once\s|now\s)?",
                    between,
                )
                and phrase.article != "another"
            ):
                return owner
        break
    if wants == "person" and not phrase.plural and _HE_IS.search(text, max(0, m.start - 24), m.start):
        for before in reversed(previous[-8:]):
            owner = book.of.get((before.start, before.end))
            if (
                book.page.sentence_at(before.start) == sentence
                and owner is not None
                and owner.sort == "person"
                and not owner.plural
            ):
                return owner
        return _spoken_of(book, sentence, previous)
    beside = book.following.get(phrase.end + 1) if text[phrase.end : phrase.end + 1] in (" ", "\u00a0") else None
    if wants != "person" and beside is not None and beside.sort == "outlet" and not phrase.plural:
        return book.outlet(beside)  # "the newswire service X"
    if wants != "person" and phrase.head in OUTLET_HEADS and beside is not None:
        named_so = phrase.head == "agency" and OUTLET_NAME.search(beside.name)
        if (wants == "outlet" or named_so) and beside.sort in ("organisation", "unknown"):
            return book.renamed_outlet(beside)
    if m.sort == "organisation" and beside is not None and beside.sort == "organisation" and not phrase.plural:
        return book.organisation(beside.name)  # "the company X"
    end = max(phrase.end, phrase.of_span.end if phrase.of_span else 0)
    for stop in dict.fromkeys((phrase.end, end)):
        gap = re.compile(r",\s+(?:Mr\.|Mrs\.|Ms\.|Dr\.|(?:the\s+)?\d{1,3}-year-old\b)?\s*").match(text, stop)
        name = book.following.get(gap.end()) if gap else None
        more = _MORE_TITLE.match(text, gap.end()) if gap and name is None and wants == "person" else None
        if more:  # "her guest, the actress and activist Ana Ruiz,"
            name = next((book.following[k] for k in range(more.start(), more.end() + 1) if k in book.following), None)
        if name is None and gap:
            name = None
        if (
            name is not None
            and (
                name.sort == wants
                or _either(phrase, name)
                or (wants == "outlet" and name.sort in ("person", "organisation", "unknown"))
            )
            and not phrase.plural
        ):
            tail = text[name.end : name.end + 20]
            if re.match(r"(?:,|\.|\s\(|;|”|\s(?:said|told|was|is|has|had|wrote|who|from|of|[a-z]+(?:ed|s))\b)", tail):
                if wants == "outlet" and name.sort != "outlet":
                    return book.renamed_outlet(name)
                if name.sort == "person":
                    return book.named_person(name)
                if name.sort == "organisation":
                    return book.organisation(name.name)
                if name.sort == "outlet":
                    return book.outlet(name)
    return None


def _either(phrase: Phrase, name: Mention) -> bool:
    """Is the description of a body or of a person, and the name beside it the other ("a crane operator, Ana Ruiz")?"""
    if name.sort == "person":
        return phrase.head in PERSON_CLASSES and phrase.head in ORGANISATION_HEADS and phrase.article == "a"
    if name.sort == "outlet":
        return phrase.sort == "organisation" and phrase.head in CAUSES
    return name.sort == "organisation" and phrase.head in _OWNS


def _spoken_of(book: Register, sentence: int, previous: list[Mention]) -> Entity | None:
    """Whom "he was a broker of the deal" means: the first one named in the last sentence that names anybody."""
    found: dict[int, Entity] = {}
    for before in previous[-30:]:
        owner, there = book.of.get((before.start, before.end)), book.page.sentence_at(before.start)
        named = owner is not None and owner.sort == "person" and owner.names and before.form == "name"
        if owner is not None and named and sentence - 3 <= there < sentence and not book.page.in_quote(before.start):
            found.setdefault(there, owner)
    return found[max(found)] if found else None


def _closes(book: Register, m: Mention, phrase: Phrase) -> bool:
    """Does a comma, stop or relative follow within the complement, as after an apposition?"""
    return (
        phrase.article in ("a", "the", "own")
        or bool(phrase.of)
        or bool(re.match(r"\s*(?:,|\.|;|\)|—|–|who\b|said\b|told\b)", book.page.text[m.end : m.end + 8]))
    )


def same_office(book: Register, m: Mention) -> Entity | None:
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
                    return book.state(next(iter(found)))
        if phrase.capital:
            bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", book.page.text[m.start : m.end])
            return book.organisation(bare)
    if m.sort == "person" and "voice" in phrase.classes:
        mine = _office(phrase)
        for entity in reversed(book.by_head.get("voice", [])) if mine else ():
            same = any(_office(d) == mine for d in entity.descriptions) and not entity.plural
            if same and (not entity.names or phrase.article == "the"):
                return entity
    return None


def _office(phrase: Phrase) -> str:
    return fold(phrase.of or phrase.owner or " ".join(phrase.modifiers)).removeprefix("the ")


def outlets_report(book: Register, m: Mention) -> Entity | None:
    """ "A report by X" is X speaking, where X is an outlet."""
    phrase = m.phrase
    if phrase is None or m.sort != "document" or phrase.of_span is None or phrase.head not in _PIECES:
        return None
    name = next(
        (
            book.following[k]
            for k in range(phrase.of_span.start, min(phrase.of_span.end, phrase.of_span.start + 6))
            if k in book.following
        ),
        None,
    )
    if name is None or name.sort != "outlet" or book.page.text[phrase.end : phrase.of_span.start].split()[:1] == ["of"]:
        return None
    return book.outlet(name)
