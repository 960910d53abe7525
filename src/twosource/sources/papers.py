"""Where a report names an outlet whose reports the story holds: in full, garbled, or by a short form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from twosource.gazetteer import outlets
from twosource.gazetteer.mentions import SHORT_NAMES
from twosource.sources.lexicon import ORGANISATION_HEADS, OUTLET_HEADS, words
from twosource.text.names import fold

# Last words of outlets' names that a short form leaves out: "Northwind" of "Northwind Newswire".
_AGENCY = words("press newswire news wire agency radio tv")
_NEWS = _AGENCY | SHORT_NAMES | words("newspaper weekly monthly quarterly online daily")
# Of two outlets' names without their spaces, the share of letters that a retelling may change and still mean one:
# a name carried through another language keeps eight in ten; two outlets that share "Evening News" less.
GARBLED = 0.8
_RUN = re.compile(r"\b[A-Z][\w-]+(?:[ \u00a0][A-Z][\w-]+){1,4}")


def papers_named(text: str, papers: Sequence[str], own: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and outlet of each place where a text names one of ``papers``; ``own`` is the text's own outlet.

    An outlet that the gazetteer knows is left to it. "The Ledger" is the own outlet of that name, or the one that the
    text names in full.
    """
    named: list[str] = []
    for paper in papers:
        if _office(paper) or outlets.find(paper) is not None:
            continue
        bare = _bare(paper)
        places = [m.span() for m in re.finditer(rf"\b{re.escape(bare)}\b", text)] if bare and bare in text else []
        yield from ((s, e, paper) for s, e in places)
        if places or paper == own:
            named.append(paper)
    for found in _RUN.finditer(text):
        for paper in papers:
            if fold(found.group().split()[-1]) in _NEWS and _garbled(found.group(), _bare(paper)):
                yield found.start(), found.end(), paper
                named.append(paper)
    for paper in dict.fromkeys(named):
        parts = _bare(paper).split()
        if len(parts) < 2:
            continue
        if fold(parts[-1]) in _NEWS - {"news"} or paper == own:
            for found in re.finditer(rf"\b[Tt]he[ \u00a0](?P<name>{re.escape(parts[-1])})\b(?![ \u00a0][A-Z])", text):
                yield found.start("name"), found.end("name"), paper
        if fold(parts[-1]) in _AGENCY:
            first = re.escape(parts[0])
            for found in re.finditer(rf"(?<!\bin )(?<!\bat )(?<![A-Z] )\b{first}\b(?![ \u00a0][A-Z])", text):
                yield found.start(), found.end(), paper


def _bare(paper: str) -> str:
    return re.sub(r"^[Tt]he\s+", "", paper).strip()


def _office(name: str) -> bool:
    """Is the publisher an office or firm rather than a paper ("Office of Fisheries, Province of Salt")?"""
    parts = fold(name).split()
    heads = ORGANISATION_HEADS - OUTLET_HEADS
    return bool(parts) and (parts[0] in heads or parts[-1] in heads)


@lru_cache(maxsize=65536)
def _garbled(written: str, paper: str) -> bool:
    a, b = (re.sub(r"\W", "", fold(n)) for n in (written, paper))
    return a != b and a[:1] == b[:1] and OSA.normalized_similarity(a, b) >= GARBLED
