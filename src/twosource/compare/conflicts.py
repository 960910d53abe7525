"""Where the reports contradict each other: all rules of conflict put together."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.compare.told import Traced
from twosource.model import Claim, Conflict, Embed, Judgement, Reading, Source


def conflicts(
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    traced: Traced,
    sources: Sequence[Source],
    *,
    embed: Embed,
    judgements: Sequence[Judgement] = (),
) -> tuple[Conflict, ...]:
    """Pairs of passages that cannot both be right, and denials."""
    return ()
