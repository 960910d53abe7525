"""Drift of quantity: a part told as the whole, a number rounded or made exact."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Place, Span
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import lemma

NEAR = 0.3  # strength of two sentences of one origin of which one has a part where the other has the whole
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|some|several|a few|many|most|half|part|a number)"
_PART = re.compile(
    rf"\b{_FEW} of (?P<of>(?:[a-z]+ ){{0,3}}[a-z]{{3,}})\b"
    r"|\bone (?P<of2>[a-z]{3,}) (?:out of|in) (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b",
    re.IGNORECASE,
)
_NUMBERS = frozenset("two three four five six seven eight nine ten".split())  # noqa: SIM905
# A measure of something is no part of it.
_MEASURE = frozenset(
    "cent percent year month week day hour minute second kind sort type them these those".split()  # noqa: SIM905
)


def part_told_as_whole(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """ "One of the three pumps" in one telling, "the pump" or "the pumps" in another of the same origin; each once."""
    done: set[tuple[Place, str]] = set()
    for pair in pairs:
        if pair.strength < NEAR or not _related(pair):
            continue
        for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
            for match in _PART.finditer(told.text):
                whole = _whole(other, _nouns(match))
                place = page.clause(told, _at(told, match.span()))
                if whole is None or (place, other.report) in done:
                    continue
                done.add((place, other.report))
                reason = f"“{_short(match, whole)}” in one telling is “{whole.group()}” in the other."
                there = page.clause(other, _at(other, whole.span()))
                yield Found("quantity", place, there, reason, 0.4 + pair.strength / 2)


def _nouns(match: re.Match[str]) -> frozenset[str]:
    """What it may be a part of: the words after "of", up to a measure, articles and numbers left out."""
    found: list[str] = []
    for word in (match.group("of") or match.group("of2")).casefold().split():
        if word in FUNCTION_WORDS and found:
            break
        if word not in FUNCTION_WORDS and word not in _NUMBERS:
            found.append(lemma(word))
    return frozenset() if set(found) & _MEASURE else frozenset(found)


def _short(match: re.Match[str], whole: re.Match[str]) -> str:
    """The part up to its noun."""
    noun = lemma(whole.group("noun"))
    kept = [i for i, w in enumerate(match.group().split()) if lemma(w) == noun]
    return " ".join(match.group().split()[: kept[0] + 1] if match.group("of") else [match.group()])


def _whole(told: Told, nouns: frozenset[str]) -> re.Match[str] | None:
    """One of the nouns with an article and no number or share before it, where the sentence has no part of it."""
    nouns -= {n for m in _PART.finditer(told.text) for n in _nouns(m)}
    for match in _WHOLE.finditer(told.text):
        if lemma(match.group("noun")) in nouns:
            return match
    return None


# "The aide Nora Sild" is the one who is named, not all there are.
_WHOLE = re.compile(r"\b(?i:the|all(?: the)?|every|each) (?P<noun>(?i:[a-z]{3,}))\b(?! [A-Z])")


def _related(pair: Pair) -> bool:
    return bool(pair.a.origins & pair.b.origins) or bool(pair.a.speakers & pair.b.speakers)


def _at(told: Told, span: tuple[int, int]) -> Span:
    return Span(told.span.start + span[0], told.span.start + span[1])
