"""What tracing gives: edges, origins, statements with their via, reuse, and what is not in hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from twosource.model import LineageEdge, Origin, Reuse, Span, Statement


class Behind(NamedTuple):
    """The origin behind some words, or ``None``; why; and whether the words themselves say so.

    ``words`` is false where only a rule about the report says it (its lead, its paragraph): such an origin counts in
    the best number and the high end of the range, not in the low end. ``judged`` is true where a person said it.
    ``loose`` is true where nothing but what the rest of the report rests on suggests it: it counts in the high end.
    """

    origin: str | None
    reason: str
    words: bool
    judged: bool = False
    loose: bool = False


class Missing(msgspec.Struct, frozen=True, kw_only=True):
    """An outlet whose report others retell and that is not among the files: what to fetch next."""

    outlet: str
    name: str
    relayed_by: tuple[str, ...]
    cited_by: tuple[str, ...]
    reason: str


@dataclass(frozen=True, eq=False)
class Traced:
    """Lineage of a story. ``origin_of`` answers for any words of any report."""

    edges: tuple[LineageEdge, ...]
    origins: tuple[Origin, ...]
    statements: tuple[Statement, ...]
    reuse: tuple[Reuse, ...]
    missing: tuple[Missing, ...]
    spoken: Mapping[str, Behind] = field(default_factory=dict)
    voiced: Mapping[str, tuple[tuple[Span, Behind], ...]] = field(default_factory=dict)
    _by_report: Mapping[str, tuple[Statement, ...]] = field(default_factory=dict)

    def origin_of(self, report: str, span: Span, statement: str | None = None) -> str | None:
        """The id of the origin behind these words, ``None`` where none is known."""
        return self.behind(report, span, statement).origin

    def behind(self, report: str, span: Span, statement: str | None = None) -> Behind:
        """The origin behind these words and why: their statement's, else that of the outlet's own voice there.

        Without a statement, the smallest one that holds half of the words is taken.
        """
        said = self.statement_at(report, span, statement)
        if said is not None:
            return self.spoken[said]
        sentences = self.voiced.get(report, ())
        at = bisect_right([s.start for s, _ in sentences], span.start) - 1
        if at < 0:
            return Behind(None, "No origin is given.", False)
        return sentences[at][1]

    def statement_at(self, report: str, span: Span, statement: str | None = None) -> str | None:
        """The statement that these words belong to: the one given, else the smallest that holds half of them."""
        if statement is None:
            statement = self._holding(report, span)
        return statement if statement in self.spoken else None

    def _holding(self, report: str, span: Span) -> str | None:
        wanted = max(1, span.end - span.start)
        best: tuple[int, str] | None = None
        for statement in self._by_report.get(report, ()):
            covered = sum(max(0, min(c.end, span.end) - max(c.start, span.start)) for c in statement.content)
            size = sum(c.end - c.start for c in statement.content)
            if 2 * covered >= wanted and (best is None or (size, statement.id) < best):
                best = (size, statement.id)
        return best[1] if best else None
