"""Invented reports, readings and stories for the store's tests."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from twosource.model import (
    Claim,
    Evidence,
    LineageEdge,
    Name,
    Origin,
    Place,
    Read,
    Reading,
    Report,
    Sentence,
    Source,
    Span,
    Statement,
    Story,
    StoryHead,
    Tags,
)

TEXT = "The dam at Vell held, officials said.\n\nThree villages were cleared overnight, the mayor told the Vell Post.\n"


def report(text: str = TEXT, **known: Any) -> Report:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    path = known.pop("path", f"{digest[:6]}.txt")
    return Report(id=f"r-{digest[:10]}", text=text, sha256=digest, path=path, paths=(path,), **known)


def read(text: str = TEXT, **known: Any) -> Read:
    found = report(text, **known)
    half = len(found.text) // 2
    rng = np.random.default_rng(int(found.sha256[:8], 16))
    vectors = rng.standard_normal((2, 384)).astype(np.float32)
    reading = Reading(
        found,
        (Span(0, half), Span(half, len(found.text))),
        (Sentence(Span(0, half), 0), Sentence(Span(half, len(found.text)), 1, furniture=True)),
        (Name(Span(0, min(3, half)), "place"),),
        vectors / np.linalg.norm(vectors, axis=1, keepdims=True),
        Tags(np.zeros((0, 2), dtype=np.int32), {}, {}),
    )
    statement = Statement(
        id=f"st-{found.sha256[:6]}",
        report=found.id,
        content=(Span(0, min(20, half)),),
        cue=Span(0, 1),
        confidence=0.25,
        form="direct",
        stance="denies",
    )
    return Read(reading, (statement,))


def story(id_: str, reads: list[Read]) -> Story:
    """A small story told from reads without any model."""
    first = reads[0].reading.report
    place = Place(first.id, 0, 12)
    source = Source(id="src-1", name="the mayor", kind="unnamed person", mentions=(place,))
    origin = Origin(id="o-1", label="the mayor to the Vell Post", gathered_by="src-1", report=first.id)
    claim = Claim(
        id="c-1",
        text=first.text[:12],
        evidence=tuple(Evidence(report=r.reading.report.id, start=0, end=12, origin="o-1") for r in reads),
        reports=len(reads),
        independent_origins=1,
        independent_origins_range=(1, 2),
        status="single origin",
        reasons=("Counted once.",),
    )
    edge = LineageEdge(report=first.id, from_="src-1", relation="cites", evidence=(place,), reason="It says so.")
    return Story(
        story=StoryHead(id=id_, headline=first.text[:12], first_published=first.published, independent_origins=1),
        reports=tuple(r.reading.report for r in reads),
        sources=(source,),
        statements=tuple(s for r in reads for s in r.statements),
        origins=(origin,),
        lineage=(edge,),
        claims=(claim,),
    )
