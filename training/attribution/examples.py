"""Articles to windows with labels, and windows to padded batches."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from corpus import Article, Said
from numpy.typing import NDArray
from tokenizers import Tokenizer

from twosource.model import Span
from twosource.reading.windows import CLS, SEP, Pieces, cut_pieces, windows
from twosource.text.paragraphs import paragraphs

B_CONTENT, B_SOURCE, B_CUE = 1, 3, 5


@dataclass(eq=False)
class Example:
    """One window: what goes in, and the right answers by word."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    words: NDArray[np.int64]
    opening: NDArray[np.bool_]
    tags: NDArray[np.int64]
    statement: NDArray[np.int64]
    source_of: dict[int, int]
    names: NDArray[np.int64]
    starts: NDArray[np.float32]
    sentences: list[tuple[int, int, int]]


def examples(article: Article, tokenizer: Tokenizer, rng: random.Random | None = None) -> Iterator[Example]:
    """The windows of an article. With ``rng``, one of its annotators is drawn; else the first is taken."""
    said = rng.choice(article.annotations) if rng else article.annotations[0]
    pieces = cut_pieces(tokenizer, article.text, paragraphs(article.text))
    if not len(pieces.ids):
        return
    role, statement, source_of = _roles(said, pieces)
    names, starts = _names(article, pieces), np.zeros(len(pieces.words), np.float32)
    for s, _, _ in article.sentences:
        w = int(np.searchsorted(pieces.words[:, 1], s, side="right"))
        if w < len(starts):
            starts[w] = 1
    opening = np.ones(len(pieces.words), bool)
    opening[1:] = np.diff(pieces.paragraph_of_word) != 0
    starts[opening] = 1
    for window in windows(article.text, pieces):
        a, b = int(pieces.word_of[window.start]), int(pieces.word_of[window.end - 1]) + 1
        words = np.maximum(pieces.first_piece[a:b] - window.start, 0) + 1
        yield Example(
            ids=np.concatenate([[CLS], pieces.ids[window.start : window.end], [SEP]]),
            types=np.concatenate([[0], pieces.types[window.start : window.end], [0]]),
            words=words,
            opening=opening[a:b],
            tags=_tags(role[a:b], statement[a:b], opening[a:b]),
            statement=statement[a:b],
            source_of=source_of,
            names=names[a:b],
            starts=starts[a:b],
            sentences=_sentences(article, pieces, window.start, window.end),
        )


def _roles(said: tuple[Said, ...], pieces: Pieces) -> tuple[NDArray[np.int64], NDArray[np.int64], dict[int, int]]:
    """Each word's role (0, or the begin tag) and number; a source's number is that of its first statement."""
    role = np.zeros(len(pieces.words), np.int64)
    number = np.full(len(pieces.words), -1, np.int64)
    source_of: dict[int, int] = {}
    by_source: dict[tuple[tuple[int, int], ...], int] = {}
    for tag, part in ((B_CONTENT, "content"), (B_SOURCE, "source"), (B_CUE, "cue")):
        for k, statement in enumerate(said):
            fragments = getattr(statement, part)
            mine = k
            if part == "source" and fragments:
                mine = source_of[k] = by_source.setdefault(fragments, k)
            for start, end in fragments:
                a = int(np.searchsorted(pieces.words[:, 1], start, side="right"))
                b = int(np.searchsorted(pieces.words[:, 0], end, side="left"))
                role[a:b] = tag
                number[a:b] = mine
    return role, number, source_of


def _tags(role: NDArray[np.int64], number: NDArray[np.int64], opening: NDArray[np.bool_]) -> NDArray[np.int64]:
    inside = np.zeros(len(role), bool)
    inside[1:] = (role[1:] == role[:-1]) & (number[1:] == number[:-1]) & ~opening[1:]
    return np.where(role > 0, role + inside, 0)


def _names(article: Article, pieces: Pieces) -> NDArray[np.int64]:
    names = np.zeros(len(pieces.words), np.int64)
    for start, end, kind in article.names:
        a = int(np.searchsorted(pieces.words[:, 1], start, side="right"))
        b = int(np.searchsorted(pieces.words[:, 0], end, side="left"))
        names[a:b] = 2 + 2 * kind
        if b > a:
            names[a] -= 1
    return names


