"""The desk in a real browser: add with progress, correct in place, undo; hostile reports never run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import pytest

pytest.importorskip("playwright", reason="pip install playwright")
pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
pytest.importorskip("python_multipart")

from playwright.sync_api import Error

from tests.browser.conftest import axe
from tests.browser.serving import desk_with, serving
from tests.desk.fakes import fake_pipeline
from tests.present.stories import hostile_story, small_story
from twosource.desk import Desk

pytestmark = pytest.mark.browser
GOAT = "A goat was elected mayor of Little Sorn, its owner said.\n" * 4


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


STORY = "story-1"
BRIEF = f"/stories/{STORY}"
VIEWS = {
    "stories": "/stories", "add": "/add", "brief": BRIEF, "log": "/judgements", "story-log": f"{BRIEF}/judgements",
    "search": "/search?q=pier", "check": "/check", "jobs": "/jobs", "trouble": "/nothing",
}  # fmt: skip


def decide(tab: Tab, opener: str, choice: str, **fields: str) -> None:
    """Open the dialog with the button at ``opener``, choose, fill in, decide, and wait for what it changed."""
    page = tab.page
    page.locator(opener).first.click()
    page.locator("#fix[open]").wait_for()
    page.get_by_label(choice).check()
    for name, value in fields.items():
        field = page.locator(f'#fix [name="{name}"]')
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("#fix-go").click()
    page.locator("#fix-done").wait_for()


def test_a_correction_is_made_in_place_says_what_it_changed_and_is_undone(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go(BRIEF)
    page.locator("#r1 > summary").click()
    decide(tab, "#r1 .meta .fix", "Another outlet published it", value="Tarn Crier", reason="masthead", by="Ann Reader")
    assert page.locator("#fix-h").inner_text() == "Kept"
    assert page.locator("#fix-done a").count() > 0
    page.locator("#fix-done a").first.click()
    tab.until("document.querySelector('.desk.story')?.textContent.includes('1 judgement')")
    assert "Tarn Crier" in page.locator("#reports").inner_text()
    page = tab.go(f"{BRIEF}/judgements")
    assert "Ann Reader" in page.locator(".log").inner_text() and "masthead" in page.locator(".log").inner_text()
    page.get_by_role("button", name="Undo").click()
    tab.until("document.querySelector('.fate').textContent.startsWith('withdrawn')")
    assert page.locator("#holding").inner_text() == "0"
    tab.go(BRIEF)
    assert "Tarn Crier" not in page.locator("#reports").inner_text()
    assert tab.errors == [] and tab.abroad() == []


def test_the_dialog_offers_undo_and_remembers_the_name(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go(BRIEF)
    page.locator("#r1 > summary").click()
    decide(tab, "#r1 .meta .fix", "Nothing; a note for the others", value="see page 2", by="Ann Reader")
    page.get_by_role("button", name="Undo").click()
    tab.until("document.querySelector('#fix-h').textContent === 'Withdrawn'")
    page.keyboard.press("Escape")
    tab.until("!document.querySelector('#fix').open")
    page = tab.go(BRIEF + "#r1")
    page.locator("#r1 .meta .fix").click()
    page.locator("#fix[open]").wait_for()
    assert page.locator('#fix [name="by"]').input_value() == "Ann Reader"


MENUS = [
    ("#c1 .fixline .fix", "It is the same claim as another"),
    ("#c1 .pas .fix >> nth=1", "It is not the same claim"),
    ("#c1 .pas .fix", "Somebody else says it"),
    ("#c1 .pas .fix", "It rests on another origin in this story"),
    ("#k1 .fix", "They do not contradict each other"),
    ("#d1 .fix", "Nothing; a note for the others"),
    (".src:has(.fix) .fix", "It is the same as another source"),
    ("#r1 .meta .fix", "It retells another outlet as a whole"),
    ("#r1 .meta .fix", "It is the outlet’s own reporting"),
    ("#r1 .meta .fix", "It was published on another day"),
    ("#r1 .text p .fix", "It is not part of the story (furniture)"),
    ("#l1 .fix", "It is the outlet’s own reporting"),
]


def test_everything_has_its_menu_and_the_desk_takes_what_it_says(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go(BRIEF)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tab.until("document.documentElement.dataset.ready === '1'")
    taken: list[dict[str, object]] = []
    # What is decided is caught on its way, so that one page shows every menu of one state of the story.
    page.route("**/judgements", lambda route: (taken.append(route.request.post_data_json), route.abort()))
    for opener, choice in MENUS:
        page.locator(opener).first.click()
        page.locator("#fix[open]").wait_for()
        page.get_by_label(choice, exact=True).check()
        for field in page.locator("#fix-fields input").all():
            field.fill("2024-05-06")
        page.locator('#fix [name="by"]').fill("Ann")
        page.locator("#fix-go").click()
        tab.until("document.querySelector('#fix-trouble').textContent !== ''")
        page.keyboard.press("Escape")
    page.unroute("**/judgements")
    assert [str(body["kind"]) for body in taken] == [
        "same claim", "not same claim", "speaker", "origin", "not a conflict", "note", "same source", "relays",
        "original", "published", "furniture", "original",
    ]  # fmt: skip
    for body in taken:
        for name in {str(body[key]) for key in ("a", "b") if key in body}:
            assert tab.desk.place(STORY, name)
    assert [error for error in tab.errors if "ERR_FAILED" not in error] == []


def test_a_correction_is_made_with_the_keyboard_alone(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go(BRIEF)
    page.locator("#c1 > summary").focus()
    page.keyboard.press("Enter")
    page.locator("#c1 .fixline .fix").focus()
    page.keyboard.press("Enter")
    page.locator("#fix[open]").wait_for()
    assert page.evaluate("document.activeElement.type") == "radio"
    page.get_by_label("Nothing; a note for the others").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.type("look again")
    page.keyboard.press("Tab")
    page.keyboard.type("odd")
    page.keyboard.press("Tab")
    page.keyboard.type("Ann")
    page.keyboard.press("Enter")
    page.locator("#fix-done").wait_for()
    page.keyboard.press("Escape")
    tab.until("document.querySelector('.desk.story')?.textContent.includes('1 judgement')")


def test_what_somebody_else_changed_is_announced(served: Callable[..., Tab]) -> None:
    mine, theirs = served(), served()
    page = mine.go(BRIEF)
    other = theirs.go(BRIEF)
    page.wait_for_load_state("networkidle")
    other.locator("#r1 > summary").click()
    decide(theirs, "#r1 .meta .fix", "Nothing; a note for the others", value="see page 2", by="Ben")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    mine.until("document.getElementById('live').textContent.includes('changed')")


def test_files_are_added_with_progress_and_refusals_are_counted(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go("/add")
    page.locator("input[name=files]").set_input_files(
        [
            {"name": "goat.txt", "mimeType": "text/plain", "buffer": GOAT.encode()},
            {"name": "<img src=x onerror=ran=1>.txt", "mimeType": "text/plain", "buffer": b""},
        ]
    )
    tab.until("document.querySelector('#adds .state')?.textContent === '1 new report, 1 refused.'")
    page.locator("#adds li > a").first.click()
    page.locator("#refused-h").wait_for()
    page.reload()
    assert "empty" in page.locator("main").inner_text()
    assert page.evaluate("window.ran") is None and tab.errors == [] and tab.abroad() == []


def test_files_dropped_on_the_stories_are_added(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go("/stories")
    page.evaluate(
        """(text) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], "goat.txt", { type: "text/plain" }));
          const event = (kind) => new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true });
          for (const kind of ["dragenter", "dragover", "drop"]) document.body.dispatchEvent(event(kind));
        }""",
        GOAT,
    )
    page.wait_for_url("**/jobs/*")
    tab.until("document.querySelector('.state')?.textContent === '1 new report.'")


def test_a_pasted_text_is_added_without_leaving_the_page(served: Callable[..., Tab]) -> None:
    tab = served()
    page = tab.go("/add")
    page.locator(".paste textarea").fill(GOAT)
    page.locator(".paste [name=outlet]").fill("Sorn Bell")
    page.locator(".paste button").click()
    tab.until("document.querySelector('#adds .state')?.textContent === '1 new report.'")
    assert page.url.endswith("/add")
    page.locator("#adds ul a").first.click()
    page.locator("#reports").wait_for()
    assert "Sorn Bell" in page.locator("#reports").inner_text()


def test_without_scripts_reports_are_added_all_the_same(served: Callable[..., Tab]) -> None:
    tab = served(java_script_enabled=False)
    page = tab.go("/add")
    page.locator(".paste textarea").fill(GOAT)
    page.locator(".paste button").click()
    page.wait_for_url("**/jobs/*")
    page.get_by_text("1 new report").wait_for()


def test_hostile_reports_never_run_anywhere(served: Callable[..., Tab]) -> None:
    tab = served(hostile=True)
    evil = '"><script>ran=1</script><svg onload=ran=1><a href=javascript:ran=1>x</a>\u202e'
    page = tab.go(BRIEF)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tab.until("document.documentElement.dataset.ready === '1'")
    page.locator("#r1 .meta .fix").click()
    page.locator("#fix[open]").wait_for()
    page.get_by_label("Nothing; a note for the others").check()
    page.locator('#fix [name="value"]').fill(evil)
    page.locator('#fix [name="reason"]').fill(evil)
    page.locator('#fix [name="by"]').fill(evil[:90])
    page.locator("#fix-go").click()
    page.locator("#fix-done").wait_for()
    assert page.evaluate("window.ran") is None
    for path in (*VIEWS.values(), f"/search?q={quote(evil)}", f"/{quote(evil)}"):
        page = tab.go(path)
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        assert page.evaluate("window.ran") is None, path
        wrong = "[...document.querySelectorAll('a[href]')].filter(a => !/^(https?|file):$/.test(a.protocol)).length"
        assert page.evaluate(wrong) == 0, path
    assert tab.abroad() == []
    assert [error for error in tab.errors if "404" not in error] == []


def test_a_script_that_got_in_would_be_stopped(served: Callable[..., Tab]) -> None:
    tab = served()
    for path in ("/stories", BRIEF):
        page = tab.go(path)
        page.evaluate(
            """() => { const s = document.createElement('script'); const i = new Image();
              try { s.text = 'window.ran = 1'; document.body.append(s); } catch { /* trusted types */ }
              i.src = 'https://evil.example/x'; document.body.append(i); }"""
        )
        page.wait_for_timeout(100)
        assert page.evaluate("window.ran") is None
    assert tab.abroad() == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_width_needs_scrolling_sideways(served: Callable[..., Tab], width: int) -> None:
    for hostile in (False, True):
        tab = served(hostile=hostile, viewport={"width": width, "height": 800})
        for path in VIEWS.values():
            page = tab.go(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_any_view(served: Callable[..., Tab], scheme: str, width: int) -> None:
    out = Path(os.environ.get("TWOSOURCE_SCREENSHOTS", "out/screenshots"))
    out.mkdir(parents=True, exist_ok=True)
    tab = served(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    for name, path in VIEWS.items():
        page = tab.go(path)
        if name == "brief":
            tab.until("document.documentElement.dataset.ready === '1'")
        assert axe(tab) == [], name  # type: ignore[arg-type]
        page.screenshot(path=out / f"serve-{name}-{scheme}-{width}.png", full_page=name != "brief")
    page = tab.go(BRIEF)
    page.locator("#c1 > summary").click()
    page.locator("#c1 .fixline .fix").click()
    page.locator("#fix[open]").wait_for()
    assert axe(tab) == []  # type: ignore[arg-type]
    page.screenshot(path=out / f"serve-dialog-{scheme}-{width}.png")
