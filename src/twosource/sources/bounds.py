"""Where a description begins and ends: article, modifiers and possessor to the left, complement to the right."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from twosource.model import Span
from twosource.sources.heads import PhraseSort, known_head, singular
from twosource.sources.lexicon import (
    ARTICLES,
    MODIFIERS,
    ORGANISATION_HEADS,
    QUANTITIES,
    RELATIVES,
    STOPS,
    words,
)
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.text.names import fold
from twosource.text.verbs import looks_finite, opens_participle

Article = Literal["the", "a", "another", "own", "some", "number", "bare"]

MAX_LEFT = 9  # words before a head; longer noun phrases do not occur in 200 read by eye
# Determiners of one only: no plural noun belongs to them.
_ONE = frozenset(("a", "an", "another", "one", "this", "that"))
# Words that say when, and so end a complement.
_WHEN = words(
    """now then today yesterday tonight later earlier monday tuesday wednesday thursday friday saturday sunday"""
)
# Participles that no ending shows; before "by" they are no part of what they tell of.
SEEN = frozenset(("seen", "shown", "written", "drawn", "taken", "given"))
MAX_RIGHT = 12  # words of a complement ("of the Coastal Survey Command of the Royal Norwegian Navy")


def left(
    page: Page, i: int, *, strict: bool = False, plural: bool = False
) -> tuple[int, Article, tuple[str, ...], str]:
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
        if _possesses(tokens, j - 1):
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
        if _modifies(page, j):
            j -= 1
            continue
        if (
            token.low in ("of", "for")
            and j > 1
            and tokens[j].capital
            and tokens[j - 2].capital
            and tokens[j - 2].sentence == sentence
            and tokens[i].low != tokens[j].low
            and _organisation_before(tokens, j - 1, floor)
        ):
            j -= 1
            continue
        # Past "some leaders" stands another phrase: "the vote left some leaders".
        far = None if strict or article in ("some", "another") else _far_article(tokens, j, floor)
        if far is None or (plural and tokens[far].low in _ONE):
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


def right(page: Page, j: int, sort: PhraseSort, proper: bool) -> tuple[int, str, Span | None]:
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
        if token.low in _WHEN:
            break
        if opens_participle(token.text) or (token.text[0].islower() and looks_finite(token.text)):
            break
        if token.low in SEEN and k + 1 < len(tokens) and tokens[k + 1].low == "by":
            break  # "a letter to parliament seen by the Gazette"
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


def _owner_end(page: Page, owner: str, tokens: list[Token], j: int, i: int) -> int:
    return next((tokens[k].end for k in range(j, i) if _possesses(tokens, k)), -1)


def _possesses(tokens: list[Token], k: int) -> bool:
    """The mark of a possessor: "the mayor's office", "the doctors' union"."""
    token, owner = tokens[k], tokens[k - 1]
    if token.text in ("'s", "’s"):
        return True
    return token.text in ("'", "’") and k > 0 and owner.low.endswith("s") and owner.end == token.start


def _organisation_before(tokens: list[Token], k: int, floor: int) -> bool:
    """Does an organisation's name run up to the "of" at ``k`` ("Department of Defense")?"""
    return k > floor and singular(tokens[k - 1].low)[0] in ORGANISATION_HEADS


def _modifies(page: Page, j: int) -> bool:
    """May the token before ``j`` stand before a head noun?"""
    tokens, token = page.tokens, page.tokens[j - 1]
    if not token.word:
        return False
    if token.low in STOPS or token.low in RELATIVES:
        return False
    if token.low in MODIFIERS or (token.text[0].isdigit() and len(token.text) < 8):
        return True
    if token.capital:
        if page.titled[token.sentence]:
            around = tokens[max(0, j - 2) : j + 1]  # "North Korean" is one country
            pairs = (f"{a.text} {b.text}" for a, b in pairwise(around))
            return token.text.isupper() or bool(nation(token.text)) or any(nation(pair) for pair in pairs)
        first = j - 1 == 0 or tokens[j - 2].sentence != token.sentence
        return (
            not first
            or token.low.endswith(("an", "ish", "ese", "i", "ern", "al"))
            or bool(singular(token.low)[0])
            or token.text.isupper()
            or "." in token.text
            or token.start in page.names_at
        )
    if token.low in ORGANISATION_HEADS or token.low in ("member", "staff", "crew", "student", "press"):
        return True
    return (
        len(token.low) > 5 and token.low.endswith(("ic", "al", "ary", "ian", "ese", "ish", "ive", "ous"))
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
        if token.low.endswith("s") and token.text[0].islower() and k > 0 and known_head(tokens[k - 1].low):
            return None  # "the council accuses growers": a verb between two nouns
        if token.low.endswith("ly") and k != j - 1:
            return None
    return None
