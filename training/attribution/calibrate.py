"""Fit the confidence's weights on held-out train articles: logistic regression of "content and source are right".

    python training/attribution/calibrate.py --data PATH/TO/polnear --scorer DIR --model-folder build/attribution/seed1

Prints the weights for ``attribution/confidence.py``, and how well they hold on the dev split.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import numpy as np
from corpus import Article, held_out, read_split
from evaluate import FileTagger
from numpy.typing import NDArray

from twosource.attribution.confidence import WEIGHTS, features
from twosource.attribution.form import quoted_parts, quoted_share
from twosource.attribution.found import found_statements
from twosource.attribution.spans import place
from twosource.model import Reading

NAMES = ("inside", "begin", "cue", "source", "link", "source_link", "quoted")


def rows(
    articles: list[Article], read: Callable[[str, str], Reading], scorer: Path
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Features and rightness of every statement found."""
    sys.path.insert(0, str(scorer))
    import score_statements as score

    table, right = [], []
    for article in articles:
        tags = read(article.id, article.text).tags
        quoted = quoted_parts(article.text)
        gold = score.prepare(
            [score.Statement(s.content, s.source, s.cue) for s in article.annotations[0]], article.text
        )
        for f in found_statements(tags, article.text, quoted):
            content = tuple(place(tags, w) for w in f.contents)
            source = (tuple(place(tags, f.source)),) if f.source else ()
            (mine,) = score.prepare([score.Statement(tuple(map(tuple, content)), source)], article.text)
            share = quoted_share(content, article.text, quoted)
            seen = features(tags, f.contents, f.cue, f.source, f.link, f.source_link, share)
            table.append([1.0, *(seen[name] for name in NAMES)])
            right.append(any(score.iou(mine.content, g.content) >= 0.5 and score.sources_agree(mine, g) for g in gold))
    return np.array(table), np.array(right)


def said_and_right(
    articles: list[Article], read: Callable[[str, str], Reading], scorer: Path
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """The confidence of every statement found, by the weights that ship, and whether it is right."""
    x, y = rows(articles, read, scorer)
    return 1 / (1 + np.exp(-x @ np.array([WEIGHTS[name] for name in ("bias", *NAMES)]))), y


def fit(x: NDArray[np.float64], y: NDArray[np.bool_], ridge: float = 1.0) -> NDArray[np.float64]:
    """Logistic regression by Newton's method with a small ridge (not on the bias)."""
    w = np.zeros(x.shape[1])
    penalty = np.full(len(w), ridge)
    penalty[0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        w -= np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty + 1e-9), gradient)
    return w


def reliability(p: NDArray[np.float64], y: NDArray[np.bool_], bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean confidence, share right and number of statements by tenths of the confidence."""
    at = np.minimum((p * bins).astype(int), bins - 1)
    return [
        (float(p[at == b].mean()), float(y[at == b].mean()), int((at == b).sum()))
        for b in range(bins)
        if (at == b).any()
    ]


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--scorer", type=Path, required=True, help="folder with score_statements.py")
    parser.add_argument("--model-folder", type=Path, required=True)
    args = parser.parse_args()
    tagger = FileTagger(args.model_folder)
    _, kept = held_out(read_split(args.data, "train"))
    x, y = rows(kept, tagger.reading, args.scorer)
    w = fit(x, y)
    print(len(y), "statements,", f"{y.mean():.3f} right")
    print(dict(zip(("bias", *NAMES), [round(float(v), 3) for v in w], strict=True)))
    x, y = rows(read_split(args.data, "dev"), tagger.reading, args.scorer)
    p = 1 / (1 + np.exp(-x @ w))
    table = reliability(p, y)
    print("dev: expected calibration error", round(sum(n * abs(a - b) for a, b, n in table) / len(y), 3))
    for row in table:
        print("  said {:.2f}  was {:.2f}  n {}".format(*row))


if __name__ == "__main__":
    main()
