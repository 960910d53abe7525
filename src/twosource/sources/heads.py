"""Head nouns: which words may be the core of a description, in the singular, and of what sort it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from twosource.sources.lexicon import (
    BARE_HEADS,
    DOCUMENT_HEADS,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PERSON_CLASSES,
    PLURAL_HEADS,
)
from twosource.sources.page import Token

PhraseSort = Literal["person", "group", "organisation", "outlet", "document"]


def known_head(word: str) -> bool:
    """True for a head noun of the tables, singular or plural."""
    return bool(singular(word)[0])


@lru_cache(maxsize=16384)
def singular(word: str) -> tuple[str, bool]:
    """The head noun in the tables, and whether the word is its plural; empty where it is none."""
    if word.startswith("ex-"):
        return singular(word[3:])
    if word in ("men", "women", "people", "children"):
        return {"men": "man", "women": "woman", "people": "people", "children": "child"}[word], True
    if _known(word):
        return word, word in PLURAL_HEADS
    for plural, single in (("ies", "y"), ("men", "man"), ("women", "woman"), ("es", ""), ("s", "")):
        if word.endswith(plural) and _known(word[: -len(plural)] + single):
            return word[: -len(plural)] + single, True
    return "", False


def _known(word: str) -> bool:
    return word in PERSON_CLASSES or word in ORGANISATION_HEADS or word in DOCUMENT_HEADS or word in OUTLET_HEADS


def head_at(tokens: list[Token], i: int) -> tuple[int, str, PhraseSort, bool]:
    """How many tokens from ``i`` make a head noun (0 where none), the head, its sort and whether it is plural."""
    token = tokens[i]
    vocative = i > 0 and tokens[i - 1].low in ("mr.", "mr", "madam", "mister")  # "Mr. President"
    if not token.word or token.low in BARE_HEADS or vocative:
        return 0, "", "person", False
    if token.low == "pm" and (token.text != "PM" or (i > 0 and tokens[i - 1].text[0].isdigit())):
        return 0, "", "person", False  # "at 5 pm"
    if i + 1 < len(tokens) and tokens[i + 1].sentence == token.sentence and tokens[i + 1].word:
        pair = f"{token.low} {tokens[i + 1].low}"
        head, plural = singular(pair)
        if head:
            return 2, head, _sort(head, plural), plural
    head, plural = singular(token.low)
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
