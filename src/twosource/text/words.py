"""Content words, lemmas, negation and opposites in a stretch of text, from word lists alone."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from twosource.text.wordlists import BREAKS_NEGATION, IRREGULAR, NEGATIONS, OPPOSITES, REVERSERS, STOPWORDS

# Letters and digits; inner apostrophes, periods (U.S.), hyphens and digit groups (1,500) stay inside a word.
_WORD = re.compile(r"[^\W_]+(?:[’'‘.,\-‐-][^\W_]+)*")
_VOWEL = re.compile(r"[aeiouy]")
_NUMBER = re.compile(r"\d[\d.,]*")
_COUNTRY = frozenset({"US", "U.S", "USA", "U.S.A", "US's", "U.S.’s", "US’s"})
_POSSESSIVE = re.compile(r"[’'‘]s?$")


class Word(NamedTuple):
    """A word of a text: where it stands, as written, and its lemma (lower case, inflection taken off)."""

    start: int
    end: int
    text: str
    lemma: str


def words(text: str) -> list[Word]:
    """The words of ``text`` in order, each with its lemma; hyphenated compounds are one word each part."""
    return list(_words(text))


@lru_cache(maxsize=1024)  # a sentence is asked for by several stages in a row
def _words(text: str) -> tuple[Word, ...]:
    found = []
    for match in _WORD.finditer(text):
        raw, start = match.group(), match.start()
        if "-" not in raw and "‐" not in raw:
            found.append(Word(start, match.end(), raw, lemma(raw)))
            continue
        for a, b in _parts(raw, start):
            found.append(Word(a, b, text[a:b], lemma(text[a:b])))
    return tuple(found)


def _parts(raw: str, start: int) -> list[tuple[int, int]]:
    """Hyphenated words fall apart ("US-trained"), so do hyphens between numbers; nothing else does."""
    cut = [m.start() for m in re.finditer(r"[-‐]", raw)]
    edges = [-1, *cut, len(raw)]
    return [(start + a + 1, start + b) for a, b in pairwise(edges) if b > a + 1]


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """A word without its inflection: ``recruiting`` and ``recruits`` give ``recruit``, ``went`` gives ``go``.

    Light on purpose: plural, third person, past and -ing only, so that different words stay different.
    """
    if word in _COUNTRY:
        return "usa"  # and not the pronoun
    low = word.replace("’", "'").replace("‘", "'").lower()
    low = _POSSESSIVE.sub("", low).replace(".", "") if not _NUMBER.fullmatch(low) else low.replace(",", "")
    if low in IRREGULAR:
        return IRREGULAR[low]
    if len(low) <= 3 or not low.isalpha():
        return low
    return _stem(low)


def _stem(low: str) -> str:
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return low[:-1]
    if low.endswith("ied") and len(low) > 4:
        return low[:-3] + "y"
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2 and _VOWEL.search(low[: -len(ending)]):
            return _mend(low[: -len(ending)])
    return low


def _mend(stem: str) -> str:
    """The verb behind a bare stem: doubled consonants undone, a silent e put back where English wants one."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(
        ("at", "iz", "v", "bl", "c", "g", "u", "rs", "ns", "as", "os", "ur", "ir", "is")
    ) and not stem.endswith(("ang", "ing", "ong", "ung", "eat", "oat")):
        return stem + "e"
    return stem


def content_words(text: str) -> frozenset[str]:
    """The lemmas that carry meaning: no articles, pronouns, auxiliaries, prepositions or reporting words."""
    return frozenset(w.lemma for w in words(text) if w.lemma not in STOPWORDS and w.text.lower() not in STOPWORDS)


def negations(text: str) -> int:
    """How often ``text`` turns its meaning round: not, never, no, without, failed to, refused to ...

    "Not only", "no doubt" and their like do not count.
    """
    low = " ".join(w.text.lower().replace("’", "'") for w in words(text))
    low = BREAKS_NEGATION.sub(" ", low)
    found = low.split()
    return sum(w in NEGATIONS or w.endswith("n't") for w in found) + len(REVERSERS.findall(low))


def negated(text: str) -> bool:
    """True where ``text`` as a whole says that something is not so (an odd number of turns)."""
    return negations(text) % 2 == 1


def opposed(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """A pair of opposites, one in each set of lemmas and in that set only (accept / reject), or ``None``."""
    for word in sorted(a - b):
        for other in sorted(OPPOSITES.get(word, frozenset()) & (b - a)):
            return word, other
    return None
