"""A desk with given stories, served on a port of its own by the real server, for a real browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import uvicorn

from twosource import web
from twosource.desk import Desk
from twosource.desk.current import made_by
from twosource.model import Read, Reading, Report, Sentence, Span, Story, Tags
from twosource.settings import Settings
from twosource.store import Sorted, Store, open_store


@contextmanager
def serving(desk: Desk) -> Iterator[str]:
    """The address at which the desk is served while the block lasts."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(64)
        server = uvicorn.Server(uvicorn.Config(web.app(desk), log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(5)


@contextmanager
def desk_with(place: Path, stories: Sequence[Story]) -> Iterator[Desk]:
    """A desk that keeps these stories as told; judging one tells it again from reports that nothing was read in."""
    with open_store(place) as store:
        for story in stories:
            _keep(store, story)
        yield Desk(store, Settings(max_bytes=200_000), embed=lambda texts: np.zeros((len(texts), 384), np.float32))


def _keep(store: Store, story: Story) -> None:
    store.add([Read(_reading(report), ()) for report in story.reports], made_by=made_by())
    mine = {report.id for report in story.reports}
    store.sort(lambda waiting, past: Sorted({a.report: story.story.id for a in waiting if a.report in mine}))
    store.put(story.story.id, story, touched=store.story(story.story.id).touched, made_by=made_by())


def _reading(report: Report) -> Reading:
    whole = Span(0, len(report.text))
    tags = Tags(np.zeros((0, 2), np.int32), {}, {})
    return Reading(report, (whole,), (Sentence(whole, 0),), (), np.zeros((1, 384), np.float32), tags)
