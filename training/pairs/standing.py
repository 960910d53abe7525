"""Fit the weights of ``twosource/claims/standing.py``: what a report as a whole does to a claim.

    python training/pairs/standing.py --stances PATH/TO/fnc1

Learns from FNC-1's related pairs whose body has an even ID, with the pair model that ships, and prints the table. Needs
scikit-learn beside the package.
"""

from __future__ import annotations

import argparse
import csv
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.stance import bodies

from twosource import claims, reading
from twosource.claims.standing import STANCES, features
from twosource.model import PAIRINGS, Weigh

LABELS = {"agree": "supports", "disagree": "denies", "discuss": "qualifies"}
# How much a case counts: few bodies disagree, and a denial that is missed costs a reader most.
CLASS = {"supports": 1.5, "denies": 5.0, "qualifies": 1.0}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--stances", type=Path, required=True)
    args = parser.parse_args()
    with (args.stances / "stances.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if int(r["Body ID"]) % 2 == 0 and r["Stance"] in LABELS]
    read = bodies(args.stances / "bodies.csv", {r["Body ID"] for r in rows})
    embed, weigh = reading.embedder(), reading.weigher()
    x, y = [], []
    for row in rows:
        asked: list[np.ndarray] = []
        body = read[row["Body ID"]]
        found = claims.check(
            row["Headline"], [body.reading], body.statements, (), embed=embed, weigh=_kept(weigh, asked)
        ).found
        if found:
            x.append(features([f.score for f in found], asked[0]))
            y.append(LABELS[row["Stance"]])
    model = LogisticRegression(C=1.0, max_iter=3000, class_weight=CLASS).fit(np.array(x), y)
    for name in STANCES:
        k = list(model.classes_).index(name)
        print([round(float(w), 1) for w in (*model.coef_[k], model.intercept_[k])])


def _kept(weigh: Weigh, asked: list[np.ndarray]) -> Weigh:
    def keep(pairs):
        asked.append(weigh(pairs) if pairs else np.zeros((0, len(PAIRINGS)), dtype=np.float32))
        return asked[-1]

    return keep


if __name__ == "__main__":
    main()
