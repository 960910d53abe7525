"""Everything that is worked out once, kept in a folder: silver labels and teacher vectors."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
from corpus import Article, read_split
from numpy.typing import NDArray
from silver import labelled, teacher_vectors


def prepared(data: Path, split: str, *, model: Path, work: Path) -> tuple[list[Article], NDArray[np.float16]]:
    """The split's articles with silver labels, and the teacher's vectors of their sentences."""
    path = work / f"{split}.pickle"
    if not path.exists():
        articles = labelled(read_split(data, split))
        path.write_bytes(pickle.dumps((articles, teacher_vectors(articles, model))))
    articles, vectors = pickle.loads(path.read_bytes())  # our own file, written above
    return articles, vectors
