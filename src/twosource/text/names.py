"""Comparing names: people, organisations, acronyms, transliterations and misprints."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

Verdict = Literal["same", "compatible", "different"]


class Likeness(NamedTuple):
    """How two names compare: ``same``, ``compatible`` (one says less) or ``different``; 0..1; and why."""

    verdict: Verdict
    score: float
    why: str


class PersonName(NamedTuple):
    """A person's name without its titles: folded words in order, and the suffix that tells father from son."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def family(self) -> str:
        """The last word, with the particle before it left out; empty for an empty name."""
        return self.words[-1] if self.words else ""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Forms of address and ranks as they stand before a name in English news; dots are dropped by ``fold``.
HONORIFICS = _words(
    """mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr father sister brother pastor rabbi imam
    sheikh shaykh sheik mullah ayatollah maulvi mawlawi hajji haji king queen prince princess pope cardinal bishop
    archbishop sultan emir president vice prime minister premier chancellor secretary senator sen rep representative
    congressman congresswoman gov governor mayor ambassador amb speaker justice judge attorney general gen lt
    lieutenant col colonel maj major capt captain cmdr commander cpl corporal sgt sergeant pvt private adm admiral
    brig brigadier marshal chief officer det detective sheriff deputy director chairman chairwoman chair ceo former
    ex late"""
)
_SUFFIXES = _words("""jr sr ii iii iv""")
_PARTICLES = _words("""al el ul ur ad as ash an ibn bin ben abu van von der den de la le du da di dos del""")

