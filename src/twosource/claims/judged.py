"""People's judgements about claims to pairs of passages that belong together or apart."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.claims.candidates import Passage
from twosource.model import Judgement, Place, Reading

Pairs = list[tuple[int, int]]


def decided(
    found: Sequence[Passage], readings: Sequence[Reading], judgements: Sequence[Judgement]
) -> tuple[Pairs, Pairs]:
    """Pairs of passages (by number) that people said are the same claim, and pairs that are not.

    The last judgement about two places holds. A place stands for every passage it shares half its length with.
    """
    ids = {r.report.sha256: r.report.id for r in readings}
    last: dict[tuple[Place, Place], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        if judgement.kind in ("same claim", "not same claim") and judgement.b is not None:
            a, b = sorted((judgement.a, judgement.b))
            last[a, b] = judgement
    together: Pairs = []
    apart: Pairs = []
    for (a, b), judgement in sorted(last.items()):
        pairs = [(i, j) for i in _at(a, found, ids) for j in _at(b, found, ids) if i != j]
        (together if judgement.kind == "same claim" else apart).extend(pairs)
    return together, apart


def _at(place: Place, found: Sequence[Passage], ids: dict[str, str]) -> list[int]:
    report = ids.get(place.report, place.report)
    out = []
    for i, passage in enumerate(found):
        if passage.report == report:
            shared = min(place.end, passage.span.end) - max(place.start, passage.span.start)
            if 2 * shared >= min(place.end - place.start, passage.span.end - passage.span.start):
                out.append(i)
    return out
