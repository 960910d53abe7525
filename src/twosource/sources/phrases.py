"""Descriptions: noun phrases built round a role, a group, an office or a document, found from word lists alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from twosource.model import Span
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
    QUANTITIES,
    RELATIVES,
    SHY_HEADS,
    STOPS,
    VERBS_TOO,
    thing,
)
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.text.names import fold
from twosource.text.verbs import looks_finite, opens_participle

Article = Literal["the", "a", "another", "own", "some", "number", "bare"]
PhraseSort = Literal["person", "group", "organisation", "outlet", "document"]

MAX_LEFT = 9  # words before a head; longer noun phrases do not occur in 200 read by eye
MAX_RIGHT = 12  # words of a complement ("of the Special Operations Command of the Afghan National Army")


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
        size, head, sort, plural = _head(tokens, i)
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
        if words in PERSON_CLASSES or words in OUTLET_HEADS:
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
            start, _, mods, owner = _left(page, j, strict=True)
        rank = " ".join(fold(t.text) for t in tokens[j:i])
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
        if k and not _belongs(tokens, k):
            break
        end = token.end
    return Span(tokens[0].start, end) if end else span


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
    return token.low not in STOPS or token.low == "the"


def guess(page: Page, span: Span) -> Phrase | None:
    """A description made of a cited span whatever its head: its last word leads, its form tells one from many."""
    tokens = [t for t in page.slice(span.start, span.end) if t.word]
    if not tokens:
        return None
    last = tokens[-1]
    if last.low in ("the", "a", "an"):
        return None
    head, plural = _singular(last.low)
    head = head or last.low
    sort: PhraseSort = "person"
    if head in DOCUMENT_HEADS:
        sort = "document"
    elif head in ORGANISATION_HEADS:
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
        or last.low in PLURAL_HEADS | QUANTITIES
        or (last.low.endswith("s") and not last.low.endswith("ss") and not capital)
    )
    if sort == "person" and plural:
        sort = "group"
    start = tokens[0].start
    return Phrase(
        start, last.end, last.start, last.end, head, sort, plural, article, number,
        tuple(fold(t.text) for t in tokens[:-1] if t.low not in ARTICLES), capital=capital,
        text=page.text[start : last.end],
    )  # fmt: skip


@lru_cache(maxsize=16384)
def _singular(word: str) -> tuple[str, bool]:
    """The head noun in the tables, and whether the word is its plural; empty where it is none."""
    if word.startswith("ex-"):
        return _singular(word[3:])
    if word in ("men", "women", "people", "children"):
        return {"men": "man", "women": "woman", "people": "people", "children": "child"}[word], True
    if _known(word):
        return word, word in PLURAL_HEADS
    for plural, single in (("ies", "y"), ("men", "man"), ("women", "woman"), ("es", ""), ("s", "")):
        if word.endswith(plural) and _known(word[: -len(plural)] + single):
            return word[: -len(plural)] + single, True
    return "", False


def known_head(word: str) -> bool:
    """True for a head noun of the tables, singular or plural."""
    return bool(_singular(word)[0])


def _known(word: str) -> bool:
    return word in PERSON_CLASSES or word in ORGANISATION_HEADS or word in DOCUMENT_HEADS or word in OUTLET_HEADS


def _head(tokens: list[Token], i: int) -> tuple[int, str, PhraseSort, bool]:
    """How many tokens from ``i`` make a head noun (0 where none), the head, its sort and whether it is plural."""
    token = tokens[i]
    vocative = i > 0 and tokens[i - 1].low in ("mr.", "mr", "madam", "mister")  # "Mr. President"
    if not token.word or token.low in BARE_HEADS or vocative:
        return 0, "", "person", False
    if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence and tokens[i + 1].word:
        pair = f"{token.low} {tokens[i + 1].low}"
        head, plural = _singular(pair)
        if head:
            return 2, head, _sort(head, plural), plural
    head, plural = _singular(token.low)
    if not head:
        return 0, "", "person", False
    return 1, head, _sort(head, plural), plural


def _sort(head: str, plural: bool) -> PhraseSort:
    if head in PERSON_CLASSES and (head not in ORGANISATION_HEADS or plural):
        return "group" if plural else "person"
    if head in OUTLET_HEADS and head not in DOCUMENT_HEADS and head not in ORGANISATION_HEADS:
        return "group" if plural else "outlet"
    if head == "media":
        return "outlet"
    if head in DOCUMENT_HEADS:
        return "document"
    if head in OUTLET_HEADS and not plural and head in ("agency", "network"):
        return "organisation"
    return "organisation"


def _build(
    page: Page, i: int, j: int, head: str, sort: PhraseSort, plural: bool, *, title: bool = False
) -> Phrase | None:
    """The phrase whose head noun is tokens ``i`` to ``j``; ``None`` where the words around speak against it."""
    tokens = page.tokens
    after = tokens[j] if j < len(tokens) and tokens[j].sentence == tokens[i].sentence else None
    if after is not None and not title:
        follows, _ = _singular(after.low) if after.word else ("", False)
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
    start, article, modifiers, owner = _left(page, i, strict=title or proper)
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
        if ahead is not None and ahead.capital and tokens[i].low in VERBS_TOO and not nation(ahead.text):
            return None  # "The Ridgeway Post reports": the verb
    number = next((NUMBERS[t.low] for t in tokens[start:i] if t.low in NUMBERS), None)
    end, of, of_span = _right(page, j, sort, tokens[i].capital and sort == "organisation")
    capital = tokens[i].capital and (sort == "organisation" or title)
    if head == "one" or head in BARE_HEADS:
        return None
    return Phrase(
        first.start, max(tokens[j - 1].end, end), tokens[i].start, tokens[j - 1].end, head, sort, plural, article,
        number,
        modifiers, owner, of, of_span, any(t.low in ("same", "latter") for t in tokens[start:i]), capital,
        page.text[first.start : max(tokens[j - 1].end, end)],
    )  # fmt: skip


def _left(page: Page, i: int, *, strict: bool = False) -> tuple[int, Article, tuple[str, ...], str]:
    """Where the phrase whose head is token ``i`` begins, its article, its modifiers and its possessor."""
    tokens, sentence = page.tokens, page.tokens[i].sentence
    j, floor = i, max(0, i - MAX_LEFT)
    article: Article = "bare"
    owner = ""
    while j > floor and tokens[j - 1].sentence == sentence:
        token = tokens[j - 1]
        if strict and ARTICLES.get(token.low) == "some":
            break
        if token.low in ARTICLES and token.low not in ("more", "dozen", "both"):
            kind: Article = ARTICLES[token.low]  # type: ignore[assignment]
            article = kind if article == "bare" or kind in ("the", "another") else article
            j -= 1
            if kind in ("the", "a", "own") and token.low not in ("one", "two", "three"):
                break
            continue
        if token.low == "of" and j > 1 and tokens[j - 2].low in QUANTITIES and tokens[j - 2].sentence == sentence:
            article, j = ("some" if article == "bare" else article), j - 2
            break
        if token.text in ("'s", "’s"):
            k = j - 1
            while (
                k > floor - 4
                and k > 0
                and tokens[k - 1].sentence == sentence
                and (
                    (tokens[k - 1].capital and tokens[k - 1].low not in STOPS)
                    or (tokens[k - 1].low in ("of", "for", "and", "&") and k < j - 1)
                )
                and tokens[k - 1].word
            ):
                k -= 1
            while k < j - 1 and not tokens[k].capital:
                k += 1
            if k == j - 1:
                # "the country's president": the possessor is a common noun, with its article
                k = j - 2
                while (
                    k > 0
                    and j - k < 5
                    and tokens[k - 1].sentence == sentence
                    and tokens[k - 1].word
                    and tokens[k - 1].low not in STOPS
                    and tokens[k].low not in ARTICLES
                ):
                    k -= 1
                if k < 0:
                    break
            owner = page.text[tokens[k].start : tokens[j - 2].end]
            article, j = "own", k
            if (
                j > 0
                and tokens[j - 1].low in ("the", "mr.", "mrs.", "ms.", "dr.")
                and tokens[j - 1].sentence == sentence
            ):
                j -= 1
            break
        if _modifies(tokens, j, page.titled[sentence]):
            j -= 1
            continue
        if (
            token.low in ("of", "for", "and", "&")
            and j > 1
            and tokens[j].capital
            and tokens[j - 2].capital
            and tokens[j - 2].sentence == sentence
            and tokens[i].low != tokens[j].low
            and _organisation_before(tokens, j - 1, floor)
        ):
            j -= 1
            continue
        far = None if strict else _far_article(tokens, j, floor)
        if far is None:
            break
        article, j = ARTICLES[tokens[far].low], far  # type: ignore[assignment]
        break
    while j < i and tokens[j].text in (",", "-"):
        j += 1
    words = tuple(
        fold(t.text)
        for t in tokens[j:i]
        if t.word and t.low not in ARTICLES and not (owner and t.end <= _owner_end(page, owner, tokens, j, i))
    )
    return j, article, words, owner


def _owner_end(page: Page, owner: str, tokens: list[Token], j: int, i: int) -> int:
    for t in tokens[j:i]:
        if t.text in ("'s", "’s"):
            return t.end
    return -1


def _organisation_before(tokens: list[Token], k: int, floor: int) -> bool:
    """Does an organisation's name run up to the "of" at ``k`` ("Department of Defense")?"""
    return k > floor and _singular(tokens[k - 1].low)[0] in ORGANISATION_HEADS


