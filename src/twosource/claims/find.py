"""Readings, Statements and Sources to Claims: propositions that matter, each with its evidence from all reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.attach import attach, followers, join
from twosource.claims.candidates import Passage, passages, statements_by_report
from twosource.claims.group import NEVER, average_linkage
from twosource.claims.judged import decided
from twosource.claims.leaders import leaders
from twosource.claims.score import similarity
from twosource.claims.stance import stance
from twosource.claims.wording import clearest, worded
from twosource.model import Claim, Embed, Evidence, Judgement, Reading, Source, Statement
from twosource.text.ids import content_id

# Mean similarity above which two groups of passages are one claim. This and the thresholds of attach.py: from a grid,
# on 55 annotated stories, by the mean of their aligned pairs' F1 (0.46 before, 0.50 with these), with look-alikes kept
# apart in no less than 0.75.
SAME = 0.3
# Two passages of two reports must be at least so much alike for their group to be a shared claim: a group held together
# by one report's own passages and a chance neighbour is none. Raising it to 0.5 began to cost claims that are shared.
CORE = 0.45
# So much alike is a passage that says a claim nearly as it is worded; read off the claims of five stories.
NEAR = 0.6
# A story with few shared claims shows its most central single-report claims too, up to this many in all: on those
# stories 12 covers 0.74 of the evidence that readers marked, 20 covers 0.80, 32 covers 0.87, but what 32 adds is thin.
ENOUGH = 20
# Beside claims that two outlets say nearly as worded, or that are denied, so many in all.
EXTRA = 24
# No reader takes in more; the most told come first.
MOST_CLAIMS = 40


def find(
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    *,
    embed: Embed,
    judgements: Sequence[Judgement] = (),
) -> tuple[Claim, ...]:
    """The claims of one story, those that most outlets carry first; counts are left to ``support.py``.

    Each evidence is a clause or sentence. Only a denial or a silence may bear on two claims. The order of ``readings``
    changes nothing. Cost: quadratic in the passages compared, of which there are never more than some 1,500.
    """
    ordered = sorted(readings, key=lambda r: r.report.id)
    chosen = leaders(ordered)
    found = passages(ordered, statements, rows=chosen.rows)
    if not found:
        return ()
    alike = similarity(found, ordered, embed=embed)
    together, apart = decided(found, ordered, judgements)
    for a, b in together:
        alike[a, b] = alike[b, a] = _TOGETHER
    for a, b in apart:
        alike[a, b] = alike[b, a] = NEVER
    firm = [i for i, p in enumerate(found) if p.kind == "plain" and not p.asks]
    loose = [i for i, p in enumerate(found) if p.kind != "plain"]
    groups = [[firm[k] for k in g] for g in average_linkage(alike[np.ix_(firm, firm)], SAME)]
    tellers: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (number, _), leader in chosen.follows.items():
        tellers[leader].add(ordered[number].report.id)
    outlets = {r.report.id: r.report.outlet or r.report.id for r in ordered}

    def told(group: list[int]) -> set[str]:
        return _reports(group, found).union(*(tellers[found[i].reading, found[i].row] for i in group))

    def rank(group: list[int]) -> tuple[int, int, float, int]:
        """More outlets (a denial counts as one more), then more reports, then nearer to the story, then first."""
        by = told(group)
        contested = any(found[i].kind == "denial" for i in group)
        central = round(float(alike[group].mean()), 4)
        return (-len({outlets[report] for report in by}) - contested, -len(by), -central, group[0])

    ranked = sorted(groups, key=rank)
    shared = [g for g in ranked if len(told(g)) > 1 and (_held(g, found, alike) or len(_reports(g, found)) == 1)]
    single = [g for g in ranked if g not in shared]
    joined = join(shared[:MOST_CLAIMS], firm, found, alike)
    taken = {i for g in joined for i in g}
    left = [g for g in single if not taken & set(g) and any(found[i].weighty for i in g)]
    single = left[: max(0, ENOUGH - len(joined))]
    kept = attach(joined + single, loose, found, alike)
    # A claim is worded by one of those that make it up, not by one that stands in another claim and bears on this too.
    worded_by = {
        tuple(g): clearest([found[i] for i in own], alike[np.ix_(own, own)])
        for g, own in zip(kept, shared[:MOST_CLAIMS] + single, strict=True)
    }
    row_of = {id(p): i for i, p in enumerate(found)}

    def said(group: list[int]) -> int:
        """How many outlets say it nearly as worded: of a group about one topic few do, however many it holds."""
        wording = row_of[id(worded_by[tuple(group)])]
        near = [i for i in group if i == wording or alike[wording, i] >= NEAR]
        return len({outlets[report] for report in told(near)})

    kept.sort(key=lambda g: (-said(g) - any(found[i].kind == "denial" for i in g), *rank(g)))
    firmly = sum(said(g) > 1 or any(found[i].kind == "denial" for i in g) for g in kept)
    kept = kept[: max(firmly, EXTRA)]
    best = [worded_by[tuple(g)] for g in kept]
    full = followers([[found[i] for i in g] for g in kept], chosen.follows, ordered, statements_by_report(statements))
    return tuple(_claim(members, wording) for members, wording in zip(full, best, strict=True))


# Above every measured similarity: what a person joined is joined first.
_TOGETHER = 4.0


def _reports(group: list[int], found: Sequence[Passage]) -> set[str]:
    return {found[i].report for i in group}


def _held(group: list[int], found: Sequence[Passage], alike: NDArray[np.float32]) -> bool:
    group = [i for i in group if found[i].weighty]
    whose = np.array([found[i].reading for i in group])
    other = whose[:, None] != whose[None, :]
    return bool((alike[np.ix_(group, group)][other] >= CORE).any())


def _claim(members: Sequence[Passage], best: Passage) -> Claim:
    by_place = {(p.report, p.span): p for p in sorted(members, key=lambda p: p.kind == "denial")}  # a denial prevails
    ordered = [by_place[place] for place in sorted(by_place)]
    evidence = tuple(
        Evidence(
            report=p.report,
            start=p.span.start,
            end=p.span.end,
            statement=p.statement.id if p.statement else None,
            stance=stance(p, best),
        )
        for p in ordered
    )
    places = [f"{e.report}:{e.start}:{e.end}" for e in evidence]
    return Claim(id=content_id("claim", *places), text=worded(best), evidence=evidence, reasons=_why(ordered))


def _why(members: Sequence[Passage]) -> tuple[str, ...]:
    """Why these passages are one claim: in how many reports they stand and the words most of them share."""
    reports = len({p.report for p in members})
    if reports < 2:
        return ()
    carried: Counter[str] = Counter()
    for word, _ in sorted({(w, p.report) for p in members for w in p.lemmas}):
        carried[word] += 1
    words = [w for w, n in sorted(carried.items(), key=lambda item: (-item[1], item[0])) if 2 * n > reports][:5]
    named = f"; most of these reports share the words “{'”, “'.join(words)}”" if words else ""
    return (f"{len(members)} passages of {reports} reports say this in like words{named}.",)
