from __future__ import annotations

import numpy as np

from tests.claims.invented import BRIDGE, embed
from twosource.claims import check
from twosource.claims.standing import FEATURES, WEIGHTS, features, standing
from twosource.model import PAIRINGS
from twosource.reading import weigher


def shares(*names: str) -> np.ndarray:
    rows = np.full((len(names), len(PAIRINGS)), 0.02, dtype=np.float32)
    for row, name in zip(rows, names, strict=True):
        row[PAIRINGS.index(name)] = 0.9
    return rows


def test_a_report_does_what_its_passages_do() -> None:
    assert standing([0.9, 0.8], shares("same", "same")) == "supports"
    assert standing([0.9, 0.8], shares("denies", "denies")) == "denies"
    assert standing([0.9], shares("qualifies")) == "qualifies"


def test_the_order_of_passages_changes_nothing() -> None:
    near = [0.7, 0.9, 0.8]
    rows = shares("same", "denies", "other")
    assert features(near, rows) == features([0.9, 0.8, 0.7], rows[[1, 2, 0]])
    assert WEIGHTS.shape == (3, len(FEATURES) + 1)


def test_with_the_pair_model_each_report_has_one_stand() -> None:
    checked = check(
        "Engineers had warned the council about rusted cables", BRIDGE, (), (), embed=embed, weigh=weigher()
    )
    stands = {item.report: item.stance for item in checked.reports}
    assert stands["courier"] == "denies"
    assert set(stands) == {f.report for f in checked.found}
