"""Reports and readings as rows: added, found again, loaded, removed, each inside its caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec
import sqlalchemy as sa

from twosource.errors import InputError
from twosource.model import Read, Report
from twosource.store import search
from twosource.store.pack import pack, unpack
from twosource.store.tables import READING, REPORT, SEEN, STORY
from twosource.store.values import Arrival
from twosource.stories.shelf import day_of

# SQLite takes 32,766 parameters a statement; far fewer keep each statement cheap to prepare.
_AT_ONCE = 500

Value = TypeVar("Value", int, str)


def add(
    connection: sa.Connection, reads: Sequence[Read], signatures: Mapping[str, bytes], *, at: str, made_by: str
) -> list[str]:
    """The ids of the reports that were not there before, kept now, in the order given.

    Of a report that is there already only what was not known of it is filled in: another path, an outlet, a date.
    """
    here = {report.id for report in load(connection, [r.reading.report.id for r in reads])}
    fill_in(connection, [r.reading.report for r in reads if r.reading.report.id in here])
    new: list[str] = []
    for read in reads:
        report = storable(read.reading.report)
        if report.id in here:
            continue
        here.add(report.id)
        new.append(report.id)
        signature = signatures.get(report.id)
        connection.execute(sa.insert(REPORT).values(**_row(report), added=at, signature=signature))
        search.index(connection, report.id)
        connection.execute(sa.insert(READING).values(report=report.id, made_by=made_by, content=pack(read)))
    return new


def load(connection: sa.Connection, ids: Iterable[str]) -> list[Report]:
    """The reports with these ids that are there, in order of arrival."""
    columns = (REPORT.c.seq, REPORT.c.rest, REPORT.c.text)
    rows = [row for part in parts(ids) for row in connection.execute(sa.select(*columns).where(REPORT.c.id.in_(part)))]
    return [_report(row.rest, row.text) for row in sorted(rows, key=lambda row: row.seq)]


def load_reads(connection: sa.Connection, ids: Iterable[str]) -> list[Read]:
    """The readings of these reports, in order of arrival."""
    ids = list(ids)
    content = {
        row.report: row.content
        for part in parts(ids)
        for row in connection.execute(sa.select(READING.c.report, READING.c.content).where(READING.c.report.in_(part)))
    }
    return [unpack(content[report.id], report) for report in load(connection, ids)]


def outdated(connection: sa.Connection, ids: Iterable[str], made_by: str) -> list[str]:
    """Those of these reports whose readings something else than ``made_by`` made, sorted."""
    query = sa.select(READING.c.report).where(READING.c.made_by != made_by)
    found = [r for part in parts(ids) for r in connection.execute(query.where(READING.c.report.in_(part))).scalars()]
    return sorted(found)


def put_reads(connection: sa.Connection, reads: Sequence[Read], *, made_by: str) -> None:
    """Exchange the readings of reports that are there; where they stand in stories stays as it is."""
    for read in reads:
        change = sa.update(READING).where(READING.c.report == read.reading.report.id)
        connection.execute(change.values(made_by=made_by, content=pack(read)))


def find(connection: sa.Connection, name: str) -> str:
    """The id of the one report that ``name`` means: an id, a path, a URL (its latest version) or a digest's start.

    Raises:
        InputError: no report, or several.
    """
    exact = sa.or_(REPORT.c.id == name, REPORT.c.path == name, REPORT.c.url == name, REPORT.c.sha256 == name)
    query = sa.select(REPORT.c.id, REPORT.c.url).order_by(REPORT.c.seq)
    rows = connection.execute(query.where(exact)).all()
    if not rows and len(name) >= 6:  # six hex digits tell apart all reports but a few of 100,000
        start = sa.or_(REPORT.c.id.startswith(name, autoescape=True), REPORT.c.sha256.startswith(name, autoescape=True))
        rows = connection.execute(query.where(start).limit(3)).all()
    if not rows:
        raise InputError(f"no report {name!r} in the store; `twosource search` finds reports by their words")
    if len(rows) > 1 and {row.url for row in rows} != {name}:
        raise InputError(f"{name!r} means several reports ({', '.join(r.id for r in rows[:3])} ...); give one id")
    return str(rows[-1].id)


def remove(connection: sa.Connection, ids: Sequence[str]) -> list[str]:
    """The stories that lost a report; a story without any report left goes too."""
    touched = stories_of(connection, REPORT.c.id, ids)
    for report in sorted(set(ids)):
        search.forget(connection, report)
    for part in parts(ids):
        connection.execute(sa.delete(READING).where(READING.c.report.in_(part)))
        connection.execute(sa.delete(REPORT).where(REPORT.c.id.in_(part)))
    touch(connection, touched)
    return touched


def stories_of(connection: sa.Connection, column: sa.Column[str], values: Iterable[str]) -> list[str]:
    """The stories of the reports whose ``column`` is one of ``values``, sorted."""
    found = {
        story
        for part in parts(values)
        for (story,) in connection.execute(sa.select(REPORT.c.story).distinct().where(column.in_(part)))
        if story is not None
    }
    return sorted(found)


def touch(connection: sa.Connection, stories: Iterable[str]) -> None:
    """Mark stories to be told again; those that have no report left go."""
    count = sa.select(sa.func.count()).select_from(REPORT).where(REPORT.c.story == STORY.c.id).scalar_subquery()
    for part in parts(stories):
        change = {"touched": STORY.c.touched + 1, "reports": count}
        connection.execute(sa.update(STORY).where(STORY.c.id.in_(part)).values(**change))
        connection.execute(sa.delete(STORY).where(STORY.c.id.in_(part), STORY.c.reports == 0))


def waiting(connection: sa.Connection) -> list[Arrival]:
    """The reports that are not sorted yet, in order of arrival."""
    return arrivals(connection, REPORT.c.sorted.is_(None))


def arrivals(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[Arrival]:
    """Reports as the sorting sees them, in order of arrival."""
    c = REPORT.c
    columns = (c.seq, c.id, c.sha256, c.url, c.published, c.added, c.sorted, c.signature)
    return [
        Arrival(
            number=r.seq,
            report=r.id,
            sha256=r.sha256,
            url=r.url,
            published=r.published,
            added=r.added,
            story=r.sorted,
            signature=r.signature or b"",
        )
        for r in connection.execute(sa.select(*columns).where(which).order_by(c.seq))
    ]


def storable(report: Report) -> Report:
    """The report with characters that no database holds replaced one for one, so that every offset still counts.

    These are NUL, and halves of surrogate pairs (from JSON escapes, or file names that are no text).
    """
    plain = {name: _clean(value) for name, value in msgspec.structs.asdict(report).items() if isinstance(value, str)}
    return msgspec.structs.replace(report, **plain, paths=tuple(_clean(path) for path in report.paths))


def parts(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The distinct values, sorted, in lists short enough for one statement."""
    ordered = sorted(set(values))
    for i in range(0, len(ordered), _AT_ONCE):
        yield ordered[i : i + _AT_ONCE]