def _modifies(tokens: list[Token], j: int, titled: bool) -> bool:
    """May the token before ``j`` stand before a head noun?"""
    token = tokens[j - 1]
    if not token.word:
        return False
    if token.low in STOPS or token.low in RELATIVES:
        return False
    if token.low in MODIFIERS or (token.text[0].isdigit() and len(token.text) < 8):
        return True
    if token.capital:
        if titled:
            return bool(nation(token.text)) or token.text.isupper()
        first = j - 1 == 0 or tokens[j - 2].sentence != token.sentence
        return (
            not first
            or token.low.endswith(("an", "ish", "ese", "i", "ern", "al"))
            or bool(_singular(token.low)[0])
            or token.text.isupper()
            or "." in token.text
        )
    if token.low in ORGANISATION_HEADS or token.low in ("member", "staff", "crew", "student", "press"):
        return True
    return (
        len(token.low) > 5
        and token.low.endswith(
            ("ic", "al", "ary", "ian", "ese", "ish", "ive", "ous", "based", "born", "trained", "backed", "led", "run")
        )
    ) or "-" in token.text


def _far_article(tokens: list[Token], j: int, floor: int) -> int | None:
    """An article up to three unknown words to the left, nothing in between speaking against it."""
    for k in range(j - 1, max(floor, j - 4) - 1, -1):
        token = tokens[k]
        if token.sentence != tokens[j].sentence or token.low in STOPS or not token.word:
            return None
        if token.low in (
            "the",
            "a",
            "an",
            "another",
            "one",
            "two",
            "three",
            "his",
            "her",
            "their",
            "its",
            "some",
            "this",
            "that",
        ):
            return k
        if token.low.endswith("ed") and token.low not in MODIFIERS and (k == 0 or tokens[k - 1].low not in ARTICLES):
            return None  # a verb, not a participle before a noun
        if token.low.endswith("ly") and k != j - 1:
            return None
    return None


