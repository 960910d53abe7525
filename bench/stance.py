"""How ``check`` answers a headline from a body's words: FNC-1, scored by ../shared/tools/score_stance.py.

The pair model and the weights of ``claims/standing.py`` were fitted on bodies with an even ID; figures are on the odd
ones. A body that supports the headline agrees, one that denies it disagrees, one that qualifies or only discusses it
discusses, and one where nothing was found is unrelated.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.shared import need
from twosource import claims, intake, pipeline, reading
from twosource.model import Read
from twosource.settings import Settings

LABELS = {"supports": "agree", "denies": "disagree", "qualifies": "discuss", "discusses": "discuss"}


def main(arguments: Sequence[str] = ()) -> None:
    """Print the F1 of each stance; with ``even``, of the half that was looked at."""
    tool, data = need("tools", "score_stance.py"), need("data", "fnc1")
    half = 0 if "even" in arguments else 1
    with (data / "stances.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if int(r["Body ID"]) % 2 == half]
    read = bodies(data / "bodies.csv", {r["Body ID"] for r in rows})
    by_body: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        by_body[row["Body ID"]].append(row["Headline"])
    with tempfile.TemporaryDirectory() as folder:
        wanted, got = Path(folder) / "wanted.csv", Path(folder) / "got.csv"
        answers = [(h, b, stance(h, read[b])) for b, headlines in by_body.items() for h in headlines]
        _write(wanted, [(r["Headline"], r["Body ID"], r["Stance"]) for r in rows])
        _write(got, answers)
        subprocess.run([sys.executable, str(tool), str(got), str(wanted)], check=True)


def bodies(path: Path, wanted: set[str]) -> dict[str, Read]:
    """The bodies of these IDs, read."""
    with path.open(encoding="utf-8", newline="") as file, tempfile.TemporaryDirectory() as folder:
        for row in csv.DictReader(file):
            if row["Body ID"] in wanted:
                (Path(folder) / f"{row['Body ID']}.txt").write_text(row["articleBody"], encoding="utf-8")
        settings = Settings()
        taken = intake.collect([folder], settings=settings)
        reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=settings))
    return {Path(r.reading.report.path or "").stem: r for r in reads}


def stance(headline: str, body: Read) -> str:
    """What a body does to a headline, in FNC-1's words."""
    checked = claims.check(
        headline, [body.reading], body.statements, (), embed=reading.embedder(), weigh=reading.weigher()
    )
    return LABELS[checked.reports[0].stance] if checked.reports else "unrelated"


def _write(path: Path, rows: Sequence[tuple[str, str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("Headline", "Body ID", "Stance"))
        writer.writerows(rows)
