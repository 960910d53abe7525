"""Weights of ``twosource/compare/learned.py``: which pairs of sentences annotators list as drift of a retelling.

    python training/retellings/fit.py [SHARED]

Reads the annotated stories of bench/annotations (without those in held.txt there; their texts lie in SHARED/data,
../shared beside the project if it is not given), the two of SHARED/cases, and the invented ones of this repository.
Prints the weights fitted on all of them, then, for each threshold, the mean F1 of stories left out of the fit.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import claims, intake, lineage, pipeline, reading, sources, support
from twosource.compare.learned import TIMES
from twosource.compare.retellings import retellings
from twosource.compare.signs import SIGNS, nothing_changed, signs, telling
from twosource.compare.told import Page, page
from twosource.settings import Settings

Place = tuple[str, int, int]
RIDGE = 10.0  # on standardised signs; 5 to 60 differ by less than a hundredth
REAL, SEEN, INVENTED = 1.0, 0.7, 0.35  # weight of a pair of a real story, of one that rules were made on, of others
LEASTS = (-2.6, -2.4, -2.2, -2.0, -1.8, -1.6, -1.4)
HERE = Path(__file__).resolve().parents[2]
ANNOTATIONS = HERE / "bench" / "annotations"


class Case(NamedTuple):
    """One story: a row of signs a pair, the drift listed at it (an index, else -1), its two ends, the drift listed in
    all, and what a pair weighs in the fit. A pair in which nothing changed has no ends: it is never told.
    """  # fmt: skip

    name: str
    rows: NDArray[np.float64]
    listed: NDArray[np.int64]
    ends: tuple[tuple[tuple[str, int], ...], ...]
    known: int
    weight: float


def case(name: str, sheet: Page, listed: Sequence[tuple[Place, Place]], weight: float) -> Case:
    """The signs of all pairs of a story, and which of them stand at two listed passages."""
    tellings = {t.place: telling(t) for t in sheet.told}
    values, right, ends = [], [], []
    for pair in retellings(sheet):
        one, other = tellings[pair.a.place], tellings[pair.b.place]
        values.append(signs(sheet, pair, one, other))
        a, b = ((p.report, p.start, p.end) for p in (pair.a.place, pair.b.place))
        at = (k for k, (x, y) in enumerate(listed) if (_at(a, x) and _at(b, y)) or (_at(a, y) and _at(b, x)))
        right.append(next(at, -1))
        told = () if nothing_changed(one, other) else ((pair.a.report, pair.a.rank), (pair.b.report, pair.b.rank))
        ends.append(told)
    return Case(name, np.array(values, dtype=np.float64), np.array(right), tuple(ends), len(listed), weight)


def _at(place: Place, listed: Place) -> bool:
    """Whether a sentence stands at a listed passage: half of the shorter one is shared."""
    shared = min(place[2], listed[2]) - max(place[1], listed[1])
    lengths = place[2] - place[1], listed[2] - listed[1]
    near = lengths[0] <= max(3 * lengths[1], 300) and lengths[0] >= 0.25 * lengths[1]
    return place[0] == listed[0] and shared >= 0.5 * min(lengths) and near


def fit(cases: Sequence[Case]) -> NDArray[np.float64]:
    """The weights of ``SIGNS`` as they are, the constant last: logistic regression with a ridge, by Newton's steps."""
    x = np.concatenate([c.rows for c in cases])
    y = np.concatenate([c.listed >= 0 for c in cases]).astype(np.float64)
    w = np.concatenate([np.full(len(c.listed), c.weight) for c in cases])
    mean, deviation = x.mean(axis=0), x.std(axis=0) + 1e-6
    z = np.hstack([(x - mean) / deviation, np.ones((len(x), 1))])
    ridge = np.array([RIDGE] * len(SIGNS) + [1e-6])
    found = np.zeros(z.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-z @ found))
        slope = z.T @ (w * (p - y)) + ridge * found
        found -= np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + np.diag(ridge), slope)
    plain = found[:-1] / deviation
    return np.array([*plain, found[-1] - plain @ mean])


