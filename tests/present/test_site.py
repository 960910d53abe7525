"""A site: the brief's words and figures over several pages, every link with its target, nothing of others acting."""

from __future__ import annotations

import json
import re
from posixpath import dirname, join, normpath

import pytest

from tests.present.html_reader import Page
from tests.present.stories import big_story, hostile_story, small_story
from twosource import present
from twosource.model import Story
from twosource.present import safe

STORIES = pytest.mark.parametrize(
    "story", [small_story(), hostile_story(), big_story(70)], ids=["small", "hostile", "big"]
)


def pages(story: Story) -> dict[str, Page]:
    files = present.site(story, version="1")
    return {name: Page(content) for name, content in files.items() if name.endswith(".html")}


@STORIES
def test_every_link_leads_to_a_file_of_the_site_and_to_an_anchor_in_it(story: Story) -> None:
    files, read = present.site(story, version="1"), pages(story)
    for name, page in read.items():
        for href in page.attribute("href"):
            if re.match(r"https?://", href):
                continue
            path, _, anchor = href.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            assert target in files, (name, href)
            anchor = anchor.split("&")[0]
            assert not anchor or anchor in read[target].attribute("id"), (name, href)


@STORIES
def test_every_report_has_a_page_with_its_text_letter_for_letter(story: Story) -> None:
    read = pages(story)
    for number, report in enumerate(story.reports, 1):
        (text,) = read[f"reports/{number}.html"].report_texts
        assert "".join(text.split()) == "".join(safe.plain(report.text).split())


@STORIES
def test_no_page_holds_a_script_or_a_style_of_its_own(story: Story) -> None:
    for page in pages(story).values():
        assert "".join(page.scripts) == ""
        assert not {tag.name for tag in page.tags} & {"style", "img", "iframe", "object", "embed", "base", "form"}
        assert set(page.attribute("src")) <= {"page.js"}
        assert not [name for tag in page.tags for name in tag.attributes if name.startswith("on")]
        policy = next(t.attributes["content"] for t in page.tags if t.attributes.get("http-equiv"))
        assert "default-src 'none'" in (policy or "") and "unsafe" not in (policy or "")


def test_the_figures_are_those_of_the_one_file_brief() -> None:
    def said(page: Page) -> str:
        return " ".join("".join(page.texts).split("How to read this")[0].split("In full")[0].split())

    whole, front = Page(present.page(small_story(), version="1")), pages(small_story())["index.html"]
    assert said(front).split("Each on a page")[0].strip() == said(whole)


def test_texts_to_search_cannot_end_the_script_they_stand_in() -> None:
    script = present.site(hostile_story(), version="1")["texts.js"]
    assert script.isascii()
    assert script.startswith("twosourceTexts({") and script.endswith("});\n")
    assert len(json.loads(script.removeprefix("twosourceTexts(").removesuffix(");\n"))) == 4


def test_the_manifest_names_every_file() -> None:
    files = present.site(small_story(), version="1")
    assert json.loads(files["site.json"])["files"] == sorted(files)
    assert files == present.site(small_story(), version="1")
