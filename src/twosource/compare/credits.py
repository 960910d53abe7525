"""Drift of attribution: a credit garbled, dropped, or given to another speaker."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from twosource.compare.aligned import Pair, compare
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, Traced, covering
from twosource.gazetteer.mentions import mentions
from twosource.gazetteer.resemble import resemble
from twosource.model import Embed, Place, Reading, Source, Span, Statement
from twosource.text.words import lemma, negated

MOST = 300  # pairs of statements whose vectors are compared, those in the pairs of sentences most alike
SAME_CONTENT = 0.66  # cosine of two statements' contents that tell one thing, though other words be used
DROPPED = 0.5  # strength of a pair in which a named credit and "media reports" stand for each other


def garbled(page: Page, readings: Sequence[Reading]) -> Iterator[Found]:
    """An outlet's name that one report garbles and another gives right, each once."""
    right: dict[str, list[tuple[Told, Span, str]]] = defaultdict(list)
    wrong: dict[tuple[str, str], tuple[Told, Span, str]] = {}
    for reading in readings:
        report = reading.report
        told = page.by_report.get(report.id, ())
        known = mentions(report.text)
        for span, outlet in known:
            here = covering(told, span.start, span.end)
            if here:
                right[outlet.name].append((here[0], span, report.text[span.start : span.end]))
        for name in reading.names:
            here = covering(told, *name.span)
            if name.kind != "organisation" or not here:
                continue
            words = report.text[name.span.start : name.span.end]
            like = resemble(words)
            if like is None or like[1] == 1.0 or any(s == name.span for s, _ in known):
                continue
            wrong.setdefault((report.id, like[0].name), (here[0], name.span, words))
    for (report_id, outlet_name), (told_b, span, words) in sorted(wrong.items()):
        others = [r for r in right.get(outlet_name, ()) if r[0].report != report_id]
        if not others:
            continue
        best = max(others, key=lambda r: (compare(page, r[0], told_b).strength, r[0].place))
        yield Found(
            "attribution",
            page.clause(best[0], best[1]),
            page.clause(told_b, span),
            f"The outlet's name was garbled: “{best[2]}” became “{words}”.",
            0.95,
        )


def credit_lost(page: Page, pairs: Sequence[Pair], traced: Traced) -> Iterator[Found]:
    """A credit to an outlet by name in one report where another, that never names it, has only "reports"."""
    evidence: dict[str, list[Place]] = defaultdict(list)
    for edge in traced.edges:
        if edge.relation != "original":
            for place in edge.evidence:
                evidence[place.report].append(place)
    named = {report: {o for t in told for _, o in t.outlets} for report, told in page.by_report.items()}
    best: dict[tuple[str, str], tuple[tuple[bool, float], Place, Place, str]] = {}
    for pair in pairs:
        if pair.strength < DROPPED:
            continue
        for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
            vague = next((m for m in other.marks if m.kind == "hearsay" and "report" in m.words.casefold()), None)
            if vague is None or other.headline:
                continue
            credit = _credit(page, told, evidence.get(told.report, ()))
            if credit is None or credit[1] in named[other.report]:
                continue
            at = other.span.start
            rank = (bool(_FIRST.search(credit[2].text)), pair.strength)
            key = (other.report, credit[1])
            if key in best and best[key][0] >= rank:
                continue
            best[key] = (
                rank,
                page.clause(credit[2], Span(credit[0].start, credit[0].end)),
                page.clause(other, Span(at + vague.span.start, at + vague.span.end)),
                vague.words,
            )
    for (_, outlet), (_, a, b, words) in sorted(best.items()):
        yield Found(
            "attribution", a, b, f"{outlet} is credited by name in one report; the other has only “{words}”.", 0.75
        )


_FIRST = re.compile(r"\b(?:first|broke|exclusive|originally)\b", re.IGNORECASE)


