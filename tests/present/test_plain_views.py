"""Markdown and the terminal say the same as the page, and let nothing act."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from tests.present.stories import big_story, hostile_story, small_story
from twosource import present
from twosource.model import Story


def printed(story: Story, width: int, *, encoding: str = "utf-8") -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    present.terminal(story, Console(file=file, width=width))
    return raw.getvalue().decode(encoding)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_the_terminal_shows_figures_claims_pairs_lineage_and_what_is_left_out(width: int) -> None:
    text = " ".join(printed(small_story(), width).split())
    for part in (
        "3 reports, 2 independent origins; 1 claim contested; 1 detail changed in the retelling.",
        "contested, 1–2 inspectors found 12 cracks",
        "denial Pell denies the cracks.",
        "quantity 12 became 20.",
        "Daily Gong relays Coldwater Press",
        "minutes.docx: not a kind of file that is read",
    ):
        assert part in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal_and_none_ends_in_blanks(width: int) -> None:
    for line in printed(small_story(), width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_no_colour_where_there_is_no_terminal() -> None:
    assert "\x1b" not in printed(small_story(), 80)


def test_an_ascii_terminal_gets_ascii() -> None:
    assert printed(small_story(), 80, encoding="ascii").isascii()


def test_control_characters_never_reach_the_terminal_or_the_note() -> None:
    for text in (printed(hostile_story(), 80), present.markdown(hostile_story()), present.text(hostile_story())):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)


def test_markdown_holds_no_markup_of_others() -> None:
    text = present.markdown(hostile_story())
    assert not re.search(r"(?<!\\)<(?!https://evil\.example/)", text)
    assert "](" not in text.replace("\\]", "")


def test_markdown_tells_every_claim_with_its_passages() -> None:
    text = present.markdown(small_story())
    assert "### 1. inspectors found 12 cracks in its eastern pier" in text
    assert "  - Maud Ferrin → Coldwater Press → Daily Gong, 7 May 2024: “20 cracks were found”" in text
    assert "- **quantity**: Coldwater Press, 6 May 2024: “inspectors found 12 cracks" in text
    assert "Tarn Advertiser, 3 May 2024: Cheese fair opens (set aside: Shares no name" in text


def test_plain_text_says_all_that_the_markdown_says() -> None:
    def said(text: str) -> str:
        return re.sub(r"[^\w]+", " ", text.replace("&amp;", "&").replace("&lt;", "<")).casefold().strip()

    for story in (small_story(), big_story(12)):
        plain = present.text(story)
        assert said(plain) == said(present.markdown(story))
        assert max(map(len, plain.splitlines())) <= 78
        assert not re.search(r"[ \t]$", plain, re.M)


def test_plain_text_names_each_claim_with_status_count_speakers_and_conflict() -> None:
    text = " ".join(present.text(small_story()).split())
    assert "CONTESTED: 2 independent origins (1–2), 2 speakers, 3 reports, since 6 May 2024." in text
    assert "In conflict (denial): Pell denies the cracks." in text
    assert "Maud Ferrin (named person, engineer who led the inspection): 4 statements in 2 reports" in text


def test_a_big_story_fits_a_few_screens() -> None:
    assert len(printed(big_story(100), 100).splitlines()) < 260
