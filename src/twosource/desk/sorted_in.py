"""Waiting reports into stories, beside those that are there already; why stories joined and parted, in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from twosource.model import Report, Shift
from twosource.store import Arrival, KeptPast, Sorted
from twosource.stories.chance import SAME
from twosource.stories.cluster import tying_words
from twosource.stories.stream import Moved, Seen, Stream, days_around

# Words named in a reason.
NAMED = 5


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
        shifts += [_shift(move, past) for move in placed.moves]
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


def _shift(move: Moved, past: KeptPast) -> Shift:
    reports = {report.id: report for report in past.reports([*move.reports, move.because])}
    words = tying_words([report.text for report in reports.values()], most=NAMED)
    return Shift(
        kind=move.kind,
        at="",
        from_=move.left,
        into=move.into,
        reports=move.reports,
        reason=_reason(move, reports[move.because], words),
    )


def _reason(move: Moved, because: Report, words: Sequence[str]) -> str:
    """When it happened, how alike the reports are on both sides, and the words they share."""
    name = because.outlet or PurePath(because.path or because.url or because.id).name
    many = "1 report" if len(move.reports) == 1 else f"{len(move.reports)} reports"
    was = {"join": "joined this story", "split": "became a story of their own", "move": "went to another story"}
    parts = [f"{many} {was[move.kind]} when the report of {name} came"]
    if move.alike is not None:
        parts.append(f"{move.alike:.2f} alike in the mean to those they are with now")
    if move.apart is not None:
        parts.append(f"{move.apart:.2f} to those they left")
    parts.append(f"one story from {SAME:.2f}")
    tied = f" Words they share with it: {', '.join(words)}." if words else ""
    return f"{'; '.join(parts)}.{tied}"
