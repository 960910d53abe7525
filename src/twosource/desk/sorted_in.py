"""Waiting reports into stories, beside those that are there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.store import Arrival
from twosource.stories.stream import Seen, Stream


def sorted_in(pending: Sequence[Arrival], before: Sequence[Arrival]) -> Mapping[str, str]:
    """The story of each report that is new, or that moves because a new one joins or parts stories."""
    stream = Stream()
    for arrival in before:
        stream.remember(_seen(arrival), arrival.story or arrival.report)
    moved: dict[str, str] = {}
    for arrival in pending:
        moved |= stream.place(_seen(arrival))
    return moved


def _seen(arrival: Arrival) -> Seen:
    return Seen(
        report=arrival.report,
        signature=arrival.signature,
        published=arrival.published or None,
        url=arrival.url,
    )
