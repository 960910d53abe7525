"""Stories found in a stream: B-cubed of the annotated reports, streamed among articles of no known story.

python -m bench stories: five orders with dates, five without. Amigó et al. 2009, "A comparison of extrinsic clustering
evaluation metrics".
"""

from __future__ import annotations

import csv
import json
import random
import statistics
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.shared import need
from twosource import intake
from twosource.model import Reading, Report, Tags
from twosource.reading.sentences import sentences_of
from twosource.reading.vectors import sentence_encoder
from twosource.settings import Settings
from twosource.stories.stream import Seen, Stream, signature
from twosource.text.paragraphs import paragraphs

ORDERS = 5


def main(arguments: Sequence[str] = ()) -> None:
    """Print each figure beside its aim."""
    del arguments
    gold, seen = known_stories(), arrivals()
    for what, dated in (("in date order", True), ("in random order without dates", False)):
        found = [score(clustered(order(seen, seed=n, dated=dated)), gold) for n in range(ORDERS)]
        each = " ".join(f"{f:.3f}" for f in found)
        print(f"B-cubed F1 {what}: {statistics.mean(found):.4f} (aim 0.975), each {each}")


def known_stories() -> dict[str, str]:
    """Report name -> its annotated story."""
    rows = need("data", "stories.tsv").read_text(encoding="utf-8").splitlines()
    return dict(row.split("\t")[:2] for row in rows if row)


def arrivals() -> list[Seen]:
    """The annotated reports and the PolNeAR articles that lie among them, named as in ``stories.tsv``."""
    dates = _dates()
    folders = [need("data", "basil", "text"), need("data", "newswcl50"), need("data", "polnear")]
    taken = intake.collect([str(path) for folder in folders for path in folder.rglob("*.txt")], settings=Settings())
    found = []
    for report in taken.reports:
        name = Path(report.path or "").stem
        found.append(Seen(name, signature(_read(report)), dates.get(name, report.published)))
    return sorted(found)


def order(seen: Sequence[Seen], *, seed: int, dated: bool) -> list[Seen]:
    """The reports mixed; with ``dated`` in the order of their dates, those without one anywhere between."""
    chance = random.Random(seed)
    mixed = list(seen)
    chance.shuffle(mixed)
    if not dated:
        return [one._replace(published=None) for one in mixed]
    when = [one.published for one in seen if one.published]
    return sorted(mixed, key=lambda one: (one.published or chance.choice(when))[:10])


def clustered(seen: Sequence[Seen]) -> dict[str, str]:
    """Report name -> the story that the stream puts it in."""
    stream = Stream()
    found: dict[str, str] = {}
    for one in seen:
        found |= stream.place(one).stories
    return found


def score(found: Mapping[str, str], gold: Mapping[str, str]) -> float:
    """B-cubed F1 over the reports of ``gold``; others count where they sit in the story of one of these."""
    members: dict[str, list[str]] = defaultdict(list)
    for name, story in found.items():
        members[story].append(name)
    size = Counter(gold.values())
    precision = recall = 0.0
    for name, story in gold.items():
        mates = members[found[name]]
        same = sum(gold.get(mate) == story for mate in mates)
        precision += same / len(mates)
        recall += same / size[story]
    return 2 * precision * recall / (precision + recall) / len(gold)


def _dates() -> dict[str, str]:
    dates = {}
    for line in need("data", "basil", "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        dates[f"{article['triplet-uuid']}_{article['source']}"] = article["date"]
    with need("data", "polnear", "metadata.tsv").open(encoding="utf-8") as file:
        dates |= {row["filename"]: row["publication_date"] for row in csv.DictReader(file, delimiter="\t")}
    return {name: date for name, date in dates.items() if date and date[0].isdigit()}


def _read(report: Report) -> Reading:
    """What the stream needs of a reading: sentences and vectors."""
    blocks = paragraphs(report.text)
    sentences = sentences_of(report.text, blocks, report.furniture)
    vectors = sentence_encoder().embed([report.text[s.span.start : s.span.end] for s in sentences])
    return Reading(report, blocks, sentences, (), vectors, Tags.__new__(Tags))
