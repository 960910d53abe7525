"""Fit the weights of ``twosource/claims/score.py`` on annotated stories, with one command.

    pip install -e ".[training]"
    python -m training.claims.fit

from the repository's folder, with ../shared beside it (the real stories' texts). Every pair of passages of two reports
is an example: do they carry one claim by the annotation? Logistic regression, a little regularised; the area under
precision and recall is of five folds by story. The stories of ``bench/annotations/held.txt`` and the two cases of
../shared are left out.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from bench.shared import need
from bench.unseen import laid_out, taught
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.preprocessing import StandardScaler

from twosource import intake, pipeline, reading
from twosource.claims.candidates import Passage, passages
from twosource.claims.leaders import leaders
from twosource.claims.score import SIGNS, signs
from twosource.settings import Settings

sys.path.insert(0, str(need("tools")))
import score_case

ROOT = Path(__file__).resolve().parents[2]
INVENTED = (
    "examples/lake-ummer",
    "examples/averil-cable-car",
    "tests/stories/sorn-talks",
    "bench/annotated/harrow-deep",
    "bench/annotated/kessil-raid",
    "bench/annotated/orvane-leak",
)
FOLDS = 5
# Passages that no reader marked and that look this much alike may be a claim that nobody wrote down: no example.
UNMARKED_ALIKE = 0.75


class Examples(NamedTuple):
    """A story's pairs of passages of two reports: their signs (n, 7), and whether they carry one claim."""

    signs: NDArray[np.float32]
    same: NDArray[np.bool_]


def main() -> None:
    """Print the weights and the area under precision and recall."""
    stories = list(_stories())
    areas = []
    for fold in range(FOLDS):
        weights, constant = _fit([s for k, s in enumerate(stories) if k % FOLDS != fold])
        areas += [
            average_precision_score(s.same, s.signs @ weights + constant)
            for k, s in enumerate(stories)
            if k % FOLDS == fold and s.same.any()
        ]
    weights, constant = _fit(stories)
    print(f"{len(stories)} stories, area under precision and recall {np.mean(areas):.3f} (five folds by story)")
    for name, weight in zip(SIGNS, weights, strict=True):
        print(f"{name:10} {weight:7.3f}")
    print(f"{'constant':10} {constant:7.3f}")


def _fit(stories: list[Examples]) -> tuple[NDArray[np.float64], float]:
    rows = np.concatenate([s.signs for s in stories])
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=0.3, max_iter=500).fit(
        scaler.transform(rows), np.concatenate([s.same for s in stories])
    )
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _stories() -> Iterator[Examples]:
    for name in taught():
        with tempfile.TemporaryDirectory() as folder:
            case = laid_out(name, Path(folder) / name)
            yield _examples(case, json.loads((case / "gold.json").read_text(encoding="utf-8")))
    for path in INVENTED:
        folder = ROOT / path
        yield _examples(folder, json.loads(folder.with_name(f"{folder.name}.truth.json").read_text(encoding="utf-8")))


def _examples(folder: Path, gold: dict) -> Examples:
    taken = intake.collect([str(folder)], settings=Settings())
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=Settings(processes=1)))
    readings = sorted((r.reading for r in reads), key=lambda r: r.report.id)
    found = passages(readings, [s for r in reads for s in r.statements], rows=leaders(readings).rows)
    names = [named(r.report.path or "", gold) for r in readings]
    texts = {name: r.report.text for name, r in zip(names, readings, strict=True)}
    marked = _marked(found, names, texts, gold)
    values = signs(found, readings, embed=reading.embedder())
    whose = np.array([p.reading for p in found])
    first, second = np.triu_indices(len(found), 1)
    other = whose[first] != whose[second]
    first, second = first[other], second[other]
    rows = np.stack([value[first, second] for value in values], axis=1)
    same = (marked[first] & marked[second]).any(axis=1)
    unmarked = ~marked[first].any(axis=1) & ~marked[second].any(axis=1) & (rows[:, 0] > UNMARKED_ALIKE)
    return Examples(rows[~unmarked], same[~unmarked])


def named(path: str, gold: dict) -> str:
    """The annotation's id of the report in a file: the file's name is noted, or begins with the id."""
    file = Path(path)
    for report in gold["reports"]:
        if Path(str(report.get("path"))).name == file.name:
            return str(report["id"])
    known = [str(report["id"]) for report in gold["reports"] if file.stem.startswith(str(report["id"]))]
    if not known:
        raise SystemExit(f"{path}: not in the annotation")
    return max(known, key=len)


def _marked(found: list[Passage], names: list[str], texts: dict[str, str], gold: dict) -> NDArray[np.bool_]:
    """(passages, claims): which passage carries which claim, by the scorer's own rule."""
    out = np.zeros((len(found), len(gold["claims"])), dtype=bool)
    covers = [score_case.chars([(names[p.reading], p.span.start, p.span.end)], texts) for p in found]
    for k, claim in enumerate(gold["claims"]):
        for evidence in claim["evidence"]:
            place = score_case.locate(evidence["span"], texts)
            cover = score_case.chars([place], texts)
            for i, passage in enumerate(found):
                if names[passage.reading] == place[0] and score_case.hits(covers[i], cover):
                    out[i, k] = True
    return out


if __name__ == "__main__":
    main()
