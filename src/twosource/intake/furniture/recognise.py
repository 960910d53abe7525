"""All recognisers over one page, and what follows from their marks together."""

from __future__ import annotations

from twosource.intake.furniture import boxes, captions, contact, credits, links, notes, people, repeats, seen, videos
from twosource.intake.furniture.mark import Mark, Recogniser, bare, looks_told
from twosource.intake.page import Page, is_headline

RECOGNISERS: dict[str, Recogniser] = {
    "link boxes": boxes.boxes,
    "repeated headline": repeats.repeated_headline,
    "repeated text": repeats.repeated_text,
    "appeared first": credits.appeared,
    "source lines": credits.sources,
    "feed notes": credits.feeds,
    "picture credits": credits.pictures,
    "rights": credits.rights,
    "bylines": people.bylines,
    "author biographies": people.biographies,
    "video captions": videos.video_captions,
    "photo captions": captions.photo_captions,
    "captions in the present": seen.seen,
    "see also": links.see_also,
    "promotion": links.promotion,
    "contact": contact.contact,
    "notes": notes.notes,
    "tags": links.tags,
    "buttons": links.buttons,
}
"""The rules by name. To add one: write a function from a Page to Marks, sure or silent, name it here, and add its cases
to ``tests/intake/test_furniture.py``, those it must mark and those it must leave alone."""

# Marks of these rules close a story: what stands after them is the site's, unless it tells.
_CLOSING = frozenset(
    {"tags", "button", "appeared-first", "rights", "promotion", "author-biography", "feed-note", "disclaimer"}
)
# A slogan between two marks at the foot of the page.
LONGEST_SLOGAN = 320


def mark(page: Page) -> list[Mark]:
    """The furniture of a page in order, at most one mark a block. Never all of it: a page of furniture is a story."""
    marks: dict[int, Mark] = {}
    starts = {block.span.start: i for i, block in enumerate(page.blocks)}
    for recognise in RECOGNISERS.values():
        for found in recognise(page):
            marks.setdefault(starts[found.span.start], found)
    _foot(page, marks)
    if len(marks) == len(page.blocks):
        return []
    return [marks[i] for i in sorted(marks)]


def _foot(page: Page, marks: dict[int, Mark]) -> None:
    """The foot of the page: below the last story block, slogans and teasers between and after marks are marked too."""
    last_story = _last_story(page, marks)
    closing = [i for i in sorted(marks) if i > last_story and marks[i].rule in _CLOSING]
    if not closing:
        return
    for i in range(max(closing[0], last_story) + 1, len(page.blocks)):
        if i not in marks:
            marks[i] = Mark(page.blocks[i].span, "foot", "stands among the furniture at the foot of the page")


def _last_story(page: Page, marks: dict[int, Mark]) -> int:
    """The last block that tells: quotes, reports, or is long and unmarked."""
    for i in range(len(page.blocks) - 1, -1, -1):
        if i in marks:
            continue
        text = bare(page.blocks[i].text)
        if looks_told(text) or len(text) > LONGEST_SLOGAN or not _below_a_mark(i, marks):
            return i
        if is_headline(page.blocks[i], page.blocks[i + 1 :]) and i == page.title:
            return i
    return 0


def _below_a_mark(i: int, marks: dict[int, Mark]) -> bool:
    """Whether a closing mark stands within two blocks above."""
    return any(k in marks and marks[k].rule in _CLOSING for k in (i - 1, i - 2))
