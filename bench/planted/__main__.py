"""Exact K, error at most one, merged and split origins over the planted stories of some seeds."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from itertools import combinations

from bench.planted.reading import Seen, seen
from bench.planted.story import tale
from twosource import lineage, sources, support


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench planted", description=__doc__)
    parser.add_argument("--seeds", default="100-119", help="first-last; tune on 0-99, report on 100-299")
    parser.add_argument("--reports", type=int, help="reports a story; without it 10 to 800 by the seed")
    parser.add_argument("--most", type=int, default=800, help="leave out stories with more reports")
    parser.add_argument("--verbose", action="store_true")
    given = parser.parse_args(arguments)
    first, last = (int(n) for n in given.seeds.split("-"))
    for hidden, name in ((0.0, "credits given"), (0.5, "half hidden")):
        exact = near = merged = stories = 0
        found = 0.0
        slowest = (0.0, 0)
        for seed in range(first, last + 1):
            planted = tale(seed, reports=given.reports, hidden=hidden)
            if len(planted.reports) > given.most:
                continue
            read = seen(planted)
            start = time.perf_counter()
            got, wrong, traced = count(read)
            slowest = max(slowest, (time.perf_counter() - start, len(planted.reports)))
            stories += 1
            exact += got == planted.origins
            near += abs(got - planted.origins) <= 1
            merged += bool(wrong)
            found += traced
            if given.verbose:
                print(f"  seed {seed}: {len(planted.reports)} reports, K {planted.origins}, got {got}, merged {wrong}")
        print(
            f"{name}: {stories} stories, exact K {exact / stories:.3f}, within one {near / stories:.3f}, traced to"
            f" the right origin {found / stories:.3f},\n  stories with two origins merged {merged},"
            f" slowest {slowest[0]:.1f} s at {slowest[1]} reports"
        )
    return 0


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