def _credit(page: Page, told: Told, edges: Sequence[Place]) -> tuple[Place, str, Told] | None:
    """The outlet that the sentence, or one next to it in its paragraph, credits by name."""
    near = [t for t in page.by_report[told.report] if t.paragraph == told.paragraph or abs(t.rank - told.rank) <= 1]
    for item in sorted(near, key=lambda t: (t is not told, t.rank)):
        for span, outlet in item.outlets:
            place = Place(item.report, item.span.start + span.start, item.span.start + span.end)
            if any(place.start < e.end and e.start < place.end for e in edges):
                return place, outlet, item
    return None


def other_speaker(page: Page, pairs: Sequence[Pair], sources: Sequence[Source], embed: Embed) -> Iterator[Found]:
    """The same words given to two speakers: statements alike in content whose speakers are not the same."""
    by_id = {s.id: s for s in sources}
    couples: dict[tuple[str, str], tuple[Told, Statement, Told, Statement]] = {}
    for pair in pairs:
        for one in pair.a.statements:
            for other in pair.b.statements:
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
    found = re.findall(r"[^\W\d_][\w.-]*", page.texts[statement.report][statement.source.start : statement.source.end])
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


def answer_dropped(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Of several who did not answer, one is left out in the retelling."""
    for pair in pairs:
        if not pair.a.origins & pair.b.origins:
            continue
        one, other = _SILENT.search(pair.a.text), _SILENT.search(pair.b.text)
        if one is None or other is None:
            continue
        here = page.clause(pair.a, Span(pair.a.span.start + one.start(), pair.a.span.start + one.end()))
        there = page.clause(pair.b, Span(pair.b.span.start + other.start(), pair.b.span.start + other.end()))
        a, b = _parties(page, here), _parties(page, there)
        if not a & b or a == b or (a - b and b - a):
            continue
        gone = sorted((a - b) or (b - a))
        yield Found(
            "attribution",
            here,
            there,
            f"“{gone[0]}”, who did not answer either, is in one report only.",
            0.7,
        )


def answer_refused(page: Page, pairs: Sequence[Pair], first: frozenset[str]) -> Iterator[Found]:
    """Who did not answer in one report, and refused to in another; against the first-hand report where there is one."""
    best: dict[Place, tuple[bool, float, Found]] = {}
    for pair in pairs:
        for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
            silent, refused = _UNANSWERED.search(told.text), _REFUSED.search(other.text)
            if silent is None or refused is None or _REFUSED.search(told.text):
                continue
            if not _parties(page, told.place) & _parties(page, other.place):
                continue
            reason = f"“{silent.group()}” became “{refused.group()}”."
            item = (told.report in first, pair.strength, Found("other", told.place, other.place, reason, 0.8))
            if other.place not in best or item[:2] > best[other.place][:2]:
                best[other.place] = item
    for place in sorted(best):
        yield best[place][2]


_UNANSWERED = re.compile(
    r"\b(?:did|has|have|had|does|do)(?: not|n[’']t)(?: \w+)? (?:respon\w+|repl\w+|answer\w*|return\w*)\b|"
    r"\bcould not be reached\b|\bno (?:answer|reply|response)\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:refus\w+|declin\w+)(?: \w+){0,2} (?:comment\w*|answer\w*|respon\w+|say)\b", re.IGNORECASE)

_SILENT = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were)(?: not|n[’']t)(?: \w+){0,2} "
    r"(?:respon\w+|repl\w+|answer\w*|return\w*|receiv\w+|comment\w*|available)\b"
    r"|\bdeclined to comment\b|\bno (?:immediate )?(?:response|comment|reply)\b",
    re.IGNORECASE,
)


def _parties(page: Page, place: Place) -> frozenset[str]:
    """The names of several words in the clause that tells of the silence."""
    text = page.texts[place.report][place.start : place.end]
    return frozenset(m.group() for m in re.finditer(r"[A-Z][\w.]*(?:[’']s)?(?: (?:of |for |the )?[A-Z][\w.]*)+", text))


def _named(page: Page, statement: Statement, source: Source) -> str:
    if statement.source is not None:
        words = page.texts[statement.report][statement.source.start : statement.source.end]
        if len(words.split()) > 1 or words[:1].isupper():
            return f"“{' '.join(words.split())}”"
    return source.name
