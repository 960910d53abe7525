"""The desk in a real browser: hostile reports never run, no view scrolls sideways, axe finds nothing in any."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.browser.conftest import axe
from tests.browser.tabs import BRIEF, VIEWS, Tab, served  # noqa: F401 (a fixture)

pytestmark = pytest.mark.browser


def test_hostile_reports_never_run_anywhere(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_a_script_that_got_in_would_be_stopped(served: Callable[..., Tab]) -> None:  # noqa: F811
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
def test_no_width_needs_scrolling_sideways(served: Callable[..., Tab], width: int) -> None:  # noqa: F811
    for hostile in (False, True):
        tab = served(hostile=hostile, viewport={"width": width, "height": 800})
        for path in VIEWS.values():
            page = tab.go(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_in_any_view(served: Callable[..., Tab], scheme: str, width: int) -> None:  # noqa: F811
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
