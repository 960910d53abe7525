"""The brief in a real browser: follow a claim to its words, filter, search, keys, print, and nothing else happens."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import axe
from tests.present.stories import big_story, hostile_story, small_story
from twosource.model import Story

pytestmark = pytest.mark.browser
Open = Callable[..., Any]


def shown(tab: Any, selector: str) -> list[str]:
    return list(
        tab.page.evaluate(
            "(s) => [...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).map((e) => e.id)", selector
        )
    )


def test_nothing_is_asked_of_the_network_and_nothing_fails(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.locator("#c1 > summary").click()
    assert tab.asked == [tab.address]
    assert tab.refused == []
    assert tab.errors == []


def test_a_claim_is_followed_to_its_words_in_the_report(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.locator("#c1 > summary").click()
    tab.page.locator('#c1 a[href="#e1-2"]').click()
    tab.until("document.getElementById('r2').open")
    words = tab.page.locator("#e1-2")
    assert words.text_content() == "20 cracks were found"
    tab.until(
        "(() => { const r = document.getElementById('e1-2').getBoundingClientRect();"
        " return r.top >= 0 && r.bottom <= innerHeight })()"
    )
    assert tab.page.evaluate("document.activeElement.id") == "e1-2"


def test_the_way_back_leads_from_the_report_to_the_claim(opened: Open) -> None:
    tab = opened(small_story())
    tab.go("#r2")
    tab.page.locator('#r2 .text a[href="#c2"]').click()
    tab.until("document.getElementById('c2').open")
    tab.page.go_back()
    assert tab.hash() == "#r2"


def test_every_edge_of_the_picture_opens_what_it_rests_on(opened: Open) -> None:
    tab = opened(small_story())
    edge = tab.page.locator('svg a[href="#l2"]')
    edge.focus()
    tab.page.keyboard.press("Enter")
    # The address changes first; what it opens is opened on the event that follows.
    tab.until("(() => { const d = document.getElementById('l2'); return d.open && d.checkVisibility() })()")
    assert "Coldwater Press reports" in tab.page.locator("#l2").inner_text()


def test_filters_narrow_the_view_and_stand_in_the_address(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.locator("[data-key=status]").select_option("single-origin")
    assert shown(tab, ".claim") == ["c2"]
    assert tab.hash() == "#status=single-origin"
    assert "1 of 2 claims" in tab.page.locator("#found").inner_text()
    tab.page.locator("#clear").click()
    assert shown(tab, ".claim") == ["c1", "c2"]


def test_a_view_that_was_sent_opens_as_it_was(opened: Open) -> None:
    tab = opened(small_story())
    tab.go("#claims&status=contested&origin=A")
    assert shown(tab, ".claim") == ["c1"]
    assert tab.page.locator("[data-key=origin]").input_value() == "A"
    tab.go("#q=nobody%20should")
    assert shown(tab, ".rep") == ["r1"]


def test_a_link_to_something_filtered_away_shows_it_all_the_same(opened: Open) -> None:
    tab = opened(small_story())
    tab.go("#claims&status=contested")
    tab.page.evaluate("location.hash = '#c2&status=contested'")
    tab.until("document.querySelector('#c2').open && document.querySelector('#c2').checkVisibility()")


def test_search_finds_words_in_claims_and_reports(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.keyboard.press("Control+k")
    tab.page.keyboard.type("NEWSLETTER")
    tab.until("location.hash === '#q=NEWSLETTER'")
    assert shown(tab, ".rep") == ["r2"]
    assert shown(tab, ".claim") == []
    tab.page.keyboard.press("Escape")
    assert shown(tab, ".rep") == ["r1", "r2", "r3", "r4"]


def test_everything_can_be_reached_and_opened_with_the_keyboard(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.keyboard.press("Tab")
    assert tab.page.evaluate("document.activeElement.className") == "skip"
    tab.page.locator("#c1 > summary").focus()
    tab.page.keyboard.press("j")
    assert tab.page.evaluate("document.activeElement.parentElement.id") == "c2"
    tab.page.keyboard.press("Enter")
    tab.until("document.getElementById('c2').open")
    tab.page.keyboard.press("k")
    assert tab.page.evaluate("document.activeElement.parentElement.id") == "c1"


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("story", [small_story(), hostile_story()], ids=["small", "hostile"])
def test_no_width_needs_scrolling_sideways(opened: Open, story: Any, width: int) -> None:
    tab = opened(story, viewport={"width": width, "height": 800})
    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_text_never_runs(opened: Open) -> None:
    tab = opened(hostile_story())
    tab.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for hash in ("#r1", "#c1", "#q=%3Cscript%3E", "#%E0%A4%A", "#c1&status=%22%3E%3Cimg%20src=x%20onerror=ran=1%3E"):
        tab.page.evaluate("(h) => { location.hash = h }", hash)
        tab.page.wait_for_timeout(30)
    assert tab.page.evaluate("window.ran") is None
    assert tab.asked == [tab.address]
    assert tab.errors == []


def test_the_policy_stops_a_script_even_if_one_got_in(opened: Open) -> None:
    tab = opened(small_story())
    tab.page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=https://evil.example/x onerror=\"window.ran=1\">')"
    )
    tab.page.wait_for_timeout(100)
    assert tab.page.evaluate("window.ran") is None
    assert tab.asked == [tab.address]
    assert tab.refused == [("https://evil.example/x", "csp")]


def test_without_scripts_the_page_still_reads(opened: Open) -> None:
    tab = opened(small_story(), java_script_enabled=False)
    assert tab.page.locator("#filters").is_hidden()
    tab.page.locator("#c1 > summary").click()
    assert tab.page.locator('#c1 a[href="#e1-1"] mark').is_visible()


def test_print_opens_every_claim_and_report(opened: Open, tmp_path: Path) -> None:
    tab = opened(small_story())
    tab.page.emulate_media(media="print")
    assert tab.page.locator("#e1-2").is_visible()
    assert tab.page.locator("#filters").is_hidden()
    assert len(tab.page.pdf(format="A4")) > 10_000


def test_right_to_left_names_stand_rightly_beside_latin_ones(opened: Open) -> None:
    story = small_story()
    import msgspec

    sources = tuple(msgspec.structs.replace(s, name="منى فارس") if s.id == "ferrin" else s for s in story.sources)
    tab = opened(msgspec.structs.replace(story, sources=sources))
    tab.page.locator("#c1 > summary").click()
    lefts = (
        tab.page.locator("#c1 .ch")
        .nth(1)
        .evaluate("p => [p.querySelector('bdi'), p.querySelector('b')].map(e => e.getBoundingClientRect().left)")
    )
    assert lefts[0] < lefts[1]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(opened: Open, scheme: str, width: int) -> None:
    tab = opened(small_story(), color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    assert axe(tab) == []


@cache
def big(reports: int) -> Story:
    return big_story(reports)


def test_fifty_reports_are_on_screen_at_once_and_eight_hundred_soon(opened: Open) -> None:
    # Twice the bounds of a quiet machine: tests share theirs.
    slack = 2 if os.environ.get("CI") != "true" else 4
    for reports, most in ((50, 500), (800, 1500)):
        tab = opened(big(reports))
        tab.until("performance.getEntriesByName('first-contentful-paint').length > 0")
        paint = tab.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        assert paint < slack * most


def test_a_filter_answers_at_once_at_eight_hundred_reports(opened: Open) -> None:
    tab = opened(big(800))
    took = tab.page.evaluate(
        """async () => {
          const box = document.querySelector('[data-key=outlet]'), started = performance.now();
          box.value = box.options[3].value;
          box.dispatchEvent(new Event('change'));
          document.body.offsetHeight;
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
          return performance.now() - started;
        }"""
    )
    assert took < 400
