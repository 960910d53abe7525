"""Judgements as rows: added, withdrawn, listed. Each function works inside its caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
import sqlalchemy as sa

from twosource.errors import InputError
from twosource.model import Judgement
from twosource.store.judged import Named, decisions
from twosource.store.reports import parts, stories_of, touch
from twosource.store.tables import JUDGEMENT, REPORT
from twosource.store.values import Decision


def add(connection: sa.Connection, judgements: Sequence[Judgement], *, withdrawn: Mapping[str, str]) -> list[str]:
    """The ids of the judgements that were not there before; the stories of the reports they name are touched.

    ``withdrawn`` (id -> when) marks those that another desk has withdrawn, here too where they were kept before.
    """
    ids = {j.id for j in judgements}
    here = {
        id_
        for part in parts(ids)
        for id_ in connection.execute(sa.select(JUDGEMENT.c.id).where(JUDGEMENT.c.id.in_(part))).scalars()
    }
    new: list[Judgement] = []
    for judgement in judgements:
        if judgement.id in here:
            continue
        here.add(judgement.id)
        new.append(judgement)
        connection.execute(
            sa.insert(JUDGEMENT).values(
                id=judgement.id,
                kind=judgement.kind,
                by=judgement.by,
                at=judgement.at,
                a_report=judgement.a.report,
                b_report=judgement.b.report if judgement.b else None,
                content=msgspec.json.encode(judgement).decode("utf-8"),
            )
        )
    gone = []
    for judgement in judgements:
        if judgement.id in withdrawn:
            mark = sa.update(JUDGEMENT).where(JUDGEMENT.c.id == judgement.id, JUDGEMENT.c.withdrawn.is_(None))
            if connection.execute(mark.values(withdrawn=withdrawn[judgement.id])).rowcount:
                gone.append(judgement)
    _touch_named(connection, [*new, *gone])
    return [judgement.id for judgement in new]


def withdraw(connection: sa.Connection, name: str, *, at: str) -> Judgement:
    """The judgement that ``name`` (an id or the start of one) means, withdrawn now. It stays in the log.

    Raises:
        InputError: no judgement, several, or withdrawn before.
    """
    query = (
        sa.select(JUDGEMENT).where(JUDGEMENT.c.id.startswith(name, autoescape=True)).order_by(JUDGEMENT.c.seq).limit(2)
    )
    rows = connection.execute(query).all() if name else []
    rows = [row for row in rows if row.id == name] or rows
    if not rows:
        raise InputError(f"no judgement {name!r}; `twosource judgements` lists them")
    if len(rows) > 1:
        raise InputError(f"{name!r} begins several judgements; give more of the id")
    if rows[0].withdrawn is not None:
        raise InputError(f"judgement {rows[0].id} was withdrawn before ({rows[0].withdrawn}); nothing to undo")
    judgement = msgspec.json.decode(rows[0].content, type=Judgement)
    connection.execute(sa.update(JUDGEMENT).where(JUDGEMENT.c.id == judgement.id).values(withdrawn=at))
    _touch_named(connection, [judgement])
    return judgement


def listed(
    connection: sa.Connection, digests: Iterable[str] | None = None, named: Named | None = None
) -> tuple[Decision, ...]:
    """Every decision, earliest first; with ``digests`` only those that name one of these reports."""
    query = sa.select(JUDGEMENT.c.content, JUDGEMENT.c.withdrawn)
    if digests is None:
        rows = list(connection.execute(query))
    else:
        rows = [
            row
            for part in parts(digests)
            for row in connection.execute(
                query.where(sa.or_(JUDGEMENT.c.a_report.in_(part), JUDGEMENT.c.b_report.in_(part)))
            )
        ]
    entries = {row.content: row.withdrawn for row in rows}
    return decisions(((msgspec.json.decode(content, type=Judgement), gone) for content, gone in entries.items()), named)


def _touch_named(connection: sa.Connection, judgements: Iterable[Judgement]) -> None:
    named = {place.report for j in judgements for place in (j.a, j.b) if place is not None}
    touch(connection, stories_of(connection, REPORT.c.sha256, named))
