"""Agency copy and hat tips recognised from the texts of PolNeAR's 924 articles, against its columns of that name.

``wire`` stands in the texts (a dateline, a sign-off). ``credit`` does not: all its 53 values are hat tips ("h/t: X")
that one publisher prints under the article, and the corpus has the articles without it: none of the 53 texts holds
"h/t" or "hat tip", and 10 of them (19%) name the outlet at all, mostly in passing ("the latest X poll"). Measured is
what can be: in how many of those ten our lineage draws on that outlet (3; F1 0.33).
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

from bench.shared import need
from twosource import intake, lineage, pipeline, sources
from twosource.gazetteer import outlets
from twosource.gazetteer.mentions import mentions
from twosource.gazetteer.wire import wire
from twosource.settings import load_settings

_HAT_TIP = re.compile(r"\bh/t\b|\bhat[ -]tip", re.IGNORECASE)


def main(arguments: list[str] | None = None) -> int:
    """Print the F1 of ``wire``, what trace of ``credit`` the texts hold, and the F1 over those that hold one."""
    del arguments
    folder = need("data", "polnear")
    texts = {path.stem: path for path in sorted(folder.glob("*/text/*.txt"))}
    with (folder / "metadata.tsv").open(encoding="utf-8") as rows:
        table = list(csv.DictReader(rows, delimiter="\t"))
    right = wrong = missed = 0
    for row in table:
        found = wire(texts[row["filename"]].read_text(encoding="utf-8")) is not None
        true = row["wire"] not in ("None", "NA")
        right += found and true
        wrong += found and not true
        missed += true and not found
    print(f"wire: F1 {2 * right / (2 * right + wrong + missed):.3f}, {right} found, {wrong} wrong, {missed} missed")
    tipped = [(texts[row["filename"]], row["credit"].removeprefix("h/t:").strip(" .")) for row in table if _is(row)]
    said = sum(_HAT_TIP.search(path.read_text(encoding="utf-8")) is not None for path, _ in tipped)
    traced = [(path, name) for path, name in tipped if _names(path.read_text(encoding="utf-8"), name)]
    print(f"credit: {len(tipped)} articles, {said} with the hat tip in the text, {len(traced)} name the outlet at all")
    drawn = [_drawn_on(path) for path, _ in traced]
    right = sum(_same(name, found) for (_, name), found in zip(traced, drawn, strict=True))
    wrong = sum(bool(found) and not _same(name, found) for (_, name), found in zip(traced, drawn, strict=True))
    score = 2 * right / max(1, right + wrong + len(traced))
    print(f"credit, where named: F1 {score:.3f}, {right} of {len(traced)} draw on it, {wrong} on others only")
    return 0


def _is(row: dict[str, str]) -> bool:
    return row["credit"] not in ("None", "NA", "")


def _names(text: str, name: str) -> bool:
    """The text names this outlet, by any name that the gazetteer knows, else by this one."""
    known = outlets.find(name)
    if known is not None and any(outlet.name == known.name for _, outlet in mentions(text)):
        return True
    return re.search(rf"\b{re.escape(name)}\b", text) is not None


def _drawn_on(path: Path) -> set[str]:
    """The outlets that the report relays or cites."""
    settings = load_settings({"processes": 1})
    taken = intake.collect([str(path)], settings=settings)
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=settings))
    readings = [read.reading for read in reads]
    resolved = sources.resolve(readings, [s for read in reads for s in read.statements])
    names = {source.id: source.name for source in resolved.sources if source.kind == "outlet"}
    traced = lineage.trace(readings, resolved)
    return {names[e.from_] for e in traced.edges if e.relation != "original" and e.from_ in names}


def _same(name: str, found: set[str]) -> bool:
    known = outlets.find(name)
    return (known.name if known is not None else name) in found
