"""Drift of remarks: what one speaker said, told by two reports with another verb, condition or number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from twosource.compare.found import Found
from twosource.compare.told import Page, covering
from twosource.model import Embed, Place, Span, Statement
from twosource.text.certainty import Mark, marks
from twosource.text.numbers import Quantity, compare, quantities

# Cosine of two contents of one speaker from which they are one remark, told twice; and from which a condition that
# only one of them has was lost, not put on something else. Chosen by reading all pairs of eight stories.
SAME, CLOSE = 0.7, 0.78
MANY = 80  # statements of one speaker that are compared; of a longer list the first, report by report


class _Remark(NamedTuple):
    statement: Statement
    text: str
    cue: str


def remarks_differ(page: Page, embed: Embed) -> Iterator[Found]:
    """Pairs of statements of one speaker in two reports that tell one remark with another verb, condition or number.

    Each statement is told once for each kind, against the remark that is most like it.
    """
    for remarks in _by_speaker(page):
        vectors = np.asarray(embed([r.text for r in remarks]))
        alike = vectors @ vectors.T
        pairs = [
            (float(alike[i, j]), i, j)
            for i in range(len(remarks))
            for j in range(i + 1, len(remarks))
            if alike[i, j] >= SAME and remarks[i].statement.report != remarks[j].statement.report
        ]
        told: set[tuple[str, str]] = set()
        for cosine, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
            found = _differ(page, remarks[i], remarks[j], cosine)
            if found is None:
                continue
            keys = {(found.kind, r.statement.id) for r in (remarks[i], remarks[j])}
            if not keys & told:
                told |= keys
                yield found


def _by_speaker(page: Page) -> list[list[_Remark]]:
    grouped: dict[str, dict[str, _Remark]] = defaultdict(dict)
    for told in page.told:
        for statement in told.statements:
            if statement.speaker is None or told.headline:
                continue
            text = page.texts[statement.report]
            said = " ".join(text[s.start : s.end] for s in statement.content)
            cue = text[slice(*statement.cue)] if statement.cue else ""
            if len(said.split()) >= 4:
                grouped[statement.speaker].setdefault(statement.id, _Remark(statement, said, cue))
    return [list(grouped[k].values())[:MANY] for k in sorted(grouped) if len(grouped[k]) > 1]


def _differ(page: Page, a: _Remark, b: _Remark, cosine: float) -> Found | None:
    verbs = _verbs(a, b) or _verbs(b, a)
    if verbs is not None:
        weak, strong = verbs
        reason = f"“{weak}” in one report is “{strong}” in the other."
        return Found("certainty", _place(page, a), _place(page, b), reason, 0.3 + cosine / 2)
    numbers = _numbers(quantities(a.text), quantities(b.text))
    if numbers is not None:
        reason = f"One remark, two numbers: {compare(*numbers)[1].text}."
        return Found("quantity", _place(page, a), _place(page, b), reason, 0.3 + cosine / 2)
    if cosine < CLOSE:
        return None
    one, other = ([m for m in marks(r.text) if m.kind == "condition"] for r in (a, b))
    if bool(one) == bool(other):
        return None
    mark, doubted = (one[0], a) if one else (other[0], b)
    reason = f"A condition, “{mark.words}”, is in one telling of the remark only."
    at = _at(page, doubted, mark.words)
    return Found(
        "certainty",
        at if doubted is a else _place(page, a),
        at if doubted is b else _place(page, b),
        reason,
        0.2 + cosine / 2,
    )


def _at(page: Page, remark: _Remark, words: str) -> Place:
    """The sentence of the remark that holds the words."""
    text = page.texts[remark.statement.report]
    for span in remark.statement.content:
        at = text.find(words, span.start, span.end)
        if at >= 0:
            return covering(page.by_report[remark.statement.report], at, at + len(words))[0].place
    return _place(page, remark)


def _verbs(a: _Remark, b: _Remark) -> tuple[str, str] | None:
    weak, strong = _kind(a.cue, "weak verb"), _kind(b.cue, "strong verb")
    return (a.cue, b.cue) if weak and strong and not _kind(a.cue, "strong verb") else None


def _kind(cue: str, kind: str) -> Mark | None:
    return next((m for m in marks(f"{cue} that") if m.kind == kind), None)


def _numbers(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> tuple[Quantity, Quantity] | None:
    """The only number of its unit in each, if they cannot both be right."""
    for one in a:
        alike = [q for q in b if q.kind == one.kind and q.unit == one.unit and q.unit]
        mine = [q for q in a if q.kind == one.kind and q.unit == one.unit]
        if one.kind != "ordinal" and len(alike) == len(mine) == 1 and compare(one, alike[0])[0] == "contradictory":
            return one, alike[0]
    return None


def _place(page: Page, remark: _Remark) -> Place:
    """The remark with its verb, cut to the sentence in which it begins."""
    s = remark.statement
    spans = [*s.content, *(x for x in (s.cue, s.source) if x)]
    inside = covering(page.by_report[s.report], s.content[0].start, s.content[0].end)[0].span
    near = [x for x in spans if x.start < inside.end and inside.start < x.end]
    whole = Span(min(x.start for x in near), max(x.end for x in near))
    return Place(s.report, max(whole.start, inside.start), min(whole.end, inside.end))
