"""Pronouns and roles of PolNeAR dev resolved to whom they mean, by rule, against a hand-read sample (needs ../shared).

``pronouns.tsv`` holds places only: an article, a source's start and end, and the start and end of words that name or
first describe whom it means; without them it means nobody whom the report names. 150 places, drawn at random from the
sources that are a pronoun or a definite description; each was read in its context by one person in November 2026. Rules
were improved on the articles of even rank; report the others.

python -m bench pronouns [--misses]
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.shared import need
from twosource import attribution, sources
from twosource.model import Reading, Source, Span, Statement

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "training" / "attribution"))
SAMPLE = Path(__file__).with_suffix(".tsv")
PRONOUNS = frozenset(("he", "she", "they", "it", "him", "her", "them", "his", "their", "its"))


class Place(NamedTuple):
    """One hand-read source: its span, and the words that name whom it means (``None``: nobody the report names)."""

    source: Span
    antecedent: Span | None


class Result(NamedTuple):
    """How one place was resolved."""

    article: str
    words: str
    rule: str
    found: str
    right: bool
    reported: bool


def main(arguments: Sequence[str] = ()) -> None:
    """Print accuracy by kind of source and by rule, for the half that rules were improved on and for the other."""
    results = list(_results())
    for reported, name in ((False, "half to improve on"), (True, "half to report")):
        half = [r for r in results if r.reported == reported]
        print(f"{name}: {_share(half)}")
        for kind in ("pronoun", "description"):
            some = [r for r in half if (r.words.lower() in PRONOUNS) == (kind == "pronoun")]
            print(f"  {kind:12} {_share(some)}")
            for rule, _ in Counter(r.rule for r in some).most_common():
                print(f"    {rule:16} {_share([r for r in some if r.rule == rule])}")
        if "--misses" in arguments and not reported:
            for r in half:
                if not r.right:
                    print(f"      {r.article[:40]:40} {r.words!r} -> {r.found!r} ({r.rule})")
    _cost()


def _share(results: Sequence[Result]) -> str:
    right = sum(r.right for r in results)
    return f"{right}/{len(results)} = {right / max(1, len(results)):.2f}"


def _results() -> Iterator[Result]:
    from corpus import read_split

    places: dict[str, list[Place]] = defaultdict(list)
    with SAMPLE.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            end = row["antecedent_end"]
            meant = Span(int(row["antecedent_start"]), int(end)) if end else None
            places[row["article"]].append(Place(Span(int(row["start"]), int(row["end"])), meant))
    articles = {a.id: a for a in read_split(need("data", "polnear"), "dev")}
    for rank, key in enumerate(sorted(places)):
        reading = read(key, articles[key].text)
        resolved = sources.resolve([reading], list(annotated(articles[key])))
        by_id = {s.id: s for s in resolved.sources}
        for place in places[key]:
            statement = next(s for s in resolved.statements if s.source == place.source)
            found = by_id.get(statement.speaker or "")
            reason = resolved.reasons.get(statement.id)
            rule = "unknown" if reason is None else reason.rule
            if found is not None and rule == "role":
                rule = _why(found, place.source) or "by itself"
            yield Result(
                key,
                articles[key].text[place.source.start : place.source.end],
                rule,
                found.name if found else "",
                _right(found, place.antecedent),
                rank % 2 == 1,
            )


def _cost() -> None:
    """CPU seconds for who is who beside those for reading and attribution, over the 84 articles of the split."""
    from corpus import read_split

    articles = read_split(need("data", "polnear"), "dev")
    read("warm", "The harbour master said the ferry had left.")
    before = resolving = 0.0
    for article in articles:
        started = time.process_time()
        reading = read(article.id, article.text)
        found = attribution.statements(reading)
        before += time.process_time() - started
        started = time.process_time()
        sources.resolve([reading], found)
        resolving += time.process_time() - started
    print(f"cost, {len(articles)} articles: {resolving:.1f} s, {resolving / before:.2f} of reading and attribution's")


def _right(found: Source | None, meant: Span | None) -> bool:
    if meant is None:
        return found is None or found.kind not in ("named person", "pseudonymous person")
    return found is not None and any(m.start < meant.end and meant.start < m.end for m in found.mentions)


def _why(found: Source, place: Span) -> str:
    """The rule that joined a description to its source; empty where it began one of its own."""
    for reason in found.reasons:
        if any(p.start < place.end and place.start < p.end for p in reason.places):
            return reason.rule
    return ""


def annotated(article: Any) -> Iterator[Statement]:
    """The statements of an article as people marked them."""
    for k, said in enumerate(article.annotations[0]):
        spans = tuple(Span(s, e) for s, e in said.content)
        source, cue = (Span(min(p)[0], max(e for _, e in p)) if p else None for p in (said.source, said.cue))
        yield Statement(id=f"{article.id}:{k}", report=article.id, content=spans, source=source, cue=cue)


def read(key: str, text: str) -> Reading:
    """A Reading as this room needs it."""
    from twosource import reading
    from twosource.model import Report
    from twosource.settings import Settings

    return reading.read(Report(id=key, text=text, sha256=f"{key:0<64}"), settings=Settings(), vectors=False)


if __name__ == "__main__":
    main(sys.argv[1:])
