"""Tags to spans: the best legal sequence of begins and insides over the words of a text."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import Span, Tags

ROLES = ("content", "source", "cue")
# Below this a probability is taken as this: float32 shares are exact to about 1e-7.
LEAST = 1e-7
# Added to the scores of a content's, a source's and a cue's first word: fewer contents cut in two, fewer sources and
# cues missed. Chosen on PolNeAR dev and the 30 train articles kept from training: full F1 rises by 0.6 and more, and
# hardly changes from half to twice these values.
BEGINS_CONTENT, BEGINS_SOURCE, BEGINS_CUE = -1.1, 0.8, 0.5


class Words(NamedTuple):
    """A span counted in words, ``last`` included."""

    first: int
    last: int


class RoleSpans(NamedTuple):
    """The spans of each role in text order. No two overlap, and none crosses a paragraph's end."""

    contents: list[Words]
    sources: list[Words]
    cues: list[Words]


def role_spans(tags: Tags) -> RoleSpans:
    """The spans of the most likely tag sequence (Viterbi over a linear-chain CRF, Lafferty et al., ICML 2001)."""
    found: tuple[list[Words], list[Words], list[Words]] = ([], [], [])
    before = 0
    for word, tag in enumerate(best_path(tags).tolist()):
        if tag % 2 and tag:
            found[tag // 2].append(Words(word, word))
        elif tag and before in (tag, tag - 1):
            spans = found[tag // 2 - 1]
            spans[-1] = Words(spans[-1].first, word)
        before = tag
    return RoleSpans(*found)


def place(tags: Tags, words: Words) -> Span:
    """Where the words stand in the text."""
    return Span(int(tags.pieces[words.first, 0]), int(tags.pieces[words.last, 1]))


def best_path(tags: Tags) -> NDArray[np.int8]:
    """(words,) the tag of each word: 0 outside, then begin and inside of content, source, cue."""
    scores = word_scores(tags)
    n = len(scores)
    path = np.zeros(n, dtype=np.int8)
    if not n:
        return path
    steps = tags.links["steps"].astype(np.float64)
    back = np.zeros((n, 7), dtype=np.int8)
    total = scores[0] + tags.links["begin"]
    columns = np.arange(7)
    for word in range(1, n):
        options = total[:, None] + steps
        best = options.argmax(axis=0)
        back[word] = best
        total = options[best, columns] + scores[word]
    path[-1] = total.argmax()
    for word in range(n - 1, 0, -1):
        path[word - 1] = back[word, path[word]]
    return path


def word_scores(tags: Tags) -> NDArray[np.float64]:
    """(words, 7) log probabilities of the tags, begins adjusted, and inside barred at a paragraph's first word."""
    if not len(tags.pieces):
        return np.zeros((0, 7))
    roles = [tags.probabilities[role][:, :2] for role in ROLES]
    inner = np.concatenate(roles, axis=1).astype(np.float64)
    shares = np.concatenate([1 - inner.sum(axis=1, keepdims=True), inner], axis=1)
    scores: NDArray[np.float64] = np.log(np.maximum(shares, LEAST))
    scores[:, 1] += BEGINS_CONTENT
    scores[:, 3] += BEGINS_SOURCE
    scores[:, 5] += BEGINS_CUE
    scores[:, 2::2] -= 1e4 * opening_words(tags)[:, None]
    return scores


def opening_words(tags: Tags) -> NDArray[np.bool_]:
    """(words,) whether the word is the first of its paragraph."""
    opening = np.ones(len(tags.pieces), dtype=bool)
    opening[1:] = np.diff(tags.links["paragraph"]) != 0
    return opening
