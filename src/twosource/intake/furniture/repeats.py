"""What the page prints twice: the headline, a quotation as an embedded post, a pulled quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from twosource.gazetteer.names import word_set
from twosource.intake.furniture.mark import Mark, bare
from twosource.intake.page import Page, plain, same

# A pulled quotation or embedded post has at least so many words; fewer may be a refrain.
LEAST_WORDS = 8
# The words that start a repetition. Eight words in a row seldom come twice by chance.
SHINGLE = 8
# Of 100 letters of a repeated block 92 are found again; lower, and rewordings of one sentence are taken for one.
NEAR = 92.0
# An embedded post repeats what stands within so many paragraphs.
WITHIN = 3
LONGEST = 1_500
# A pulled quotation is a line or two.
LONGEST_PULLED = 300
_QUOTATION = re.compile(r"[\"“][^\"“”]+[\"”]?")
_SMALL = word_set("of in on at to for with by from as and or but not no up off out over after into its his her their")
# Headlines leave these out; a sentence that has them tells something.
_FULL_SENTENCE = word_set(
    """the a an it he she they we i you is are was were be been has have had do does did will would can could may might
    this that these those there said also who which"""
)


def repeated_headline(page: Page) -> Iterator[Mark]:
    """The headline printed again; the first stays the headline."""
    if page.title is None:
        return
    headline = page.blocks[page.title]
    wanted = plain(headline.text)
    stems = {w[:5] for w in wanted.split() if len(w) > 1 and w not in _SMALL}
    for i, block in enumerate(page.blocks):
        if i == page.title or len(block.text) > 2 * len(headline.text) + 20:
            continue
        if same(plain(block.text), wanted):
            yield Mark(block.span, "repeated-headline", "the headline printed again")
        elif i == page.title + 1 and i + 1 < len(page.blocks) and _second_headline(block.text, stems):
            yield Mark(block.span, "repeated-headline", "the headline again in other words")


def _second_headline(text: str, stems: set[str]) -> bool:
    """A line right below the headline, as telegraphic, that shares its words: the title of a video or picture."""
    text = bare(text)
    words = plain(text).split()
    telling = [w for w in words if len(w) > 1 and w not in _SMALL]
    shared = sum(w[:5] in stems for w in telling)
    if len(text) > 110 or len(telling) < 3 or text[-1:] in '!?:;,”"':
        return False
    if text[-1:].isalnum() and 3 * shared >= 2 * len(telling):
        return True
    return shared >= 2 and len(words) <= 12 and not any(w in _FULL_SENTENCE for w in words)


def repeated_text(page: Page) -> Iterator[Mark]:
    """A block that another block holds: a pulled quotation, an embedded post that was just quoted."""
    texts = [plain(block.text) if len(block.text) <= 20_000 else "" for block in page.blocks]
    first_at: dict[str, int] = {}
    shingles: dict[tuple[str, ...], list[int]] = {}
    for i, text in enumerate(texts):
        words = text.split()
        for k in range(0, len(words) - SHINGLE + 1):
            seen = shingles.setdefault(tuple(words[k : k + SHINGLE]), [])
            if len(seen) < 3 and (not seen or seen[-1] != i):
                seen.append(i)
    for i, text in enumerate(texts):
        words = text.split()
        if len(words) < LEAST_WORDS or i == page.title:
            continue
        if text in first_at:
            yield Mark(page.blocks[i].span, "repeated-text", "the same paragraph printed again")
            continue
        first_at[text] = i
        hosts = [h for h in shingles.get(tuple(words[:SHINGLE]), ()) if h not in (i, page.title)]
        if any(len(texts[h]) > len(text) and text in texts[h] for h in hosts):
            yield Mark(page.blocks[i].span, "repeated-text", "repeats words that another paragraph quotes")
        elif _near(texts, i, page.title):
            yield Mark(page.blocks[i].span, "repeated-text", "nearly repeats the paragraph before it")
        elif _pulled(page, texts, i, shingles):
            yield Mark(page.blocks[i].span, "repeated-text", "a pulled quotation: a paragraph of the story holds it")


def _pulled(page: Page, texts: list[str], i: int, shingles: Mapping[tuple[str, ...], list[int]]) -> bool:
    """One quotation and nothing else, nearly held by a paragraph anywhere: a bracket may stand for a pronoun."""
    text, words = texts[i], texts[i].split()
    if len(text) > LONGEST_PULLED or not _QUOTATION.fullmatch(bare(page.blocks[i].text)):
        return False
    runs = (shingles.get(tuple(words[k : k + SHINGLE]), ()) for k in range(len(words) - SHINGLE + 1))
    hosts = {h for run in runs for h in run if h not in (i, page.title)}
    return any(
        len(text) < len(texts[h]) <= LONGEST and fuzz.partial_ratio(text, texts[h], score_cutoff=NEAR) for h in hosts
    )


def _near(texts: list[str], i: int, title: int | None) -> bool:
    """Nearly held by one of the paragraphs just before it, which must be the longer one."""
    text = texts[i]
    if len(text) > LONGEST or len(text) < 60:
        return False
    for h in range(max(0, i - WITHIN), i):
        if (
            h != title
            and len(text) <= len(texts[h]) <= LONGEST
            and fuzz.partial_ratio(text, texts[h], score_cutoff=NEAR)
        ):
            return True
    return False
