"""Statements inside statements."""

from __future__ import annotations

import msgspec

from twosource.model import Statement


def nested(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with ``within`` set to the smallest other one whose content holds theirs."""
    return tuple(msgspec.structs.replace(s, within=_holder(s, statements)) for s in statements)


def _holder(inner: Statement, statements: tuple[Statement, ...]) -> str | None:
    places = [*inner.content, *([inner.cue] if inner.cue else [])]
    holders = [
        s
        for s in statements
        if s.id != inner.id
        and all(any(a <= p.start and p.end <= b for a, b in s.content) for p in places)
        and _length(s) > _length(inner)
    ]
    return min(holders, key=lambda s: (_length(s), s.id)).id if holders else None


def _length(statement: Statement) -> int:
    return sum(e - s for s, e in statement.content)
