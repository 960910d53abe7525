"""Weights of ``twosource/compare/learned.py``: which pairs of sentences annotators list as drift of a retelling.

    python training/retellings/fit.py CASE_DIR[=WEIGHT]...

A case is a folder of .txt reports with a gold.json: under "reports" the start of each file's name ("id"), under "drift"
pairs "a", "b" of exact snippets {"r": id, "t": text, "nth": 1 where the text stands there more than once}.
Prints the weights fitted on all cases, and the share of listed pairs found when each case is left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import intake, lineage, pipeline, sources
from twosource.compare.retellings import retellings
from twosource.compare.signs import SIGNS, signs, telling
from twosource.compare.told import Page, page
from twosource.settings import Settings

Place = tuple[str, int, int]
RIDGE = 10.0  # on standardised signs; 5 to 60 differ by less than a hundredth


class Case(NamedTuple):
    """One story: a row of signs a pair, whether the pair is listed, and what a pair weighs in the fit."""

    name: str
    rows: NDArray[np.float64]
    listed: NDArray[np.float64]
    weight: float


def rows(sheet: Page, listed: Sequence[tuple[Place, Place]]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The signs of all pairs of a story, and which of them stand at two listed passages."""
    tellings = {t.place: telling(t) for t in sheet.told}
    values, right = [], []
    for pair in retellings(sheet):
        values.append(signs(sheet, pair, tellings[pair.a.place], tellings[pair.b.place]))
        a, b = ((p.report, p.start, p.end) for p in (pair.a.place, pair.b.place))
        right.append(any((_at(a, x) and _at(b, y)) or (_at(a, y) and _at(b, x)) for x, y in listed))
    return np.array(values, dtype=np.float64), np.array(right, dtype=np.float64)


def _at(place: Place, listed: Place) -> bool:
    """Whether a sentence stands at a listed passage: half of the shorter one is shared."""
    shared = min(place[2], listed[2]) - max(place[1], listed[1])
    lengths = place[2] - place[1], listed[2] - listed[1]
    return place[0] == listed[0] and shared >= 0.5 * min(lengths) and lengths[0] >= 0.25 * lengths[1]


def fit(cases: Sequence[Case]) -> NDArray[np.float64]:
    """The weights of ``SIGNS`` as they are, the constant last: logistic regression with a ridge, by Newton's steps."""
    x = np.concatenate([c.rows for c in cases])
    y = np.concatenate([c.listed for c in cases])
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


def read(folder: Path, weight: float) -> Case:
    """One annotated story."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    taken = intake.collect([str(folder)], settings=Settings())
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=Settings(processes=1)))
    readings = [r.reading for r in reads]
    resolved = sources.resolve(readings, [s for r in reads for s in r.statements], judgements=())
    sheet = page(readings, (), lineage.trace(readings, resolved, judgements=()))
    names = {g["id"]: r.report for g in gold["reports"] for r in readings if _stem(r.report.path).startswith(g["id"])}

    def place(snippet: dict[str, object]) -> Place:
        report, start = names[str(snippet["r"])], -1
        for _ in range(int(str(snippet.get("nth", 1)))):
            start = report.text.index(str(snippet["t"]), start + 1)
        return report.id, start, start + len(str(snippet["t"]))

    return Case(folder.name, *rows(sheet, [(place(d["a"]), place(d["b"])) for d in gold["drift"]]), weight)


def _stem(path: str | None) -> str:
    return Path(path or "").stem


def main() -> None:
    named = [argument.partition("=") for argument in sys.argv[1:]]
    cases = [read(Path(folder), float(weight or 1)) for folder, _, weight in named]
    for name, value in zip((*SIGNS, "constant"), fit(cases), strict=True):
        print(f"{name:20} {value:6.2f}")
    for case in cases if len(cases) > 1 else ():
        weights = fit([c for c in cases if c is not case])
        scores = case.rows @ weights[:-1] + weights[-1]
        first = np.argsort(-scores, kind="stable")[: int(case.listed.sum())]
        print(f"{case.name:20} {case.listed[first].mean():.2f} of as many pairs as are listed, {len(first)}")


if __name__ == "__main__":
    main()
