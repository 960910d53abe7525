"""Fit the weights of ``twosource/claims/saying.py`` on the two cases of ../shared, with one command.

    pip install -e ".[training]"
    python -m training.claims.saying

from the repository's folder, with ../shared beside it. Every passage that is about a claim's text is an example: is it
marked as supporting that claim? Prints, for each case, how a model fitted on the other one does on it, and how both do
on the invented stories; these and their claims taught the pair model, so they say less.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench.shared import need
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from training.claims.fit import INVENTED, ROOT, named, score_case

from twosource import intake, pipeline, reading
from twosource.claims.check import WEIGHED, nearest
from twosource.claims.saying import LIKELY, asserted
from twosource.model import PAIRINGS
from twosource.settings import Settings

CASES = ("commandos", "pompeo")
Rows = NDArray[np.float64]


def main() -> None:
    """Print the weights, and precision and recall at ``LIKELY``."""
    real = {name: _examples(need("cases", name), _gold(need("cases", name) / "gold.json")) for name in CASES}
    made = [_examples(ROOT / p, _gold((ROOT / p).with_name(f"{Path(p).name}.truth.json"))) for p in INVENTED]
    for name, other in (CASES, CASES[::-1]):
        print(f"fitted on {name}, on {other}: {_told(_fit([real[name]]), [real[other]])}")
    model = _fit(list(real.values()))
    print(f"fitted on both, on the invented: {_told(model, made)}")
    print("near, same, against, share, constant:", np.round([*model[0], model[1]], 1))


def _fit(stories: list[tuple[Rows, NDArray[np.bool_]]]) -> tuple[Rows, float]:
    rows, says = np.concatenate([r for r, _ in stories]), np.concatenate([s for _, s in stories])
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=0.3, max_iter=1000).fit(scaler.transform(rows), says)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - weights @ scaler.mean_)


def _told(model: tuple[Rows, float], stories: list[tuple[Rows, NDArray[np.bool_]]]) -> str:
    rows, says = np.concatenate([r for r, _ in stories]), np.concatenate([s for _, s in stories])
    chosen = 1 / (1 + np.exp(-(rows @ model[0] + model[1]))) >= LIKELY
    return f"precision {says[chosen].mean():.2f}, recall {chosen[says].mean():.2f} of {says.sum()}"


def _gold(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def _examples(folder: Path, gold: dict) -> tuple[Rows, NDArray[np.bool_]]:
    found = list(_passages(folder, gold))
    return np.array([row for row, _ in found]), np.array([says for _, says in found])


def _passages(folder: Path, gold: dict) -> Iterator[tuple[list[float], bool]]:
    taken = intake.collect([str(folder)], settings=Settings())
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=Settings(processes=1)))
    readings = sorted((r.reading for r in reads), key=lambda r: r.report.id)
    statements = [s for r in reads for s in r.statements]
    ids = {r.report.id: named(r.report.path or "", gold) for r in readings}
    texts = {ids[r.report.id]: r.report.text for r in readings}
    same, against = PAIRINGS.index("same"), [PAIRINGS.index("denies"), PAIRINGS.index("conflicts")]
    for claim in gold["claims"]:
        near = nearest(claim["text"], readings, statements, reading.embedder())[:WEIGHED]
        shares = reading.weigher()([(claim["text"], asserted(n.passage)) for n in near])
        marked = [
            score_case.chars([score_case.locate(e["span"], texts)], texts)
            for e in claim["evidence"]
            if e["stance"] == "supports"
        ]
        for (p, nearness, share), of in zip(near, shares.tolist(), strict=True):
            if p.kind == "plain" and not p.asks:
                here = score_case.chars([(ids[p.report], p.span.start, p.span.end)], texts)
                row = [nearness, of[same], sum(of[k] for k in against), share]
                yield row, any(score_case.hits(here, place) for place in marked)


if __name__ == "__main__":
    main()
