"""Conflicts and drift -> pairs of passages side by side, with the words that differ marked."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.model import Conflict, Drift, Place, Span
from twosource.present import phrases
from twosource.present.claim_rows import tokens
from twosource.present.context import Context
from twosource.present.index import Index
from twosource.present.marks import Piece, pieces
from twosource.text.wording import FUNCTION_WORDS, Word, difference, words

# Under this share of common content words the two passages are worded apart: marking every word would mark nothing.
ALIKE = 0.3
# Context beside a pair: less than beside a claim, the eye goes from left to right here.
AROUND = 90


@dataclass(frozen=True)
class Half:
    """One side of a pair: whose words, when, the context and the words cut into (text, differs) pieces."""

    outlet: str
    dated: str
    context: Context
    cut: tuple[tuple[str, bool], ...]
    target: str


@dataclass(frozen=True)
class Pair:
    """Two passages, why they stand side by side, and what they belong to."""

    number: int
    anchor: str
    kind: str
    a: Half
    b: Half
    reason: str
    claim: int | None
    origin: str | None
    tokens: str


def conflict_pairs(index: Index) -> list[Pair]:
    """One Pair a conflict."""
    return [_pair(index, n, "k", item) for n, item in enumerate(index.story.conflicts, 1)]


def drift_pairs(index: Index) -> list[Pair]:
    """One Pair a drift; what was told earlier stands left."""
    return [_pair(index, n, "d", item) for n, item in enumerate(index.story.drift, 1)]


def differing(a: str, b: str) -> tuple[list[Span], list[Span]]:
    """Where two passages differ: the spans of the words that the other one lacks.

    Numbers always count; other words only where the passages share enough wording to be compared, and not where
    all that differs is a function word.
    """
    left, right = words(a), words(b)
    shared = {w.key for w in left} & {w.key for w in right} - FUNCTION_WORDS
    total = {w.key for w in (*left, *right)} - FUNCTION_WORDS
    if total and len(shared) / len(total) >= ALIKE:
        changes = difference(left, right)
        found = ([c.a for c in changes if _says(a, c.a)], [c.b for c in changes if _says(b, c.b)])
    else:
        found = (_numbers(left, right), _numbers(right, left))
    return found


def _says(text: str, span: Span) -> bool:
    return any(w.key not in FUNCTION_WORDS or w.key in {"not", "no", "may", "might", "could"} for w in words(text, *span))


def _numbers(own: tuple[Word, ...], other: tuple[Word, ...]) -> list[Span]:
    known = {w.key for w in other}
    return [w.span for w in own if any(c.isdigit() for c in w.text) and w.key not in known]


def _pair(index: Index, number: int, prefix: str, item: Conflict | Drift) -> Pair:
    a, b = differing(index.words(item.a), index.words(item.b))
    claim = index.claim_number.get(getattr(item, "claim", None) or "")
    origin = index.origin_letter.get(getattr(item, "origin", None) or "")
    found = {f"u{index.outlet_number.get(index.outlet(place.report), 0)}" for place in (item.a, item.b)}
    for place in (item.a, item.b):
        near = [
            (c, e)
            for c, _, e in index.evidence_in.get(place.report, ())
            if e.start < place.end and place.start < e.end
        ]
        found |= tokens(index, [e for _, e in near])
        found |= {f"c{index.claim_number[c.id]}" for c, _ in near}
    if claim:
        status = index.story.claims[claim - 1].status
        found |= {f"c{claim}", f"x{status.replace(' ', '-')}"}
    if origin:
        found.add(f"o{origin}")
    return Pair(
        number=number,
        anchor=f"{prefix}{number}",
        kind=item.kind,
        a=_half(index, item.a, a, f"{prefix}{number}a"),
        b=_half(index, item.b, b, f"{prefix}{number}b"),
        reason=item.reason,
        claim=claim,
        origin=origin,
        tokens=" ".join(sorted(found)),
    )


def _half(index: Index, place: Place, differs: list[Span], target: str) -> Half:
    text = index.words(place)
    cut: list[Piece] = pieces(Span(0, len(text)), [(span, "differs") for span in differs])
    return Half(
        outlet=index.outlet(place.report),
        dated=phrases.date(index.reports[place.report].published, ""),
        context=index.context(place, around=AROUND // 2 if index.big else AROUND),
        cut=tuple((text[p.span.start : p.span.end], bool(p.under)) for p in cut),
        target=target,
    )
