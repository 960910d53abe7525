"""Boxes of links: a line that opens the box, and the lines that stand with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.intake.furniture.mark import Mark, bare
from twosource.intake.page import Page

_OPENS = re.compile(
    r"(?:read (?:more|also|next)|more (?:on this(?: story)?|from .{2,40}|stories|news|coverage)"
    r"|most (?:read|popular|viewed)"
    r"|trending(?: (?:now|on .{2,40}|stories))?|related(?: (?:stories|articles|news|coverage|links|topics))?|see also"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you)?|popular(?: (?:now|posts))?"
    r"|latest(?: (?:news|stories|from .{2,40}))?|top stories|editor[’']?s[’']? picks?|don[’']t miss|further reading"
    r"|in other news|elsewhere on .{2,40}|from the archives?|notes (?:to|for) editors)\s?:?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[-–—*•▶►»>·]\s?\S")
# A box of links has few; more lines than these are a list of the story's.
MOST_LINKS = 8
LONGEST_TITLE = 120


def boxes(page: Page) -> Iterator[Mark]:
    """ "READ MORE" on its own line with the titles below it, up to the next empty line: on a page that parts its
    paragraphs by empty lines, or where each title is an item of a list."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or i < 2 or len(text) > 60 or not _OPENS.fullmatch(text):
            continue
        titles = _titles(page, i)
        if titles or text.endswith(":"):
            yield Mark(block.span, "see-also", f"opens a box of links (“{text}”)")
        for k in titles:
            yield Mark(page.blocks[k].span, "see-also", f"stands in a box of links (“{text}”)")


def _titles(page: Page, i: int) -> list[int]:
    found: list[int] = []
    parted = _parted(page)
    for k in range(i + 1, min(i + 1 + MOST_LINKS, len(page.blocks))):
        text = bare(page.blocks[k].text)
        attached = parted and _gap(page, k - 1) < 2
        title = attached and len(text) <= LONGEST_TITLE and not (text.endswith(".") and k + 1 < len(page.blocks))
        if not (title or (_ITEM.match(text) and len(text) <= LONGEST_TITLE)):
            break
        found.append(k)
    return found


def _parted(page: Page) -> bool:
    """Whether most paragraphs of the page are parted by empty lines."""
    last = len(page.blocks) - 1
    return 2 * sum(_gap(page, k) > 1 for k in range(min(last, 200))) > min(last, 200)


def _gap(page: Page, k: int) -> int:
    return page.text[page.blocks[k].span.end : page.blocks[k + 1].span.start].count("\n")
