"""Contents worth a second look: those in which somebody else seems to say something."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from twosource.reading.windows import Pieces

# Forms of verbs that hardly ever do anything but report; a content with one of them is read again as a text of its own.
# Wider lists (want, plan, support, discuss) found three wrong statements for each right one on the hand-made cases.
SAYING = frozenset({
    "said", "says", "say", "saying", "told", "tells", "tell", "telling", "ask", "asks", "asked", "asking", "promise",
    "promises", "promised", "promising", "pledge", "pledges", "pledged", "pledging", "vow", "vows", "vowed", "warn",
    "warns", "warned", "warning", "deny", "denies", "denied", "denying", "claim", "claims", "claimed", "claiming",
    "announced", "accuse", "accuses", "accused", "accusing", "fear", "fears", "feared", "fearing", "declared",
    "insist", "insists", "insisted", "insisting",
})  # fmt: skip
# A shorter content has no room for a source, a cue and a content.
LEAST_WORDS = 5
# Words of a report that are read again at most, five times the longest article of PolNeAR: bounds the
# memory that a report of nothing but quotations takes.
MOST_WORDS = 20_000


def contents_to_reread(text: str, pieces: Pieces, scores: NDArray[np.float32]) -> list[tuple[int, int]]:
    """First word and one past the last of each stretch that is most likely content and holds a verb of saying."""
    best = scores.argmax(axis=1) if len(scores) else np.zeros(0, int)
    inside = (best == 1) | (best == 2)
    begins = np.ones(len(best) + 1, bool)
    if len(best):
        begins[1:-1] = (inside[1:] != inside[:-1]) | (best[1:] == 1) | (np.diff(pieces.paragraph_of_word) != 0)
    found = []
    left = MOST_WORDS
    for a, b in pairwise(np.flatnonzero(begins).tolist()):
        if inside[a] and LEAST_WORDS <= b - a <= left:
            words = {text[s:e].lower() for s, e in pieces.words[a:b].tolist()}
            if words & SAYING:
                found.append((a, b))
                left -= b - a
    return found


def reread(pieces: Pieces, stretches: list[tuple[int, int]]) -> Pieces:
    """The stretches as pieces of a text in which each is a paragraph, bare of the quotation marks around it."""
    words = [w for a, b in stretches for w in range(a, b)]
    owner = np.concatenate([np.full(b - a, k, np.int32) for k, (a, b) in enumerate(stretches)])
    kept = [
        np.arange(pieces.first_piece[w], pieces.first_piece[w + 1] if w + 1 < len(pieces.words) else len(pieces.ids))
        for w in words
    ]
    places = np.concatenate(kept)
    word_of = np.repeat(np.arange(len(words), dtype=np.int32), [len(k) for k in kept])
    first = np.searchsorted(word_of, np.arange(len(words)), side="left").astype(np.int64)
    opening = np.ones(len(words), bool)
    opening[1:] = np.diff(owner) != 0
    # Capitals stay; inside-quotation goes (all of a quotation is quoted: it says nothing here); a stretch opens.
    types = pieces.types[places] % 3 + 6 * opening[word_of]
    return Pieces(pieces.ids[places], types, word_of, pieces.words[words], first, owner)
