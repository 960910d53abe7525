"""Descriptions: noun phrases built round a role, a group, an office or a document, found from word lists alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twosource.gazetteer.states import state
from twosource.model import Span
from twosource.sources.bounds import SEEN, Article, left, right
from twosource.sources.heads import PhraseSort, head_at, known_head, singular
from twosource.sources.lexicon import (
    ADDRESS,
    ADJECTIVAL,
    ARTICLES,
    BARE_HEADS,
    DOCUMENT_HEADS,
    HONORIFIC_TOKENS,
    MODIFIERS,
    NUMBERS,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PERSON_CLASSES,
    PLURAL_HEADS,
    PREPOSITIONS,
    QUANTITIES,
    RANKS,
    RELATIVES,
    SHY_HEADS,
    STOPS,
    VERBS_TOO,
    thing,
)
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.text.names import fold
from twosource.text.verbs import looks_finite

# Adjectives that stand behind the people they describe ("people familiar with the talks").
_OF_PEOPLE = frozenset(("close", "familiar", "aware", "privy", "present", "involved", "near"))
# Words that open a noun phrase and name nobody.
_OPENERS = frozenset(("the", "a", "an", "between", "more", "fewer", "less", "than", "various", "numerous", "multiple"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A description: its place, head noun (singular), article, number, modifiers and complement ("of ...", "for ...").

    ``modifiers`` are folded words between article and head; ``owner`` is the possessor before it ("Russia"), ``of``
    the complement's words, ``of_span`` its place. ``same``: the words point back ("the same source").
    """

    start: int
    end: int
    head_start: int
    head_end: int
    head: str
    sort: PhraseSort
    plural: bool
    article: Article
    number: int | None = None
    modifiers: tuple[str, ...] = ()
    owner: str = ""
    of: str = ""
    of_span: Span | None = None
    same: bool = False
    capital: bool = False
    text: str = ""

    @property
    def classes(self) -> frozenset[str]:
        """The classes of people that the head belongs to."""
        return PERSON_CLASSES.get(self.head, frozenset())


def find(page: Page) -> Iterator[Phrase]:
    """The descriptions of a page in text order."""
    tokens = page.tokens
    i = 0
    while i < len(tokens):
        size, head, sort, plural = head_at(tokens, i)
        if not size:
            i += 1
            continue
        phrase = _build(page, i, i + size, head, sort, plural)
        if phrase is not None:
            yield phrase
        i += size


def before_name(page: Page, i: int) -> Phrase | None:
    """The title or description that ends right before token ``i`` ("the agency's director", "Lt. Gen.")."""
    tokens = page.tokens
    if i == 0 or i >= len(tokens) or tokens[i - 1].sentence != tokens[i].sentence:
        return None
    if not re.fullmatch(r"[ \u00a0]", page.text[tokens[i - 1].end : tokens[i].start]):
        return None
    last = tokens[i - 1].low.rstrip(".")
    for size in (2, 1):
        if i - size < 0:
            continue
        words = " ".join(t.low for t in tokens[i - size : i])
        if words.removeprefix("ex-") in PERSON_CLASSES or words in OUTLET_HEADS:
            if words in BARE_HEADS:
                return None
            phrase = _build(page, i - size, i, words, "person", False, title=True)
            if phrase is not None:
                return phrase
    if last in HONORIFIC_TOKENS:
        j = i - 1
        while (
            j > 0 and tokens[j - 1].low.rstrip(".") in HONORIFIC_TOKENS and tokens[j - 1].sentence == tokens[i].sentence
        ):
            j -= 1
        plain = all(t.low.rstrip(".") in ADDRESS for t in tokens[j:i])
        start = j
        mods: tuple[str, ...] = ()
        owner = ""
        if not plain:
            start, _, mods, owner = left(page, j, strict=True)
        written = [fold(t.text).rstrip(".") for t in tokens[j:i]]
        rank = " ".join(RANKS.get(w, w) for w in written)
        return Phrase(
            tokens[start].start, tokens[i - 1].end, tokens[j].start, tokens[i - 1].end, rank, "person", False,
            "bare", None, mods, owner, capital=True, text=page.text[tokens[start].start : tokens[i - 1].end],
        )  # fmt: skip
    return None


