"""A planted cast: people, offices, outlets and anonymous sources under many wordings, recovered across reports."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

import numpy as np

from bench.planted.words import FIRST, LAST, OUTLET_ENDS, PLACES, SAYINGS
from twosource import sources
from twosource.model import Name, NameKind, Reading, Report, Sentence, Span, Statement, Tags
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences

# Spellings that transliteration and haste make of one name; a report keeps to one of them.
SPELLINGS = [
    ["Mohammad Karimov", "Muhammad Karimov", "Mohammed Karimov"],
    ["Yevgeny Zelinsky", "Evgeny Zelinskiy", "Yevgeny Zelinskyy"],
    ["Alexander Petrenko", "Aleksandr Petrenko"],
    ["Hussein Rahimi", "Hossein Rahimi", "Husain Rahimi"],
    ["Kim Min Ju", "Kim Min-ju"],
    ["Michael Fosse", "Mike Fosse"],
]
TITLES = ["Mayor", "Governor", "Colonel", "Judge", "Professor"]
BODIES = [
    ["Norwegian Defense Ministry", "Norway's Ministry of Defence", "Norwegian Ministry of Defence"],
    ["Harbor Workers Union", "Harbor Workers' Union"],
    ["United River Safety Council", "URSC"],
    ["Swedish Foreign Ministry", "Sweden's Ministry of Foreign Affairs"],
]
OUTLETS = [["Reuters"], ["The Associated Press", "AP"], ["Agence France-Presse", "AFP"], ["The Guardian"]]
# Outlets that no gazetteer knows; a story holds reports of one for every four reports.
PAPERS = [f"{place} {end}" for place in PLACES for end in OUTLET_ENDS]
ANONYMOUS = ["A senior engineer", "A former inspector", "A resident", "An official", "A night watchman"]


@dataclass
class Plan:
    """Texts, names and statements of a story, and who each statement's speaker is in truth."""

    readings: list[Reading] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)


def plan(seed: int, reports: int) -> Plan:
    """A story of ``reports`` reports in which 20 people, 4 bodies, 4 known outlets and the reports' own speak."""
    rng = random.Random(seed)
    plain = [[f"{a} {b}"] for a, b in zip(rng.sample(FIRST, 14), rng.sample(LAST, 14), strict=True)]
    people = [*SPELLINGS, *plain]
    title = {k: rng.choice([*TITLES, "", ""]) for k in range(len(people))}
    made = Plan()
    for n in range(reports):
        page = _Page(rng, f"{rng.choice(PLACES).upper()} — The inquiry went on.\n\n")
        for k in rng.sample(range(len(people)), 4):
            name = rng.choice(people[k])
            rank = f"{title[k]} " if title[k] else ""
            page.line(f"p{k}", rank + name, rng.choice(["said", "argued", "warned"]), "person", name)
            family = name.split()[0] if name.startswith("Kim") else name.split()[-1]
            again = rng.choice([family, f"Mr. {family}", "He"])
            page.line(f"p{k}", again, "added", "person", "" if again == "He" else family)
        k = rng.randrange(len(BODIES))
        body = rng.choice(BODIES[k])
        page.line(f"b{k}", f"The {body}", "announced", "organisation", body)
        k = rng.randrange(len(OUTLETS))
        outlet = rng.choice(OUTLETS[k])
        page.line(f"o{k}", outlet, "reported", "organisation", outlet)
        paper = rng.randrange(min(len(PAPERS), 1 + reports // 4))
        page.line(f"n{paper}", f"The {PAPERS[paper]}", "reported", "organisation", PAPERS[paper])
        page.line(f"a{n}", rng.choice(ANONYMOUS), "said")
        _add(made, n, page.text, page.names, page.said, outlet=PAPERS[n % min(len(PAPERS), 1 + reports // 4)])
    return made


class _Page:
    """A report being written: its text, the names in it, and who says what."""

    def __init__(self, rng: random.Random, text: str) -> None:
        self.rng, self.text = rng, text
        self.names: list[Name] = []
        self.said: list[tuple[str, Span, Span, Span]] = []

    def line(self, who: str, wording: str, cue: str, kind: NameKind = "person", name: str = "") -> None:
        start = len(self.text)
        saying = self.rng.choice(SAYINGS)
        body = f"{wording} {cue} that {saying[0].lower()}{saying[1:]}."
        self.text += body + "\n\n"
        source = Span(start, start + len(wording))
        said = Span(source.end + 1, source.end + 1 + len(cue))
        self.said.append((who, source, said, Span(said.end + 6, start + len(body) - 1)))
        if name:
            at = start + wording.index(name)
            self.names.append(Name(Span(at, at + len(name)), kind))


def _add(
    made: Plan, n: int, text: str, names: list[Name], said: list[tuple[str, Span, Span, Span]], *, outlet: str
) -> None:
    report = Report(id=f"r{n:05}", text=text, sha256=f"{n:064x}", outlet=outlet)
    blocks = paragraphs(text)
    cut = tuple(Sentence(span, k) for k, block in enumerate(blocks) for span in sentences(text, block))
    empty = Tags(np.zeros((0, 2), dtype=np.int32), {}, {})
    vectors = np.zeros((len(cut), 384), dtype=np.float32)
    made.readings.append(Reading(report, blocks, cut, tuple(sorted(names, key=lambda x: x.span)), vectors, empty))
    for k, (who, source, cue, content) in enumerate(said):
        key = f"{report.id}-{k}"
        made.statements.append(Statement(id=key, report=report.id, content=(content,), source=source, cue=cue))
        made.truth[key] = who


def bcubed(got: dict[str, str | None], truth: dict[str, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of statements grouped by speaker (B-cubed, Bagga and Baldwin 1998)."""
    cells = Counter((got[s] or s, truth[s]) for s in truth)
    by_got, by_truth = defaultdict(int), defaultdict(int)
    for (a, b), size in cells.items():
        by_got[a] += size
        by_truth[b] += size
    total = len(truth)
    p = sum(size * size / by_got[a] for (a, _), size in cells.items()) / total
    r = sum(size * size / by_truth[b] for (_, b), size in cells.items()) / total
    return p, r, 2 * p * r / (p + r)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench cast", description=__doc__)
    parser.add_argument("--reports", type=int, nargs="*", default=[10, 100, 800])
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args(arguments)
    for reports in given.reports:
        made = plan(given.seed, reports)
        start = time.process_time()
        resolved = sources.resolve(made.readings, made.statements)
        took = time.process_time() - start
        p, r, f1 = bcubed({s.id: s.speaker for s in resolved.statements}, made.truth)
        print(
            f"{reports:5} reports, {len(set(made.truth.values()))} planted, {len(resolved.sources)} found:"
            f" B-cubed F1 {f1:.3f} (P {p:.3f} R {r:.3f}), {took:.1f} s of CPU"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