# Short forms that English-language news swaps freely for the full name.
_NICKNAMES = {
    short: full
    for full, shorts in {
        "alexander": "alex sasha",
        "andrew": "andy drew",
        "anthony": "tony",
        "benjamin": "ben",
        "charles": "charlie chuck",
        "christopher": "chris",
        "daniel": "dan danny",
        "david": "dave",
        "donald": "don",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth",
        "gregory": "greg",
        "james": "jim jimmy",
        "jeffrey": "jeff",
        "jennifer": "jen jenny",
        "john": "jack johnny",
        "joseph": "joe",
        "joshua": "josh",
        "katherine": "kate kathy katie",
        "kenneth": "ken",
        "lawrence": "larry",
        "matthew": "matt",
        "michael": "mike mick",
        "nicholas": "nick",
        "patrick": "pat",
        "peter": "pete",
        "philip": "phil",
        "rebecca": "becky",
        "richard": "rick dick rich",
        "robert": "bob bobby rob",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve",
        "steven": "steve",
        "susan": "sue",
        "theodore": "ted",
        "thomas": "tom tommy",
        "timothy": "tim",
        "victoria": "vicky",
        "vladimir": "volodymyr",
        "william": "bill billy will",
    }.items()
    for short in shorts.split()
}
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "labour": "labor",
    "organisation": "organization",
    "dept": "department",
    "internal": "interior",
}
_EMPTY = _words("""the of for and in on at s a an to""")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower-case words without accents, possessives and punctuation, one space apart; abbreviations lose their dots."""
    text = unicodedata.normalize("NFKD", text).replace("ı", "i").replace("ł", "l").replace("ø", "o")
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"[’'`ʼ‘]s\b", "", text)
    text = re.sub(r"(?<=\b\w)\.(?=\w\b)|(?<=\b\w)\.", "", text)  # c.i.a. -> cia
    text = re.sub(r"(?<=\w)[’'`ʼ‘](?=\w)", "", text)
    return " ".join(re.findall(r"\w+", text.replace("&", " and ")))


@lru_cache(maxsize=65536)
def person(text: str) -> PersonName:
    """A person's name as folded words, titles and suffix taken off. A bare title stays (``"the general"`` has none)."""
    words = fold(text).split()
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        suffix = words.pop()
    start = 0
    while start < len(words) - 1 and (words[start] in HONORIFICS or words[start] in _EMPTY):
        start += 1
    kept = [w for i, w in enumerate(words[start:]) if w not in _PARTICLES or i == len(words) - start - 1]
    return PersonName(tuple(kept), suffix)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What transliterations of one foreign name share: its first sound and its consonants, variants levelled."""
    word = fold(word).replace(" ", "")
    for old, new in (
        ("ph", "f"),
        ("ck", "k"),
        ("kh", "h"),
        ("gh", "g"),
        ("dh", "d"),
        ("th", "t"),
        ("x", "ks"),
        ("q", "k"),
    ):
        word = word.replace(old, new)
    word = re.sub(r"c(?=[^eiyh]|$)", "k", word).replace("w", "v").replace("dj", "j")
    first, rest = word[:1], re.sub(r"[aeiouyh]", "", word[1:])
    first = "a" if first in "eiouy" and first else first
    return re.sub(r"(.)\1+", r"\1", first + rest)


@lru_cache(maxsize=65536)
def spelled_alike(a: str, b: str) -> float:
    """0..1: how likely two single words are spellings of one name; 0 when they look like two names."""
    a, b = fold(a), fold(b)
    if a == b:
        return 1.0
    if min(len(a), len(b)) < 4:
        return 0.0
    near = 1 - OSA.distance(a, b) / max(len(a), len(b))
    # 0.65: Alexander/Aleksandr 0.67 and Mohammed/Muhammad 0.75 are one name, Johnson/Jensen 0.57 are two.
    if skeleton(a) == skeleton(b) and near >= 0.65:
        return 0.9
    # A misprint in a longer word; below six letters (Brown/Braun) one letter makes another name.
    if min(len(a), len(b)) >= 6 and OSA.distance(a, b) == 1 and a[0] == b[0]:
        return 0.8
    return 0.0


def compare_people(a: str, b: str) -> Likeness:
    """How two personal names compare.

    ``same``: all that both say agrees, and both give a first name (or both are equal). ``compatible``: one is
    only part of the other ("Rahimi", "Omar Rahimi"). ``different``: a first name, initial or suffix speaks against it.
    """
    x, y = person(a), person(b)
    if not x.words or not y.words:
        return Likeness("different", 0.0, "no name")
    if x.suffix and y.suffix and x.suffix != y.suffix:
        return Likeness("different", 0.0, f"{x.suffix} and {y.suffix}")
    if x.words == y.words and len(x.words) == 1:
        return Likeness("compatible", 0.75, "the same single name")
    short, long = sorted((x.words, y.words), key=len)
    if len(short) == 1:
        return _single(short[0], long)
    found = _whole(short, long)
    # "Roger Holm Jr." is mostly the Roger Holm of the next report, and now and then his son.
    return found if x.suffix == y.suffix else found._replace(score=min(found.score, 0.91))


def _whole(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    """Two names of two words or more."""
    if short == long:
        return Likeness("same", 1.0, "the same name")
    if sorted(short) == sorted(long):
        return Likeness("same", 0.95, "the same words in another order")
    if "".join(short) == "".join(long):  # Jong-un, Jong Un, Jongun
        return Likeness("same", 0.97, "the same letters")
    family = spelled_alike(short[-1], long[-1])
    if not family:
        return Likeness("different", 0.0, "different family names")
    given = _given(short[:-1], long[:-1])
    if not given:
        return Likeness("different", 0.0, "different first names")
    score = round(min(family, given), 2)
    return Likeness("same", score, "one name spelled or shortened another way")


def _single(word: str, long: tuple[str, ...]) -> Likeness:
    if word == long[-1]:
        return Likeness("compatible", 0.8, "the family name alone")
    if len(word) > 1 and word in long:
        return Likeness("compatible", 0.6, "a part of the name")
    if spelled_alike(word, long[-1]):
        return Likeness("compatible", 0.5, "the family name in another spelling")
    return Likeness("different", 0.0, "different names")


def _given(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """0..1: do the first names of two people with one family name agree?"""
    heads = _first_name(short[0], long[0])
    if heads:
        extra = [w for w in short[1:] if not any(_first_name(w, o) for o in long[1:])]
        letters = [[w for w in words[1:] if len(w) == 1] for words in (short, long)]
        if (extra and len(long) > 1) or (all(letters) and letters[0] != letters[1]):
            return 0.0  # George H. W. and George W.; Anna Maria and Anna Sophie
        return heads
    if len(short) < len(long) and any(_first_name(short[0], o) >= 0.9 and len(short[0]) > 1 for o in long[1:]):
        return 0.9  # Raof of Abdul Raof
    return 0.0


def _first_name(a: str, b: str) -> float:
    if a == b:
        return 1.0
    if len(a) == 1 or len(b) == 1:
        return 0.9 if a[0] == b[0] else 0.0
    if _NICKNAMES.get(a, a) == _NICKNAMES.get(b, b):
        return 0.95
    return spelled_alike(a, b)


@lru_cache(maxsize=65536)
def organisation_words(text: str) -> frozenset[str]:
    """The words that tell one organisation from another: spelling levelled, small words left out."""
    return frozenset(_SPELLINGS.get(w, w) for w in fold(text).split() if w not in _EMPTY and w != "affairs")


@lru_cache(maxsize=65536)
def initials(text: str) -> str:
    """The acronym that a name of two or more words may have; empty for one word."""
    words = [w for w in fold(text).split() if w not in _EMPTY]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def is_acronym(text: str) -> bool:
    """True for ``AP``, ``C.I.A.``, ``UNHCR``: two to six capitals, dots allowed."""
    return bool(re.fullmatch(r"(?:[A-Z]\.?){2,6}", text.strip()))


def compare_organisations(a: str, b: str) -> Likeness:
    """How two organisations' names compare; word order and "of" do not matter, an acronym matches its initials."""
    x, y = organisation_words(a), organisation_words(b)
    if not x or not y:
        return Likeness("different", 0.0, "no name")
    if x == y:
        return Likeness("same", 1.0, "the same words")
    for short, long in ((a, b), (b, a)):
        bare = re.sub(r"^[Tt]he\s+", "", short)
        if is_acronym(bare) and fold(bare).replace(" ", "") == initials(long):
            return Likeness("same", 0.9, "its initials")
    if len(x) == len(y) and len(x) > 1 and all(any(spelled_alike(w, v) for v in y) for w in x):
        return Likeness("same", 0.85, "one name in two spellings")
    if (x < y or y < x) and min(len(x), len(y)) > 1:
        return Likeness("compatible", 0.6, "a part of the name")
    return Likeness("different", 0.0, "different names")
