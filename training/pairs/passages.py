"""Pairs of passages of whole invented reports, labelled by what the stories' hand-marked claims say of them.

    python training/pairs/passages.py --out out/passages.json FOLDER...

Each folder of reports has NAME.truth.json beside it. The passages are those that the package itself cuts; those of two
reports are "same" where they are evidence of one claim, else "other": the most alike of such pairs, and some by chance.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from twosource import intake, pipeline, reading
from twosource.claims.candidates import Passage, passages
from twosource.claims.leaders import leaders
from twosource.claims.score import similarity
from twosource.model import Reading
from twosource.settings import Settings

STANCES = {"supports": "same", "denies": "denies", "qualifies": "qualifies", "no information": "silent"}
# For each pair that is the same so many that are not: the most alike, and some by chance; and of pairs with an unmarked
# passage, past the most alike, which may be evidence that nobody marked.
ALIKE, CHANCE, UNMARKED, SKIPPED = 2, 1, 1, 20
# Of a story's marked conflicts, which are the product of two lists, so many.
CONFLICTS = 40

Row = tuple[str, str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("folders", type=Path, nargs="+")
    args = parser.parse_args()
    rng = random.Random(1)
    rows = [row for folder in args.folders for row in _rows(Marked(folder), rng)]
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    print(len(rows), "pairs")


class Marked:
    """A story's truth and its passages, each with the marked claims that it is evidence of."""

    def __init__(self, folder: Path) -> None:
        self.name = folder.name
        self.truth = json.loads(folder.with_name(f"{folder.name}.truth.json").read_text(encoding="utf-8"))
        taken = intake.collect([str(folder)], settings=Settings())
        reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=Settings()))
        self.readings: list[Reading] = sorted((r.reading for r in reads), key=lambda r: r.report.id)
        ids = {Path(r["path"]).name: r["id"] for r in self.truth["reports"]}
        self.ids = {r.report.id: ids.get(Path(r.report.path or "").name) for r in self.readings}
        self.texts = {self.ids[r.report.id]: r.report.text for r in self.readings}
        rows = leaders(self.readings).rows
        found = passages(self.readings, [s for r in reads for s in r.statements], rows=rows)
        self.passages = [p for p in found if p.kind == "plain" and not p.asks]
        self.claims = [
            {k for k, c in enumerate(self.truth["claims"]) if any(self._stands(p, e["span"]) for e in c["evidence"])}
            for p in self.passages
        ]

    def words(self, span: dict) -> str:
        """The text of a marked span, on one line."""
        start, end = self.place(span)
        return " ".join(self.texts[span["r"]][start:end].split())

    def place(self, span: dict) -> tuple[int, int]:
        """Where a marked span stands: by its offsets, or the n-th place of its words."""
        if "s" in span:
            return span["s"], span["e"]
        start = -1
        for _ in range(span.get("nth", 1)):
            start = self.texts[span["r"]].index(span["t"], start + 1)
        return start, start + len(span["t"])

    def _stands(self, passage: Passage, span: dict) -> bool:
        """Does the passage stand where the span does: a quarter of it at least, and no page around it?"""
        if self.ids[passage.report] != span["r"]:
            return False
        start, end = self.place(span)
        size = passage.span.end - passage.span.start
        meets = min(passage.span.end, end) > max(passage.span.start, start)
        return meets and 4 * size >= end - start and size <= max(3 * (end - start), 300)


def _rows(story: Marked, rng: random.Random) -> Iterator[Row]:
    yield from _between(story, rng)
    every = [
        (k, e["stance"], story.words(e["span"])) for k, c in enumerate(story.truth["claims"]) for e in c["evidence"]
    ]
    for k, claim in enumerate(story.truth["claims"]):
        own = [(stance, text) for i, stance, text in every if i == k]
        for stance, text in own:
            yield story.name, claim["text"], text, STANCES[stance]
        others = sorted({text for i, _, text in every if i != k} - {text for _, text in own})
        for text in rng.sample(others, min(6, len(others))):
            yield story.name, claim["text"], text, "other"
    conflicts = list(story.truth["conflicts"])
    rng.shuffle(conflicts)
    for item in conflicts[:CONFLICTS]:
        a, b = story.words(item["a"]), story.words(item["b"])
        yield (story.name, b, a, "denies") if item["kind"] == "denial" else (story.name, a, b, "conflicts")
    for item in story.truth["not_same"]:
        yield story.name, story.words(item["a"]), story.words(item["b"]), "other"


def _between(story: Marked, rng: random.Random) -> Iterator[Row]:
    """Pairs of passages of two reports."""
    found, claims = story.passages, story.claims
    alike = similarity(found, story.readings, embed=reading.embedder())
    i, j = np.triu_indices(len(found), 1)
    order = np.argsort(-alike[i, j], kind="stable")
    same, other, unmarked = [], [], []
    for a, b in zip(i[order].tolist(), j[order].tolist(), strict=True):
        if found[a].reading == found[b].reading or found[a].text == found[b].text:
            continue
        if claims[a] and claims[b]:
            (same if claims[a] & claims[b] else other).append((a, b))
        elif claims[a] or claims[b]:
            unmarked.append((a, b))
    n = len(same)
    hard, rest = other[: ALIKE * n], other[ALIKE * n :]
    chosen = hard + rng.sample(rest, min(CHANCE * n, len(rest)))
    chosen += unmarked[SKIPPED : SKIPPED + UNMARKED * n] + rng.sample(unmarked, min(n // 2, len(unmarked)))
    for label, kept in (("same", same), ("other", chosen)):
        for a, b in kept:
            yield story.name, found[a].about, found[b].about, label


if __name__ == "__main__":
    main()
