"""Tabs of the served desk: what each asked for, what went wrong in it, and the views there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

pytest.importorskip("playwright", reason="pip install playwright")
pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("python_multipart")

from playwright.sync_api import Error

from tests.browser.serving import desk_with, serving
from tests.desk.fakes import fake_pipeline
from tests.present.stories import hostile_story, small_story
from twosource.desk import Desk

STORY = "story-1"
BRIEF = f"/stories/{STORY}"
VIEWS = {
    "stories": "/stories", "add": "/add", "brief": BRIEF, "log": "/judgements", "story-log": f"{BRIEF}/judgements",
    "search": "/search?q=pier", "check": "/check", "jobs": "/jobs", "trouble": "/nothing",
}  # fmt: skip


class Tab:
    """A page of the served desk, with all it asked for and every error it threw."""

    def __init__(self, browser: Any, desk: Desk, base: str, **context: Any) -> None:
        self.desk, self.base = desk, base
        self.context = browser.new_context(reduced_motion="reduce", **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(20_000)
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.page.on("requestfinished", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    def go(self, path: str) -> Any:
        self.page.goto(self.base + path)
        return self.page

    def until(self, truth: str) -> None:
        for _ in range(400):
            with suppress(Error):  # a page that is just being left answers nothing
                if self.page.evaluate(truth):
                    return
            self.page.wait_for_timeout(30)
        raise AssertionError(f"never came true: {truth}")

    def abroad(self) -> list[str]:
        return [url for url in self.asked if not url.startswith(self.base)]


@pytest.fixture
def served(browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Tab]]:
    """Tabs of a desk that keeps the small story, or the hostile one."""
    fake_pipeline(monkeypatch)
    tabs: list[Tab] = []
    bases: dict[bool, tuple[Desk, str]] = {}
    with ExitStack() as stack:

        def open_tab(*, hostile: bool = False, **context: Any) -> Tab:
            if hostile not in bases:
                story = hostile_story() if hostile else small_story()
                named = msgspec.structs.replace(story, story=msgspec.structs.replace(story.story, id=STORY))
                desk = stack.enter_context(desk_with(tmp_path / f"desk{hostile}.db", [named]))
                bases[hostile] = desk, stack.enter_context(serving(desk))
            tabs.append(Tab(browser, *bases[hostile], **{"viewport": {"width": 1280, "height": 900}, **context}))
            return tabs[-1]

        yield open_tab
        for tab in tabs:
            tab.context.close()
