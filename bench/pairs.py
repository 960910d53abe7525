"""How the pair model that ships does on pairs that it did not learn from: MSR, SICK, STS (needs ../shared)."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.shared import need
from twosource.reading.pairs import pair_inputs
from twosource.reading.weights import load_session, load_tokenizer

TRAINING = Path(__file__).resolve().parents[1] / "training" / "pairs"


def main(_: Sequence[str] = ()) -> None:
    """Print a line a set: accuracy and F1, or Pearson's correlation."""
    sys.path.insert(0, str(TRAINING))
    from corpus import Pair, entailments, nearness, paraphrases
    from evaluate import figures

    data = need("data", "pairs")
    session, tokenizer = load_session("pairs"), load_tokenizer("pairs")

    def score(pairs: Sequence[Pair]) -> NDArray[np.float32]:
        rows = []
        for pair in pairs:
            ids, types = pair_inputs(tokenizer, pair.a, pair.b)
            given = {"ids": np.array([ids]), "types": np.array([types])}
            rows.append(session.run([pair.head], given)[0][0])
        return np.array(rows)

    print("MSR test:", figures(score, paraphrases(data / "msr-para-test.tsv")))
    print("SICK test:", figures(score, entailments(data / "SICK_test_annotated.txt")))
    print("STS test:", figures(score, nearness(data / "2015.test.tsv")[:2000]))
