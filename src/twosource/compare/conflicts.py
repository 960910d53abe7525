"""Where the reports contradict each other: all rules of conflict put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from twosource.compare.aligned import pairs
from twosource.compare.contrasts import not_this_but_that
from twosource.compare.counts import counted_otherwise
from twosource.compare.dated import days_differ
from twosource.compare.denials import denied
from twosource.compare.drift import one_origin
from twosource.compare.found import Found, settle
from twosource.compare.matched import Matched, matched
from twosource.compare.negated import negated
from twosource.compare.polarity import done_and_undone, said_and_not
from twosource.compare.quantities import numbers_differ
from twosource.compare.rebuttals import dismissed, held_by_others, in_one_breath
from twosource.compare.tellings import counts_differ
from twosource.compare.told import Page, Traced, covering
from twosource.model import Claim, Conflict, Embed, Judgement, Place, Reading, Source
from twosource.model.compare import ConflictKind
from twosource.text.ids import content_id


def conflicts(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    traced: Traced,
    sources: Sequence[Source],
    *,
    embed: Embed,
    judgements: Sequence[Judgement] = (),
    found_alike: Matched | None = None,
) -> tuple[Conflict, ...]:
    """Pairs of passages that cannot both be right, and denials, without those that a person judged to be none.

    Each carries its kind, the claim it is about where it is evidence of one, and a reason that quotes the differing
    words. Ordered by place. ``found_alike`` spares the matching where it was done before.
    """
    alike = found_alike or matched(readings, claims, traced, embed=embed)
    sheet = alike.sheet
    shas = {r.report.id: r.report.sha256 for r in readings}
    out = []
    for found in settle(_all(alike, embed)):
        if _judged_none(found, shas, judgements):
            continue
        out.append(
            Conflict(
                id=content_id(
                    "conflict", found.kind, shas[found.a.report], found.a.start, shas[found.b.report], found.b.start
                ),
                kind=cast(ConflictKind, found.kind),
                a=found.a,
                b=found.b,
                claim=_claim(sheet, claims, found),
                reason=found.reason,
            )
        )
    return tuple(sorted(out, key=lambda c: (c.a, c.b, c.kind)))


def _all(alike: Matched, embed: Embed) -> Iterator[Found]:
    sheet, near, best, clauses, told_again = alike
    within = pairs(sheet, same_report=True, least=0.4)
    yield from denied(sheet, embed)
    yield from dismissed(sheet, told_again)
    yield from in_one_breath(sheet)
    yield from held_by_others(sheet)
    yield from not_this_but_that(sheet, embed)
    yield from days_differ(sheet, [*near, *within])
    yield from done_and_undone(sheet, clauses)
    yield from (f for pair, f in numbers_differ(sheet, best) if not one_origin(pair))
    yield from (f for pair, f in counts_differ(sheet, clauses) if not pair.related)
    yield from counted_otherwise(sheet, told_again)
    yield from said_and_not(sheet, near, embed)
    yield from negated(sheet, told_again)


def _claim(sheet: Page, claims: Sequence[Claim], found: Found) -> str | None:
    """The claim that both places, or else one of them, are evidence of."""

    def of(place: Place) -> set[int]:
        here = covering(sheet.by_report.get(place.report, ()), place.start, place.end)
        return {k for told in here for k in told.claims}

    a, b = of(found.a), of(found.b)
    both = sorted(a & b) or sorted(a | b)
    return claims[both[0]].id if both else None


def _judged_none(found: Found, shas: dict[str, str], judgements: Sequence[Judgement]) -> bool:
    def meets(place: Place, judged: Place | None) -> bool:
        return (
            judged is not None
            and judged.report in (shas[place.report], place.report)
            and place.start < judged.end
            and judged.start < place.end
        )

    return any(
        j.kind == "not a conflict"
        and ((meets(found.a, j.a) and meets(found.b, j.b)) or (meets(found.a, j.b) and meets(found.b, j.a)))
        for j in judgements
    )
