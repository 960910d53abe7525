"""What this room hands on: sources, statements with their speakers, credits, proposals, own outlets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from twosource.model import Credit, Reason, Source, Statement


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two sources (ids) that may be one, not joined, and the reason to think so; for a person to judge."""

    a: str
    b: str
    reason: Reason


@dataclass(frozen=True)
class Resolved:
    """Who is who in a story.

    ``sources`` in order of first mention; ``statements`` as given, with ``speaker`` filled in; ``credits`` in text
    order; ``proposals`` are merges not made; ``outlet_of`` maps each report's id to its own outlet's source id, or
    ``None``;
    ``reasons`` say by which rule each statement's speaker was found.
    """

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    credits: tuple[Credit, ...]
    proposals: tuple[Proposal, ...]
    outlet_of: Mapping[str, str | None]
    reasons: Mapping[str, Reason] = field(default_factory=dict)
