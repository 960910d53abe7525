"""The folder of pages in a real browser, opened from disk: follow a claim to its report and back, search, no harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import axe
from tests.present.stories import hostile_story, small_story

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def test_it_opens_from_disk_with_its_style_and_script_and_asks_for_nothing_else(opened_site: Open) -> None:
    tab = opened_site(small_story())
    folder = tab.address.removesuffix("index.html")
    assert sorted(tab.asked) == [folder + name for name in ("index.html", "page.js", "style.css")]
    assert tab.page.locator("#filters").is_visible()
    assert tab.page.evaluate("getComputedStyle(document.querySelector('.claim > summary')).display") == "grid"
    assert (tab.refused, tab.errors) == ([], [])


def test_a_claim_is_followed_to_its_words_in_the_reports_page_and_back(opened_site: Open) -> None:
    tab = opened_site(small_story())
    tab.page.locator("#c1 > summary").click()
    tab.page.locator('#c1 a[href="reports/2.html#e1-2"]').click()
    words = tab.page.locator("#e1-2")
    assert words.text_content() == "20 cracks were found"
    tab.until(
        "(() => { const r = document.getElementById('e1-2').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight })()"
    )
    tab.page.locator('.text a[href="../index.html#c1"]').first.click()
    tab.until("document.querySelector('#c1').open")


def test_search_reaches_into_the_reports_that_stand_elsewhere(opened_site: Open) -> None:
    tab = opened_site(small_story())
    tab.page.keyboard.press("Control+k")
    tab.page.keyboard.type("newsletter")
    tab.until("[...document.querySelectorAll('.rep')].filter(e => e.checkVisibility()).map(e => e.id).join() === 'r2'")
    tab.go("#q=boat")
    tab.until("[...document.querySelectorAll('.rep')].filter(e => e.checkVisibility()).length === 0")


def test_reports_follow_one_another(opened_site: Open) -> None:
    tab = opened_site(small_story())
    tab.page.locator('a[href="reports/1.html"]').last.click()
    tab.page.get_by_role("link", name="Next report").click()
    assert tab.page.url.endswith("reports/2.html")
    assert tab.page.get_by_role("link", name="Previous report").is_visible()


def test_hostile_text_never_runs(opened_site: Open) -> None:
    tab = opened_site(hostile_story())
    tab.go("#q=script")
    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    tab.until("typeof twosourceTexts === 'function'")
    tab.page.wait_for_timeout(100)
    assert tab.page.evaluate("window.ran") is None
    folder = tab.address.removesuffix("index.html")
    for number in (1, 2, 3, 4):
        tab.page.goto(f"{folder}reports/{number}.html")
        assert tab.page.evaluate("window.ran") is None
    assert all(url.startswith((folder, "about:")) for url in tab.asked)
    assert tab.errors == []


def test_the_policy_stops_a_script_even_if_one_got_in(opened_site: Open) -> None:
    tab = opened_site(small_story())
    for place in ("", "reports/1.html"):
        tab.page.goto(tab.address.removesuffix("index.html") + (place or "index.html"))
        tab.page.evaluate(
            "document.body.insertAdjacentHTML('beforeend', '<img src=https://evil.example/x onerror=\"window.ran=1\">')"
        )
        tab.page.wait_for_timeout(50)
        assert tab.page.evaluate("window.ran") is None


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize("story", [small_story(), hostile_story()], ids=["small", "hostile"])
def test_no_page_needs_scrolling_sideways(opened_site: Open, story: Any, width: int) -> None:
    tab = opened_site(story, viewport={"width": width, "height": 800})
    for place in ("index.html", "reports/1.html", "reports/2.html"):
        tab.page.goto(tab.address.removesuffix("index.html") + place)
        assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", ["index.html", "reports/2.html"])
def test_axe_finds_nothing(opened_site: Open, scheme: str, place: str) -> None:
    tab = opened_site(small_story(), color_scheme=scheme, bypass_csp=True)
    tab.page.goto(tab.address.removesuffix("index.html") + place)
    assert axe(tab) == []
