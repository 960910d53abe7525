"""Captions of videos near the top of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.gazetteer.outlets import find
from twosource.intake.furniture.mark import NAME, QUOTES, Mark, bare
from twosource.intake.header import DATELINE
from twosource.intake.page import Page
from twosource.text.sentences import sentences

_STORY_BY = re.compile(
    rf"(?:^|[.:;,–—-]\s)(?:(?P<role>[^.;,]{{0,60}}\b(?:correspondent|reporter|anchor|editor|host"
    rf"|analyst)\s)|(?P<outlet>[A-Z]\w+['’]s?\s))?(?P<name>{NAME})\s"
    r"(?:reports?(?=\s(?:from|on|live|for)\b|[.,]|$)|has (?:that|the|this|more|all the"
    r"|your) (?:story|details|latest|report|on .{3,60})|has more(?=\.?$)"
    r"|explains|breaks (?:it|that) down|takes a (?:closer )?look)[^.;]{0,120}\.?$"
)
_VIDEO_BY = re.compile(
    r"(?:video (?:provided |produced |courtesy )?by|\((?:[A-Z][a-z]{2,8}\.? \d{1,2}|produced by|video)[^)]{0,40}\)$)",
    re.IGNORECASE,
)
_ENDS_WITH_DAY = re.compile(
    r"\b(?:on|last|in)\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d"
    r"|\w+\s\d{1,2}(?:, (?:19|20)\d\d)?|week|month|year)\.$|\bthis (?:week|month|weekend)\.$",
    re.IGNORECASE,
)
_SAYS_NOW = re.compile(
    r"\b(?:says|announces|tells|warns|speaks|discusses|talks|reacts|responds|addresses|explains"
    r"|meets|welcomes|arrives)\b"
)


def video_captions(page: Page) -> Iterator[Mark]:
    """Captions of videos near the top: "NAME reports from PLACE", "X's NAME has that story"; and, before a dateline,
    a line in the present tense."""
    for i, block in enumerate(page.blocks[:6]):
        text = bare(block.text)
        if i == page.title or len(text) > 400 or QUOTES.search(text):
            continue
        by = _STORY_BY.search(text)
        if by and find(by["name"]) is None and not _relayed(text, by):
            yield Mark(block.span, "video-caption", f"the caption of a video (“{by.group().strip(' .;,')}”)")
        elif _VIDEO_BY.search(text) and len(text) < 300:
            yield Mark(block.span, "video-caption", "the caption of a video")
        elif _before_story(page, i, text):
            yield Mark(block.span, "video-caption", "a line as of a caption before the story's dateline")


def _relayed(text: str, by: re.Match[str]) -> bool:
    """Whether a paper may be meant: "he was asleep, TV Nord reports". A lead lost is worse than a caption kept."""
    if by["role"] or by["outlet"] or text[by.start()] not in ",–—-":
        return False
    return text.rstrip(" .").endswith(("report", "reports"))


def _before_story(page: Page, i: int, text: str) -> bool:
    """One sentence between headline and dateline, in the present tense or ending with a day, as captions do."""
    return bool(
        page.title is not None
        and page.title < i <= page.title + 2
        and len(text) <= 220
        and (_SAYS_NOW.search(text) or _ENDS_WITH_DAY.search(text))
        and len(sentences(text)) == 1
        and any(DATELINE.match(bare(block.text)) for block in page.blocks[i + 1 : page.title + 4])
    )
