"""How two tellings of one thing differ, as numbers: what a pair is judged by."""

from __future__ import annotations

import math
from dataclasses import dataclass
from difflib import SequenceMatcher

from twosource.compare.retellings import Retelling
from twosource.compare.told import Page, Told
from twosource.text.certainty import doubts
from twosource.text.numbers import Quantity
from twosource.text.verbs import REPORTING
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import Word, words

SIGNS = ("cosine", "overlap", "rare words", "near", "one report", "headline and body", "both quote",
         "quotation changed", "one speaker", "doubt in one", "number shared", "number in one", "late", "length",
         "same words", "likeness", "headline", "said in one", "said in both", "two speakers", "quotation in one",
         "places apart", "side by side", "lengths apart", "numbers apart", "one origin")  # fmt: skip

RARE = 2.5  # weight of a word in fewer than one of eleven sentences
QUOTING = 0.5  # share of its words that a sentence has between quotation marks
RUN, SHARE = 3, 0.5  # equal words of two quotations, and their share of the stretch they span, that make them one
SAME = 2.5  # weight of all words that only one of two sentences has, below which they say the same: one rare word
LATE = 40  # sentences
BESIDE = 2  # sentences


@dataclass(frozen=True, eq=False)
class Telling:
    """One sentence with what its signs are read off."""

    told: Told
    found: tuple[Word, ...]
    quoted: tuple[str, ...]
    numbers: frozenset[float]
    doubts: frozenset[str]

    @property
    def quotes(self) -> bool:
        """Whether most of it stands between quotation marks."""
        return len(self.quoted) > QUOTING * len(self.found)


def telling(told: Told) -> Telling:
    """The sentence with its words, quoted words, numbers and doubts."""
    start = told.span.start
    found = tuple(words(told.text))
    inside = [(q.span.start - start, q.span.end - start) for q in told.quotations]
    quoted = tuple(
        w.text.casefold().replace("’", "'") for w in found if any(a <= w.start < b for a, b in inside)
    )  # fmt: skip
    numbers = frozenset(round(q.value, 3) for q in told.numbers if q.kind != "ordinal")
    return Telling(told, found, quoted, numbers, frozenset(m.words.casefold() for m in doubts(told.marks)))


def signs(page: Page, pair: Retelling, a: Telling, b: Telling) -> list[float]:
    """The values of ``SIGNS``, all from 0 to about 3."""
    one, other = pair.a, pair.b
    same_report = one.report == other.report
    shared_numbers = bool(a.numbers & b.numbers)
    return [
        pair.cosine,
        pair.overlap,
        math.log1p(sum(page.weights[w] >= RARE for w in one.lemmas & other.lemmas)),
        pair.near,
        float(same_report),
        float(same_report and (one.headline or other.headline)),
        float(a.quotes and b.quotes),
        float(quoted_otherwise(a, b)),
        float(bool(one.speakers & other.speakers)),
        float(bool(a.doubts) != bool(b.doubts)),
        float(shared_numbers),
        float(bool(a.numbers) != bool(b.numbers)),
        min(one.rank, other.rank) / LATE,
        math.log(max(1, min(len(a.found), len(b.found)))),
        float(same_words(page, a, b)),
        pair.cosine * pair.overlap,
        float(one.headline or other.headline),
        float(bool(one.statements) != bool(other.statements)),
        float(bool(one.statements) and bool(other.statements)),
        float(bool(one.speakers) and bool(other.speakers) and not one.speakers & other.speakers),
        float(bool(one.quotations) != bool(other.quotations)),
        0.0 if same_report else abs(one.rank - other.rank) / LATE,
        float(same_report and abs(one.rank - other.rank) <= BESIDE),
        abs(math.log(max(1, len(one.lemmas)) / max(1, len(other.lemmas)))),
        float(bool(a.numbers) and bool(b.numbers) and not shared_numbers),
        float(bool(one.origins & other.origins)),
    ]


def quoted_otherwise(a: Telling, b: Telling) -> bool:
    """Whether both quote one utterance, but not in the same words from the first that they share to the last."""
    if len(content(a.quoted) & content(b.quoted)) < 2:
        return False
    blocks = SequenceMatcher(None, a.quoted, b.quoted, autojunk=False).get_matching_blocks()[:-1]
    equal = sum(m.size for m in blocks)
    shared = sum(w not in FUNCTION_WORDS for m in blocks for w in a.quoted[m.a : m.a + m.size])
    if equal < RUN or shared < 2:
        return False
    left = blocks[-1].a + blocks[-1].size - blocks[0].a
    right = blocks[-1].b + blocks[-1].size - blocks[0].b
    return not equal == left == right and equal >= SHARE * max(left, right)


def content(quoted: tuple[str, ...]) -> frozenset[str]:
    """The words of a quotation that carry content."""
    return frozenset(quoted) - FUNCTION_WORDS


def same_words(page: Page, a: Telling, b: Telling) -> bool:
    """Whether two sentences say the same, but for small words or one that the whole story has."""
    return page.weight(a.told.lemmas ^ b.told.lemmas) < SAME


def nothing_changed(a: Telling, b: Telling) -> bool:
    """Whether the two differ in nothing a reader would call a change: in the frame of the same words, or not at all.

    Two sentences of one quotation, side by side in one report, are no two tellings either.
    """
    one, other = a.told, b.told
    if one.report == other.report and a.quotes and b.quotes and not (one.headline or other.headline):
        return True
    if a.quotes and b.quotes and content(a.quoted) == content(b.quoted):
        return True
    return not (_plain(a) ^ _plain(b))


def _plain(telling: Telling) -> frozenset[str]:
    """The content words of a sentence without names and words of saying."""
    found = (w for w in telling.found if w.text.islower() or w.text[0].isdigit())
    plain = frozenset(w.lemma for w in found if w.lemma in telling.told.lemmas)
    return plain - REPORTING - _SAYING


# What a sentence may have or not have beside words of saying when only the frame of a quotation differs.
_SAYING = frozenset(
    ["statement", "reporter", "interview", "news", "spokesman", "spokeswoman", "spokesperson", "president"]
)


def numbers_apart(a: Told, b: Told) -> tuple[Quantity, Quantity] | None:
    """Two numbers of one unit that differ, where neither sentence has the other's."""
    ours, theirs = {q.value for q in a.numbers}, {q.value for q in b.numbers}
    for one in a.numbers:
        for other in b.numbers:
            alike = one.kind == other.kind != "ordinal" and one.unit and one.unit == other.unit
            if alike and one.value not in theirs and other.value not in ours:
                return one, other
    return None
