"""Drift of attribution: a mind put in the place of another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.model import Span
from twosource.text.words import lemma


def other_mind(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Who wants, expects or fears it: the same verb with another subject in two tellings of one origin."""
    for pair in pairs:
        if pair.strength < MINDS or not (pair.a.origins & pair.b.origins or pair.a.speakers & pair.b.speakers):
            continue
        for one in _MIND.finditer(pair.a.text):
            for other in _MIND.finditer(pair.b.text):
                if lemma(one.group("verb")) != lemma(other.group("verb")):
                    continue
                x, y = one.group("who"), other.group("who")
                if x == y or not (x[0].isupper() or y[0].isupper()) or {x, y} & {"I", "We", "It", "They"}:
                    continue
                if x in y or y in x or not (_is_name(x) or _is_name(y)) or (not _is_name(x) and not _is_name(y)):
                    continue
                yield Found(
                    "attribution",
                    page.clause(pair.a, Span(pair.a.span.start + one.start(), pair.a.span.start + one.end())),
                    page.clause(pair.b, Span(pair.b.span.start + other.start(), pair.b.span.start + other.end())),
                    f"“{one.group()}” in one report, “{other.group()}” in the other.",
                    0.5 + pair.strength / 2,
                )


MINDS = 0.5  # strength of the pair
_MIND = re.compile(
    r"\b(?P<who>[A-Z][\w’'-]+|he|she|they)\s+(?:has |have |had |would |also |now )?"
    r"(?P<verb>wants?|wanted|expects?|expected|believes?|believed|hopes?|hoped|fears?|feared|plans?|planned|"
    r"intends?|intended|doubts?|doubted|seeks?|sought)\b"
)


def _is_name(word: str) -> bool:
    return word[0].isupper() and word not in ("He", "She", "They", "That", "Who", "The")
