"""Two passages to what one does to the other: a cross-encoder over both at once (Nogueira and Cho, 2019), in int8."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from twosource.model import PAIRINGS, Weigh
from twosource.reading.weights import load_session, load_tokenizer
from twosource.text.wordlists import NEGATIONS
from twosource.text.words import content_words, words

# Longer passages are cut: a clause of 60 word pieces has some 45 words.
LONGEST = 60
# What a word is to the other side: the model sees it beside the word, since its own vocabulary has no capitals and
# a small model finds it hard to see that two numbers or names differ.
PLAIN, SHARED, OWN, NUMBER_SHARED, NUMBER_OWN, NAME_SHARED, NAME_OWN, NEGATION = range(8)
FLAGS = 8
# A pair is asked for again when a story is told again; 50,000 answers are some 10 MB.
REMEMBERED = 50_000


def pair_inputs(tokenizer: Tokenizer, a: str, b: str) -> tuple[list[int], list[int]]:
    """Piece ids and types of ``[CLS] a [SEP] b [SEP]``: the side (0, 1) times ``FLAGS``, plus the word's flag."""
    one, other = _side(tokenizer, a, b, 0), _side(tokenizer, b, a, FLAGS)
    start, end = (int(tokenizer.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]"))
    ids = [start, *one[0], end, *other[0], end]
    return ids, [0, *one[1], 0, *other[1], FLAGS]


def _side(tokenizer: Tokenizer, text: str, against: str, base: int) -> tuple[list[int], list[int]]:
    encoded = tokenizer.encode(text, add_special_tokens=False)
    ids, offsets = encoded.ids[:LONGEST], encoded.offsets[:LONGEST]
    there = {w.lemma for w in words(against)}
    content = content_words(text)
    flags = np.zeros(len(text) + 1, dtype=np.int64)
    for i, word in enumerate(words(text)):
        flags[word.start : word.end] = _flag(word.text, word.lemma, first=i == 0, there=there, content=content)
    return ids, [base + int(flags[start]) for start, _ in offsets]


def _flag(text: str, lemma: str, *, first: bool, there: set[str], content: frozenset[str]) -> int:
    if text.lower() in NEGATIONS or text.lower().endswith(("n't", "n’t")):
        return NEGATION
    if any(c.isdigit() for c in text):
        return NUMBER_SHARED if lemma in there else NUMBER_OWN
    if text[:1].isupper() and not first:
        return NAME_SHARED if lemma in there else NAME_OWN
    if lemma in content:
        return SHARED if lemma in there else OWN
    return PLAIN


class PairEncoder:
    """Pairs of passages to the probability of each of ``PAIRINGS``, one pair a run: dynamic int8 scales would otherwise
    depend on the batch."""

    def __init__(self) -> None:
        self._session = load_session("pairs")
        self._tokenizer = load_tokenizer("pairs")
        self._known: OrderedDict[tuple[str, str], NDArray[np.float32]] = OrderedDict()

    def weigh(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """(n, 6) float32, one row a pair, each summing to 1."""
        rows = np.zeros((len(pairs), len(PAIRINGS)), dtype=np.float32)
        for i, pair in enumerate(pairs):
            rows[i] = self._one(pair)
        return rows

    def _one(self, pair: tuple[str, str]) -> NDArray[np.float32]:
        known = self._known.get(pair)
        if known is not None:
            self._known.move_to_end(pair)
            return known
        ids, types = pair_inputs(self._tokenizer, *pair)
        given = {"ids": np.array([ids], dtype=np.int64), "types": np.array([types], dtype=np.int64)}
        scores: NDArray[np.float32] = self._session.run(["relation"], given)[0][0].astype(np.float32)
        shares = np.exp(scores - scores.max())
        row: NDArray[np.float32] = shares / shares.sum()
        self._known[pair] = row
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return row


@cache
def pair_encoder() -> PairEncoder:
    """The one pair encoder of this process, loaded at first use."""
    return PairEncoder()


def weigher() -> Weigh:
    """The function that says what the second of two passages does to the first; the model is loaded at first use."""

    def weigh(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        return pair_encoder().weigh(pairs) if pairs else np.zeros((0, len(PAIRINGS)), dtype=np.float32)

    return weigh
