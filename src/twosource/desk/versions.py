"""Several versions of one URL: the latest counts, the earlier ones stay and show what changed."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from twosource.compare.versions import changed
from twosource.model import Read, SetAside, Story


def latest_first(reads: Sequence[Read]) -> tuple[list[Read], list[tuple[Read, Read]]]:
    """The reads that count, and each earlier version of a URL with the version after it.

    ``reads`` are in order of arrival: of one URL the last to arrive counts.
    """
    last: dict[str, Read] = {}
    counting: list[Read] = []
    earlier: list[tuple[Read, Read]] = []
    for read in reversed(reads):
        url = read.reading.report.url
        if url is not None and url in last:
            earlier.append((read, last[url]))
        else:
            counting.append(read)
        if url is not None:
            last[url] = read
    return counting[::-1], earlier[::-1]


def with_earlier(story: Story, earlier: Sequence[tuple[Read, Read]]) -> Story:
    """The story with earlier versions set aside beside it and what their outlets changed since as drift."""
    superseded = [old.reading.report for old, _ in earlier]
    aside = [SetAside(report=r.id, reason=f"An earlier version of {r.url}; the latest counts.") for r in superseded]
    drift = [d for old, new in earlier for d in changed(old.reading, new.reading)]
    return msgspec.structs.replace(
        story,
        reports=(*story.reports, *superseded),
        drift=(*story.drift, *drift),
        set_aside=(*story.set_aside, *aside),
    )
