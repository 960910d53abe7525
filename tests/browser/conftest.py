"""A real browser with its network cut: Debian's Chromium, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from twosource import present
from twosource.model import Story

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WITHOUT = "no Chromium: `apt-get install chromium`, then these run"


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail(WITHOUT)
        pytest.skip(WITHOUT)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


class Opened:
    """A brief open in a tab, with every request it made and every error it threw."""

    def __init__(self, browser: object, path: Path, **context: object) -> None:
        self.context = browser.new_context(reduced_motion="reduce", **context)  # type: ignore[attr-defined]
        self.page = self.context.new_page()
        self.page.set_default_timeout(20000)
        self.asked: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.errors: list[str] = []
        self.page.on("requestfinished", lambda request: self.asked.append(request.url))
        self.page.on("requestfailed", lambda request: self.refused.append((request.url, request.failure)))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.address = path.as_uri()
        self.page.goto(self.address)

    def go(self, address: str) -> None:
        """Open the brief anew at ``address``, as a colleague does who was sent it."""
        self.page.goto("about:blank")
        self.page.goto(self.address + address)

    def until(self, truth: str) -> None:
        """Wait until ``truth`` holds in the page; Playwright's own waiting is an eval, which the policy forbids."""
        for _ in range(400):
            if self.page.evaluate(truth):
                return
            self.page.wait_for_timeout(30)
        raise AssertionError(f"never came true: {truth}")

    def hash(self) -> str:
        return str(self.page.evaluate("location.hash"))


@cache
def _page(story: Story) -> str:
    return present.page(story, version="0")


@pytest.fixture
def opened(browser: object, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    tabs: list[Opened] = []

    def open_story(story: Story, **context: object) -> Opened:
        path = tmp_path / f"brief{len(tabs)}.html"
        path.write_text(_page(story), encoding="utf-8")
        tabs.append(Opened(browser, path, **{"viewport": {"width": 1280, "height": 900}, **context}))
        return tabs[-1]

    yield open_story
    for tab in tabs:
        tab.context.close()


@pytest.fixture
def opened_site(browser: object, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    tabs: list[Opened] = []

    def open_site(story: Story, **context: object) -> Opened:
        folder = tmp_path / f"site{len(tabs)}"
        for name, content in present.site(story, version="0").items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, encoding="utf-8")
        path = folder / "index.html"
        tabs.append(Opened(browser, path, **{"viewport": {"width": 1280, "height": 900}, **context}))
        return tabs[-1]

    yield open_site
    for tab in tabs:
        tab.context.close()


def axe(tab: Opened) -> list[tuple[str, str]]:
    """What axe-core finds against WCAG 2.2 AA and good practice, with everything open: rule and first element."""
    found = pytest.importorskip("axe_playwright_python", reason="pip install axe-playwright-python")
    script = (Path(found.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tab.page.add_style_tag(content="*{content-visibility:visible!important}")
    tab.page.evaluate(script)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    result = tab.page.evaluate("(tags) => axe.run(document, {runOnly: tags})", tags)
    return [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
