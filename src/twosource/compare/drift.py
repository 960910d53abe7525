"""What changed in the retelling: all rules of drift put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from twosource.compare.aligned import Pair
from twosource.compare.certainties import sure_and_unsure, verbs_differ
from twosource.compare.clausewise import first_hand, outlets_behind
from twosource.compare.confirmations import called_confirmation, reported_and_confirmed
from twosource.compare.credits import credit_lost, garbled
from twosource.compare.described import teller_changed
from twosource.compare.exactness import told_more_exactly
from twosource.compare.found import Found, settle
from twosource.compare.headlines import headline_against_body
from twosource.compare.learned import retold_otherwise
from twosource.compare.matched import Matched, matched
from twosource.compare.names import garbled_in_retelling, spelled_by_house, spelled_differently
from twosource.compare.quantities import numbers_differ
from twosource.compare.quotations import quoted_differently
from twosource.compare.shares import part_told_as_whole
from twosource.compare.silences import answer_dropped, answer_refused
from twosource.compare.speakers import other_mind
from twosource.compare.tellings import counts_differ, speaker_gone, told_with_other_doubt
from twosource.compare.told import Page, Traced, covering
from twosource.model import Claim, Drift, Embed, Place, Reading, Source
from twosource.model.compare import DriftKind
from twosource.text.ids import content_id


def drift(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    traced: Traced,
    sources: Sequence[Source],
    *,
    embed: Embed,
    found_alike: Matched | None = None,
) -> tuple[Drift, ...]:
    """Places where one origin is told differently by two reports, or by two passages of one report.

    Each carries the kind and a reason that quotes the differing words; each pair of passages is told once, by the rule
    that is surest. Ordered by place. ``found_alike`` spares the matching where it was done before.
    """
    alike = found_alike or matched(readings, claims, traced, embed=embed)
    sheet = alike.sheet
    shas = {r.report.id: r.report.sha256 for r in readings}
    found = settle(_all(alike, readings, traced, sources, embed))
    out = [
        Drift(
            id=content_id("drift", f.kind, shas[f.a.report], str(f.a.start), shas[f.b.report], str(f.b.start)),
            kind=cast(DriftKind, f.kind),
            a=f.a,
            b=f.b,
            origin=_origin(sheet, f),
            reason=f.reason,
        )
        for f in found
    ]
    return tuple(sorted(out, key=lambda d: (d.a, d.b, d.kind)))


def _all(
    alike: Matched, readings: Sequence[Reading], traced: Traced, sources: Sequence[Source], embed: Embed
) -> Iterator[Found]:
    sheet, near, best, clauses, told_again = alike
    yield from retold_otherwise(sheet, told_again)
    yield from told_with_other_doubt(sheet, clauses)
    yield from (f for pair, f in counts_differ(sheet, clauses) if pair.related)
    yield from told_more_exactly(sheet, clauses)
    yield from speaker_gone(sheet, clauses)
    yield from quoted_differently(sheet)
    yield from headline_against_body(sheet)
    yield from called_confirmation(sheet)
    yield from verbs_differ(sheet, near, embed)
    yield from sure_and_unsure(sheet)
    yield from reported_and_confirmed(sheet)
    yield from other_mind(sheet, best)
    yield from answer_dropped(sheet, near)
    yield from answer_refused(sheet, near, first_hand(traced))
    yield from garbled(sheet, readings)
    yield from credit_lost(sheet, near, traced)
    yield from teller_changed(sheet, near, sources, embed)
    yield from part_told_as_whole(sheet, near)
    yield from spelled_differently(sheet, readings)
    yield from spelled_by_house(sheet, readings)
    yield from garbled_in_retelling(sheet, readings, outlets_behind(traced), first_hand(traced))
    yield from (f for pair, f in numbers_differ(sheet, best) if one_origin(pair))


def one_origin(pair: Pair) -> bool:
    """Whether the two sentences go back to the same origin or the same speaker, as far as is known."""
    return bool(pair.a.origins & pair.b.origins) or bool(pair.a.speakers & pair.b.speakers)


def _origin(sheet: Page, found: Found) -> str | None:
    def of(place: Place) -> frozenset[str]:
        here = covering(sheet.by_report.get(place.report, ()), place.start, place.end)
        return frozenset(o for told in here for o in told.origins)

    shared = of(found.a) & of(found.b)
    return min(shared) if shared else None
