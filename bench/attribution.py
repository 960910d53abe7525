"""Attribution on PolNeAR dev: figures, robustness, reliability of the confidence (needs ../shared).

python -m bench attribution [figures] [robustness] [reliability]
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bench.shared import need

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "attribution"))

# Changes of the text, as training/attribution/augment.py makes them; F1 should fall by less than 3 points.
CHANGES = ("straight", "no-break", "wrapped", "broken", "joined", "single", "german", "french", "capitals")


def main(arguments: Sequence[str] = ()) -> None:
    """Print the parts asked for, or all."""
    parts: dict[str, Callable[[list[Any]], None]] = {
        "figures": figures,
        "robustness": robustness,
        "reliability": reliability,
    }
    from corpus import read_split

    articles = read_split(need("data", "polnear"), "dev")
    for name in arguments or parts:
        print(f"-- {name}")
        parts[name](articles)


def figures(articles: list[Any]) -> None:
    """Precision, recall and F1 of the split as it is."""
    from evaluate import figures as score
    from evaluate import line

    print(line(score(articles, _reading, need("tools"))))


def robustness(articles: list[Any]) -> None:
    """The same after each change of the text."""
    from evaluate import figures as score

    clean = score(articles, _reading, need("tools"))
    for change in CHANGES:
        changed = score(articles, _reading, need("tools"), kind=change)
        rows = [(name, 100 * changed[f"all.{name}.f1"], 100 * clean[f"all.{name}.f1"]) for name in ("relation", "full")]
        print(f"{change:12}" + "".join(f"  {name} {now:.1f} ({now - was:+.1f})" for name, now, was in rows))


def reliability(articles: list[Any]) -> None:
    """What the confidence says of the statements that are kept, and how often it was right, by tenths; draws it too."""
    import calibrate

    from bench.reliability import FILE, draw
    from twosource.attribution.assemble import LEAST

    said, right = calibrate.said_and_right(articles, _reading, need("tools"))
    said, right = said[said >= LEAST], right[said >= LEAST]
    table = calibrate.reliability(said, right)
    for mean, share, count in table:
        print(f"  said {mean:.2f}  was {share:.2f}  {'#' * round(40 * share):40}  n {count}")
    error = sum(n * abs(a - b) for a, b, n in table) / len(right)
    print(f"expected calibration error {error:.3f}; drawn in {FILE.name}")
    draw(table, error)


def _reading(key: str, text: str) -> Any:
    from twosource import reading
    from twosource.model import Report
    from twosource.settings import Settings

    return reading.read(Report(id=key, text=text, sha256=""), settings=Settings(), vectors=False)


if __name__ == "__main__":
    main(sys.argv[1:])
