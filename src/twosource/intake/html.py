"""A web page to its main text and what its markup says of its publication."""

from __future__ import annotations

import re
from typing import Any

from twosource.intake.known import Known
from twosource.intake.metadata import metadata
from twosource.intake.page import plain, same

# libxml2 gives up at 256 open elements or recurses ever deeper, by version; articles stay below 60.
DEEPEST = 250
# More tags than any page an outlet would serve; a tree of them is still built in a second.
MOST_TAGS = 150_000
# At 12,000 tags trafilatura takes 0.1 to 1 s by the shape of the page (ten shapes tried), growing with their number;
# tables cost it the square of their cells, 2 s at 4,000. Beyond, the page's own paragraphs are taken.
MOST_TAGS_EXTRACTED = 30_000
MOST_CELLS_EXTRACTED = 3_000
# Less text than this is a teaser or a wall, not an article.
LEAST_TEXT = 120
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,30})")
# Elements that hold nothing, and those that HTML closes by itself.
_NOT_NESTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "option",
        "optgroup",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "html",
        "head",
        "body",
        "rt",
        "rp",
        "path",
        "circle",
        "rect",
        "line",
        "polygon",
        "use",
    ]
)


class Unreadable(Exception):
    """The page yields no report; the message says why."""


def read_page(markup: str, *, most: int) -> tuple[str, Known]:
    """The main text of a page, one paragraph to a block between blank lines, its title first, and its metadata.

    Text by trafilatura, without its duplicate memory, which makes answers depend on what was read before; where it
    finds nothing, the paragraphs of the page itself.

    Raises:
        Unreadable: no text, too deep, too many tags, or more than ``most`` characters of text.
    """
    tags, cells = _measured(markup)
    tree = _tree(markup)
    known = metadata(tree)
    small = tags <= MOST_TAGS_EXTRACTED and cells <= MOST_CELLS_EXTRACTED
    text = (_main_text(markup) if small else "") or _paragraphs(tree)
    if len(text) < LEAST_TEXT:
        raise Unreadable("no article text found in the page")
    if len(text) > most:
        raise Unreadable(f"too long: {len(text):,} characters of text, the bound is {most:,} (setting max_characters)")
    return _with_title(text, known.title), known


def _tree(markup: str) -> Any:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    parser = lxml_html.HTMLParser(encoding="utf-8", recover=True, remove_comments=True, remove_pis=True)
    try:
        # Bytes, because lxml refuses a string that declares an encoding.
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError, TypeError):
        raise Unreadable("not readable as HTML") from None
    if tree is None:
        raise Unreadable("not readable as HTML")
    return tree


def _measured(markup: str) -> tuple[int, int]:
    """How many tags and table cells a page has; raises where it nests too deep or has too many.

    Depth is counted by start and end tags: an end tag that nothing opened counts nothing.
    """
    depth = tags = cells = 0
    for match in _TAG.finditer(markup):
        tags += 1
        if tags > MOST_TAGS:
            raise Unreadable(f"more than {MOST_TAGS:,} tags")
        name = match[2].lower()
        cells += name in ("td", "th", "tr")
        if name not in _NOT_NESTED:
            depth = max(0, depth - 1) if match[1] else depth + 1
            if depth > DEEPEST:
                raise Unreadable(f"tags nested more than {DEEPEST} deep")
    return tags, cells


def _main_text(markup: str) -> str:
    import trafilatura

    try:
        text = trafilatura.extract(
            markup,
            output_format="txt",
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            favor_recall=False,
        )
    except (RecursionError, ValueError, AttributeError, TypeError, KeyError, IndexError, AssertionError, UnicodeError):
        return ""  # hostile markup has found errors of each of these kinds
    lines = (line.strip() for line in (text or "").split("\n"))
    return "\n\n".join(line.removeprefix("- ") for line in lines if line)


def _paragraphs(tree: Any) -> str:
    """The page's own paragraphs, outside navigation, footers and forms."""
    for node in list(tree.iter("nav", "footer", "aside", "form", "header", "script", "style", "noscript", "template")):
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)
    found: list[str] = []
    for node in tree.iter("p", "h1", "h2"):
        text = " ".join(node.text_content().split())
        if text and (not found or found[-1] != text):
            found.append(text)
    return "\n\n".join(found)


def _with_title(text: str, title: str | None) -> str:
    """The text with its headline first, where extraction left the headline out."""
    if not title:
        return text
    first = text.split("\n\n", 3)[:3]
    wanted = plain(title)
    return text if any(same(plain(block), wanted) for block in first) else f"{title}\n\n{text}"
