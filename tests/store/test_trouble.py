"""A store that cannot be used ends in one clear line, and is left as it was."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests.store.makers import read, report
from twosource.errors import StoreError
from twosource.store import Store, open_store

MANY = [f"Report {i}: the lift at block {i} stood still again, tenants said, and nobody came. " * 20 for i in range(60)]


def _newer(path: Path) -> None:
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("INSERT INTO migration VALUES (9999, 'from the future', 'then')")
        raw.commit()
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE addresses (name TEXT)")


def _text(path: Path) -> None:
    path.write_text("Dear desk, this is a letter and no store.")


def _cut(path: Path) -> None:
    with open_store(path) as made:
        made.add([read(text) for text in MANY], made_by="t")
    path.write_bytes(path.read_bytes()[:5000])


def _folder(path: Path) -> None:
    path.mkdir()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (_newer, "made by a newer twosource"),
        (_foreign, "a database of another program"),
        (_text, "not a store"),
        (_cut, "damaged"),
        (_folder, "a folder, not a store"),
    ],
)
def test_what_is_no_usable_store_is_named_and_not_touched(tmp_path: Path, make: object, says: str) -> None:
    path = tmp_path / "desk.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError, match=says) as caught:
        open_store(path)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_damage_in_the_middle_is_said_when_it_is_met(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_store(path) as made:
        made.add([read(text) for text in MANY], made_by="t")
    content = bytearray(path.read_bytes())
    content[len(content) // 4 : len(content) * 3 // 4] = b"\xa5" * (len(content) * 3 // 4 - len(content) // 4)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="damaged"), open_store(path) as opened:
        for text in MANY:
            opened.reads([report(text).id])
        opened.search("tenants")


def test_an_empty_file_left_by_a_killed_program_becomes_a_store(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.touch()
    with open_store(path) as opened:
        assert opened.stories() == []


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("postgresql://nobody:secret@127.0.0.1:1/none", "does not answer"),
        ("mysql://host/db", "postgresql://USER@HOST/DATABASE"),
        ("/nowhere/at/all/desk.db", "does not exist"),
    ],
)
def test_an_address_that_leads_nowhere(place: str, says: str) -> None:
    with pytest.raises(StoreError, match=says) as caught:
        open_store(place)
    assert "secret" not in str(caught.value) and "\n" not in str(caught.value)


def test_a_command_that_only_reads_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store there"):
        open_store(tmp_path / "desk.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_loses_nothing_and_the_same_add_can_be_run_again(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_store(path) as opened:
        opened.add([read(MANY[0])], made_by="t")

        def limit(raw: sqlite3.Connection, _record: object) -> None:
            raw.execute("PRAGMA max_page_count = 60")

        sa.event.listen(opened._engine, "connect", limit)
        opened._engine.dispose()
        with pytest.raises(StoreError, match="disk is full"):
            opened.add([read(text) for text in MANY], made_by="t")
        assert len(opened.known([report(text) for text in MANY])) == 1
        sa.event.remove(opened._engine, "connect", limit)
        opened._engine.dispose()
        assert len(opened.add([read(text) for text in MANY], made_by="t")) == len(MANY) - 1


def test_a_foreign_postgresql_database_is_left_alone(server: object) -> None:
    server.psql("CREATE DATABASE foreign_one;")  # type: ignore[attr-defined]
    uri = str(server.get_uri(database="foreign_one"))  # type: ignore[attr-defined]
    engine = sa.create_engine(sa.make_url(uri).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE story (plot text)"))
    with pytest.raises(StoreError, match="another program"):
        open_store(uri)
    engine.dispose()


def test_opening_one_new_store_from_several_places_at_once(store: Store, place: str) -> None:
    others = [open_store(place) for _ in range(4)]
    others[0].add([read(MANY[0])], made_by="t")
    assert all(other.known([report(MANY[0])]) for other in others)
    for other in others:
        other.close()


_BOUNDED = """
import resource, signal, sys
from tests.store.makers import read
from tests.store.test_trouble import MANY
from twosource.errors import StoreError
from twosource.store import open_store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
with open_store(sys.argv[1]) as store:
    try:
        for text in MANY:
            store.add([read(text)], made_by="t")
            print(1, end="")
    except StoreError as error:
        print("", error)
"""


def test_a_file_that_may_not_grow_keeps_what_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    open_store(path).close()
    done = subprocess.run(
        [sys.executable, "-c", _BOUNDED, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    committed, said = done.stdout.strip().split(" ", 1)
    assert "run the same command again" in said and "\n" not in said
    with open_store(path) as again:
        assert len(again.known([report(text) for text in MANY])) == len(committed)
        assert len(again.add([read(text) for text in MANY], made_by="t")) == len(MANY) - len(committed)
