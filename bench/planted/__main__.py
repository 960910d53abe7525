"""A table by size: exact K, error at most one, merged origins over the planted stories of some seeds.

The rewording is strong enough that sentences of a retelling need share few words with their model; seconds are of the
processor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from bench.planted.reading import Seen, seen
from bench.planted.story import Tale, tale
from twosource import lineage, sources, support

# Reports a story, as the table shows them; the last line takes whatever is larger.
SIZES = ((10, 50), (51, 150), (151, 400), (401, 10000))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench planted", description=__doc__)
    parser.add_argument("--seeds", default="100-119", help="first-last; tune on 0-99, report on 100-299")
    parser.add_argument("--reports", type=int, help="reports a story; without it 10 to 800 by the seed")
    parser.add_argument("--most", type=int, default=800, help="leave out stories with more reports")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args(arguments)
    first, last = (int(n) for n in given.seeds.split("-"))
    print("| credits | reports a story | stories | exact K | within one | traced right | two merged | slowest |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for hidden, name in ((0.0, "given"), (0.5, "half hidden")):
        rows: dict[str, list[Outcome]] = {}
        for seed in range(first, last + 1):
            planted = tale(seed, reports=given.reports, hidden=hidden)
            if len(planted.reports) > given.most:
                continue
            outcome = _outcome(planted)
            size = next(f"{low} to {high}" for low, high in SIZES if outcome.reports <= high)
            rows.setdefault(size, []).append(outcome)
            if given.verbose:
                print(f"  seed {seed}: {outcome}", file=sys.stderr)
        for low, high in SIZES:
            if outcomes := rows.get(f"{low} to {high}"):
                print(_row(name, f"{low} to {high}", outcomes))
        print(_row(name, "all", [outcome for outcomes in rows.values() for outcome in outcomes]))
        sys.stdout.flush()
    return 0


class Outcome(NamedTuple):
    """What came out of one story: K and what was counted, whether two planted origins were merged, and the seconds."""

    reports: int
    origins: int
    counted: int
    merged: bool
    traced: float
    seconds: float


def _outcome(planted: Tale) -> Outcome:
    read = seen(planted)
    start = time.process_time()
    got, wrong, traced = count(read)
    return Outcome(len(planted.reports), planted.origins, got, bool(wrong), traced, time.process_time() - start)


def _row(name: str, size: str, outcomes: Sequence[Outcome]) -> str:
    number = len(outcomes)
    exact = sum(o.counted == o.origins for o in outcomes) / number
    near = sum(abs(o.counted - o.origins) <= 1 for o in outcomes) / number
    traced = sum(o.traced for o in outcomes) / number
    slowest = max(o.seconds for o in outcomes)
    merged = sum(o.merged for o in outcomes)
    return f"| {name} | {size} | {number} | {exact:.3f} | {near:.3f} | {traced:.3f} | {merged} | {slowest:.1f} s |"


def count(read: Seen) -> tuple[int, list[tuple[int, int]], float]:
    """The independent origins counted behind the main claim, the pairs of planted origins that were merged, and the
    share of reports whose evidence has the origin that most of its planted origin's evidence has.
    """
    resolved = sources.resolve(read.readings, read.statements)
    traced = lineage.trace(read.readings, resolved)
    (claim,) = support.count([read.claim], read.readings, resolved.sources, traced)
    found: dict[str, set[int]] = {}
    votes: dict[int, Counter[str]] = {}
    for evidence in claim.evidence:
        if evidence.origin:
            found.setdefault(evidence.origin, set()).add(read.truth[evidence.report])
            votes.setdefault(read.truth[evidence.report], Counter())[evidence.origin] += 1
    wrong = sorted({pair for group in found.values() for pair in combinations(sorted(group), 2)})
    right = sum(counter.most_common(1)[0][1] for counter in votes.values())
    return claim.independent_origins, wrong, right / len(claim.evidence)


if __name__ == "__main__":
    sys.exit(main())
