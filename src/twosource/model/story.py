"""The whole answer: the story document of ``docs/story.md``."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.claim import Claim
from twosource.model.compare import Conflict, Drift
from twosource.model.lineage import LineageEdge, Origin
from twosource.model.report import Refusal, Report
from twosource.model.source import Source
from twosource.model.statement import Statement

ShiftKind = Literal["join", "split", "move"]

SCHEMA = "twosource/story/1"


class StoryHead(msgspec.Struct, frozen=True, kw_only=True):
    """The story in one line: headline, first and last publication, and the number of independent origins."""

    id: str
    headline: str
    first_published: str | None = None
    last_published: str | None = None
    independent_origins: int = 0


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """Something dated: ``when`` is an ISO 8601 date, month or year, as precise as the text."""

    when: str
    report: str
    start: int
    end: int
    what: str


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """A report that was read but belongs to another story, with the reason."""

    report: str
    reason: str


class Shift(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """Reports of one story that became reports of another: when, from which story into which, and why.

    ``join``: nothing was left of the story they came from; ``split``: they are a new story; ``move``: neither.
    """

    kind: ShiftKind
    at: str
    from_: str
    into: str
    reports: tuple[str, ...] = ()
    reason: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """What a run over the reports of one story produces, and what every view is made of."""

    schema: str = SCHEMA
    story: StoryHead
    reports: tuple[Report, ...] = ()
    sources: tuple[Source, ...] = ()
    statements: tuple[Statement, ...] = ()
    origins: tuple[Origin, ...] = ()
    lineage: tuple[LineageEdge, ...] = ()
    claims: tuple[Claim, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    drift: tuple[Drift, ...] = ()
    timeline: tuple[Happening, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    history: tuple[Shift, ...] = ()
