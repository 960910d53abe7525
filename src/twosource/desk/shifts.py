"""Why stories joined and parted, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from twosource.model import Report, Shift
from twosource.stories.chance import SAME
from twosource.stories.cluster import tying_words
from twosource.stories.stream import Moved

# Words named in a reason.
NAMED = 5


def shift_of(move: Moved, reports: Iterable[Report], *, at: str = "") -> Shift:
    """What the stream did as the Shift people read; ``reports`` are those that moved and the one they moved for."""
    known = {report.id: report for report in reports}
    words = tying_words([known[id_].text for id_ in (*move.reports, move.because)], most=NAMED)
    reason = _reason(move, known[move.because], words)
    return Shift(kind=move.kind, at=at, from_=move.left, into=move.into, reports=move.reports, reason=reason)


def _reason(move: Moved, because: Report, words: Sequence[str]) -> str:
    """When it happened, how alike the reports are on both sides, and the words they share."""
    name = because.outlet or PurePath(because.path or because.url or because.id).name
    many = "1 report" if len(move.reports) == 1 else f"{len(move.reports)} reports"
    was = {"join": "joined this story", "split": "became a story of their own", "move": "went to another story"}
    parts = [f"{many} {was[move.kind]} when the report of {name} came"]
    sides = ((move.alike, "those they are with now"), (move.apart, "those they left"))
    parts += [f"{score:.2f} alike in the mean to {whom}" for score, whom in sides if score is not None]
    parts.append(f"one story from {SAME:.2f} on")
    tied = f" Words they share with it: {', '.join(words)}." if words else ""
    return f"{'; '.join(parts)}.{tied}"
