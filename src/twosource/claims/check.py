"""A sentence of the user's own against the reports: which passages support, deny, qualify or only discuss it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import cast

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import passages, plain
from twosource.claims.saying import CheckedStance, Near, asserted, in_words, less_exact, shows, weighed
from twosource.claims.score import rarity
from twosource.claims.standing import standing
from twosource.errors import InputError
from twosource.model import Embed, Reading, Source, Span, Statement, Weigh
from twosource.text.words import content_words, words

# A claim of more words is a text, not a claim.
LONGEST = 120
# So many sentences, those nearest to the claim, are cut and compared; five per answer a reader would read.
SENTENCES = 60
# Nearness (cosine and the share of the claim's words) from which a passage is about the claim: of 174 claims of other
# stories 2 in 100 find a passage.
ABOUT = 0.55
_WORDS = 0.4
# Passages that the pair model is asked about, the nearest first: at 5 ms each what a reader waits for.
WEIGHED = 80


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A passage about the claim, what it does to it, and how near it is (about 0.6 to 1.4)."""

    report: str
    start: int
    end: int
    stance: CheckedStance
    score: float
    text: str
    statement: str | None = None
    speaker: str | None = None


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is about the claim, and what it does to it as a whole, all its passages together."""

    report: str
    stance: CheckedStance


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A claim and the passages about it, nearest first, with the stand of each report that has one.

    Both are empty where the reports say nothing about the claim.
    """

    claim: str
    found: tuple[Found, ...] = ()
    reports: tuple[Stands, ...] = ()

    @property
    def answer(self) -> str:
        """The result in one line."""
        if not self.found:
            return "Nothing in these reports is about this claim."
        counts = {s: sum(r.stance == s for r in self.reports) for s in _ORDER}
        parts = [f"{_VERBS[s]} in {n} report{'s' * (n > 1)}" for s, n in counts.items() if n]
        return f"{', '.join(parts).capitalize()}."


_ORDER: tuple[CheckedStance, ...] = ("supports", "denies", "qualifies", "discusses")
_VERBS = {"supports": "supported", "denies": "denied", "qualifies": "qualified", "discusses": "only discussed"}


def check(
    claim: str,
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    sources: Sequence[Source],
    *,
    embed: Embed,
    weigh: Weigh | None = None,
) -> Checked:
    """The passages of ``readings`` that bear on ``claim``, each with its stance. The order of ``readings`` is nothing.

    Without ``weigh`` stances are told by the words alone: enough for who only asks which reports are about the claim.

    Raises:
        InputError: the claim has no words of content, or is longer than a sentence can be.
    """
    said = plain(claim)
    count = len(words(said))
    if not content_words(said):
        raise InputError("the claim says nothing that could be looked for; write it as one sentence")
    if count > LONGEST:
        raise InputError(f"the claim has {count:,} words; check one sentence of up to {LONGEST} words at a time")
    ordered = sorted(readings, key=lambda r: r.report.id)
    candidates = nearest(said, ordered, statements, embed)
    if weigh is None:
        stances = [in_words(said, near) for near in candidates]
        reports = _by_words(candidates, stances)
    else:
        candidates = candidates[:WEIGHED]
        shares = weigh([(said, asserted(near.passage)) for near in candidates])
        shares = np.array([less_exact(said, near.passage, shares[i]) for i, near in enumerate(candidates)]).reshape(
            shares.shape
        )
        stances = [weighed(said, near, shares[i]) for i, near in enumerate(candidates)]
        reports = _as_a_whole(candidates, stances, shares)
    found = [
        Found(
            report=passage.report,
            start=passage.span.start,
            end=passage.span.end,
            stance=stances[i],
            score=round(nearness, 3),
            text=passage.text,
            statement=passage.statement.id if passage.statement else None,
            speaker=passage.statement.speaker if passage.statement else None,
        )
        for i, (passage, nearness, _) in enumerate(candidates)
    ]
    return Checked(claim=claim, found=tuple(found), reports=reports)


def nearest(said: str, ordered: Sequence[Reading], statements: Sequence[Statement], embed: Embed) -> list[Near]:
    """The passages that are about the claim, nearest first; of two that stand in one place the nearer."""
    vector = embed([said])[0]
    order: list[tuple[float, int, int]] = []
    for number, reading in enumerate(ordered):
        if len(reading.sentences):
            cosines = reading.vectors @ vector
            order += [(-float(cosines[row]), number, row) for row, s in enumerate(reading.sentences) if not s.furniture]
    rows: list[set[int]] = [set() for _ in ordered]
    for _, number, row in sorted(order)[:SENTENCES]:
        rows[number].add(row)
    candidates = passages(ordered, statements, rows=[frozenset(r) for r in rows])
    if not candidates:
        return []
    own = embed([p.about or p.sentence for p in candidates]) @ vector
    around = np.array([float(ordered[p.reading].vectors[p.row] @ vector) for p in candidates])
    wanted = content_words(said)
    weights = rarity(candidates)
    best: dict[tuple[str, Span], Near] = {}
    for passage, mine, whole in zip(candidates, own.tolist(), around.tolist(), strict=True):
        share = _shared(wanted, passage.compared, weights)
        near = Near(passage, max(mine, 0.5 * (mine + whole)) + _WORDS * share, share)
        known = best.setdefault((passage.report, passage.span), near)
        if near.nearness > known.nearness:
            best[passage.report, passage.span] = near
    kept = [near for near in best.values() if near.nearness >= ABOUT]
    return sorted(kept, key=lambda near: (-round(near.nearness, 3), near.passage.report, near.passage.span))


def _by_report(candidates: Sequence[Near]) -> dict[str, list[int]]:
    """Each report's candidates, in the order of its nearest passage."""
    rows: dict[str, list[int]] = defaultdict(list)
    for i, near in enumerate(candidates):
        rows[near.passage.report].append(i)
    return rows


def _by_words(candidates: Sequence[Near], stances: Sequence[CheckedStance]) -> tuple[Stands, ...]:
    """Each report's stand is that of its passage that says most."""
    return tuple(
        Stands(report=report, stance=min((stances[i] for i in here), key=_ORDER.index))
        for report, here in _by_report(candidates).items()
    )


def _as_a_whole(
    candidates: Sequence[Near], stances: list[CheckedStance], shares: NDArray[np.float32]
) -> tuple[Stands, ...]:
    """Each report's stand from all its passages; ``stances`` is changed for the one passage that is to show it.

    A report has no stand without words that show it: where no passage has it by itself, the likeliest must come near.
    """
    out = []
    for report, here in _by_report(candidates).items():
        stand = cast(CheckedStance, standing([candidates[i].nearness for i in here], shares[here]))
        if stand not in {stances[i] for i in here}:
            shown = shows(stand, [candidates[i] for i in here], shares[here])
            if shown is None:
                stand = "discusses"
            else:
                stances[here[shown]] = stand
        out.append(Stands(report=report, stance=stand))
    return tuple(out)


def _shared(wanted: frozenset[str], here: frozenset[str], weights: dict[str, float]) -> float:
    """The weighted share of the claim's words that the passage has; a word no report has weighs most."""
    most = max(weights.values(), default=1.0)
    total = sum(weights.get(w, most) for w in sorted(wanted))
    return sum(weights.get(w, most) for w in sorted(wanted & here)) / total if total else 0.0