def _sentences(article: Article, pieces: Pieces, start: int, end: int) -> list[tuple[int, int, int]]:
    """Sentences wholly in the window: first and last piece (end exclusive, counted with CLS), and vector row."""
    found = []
    for s, e, row in article.sentences:
        a = int(np.searchsorted(pieces.words[:, 1], s, side="right"))
        b = int(np.searchsorted(pieces.words[:, 0], e, side="left"))
        if b <= a or row < 0:
            continue
        left = int(pieces.first_piece[a])
        right = int(pieces.first_piece[b]) if b < len(pieces.words) else len(pieces.ids)
        if start <= left and right <= end:
            found.append((left - start + 1, right - start + 1, row))
    return found


def runs(tags: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Spans in a tag sequence: (begin tag, first word, last word)."""
    found: list[tuple[int, int, int]] = []
    for i, tag in enumerate(tags.tolist()):
        if tag and (tag % 2 or not found or found[-1][2] != i - 1 or found[-1][0] != tag - 1):
            found.append((tag if tag % 2 else tag - 1, i, i))
        elif tag:
            found[-1] = (found[-1][0], found[-1][1], i)
    return found


def link_targets(example: Example, tags: NDArray[np.int64]) -> dict[str, torch.Tensor]:
    """The links that the spans of ``tags`` (the right ones, or predicted) should have.

    A predicted span stands for the annotated span of its role that it shares most words with.
    """
    spans = [(tag, a, b, _stands_for(example, tag, a, b)) for tag, a, b in runs(tags)]
    contents = [s for s in spans if s[0] == B_CONTENT]
    cues = [s for s in spans if s[0] == B_CUE]
    sources = [s for s in spans if s[0] == B_SOURCE]
    cue_at = {s[3]: i for i, s in reversed(list(enumerate(cues))) if s[3] >= 0}
    source_at = {s[3]: i for i, s in reversed(list(enumerate(sources))) if s[3] >= 0}
    return {
        "contents": torch.tensor([(a, b) for _, a, b, _ in contents], dtype=torch.long).reshape(-1, 2),
        "cues": torch.tensor([s[1] for s in cues], dtype=torch.long),
        "sources": torch.tensor([s[1] for s in sources], dtype=torch.long),
        "to_cue": torch.tensor([cue_at.get(s[3], len(cues)) for s in contents], dtype=torch.long),
        "to_source": torch.tensor(
            [source_at.get(example.source_of.get(s[3], -1), len(sources)) for s in cues], dtype=torch.long
        ),
    }


def _stands_for(example: Example, tag: int, first: int, last: int) -> int:
    here = slice(first, last + 1)
    same = (example.tags[here] == tag) | (example.tags[here] == tag + 1)
    numbers = example.statement[here][same]
    if not len(numbers):
        return -1
    values, counts = np.unique(numbers, return_counts=True)
    return int(values[counts.argmax()])


@dataclass(eq=False)
class Batch:
    """Padded windows as tensors."""

    examples: list[Example]
    ids: torch.Tensor
    types: torch.Tensor
    mask: torch.Tensor
    words: torch.Tensor
    known: torch.Tensor
    opening: torch.Tensor
    tags: torch.Tensor
    names: torch.Tensor
    starts: torch.Tensor


def batch(items: list[Example]) -> Batch:
    """Pad windows to one length."""

    def padded(rows: list[NDArray[np.generic]]) -> torch.Tensor:
        out = np.zeros((len(rows), max(map(len, rows))), rows[0].dtype)
        for i, row in enumerate(rows):
            out[i, : len(row)] = row
        return torch.from_numpy(out)

    return Batch(
        items,
        padded([e.ids for e in items]),
        padded([e.types for e in items]),
        padded([np.ones(len(e.ids), bool) for e in items]),
        padded([e.words for e in items]),
        padded([np.ones(len(e.words), bool) for e in items]),
        padded([e.opening for e in items]),
        padded([e.tags for e in items]),
        padded([e.names for e in items]),
        padded([e.starts for e in items]),
    )


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """The paragraphs as the program itself sees them."""
    return paragraphs(text)
