"""Where a report names an outlet that the gazetteer lacks: one whose reports the story holds, or that others speak of.

In full, garbled, or by a short form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from twosource.gazetteer import outlets
from twosource.gazetteer.mentions import SHORT_NAMES, TELLING_AFTER, TELLING_BEFORE
from twosource.sources.lexicon import ORGANISATION_HEADS, OUTLET_HEADS, words
from twosource.text.names import fold

# Last words of outlets' names that a short form leaves out: "Northwind" of "Northwind Newswire".
_AGENCY = words("press newswire news wire agency radio tv")
_NEWS = _AGENCY | SHORT_NAMES | words("newspaper weekly monthly quarterly online daily")
_KINDS = _NEWS | words("leader mercury advocate voice banner citizen spectator echo argus whistle beacon")
# Of two outlets' names without their spaces, the share of letters that a retelling may change and still mean one:
# a name carried through another language keeps eight in ten; two outlets that share "Evening News" less.
GARBLED = 0.8
_OF = frozenset(["of", "for", "on", "and"])
_CAPITAL = re.compile(r"(?<!\w)[^\W\d_a-z][\w&.’'-]*(?<![.’'-])")
_LETTER = re.compile(r"\w")
_RUN = re.compile(r"\b[A-Z][\w-]+(?:[ \u00a0][A-Z][\w-]+){1,4}")


class Papers:
    """The outlets of a story, less those the gazetteer knows and offices, found by first word.

    ``names`` are those of its reports, ``cited`` others that the reports speak of (``unlisted``); a garbled name of one
    of the first is none of the second.
    """

    def __init__(self, names: Iterable[str], cited: Iterable[str] = ()) -> None:
        self.by_word: dict[str, list[str]] = defaultdict(list)
        self.by_start: dict[str, list[str]] = defaultdict(list)
        held = sorted(set(names))
        for name in held:
            self._add(name)
        others = sorted(set(cited) - {_bare(name) for name in held})
        for name in [n for n in others if not any(_garbled(n, _bare(h)) for h in self.by_start.get(fold(n)[:2], ()))]:
            self._add(name)

    def _add(self, name: str) -> None:
        if _bare(name) and not is_office(name) and outlets.find(name) is None:
            self.by_word[_bare(name).split()[0]].append(name)
            self.by_start[fold(_bare(name))[:2]].append(name)

    def known(self, name: str) -> bool:
        """True for an outlet of the story that the gazetteer leaves to it."""
        return name in self.by_word.get(_bare(name).split()[0] if _bare(name) else "", ())


NO_PAPERS = Papers(())
# Endings of papers' names that end the names of other bodies as often.
_OPEN_TO_ALL = words("agency network news record register monitor republic standard independent")
_PAPER = re.compile(
    r"\b[Tt]he[ \u00a0](?P<name>(?:[A-Z][\w’'-]+[ \u00a0]){1,2}(?P<kind>[A-Z][a-z]+))\b(?![ \u00a0][A-Z])"
)
# Broadcasters by their first word: "Channel 6", "Radio Ost". A channel without a number may be the sea's.
_STATION = re.compile(
    r"\b(?P<name>(?:Channel[ \u00a0]\d{1,3}|(?:Radio|TV)[ \u00a0](?:\d{1,3}|[A-Z][\w-]+)))\b(?![ \u00a0][A-Z])"
)
# Any name after what it is: "the newspaper Orsel Blad".
_CALLED = re.compile(
    r"\b(?:newspaper|broadcaster|news agency|(?:radio|television|TV) (?:station|channel)|news (?:site|website|portal))"
    r"[ \u00a0](?:[Tt]he[ \u00a0])?(?P<name>(?!The\b)[A-Z][\w-]+(?:[ \u00a0][A-Z][\w-]+){0,2})\b(?![ \u00a0][A-Z])"
)
# The telling words before a name, and what kind of outlet it is: "told local radio station Radio Orsel".
_TOLD = re.compile(
    TELLING_BEFORE.pattern.removesuffix("$")
    + r"(?-i:(?:[a-z]+ ){0,2}(?:station|channel|broadcaster|newspaper|paper|daily|weekly|agency|site|website|portal) "
    r"(?:[Tt]he )?)?$",
    re.IGNORECASE,
)
# Before the name, the longest telling phrase with its article has 40 characters, the kind of outlet 24.
_LOOK = 64


def unlisted(text: str) -> Iterator[str]:
    """Papers and stations that a text speaks of as outlets: "The Norrick Gazette reported", "told Radio Ost"."""
    papers = (found for found in _PAPER.finditer(text) if fold(found["kind"]) in _NEWS - _AGENCY - _OPEN_TO_ALL)
    for found in (*papers, *_STATION.finditer(text), *_CALLED.finditer(text)):
        start = found.start("name")
        if TELLING_AFTER.match(text, found.end()) or _TOLD.search(text, max(0, start - _LOOK), start):
            yield found["name"].replace("\u00a0", " ")


def papers_named(text: str, papers: Papers, own: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and outlet of each place where a text names one of ``papers``; ``own`` is the text's own outlet.

    "The Ledger" is the own outlet of that name, or the one that the text names in full. Linear in the text.
    """
    named: list[str] = [own] if papers.known(own) else []
    for word in _CAPITAL.finditer(text):
        for paper in papers.by_word.get(word.group(), ()):
            bare = _bare(paper)
            if text.startswith(bare, word.start()) and not _LETTER.match(text, word.start() + len(bare)):
                yield word.start(), word.start() + len(bare), paper
                named.append(paper)
    for found in _RUN.finditer(text):
        written = _bare(found.group())
        if fold(written.split()[-1]) in _NEWS:
            for paper in papers.by_start.get(fold(written)[:2], ()):
                if _garbled(written, _bare(paper)):
                    yield found.end() - len(written), found.end(), paper
                    named.append(paper)
    for paper in dict.fromkeys(named):
        parts = _bare(paper).split()
        if len(parts) < 2:
            continue
        if fold(parts[0]) not in _NEWS and parts[-1].isalpha() and fold(parts[-1]) not in ("news", "press"):
            for found in re.finditer(rf"\b[Tt]he[ \u00a0](?P<name>{re.escape(parts[-1])})\b(?![ \u00a0][A-Z])", text):
                yield found.start("name"), found.end("name"), paper
        if fold(parts[-1]) in _AGENCY:
            first = re.escape(parts[0])
            for found in re.finditer(rf"(?<!\bin )(?<!\bat )(?<![A-Z] )\b{first}\b(?![ \u00a0][A-Z])", text):
                yield found.start(), found.end(), paper


def _bare(paper: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", paper).strip()


def is_office(name: str) -> bool:
    """Is the publisher an office or firm rather than a paper ("Office of Fisheries, Province of Salt")?"""
    parts = fold(name).split()
    heads = ORGANISATION_HEADS - OUTLET_HEADS
    of = next((k for k, part in enumerate(parts) if part in _OF), 0)
    begins = of > 0 and parts[of - 1] in heads  # "Union Example" may well be a paper
    return bool(parts) and (begins or parts[-1] in heads)


@lru_cache(maxsize=65536)
def _garbled(written: str, paper: str) -> bool:
    one, other = (fold(n).split()[-1:] for n in (written, paper))
    # The Ledger of a town is not its Leader; its News Wire may be its Newswire.
    if one != other and {*one, *other} <= _KINDS - _AGENCY:
        return False
    a, b = (re.sub(r"\W", "", fold(n)) for n in (written, paper))
    return a != b and a[:1] == b[:1] and OSA.normalized_similarity(a, b) >= GARBLED
