"""The page: every figure leads to its words, and other people's text is only ever text."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.present.html_reader import Page
from tests.present.stories import big_story, hostile_story, small_story
from twosource import present
from twosource.model import Story, StoryHead
from twosource.present import safe


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(present.page(small_story(), version="9.9"))


def text_of(html: Page) -> str:
    return " ".join("".join(html.texts).split())


def test_the_first_screen_answers_in_one_sentence(page: Page) -> None:
    said = "3 reports, 2 independent origins; 1 claim contested; 1 detail changed in the retelling."
    assert said in text_of(page)


def test_it_says_who_only_retells_and_what_was_left_out(page: Page) -> None:
    assert "1 of the 3 reports retells another as a whole." in text_of(page)
    assert "2 files were left out, with reasons." in text_of(page)


def test_a_claim_shows_its_best_count_and_the_range(page: Page) -> None:
    assert "2 1–2 origins" in text_of(page)


def test_a_claim_opens_to_the_exact_words_of_every_passage(page: Page) -> None:
    assert page.marks["e1-1"] == ["inspectors found 12 cracks in its eastern pier"]
    assert page.marks["e1-2"] == ["20 cracks were found"]
    assert page.marks["e1-4"] == ["There are no cracks in the pier"]


def test_the_chain_runs_from_the_speaker_through_the_agency_to_the_outlet(page: Page) -> None:
    assert "Maud Ferrin → Coldwater Press → Daily Gong" in text_of(page)


def test_what_differs_in_a_pair_is_marked() -> None:
    html = present.page(small_story(), version="1")
    assert "<b class=d>12</b>" in html
    assert "<b class=d>20</b>" in html


@pytest.mark.parametrize("story", [small_story(), hostile_story(), big_story(70)], ids=["small", "hostile", "big"])
def test_every_link_inside_the_page_has_its_target_and_every_anchor_is_one_of_a_kind(story: Story) -> None:
    html = Page(present.page(story, version="1"))
    ids = html.attribute("id")
    assert len(ids) == len(set(ids))
    targets = {href[1:].split("&")[0] for href in html.attribute("href") if href.startswith("#")}
    assert targets - {""} <= set(ids)


@pytest.mark.parametrize("story", [small_story(), hostile_story(), big_story(70)], ids=["small", "hostile", "big"])
def test_nothing_is_loaded_from_anywhere(story: Story) -> None:
    html = Page(present.page(story, version="1"))
    names = {tag.name for tag in html.tags}
    assert not names & {"img", "link", "iframe", "object", "embed", "base", "form", "video", "audio", "foreignobject"}
    assert not html.attribute("src")
    assert not html.attribute("style")
    assert not [name for tag in html.tags for name in tag.attributes if name.startswith("on")]


def test_the_policy_names_exactly_the_inlined_style_and_script(page: Page) -> None:
    html = present.page(small_story(), version="1")
    policy = next(t.attributes["content"] for t in page.tags if t.attributes.get("http-equiv"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in ("style", "script"):
        found = re.findall(rf"<{element}>(.*?)</{element}>", html, re.S)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy


def test_hostile_text_adds_no_element_no_attribute_and_no_script() -> None:
    tame, wild = (Page(present.page(s, version="1")) for s in (small_story(), hostile_story()))
    assert len(wild.scripts) == 1
    assert wild.scripts == tame.scripts
    assert {t.name for t in wild.tags} <= {t.name for t in tame.tags} | {"bdi"}
    allowed = {name for t in tame.tags for name in t.attributes}
    assert {name for t in wild.tags for name in t.attributes} <= allowed


def test_only_web_addresses_become_links() -> None:
    html = Page(present.page(hostile_story(), version="1"))
    out = [t for t in html.tags if t.name == "a" and not (t.attributes.get("href") or "").startswith("#")]
    assert all((t.attributes["href"] or "").startswith("https://") for t in out)
    assert all("noreferrer" in (t.attributes["rel"] or "") for t in out)


def test_acting_characters_reach_the_page_only_by_name() -> None:
    html = present.page(hostile_story(), version="1")
    assert "⟦RLO⟧" in html
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x1b]", html)


def test_a_story_without_anything_is_still_a_page() -> None:
    html = Page(present.page(Story(story=StoryHead(id="s", headline="")), version="1"))
    assert "0 reports, 0 independent origins; no claim contested" in text_of(html)


def test_the_same_story_gives_the_same_bytes() -> None:
    assert present.page(small_story(), version="1") == present.page(small_story(), version="1")


def test_the_file_is_no_larger_than_300_kb_and_twice_the_text() -> None:
    story = big_story(200)
    text = sum(len(report.text.encode()) for report in story.reports)
    assert len(present.page(story, version="1").encode()) < 300_000 + 2 * text


@pytest.mark.parametrize("story", [small_story(), hostile_story(), big_story(70)], ids=["small", "hostile", "big"])
def test_every_reports_text_stands_in_the_page_letter_for_letter(story: Story) -> None:
    html = Page(present.page(story, version="1"))
    aside = {item.report for item in story.set_aside}
    order = sorted(story.reports, key=lambda r: r.id in aside)
    shown = ["".join(text.split()) for text in html.report_texts]
    assert shown == ["".join(safe.plain(report.text).split()) for report in order]


def test_an_asset_that_would_end_its_own_element_is_refused() -> None:
    with pytest.raises(ValueError, match="must not hold"):
        safe.asset("a</script>b")
