"""Figures on real stories that no rule and no model was made with (needs ../shared).

python -m bench unseen [STORY ...]: the stories of ``annotations/held.txt``, or those named; means over those of five
reports, of which everything is annotated, and over those of three, of which some is.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.cases import FIGURES, figure, measured
from bench.shared import need

ANNOTATIONS = Path(__file__).parent / "annotations"
# What is annotated in the stories of three reports.
OF_THREE = ("claims.", "same_origin.", "conflicts.", "drift.")


def main(arguments: Sequence[str] = ()) -> None:
    """Print a Markdown table: a row a figure, the means over the stories of five and of three reports."""
    results: dict[bool, list[dict]] = {True: [], False: []}
    for name in arguments or held():
        with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()):
            case = laid_out(name, Path(folder) / name)
            results[name.startswith("event")].append(measured(case, Path(folder) / "story.json")[0])
    five, three = results[True], results[False]
    print(f"| mean over | {len(five)} stories of five reports | {len(three)} of three |\n| --- | --- | --- |")
    for label, path in FIGURES.items():
        print(f"| {label} | {_mean(five, path)} | {_mean(three, path) if path.startswith(OF_THREE) else '-'} |")


def _mean(results: Sequence[dict], path: str) -> str:
    values = [v for r in results if (v := figure(r, path)) is not None]
    return f"{statistics.mean(values):.2f}" if values else "-"


def held() -> list[str]:
    """The stories kept out of every fit and out of the sight of whoever made the rules."""
    return (ANNOTATIONS / "held.txt").read_text(encoding="utf-8").split()


def taught() -> list[str]:
    """The other annotated stories."""
    kept = set(held())
    return sorted(path.stem for path in ANNOTATIONS.glob("*.json") if path.stem not in kept)


def laid_out(name: str, folder: Path) -> Path:
    """``folder`` with a story's reports and its ``gold.json``, as the scorer wants a case."""
    gold = json.loads((ANNOTATIONS / f"{name}.json").read_text(encoding="utf-8"))
    folder.mkdir(parents=True)
    for report in gold["reports"]:
        source = need("data", *report["path"].split("/"))
        if hashlib.sha256(source.read_bytes()).hexdigest() != report["sha256"]:
            raise SystemExit(f"bench: {report['path']} is not the text that was annotated")
        shutil.copy(source, folder / f"{report['id']}.txt")
        known = source.parent / "reports.csv"
        if known.exists():
            shutil.copy(known, folder / "reports.csv")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder
