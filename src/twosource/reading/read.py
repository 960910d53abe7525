"""Report to Reading."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.model import Embed, Reading, Report, Sentence, Span
from twosource.reading.names import names_and_sentences
from twosource.reading.tagger import tagger
from twosource.reading.vectors import DIMENSIONS, sentence_encoder
from twosource.settings import Settings
from twosource.text.paragraphs import paragraphs


def read(report: Report, *, settings: Settings, vectors: bool = True) -> Reading:
    """What the models see in a report: paragraphs, sentences, names, vectors, tags.

    Without ``vectors`` those are all zero: who only asks for statements saves a quarter of the time.
    """
    text = report.text
    blocks = paragraphs(text)
    names, sentences = names_and_sentences(text, blocks)
    sentences = tuple(
        msgspec.structs.replace(s, furniture=True) if _inside(s, report.furniture) else s for s in sentences
    )
    rows = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
    if vectors:
        rows = sentence_encoder().embed([text[s.span.start : s.span.end] for s in sentences])
    return Reading(report, blocks, sentences, names, rows, tagger().tag(text, blocks))


def embedder() -> Embed:
    """The function that turns texts into sentence vectors."""

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        return sentence_encoder().embed(texts)

    return embed


def _inside(sentence: Sentence, furniture: tuple[Span, ...]) -> bool:
    """At least half of the sentence is furniture."""
    start, end = sentence.span
    covered = sum(max(0, min(end, f.end) - max(start, f.start)) for f in furniture)
    return 2 * covered >= end - start
