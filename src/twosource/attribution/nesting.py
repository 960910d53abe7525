"""Statements inside statements."""

from __future__ import annotations

import msgspec

from twosource.model import Span, Statement


def nested(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The statements with ``within`` set to the smallest other one whose content holds theirs."""
    parts = sorted(
        ((span, s.id) for s in statements for span in s.content), key=lambda item: (item[0].start, -item[0].end)
    )
    holder: dict[tuple[Span, str], str] = {}
    open_parts: list[tuple[Span, str]] = []
    for span, key in parts:
        while open_parts and open_parts[-1][0].end < span.end:
            open_parts.pop()
        around = next(
            (k for s, k in reversed(open_parts) if k != key and s.end - s.start > span.end - span.start), None
        )
        if around:
            holder[span, key] = around
        open_parts.append((span, key))
    return tuple(msgspec.structs.replace(s, within=_common(s, holder)) for s in statements)


def _common(statement: Statement, holder: dict[tuple[Span, str], str]) -> str | None:
    """The statement that holds all parts of this one."""
    around = {holder.get((span, statement.id)) for span in statement.content}
    return around.pop() if len(around) == 1 else None
