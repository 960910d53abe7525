"""Adds that go on while the page that began them may be closed: one at a time, each telling how far it is."""

from __future__ import annotations

import shutil
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue
from secrets import token_hex
from typing import Literal

import msgspec

from twosource.desk import Added, Desk, Progress
from twosource.errors import TwosourceError
from twosource.model import Refusal
from twosource.store import StoryLine

# Finished adds remembered, so that a page left open overnight still says what became of its reports.
REMEMBERED = 200
State = Literal["waiting", "reading", "counting", "done", "failed"]


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One add: what it is about, how far it is (``done`` of ``total`` new reports read), and what came of it.

    ``state``: waiting for another add, reading the new reports, counting the stories they touch, done, failed.
    ``stories`` are the stories touched with their figures, ``before`` the figures of those that were there already.
    """

    id: str
    about: str
    begun: str
    state: State = "waiting"
    done: int = 0
    total: int = 0
    new: int = 0
    known: int = 0
    passed_over: int = 0
    refusals: tuple[Refusal, ...] = ()
    stories: tuple[StoryLine, ...] = ()
    before: tuple[StoryLine, ...] = ()
    error: str | None = None

    @property
    def ended(self) -> bool:
        """True where nothing more will come of it."""
        return self.state in {"done", "failed"}


Work = Callable[[Progress], Added]


class Jobs:
    """The adds of one server. The first one starts the thread that does them all."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: SimpleQueue[tuple[str, Work, Path | None]] = SimpleQueue()
        self._held = threading.Lock()
        self._thread: threading.Thread | None = None

    def begin(self, about: str, work: Work, *, folder: Path | None = None) -> Job:
        """A Job that does ``work`` when its turn comes; ``folder`` is removed after it."""
        job = Job(id=f"add-{token_hex(6)}", about=about, begun=datetime.now(UTC).isoformat(timespec="seconds"))
        with self._held:
            self._jobs[job.id] = job
            ended = [id_ for id_, old in self._jobs.items() if old.ended]
            for id_ in ended[: max(0, len(self._jobs) - REMEMBERED)]:
                del self._jobs[id_]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="adds", daemon=True)
                self._thread.start()
        self._waiting.put((job.id, work, folder))
        return job

    def get(self, id_: str) -> Job | None:
        """The job as it stands now."""
        with self._held:
            return self._jobs.get(id_)

    def all(self) -> list[Job]:
        """Every job that is remembered, the latest first."""
        with self._held:
            return list(reversed(self._jobs.values()))

    def _run(self) -> None:
        while True:
            id_, work, folder = self._waiting.get()
            try:
                ended = self._do(id_, work)
            except TwosourceError as error:
                ended = {"state": "failed", "error": str(error)}
            except Exception as error:  # one add that fails never stops the next
                ended = {"state": "failed", "error": f"a fault of twosource: {type(error).__name__}: {error}"}
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)
            self._set(id_, **ended)

    def _do(self, id_: str, work: Work) -> dict[str, object]:
        before = {line.id: line for line in self._desk.stories()}
        self._set(id_, state="reading")

        def progress(done: int, total: int) -> None:
            self._set(id_, done=done, total=total, state="counting" if done >= total else "reading")

        added = work(progress)
        touched = set(added.stories)
        return {
            "state": "done",
            "new": len(added.new),
            "known": added.known,
            "passed_over": added.passed_over,
            "refusals": added.refusals,
            "stories": tuple(line for line in self._desk.stories() if line.id in touched),
            "before": tuple(line for id_, line in sorted(before.items()) if id_ in touched),
        }

    def _set(self, id_: str, **changes: object) -> None:
        with self._held:
            self._jobs[id_] = msgspec.structs.replace(self._jobs[id_], **changes)
