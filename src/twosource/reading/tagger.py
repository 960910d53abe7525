"""The attribution encoder: one pass over a text gives tags, links and names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.model import Name, Span, Tags
from twosource.reading.inner import contents_to_reread, reread
from twosource.reading.spell import spelled
from twosource.reading.weights import checked, load_session, load_tokenizer
from twosource.reading.windows import CLS, SEP, Pieces, Window, cut_pieces, windows

MODEL = "attribution"
ROLES = ("content", "source", "cue")
# Of each word. Training gives the model sentence starts and vectors too, which the shipped graph leaves out. Rules cut
# sentences better: where the two disagreed in 24 reports the rules were wrong twice, the model more than ten times. Its
# vectors keep look-alike claims apart less well.
OUTPUTS = ("tags", "links", "names")
# The links head's parts, 64 numbers each: what a content's first and last word seek, what a cue offers to contents
# and what it seeks, what a source offers.
LINK_PARTS = ("content_first", "content_last", "cue_found", "cue_seeks", "source_found")


@dataclass(frozen=True, eq=False)
class Encoded:
    """What one pass over a text gave: tags for attribution/, names as the encoder has them, and the word pieces."""

    tags: Tags
    names: tuple[Name, ...]
    pieces: Pieces


class Tagger:
    """Texts to Encoded values, one window a run: int8 scales would otherwise depend on what else is in a batch."""

    def __init__(self) -> None:
        self._session = load_session(MODEL)
        self._tokenizer = load_tokenizer(MODEL)
        with np.load(checked(MODEL, "decoder.npz")) as numbers:
            self._numbers = {name: numbers[name] for name in sorted(numbers.files)}

    def encode(self, text: str, paragraphs: Sequence[Span]) -> Encoded:
        """Everything the encoder sees in the paragraphs of a text. Time and memory grow linearly with the text."""
        pieces = cut_pieces(self._tokenizer, text, paragraphs)
        answers = self._answers(text, pieces)
        tags = answers.tags(pieces, self._numbers)
        if stretches := contents_to_reread(text, pieces, answers.scores):
            again = reread(pieces, stretches)
            tags = replace(tags, inner=self._answers(text, again).tags(again, self._numbers))
        return Encoded(tags, spelled(answers.names, pieces), pieces)

    def _answers(self, text: str, pieces: Pieces) -> Answers:
        cut = list(windows(text, pieces))
        answers = Answers(pieces, cut)
        for number, window in enumerate(cut):
            ids, types, words = window_inputs(pieces, window)
            asked = {"ids": ids[None], "types": types[None], "words": words}
            answers.keep(pieces, window, number, self._session.run(OUTPUTS, asked))
        return answers


class Answers:
    """The encoder's answers for all words of a text, filled window by window in order."""

    def __init__(self, pieces: Pieces, cut: Sequence[Window]) -> None:
        words = len(pieces.words)
        self.scores = np.zeros((words, 7), np.float32)
        self.names = np.zeros((words, 13), np.float32)
        self._window = np.zeros(words, np.int32)
        # A window's words are rows from one number to another: the words of all windows are more than the text's,
        # since neighbours share context.
        self._windows = np.array(list(_rows(pieces, cut)), dtype=np.int64).reshape(-1, 3)
        rows = int(self._windows[-1, 2] + self._windows[-1, 1] - self._windows[-1, 0]) if cut else 0
        # Links are scored inside one window, so each window keeps those of all its words, context included; in
        # halves, since those of 200,000 words would take 320 MB in float32.
        self._links = np.zeros((rows, 64 * len(LINK_PARTS)), np.float16)

    def keep(self, pieces: Pieces, window: Window, number: int, outputs: Sequence[NDArray[np.float32]]) -> None:
        """Keep one window's answers (as in OUTPUTS) for the words whose first piece it owns."""
        tags, links, names = outputs
        a, b, row = self._windows[number].tolist()
        first, last = np.searchsorted(pieces.first_piece, [window.first, window.last]).tolist()
        own = slice(first - a, last - a)
        self.scores[first:last] = tags[own]
        self.names[first:last] = names[own]
        self._window[first:last] = number
        self._links[row : row + b - a] = links

    def tags(self, pieces: Pieces, numbers: dict[str, NDArray[np.float32]]) -> Tags:
        """The Tags value: a word's begin, inside, outside probabilities for each role, and what links need."""
        shares = np.exp(self.scores - self.scores.max(axis=1, keepdims=True, initial=-np.inf))
        shares /= shares.sum(axis=1, keepdims=True)
        probabilities = {}
        for k, role in enumerate(ROLES):
            begin, inside = shares[:, 1 + 2 * k], shares[:, 2 + 2 * k]
            probabilities[role] = np.stack([begin, inside, 1 - begin - inside], axis=1)
        links: dict[str, NDArray[np.float32]] = dict(numbers)
        for k, part in enumerate(LINK_PARTS):
            links[part] = self._links[:, 64 * k : 64 * (k + 1)]  # type: ignore[assignment]
        links["paragraph"] = pieces.paragraph_of_word.astype(np.float32)
        links["window"] = self._window.astype(np.float32)
        links["windows"] = self._windows.astype(np.float64)
        return Tags(pieces.words, probabilities, links)


def _rows(pieces: Pieces, cut: Iterable[Window]) -> Iterable[tuple[int, int, int]]:
    """Of each window its first word, one past its last, and how many words the windows before it have."""
    before = 0
    for window in cut:
        a, b = int(pieces.word_of[window.start]), int(pieces.word_of[window.end - 1]) + 1
        yield a, b, before
        before += b - a


def window_inputs(pieces: Pieces, window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Ids and types with the two end marks, and the places of the words' first pieces among them."""
    here = slice(window.start, window.end)
    a, b = int(pieces.word_of[window.start]), int(pieces.word_of[window.end - 1]) + 1
    ids = np.concatenate([[CLS], pieces.ids[here], [SEP]])
    types = np.concatenate([[0], pieces.types[here], [0]])
    return ids, types, np.maximum(pieces.first_piece[a:b] - window.start, 0) + 1


@cache
def tagger() -> Tagger:
    """The one tagger of this process, loaded at first use."""
    return Tagger()
