"""Killed at any moment, a store keeps everything that was committed and shows nothing half-written."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import sqlalchemy as sa

from tests.store.killed import text
from tests.store.makers import report
from twosource.store import Store, open_store

# 100 moments were tried before each release (bench/crash.py); a few on each run catch a broken transaction.
MOMENTS = int(os.environ.get("TWOSOURCE_CRASHES", "4"))


def test_everything_committed_is_there_after_kill_9(place: str) -> None:
    open_store(place).close()
    chance = random.Random(MOMENTS)
    done = 0
    for _ in range(MOMENTS):
        last = _run_and_kill(place, start=done, after=chance.uniform(0.0, 0.4))
        with open_store(place) as store:
            assert len(store.known([report(text(n)) for n in range(last * 3)])) == last * 3
            _is_whole(store)
            # A batch is there with all its three reports or not at all.
            tail = store.known([report(text(n)) for n in range(last * 3, last * 3 + 3)])
            assert len(tail) in {0, 3}
        done = last


def _run_and_kill(place: str, *, start: int, after: float) -> int:
    """The number of batches that the writer said were committed before it was killed."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.store.killed", place, str(start)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout is not None
    assert writer.stdout.readline() == "ready\n"
    time.sleep(after)
    writer.send_signal(signal.SIGKILL)
    said = writer.stdout.read().split()
    writer.wait()
    return int(said[-1]) + 1 if said else start


def _is_whole(store: Store) -> None:
    with store._engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
            connection.exec_driver_sql("INSERT INTO report_search (report_search) VALUES ('integrity-check')")
        count = "SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM reading)"
        reports, readings = connection.execute(sa.text(count)).one()
        assert reports == readings
        lost = "SELECT count(*) FROM report WHERE story IS NOT NULL AND story NOT IN (SELECT id FROM story)"
        assert connection.execute(sa.text(lost)).scalar_one() == 0
    for line in store.stories():
        kept = store.story(line.id)
        assert line.reports == len(kept.members)
        if kept.up_to_date:
            assert kept.story is not None and {r.id for r in kept.story.reports} == set(kept.members)
