"""Agency copy recognised from the texts of PolNeAR's 924 articles, against its column ``wire``."""

from __future__ import annotations

import csv

from bench.shared import need
from twosource.lineage.wire import wire


def main(arguments: list[str] | None = None) -> int:
    folder = need("data", "polnear")
    texts = {path.stem: path for path in sorted(folder.glob("*/text/*.txt"))}
    right = wrong = missed = 0
    with (folder / "metadata.tsv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            found = wire(texts[row["filename"]].read_text(encoding="utf-8")) is not None
            true = row["wire"] not in ("None", "NA")
            right += found and true
            wrong += found and not true
            missed += true and not found
    print(f"wire: F1 {2 * right / (2 * right + wrong + missed):.3f}, {right} found, {wrong} wrong, {missed} missed")
    return 0
