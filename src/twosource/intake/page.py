"""A page as its blocks: paragraphs with their text, and the headline among them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from twosource.intake.header import DATELINE, header, is_letterhead
from twosource.intake.masthead import Masthead, masthead
from twosource.intake.sections import LABEL
from twosource.model import Span
from twosource.text.paragraphs import paragraphs
from twosource.text.sentences import sentences

_WORD = re.compile(r"\w+(?:['’]\w+)*")
# What stands above a headline, or instead of one.
_NO_HEADLINE = re.compile(
    r"by\s|\(?(?:image|photo|picture|video|source|published|posted|updated|advertisement|filed"
    r"|tags?)\b[^:]{0,24}[:|]|(?:published|updated|posted)\s(?:on\s)?\w+\s\d",
    re.IGNORECASE,
)
# News headlines seldom pass 110 characters; British tabloids reach 160.
LONGEST_HEADLINE = 170
# With a full stop it may be a short lede; then it must be shorter than this and than what follows.
LONGEST_WITH_STOP = 130
# The headline stands before the story: a picture credit, a section name or a date may come first.
LOOKED_AT = 4
LONGEST_SLOGAN = 80
# Of a slogan's words a third come again in some story by chance; of a headline's, most do.
SHARED_BY_CHANCE = 0.34
LOOKED_UNDER = 7


class Block(NamedTuple):
    """A paragraph: where it stands, and its text."""

    span: Span
    text: str

    @property
    def words(self) -> list[str]:
        """Its words, in lower case."""
        return [w.lower() for w in _WORD.findall(self.text)]


class Page(NamedTuple):
    """The whole text, its blocks in order, and which of them is the headline."""

    text: str
    blocks: tuple[Block, ...]
    title: int | None
    name: Masthead | None = None
    slogan: int | None = None

    @property
    def headline(self) -> Span | None:
        """Where the headline stands."""
        return None if self.title is None else self.blocks[self.title].span


def page_of(text: str, *, title: str | None = None) -> Page:
    """The text cut into blocks. With the ``title`` known, the headline is the block that says it."""
    blocks = tuple(Block(span, text[span.start : span.end]) for span in paragraphs(text))
    name = masthead([block.text for block in blocks])
    slogan = _slogan(text, blocks, name) if name else None
    above = frozenset(i for i in (name.line if name else None, slogan) if i is not None)
    known = _titled(blocks, title) if title else None
    at = known if known is not None else _headline(blocks, above)
    return Page(text, blocks, at, name if name and name.line != at else None, slogan if slogan != at else None)


def _titled(blocks: tuple[Block, ...], title: str) -> int | None:
    wanted = plain(title)
    for i, block in enumerate(blocks[:LOOKED_AT]):
        if len(block.text) <= 2 * LONGEST_HEADLINE and same(plain(block.text), wanted):
            return i
    return None


def _headline(blocks: tuple[Block, ...], above: frozenset[int]) -> int | None:
    """The first block that reads like a headline, below what may stand above one (a date, a masthead, a letterhead)."""
    seen: list[int] = []
    for i, block in enumerate(blocks[:LOOKED_UNDER]):
        if i in above or header(block.text):
            continue
        if i + 1 < len(blocks) and is_headline(block, blocks[i + 1 :]):
            seen.append(i)
            if not is_letterhead(block.text):
                return i
        elif len(block.text) > 90 and not _NO_HEADLINE.match(block.text):
            break
    return seen[0] if seen else None


def _slogan(text: str, blocks: tuple[Block, ...], name: Masthead) -> int | None:
    """The line below the outlet's name that is the outlet's, not the story's: it shares fewer words with the story than
    the headline below it."""
    i = name.line + 1
    if i + 2 >= len(blocks) or header(blocks[i].text) or len(blocks[i].text) > LONGEST_SLOGAN:
        return None
    below = next((k for k in range(i + 1, min(i + 4, len(blocks))) if not _is_label(blocks[k].text)), None)
    if below is None or not is_headline(blocks[below], blocks[below + 1 :]):
        return None
    story = blocks[below + 1 :]
    own, next_own = _retold(blocks[i], story), _retold(blocks[below], story)
    attached = not _parted(text, blocks, i - 1) and _parted(text, blocks, i)
    loose = _parted(text, blocks, i - 1) == _parted(text, blocks, i)
    if (attached and own <= next_own) or (loose and own < next_own and own <= SHARED_BY_CHANCE):
        return i
    return None


def _is_label(text: str) -> bool:
    return header(text) is not None or LABEL.fullmatch(text.strip()) is not None


def _parted(text: str, blocks: tuple[Block, ...], i: int) -> bool:
    """Whether an empty line stands below a block."""
    return text[blocks[i].span.end : blocks[i + 1].span.start].count("\n") > 1


def _retold(block: Block, story: tuple[Block, ...]) -> float:
    """The share of a line's longer words that the story uses again."""
    words = {w[:5] for w in block.words if len(w) > 3}
    told = {w[:5] for b in story[:12] for w in b.words[:400]}
    return len(words & told) / len(words) if words else 0.0


def is_headline(block: Block, rest: tuple[Block, ...]) -> bool:
    """Whether a block reads like a headline of what follows."""
    text = block.text.strip("\ufeff\u200e\u200f ")
    size = len(text)
    if size < 12 or size > LONGEST_HEADLINE or len(block.words) < 3 or _NO_HEADLINE.match(text) or DATELINE.match(text):
        return False
    if text.endswith((":", ",")) or text.startswith(("(", "[", "©")):
        return False
    following = max((len(b.text) for b in rest[:5]), default=0)
    if following < 80 or following < size:
        return False
    if text.endswith((".", ".”", '."', ".’")) and not text.endswith("..."):
        short = len(sentences(text)) <= (4 if _title_case(text) else 2)
        return size <= LONGEST_WITH_STOP and short and _is_title_like(text, rest)
    return len(sentences(text)) <= 3 and not LABEL.fullmatch(text)


def _is_title_like(text: str, rest: tuple[Block, ...]) -> bool:
    """A sentence with a stop is a headline where it starts the page and the story tells the same again."""
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    if not words or _title_case(text):
        return bool(words)
    retold = {w.lower()[:5] for block in rest[:4] for w in _WORD.findall(block.text[:600]) if len(w) > 3}
    return 2 * sum(w.lower()[:5] in retold for w in words) >= len(words)


def _title_case(text: str) -> bool:
    words = [w for w in _WORD.findall(text) if len(w) > 3]
    return bool(words) and 3 * sum(w[0].isupper() for w in words) >= 2 * len(words)


def plain(text: str) -> str:
    """Its words in lower case, one space between: for telling whether two blocks say the same."""
    return " ".join(w.lower().replace("’", "'") for w in _WORD.findall(text))


def same(a: str, b: str) -> bool:
    """Whether two plain texts are the same, but for a word or a slip."""
    if a == b:
        return bool(a)
    if not a or not b or abs(len(a) - len(b)) > 0.15 * max(len(a), len(b)) or max(len(a), len(b)) > 2_000:
        return False
    return Levenshtein.normalized_similarity(a, b, score_cutoff=0.88) > 0
