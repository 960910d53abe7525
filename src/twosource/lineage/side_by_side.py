"""Two reports side by side: which sentences correspond, what was cut, added and changed."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from twosource.model import Place, Reading, Sentence, Span
from twosource.text.wording import Change, difference, words
from twosource.text.words import content_words

# Two sentences correspond when this share of the shorter one's words stands in the other in the same order ...
SAME_WORDS = 0.6
# ... or when they mean this much the same (cosine of their vectors): reworded, translated there and back.
SAME_MEANING = 0.7
# Or when their likeness in meaning and the share of the shorter one's content words that both have come to this, with
# some meaning in common: in retellings of invented stories true pairs lie at 0.85 and above.
SAME_MATTER = 0.85
LEAST_MEANING = 0.48
# Fewer words in common than this are chance ("he said").
LEAST_WORDS = 4


class Pair(NamedTuple):
    """A sentence of each report that say the same, how alike they are (0..1), and the changes from ``a`` to ``b``.

    The spans of ``changes`` count in the two reports' texts.
    """

    a: Place
    b: Place
    score: float
    changes: tuple[Change, ...]


class SideBySide(NamedTuple):
    """Corresponding sentences in the order of ``a``, and the sentences that only one of the reports has."""

    pairs: tuple[Pair, ...]
    only_a: tuple[Place, ...]
    only_b: tuple[Place, ...]


def side_by_side(a: Reading, b: Reading) -> SideBySide:
    """The sentences of two reports paired off, best pairs first, each used once; furniture is left out.

    Cost: the product of their numbers of sentences.
    """
    rows, columns = _own(a), _own(b)
    likeness = a.vectors @ b.vectors.T
    text_a, text_b = a.report.text, b.report.text
    left = {i: words(text_a, s.span.start, s.span.end) for i, s in rows}
    right = {j: words(text_b, s.span.start, s.span.end) for j, s in columns}
    bags_a = {i: content_words(text_a[s.span.start : s.span.end]) for i, s in rows}
    bags_b = {j: content_words(text_b[s.span.start : s.span.end]) for j, s in columns}
    scored = []
    for i, _ in rows:
        mine = [w.key for w in left[i]]
        for j, _ in columns:
            theirs = [w.key for w in right[j]]
            shorter = min(len(mine), len(theirs))
            equal = LCSseq.similarity(mine, theirs)
            worded = equal / shorter if shorter and equal >= LEAST_WORDS else float(mine == theirs)
            meant = float(likeness[i, j])
            told = meant + len(bags_a[i] & bags_b[j]) / max(1, min(len(bags_a[i]), len(bags_b[j])))
            alike = meant >= LEAST_MEANING and told >= SAME_MATTER
            if worded >= SAME_WORDS or meant >= SAME_MEANING or alike:
                scored.append((-round(max(worded, meant, told / 2), 4), abs(i - j), i, j))
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, _, i, j in sorted(scored):
        if i not in taken and j not in used:
            taken[i] = (j, -score)
            used.add(j)
    pairs = tuple(
        Pair(_place(a, i), _place(b, taken[i][0]), min(1.0, taken[i][1]), difference(left[i], right[taken[i][0]]))
        for i, _ in rows
        if i in taken
    )
    only_a = tuple(_place(a, i) for i, _ in rows if i not in taken)
    only_b = tuple(_place(b, j) for j, _ in columns if j not in used)
    return SideBySide(pairs, only_a, only_b)


def _own(reading: Reading) -> list[tuple[int, Sentence]]:
    return [(i, s) for i, s in enumerate(reading.sentences) if not s.furniture]


def _place(reading: Reading, sentence: int) -> Place:
    span: Span = reading.sentences[sentence].span
    return Place(reading.report.id, span.start, span.end)
