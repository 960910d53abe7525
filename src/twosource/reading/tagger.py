"""The attribution encoder: one pass over a text gives tags, links, names and sentence boundaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource.model import Name, NameKind, Sentence, Span, Tags
from twosource.reading.weights import checked, load_session, load_tokenizer
from twosource.reading.windows import CLS, SEP, Pieces, Window, cut_pieces, windows

MODEL = "attribution"
ROLES = ("content", "source", "cue")
# The names head's classes: outside, then begin and inside of each kind in this order.
NAME_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "group", "date", "number")
# The links head's parts, 64 numbers each: what a content's first and last word seek, what a cue offers to contents
# and what it seeks, what a source offers.
LINK_PARTS = ("content_first", "content_last", "cue_found", "cue_seeks", "source_found")


@dataclass(frozen=True, eq=False)
class Encoded:
    """What one pass over a text gave: tags for attribution/, names and sentences in text order."""

    tags: Tags
    names: tuple[Name, ...]
    sentences: tuple[Sentence, ...]


class Tagger:
    """Texts to Encoded values, one window a run: int8 scales would otherwise depend on what else is in a batch."""

    def __init__(self) -> None:
        self._session = load_session(MODEL)
        self._tokenizer = load_tokenizer(MODEL)
        with np.load(checked(MODEL, "decoder.npz")) as numbers:
            self._numbers = {name: numbers[name] for name in sorted(numbers.files)}

    def tag(self, text: str, paragraphs: Sequence[Span]) -> Tags:
        """Only the tags of a text; see ``encode``."""
        return self.encode(text, paragraphs).tags

    def encode(self, text: str, paragraphs: Sequence[Span]) -> Encoded:
        """Everything the encoder sees in the paragraphs of a text. Time and memory grow linearly with the text."""
        pieces = cut_pieces(self._tokenizer, text, paragraphs)
        answers = Answers(len(pieces.words))
        for number, window in enumerate(windows(text, pieces)):
            answers.keep(pieces, window, number, self._run(pieces, window))
        return Encoded(
            answers.tags(pieces, self._numbers),
            tuple(names(answers.names, pieces.words)),
            tuple(sentences(text, answers.starts, pieces)),
        )

    def _run(self, pieces: Pieces, window: Window) -> Sequence[NDArray[np.float32]]:
        ids, types, words = window_inputs(pieces, window)
        outputs: Sequence[NDArray[np.float32]] = self._session.run(
            ["tags", "links", "names", "starts"], {"ids": ids[None], "types": types[None], "words": words}
        )
        return outputs


class Answers:
    """The encoder's answers for all words of a text, filled window by window."""

    def __init__(self, words: int) -> None:
        self.scores = np.zeros((words, 7), np.float32)
        # Halves: the links of 200,000 words would take 256 MB in float32.
        self.links = np.zeros((words, 320), np.float16)
        self.names = np.zeros((words, 13), np.float32)
        self.starts = np.zeros(words, np.float32)
        self.window = np.zeros(words, np.int32)

    def keep(self, pieces: Pieces, window: Window, number: int, outputs: Sequence[NDArray[np.float32]]) -> None:
        """Keep one window's answers (tags, links, names, starts) for the words whose first piece it owns."""
        a = int(pieces.word_of[window.start])
        first, last = np.searchsorted(pieces.first_piece, [window.first, window.last]).tolist()
        inner = slice(first - a, last - a)
        for store, rows in zip((self.scores, self.links, self.names, self.starts), outputs, strict=False):
            store[first:last] = rows[inner]
        self.window[first:last] = number

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
            links[part] = self.links[:, 64 * k : 64 * (k + 1)]  # type: ignore[assignment]
        links["scores"] = self.scores
        links["paragraph"] = pieces.paragraph_of_word.astype(np.float32)
        links["window"] = self.window.astype(np.float32)
        return Tags(pieces.words, probabilities, links)


def window_inputs(pieces: Pieces, window: Window) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Ids and types with the two end marks, and the places of the words' first pieces among them."""
    here = slice(window.start, window.end)
    a, b = int(pieces.word_of[window.start]), int(pieces.word_of[window.end - 1]) + 1
    ids = np.concatenate([[CLS], pieces.ids[here], [SEP]])
    types = np.concatenate([[0], pieces.types[here], [0]])
    return ids, types, np.maximum(pieces.first_piece[a:b] - window.start, 0) + 1


def names(scores: NDArray[np.float32], words: NDArray[np.int32]) -> list[Name]:
    """The names that the best class of each word spells; inside without begin begins one."""
    found: list[Name] = []
    kind = last = -1
    for i in np.flatnonzero(scores.argmax(axis=1)).tolist() if len(scores) else []:
        label = int(scores[i].argmax())
        mine = (label - 1) // 2
        start, end = words[i].tolist()
        if label % 2 == 0 and mine == kind and last == i - 1:
            found[-1] = Name(Span(found[-1].span.start, end), NAME_KINDS[mine])
        else:
            found.append(Name(Span(start, end), NAME_KINDS[mine]))
        kind, last = mine, i
    return found


def sentences(text: str, starts: NDArray[np.float32], pieces: Pieces) -> list[Sentence]:
    """The sentences: each paragraph cut where a word more likely than not is the first of one."""
    found: list[Sentence] = []
    paragraph = pieces.paragraph_of_word
    opening = np.ones(len(starts), dtype=bool)
    opening[1:] = np.diff(paragraph) != 0
    firsts = np.flatnonzero(opening | (starts > 0)).tolist()
    for a, b in zip(firsts, [*firsts[1:], len(starts)], strict=True):
        found.append(Sentence(Span(int(pieces.words[a, 0]), int(pieces.words[b - 1, 1])), int(paragraph[a])))
    return found


@cache
def tagger() -> Tagger:
    """The one tagger of this process, loaded at first use."""
    return Tagger()
