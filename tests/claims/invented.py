"""Readings of invented reports, with vectors that follow from the words alone: no model, no files."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import Reading, Report, Sentence, Span, Statement, Tags
from twosource.text.words import content_words

_TAGS = Tags(pieces=np.zeros((0, 2), dtype=np.int32), probabilities={}, links={})


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """A bag of hashed content words, unit length: alike where words are shared."""
    rows = np.zeros((len(texts), 384), dtype=np.float32)
    rows[:, 383] = 0.1
    for row, text in zip(rows, texts, strict=True):
        for word in content_words(text):
            row[int(hashlib.md5(word.encode()).hexdigest(), 16) % 383] += 1.0
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def reading(name: str, *sentences: str, outlet: str | None = None, furniture: Sequence[int] = ()) -> Reading:
    """A report of the given sentences, one paragraph each."""
    spans, text = [], ""
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n\n"
    sha = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=name, text=text, sha256=sha, outlet=outlet or name)
    found = tuple(Sentence(span=span, paragraph=i, furniture=i in furniture) for i, span in enumerate(spans))
    return Reading(report, tuple(spans), found, (), embed(sentences), _TAGS)


def statement(report: Reading, words: str, **more: object) -> Statement:
    """A statement whose content is the given words of the report."""
    start = report.report.text.index(words)
    values = {"id": f"s-{report.report.id}-{start}", "content": (Span(start, start + len(words)),), **more}
    return Statement(report=report.report.id, **values)  # type: ignore[arg-type]


BRIDGE = (
    reading(
        "herald",
        "The old bridge at Tarnow collapsed on Monday night, killing four workers.",
        "Mayor Ilse Brandt said the engineers had warned the council about rusted cables.",
        "The weather was mild.",
    ),
    reading(
        "courier",
        "Four workers were killed when the old bridge at Tarnow collapsed on Monday.",
        "The council denied that engineers had warned it about rusted cables.",
        "Subscribe to our newsletter for more about the old bridge at Tarnow.",
        furniture=(2,),
    ),
    reading(
        "wire",
        "A bridge at Tarnow collapsed on Monday and four workers died, police said.",
        "Engineers had warned the council about rusted cables, according to two letters.",
        "The ministry has not responded to a request for comment.",
    ),
)