def _clean(value: str) -> str:
    return value.replace("\0", "\ufffd").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _row(report: Report) -> dict[str, object]:
    names = ("id", "sha256", "url", "path", "outlet", "title", "byline", "published", "language", "text")
    rest = msgspec.json.encode(msgspec.structs.replace(report, text="")).decode("utf-8")
    return {name: getattr(report, name) for name in names} | {"rest": rest}


def _report(rest: str, text: str) -> Report:
    return msgspec.structs.replace(msgspec.json.decode(rest, type=Report), text=text)


def filled(old: Report, new: Report) -> Report:
    """The old report, with what was not known of it taken from the new one, and all paths of both."""
    known = {
        name: getattr(new, name)
        for name in ("url", "outlet", "title", "byline", "published")
        if getattr(old, name) is None and getattr(new, name) is not None
    }
    return msgspec.structs.replace(old, **known, paths=tuple(sorted({*old.paths, *new.paths})))


def fill_in(connection: sa.Connection, found: Sequence[Report]) -> None:
    """Keep what these tell anew of reports that are there already; their stories are touched where it is anything."""
    here = {report.id: report for report in load(connection, [report.id for report in found])}
    for report in found:
        better = filled(here[report.id], storable(report)) if report.id in here else None
        if better is not None and better != here[report.id]:
            here[report.id] = better
            search.forget(connection, report.id)
            connection.execute(sa.update(REPORT).where(REPORT.c.id == report.id).values(**_row(better)))
            search.index(connection, report.id)
            seq = sa.select(REPORT.c.seq).where(REPORT.c.id == report.id).scalar_subquery()
            connection.execute(sa.update(SEEN).where(SEEN.c.number == seq).values(day=day_of(better.published)))
            touch(connection, stories_of(connection, REPORT.c.id, [report.id]))
