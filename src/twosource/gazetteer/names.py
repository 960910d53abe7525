"""Names as keys: what is left when case, accents, punctuation and the article are taken away."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WORD = re.compile(r"\w+")


class Token(NamedTuple):
    """A word of a name or text: its plain form and where it stands."""

    word: str
    start: int
    end: int


def key(name: str) -> tuple[str, ...]:
    """The plain words of a name, without a leading article: ``"The L.A. Times"`` -> ``("la", "times")``."""
    words = tuple(token.word for token in tokens(name))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def tokens(text: str) -> list[Token]:
    """The words of a text that tell names apart, plain, with their places.

    Initials are one word ("A.P." is "ap"); a possessive s and "and" (which a name may also write "&") are left out.
    """
    found: list[Token] = []
    initials = False
    for match in WORD.finditer(text):
        start, end = match.span()
        word = plain(match.group())
        if len(word) == 1 and initials and text[found[-1].end : start] == ".":
            found[-1] = Token(found[-1].word + word, found[-1].start, end)
            continue
        if word == "and" or (word == "s" and start and text[start - 1] in "'’"):
            continue
        found.append(Token(word, start, end))
        initials = len(word) == 1
    return found


def plain(word: str) -> str:
    """The word without case and accents."""
    if word.isascii():
        return word.lower()
    folded = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ı", "i").replace("ø", "o")


def word_set(text: str) -> frozenset[str]:
    """The set of a list of words written out in a string."""
    return frozenset(text.split())
