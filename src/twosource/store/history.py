"""How a story became what it is: reports that joined it from other stories, and reports that left it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from twosource.model import Judgement, Shift, ShiftKind
from twosource.store.obeyed import STORY_KINDS
from twosource.store.reports import parts
from twosource.store.tables import REPORT, SHIFT


def of(connection: sa.Connection, story: str, held: Sequence[Judgement]) -> tuple[Shift, ...]:
    """The joins, splits and moves that a story took part in, and those of the stories that became part of it.

    What the stream did stays in the history for good; what people decided is in it as long as they do not withdraw it.
    """
    found = [*_of_stream(connection, story), *_of_people(connection, story, held)]
    return tuple(sorted(found, key=lambda shift: (shift.at, shift.from_, shift.into, shift.reports)))


def successor(connection: sa.Connection, name: str) -> str | None:
    """The story that the reports of a story which is no more have gone to; ``None`` where there never was one."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        where = sa.select(REPORT.c.story).where(REPORT.c.sorted == name).order_by(REPORT.c.seq).limit(1)
        judged = connection.execute(where).scalar_one_or_none()
        if judged is not None:
            return str(judged)
        gone = sa.select(SHIFT.c.into_story).where(SHIFT.c.left_story == name).order_by(SHIFT.c.seq.desc()).limit(1)
        into = connection.execute(gone).scalar_one_or_none()
        if into is None:
            return None
        name = into
    return None


def _of_stream(connection: sa.Connection, story: str) -> list[Shift]:
    known: dict[int, Shift] = {}
    stories = [story]
    for name in stories:
        query = sa.select(SHIFT.c.seq, SHIFT.c.content)
        for row in connection.execute(query.where(sa.or_(SHIFT.c.left_story == name, SHIFT.c.into_story == name))):
            shift = known.setdefault(row.seq, msgspec.json.decode(row.content, type=Shift))
            if shift.kind == "join" and shift.into == name and shift.from_ not in stories:
                stories.append(shift.from_)
    return [known[seq] for seq in sorted(known)]


def _of_people(connection: sa.Connection, story: str, held: Sequence[Judgement]) -> list[Shift]:
    """The reports that are elsewhere than where the stream put them: what moved, and which judgements moved it."""
    decided = [j for j in held if j.kind in STORY_KINDS and j.b is not None]
    if not decided:
        return []
    mine = _rows(connection, [story])
    pairs = sorted({(row.sorted, row.story) for row in mine if row.sorted != row.story})
    around = _rows(connection, sorted({name for pair in pairs for name in pair})) if pairs else []
    found = []
    for left, into in pairs:
        moved = [row for row in around if (row.sorted, row.story) == (left, into)]
        stay = any(row.sorted == row.story == left for row in around)
        were = any(row.sorted == into for row in around)
        kind: ShiftKind = "move" if stay and were else "split" if stay else "join"
        by = _deciding(decided, {row.sha256 for row in moved}, {row.sha256 for row in around})
        reason = " ".join(_reason(j) for j in by)
        at = max((j.at for j in by), default="")
        found.append(
            Shift(kind=kind, at=at, from_=left, into=into, reports=tuple(row.id for row in moved), reason=reason)
        )
    return found


def _rows(connection: sa.Connection, stories: Sequence[str]) -> list[Any]:
    query = sa.select(REPORT.c.seq, REPORT.c.id, REPORT.c.sha256, REPORT.c.sorted, REPORT.c.story)
    found = {
        row.seq: row
        for part in parts(stories)
        for row in connection.execute(query.where(sa.or_(REPORT.c.sorted.in_(part), REPORT.c.story.in_(part))))
        if row.sorted is not None
    }
    return [found[seq] for seq in sorted(found)]


def _deciding(decided: Sequence[Judgement], moved: set[str], around: set[str]) -> list[Judgement]:
    ends = [(j, {j.a.report, j.b.report if j.b else ""}) for j in decided]
    about = [j for j, both in ends if both & moved and both <= around]
    return about or [j for j, both in ends if both <= around]


def _reason(judgement: Judgement) -> str:
    said = "One story" if judgement.kind == "same story" else "Not one story"
    why = f": {judgement.reason}" if judgement.reason else ""
    return f"{said}, judged by {judgement.by}{why}."
