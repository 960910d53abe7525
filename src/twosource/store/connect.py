"""A path or URL to an engine whose transactions are whole, durable and safe beside others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import exc

from twosource.errors import MissingExtraError, StoreError

# "2src" in ASCII: how a SQLite file says whose it is (https://www.sqlite.org/pragma.html#pragma_application_id).
APPLICATION_ID = 0x32737263
# A writer recomputes outside its transaction, so that none holds the file for long; half a minute outlasts any.
BUSY_SECONDS = 30
# Any fixed number: PostgreSQL writers of one store queue behind this lock, as SQLite's do behind the file's.
_WRITER_LOCK = 0x32737263
_SQLITE_MAGIC = b"SQLite format 3\0"


def engine_for(place: str | Path, *, create: bool) -> tuple[sa.Engine, str]:
    """An engine for a path or a ``postgresql://`` URL, and how to name it to people (no password).

    Raises:
        StoreError: no such file and not ``create``, not a SQLite file, an unknown URL.
        MissingExtraError: PostgreSQL without the extra ``postgres``.
    """
    text = str(place)
    if "://" in text:
        return _postgres(text)
    path = Path(text)
    try:
        if not path.exists():
            if not create:
                raise StoreError(f"{path}: no store there; `twosource add` makes one")
            if not path.parent.is_dir():
                raise StoreError(f"{path}: the folder {path.parent} does not exist; make it or choose another place")
        elif path.is_dir():
            raise StoreError(f"{path}: a folder, not a store; name a file")
        else:
            with path.open("rb") as file:
                head = file.read(len(_SQLITE_MAGIC))
            # A writer killed at its first breath leaves an empty file: that is a new store, not a foreign one.
            if head and head != _SQLITE_MAGIC:
                raise StoreError(f"{path}: not a store; name another file (nothing was touched)")
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened ({error.strerror}); check its permissions") from None
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS})
    sa.event.listen(engine, "connect", _prepare_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine, str(path)


@contextmanager
def reading(engine: sa.Engine, name: str) -> Iterator[sa.Connection]:
    """A connection that sees one moment of the store, whatever others write meanwhile."""
    with spoken(name), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


@contextmanager
def writing(engine: sa.Engine, name: str) -> Iterator[sa.Connection]:
    """A connection in one transaction: all of it is kept when the block ends, none of it when it raises."""
    with spoken(name), engine.connect().execution_options(twosource_writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(sa.text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER_LOCK})
        yield connection


def ready(engine: sa.Engine, name: str) -> None:
    """Let readers and a writer work side by side in a new SQLite file (kept in the file: asked for once)."""
    if engine.dialect.name == "sqlite":
        with spoken(name), engine.connect().execution_options(twosource_plain=True) as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")


@contextmanager
def spoken(name: str) -> Iterator[None]:
    """Database errors as one line that says what to do."""
    try:
        yield
    except exc.DBAPIError as error:
        raise StoreError(f"{name}: {_meaning(error.orig, error)}") from error
    except sqlite3.Error as error:  # from the first pragmas of a connection
        raise StoreError(f"{name}: {_meaning(error, error)}") from error


def _postgres(text: str) -> tuple[sa.Engine, str]:
    try:
        url = sa.make_url(text)
    except exc.ArgumentError:
        raise StoreError("the store's URL cannot be read; write postgresql://USER@HOST/DATABASE") from None
    name = url.render_as_string(hide_password=True)
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise StoreError(f"{name}: a store is a file or postgresql://USER@HOST/DATABASE")
    try:
        import psycopg
    except ImportError:
        raise MissingExtraError("PostgreSQL needs one more part: pip install 'twosource[postgres]'") from None
    del psycopg
    url = url.set(drivername="postgresql+psycopg")
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": "10"})
    return sa.create_engine(url, pool_pre_ping=True), name


def _prepare_sqlite(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # this module begins transactions itself; Python 3.11's driver would begin too late
    cursor = raw.cursor()
    cursor.execute("PRAGMA synchronous=FULL")  # a commit is on the disk when it returns, power cut or not
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA trusted_schema=OFF")  # a store that came by mail runs no functions of its own
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    # A writer takes its place at once: one that first reads and then writes could find its reading outdated.
    options = connection.get_execution_options()
    if options.get("twosource_plain"):
        return
    writes = options.get("twosource_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _meaning(cause: object, error: Exception) -> str:
    said = " ".join(str(cause).split())
    low = said.lower()
    for words, meaning in (
        ("malformed", "damaged; restore it from a copy (nothing was touched)"),
        ("not a database", "not a store, or damaged; name another file (nothing was touched)"),
        ("disk is full", "the disk is full; make room and run the same command again (nothing half-written was kept)"),
        ("is locked", f"another program has been writing for {BUSY_SECONDS} seconds; try again"),
        ("readonly", "may not be written to; check its permissions"),
        ("unable to open", "cannot be opened; check the path and its permissions"),
        (
            "disk i/o",
            "the disk failed (full, a limit on file sizes, or a fault); make room or check it and run the same command "
            "again (nothing half-written was kept)",
        ),
    ):
        if words in low:
            return meaning
    if isinstance(error, exc.OperationalError):
        return f"does not answer ({said[:200]}); check that the server runs and the URL is right"
    return f"the store refused: {said[:200]}"