def _right(page: Page, j: int, sort: PhraseSort, proper: bool) -> tuple[int, str, Span | None]:
    """Where the phrase ends, and its complement's words and place; the complement is part of a proper name only."""
    tokens = page.tokens
    if j >= len(tokens) or tokens[j].sentence != tokens[j - 1].sentence:
        return 0, "", None
    opener = tokens[j].low
    if opener not in ("of", "for", "at", "in", "with", "from", "within", "by", "to"):
        return 0, "", None
    k = j + 1
    while k < len(tokens) and tokens[k].sentence == tokens[j].sentence and k - j < MAX_RIGHT:
        token = tokens[k]
        if not token.word and token.text not in ("&",):
            break
        if token.low in RELATIVES or (token.low in STOPS and token.low not in ("of", "and", "for", "in", "at")):
            break
        if opens_participle(token.text) or (token.text[0].islower() and looks_finite(token.text)):
            break
        if token.low in ("and", "for", "in", "at", "&") and not (
            tokens[k - 1].capital and k + 1 < len(tokens) and (tokens[k + 1].capital or tokens[k + 1].low == "the")
        ):
            break
        if not token.capital and k > j + 3 and tokens[k - 1].capital:
            break
        k += 1
    while k > j + 1 and (tokens[k - 1].low in STOPS or tokens[k - 1].low in ("the", "a")):
        k -= 1
    if k <= j + 1:
        return 0, "", None
    span = Span(tokens[j + 1].start, tokens[k - 1].end)
    name_end = 0
    if proper and opener in ("of", "for", "in", "at"):
        m = j + 1
        while m < k and (tokens[m].capital or tokens[m].low in ("of", "for", "and", "the", "&", "in", "at")):
            m += 1
        while m > j + 1 and not tokens[m - 1].capital:
            m -= 1
        if m > j + 1:
            name_end = tokens[m - 1].end
    return name_end, page.text[span.start : span.end], span
