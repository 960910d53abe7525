"""The attribution encoder: one pass over a text gives tags, links, names, sentences and their vectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from twosource.model import Name, Sentence, Span, Tags
from twosource.reading.inner import contents_to_reread, reread
from twosource.reading.spell import spelled
from twosource.reading.weights import checked, load_session, load_tokenizer
from twosource.reading.windows import CLS, SEP, Pieces, Window, cut_pieces, windows

MODEL = "attribution"
ROLES = ("content", "source", "cue")
# Of each word, but for the last: of each piece. A model without the last has no vectors.
OUTPUTS = ("tags", "links", "names", "starts", "vectors")
VECTOR = 384
# The links head's parts, 64 numbers each: what a content's first and last word seek, what a cue offers to contents
# and what it seeks, what a source offers.
LINK_PARTS = ("content_first", "content_last", "cue_found", "cue_seeks", "source_found")


@dataclass(frozen=True, eq=False)
class Encoded:
    """What one pass over a text gave: tags for attribution/, names, sentences and their unit vectors, in text order."""

    tags: Tags
    names: tuple[Name, ...]
    sentences: tuple[Sentence, ...]
    vectors: NDArray[np.float32]


class Tagger:
    """Texts to Encoded values, one window a run: int8 scales would otherwise depend on what else is in a batch."""

    def __init__(self) -> None:
        self._session = load_session(MODEL)
        has = {output.name for output in self._session.get_outputs()}
        self._outputs = [name for name in OUTPUTS if name in has]
        self._tokenizer = load_tokenizer(MODEL)
        with np.load(checked(MODEL, "decoder.npz")) as numbers:
            self._numbers = {name: numbers[name] for name in sorted(numbers.files)}

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Only the tags of a text; see ``encode``."""
        return self.encode(text, paragraphs).tags

    def encode(self, text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence] | None = None) -> Encoded:
        """Everything the encoder sees in the paragraphs of a text. Time and memory grow linearly with the text.

        Sentences are those given, or else the encoder's own; a given one without any word has a zero vector.
        """
        pieces = cut_pieces(self._tokenizer, text, paragraphs)
        given = None if sentences is None else _given(sentences, pieces)
        answers = Answers(len(pieces.words), given)
        for number, window in enumerate(windows(text, pieces)):
            answers.keep(pieces, window, number, self._run(pieces, window))
        own = own_sentences(answers.starts_here, pieces) if sentences is None else tuple(sentences)
        rows = np.arange(len(own)) if given is None else given.row_of
        tags = answers.tags(pieces, self._numbers)
        if stretches := contents_to_reread(text, pieces, answers.scores):
            again = reread(pieces, stretches)
            inner = Answers(len(again.words))
            for number, window in enumerate(windows(text, again)):
                inner.keep(again, window, number, self._run(again, window)[:4])
            tags = replace(tags, inner=inner.tags(again, self._numbers))
        return Encoded(
            tags,
            spelled(answers.names, pieces),
            own,
            answers.vectors(len(own), rows),
        )

    def _run(self, pieces: Pieces, window: Window) -> Sequence[NDArray[np.float32]]:
        ids, types, words = window_inputs(pieces, window)
        outputs: Sequence[NDArray[np.float32]] = self._session.run(
            self._outputs, {"ids": ids[None], "types": types[None], "words": words}
        )
        return outputs


@dataclass(frozen=True, eq=False)
class Given:
    """Sentences cut elsewhere: which words begin one, and which sentence each such beginning is of."""

    starts: NDArray[np.bool_]
    row_of: NDArray[np.int64]


