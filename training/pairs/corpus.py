"""The pairs to learn from and to measure on: MSR, SICK, STS, and the invented stories of this folder."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from twosource.model import PAIRINGS
from twosource.text.words import content_words

NLI = ("ENTAILMENT", "NEUTRAL", "CONTRADICTION")


class Pair(NamedTuple):
    """Two passages, the head that they teach, and the right answer: a class, or 0 to 5 for ``nearness``."""

    a: str
    b: str
    head: str
    label: float


def paraphrases(path: Path) -> list[Pair]:
    """The Microsoft Research Paraphrase Corpus (Dolan and Brockett, IWP 2005): one file."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8-sig").splitlines()[1:]]
    return [Pair(row[3], row[4], "paraphrase", int(row[0])) for row in rows if len(row) == 5]


def entailments(path: Path) -> list[Pair]:
    """SICK (Marelli et al., LREC 2014): one file."""
    rows = csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [Pair(r["sentence_A"], r["sentence_B"], "nli", NLI.index(r["entailment_judgment"])) for r in rows]


def nearness(path: Path) -> list[Pair]:
    """SemEval's semantic textual similarity (Agirre et al., 2012 to 2015): one file; unscored pairs are left out."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    return [Pair(row[1], row[2], "nearness", float(row[0])) for row in rows if len(row) == 3 and row[0]]


# FNC-1's words for what the second passage does to the first.
STANCES = {"agree": "same", "disagree": "denies", "discuss": "qualifies", "unrelated": "other"}
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def headlines(folder: Path, *, half: int, nearest: int = 2) -> dict[str, list[Pair]]:
    """FNC-1 (Hanselowski et al., COLING 2018): headlines with the sentences of a body that share most words, by stance.

    Of the bodies whose ID is even (``half`` 0) or odd (1). A body's stance is taken for that of each such sentence:
    wrong now and then, and the only news there is with people's own denials in it.
    """
    with (folder / "bodies.csv").open(encoding="utf-8", newline="") as file:
        bodies = {r["Body ID"]: r["articleBody"] for r in csv.DictReader(file)}
    cut = {k: [s.strip() for s in _SENTENCE.split(t) if len(s.split()) > 4] for k, t in bodies.items()}
    lemmas = {k: [content_words(s) for s in sentences] for k, sentences in cut.items()}
    out: dict[str, list[Pair]] = {name: [] for name in STANCES}
    with (folder / "stances.csv").open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if int(r["Body ID"]) % 2 == half]
    for row in rows:
        wanted, body = content_words(row["Headline"]), row["Body ID"]
        near = sorted(range(len(cut[body])), key=lambda i: (-len(wanted & lemmas[body][i]), i))
        for i in near[: 1 if row["Stance"] == "unrelated" else nearest]:
            label = PAIRINGS.index(STANCES[row["Stance"]])
            out[row["Stance"]].append(Pair(row["Headline"], cut[body][i], "relation", label))
    return out


def passages(path: Path) -> list[Pair]:
    """Pairs of passages as the package cuts them from whole invented reports; ``passages.py`` writes the file."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return [Pair(a, b, "relation", PAIRINGS.index(label)) for _, a, b, label in rows]


class Worded(NamedTuple):
    """A claim of an invented story and the passages about it, by mark."""

    text: str
    passages: dict[str, list[str]]


# What a mark of the story files says the passage does to the claim.
MARKS = {"+": "same", "-": "denies", "~": "qualifies", "0": "silent", "x": "conflicts", "!": "other"}


def stories(folder: Path) -> dict[str, list[Worded]]:
    """The invented stories by name: of each, its claims with their passages. README.md gives the format."""
    out = {}
    for path in sorted(folder.glob("*.txt")):
        claims: list[Worded] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            mark, _, text = line.partition(" ")
            if mark == "=":
                claims.append(Worded(text.strip(), {m: [] for m in MARKS}))
            elif mark in MARKS and claims and text.strip():
                claims[-1].passages[mark].append(text.strip())
        out[path.stem] = claims
    return out


def story_pairs(claims: list[Worded], rng: random.Random, *, others: float = 2.0) -> Iterator[Pair]:
    """Every pair of one claim, and for each of those ``others`` pairs of two claims of the story."""
    made: list[Pair] = []
    for claim in claims:
        says = [claim.text, *claim.passages["+"]]
        made += [_pair(a, b, "same", rng) for a, b in combinations(says, 2)]
        for mark, relation in MARKS.items():
            if mark != "+":
                made += [_pair(a, b, relation, rng) for a in says for b in claim.passages[mark]]
        made += [_pair(a, b, "other", rng) for a in claim.passages["!"] for m in "-~x" for b in claim.passages[m]]
    yield from made
    yield from _joined(claims, rng, len(made) // 6)
    every = [(k, m, p) for k, c in enumerate(claims) for m in MARKS for p in ([c.text] * (m == "+") + c.passages[m])]
    for _ in range(int(others * len(made))):
        (i, m, a), (j, n, b) = rng.choice(every), rng.choice(every)
        if i != j and m in "+" and n in "+-~x0":
            yield _pair(a, b, "other", rng)


# What ties two clauses of a long sentence.
_TIES = (", and ", ", while ", ", adding that ", "; ", ", after ", " — ", ", as ", ", but ")


def _joined(claims: list[Worded], rng: random.Random, count: int) -> Iterator[Pair]:
    """Long sentences that say two claims of the story: each of the two stands in them, and a third does not."""
    if len(claims) < 3:
        return
    for _ in range(count):
        one, other, third = rng.sample(claims, 3)
        if not one.passages["+"] or not other.passages["+"]:
            continue
        first, second = rng.choice(one.passages["+"]).rstrip('.”"'), rng.choice(other.passages["+"])
        if second.split()[0].lower() in ("the", "a", "an", "his", "her", "their", "in", "on", "at", "by"):
            second = second[0].lower() + second[1:]
        long = f"{first}{rng.choice(_TIES)}{second}"
        for claim, relation in ((one, "same"), (other, "same"), (third, "other")):
            yield _pair(rng.choice([claim.text, *claim.passages["+"]]), long, relation, rng)


def _pair(a: str, b: str, relation: str, rng: random.Random) -> Pair:
    """The claim's side stands first, but where the relation goes both ways."""
    if relation in ("same", "other", "conflicts") and rng.random() < 0.5:
        a, b = b, a
    return Pair(a, b, "relation", PAIRINGS.index(relation))
