"""Who wrote it: byline lines, signatures, author biographies, and when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.gazetteer.outlets import find
from twosource.intake.furniture.mark import NAME, TELLING, Mark, bare, looks_told
from twosource.intake.header import header, is_letterhead, outlet_name
from twosource.intake.masthead import Masthead
from twosource.intake.page import Page
from twosource.intake.when import iso_date
from twosource.text.sentences import sentences

_BY = re.compile(
    rf"(?:(?:written|reported|posted|published|story|text|report|exclusive|analysis|comment|opinion|review|interview"
    rf"|words)\s+)?by:?\s+(?P<who>(?:{NAME}|[A-Z]{{2,5}})(?:(?:,| and|, and| &)\s(?:{NAME}))*)"
    r"(?:\s?[,|/•·–—-]{1,2}\s?(?P<rest>.{2,80}))?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r",\s[^,]*\b(?:correspondent|reporter|editor|writer|columnist|staff|bureau|desk|producer"
    r"|contributor|chief|analyst)s?\b.*$",
    re.IGNORECASE,
)
_AGENCY_STAFF = re.compile(
    r"by\s+(?:the\s+)?(?P<who>[A-Z][\w. ]{1,30}?)(?:\s+(?:staff|newsroom|news desk|desk|editors"
    r"|staff writers?|correspondents?|reporters?))?\.?",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"[-–—]{{1,2}}\s?(?P<who>{NAME})\.?")
_POSTED = re.compile(
    rf"(?:posted|published|written|submitted) by:? (?P<who>(?-i:{NAME}))(?: on|,| \||) (?P<date>[^|]{{6,40}}?\d{{4}})"
    r"(?:(?: in| at|,| \|) .{2,80})?",
    re.IGNORECASE,
)
_POST = (
    r"(?:correspondent|reporter|editor|writer|columnist|producer|bureau chief|commentator|analyst"
    r"|contributor|staff)"
)
_NAME_AND_POST = re.compile(
    rf"(?P<who>{NAME})(?:,| [|–—-]) (?:[A-Z][\w’'&-]* |(?:of|and|in|at|the|for) ){{0,5}}(?i:{_POST})"
    r"(?: (?:in|for|at) .{2,40})?"
)
_NOBODY = re.compile(
    r"(?:(?:by|author|authors|text|source)\s?:?\s)?(?:[A-Z][\w’'-]+ ){0,3}(?:editorial (?:staff|team|board|office|desk)"
    r"|staff(?: reporters?| writers?| correspondents?)? (?:and|with) (?:news )?agenc(?:y|ies)"
    r"|(?:our )?staff (?:reporter|writer|correspondent)s?|agencies|news ?desk|web ?desk|newsroom|own correspondent)",
    re.IGNORECASE,
)
_ON_THE_SPOT = re.compile(rf"(?P<who>{NAME}) (?:(?:reporting )?(?:at|in|from|outside|on)) [\w’' -]{{3,40}}")
_BIO = re.compile(
    rf"(?:about the author[s:]?\s*:?\s*)?(?P<who>{NAME})(?:\s?\([^)]{{1,60}}\))?"
    r"(?:,\s.{5,200}?,\s(?:is|was|has|covers|writes|teaches|serves)\b|\s(?:is|was|has (?:written"
    r"|covered|reported|worked)|covers|writes|reports|teaches|serves|served|works|lives|blogs"
    r"|hosts|joined|can be (?:reached|followed))\b)",
)
_WRITES = re.compile(
    r"\b(?:journalist|author|writer|reporter|correspondent|editor|columnist|contributor"
    r"|contributing|freelancer?|blogger|staff|newsroom|cover(?:s|ed|ing)|writes|(?:his|her"
    r"|their) (?:books?|work|writing|column|reporting)"
    r"|reporting on|follow (?:him|her|them)|(?:reached|email(?:ed)?) at|on twitter|podcast)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:professor|fellow|researcher|director|president|founder|chair(?:man|woman)?|member of"
    r"|scholar|analyst|lecturer|former|advis[eo]r|mayor|senator|governor|ambassador|attorney"
    r"|economist|historian|lawyer|executive)\b",
    re.IGNORECASE,
)
_BOOK = re.compile(
    r"\b(?:author of|books?|host of|podcast|film|blog|newsletter)\b[^“”\"]{0,40}[“\"][^“”\"]{2,90}[”\"]", re.IGNORECASE
)
_NAME_AND_OUTLET = re.compile(
    rf"(?P<who>{NAME}(?:(?:,| and|, and| &) {NAME}){{0,3}})(?:,| [|–—-]) (?P<outlet>[A-Z][^,|.]{{1,40}})"
)
_COLUMN = re.compile(
    rf"(?P<who>{NAME})(?:’s|'s) (?:[\w ]{{0,20}}\b)?(?:column|newsletter|podcast|blog|book)\b"
    r".{0,60}?\b(?:appears|runs|is published|comes out|is out)\b.{0,120}"
)
_NAMES = re.compile(rf"(?P<who>{NAME})(?:(?:,| and|, and| &) {NAME}){{0,3}}")
_HEADER = {
    "date": "says when it was published",
    "masthead": "names the outlet",
    "navigation": "leads about the site",
    "section": "names a section of the site",
}
# Biographies stand after the story. Five blocks from the end leave room for tags and a copyright line.
LAST = 6
LONGEST_BIO = 900


def bylines(page: Page) -> Iterator[Mark]:
    """ "By NAME" and "Published DATE" on lines of their own, near the top or the end."""
    last = len(page.blocks)
    for i, block in enumerate(page.blocks):
        if 7 <= i < last - 3 or i == page.title:
            continue
        text = bare(block.text)
        if page.name and i == page.name.line and not _BY.fullmatch(text):
            published = above.published if (above := header(text)) else None
            yield Mark(block.span, "masthead", _whose(page.name), outlet=page.name.name, published=published)
            continue
        if i == page.slogan:
            yield Mark(block.span, "slogan", "stands below the outlet's name as its motto")
            continue
        if len(text) > 160 or looks_told(text.replace("reported by", "").replace("Reported by", "")):
            continue
        if i < 7 and (found := _POSTED.fullmatch(text)) and iso_date(found["date"]):
            yield Mark(
                block.span, "byline", "says who wrote it", byline=found["who"], published=iso_date(found["date"])
            )
        elif (found := _BY.fullmatch(text)) and found["who"][0].isupper():
            rest = found["rest"] or ""
            yield Mark(
                block.span,
                "byline",
                "says who wrote it",
                byline=_ROLE.sub("", found["who"]).strip(" ,"),
                published=iso_date(rest),
                outlet=_own(rest),
            )
        elif (found := _AGENCY_STAFF.fullmatch(text)) and find(found["who"]):
            yield Mark(block.span, "byline", "says who wrote it", byline=text[3:].strip(" ."))
        elif above := (header(text) if i < 7 else None):
            listed = find(above.outlet) if above.outlet else None
            if listed and listed.kind == "agency" and page.title is not None and i > page.title and not above.published:
                # Below the headline an agency's name is the byline of whoever prints its copy.
                yield Mark(block.span, "byline", "says whose copy it is", byline=listed.name)
            elif above.what != "masthead" or page.title is None or i < page.title + 4:
                yield Mark(block.span, above.what, _HEADER[above.what], outlet=above.outlet, published=above.published)
        elif i < 7 and (found := _NAME_AND_POST.fullmatch(text)):
            yield Mark(block.span, "byline", "says who wrote it", byline=found["who"])
        elif (found := _NAME_AND_OUTLET.fullmatch(text)) and (
            own := find(found["outlet"]) or outlet_name(found["outlet"])
        ):
            named = own if isinstance(own, str) else own.name
            yield Mark(block.span, "byline", "says who wrote it, and for whom", byline=found["who"], outlet=named)
        elif page.title is not None and page.title < i <= page.title + 2 and _signs(page, i, text):
            yield Mark(
                block.span, "byline", "names who wrote it, or the column", byline=text if " and " in text else None
            )
        elif i < 7 and _NOBODY.fullmatch(text):
            yield Mark(block.span, "byline", "says that the staff wrote it")
        elif 0 < i < 7 and (found := _ON_THE_SPOT.fullmatch(text)) and header(bare(page.blocks[i - 1].text)):
            yield Mark(block.span, "byline", "says who reports from where", byline=found["who"])
        elif page.title is not None and i < page.title and is_letterhead(text):
            yield Mark(block.span, "letterhead", "stands above the headline")
        elif i >= last - 3 and (found := _SIGNED.fullmatch(text)):
            yield Mark(block.span, "signature", "is signed", byline=found["who"])


def _signs(page: Page, i: int, text: str) -> bool:
    """Names alone below the headline, of nobody whom the story speaks of."""
    if not _NAMES.fullmatch(text) or find(text) or i + 1 >= len(page.blocks):
        return False
    names = re.split(r", and |, | and | & ", text)
    rest = page.text[: page.blocks[i].span.start] + page.text[page.blocks[i].span.end :]
    return all(not re.search(rf"\b{re.escape(name.rsplit(maxsplit=1)[-1])}\b", rest) for name in names)


def _whose(name: Masthead) -> str:
    return f"names the outlet: {', '.join(name.signs)}"


def _own(text: str) -> str | None:
    found = find(text.strip()) if text.strip() else None
    return found.name if found else None


def biographies(page: Page) -> Iterator[Mark]:
    """ "NAME is a journalist based in ..." after the story, of somebody whom the story does not mention."""
    first = max(1, len(page.blocks) - LAST)
    signed = {m["who"] for b in page.blocks[:7] if (m := _BY.fullmatch(bare(b.text)))}
    for i in range(first, len(page.blocks)):
        block = page.blocks[i]
        text = bare(block.text)
        if (column := _COLUMN.fullmatch(text)) and not find(column["who"]):
            yield Mark(block.span, "author-biography", "says where the author writes", byline=column["who"])
            continue
        found = _BIO.match(text)
        if not found or len(text) > LONGEST_BIO:
            continue
        who = found["who"].strip()
        if who in signed and len(text) < 200 and not TELLING.search(text) and not _mentioned(page, i, who):
            yield Mark(block.span, "author-biography", f"says who the author is (“{who}”)", byline=who)
            continue
        if any(c in _BOOK.sub("", text) for c in '“”"'):
            continue
        if find(who) or _mentioned(page, i, who):
            continue
        head = text[found.end("who") : sentences(text)[0].end][:260]
        if _WRITES.search(head) or (_HOLDS.search(head) and _ends_page(page, i)):
            yield Mark(block.span, "author-biography", f"says who the author is (“{who}”)", byline=who)


def _mentioned(page: Page, i: int, who: str) -> bool:
    """Whether the story itself speaks of this person: then the words about them are story."""
    surname = re.compile(rf"\b{re.escape(who.rsplit(maxsplit=1)[-1])}\b")
    for k, block in enumerate(page.blocks[:i]):
        if surname.search(block.text):
            text = bare(block.text)
            if not (_BY.fullmatch(text) and (k < 7 or k > i - 3)):
                return True
    return False


def _ends_page(page: Page, i: int) -> bool:
    """Nothing but short lines after it."""
    return all(len(b.text) < 120 for b in page.blocks[i + 1 :])