def core(page: Page, span: Span) -> Span:
    """A cited span without relative clause, apposition and complement: "a man" of "a man who asked not to be named"."""
    tokens = page.slice(span.start, span.end)
    end = 0
    for k, token in enumerate(tokens):
        if k and _in_state(tokens, k):
            continue
        if k and not (_belongs(tokens, k) or _opens(tokens, k)):
            break
        end = token.end
    return Span(tokens[0].start, end) if end else span


def _in_state(tokens: Sequence[Token], k: int) -> bool:
    """Is token ``k`` one of the marks round a state, with more to come ("Ostby, Ind., Mayor Ana Ruiz")?"""
    for i in range(max(1, k - 3), k + 1):  # a comma, the state, perhaps a stop, a comma
        run = tokens[i : i + 4]
        if len(run) == 4 and run[0].text == "," and state(run[1].text):
            stop = 3 if run[2].text == "." else 2
            if run[stop].text == "," and k <= i + stop < len(tokens) - 1:
                return True
    return False


def _opens(tokens: Sequence[Token], k: int) -> bool:
    """Do only words that open a phrase stand before token ``k``, so that its noun is still to come?

    "Newly confirmed officials", "more than 60 villagers", "between 150 and 200 villagers", "various reports".
    """
    token, before = tokens[k], tokens[k - 1]
    if not token.word or token.low in RELATIVES or k + 1 >= len(tokens):
        return False
    if before.text[0].isdigit() and token.low in ("and", "to", "or"):
        return tokens[k + 1].text[0].isdigit()
    if token.low == "than":
        return before.low in ("more", "fewer", "less")
    opened = all(t.low in _OPENERS or t.low.endswith("ly") or t.text[0].isdigit() for t in tokens[:k])
    if not opened:  # "fishing and farming groups": two adjectives of one noun
        last = tokens[-1]
        bare = token.low == "and" and not any(t.capital for t in tokens[1:]) and len(tokens) - k < 5
        return bare and not known_head(before.low) and known_head(last.low) and singular(last.low)[1]
    return token.low not in PREPOSITIONS and token.low not in ("and", "or", "but") and token.low in STOPS


def _belongs(tokens: Sequence[Token], k: int) -> bool:
    """Does token ``k`` still belong to the noun phrase that the tokens before it began?"""
    token, before = tokens[k], tokens[k - 1]
    after = tokens[k + 1] if k + 1 < len(tokens) else None
    if token.low in RELATIVES or token.text in (",", "(", "—", "–", ";", ":"):
        return False
    if token.low in ("of", "for", "and"):
        proper = before.capital and after is not None and (after.capital or after.low == "the")
        return proper or (token.low == "of" and before.low in QUANTITIES)
    if token.low in ("or", "so"):  # "the dozen or so"
        return (after is not None and after.low == "so") or before.low == "or"
    if known_head(before.low) and token.text[0].islower() and looks_finite(token.text):
        return False  # "records released by the committee"
    if after is not None and after.low == "by" and (looks_finite(token.text) or token.low in SEEN):
        return False  # "a copy seen by the Gazette"
    return token.low not in STOPS or token.low == "the"


