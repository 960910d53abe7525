"""Outlets named in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from twosource.gazetteer.names import Token, tokens, word_set
from twosource.gazetteer.table import Outlet, outlets
from twosource.model import Span

# What may stand between two words of one name: "Agence France-Presse", "News & Observer", "People's Daily".
GAP = re.compile(r"\.?(?:['’]s)?[ \xa0]?(?:and|[&\-–/'’.])?(?:[ \xa0]|\r?\n)?")
ARTICLE = re.compile(r"\bthe[ \xa0]+$", re.IGNORECASE)
# Words that speak of an outlet, before and after it. An everyday word counts as an outlet only beside one of them.
TELLING_BEFORE = re.compile(
    r"(?:\b(?:told|tells|telling|according to|as per|per|via|citing|cites|cited by|quoted by|reported (?:by|in)"
    r"|reports? (?:by|in|from)|published (?:by|in|on)|interview(?:ed)? (?:with|by|for)|appeared (?:first )?(?:in|on)"
    r"|(?:writing|wrote|writes|written) (?:in|for)|(?:article|column|op-ed|story|piece|investigation) (?:in|for|by)"
    r"|obtained by|seen by|reviewed by|statement to|spoke (?:to|with)|speaking (?:to|with)|courtesy of|contributor to"
    r"|(?:appear(?:s|ed|ing|ance)|said|speaking|spoke|interviewed|aired|broadcast) (?:\w+ )?on"
    r"|editor (?:of|at)|reporter (?:for|at)|correspondent (?:for|at))|source ?:)[ \xa0]+(?:the[ \xa0]+)?$",
    re.IGNORECASE,
)
TELLING_AFTER = re.compile(
    r"(?:['’]s?)?[ \xa0]+(?:[“\"‘'][A-Z]|(?:first )?(?:reported|reports|reporting|revealed|understands"
    r"|has (?:learned|learnt|reported"
    r"|confirmed|obtained|seen)|have (?:reported|confirmed)|magazine|newspaper|newspapers|news agency|correspondent"
    r"|reporter|journalist|columnist|broadcaster|website|news site)\b)"
)
CAPITAL_NEXT = re.compile(r"[ \xa0]+[A-Z]")
# Before a name, the longest telling phrase with its article has 40 characters.
LOOK = 48
# Words of newspapers' names that stand for the whole name once it has been given: "the Post" after "The Denver Post".
SHORT_NAMES = word_set(
    "advertiser age bee chronicle courier dispatch enquirer examiner express gazette globe guardian herald independent"
    " inquirer journal ledger mail mirror monitor news observer post record register republic review sentinel standard"
    " star sun telegraph times tribune magazine agency network"
)


class _Name(NamedTuple):
    words: tuple[str, ...]
    shape: tuple[str, ...]
    mark: str
    outlet: Outlet


def mentions(text: str) -> list[tuple[Span, Outlet]]:
    """Every outlet of the gazetteer that the text names, in order, without the article and the possessive.

    A name that is also an everyday word counts only where the words around it speak of an outlet; "the Post" means
    the outlet of that name the text has last named in full, and none after one that the gazetteer lacks. Case must fit:
    "time" is no magazine. Linear in the text.
    """
    found: list[tuple[Span, Outlet]] = []
    words = tokens(text)
    named: dict[str, Outlet] = {}
    strangers: set[str] = set()
    i = 0
    while i < len(words):
        hit = _longest(text, words, i)
        if (hit is None or hit[0] == 1) and _stranger(text, words, i):
            strangers.add(words[i].word)
            named.pop(words[i].word, None)
            hit = None
        elif hit is None or hit[0] == 1:  # the text's own "the Post" before the world's
            hit = _short(text, words, i, named) or (None if words[i].word in strangers else hit)
        if hit is None:
            i += 1
            continue
        size, outlet = hit
        found.append((Span(words[i].start, words[i + size - 1].end), outlet))
        if size > 1:
            named.update((w.word, outlet) for w in words[i : i + size] if w.word in SHORT_NAMES)
        i += size
    return found


def _stranger(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether a word ends the name of a paper that the gazetteer does not know: "the Brask Post"."""
    word, before = words[i], words[i - 1] if i else None
    if word.word not in SHORT_NAMES or before is None or before.word in _ARTICLES or not text[word.start].isupper():
        return False
    # The first word of a sentence is capitalised, name or not.
    opens = re.search(r"(?:^|[.!?\n“”\"] ?)$", text[max(0, before.start - 2) : before.start]) is not None
    return text[before.start].isupper() and text[before.end : word.start] == " " and not opens


_ARTICLES = frozenset(["the", "a", "an"])


def _longest(text: str, words: Sequence[Token], i: int) -> tuple[int, Outlet] | None:
    for name in _starting().get(words[i].word, ()):
        size = len(name.words)
        if size > 1 and (i + size > len(words) or words[i + 1].word != name.words[1]):
            continue
        if (
            tuple(w.word for w in words[i : i + size]) == name.words
            and all(
                GAP.fullmatch(text[a.end : b.start]) for a, b in zip(words[i:], words[i + 1 : i + size], strict=False)
            )
            and all(_fits(text[w.start : w.end], shape) for w, shape in zip(words[i:], name.shape, strict=False))
            and _allowed(text, words[i].start, words[i + size - 1].end, name.mark)
        ):
            return size, name.outlet
    return None


def _fits(written: str, shape: str) -> bool:
    """The case fits: an acronym in capitals, a capital where the name has one."""
    if shape.isupper() and len(shape) > 1:
        return written.isupper()
    return written == shape or (shape[0].isupper() and written[0].isupper())


def _allowed(text: str, start: int, end: int, mark: str) -> bool:
    if not mark:
        return True
    before = text[max(0, start - LOOK) : start]
    if CAPITAL_NEXT.match(text, end):
        return False
    if mark == "~" and ARTICLE.search(before):
        return True
    return bool(TELLING_BEFORE.search(before) or TELLING_AFTER.match(text, end))


def _short(text: str, words: Sequence[Token], i: int, named: dict[str, Outlet]) -> tuple[int, Outlet] | None:
    """The outlet that "the Post" stands for, where the text has named it in full."""
    word = words[i]
    outlet = named.get(word.word)
    if outlet is None or not text[word.start].isupper() or CAPITAL_NEXT.match(text, word.end):
        return None
    return (1, outlet) if ARTICLE.search(text, max(0, word.start - 6), word.start) else None


@cache
def _starting() -> dict[str, tuple[_Name, ...]]:
    """The names by their first word, longest first; of one name's several outlets, none."""
    owners: dict[tuple[str, ...], dict[str, _Name]] = {}
    for outlet in outlets():
        for alias in outlet.aliases:
            if alias.text.endswith(")"):  # "(Kenya)" is our note, not the outlet's name
                continue
            found = tokens(alias.text)
            if len(found) > 1 and found[0].word == "the":
                found = found[1:]
            shape = tuple(alias.text[t.start : t.end].replace(".", "") for t in found)
            name = _Name(tuple(t.word for t in found), shape, alias.mark, outlet)
            kept = owners.setdefault(name.words, {})
            if outlet.name not in kept or name.mark < kept[outlet.name].mark:
                kept[outlet.name] = name
    table: dict[str, list[_Name]] = {}
    for spelled, by_outlet in owners.items():
        unmarked = [name for name in by_outlet.values() if not name.mark]
        chosen = unmarked if unmarked else list(by_outlet.values())
        if len(chosen) == 1:
            table.setdefault(spelled[0], []).append(chosen[0])
    return {first: tuple(sorted(names, key=lambda n: -len(n.words))) for first, names in table.items()}
