"""Drift of attribution: one teller blurred, promoted or multiplied in the retelling of the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

import numpy as np

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.gazetteer.roles import is_group, is_role
from twosource.model import Embed, Place, Source, Statement
from twosource.text.words import lemma, words

MOST = 300  # pairs of statements whose vectors are compared, those in the pairs of sentences most alike
SAME = 0.62  # cosine of two statements' contents that tell one thing
NEAR = 0.3  # strength of the two sentences

Manner = Literal["unknown", "one", "several", "named"]


class _Teller(NamedTuple):
    manner: Manner
    head: str
    words: str


def teller_changed(page: Page, pairs: Sequence[Pair], sources: Sequence[Source], embed: Embed) -> Iterator[Found]:
    """One thing said by one here and by several there, by nobody known and by a name, by a surveyor and an insider.

    Each statement is told once, against the one most like it.
    """
    kinds = {s.id: s.kind for s in sources}
    couples: dict[tuple[str, str], tuple[Pair, Statement, Statement, str]] = {}
    for pair in pairs:
        if pair.strength < NEAR or pair.a.headline or pair.b.headline:
            continue
        for one in pair.a.statements:
            for other in pair.b.statements:
                change = _change(_teller(page, pair.a, one, kinds), _teller(page, pair.b, other, kinds))
                if change is not None:
                    couples.setdefault((one.id, other.id), (pair, one, other, change))
    chosen = list(couples.values())[:MOST]
    if not chosen:
        return
    vectors = np.asarray(embed([_content(page, s) for _, one, other, _ in chosen for s in (one, other)]))
    alike = [float(vectors[2 * i] @ vectors[2 * i + 1]) for i in range(len(chosen))]
    taken: set[str] = set()
    for i in sorted(range(len(chosen)), key=lambda i: (-alike[i], i)):
        pair, one, other, change = chosen[i]
        if alike[i] < SAME or {one.id, other.id} & taken:
            continue
        taken |= {one.id, other.id}
        yield Found("attribution", _frame(pair.a, one), _frame(pair.b, other), change, 0.2 + alike[i] / 2)


def _change(a: _Teller | None, b: _Teller | None) -> str | None:
    if a is None or b is None:
        return None
    manners = {a.manner, b.manner}
    if manners == {"one", "several"} and (a.head == b.head or not a.head or not b.head):
        return f"One teller here, several there: “{a.words}” and “{b.words}”."
    if manners == {"unknown", "named"}:
        return f"Nobody known here, a name there: “{a.words}” and “{b.words}”."
    if manners == {"one"} and a.head and b.head and a.head != b.head:
        return f"One teller, described in two ways: “{a.words}” and “{b.words}”."
    return None


_UNKNOWN = re.compile(
    r"\b(?:somebody|someone|an unknown|unidentified|it is not (?:clear|known) who|a hand)\b", re.IGNORECASE
)
_ONE = re.compile(r"^(?:an?|one(?: of \w+)?) ", re.IGNORECASE)
_LATER = re.compile(r"^(?:he|she|the|this|that|it|his|her)\b", re.IGNORECASE)


def _teller(page: Page, told: Told, statement: Statement, kinds: Mapping[str, str]) -> _Teller | None:
    """Who says it by the words of the sentence; ``None`` where they point back to somebody told before."""
    if statement.source is None or statement.stance in ("no comment", "asks"):
        return None
    text = " ".join(page.texts[statement.report][statement.source.start : statement.source.end].split())
    first = re.split(r"[,;(]| who | in | at | from ", text, maxsplit=1)[0]
    found = words(first)
    heads = [w.lemma for i, w in enumerate(found) if (w.text.islower() or not i) and _person(w.text.lower())]
    head = lemma(heads[-1]) if heads else ""
    if _UNKNOWN.search(text):
        return _Teller("unknown", head, text)
    if kinds.get(statement.speaker or "") == "named person" and found and found[-1].text[:1].isupper():
        return _Teller("named", head, text)
    if _ONE.search(text) and not _LATER.search(text):
        of_them = text.casefold().startswith("one of th")
        return _Teller("one", "" if of_them else head, text) if head or of_them else None
    if head and found[-1].text.casefold() != found[-1].lemma and is_group(found[-1].text.lower()):
        return _Teller("several", head, text)
    return None


def _person(word: str) -> bool:
    return is_role(word) or is_group(word)


def _content(page: Page, statement: Statement) -> str:
    return " ".join(page.texts[statement.report][s.start : s.end] for s in statement.content)


def _frame(told: Told, statement: Statement) -> Place:
    """Who says it and what, cut to the sentence."""
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s)]
    inside = [s for s in spans if s.start < told.span.end and told.span.start < s.end]
    start = max(told.span.start, min(s.start for s in inside))
    return Place(told.report, start, min(told.span.end, max(s.end for s in inside)))
