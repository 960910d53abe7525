"""Readings, Statements and Sources to Claims: propositions that matter, each with its evidence from all reports."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage, passages
from twosource.claims.group import average_linkage
from twosource.claims.score import similarity
from twosource.claims.stance import stance
from twosource.claims.wording import clearest
from twosource.model import Claim, Embed, Evidence, Judgement, Reading, Source, Statement
from twosource.text.ids import content_id

# Mean similarity above which two groups of passages are one claim. Chosen on two hand-marked stories; between 0.20 and
# 0.26 their figures hardly move.
SAME = 0.23
# A story of few shared claims shows its most central single-report claims too, up to this many in all.
ENOUGH = 12


def find(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    *,
    embed: Embed,
    judgements: Sequence[Judgement] = (),
) -> tuple[Claim, ...]:
    """The claims of one story, those that most reports carry first; counts are left to ``support.py``.

    Each evidence is a clause or sentence; no passage serves two claims. The order of ``readings`` changes nothing.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    rows = [frozenset(range(len(r.sentences))) for r in ordered]
    found = passages(ordered, statements, rows=rows)
    if not found:
        return ()
    alike = similarity(found, ordered, embed=embed)
    groups = average_linkage(alike, SAME)
    outlets = {r.report.id: r.report.outlet or r.report.id for r in ordered}
    ranked = sorted(groups, key=lambda g: _rank(g, found, alike, outlets))
    shared = [g for g in ranked if len({found[i].report for i in g}) > 1]
    single = [g for g in ranked if len({found[i].report for i in g}) == 1]
    kept = shared + single[: max(0, ENOUGH - len(shared))]
    return tuple(_claim([found[i] for i in g], alike[np.ix_(g, g)]) for g in kept)


def _rank(
    group: list[int], found: Sequence[Passage], alike: NDArray[np.float32], outlets: dict[str, str]
) -> tuple[float, float, float, int]:
    """More outlets, then more reports, then nearer to the story's other passages, then first in place."""
    reports = {found[i].report for i in group}
    central = float(alike[group].mean())
    return (-len({outlets[r] for r in reports}), -len(reports), -round(central, 4), group[0])


def _claim(members: Sequence[Passage], alike: NDArray[np.float32]) -> Claim:
    best = clearest(members, alike)
    evidence = tuple(
        Evidence(
            report=p.report,
            start=p.span.start,
            end=p.span.end,
            statement=p.statement.id if p.statement else None,
            stance=stance(p, best),
        )
        for p in members
    )
    places = [f"{e.report}:{e.start}:{e.end}" for e in evidence]
    return Claim(id=content_id("claim", *places), text=best.text, evidence=evidence)
