"""Drift of attribution: a credit to an outlet garbled or dropped."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from twosource.compare.aligned import Pair, compare
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, Traced, covering
from twosource.gazetteer.mentions import mentions
from twosource.gazetteer.resemble import resemble
from twosource.model import Place, Reading, Span

LOOKS = 50  # share of letters (0..100) that a name must have of an outlet's to be looked at as a garbled one
DROPPED = 0.5  # strength of a pair in which a named credit and "media reports" stand for each other


def garbled(page: Page, readings: Sequence[Reading]) -> Iterator[Found]:
    """An outlet's name that one report garbles and another gives right, each once."""
    right: dict[str, list[tuple[Told, Span, str]]] = defaultdict(list)
    wrong: dict[tuple[str, str], tuple[Told, Span, str]] = {}
    found = {r.report.id: mentions(r.report.text) for r in readings}
    named = {outlet.name for known in found.values() for _, outlet in known}
    for reading in readings:
        report = reading.report
        told = page.by_report.get(report.id, ())
        known = found[report.id]
        for span, outlet in known:
            here = covering(told, span.start, span.end)
            if here:
                right[outlet.name].append((here[0], span, report.text[span.start : span.end]))
        for name in reading.names:
            here = covering(told, *name.span)
            if name.kind != "organisation" or not here:
                continue
            words = report.text[name.span.start : name.span.end]
            if not any(fuzz.token_set_ratio(words, outlet) >= LOOKS for outlet in named):
                continue
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
            vague = next((m for m in other.marks if m.kind == "hearsay" and _REPORTS.search(m.words)), None)
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


_REPORTS = re.compile(r"\breports\b|\breport(?:edly|:)|\baccording to\b.*\breport", re.IGNORECASE)
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
