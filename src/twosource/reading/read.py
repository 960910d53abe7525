"""Report to Reading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.model import Embed, Reading, Report
from twosource.reading.names import mended
from twosource.reading.sentences import sentences_of
from twosource.reading.tagger import tagger
from twosource.reading.vectors import DIMENSIONS, sentence_encoder
from twosource.reading.windows import pieces_of
from twosource.settings import Settings
from twosource.text.paragraphs import paragraphs


def read(report: Report, *, settings: Settings, vectors: bool = True) -> Reading:
    """What the models see in a report: paragraphs, sentences, names, vectors, tags.

    Without ``vectors`` those are all zero: who only asks for statements saves half of the time.
    """
    text = report.text
    blocks = paragraphs(text)
    sentences = sentences_of(text, blocks, report.furniture)
    seen = tagger().encode(text, blocks)
    rows = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
    if vectors:
        spans = [s.span for s in sentences]
        rows = sentence_encoder().embed([text[a:b] for a, b in spans], pieces=pieces_of(seen.pieces, spans))
    return Reading(report, blocks, sentences, mended(text, seen.names), rows, seen.tags)


def embedder() -> Embed:
    """The function that turns texts into sentence vectors."""

    def embed(texts: Sequence[str]) -> NDArray[np.float32]:
        return sentence_encoder().embed(texts)

    return embed
