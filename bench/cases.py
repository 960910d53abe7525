"""Every figure of the story document against hand-annotated cases (needs ../shared)."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.shared import need

# What the README's table shows, in its order: a path into the scorer's result.
FIGURES = {
    "furniture F1": "furniture.f1",
    "statements found F1": "statements.found.f1",
    "statements found with speaker F1": "statements.found_with_speaker.f1",
    "speaker accuracy (of statements found)": "statements.speaker_accuracy",
    "via accuracy": "statements.via_accuracy",
    "statement stance accuracy": "statements.stance_accuracy",
    "sources B-cubed F1": "sources.bcubed.f1",
    "source kind accuracy": "sources.kind_accuracy",
    "lineage between outlets F1": "lineage.between_outlets.f1",
    "lineage all F1": "lineage.all.f1",
    "claims aligned pairs F1": "claims.aligned_pairs.f1",
    "claims evidence covered": "claims.evidence_covered",
    "look-alikes kept apart": "claims.look_alikes_kept_apart",
    "claim stance accuracy": "claims.stance_accuracy",
    "independent origins exact": "claims.independent_origins_exact",
    "same origin, balanced": "same_origin.balanced",
    "conflicts F1": "conflicts.f1",
    "drift F1": "drift.f1",
    "dates found": "dates.found",
}


def main(arguments: Sequence[str] = ()) -> None:
    """Print a Markdown table: one row a figure, one column a case."""
    cases = need("cases")
    names = list(arguments) or sorted(path.name for path in cases.iterdir() if (path / "gold.json").exists())
    results, seconds = {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            results[name], seconds[name] = measured(cases / name, Path(folder) / f"{name}.json")
    for row in table(results, seconds):
        print(row)


def measured(case: Path, story: Path) -> tuple[dict, float]:
    """The scorer's result on a case's folder, and the seconds that the whole process took; ``story`` is written."""
    started = time.monotonic()
    subprocess.run([sys.executable, "-m", "twosource", "brief", str(case), "--json", str(story)], check=True)
    seconds = time.monotonic() - started
    tool = need("tools", "score_case.py")
    done = subprocess.run([sys.executable, str(tool), str(story), str(case), "--json"], check=True, capture_output=True)
    return json.loads(done.stdout), seconds


def figure(result: dict, path: str) -> float | None:
    """One figure of a result, by its path in ``FIGURES``."""
    value: Any = result
    for key in path.split("."):
        value = value[key]
    return value


def table(results: dict[str, dict], seconds: dict[str, float]) -> Iterator[str]:
    """The lines of the Markdown table."""
    yield "| | " + " | ".join(results) + " |"
    yield "| --- |" + " --- |" * len(results)
    for label, path in FIGURES.items():
        values = [figure(result, path) for result in results.values()]
        cells = ["-" if value is None else f"{value:.2f}" for value in values]
        yield f"| {label} | " + " | ".join(cells) + " |"
    yield "| whole process, seconds | " + " | ".join(f"{seconds[name]:.1f}" for name in results) + " |"
