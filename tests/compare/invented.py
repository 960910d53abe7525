"""Invented reports as readings, with vectors of their words instead of a model's."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from twosource.model import (
    Claim,
    Evidence,
    EvidenceStance,
    Form,
    LineageEdge,
    Name,
    NameKind,
    Origin,
    Place,
    Reading,
    Report,
    Reuse,
    Sentence,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Tags,
)
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import words


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of the content words, hashed: texts with the same words are alike."""
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    for i, text in enumerate(texts):
        for word in words(text):
            if word.text.casefold() not in FUNCTION_WORDS:
                rows[i, zlib.crc32(word.lemma.encode()) % 384] += 1
        rows[i] /= np.linalg.norm(rows[i]) or 1.0
    return rows


@dataclass
class Desk:
    """What a test says of its reports; ``Desk.report`` adds one, the rest names places by their words."""

    readings: list[Reading] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    statements: tuple[Statement, ...] = ()
    edges: tuple[LineageEdge, ...] = ()
    origins: tuple[Origin, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    sources: list[Source] = field(default_factory=list)

    def report(
        self,
        name: str,
        text: str,
        *,
        headline: bool = False,
        published: str | None = None,
        names: dict[str, NameKind] | None = None,
    ) -> None:
        """A report; with ``headline`` its first line is one; ``names`` are all the places of the words given."""
        line = Span(0, text.index("\n")) if headline else None
        blocks = paragraphs(text)
        found = [Sentence(span=span, paragraph=i) for i, block in enumerate(blocks) for span in sentences(text, block)]
        marked = []
        for words_, kind in (names or {}).items():
            at = text.find(words_)
            while at >= 0:
                marked.append(Name(Span(at, at + len(words_)), kind))
                at = text.find(words_, at + 1)
        report = Report(
            id=name,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            path=f"{name}.txt",
            published=published,
            headline=line,
        )
        vectors = embed([text[s.span.start : s.span.end] for s in found])
        tags = Tags(np.zeros((0, 2), np.int32), {}, {})
        self.readings.append(
            Reading(report, tuple(blocks), tuple(found), tuple(sorted(marked, key=lambda n: n.span)), vectors, tags)
        )

    def place(self, report: str, words_: str) -> Place:
        """Where the words stand in a report."""
        text = self.text(report)
        at = text.index(words_)
        return Place(report, at, at + len(words_))

    def text(self, report: str) -> str:
        """A report's text."""
        return next(r.report.text for r in self.readings if r.report.id == report)

    def words(self, place: Place) -> str:
        """The words at a place."""
        return self.text(place.report)[place.start : place.end]

    def claim(self, name: str, *evidence: tuple[str, str, EvidenceStance, str | None]) -> None:
        """A claim: (report, words, stance, origin) for each piece of evidence."""
        places = [(self.place(r, w), stance, origin) for r, w, stance, origin in evidence]
        self.claims.append(
            Claim(
                id=name,
                text=name,
                evidence=tuple(
                    Evidence(report=p.report, start=p.start, end=p.end, stance=stance, origin=origin)
                    for p, stance, origin in places
                ),
            )
        )

    def source(self, name: str, kind: SourceKind = "named person") -> None:
        """A source whose id is its name."""
        self.sources.append(Source(id=name, name=name, kind=kind))

    def said(
        self,
        report: str,
        content: str,
        speaker: str,
        *,
        source: str | None = None,
        cue: str | None = None,
        stance: Stance = "asserts",
        origin: str | None = None,
        form: Form = "indirect",
    ) -> None:
        """A statement, and the origin it belongs to."""

        def span(words_: str | None) -> Span | None:
            if words_ is None:
                return None
            place = self.place(report, words_)
            return Span(place.start, place.end)

        inside = span(content)
        assert inside is not None
        statement = Statement(
            id=f"{report}-{len(self.statements)}",
            report=report,
            content=(inside,),
            speaker=speaker,
            source=span(source),
            cue=span(cue),
            stance=stance,
            form=form,
        )
        self.statements = (*self.statements, statement)
        if origin is not None:
            known = {o.id: o for o in self.origins}
            old = known.get(origin, Origin(id=origin, label=origin))
            known[origin] = Origin(id=origin, label=origin, statements=(*old.statements, statement.id))
            self.origins = tuple(known[k] for k in sorted(known))
