"""What the stream of stories knows of the reports it placed in earlier runs, asked for piece by piece."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import sqlalchemy as sa

from twosource.model import Report
from twosource.store.reports import arrivals, load, parts
from twosource.store.tables import REPORT, SEEN, SHIFT, STREAM
from twosource.store.values import Arrival, Sorted

_ROWS = (SEEN.c.number, SEEN.c.day, SEEN.c.meaning)
Rows = tuple[list[int], list[int | None], bytes]


class KeptPast:
    """The placed reports of a store by number, inside the transaction that sorts (``stories.shelf.Past``)."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def unseen(self) -> list[Arrival]:
        """Reports that are in a story but unknown to the stream: those sorted by an earlier version of the store."""
        known = sa.select(SEEN.c.number).where(SEEN.c.number == REPORT.c.seq).exists()
        return arrivals(self._connection, REPORT.c.sorted.is_not(None) & ~known)

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """These reports, in order of arrival."""
        return load(self._connection, ids)

    def held(self) -> bytes | None:
        """What was kept last."""
        return self._connection.execute(sa.select(STREAM.c.held)).scalar_one_or_none()

    def rows(self, days: tuple[int, int] | None) -> Rows:
        """Numbers, days and joined meanings of the reports of these days and of those without a date; all for none."""
        query = sa.select(*_ROWS).order_by(SEEN.c.number)
        if days is not None:
            query = query.where(SEEN.c.day.is_(None) | SEEN.c.day.between(*days))
        return _rows(self._connection.execute(query).all())

    def rows_of(self, numbers: Sequence[int]) -> Rows:
        """The same of these reports."""
        return _rows(
            [
                row
                for part in parts(numbers)
                for row in self._connection.execute(sa.select(*_ROWS).where(SEEN.c.number.in_(part)))
            ]
        )

    def stories(self, numbers: Sequence[int]) -> dict[int, str]:
        """The stories the stream put these reports in."""
        query = sa.select(REPORT.c.seq, REPORT.c.sorted)
        return {
            row.seq: row.sorted
            for part in parts(numbers)
            for row in self._connection.execute(query.where(REPORT.c.seq.in_(part)))
        }

    def members(self, stories: Sequence[str]) -> dict[str, list[tuple[int, str]]]:
        """Number and id of every report that the stream put in these stories."""
        found: dict[str, list[tuple[int, str]]] = {story: [] for story in stories}
        query = sa.select(REPORT.c.sorted, REPORT.c.seq, REPORT.c.id)
        for part in parts(stories):
            for row in self._connection.execute(query.where(REPORT.c.sorted.in_(part))):
                found[row.sorted].append((row.seq, row.id))
        return found

    def words(self, numbers: Sequence[int]) -> dict[int, tuple[bytes, bytes]]:
        """Signature and weights of these reports."""
        query = sa.select(REPORT.c.seq, REPORT.c.signature, REPORT.c.weights)
        return {
            row.seq: (row.signature or b"", row.weights or b"")
            for part in parts(numbers)
            for row in self._connection.execute(query.where(REPORT.c.seq.in_(part)))
        }

    def page(self, url: str) -> int | None:
        """The first report from this URL that was placed."""
        placed = (REPORT.c.url == url) & REPORT.c.sorted.is_not(None)
        return self._connection.execute(sa.select(sa.func.min(REPORT.c.seq)).where(placed)).scalar_one_or_none()


def remember(connection: sa.Connection, found: Sorted, *, at: str) -> None:
    """Keep what the stream wants to know the next time, and the joins and splits it made."""
    for number, day, meaning, weights in found.rows:
        connection.execute(sa.insert(SEEN).values(number=number, day=day, meaning=meaning))
        connection.execute(sa.update(REPORT).where(REPORT.c.seq == number).values(weights=weights))
    if found.held is not None:
        connection.execute(sa.delete(STREAM))
        connection.execute(sa.insert(STREAM).values(id=1, held=found.held))
    for shift in found.shifts:
        content = msgspec.json.encode(msgspec.structs.replace(shift, at=at)).decode("utf-8")
        connection.execute(
            sa.insert(SHIFT).values(at=at, left_story=shift.from_, into_story=shift.into, content=content)
        )


def _rows(found: Sequence[Any]) -> Rows:
    return [row[0] for row in found], [row[1] for row in found], b"".join(row[2] for row in found)