def f1(left_out: Case, weights: NDArray[np.float64], least: float) -> float:
    """What is told of a story from some log odds on, measured against what is listed."""
    odds = left_out.rows @ weights[:-1] + weights[-1]
    times: Counter[tuple[str, int]] = Counter()
    told, right = 0, set()
    for i in np.argsort(-odds, kind="stable"):
        ends = left_out.ends[i]
        if odds[i] < least:
            break
        if ends and all(times[end] < TIMES for end in ends):
            times.update(ends)
            told += 1
            right.add(int(left_out.listed[i]))
    return 2 * len(right - {-1}) / max(1, told + left_out.known)


def annotated(shared: Path) -> Iterator[tuple[str, list[Path], dict[str, Any], float]]:
    """Each story that may be fitted on: its name, its reports' files, what is annotated, its weight."""
    held = (ANNOTATIONS / "held.txt").read_text(encoding="utf-8").split()
    for path in sorted(ANNOTATIONS.glob("*.json")):
        if path.stem not in held:
            gold = json.loads(path.read_text(encoding="utf-8"))
            yield path.stem, [shared / "data" / r["path"] for r in gold["reports"]], gold, REAL
    for path in sorted((shared / "cases").glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield path.parent.name, sorted(path.parent.glob("*.txt")), gold, SEEN
    for folder in ("examples", "tests/stories", "bench/annotated"):
        for path in sorted((HERE / folder).glob("*.truth.json")):
            name = path.name.removesuffix(".truth.json")
            yield name, [path.parent / name], json.loads(path.read_text(encoding="utf-8")), INVENTED


def read(name: str, files: Sequence[Path], gold: dict[str, Any], weight: float) -> Case:
    """One annotated story."""
    embed = reading.embedder()
    taken = intake.collect([str(f) for f in files], settings=Settings())
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=Settings(processes=1)))
    readings = [
        r.reading for r in sorted(reads, key=lambda r: (r.reading.report.published or "9999", r.reading.report.id))
    ]
    resolved = sources.resolve(readings, [s for r in reads for s in r.statements], judgements=())
    traced = lineage.trace(readings, resolved, judgements=())
    found = claims.find(readings, traced.statements, resolved.sources, embed=embed, judgements=())
    sheet = page(readings, support.count(found, readings, resolved.sources, traced, embed=embed), traced)
    stems = {Path(r.report.path or "").stem: r.report for r in readings}
    names = {g["id"]: stems[_stem(g, stems)] for g in gold["reports"]}

    def place(snippet: dict[str, Any]) -> Place:
        report, start = names[snippet["r"]], -1
        if "s" in snippet:
            return report.id, snippet["s"], snippet["e"]
        for _ in range(snippet.get("nth", 1)):
            start = report.text.index(snippet["t"], start + 1)
        return report.id, start, start + len(snippet["t"])

    return case(name, sheet, [(place(d["a"]), place(d["b"])) for d in gold["drift"]], weight)


def _stem(report: dict[str, Any], stems: Iterable[str]) -> str:
    """The stem of an annotated report's file: by its path, else the shortest that its id opens."""
    return (
        Path(report["path"]).stem
        if "path" in report
        else min((s for s in stems if s.startswith(report["id"])), key=len)
    )


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "shared"
    cases = [read(*story) for story in annotated(shared)]
    for name, value in zip((*SIGNS, "constant"), fit(cases), strict=True):
        print(f"{name:20} {value:6.2f}")
    left_out = [(c, fit([o for o in cases if o is not c])) for c in cases]
    for least in LEASTS:
        real = [f1(c, weights, least) for c, weights in left_out if c.weight == REAL]
        others = [f1(c, weights, least) for c, weights in left_out if c.weight != REAL]
        print(f"from {least:4.1f}: F1 {np.mean(real):.3f} of real stories, {np.mean(others):.3f} of others")


if __name__ == "__main__":
    main()
