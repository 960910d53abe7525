"""What changed between two versions of one URL, as drift."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from twosource.model import Drift, DriftKind, Place, Reading, Span
from twosource.text.ids import content_id
from twosource.text.numbers import quantities

# Two sentences with less in common than this (0..100, share of letters in order) are one cut and one added, no change.
ALIKE = 55
# A page that was rewritten throughout is a new report: the first changes show that, all of them would bury the rest.
MOST = 40


def changed(old: Reading, new: Reading) -> tuple[Drift, ...]:
    """The sentences that the later version of a page words otherwise, in text order; furniture is left out."""
    found = []
    for a, b in _pairs(old, new):
        kind, what = _kind(old.report.text[a.start : a.end], new.report.text[b.start : b.end])
        before, after = Place(old.report.id, *a), Place(new.report.id, *b)
        found.append(
            Drift(
                id=content_id("drift", "version", before, after),
                kind=kind,
                a=before,
                b=after,
                reason=f"The outlet changed its own page: {what}.",
            )
        )
    return tuple(found[:MOST])


def _pairs(old: Reading, new: Reading) -> Iterator[tuple[Span, Span]]:
    """Sentences of the stretches that differ, each old one with the new one it became."""
    left = [s.span for s in old.sentences if not s.furniture]
    right = [s.span for s in new.sentences if not s.furniture]
    words = [" ".join(old.report.text[s.start : s.end].split()) for s in left]
    others = [" ".join(new.report.text[s.start : s.end].split()) for s in right]
    for what, i, j, k, m in SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        if what != "replace":
            continue
        free = list(range(k, m))
        for a in range(i, j):
            scored = [(fuzz.ratio(words[a], others[b]), -b) for b in free[:50]]
            score, b = max(scored, default=(0.0, 0))
            if score >= ALIKE:
                free.remove(-b)
                yield left[a], right[-b]


def _kind(before: str, after: str) -> tuple[DriftKind, str]:
    old, new = ([before[q.span.start : q.span.end] for q in quantities(before)], [
        after[q.span.start : q.span.end] for q in quantities(after)
    ])  # fmt: skip
    gone, come = [q for q in old if q not in new], [q for q in new if q not in old]
    if gone and come:
        return "quantity", f"“{gone[0]}” became “{come[0]}”"
    return "wording", "the sentence was reworded"