class Answers:
    """The encoder's answers for all words of a text, filled window by window in order."""

    def __init__(self, words: int, given: Given | None = None) -> None:
        self.scores = np.zeros((words, 7), np.float32)
        # Links are scored inside one window, so each window keeps those of all its words, context included; in
        # halves, since those of 200,000 words would take 256 MB in float32 and more.
        self._links: list[NDArray[np.float16]] = []
        self._windows: list[tuple[int, int, int]] = []
        self.names = np.zeros((words, 13), np.float32)
        self.window = np.zeros(words, np.int32)
        self.starts_here = np.zeros(words, bool)
        self._given = given
        self._sums: list[NDArray[np.float32]] = []
        self._counts: list[int] = []

    def keep(self, pieces: Pieces, window: Window, number: int, outputs: Sequence[NDArray[np.float32]]) -> None:
        """Keep one window's answers (as in OUTPUTS) for the words whose first piece it owns."""
        a = int(pieces.word_of[window.start])
        first, last = np.searchsorted(pieces.first_piece, [window.first, window.last]).tolist()
        inner = slice(first - a, last - a)
        self.scores[first:last] = outputs[0][inner]
        rows = outputs[1].astype(np.float16)
        self._windows.append((a, a + len(rows), sum(self._windows[-1][1:]) - self._windows[-1][0] if number else 0))
        self._links.append(rows)
        self.names[first:last] = outputs[2][inner]
        self.window[first:last] = number
        if self._given is None:
            before = pieces.paragraph_of_word[first - 1 : last - 1] if first else None
            opening = np.ones(last - first, bool)
            if before is None:
                opening[1:] = np.diff(pieces.paragraph_of_word[first:last]) != 0
            else:
                opening = pieces.paragraph_of_word[first:last] != before
            self.starts_here[first:last] = opening | (outputs[3][inner] > 0)
        else:
            self.starts_here[first:last] = self._given.starts[first:last]
        if len(outputs) > 4:
            self._pool(pieces, window, outputs[4])

    def _pool(self, pieces: Pieces, window: Window, states: NDArray[np.float32]) -> None:
        """Add the window's states to the sums of the sentences they are of."""
        here = np.arange(window.first, window.last)
        words = pieces.word_of[here]
        begins = self.starts_here[words] & (pieces.first_piece[words] == here)
        edges = [0, *np.flatnonzero(begins).tolist(), len(here)]
        rows = states[1 + window.first - window.start : 1 + window.last - window.start]
        for k, (left, right) in enumerate(pairwise(edges)):
            if k or not self._sums:
                self._sums.append(np.zeros(rows.shape[1], np.float32))
                self._counts.append(0)
            self._sums[-1] += rows[left:right].sum(axis=0)
            self._counts[-1] += right - left

    def vectors(self, sentences: int, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """(sentences, 384) unit vectors; what was summed before the first sentence began is left out."""
        out = np.zeros((sentences, VECTOR), np.float32)
        summed = self._sums[len(self._sums) - len(rows) :] if len(rows) else []
        for row, total in zip(rows.tolist(), summed, strict=False):
            out[row] = total / max(float(np.linalg.norm(total)), 1e-9)
        return out

    def tags(self, pieces: Pieces, numbers: dict[str, NDArray[np.float32]]) -> Tags:
        """The Tags value: a word's begin, inside, outside probabilities for each role, and what links need."""
        shares = np.exp(self.scores - self.scores.max(axis=1, keepdims=True, initial=-np.inf))
        shares /= shares.sum(axis=1, keepdims=True)
        probabilities = {}
        for k, role in enumerate(ROLES):
            begin, inside = shares[:, 1 + 2 * k], shares[:, 2 + 2 * k]
            probabilities[role] = np.stack([begin, inside, 1 - begin - inside], axis=1)
        links: dict[str, NDArray[np.float32]] = dict(numbers)
        rows = np.concatenate(self._links) if self._links else np.zeros((0, 64 * len(LINK_PARTS)), np.float16)
        for k, part in enumerate(LINK_PARTS):
            links[part] = rows[:, 64 * k : 64 * (k + 1)]  # type: ignore[assignment]
        links["paragraph"] = pieces.paragraph_of_word.astype(np.float32)
        links["window"] = self.window.astype(np.float32)
        links["windows"] = np.array(self._windows, dtype=np.float64).reshape(-1, 3)  # type: ignore[assignment]
        return Tags(pieces.words, probabilities, links)


def _given(sentences: Sequence[Sentence], pieces: Pieces) -> Given:
    starts = np.zeros(len(pieces.words), bool)
    row_of: list[int] = []
    for row, sentence in enumerate(sentences):
        word = int(np.searchsorted(pieces.words[:, 1], sentence.span.start, side="right"))
        if word < len(starts) and pieces.words[word, 0] < sentence.span.end and not starts[word]:
            starts[word] = True
            row_of.append(row)
    return Given(starts, np.array(row_of, dtype=np.int64))


def window_inputs(pieces: Pieces, window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Ids and types with the two end marks, and the places of the words' first pieces among them."""
    here = slice(window.start, window.end)
    a, b = int(pieces.word_of[window.start]), int(pieces.word_of[window.end - 1]) + 1
    ids = np.concatenate([[CLS], pieces.ids[here], [SEP]])
    types = np.concatenate([[0], pieces.types[here], [0]])
    return ids, types, np.maximum(pieces.first_piece[a:b] - window.start, 0) + 1


def own_sentences(starts: NDArray[np.bool_], pieces: Pieces) -> tuple[Sentence, ...]:
    """The sentences that begin at the marked words; each paragraph's first word is marked."""
    firsts = np.flatnonzero(starts).tolist()
    return tuple(
        Sentence(Span(int(pieces.words[a, 0]), int(pieces.words[b - 1, 1])), int(pieces.paragraph_of_word[a]))
        for a, b in zip(firsts, [*firsts[1:], len(starts)][: len(firsts)], strict=True)
    )


@cache
def tagger() -> Tagger:
    """The one tagger of this process, loaded at first use."""
    return Tagger()
