"""Everything that is worked out once, kept in a folder: silver labels and teacher vectors."""

from __future__ import annotations

import hashlib
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


def held_out(articles: list[Article], count: int = 30) -> tuple[list[Article], list[Article]]:
    """The articles to fit on, and those kept back to fit the confidence on: the first ones by their ids' digests.

    30 articles hold some 700 statements, plenty for eight weights; more would be missed in training.
    """
    order = sorted(articles, key=lambda a: hashlib.sha256(a.id.encode()).hexdigest())
    return sorted(order[count:], key=lambda a: a.id), order[:count]
