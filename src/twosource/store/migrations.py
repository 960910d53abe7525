"""A store of any earlier version (or none) to this one, in numbered steps that are never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

import sqlalchemy as sa

from twosource.errors import StoreError
from twosource.store.connect import APPLICATION_ID
from twosource.store.views import HISTORY, REPORTS, STORIES, VIEWS, view_sql


class Migration(NamedTuple):
    """One step: its number (from 1, without gaps), its name, and what it does to a store of the number before."""

    number: int
    name: str
    run: Callable[[sa.Connection], None]


def version_of(connection: sa.Connection, name: str) -> int:
    """The number of the last step a store has had; 0 for one that is empty.

    Raises:
        StoreError: it is a database, but no store.
    """
    tables = set(sa.inspect(connection).get_table_names())
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        ours = mark == APPLICATION_ID and "migration" in tables
        foreign = bool(tables) or mark not in {0, APPLICATION_ID}
    else:
        ours = {"migration", "judgement", "reading"} <= tables
        foreign = bool({"report", "story", "migration"} & tables)
    if ours:
        return int(connection.exec_driver_sql("SELECT coalesce(max(number), 0) FROM migration").scalar_one())
    if foreign:
        raise StoreError(f"{name}: a database of another program; name another store (nothing was touched)")
    return 0


def newest() -> int:
    """The number of the last step this program knows."""
    return MIGRATIONS[-1].number


def check_version(version: int, name: str) -> None:
    """Nothing, where this program can read a store of ``version``.

    Raises:
        StoreError: the store is newer than this program.
    """
    if version > newest():
        raise StoreError(
            f"{name}: made by a newer twosource (store version {version}, this one reads up to {newest()}); "
            "upgrade twosource (nothing was touched)"
        )


def migrate(connection: sa.Connection, name: str) -> None:
    """Take a store to the newest version inside the caller's transaction."""
    done = version_of(connection, name)
    check_version(done, name)
    for step in MIGRATIONS[done:]:
        step.run(connection)
        connection.execute(
            sa.text("INSERT INTO migration (number, name, applied) VALUES (:n, :name, :at)"),
            {"n": step.number, "name": step.name, "at": datetime.now(UTC).isoformat(timespec="seconds")},
        )


def _first(connection: sa.Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    seq = "INTEGER PRIMARY KEY AUTOINCREMENT" if sqlite else "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    blob = "BLOB" if sqlite else "BYTEA"
    for statement in (
        "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL)",
        f"""CREATE TABLE report (
            seq {seq}, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, url TEXT, path TEXT, outlet TEXT, title TEXT,
            byline TEXT, published TEXT, language TEXT, text TEXT NOT NULL, rest TEXT NOT NULL, added TEXT NOT NULL,
            sorted TEXT, story TEXT, signature {blob})""",
        "CREATE INDEX report_sha256 ON report (sha256)",
        "CREATE INDEX report_url ON report (url)",
        "CREATE INDEX report_sorted ON report (sorted)",
        "CREATE INDEX report_story ON report (story)",
        "CREATE INDEX report_published ON report (published)",
        f"""CREATE TABLE reading (
            report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE, made_by TEXT NOT NULL,
            content {blob} NOT NULL)""",
        """CREATE TABLE story (
            id TEXT PRIMARY KEY, headline TEXT, first_published TEXT, last_published TEXT, independent_origins INTEGER,
            reports INTEGER NOT NULL DEFAULT 0, claims INTEGER, contested INTEGER, conflicts INTEGER, drift INTEGER,
            changed TEXT NOT NULL, touched INTEGER NOT NULL DEFAULT 1, told INTEGER NOT NULL DEFAULT 0, made_by TEXT,
            document TEXT)""",
        "CREATE INDEX story_last_published ON story (last_published)",
        f"""CREATE TABLE judgement (
            seq {seq}, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
            a_report TEXT NOT NULL, b_report TEXT, withdrawn TEXT, content TEXT NOT NULL)""",
        "CREATE INDEX judgement_a ON judgement (a_report)",
        "CREATE INDEX judgement_b ON judgement (b_report)",
        *(_SQLITE_SEARCH if sqlite else _POSTGRES_SEARCH),
        REPORTS,
        STORIES,
        *(view_sql(view, connection.dialect.name) for view in VIEWS),
    ):
        connection.exec_driver_sql(statement)
    if sqlite:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


# No triggers: a store may come from strangers, so SQLite is told to trust no code in it; ``search.py`` keeps the index.
_SQLITE_SEARCH = (
    """CREATE VIRTUAL TABLE report_search USING fts5(
        title, text, content='report', content_rowid='seq', tokenize='porter unicode61 remove_diacritics 2')""",
)
# A tsvector holds at most 1 MB: 200,000 characters of up to four bytes stay below it, and reports are far shorter.
_POSTGRES_SEARCH = (
    """ALTER TABLE report ADD COLUMN search tsvector GENERATED ALWAYS AS
        (to_tsvector('english', left(coalesce(title, '') || ' ' || text, 200000))) STORED""",
    "CREATE INDEX report_search ON report USING gin (search)",
)


def _second(connection: sa.Connection) -> None:
    dialect = connection.dialect.name
    seq = (
        "INTEGER PRIMARY KEY AUTOINCREMENT"
        if dialect == "sqlite"
        else "INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
    )
    blob = "BLOB" if dialect == "sqlite" else "BYTEA"
    for statement in (
        f"ALTER TABLE report ADD COLUMN weights {blob}",
        "ALTER TABLE story ADD COLUMN history TEXT",
        f"""CREATE TABLE seen (
            number INTEGER PRIMARY KEY REFERENCES report (seq) ON DELETE CASCADE, day INTEGER,
            meaning {blob} NOT NULL)""",
        "CREATE INDEX seen_day ON seen (day)",
        f"CREATE TABLE stream (id INTEGER PRIMARY KEY, held {blob} NOT NULL)",
        f"""CREATE TABLE shift (
            seq {seq}, at TEXT NOT NULL, left_story TEXT NOT NULL, into_story TEXT NOT NULL, content TEXT NOT NULL)""",
        "CREATE INDEX shift_left ON shift (left_story)",
        "CREATE INDEX shift_into ON shift (into_story)",
        view_sql(HISTORY, dialect),
    ):
        connection.exec_driver_sql(statement)


MIGRATIONS = (
    Migration(1, "reports, readings, stories, judgements, search, views", _first),
    Migration(2, "what the stream of stories has seen, joins and splits", _second),
)
