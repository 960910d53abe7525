"""Sentence vectors: a five-layer student of all-MiniLM-L6-v2, in int8.

Wang et al., NeurIPS 2020; Reimers and Gurevych, EMNLP 2019 and 2020.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.reading.weights import load_session, load_tokenizer
from twosource.reading.windows import CLS, SEP

DIMENSIONS = 384
# Word pieces that the model sees, with its two end marks.
MOST_PIECES = 256
# A longer text is cut before it is tokenized: the model sees 256 word pieces, and 4,000 characters hold more.
MAX_CHARACTERS = 4_000
# 50,000 vectors are 77 MB: more than the distinct passages of an 800-report story.
REMEMBERED = 50_000


class SentenceEncoder:
    """Texts to unit vectors, one text a run: dynamic int8 scales would otherwise depend on the batch."""

    def __init__(self) -> None:
        self._session = load_session("sentence")
        self._tokenizer = load_tokenizer("sentence")
        self._known: OrderedDict[str, NDArray[np.float32]] = OrderedDict()

    def embed(self, texts: Sequence[str], *, pieces: Sequence[NDArray[np.int64] | None] = ()) -> NDArray[np.float32]:
        """(n, 384) float32, unit length, one row a text. An empty text has a vector like any other.

        Args:
            pieces: the word pieces of each text, where they are known already: cutting them again takes a while.
        """
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for i, text in enumerate(texts):
            rows[i] = self._one(" ".join(text[:MAX_CHARACTERS].split()), pieces[i] if pieces else None)
        return rows

    def _one(self, text: str, pieces: NDArray[np.int64] | None) -> NDArray[np.float32]:
        known = self._known.get(text)
        if known is not None:
            self._known.move_to_end(text)
            return known
        if pieces is None:
            ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        else:
            ids = np.concatenate([[CLS], pieces[: MOST_PIECES - 2], [SEP]])[None]
        vector: NDArray[np.float32] = self._session.run(None, {"ids": ids})[0][0].astype(np.float32)
        self._known[text] = vector
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return vector


@cache
def sentence_encoder() -> SentenceEncoder:
    """The one encoder of this process, loaded at first use."""
    return SentenceEncoder()