def guess(page: Page, span: Span) -> Phrase | None:
    """A description made of a cited span whatever its head: its last word leads, its form tells one from many."""
    tokens = [t for t in page.slice(span.start, span.end) if t.word]
    if not tokens:
        return None
    last = tokens[0] if tokens[0].low in ("those", "these") else tokens[-1]
    if last.low in _OF_PEOPLE and len(tokens) > 1:
        last = tokens[-2]  # "people close to the board"
    if last.low in ("the", "a", "an", "evidence", "signs", "sign"):
        return None
    head, plural = singular(last.low)
    head = head or last.low
    sort: PhraseSort = "person"
    if head in DOCUMENT_HEADS:
        sort = "document"
    elif head in ORGANISATION_HEADS or head.removesuffix("s") in ("nation", "country", "state"):
        sort = "organisation"
    elif head not in PERSON_CLASSES and last.text[0].islower() and thing(head.removesuffix("s")):
        sort = "document"
    article: Article = "bare"
    number = None
    if tokens[0].low in ARTICLES:
        article = ARTICLES[tokens[0].low]  # type: ignore[assignment]
        number = NUMBERS.get(tokens[0].low)
    capital = all(t.capital for t in tokens if t.low not in STOPS and t.low not in ARTICLES)
    plural = (
        plural
        or tokens[0].text[0].isdigit()  # "48 per cent of the islanders"
        or last.low in PLURAL_HEADS | QUANTITIES
        or (last.low.endswith("s") and not last.low.endswith("ss") and not capital)
        or (last.low == "of" and tokens[0].low in QUANTITIES)  # "six of them"
    )
    if tokens[0].low in ("one", "another") and tokens[1:2] and tokens[1].low == "of":
        plural = False
    if sort == "person" and plural:
        sort = "group"
    start, end = tokens[0].start, tokens[-1].end
    return Phrase(
        start, end, last.start, last.end, head, sort, plural, article, number,
        tuple(fold(t.text) for t in tokens[:-1] if t.low not in ARTICLES), capital=capital,
        text=page.text[start:end],
    )  # fmt: skip


def _build(
    page: Page, i: int, j: int, head: str, sort: PhraseSort, plural: bool, *, title: bool = False
) -> Phrase | None:
    """The phrase whose head noun is tokens ``i`` to ``j``; ``None`` where the words around speak against it."""
    tokens = page.tokens
    after = tokens[j] if j < len(tokens) and tokens[j].sentence == tokens[i].sentence else None
    if after is not None and not title:
        follows, _ = singular(after.low) if after.word else ("", False)
        if follows and (
            after.low
            not in (
                "report",
                "reports",
                "order",
                "orders",
                "form",
                "note",
                "notes",
                "records",
                "claims",
                "comments",
                "remarks",
                "posts",
                "lists",
            )
            or tokens[j - 1].low in MODIFIERS
        ):
            return None  # "government" of "government official"
        if after.text == "-":
            return None
        if (
            head in ADJECTIVAL
            and after.word
            and after.text[0].islower()
            and after.low not in STOPS
            and after.low not in RELATIVES
            and not looks_finite(after.text)
            and not after.low.endswith(("s", "ing"))
        ):
            return None  # "a private paramilitary organization"
    proper = sort == "organisation" and tokens[i].capital
    start, article, modifiers, owner = left(page, i, strict=title or proper, plural=plural)
    first = tokens[start]
    if not title:
        if head in SHY_HEADS and article == "bare" and not owner and not modifiers:
            followed = after is not None and after.low == "of"
            apposed = followed and i > 0 and tokens[i - 1].text == ","
            if not (apposed or (followed and plural) or tokens[i].low.startswith("ex-")):
                return None
        if sort == "document" and article == "bare" and not modifiers and not owner:
            before = tokens[i - 1].low if i and tokens[i - 1].sentence == tokens[i].sentence else ""
            if before not in ("to", "of", "after", "on", "by", "in", "from", "per", "citing"):
                return None
        back = (
            i - 2
            if i > 1 and tokens[i - 1].low in ("now", "also", "later", "first", "further", "separately")
            else i - 1
        )
        ahead = tokens[back] if i and tokens[back].sentence == tokens[i].sentence else None
        if (
            ahead is not None
            and ahead.capital
            and ahead.low not in ARTICLES  # "The reports did not say"
            and tokens[i].low in VERBS_TOO
            and not nation(ahead.text)
        ):
            return None  # "The Ridgeway Post reports": the verb
    number = next((NUMBERS[t.low] for t in tokens[start:i] if t.low in NUMBERS), None)
    end, of, of_span = right(page, j, sort, tokens[i].capital and sort == "organisation")
    capital = tokens[i].capital and (sort == "organisation" or title)
    if head == "one" or head in BARE_HEADS:
        return None
    return Phrase(
        first.start, max(tokens[j - 1].end, end), tokens[i].start, tokens[j - 1].end, head, sort, plural, article,
        number,
        modifiers, owner, of, of_span, any(t.low in ("same", "latter") for t in tokens[start:i]), capital,
        page.text[first.start : max(tokens[j - 1].end, end)],
    )  # fmt: skip
