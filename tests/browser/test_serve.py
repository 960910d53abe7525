"""The desk in a real browser: add with progress, correct in place, undo, with mouse and with keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.tabs import BRIEF, STORY, Tab, served  # noqa: F401 (a fixture)

pytestmark = pytest.mark.browser
GOAT = "A goat was elected mayor of Little Sorn, its owner said.\n" * 4


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


def test_a_correction_is_made_in_place_says_what_it_changed_and_is_undone(served: Callable[..., Tab]) -> None:  # noqa: F811
    tab = served()
    page = tab.go(BRIEF)
    page.locator("#r1 > summary").click()
    decide(tab, "#r1 .meta .fix", "Another outlet published it", value="Tarn Crier", reason="masthead", by="Ann Reader")
    assert page.locator("#fix-h").inner_text() == "Kept"
    assert page.locator("#fix-done a").count() > 0
    page.locator("#fix-done a").first.click()
    tab.until("document.querySelector('.desk.story')?.textContent.includes('1 judgement')")
    tab.until("document.querySelector('#reports').textContent.includes('Tarn Crier')")
    page = tab.go(f"{BRIEF}/judgements")
    assert "Ann Reader" in page.locator(".log").inner_text() and "masthead" in page.locator(".log").inner_text()
    page.get_by_role("button", name="Undo").click()
    tab.until("document.querySelector('.fate').textContent.startsWith('withdrawn')")
    assert page.locator("#holding").inner_text() == "0"
    tab.go(BRIEF)
    assert "Tarn Crier" not in page.locator("#reports").text_content()
    assert tab.errors == [] and tab.abroad() == []


def test_the_dialog_offers_undo_and_remembers_the_name(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_everything_has_its_menu_and_the_desk_takes_what_it_says(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_a_correction_is_made_with_the_keyboard_alone(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_what_somebody_else_changed_is_announced(served: Callable[..., Tab]) -> None:  # noqa: F811
    mine, theirs = served(), served()
    page = mine.go(BRIEF)
    other = theirs.go(BRIEF)
    page.wait_for_load_state("networkidle")
    other.locator("#r1 > summary").click()
    decide(theirs, "#r1 .meta .fix", "Nothing; a note for the others", value="see page 2", by="Ben")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    mine.until("document.getElementById('live').textContent.includes('changed')")


def test_files_are_added_with_progress_and_refusals_are_counted(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_files_dropped_on_the_stories_are_added(served: Callable[..., Tab]) -> None:  # noqa: F811
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


def test_a_pasted_text_is_added_without_leaving_the_page(served: Callable[..., Tab]) -> None:  # noqa: F811
    tab = served()
    page = tab.go("/add")
    page.locator(".paste textarea").fill(GOAT)
    page.locator(".paste [name=outlet]").fill("Sorn Bell")
    page.locator(".paste button").click()
    tab.until("document.querySelector('#adds .state')?.textContent === '1 new report.'")
    assert page.url.endswith("/add")
    page.locator("#adds ul a").first.click()
    page.locator("#reports").wait_for()
    assert "Sorn Bell" in page.locator("#reports").text_content()


def test_without_scripts_reports_are_added_all_the_same(served: Callable[..., Tab]) -> None:  # noqa: F811
    tab = served(java_script_enabled=False)
    page = tab.go("/add")
    page.locator(".paste textarea").fill(GOAT)
    page.locator(".paste button").click()
    page.wait_for_url("**/jobs/*")
    page.get_by_text("1 new report").wait_for()
