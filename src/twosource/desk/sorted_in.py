"""Waiting reports into stories, beside those that are there already."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.desk.shifts import shift_of
from twosource.model import Shift
from twosource.store import Arrival, KeptPast, Sorted
from twosource.stories.stream import Seen, Stream, days_around


def sorted_in(pending: Sequence[Arrival], past: KeptPast) -> Sorted:
    """The story of each report that is new, or that moves because a new one joins or parts stories."""
    unseen = past.unseen()
    stream = Stream(past, days=days_around([arrival.published for arrival in pending]))
    rows = [stream.remember(_seen(arrival), arrival.story or arrival.report) for arrival in unseen]
    stories: dict[str, str] = {}
    shifts: list[Shift] = []
    for arrival in pending:
        placed = stream.place(_seen(arrival))
        stories |= placed.stories
        shifts += [shift_of(move, past.reports([*move.reports, move.because])) for move in placed.moves]
        rows.append(placed.row)
    return Sorted(stories, shifts, rows, stream.held())


def _seen(arrival: Arrival) -> Seen:
    return Seen(
        report=arrival.report,
        signature=arrival.signature,
        published=arrival.published or None,
        url=arrival.url,
        number=arrival.number,
    )
