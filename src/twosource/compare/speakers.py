"""Drift of attribution: what one said given to another, or a mind put in the place of another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Embed, Place, Source, Span, Statement
from twosource.text.words import lemma, negated

MOST = 300  # pairs of statements whose vectors are compared, those in the pairs of sentences most alike
SAME_CONTENT = 0.66  # cosine of two statements' contents that tell one thing, though other words be used


def other_speaker(page: Page, pairs: Sequence[Pair], sources: Sequence[Source], embed: Embed) -> Iterator[Found]:
    """The same words given to two speakers: statements alike in content whose speakers are not the same."""
    by_id = {s.id: s for s in sources}
    couples: dict[tuple[str, str], tuple[Told, Statement, Told, Statement]] = {}
    for pair in pairs:
        for one in pair.a.statements:
            for other in pair.b.statements:
                if _pointing(page, one) or _pointing(page, other):
                    continue
                if {one.stance, other.stance} & {"no comment", "asks"} or _sign(page, one) != _sign(page, other):
                    continue
                if _other(page, pair, one, other, by_id):
                    couples.setdefault((one.id, other.id), (pair.a, one, pair.b, other))
    couples = dict(list(couples.items())[:MOST])
    texts: dict[str, str] = {}
    for _, one, _, other in couples.values():
        texts[one.id], texts[other.id] = _content(page, one), _content(page, other)
    if not texts:
        return
    ids = sorted(texts)
    vectors = dict(zip(ids, np.asarray(embed([texts[i] for i in ids])), strict=True))
    for a, one, b, other in couples.values():
        cosine = float(vectors[one.id] @ vectors[other.id])
        if cosine < SAME_CONTENT:
            continue
        x, y = by_id[one.speaker or ""], by_id[other.speaker or ""]
        yield Found(
            "attribution",
            _frame(page, a, one),
            _frame(page, b, other),
            f"One thing, two speakers: {_named(page, one, x)} in one report, {_named(page, other, y)} in the other.",
            0.2 + cosine / 2,
        )


def _pointing(page: Page, statement: Statement) -> bool:
    """Whether only a pronoun, or nothing, stands there for who says it: then the speakers are a matter of reading."""
    if statement.source is None:
        return True
    text = page.texts[statement.report][statement.source.start : statement.source.end]
    return text.casefold() in ("he", "she", "they", "it", "who", "i", "we", "which")


def _sign(page: Page, statement: Statement) -> bool:
    """Whether the statement says yes or no in the end: who denies having spoken says that he has not."""
    return (statement.stance == "denies") != negated(_content(page, statement))


def _other(page: Page, pair: Pair, one: Statement, other: Statement, by_id: dict[str, Source]) -> bool:
    """Whether two statements of one origin are given to different people, as far as their own words show."""
    x, y = by_id.get(one.speaker or ""), by_id.get(other.speaker or "")
    if x is None or y is None or one.report == other.report:
        return False
    if {"outlet", "document"} & {x.kind, y.kind} or not (pair.a.origins & pair.b.origins):
        return False
    if x.id == y.id:
        # One source, but described by other names: a spokesman of the firm, or of its owner.
        a, b = _names(page, one), _names(page, other)
        return x.kind != "named person" and bool(a and b) and not a & b
    # A spokesperson is the voice of the office; two unnamed people may be the same.
    if x.id == y.part_of or y.id == x.part_of or (x.part_of and x.part_of == y.part_of):
        return False
    if x.kind == y.kind == "organisation":
        return False  # the White House, the administration: one body by two names, more often than two
    if x.kind in _VAGUE and y.kind in _VAGUE:
        return False
    # Where one sentence names both, who says it there is a matter of reading, not of telling.
    if _mentioned(x, pair.b) or _mentioned(y, pair.a):
        return False
    return not pair.a.headline and not pair.b.headline


def _mentioned(source: Source, told: Told) -> bool:
    family = source.name.split()[-1:] or [""]
    inside = any(p.report == told.report and told.span.start <= p.start < told.span.end for p in source.mentions)
    return inside or (family[0][:1].isupper() and family[0] in told.text)


_VAGUE = ("unnamed person", "group", "pseudonymous person")


def _names(page: Page, statement: Statement) -> set[str]:
    """The capitalised words that describe the source."""
    if statement.source is None:
        return set()
    text = page.texts[statement.report][statement.source.start : statement.source.end]
    found = re.findall(r"[^\W\d_][\w.-]*", re.split(r",? (?:who|which|whose)\b", text, maxsplit=1)[0])
    return {w.casefold() for w in found if w[0].isupper() and w not in ("A", "An", "The", "He", "She", "They", "One")}


def _content(page: Page, statement: Statement) -> str:
    return " ".join(page.texts[statement.report][s.start : s.end] for s in statement.content)


def _frame(page: Page, told: Told, statement: Statement) -> Place:
    """The words that name the source, in their clause; else source, cue and content, cut to the sentence."""
    if statement.source is not None and told.span.start <= statement.source.start < told.span.end:
        return page.clause(told, statement.source)
    spans = [*statement.content, *(s for s in (statement.source, statement.cue) if s)]
    start, end = max(told.span.start, min(s.start for s in spans)), min(told.span.end, max(s.end for s in spans))
    return Place(told.report, start, end) if start < end else told.place


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


def _named(page: Page, statement: Statement, source: Source) -> str:
    if statement.source is not None:
        words = page.texts[statement.report][statement.source.start : statement.source.end]
        if len(words.split()) > 1 or words[:1].isupper():
            return f"“{' '.join(words.split())}”"
    return source.name
