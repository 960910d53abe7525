"""PolNeAR articles (Newell, Margolin, Ruths, LREC 2018): texts and statements from the brat standoff files."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from edits import Edit, apply

Fragments = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Said:
    """One annotated statement; each role is a tuple of spans."""

    content: Fragments
    source: Fragments
    cue: Fragments


@dataclass(frozen=True)
class Article:
    """A text with its statements by each annotator, and silver names, sentences and sentence vectors' rows."""

    id: str
    text: str
    annotations: tuple[tuple[Said, ...], ...]
    names: tuple[tuple[int, int, int], ...] = ()
    sentences: tuple[tuple[int, int, int], ...] = ()
    discarded: tuple[tuple[int, int], ...] = ()

    def edited(self, edits: list[Edit]) -> Article:
        """The article after edits of its text; spans move along, those edited away are dropped."""
        if not edits:
            return self
        text, moved = apply(self.text, edits)

        def spans(fragments: Fragments) -> Fragments:
            return tuple((moved[s], moved[e]) for s, e in fragments if moved[e] > moved[s])

        annotations = tuple(
            tuple(Said(spans(s.content), spans(s.source), spans(s.cue)) for s in said if spans(s.content))
            for said in self.annotations
        )
        names = tuple((moved[s], moved[e], k) for s, e, k in self.names if moved[e] > moved[s])
        sentences = tuple((moved[s], moved[e], k) for s, e, k in self.sentences if moved[e] > moved[s])
        return replace(
            self, text=text, annotations=annotations, names=names, sentences=sentences, discarded=spans(self.discarded)
        )


def read_split(data: Path, split: str) -> list[Article]:
    """All articles of a split, sorted by id; annotators sorted too (the first is the one that scores are taken by)."""
    articles = []
    for path in sorted((data / split / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        annotations = []
        discarded: Fragments = ()
        for ann in sorted((data / split / "attributions").glob(f"{path.stem}_*.ann")):
            if re.fullmatch("[0-9a-f]{4}", ann.stem[len(path.stem) + 1 :]):
                said, ignored = _standoff(ann.read_bytes().decode("utf-8"))
                discarded = discarded if annotations else ignored
                annotations.append(said)
        articles.append(Article(path.stem, text, tuple(annotations), discarded=discarded))
    return articles


def _standoff(ann: str) -> tuple[tuple[Said, ...], Fragments]:
    """The statements of one standoff file, and the spans that its annotator set aside."""
    spans: dict[str, Fragments] = {}
    events, discarded = [], []
    for line in ann.split("\n"):
        fields = line.split("\t")
        if len(fields) > 1 and fields[0].startswith("T"):
            kind, _, offsets = fields[1].partition(" ")
            spans[fields[0]] = tuple((int(part.split()[0]), int(part.split()[1])) for part in offsets.split(";"))
            if kind == "Discard":
                discarded += spans[fields[0]]
        elif len(fields) > 1 and fields[0].startswith("E"):
            events.append(fields[1])
    statements = []
    for event in events:
        roles: dict[str, list[tuple[int, int]]] = {"Content": [], "Source": [], "Cue": []}
        for argument in event.split():
            role, _, target = argument.partition(":")
            roles.get(role.rstrip("0123456789"), []).extend(spans[target])
        if roles["Content"]:
            content, source, cue = (tuple(sorted(roles[name])) for name in ("Content", "Source", "Cue"))
            statements.append(Said(content, source, cue))
    return tuple(statements), tuple(discarded)


def held_out(articles: list[Article], count: int = 30) -> tuple[list[Article], list[Article]]:
    """The articles to fit on, and those kept back to fit the confidence on: the first ones by their ids' digests.

    30 articles hold some 700 statements, plenty for eight weights; more would be missed in training.
    """
    order = sorted(articles, key=lambda a: hashlib.sha256(a.id.encode()).hexdigest())
    return sorted(order[count:], key=lambda a: a.id), order[:count]
