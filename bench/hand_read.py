"""How many of the conflicts and drifts reported for six stories a reader found right (needs ../shared).

``hand_read.json`` beside this file holds what was marked: story, which of the two, both places (file, start, end) and
whether it is right. No text is kept there.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.shared import need
from twosource import intake, pipeline, reading
from twosource.model import Conflict, Drift, Story
from twosource.settings import Settings

MARKS = Path(__file__).with_name("hand_read.json")


def main(arguments: Sequence[str] = ()) -> None:
    """Print the share right of what is reported and marked, and how much is reported and not marked yet."""
    folder = need("data", "newswcl50")
    marks = json.loads(MARKS.read_text(encoding="utf-8"))
    told: Counter[tuple[str, str]] = Counter()
    for path in sorted(p for p in folder.iterdir() if p.is_dir()):
        if arguments and path.name not in arguments:
            continue
        story = tell(path)
        for which, found in (("conflict", story.conflicts), ("drift", story.drift)):
            for item in found:
                verdict = marked(marks, path.name, which, places(story, item))
                told[which, verdict] += 1
                if verdict == "not marked":
                    print(f"not marked: {path.name} {which} {item.kind} {places(story, item)}: {item.reason}")
    print("| | reported | right | wrong | not marked | share right of marked |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, kinds in (("conflicts", ["conflict"]), ("drift", ["drift"]), ("both", ["conflict", "drift"])):
        right, wrong, new = (sum(told[k, v] for k in kinds) for v in ("right", "wrong", "not marked"))
        share = f"{right / (right + wrong):.2f}" if right + wrong else "-"
        print(f"| {name} | {right + wrong + new} | {right} | {wrong} | {new} | {share} |")


def tell(path: Path) -> Story:
    """The story of a folder of reports."""
    settings = Settings()
    taken = intake.collect([str(path)], settings=settings)
    reads, refusals = pipeline.sort_out(pipeline.read_all(taken.reports, settings=settings))
    return pipeline.tell_story(reads, settings=settings, embed=reading.embedder(), refusals=refusals)


Where = tuple[str, int, int]


def places(story: Story, item: Conflict | Drift) -> tuple[Where, Where]:
    """Both places by file name, the lesser first."""
    names = {r.id: Path(r.path or r.id).name for r in story.reports}
    a, b = sorted((names[p.report], p.start, p.end) for p in (item.a, item.b))
    return a, b


def marked(marks: list[dict[str, Any]], story: str, which: str, found: tuple[Where, Where]) -> str:
    """What the reader said of the pair whose places overlap both of these by half of the shorter, or "not marked"."""
    for mark in marks:
        both = zip((mark["a"], mark["b"]), found, strict=True)
        if (mark["story"], mark["which"]) == (story, which) and all(_meet(tuple(m), f) for m, f in both):
            return "right" if mark["right"] else "wrong"
    return "not marked"


def _meet(a: Where, b: Where) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and 2 * shared >= min(a[2] - a[1], b[2] - b[1])


if __name__ == "__main__":
    main(sys.argv[1:])
