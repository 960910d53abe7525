"""A desk with three reports of two stories, served, with a pipeline that needs no models."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from twosource.desk import Desk
from twosource.settings import Settings
from twosource.store import open_store

pytest.importorskip("starlette")
pytest.importorskip("python_multipart")
from starlette.testclient import TestClient

from twosource import web

BASE = "http://127.0.0.1"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    fake_pipeline(monkeypatch)
    with open_store(tmp_path / "desk.db") as store:
        made = Desk(store, Settings(max_bytes=100_000), embed=lambda texts: None)  # type: ignore[arg-type,return-value]
        for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
            made.add_text(text.encode(), name=name)
        yield made


class Client(TestClient):
    """A client that knows its session's word, and what to ask most often."""

    @property
    def word(self) -> str:
        return str(self.get("/session.json").json()["csrf"])

    @property
    def story(self) -> str:
        """The story with two reports."""
        return str(max(self.get("/stories.json").json()["stories"], key=lambda line: line["reports"])["id"])

    def tell(self, path: str, body: Any, **more: Any) -> Any:
        return self.post(path, json=body, headers={"x-csrf-token": self.word}, **more)

    def ended(self, job: str) -> dict[str, Any]:
        """The job, once it has ended."""
        for _ in range(400):
            found: dict[str, Any] = self.get(f"/jobs/{job}.json").json()
            if found["state"] in {"done", "failed"}:
                return found
            time.sleep(0.02)
        raise AssertionError(f"never ended: {found}")


@pytest.fixture
def client(desk: Desk) -> Client:
    return Client(web.app(desk), base_url=BASE)


@pytest.fixture
def serve(desk: Desk) -> Callable[..., Client]:
    """A client of the desk served in another way (with a token, say)."""
    return lambda **how: Client(web.app(desk, **how), base_url=BASE, follow_redirects=False)


def csrf_in(page: str) -> str:
    found = re.search(r'name="csrf" value="(\w+)"', page)
    assert found is not None
    return found[1]
