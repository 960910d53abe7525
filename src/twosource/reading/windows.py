"""Text cut into what the encoder sees: word pieces with three features, in windows that keep paragraphs whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Span
from twosource.text.breaks import flattened, unbroken
from twosource.text.quotes import quotations

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Pieces in a window without its two end marks: on PolNeAR dev 254 were no better and a tenth slower.
LIMIT = 126
# Pieces of context seen on both sides where a paragraph is longer than a window; about one sentence. On PolNeAR dev
# with all paragraphs joined, full F1 is 0.6 higher with 36 than with 20.
CONTEXT = 30
# What the tokenizer, which ignores case, cannot see: capitals (none, first letter, all) x quoted x starts a paragraph.
TYPES = 3 * 2 * 2
CLS, SEP = 101, 102
# Characters tokenized in one call: bounds the tokenizer's memory, and is far beyond any real paragraph.
MAX_CALL = 100_000


class Window(NamedTuple):
    """Pieces ``start`` to ``end`` are shown to the encoder; the answers for ``first`` to ``last`` are kept."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Pieces:
    """A text's word pieces in order: ids, types, word and paragraph of each; and each word's span and first piece."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    word_of: NDArray[np.int32]
    words: NDArray[np.int32]
    first_piece: NDArray[np.int64]
    paragraph_of_word: NDArray[np.int32]


def cut_pieces(tokenizer: Tokenizer, text: str, paragraphs: Sequence[Span]) -> Pieces:
    """The word pieces of the paragraphs of a text, those joined that a stray line break cut.

    A word is a run of letters and digits, or one punctuation mark.
    """
    ids: list[int] = []
    word_of: list[int] = []
    words: list[tuple[int, int]] = []
    paragraph_of_word: list[int] = []
    paragraphs = unbroken(text, paragraphs)
    for k, paragraph in enumerate(paragraphs):
        for start, end in _calls(text, paragraph):
            encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
            before: int | None = None
            for piece, word, (left, right) in zip(encoding.ids, encoding.word_ids, encoding.offsets, strict=True):
                if right <= left:
                    continue
                if word != before:
                    before = word
                    words.append((start + left, start + right))
                    paragraph_of_word.append(k)
                else:
                    words[-1] = (words[-1][0], start + right)
                ids.append(piece)
                word_of.append(len(words) - 1)
    spans = np.array(words, dtype=np.int32).reshape(-1, 2)
    owner = np.array(word_of, dtype=np.int32)
    first = np.searchsorted(owner, np.arange(len(spans)), side="left")
    types = _word_types(flattened(text, paragraphs), spans, np.array(paragraph_of_word, dtype=np.int32))
    return Pieces(
        np.array(ids, dtype=np.int64),
        types[owner] if len(owner) else np.zeros(0, np.int64),
        owner,
        spans,
        first.astype(np.int64),
        np.array(paragraph_of_word, dtype=np.int32),
    )


def pieces_of(pieces: Pieces, spans: Sequence[Span]) -> list[NDArray[np.int64] | None]:
    """The ids of the pieces inside each span, or None where its edge cuts a word."""
    starts, ends = pieces.words[:, 0], pieces.words[:, 1]
    places = np.append(pieces.first_piece, len(pieces.ids))
    found: list[NDArray[np.int64] | None] = []
    edges = np.array(spans, dtype=np.int64).reshape(-1, 2)
    first = np.searchsorted(ends, edges[:, 0], side="right")
    last = np.searchsorted(starts, edges[:, 1], side="left")
    for (start, end), a, b in zip(edges.tolist(), first.tolist(), last.tolist(), strict=True):
        whole = a < b and starts[a] >= start and ends[b - 1] <= end
        found.append(pieces.ids[places[a] : places[b]] if whole else None)
    return found


def windows(text: str, pieces: Pieces, *, limit: int = LIMIT) -> Iterator[Window]:
    """Windows in order whose kept pieces are all pieces, each once.

    Neighbouring paragraphs share a window while they fit. A longer paragraph is cut, after a sentence's end where one
    is near, and its parts are shown with CONTEXT pieces on both sides.
    """
    n = len(pieces.ids)
    if not n:
        return
    paragraph = pieces.paragraph_of_word[pieces.word_of]
    edges = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist(), n]
    start = 0
    for left, right in pairwise(edges):
        if right - left > limit:
            if left > start:
                yield Window(start, left, start, left)
            yield from _cut(text, pieces, left, right, limit)
            start = right
        elif right - start > limit:
            yield Window(start, left, start, left)
            start = left
    if n > start:
        yield Window(start, n, start, n)


def _cut(text: str, pieces: Pieces, left: int, right: int, limit: int) -> Iterator[Window]:
    first = left
    while first < right:
        start = max(left, first - CONTEXT)
        if right - start <= limit:
            yield Window(start, right, first, right)
            return
        last = _end_near(text, pieces, first, start + limit - CONTEXT)
        yield Window(start, min(right, last + CONTEXT), first, last)
        first = last


def _end_near(text: str, pieces: Pieces, first: int, last: int) -> int:
    """A place to cut before piece ``last``: after a sentence's end, else between words, else there."""
    half = first + (last - first) // 2
    between = 0
    for cut in range(last, half, -1):
        word = pieces.word_of[cut - 1]
        if pieces.word_of[cut] == word:
            continue
        between = between or cut
        start, end = pieces.words[word]
        gap = text[end : pieces.words[word + 1][0]]
        if gap and text[start:end] in '.!?…”»"':
            before = text[pieces.words[word - 1][0] : pieces.words[word - 1][1]] if word else ""
            if text[start:end] in ".!?…" or before in (".", "!", "?", "…"):
                return cut
    return between or last


def _calls(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph in parts that are tokenized in one call each, cut at white space where there is any."""
    start = paragraph.start
    while paragraph.end - start > MAX_CALL:
        cut = max(text.rfind(mark, start + 1, start + MAX_CALL) for mark in " \n\t\xa0") + 1 or start + MAX_CALL
        yield Span(start, cut)
        start = cut
    yield Span(start, paragraph.end)


def _word_types(text: str, words: NDArray[np.int32], paragraph: NDArray[np.int32]) -> NDArray[np.int64]:
    quoted = np.zeros(len(text) + 1, dtype=np.int8)
    for quotation in quotations(text):
        quoted[quotation.outer.start : quotation.outer.end] = 1
    types = np.zeros(len(words), dtype=np.int64)
    for i, (start, end) in enumerate(words.tolist()):
        word = text[start:end]
        if word[0].isupper():
            types[i] = 2 if len(word) > 1 and word.isupper() else 1
    if len(words):
        types += 3 * quoted[words[:, 0]]
        starts = np.ones(len(words), dtype=bool)
        starts[1:] = np.diff(paragraph) != 0
        types += 6 * starts
    return types
