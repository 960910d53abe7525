"""Conflicts and drift -> pairs of passages side by side, with the words that differ marked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Conflict, Drift, Place, Span
from twosource.present import phrases
from twosource.present.claim_rows import QUOTED, tokens
from twosource.present.context import Context
from twosource.present.index import Index
from twosource.present.marks import Piece, pieces
from twosource.text.wording import FUNCTION_WORDS, Word, difference, words

# Under this share of common content words the two passages are worded apart: marking every word would mark nothing.
ALIKE = 0.3
_NUMBERS = frozenset(
    """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
    billion billions dozen dozens half third quarter none no
    """.split()  # noqa: SIM905
)
_DATES = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow morning
    afternoon evening night spring summer autumn fall winter week weeks month months year years day days
    """.split()  # noqa: SIM905
)
_LOOK_AT = {"quantity": _NUMBERS, "date": _DATES}
# Function words that change what is said: a retelling that drops one has changed it.
_WEIGHTY = frozenset({"not", "no", "may", "might", "could", "all", "some", "most", "every"})
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
class Opposite:
    """The right side of one pair, and why the two stand side by side."""

    anchor: str
    reason: str
    half: Half


@dataclass(frozen=True)
class PairGroup:
    """One passage and those it conflicts with, or those that tell it differently, and what they belong to."""

    kind: str
    left: Half
    right: tuple[Opposite, ...]
    claim: int | None
    origin: str | None
    tokens: str


def conflict_pairs(index: Index) -> list[PairGroup]:
    """The conflicts, those of one passage together."""
    return _groups(index, "k", index.story.conflicts)


def drift_pairs(index: Index) -> list[PairGroup]:
    """The drift, that of one passage together."""
    return _groups(index, "d", index.story.drift)


def differing(a: str, b: str, kind: str = "wording", reason: str = "") -> tuple[list[Span], list[Span]]:
    """Where two passages differ: the spans of the words that the other one lacks.

    Where the kind says what to look at (quantities, dates) only that is marked, and where the reason quotes words of
    the passages, those. Other words are marked where the passages share enough wording to be compared, and not where
    all that differs is a function word.
    """
    left, right = words(a), words(b)
    if kind in _LOOK_AT:
        found = (_lacking(left, right, kind), _lacking(right, left, kind))
        if any(found):  # "11 people, not 46" holds the other side's figure too: there all of them are what differs
            return found[0] or _lacking(left, (), kind), found[1] or _lacking(right, (), kind)
    named = _named(left, reason), _named(right, reason)
    if any(named):
        return named
    shared = ({w.key for w in left} & {w.key for w in right}) - FUNCTION_WORDS
    total = {w.key for w in (*left, *right)} - FUNCTION_WORDS
    if not total or (kind != "name" and len(shared) / len(total) < ALIKE):
        return [], []
    changes = difference(left, right)
    return [c.a for c in changes if _says(a, c.a)], [c.b for c in changes if _says(b, c.b)]


def _named(own: tuple[Word, ...], reason: str) -> list[Span]:
    """The words that a reason quotes, where they stand in the passage."""
    keys = [w.key for w in own]
    found = []
    for quoted in QUOTED.findall(reason):
        sought = [w.key for w in words(quoted)]
        for n in range(len(keys) - len(sought) + 1) if sought else ():
            if keys[n : n + len(sought)] == sought:
                found.append(Span(own[n].span.start, own[n + len(sought) - 1].span.end))
    return found


def _says(text: str, span: Span) -> bool:
    return any(w.key not in FUNCTION_WORDS or w.key in _WEIGHTY for w in words(text, *span))


def _lacking(own: tuple[Word, ...], other: tuple[Word, ...], kind: str) -> list[Span]:
    known = {w.key for w in other}
    return [w.span for w in own if w.key not in known and (w.key in _LOOK_AT[kind] or _figure(w.text, kind))]


def _figure(text: str, kind: str) -> bool:
    """A number; in a date, one that can be a day or a year."""
    if kind == "date":
        return text.isdigit() and (int(text) <= 31 or 1800 <= int(text) <= 2100)
    return any(c.isdigit() for c in text)


def _groups(index: Index, prefix: str, items: tuple[Conflict, ...] | tuple[Drift, ...]) -> list[PairGroup]:
    often: dict[Place, int] = defaultdict(int)
    for item in items:
        often[item.a] += 1
        often[item.b] += 1
    grouped: dict[tuple[str, str, Place], list[tuple[int, Conflict | Drift, Place, Place]]] = {}
    numbered: list[tuple[int, Conflict | Drift]] = list(enumerate(items, 1))
    for n, item in numbered:
        # A conflict has no direction: the passage that meets more opponents stands left, once for all of them.
        turned = isinstance(item, Conflict) and often[item.b] > often[item.a]
        a, b = (item.b, item.a) if turned else (item.a, item.b)
        belongs = getattr(item, "claim", None) or getattr(item, "origin", None) or ""
        grouped.setdefault((item.kind, belongs, a), []).append((n, item, a, b))
    return [_group(index, prefix, members) for members in grouped.values()]


def _group(index: Index, prefix: str, members: list[tuple[int, Conflict | Drift, Place, Place]]) -> PairGroup:
    _, first, left, _ = members[0]
    claim = index.claim_number.get(getattr(first, "claim", None) or "")
    origin = index.origin_letter.get(getattr(first, "origin", None) or "")
    found = {f"c{claim}"} if claim else set()
    if claim:
        found.add(f"x{index.story.claims[claim - 1].status.replace(' ', '-')}")
    if origin:
        found.add(f"o{origin}")
    marked: list[Span] = []
    halves = []
    for n, item, a, b in members:
        in_a, in_b = differing(index.words(a), index.words(b), item.kind, item.reason)
        marked += in_a
        turned = item.a != a
        halves.append(
            Opposite(f"{prefix}{n}", item.reason, _half(index, b, in_b, f"{prefix}{n}{'a' if turned else 'b'}"))
        )
        for place in (a, b):
            found |= _tokens(index, place)
    return PairGroup(
        kind=first.kind,
        left=_half(index, left, marked, f"{prefix}{members[0][0]}{'b' if first.a != left else 'a'}"),
        right=tuple(halves),
        claim=claim,
        origin=origin,
        tokens=" ".join(sorted(found)),
    )


def _tokens(index: Index, place: Place) -> set[str]:
    near = [
        (c, e) for c, _, e in index.evidence_in.get(place.report, ()) if e.start < place.end and place.start < e.end
    ]
    found = tokens(index, [e for _, e in near]) | {f"c{index.claim_number[c.id]}" for c, _ in near}
    return found | {f"u{index.outlet_number.get(index.outlet(place.report), 0)}"}


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
