"""Credits: of pictures, sources, contributors, rights, and where a text appeared first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.gazetteer.outlets import find, mentions
from twosource.intake.furniture.mark import NAME, Mark, bare, looks_told
from twosource.intake.header import outlet_name
from twosource.intake.page import Page

_AGENTS = (
    r"(?:AP(?: Photo)?|AFP|Reuters|EPA(?:-EFE)?|Getty(?: Images)?|TASS|Xinhua|Anadolu(?: Agency)?"
    r"|Bloomberg|Shutterstock|iStock|Alamy|Flickr|Unsplash|Pixabay|Wikimedia(?: Commons)?"
    r"|Zuma(?: Press)?|NurPhoto|Sipa(?: USA)?|PA(?: Wire| Images)?|Rex|Pool|Handout|Magnum"
    r"|Instagram|Twitter|Facebook|Maxar|Planet Labs|USAF|U\.?S\.? (?:Army|Navy|Air Force"
    r"|Marine Corps)|CC BY[\w .-]*)"
)
_PICTURE_LEAD = re.compile(
    r"\(?(?:(?:featured|cover|lead|main|file|stock|header|hero|representative|representational)\s+)?"
    r"(?:image|photo|photograph|picture|pic|screenshot|screengrab|illustration|graphic|video|map|thumbnail)s?"
    r"(?:\s+(?:credits?|courtesy(?: of)?|sources?|by|via|from|used|caption|taken by))?\s*(?:[:：©/|]|—|–)"
    r"|(?:image|media|video|photo) (?:copyright|caption) (?=[A-Z])",
    re.IGNORECASE,
)
_CREDIT_LEAD = re.compile(r"credits?\s?[:：]\s?\S", re.IGNORECASE)
_AGENT_SLASH = re.compile(
    r"\b(?:REUTERS|Reuters|AP Photo|AFP|EPA|TASS"
    r"|Getty Images)\s?/\s?[A-Z][\w .'’-]{2,40}(?:/(?:File Photo|Pool|Handout).{0,40})?\.?$"
)
_PICTURE_BY = re.compile(
    rf"\(?(?:photo(?:graph)?s?|images?|pictures?|video|illustration)\s+(?:by|courtesy of|courtesy"
    rf"|credit)\s+(?:{NAME}|{_AGENTS}).{{0,80}}",
    re.IGNORECASE,
)
_FOR_OUTLET = re.compile(
    rf"(?:[Cc]redits?:?\s?)?{NAME} for (?:[Tt]he )?(?P<outlet>[A-Z][\w’'&]*(?: [A-Z][\w’'&]*){{0,4}})\.?"
)
_AGENT_END = re.compile(
    rf"(?:[(\[](?:[^()\[\]]{{0,80}}?[/,|—–-]\s?|[^()\[\]]{{0,60}}? via "
    rf"|photo[^()\[\]]{{0,40}}? )?{_AGENTS}(?:[ /,|-].{{0,40}})?[)\]]\.?|(?:/|\bvia "
    rf"|\bPhoto[:/] ?){_AGENTS}\.?)$"
)
_AGENT = re.compile(_AGENTS)
_CREDITED = re.compile(r"[\w .'’&-]{2,40}")
_SLASH = re.compile(r"\s?[/|,]\s?| via ")
_APPEARED = re.compile(
    r"(?:the post|this (?:post|article|story|report|piece|essay|column)|originally|a version of this).{0,400}?"
    r"\b(?P<how>appeared first (?:on|in|at)|first appeared (?:on|in|at)|(?:was )?(?:originally"
    r"|first) (?:appeared|published|posted|reported) (?:on|in|by|at))\s+(?:the website of\s+)?"
    r"(?P<outlet>[^.]{2,60}?(?:\.[a-z]{2,6})?)(?:\.(?:\s.{0,160})?|\s+(?:on|under)\b.{0,160})?",
    re.IGNORECASE | re.DOTALL,
)
_IN_ISSUE = re.compile(
    r"this (?:article|essay|story|piece|report|column|feature).{0,60}\bappear(?:s|ed) in (?:the"
    r"|our|its) .{2,40}\b(?:issue|edition) of (?P<outlet>[^.]{2,60})\.?",
    re.IGNORECASE,
)
_SOURCE_LINE = re.compile(r"\(?(?:original\s+)?source(?:s|\(s\))?\s?[:：]\s?(?P<who>.{2,120}?)\)?\.?", re.IGNORECASE)
_VIA_LINE = re.compile(
    r"\(?(?:via|h/t/?|hat[- ]tip|courtesy(?: of)?|syndicated (?:from|by|via))\s?[:：]?\s+(?P<who>[^.]{2,60})\.?\)?\.?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"[(\[]?[-–—*\s]*(?:(?:additional|with)\s+)?(?:reporting|writing|editing|written|edited"
    r"|compiled|translated|produced|reported|research|copy editing|fact[- ]check(?:ing|ed))"
    r"(?:\s+(?:and\s+\w+\s+)?(?:by:?|from)\s|\s?:)\s*[A-Z].{2,240}|[(\[]?contribut(?:ing|ors?)\s?:\s?.{3,200}"
    r"|[(\[]?with (?:inputs?|files|reporting|agencies|reports)(?: from)?(?: [^\"“”]{0,80})?",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(
    rf"(?<!dditional )\b(?:[Rr]eporting|[Ww]ritten) by (?P<who>{NAME}(?:(?:,| and|, and) {NAME})*)"
)
_CONTRIBUTED = re.compile(
    r"\b(?:reporting|research) was contributed by\b"
    r"|\bcontributed (?:to this (?:report|article|story|piece)|to the report|reporting|research)"
    r"|^[^.]{3,60} contributed\.?$",
    re.IGNORECASE,
)
# The end of an agency's copy: "(Tarn Wire) ab/cd", "ENDS".
_AGENCY_END = re.compile(
    r"\(?[A-Z][\w .&-]{1,30}\)?[\s/-]{1,3}(?:[a-z]{2,4}/){1,3}(?:[a-z]{2,4})?/?|[(\[]?(?:ENDS?|-30-|###)[)\]]?"
)
_REPORTED_FROM = re.compile(
    rf"(?:{NAME}|[A-Z][\w'’-]+)(?:(?:,| and|, and) (?:{NAME}|[A-Z][\w'’-]+)){{0,6}} reported from [A-Z].{{2,160}}"
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)\s?(?:19|20)\d\d|copyright\b|all rights reserved|this material may not be published)", re.IGNORECASE
)
_RIGHTS_START = re.compile(
    r"[-–—\s(\[]*(?:©|\(c\)\s?(?:19|20)\d\d|copyright\b|all rights reserved|this material may not)", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?:\s?[-–]\s?(?:19|20)?\d\d)?")
# A credit line is a line.
LONGEST_CREDIT = 300


def pictures(page: Page) -> Iterator[Mark]:
    """Credits of pictures: "Image: ...", "(Photo by NAME/Getty Images)", an agency's name alone on its line."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > LONGEST_CREDIT:
            continue
        lead = _PICTURE_LEAD.match(text)
        if lead and (len(text) > lead.end() or text.endswith(":")):
            yield Mark(block.span, "picture-credit", f"credits a picture (“{lead.group().strip()}”)")
        elif _CREDIT_LEAD.match(text) and len(text) < 120 and not looks_told(text):
            yield Mark(block.span, "picture-credit", "credits a picture")
        elif end := _AGENT_SLASH.search(text):
            yield Mark(block.span, "caption", f"a caption with its credit (“{end.group()}”)")
        elif _PICTURE_BY.fullmatch(text) or _is_agent_alone(text) or _shot_for(text):
            yield Mark(block.span, "picture-credit", "credits a picture")
        elif (end := _AGENT_END.search(text)) and any(sign in end.group() for sign in ("/", "hoto", "mage", " via ")):
            yield Mark(block.span, "caption", f"a caption with its credit (“{end.group()}”)")


def _shot_for(text: str) -> bool:
    """ "Mila Oster for The Coast Times"."""
    found = _FOR_OUTLET.fullmatch(text)
    return found is not None and outlet_name(found["outlet"]) is not None


def _is_agent_alone(text: str) -> bool:
    """An agency's name on its line, with the photographer's before it: "Mila Oster/Reuters"."""
    parts = _SLASH.split(text.rstrip("."))
    return (
        len(text) <= 90
        and len(parts) <= 4
        and any(_AGENT.fullmatch(part) for part in parts)
        and all(_CREDITED.fullmatch(part) for part in parts)
    )


def appeared(page: Page) -> Iterator[Mark]:
    """ "The post ... appeared first on X": the tail that a feed adds. It names the outlet the text was taken from."""
    for block in page.blocks[-12:] + page.blocks[:3]:
        text = bare(block.text)
        if len(text) > 700:
            continue
        if found := _IN_ISSUE.fullmatch(text):
            yield Mark(block.span, "appeared-first", "says in which issue it appeared", outlet=_outlet(found["outlet"]))
        elif found := _APPEARED.fullmatch(text):
            # A feed's tail names its own site; "originally published in" names the one a text was taken over from.
            own = "first" in found["how"].lower() and text.lower().startswith("the post")
            yield Mark(
                block.span,
                "appeared-first",
                f"says where it {found['how']} (“{found['outlet']}”)",
                outlet=_outlet(found["outlet"]) if own else None,
            )


_FEED = re.compile(
    r"\b(?:(?:has |have )?not been edited by|(?:auto-?generated|published) from an? (?:\w+ )?"
    r"(?:syndicated )?feed|syndicated feed"
    r"|republished (?:from|with|under)|reprinted (?:from|with)|reposted from|cross-?posted (?:from|on|at))",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"disclaimer\s?[:：]|\(?(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in"
    r"|here|by|are|above)",
    re.IGNORECASE,
)


def feeds(page: Page) -> Iterator[Mark]:
    """Notes that a text was taken over from a feed or another site, and disclaimers."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > 600:
            continue
        if (found := _FEED.search(text)) and (i <= 2 or i >= len(page.blocks) - 8) and len(text) < 320:
            named = {outlet.name for _, outlet in mentions(text)}
            own = next(iter(named)) if len(named) == 1 and "edited by" in found.group() else None
            yield Mark(block.span, "feed-note", f"says that the text was taken over (“{found.group()}”)", outlet=own)
        elif _DISCLAIMER.match(text):
            yield Mark(block.span, "disclaimer", "disclaims")


def sources(page: Page) -> Iterator[Mark]:
    """Source lines and staff credits: "Source: X", "Reporting by A; editing by B", "X contributed to this report"."""
    last = len(page.blocks)
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or len(text) > LONGEST_CREDIT:
            continue
        if (found := _SOURCE_LINE.fullmatch(text)) and (i <= 2 or i >= last - 8):
            yield Mark(
                block.span,
                "source-line",
                f"names the source of the text (“{found['who']}”)",
                outlet=_outlet(found["who"], listed=True),
            )
        elif i >= last - 6 and _VIA_LINE.fullmatch(text):
            yield Mark(block.span, "source-line", "names the source of the text")
        elif (i <= 3 or i >= last - 8) and _STAFF.fullmatch(text) and text.count(".") <= 3:
            by = _REPORTED_BY.search(text)
            yield Mark(
                block.span, "staff-credit", "credits those who reported or edited", byline=by["who"] if by else None
            )
        elif i >= last - 4 and _AGENCY_END.fullmatch(text):
            yield Mark(block.span, "staff-credit", "ends an agency's copy")
        elif i >= last - 8 and (_CONTRIBUTED.search(text) or _REPORTED_FROM.fullmatch(text)) and not _quotes(text):
            yield Mark(block.span, "staff-credit", "credits those who reported")


def rights(page: Page) -> Iterator[Mark]:
    """Copyright lines. The owner's name is the outlet's where it is a known one."""
    for block in page.blocks:
        text = bare(block.text)
        if len(text) > 500 or not _RIGHTS.search(text):
            continue
        if _RIGHTS_START.match(text) or (text.lower().rstrip(".").endswith("all rights reserved") and len(text) < 200):
            named = {outlet.name for _, outlet in mentions(text)}
            year = _YEAR.search(text)
            owner = next(iter(named)) if len(named) == 1 and year else None
            if year and not named:
                owner = outlet_name(re.split(r"[.,;|]", text[year.end() :], maxsplit=1)[0])
            yield Mark(block.span, "rights", "states rights", outlet=owner)


def _quotes(text: str) -> bool:
    return looks_told(text.replace("reported", "")) and any(c in text for c in '"“”')


def _outlet(name: str, *, listed: bool = False) -> str | None:
    name = name.strip(" .:-–—\"'“”")
    found = find(name)
    if found:
        return found.name
    if listed:  # "Source: Ministry of Health" is no outlet
        return outlet_name(name)
    return name if 1 < len(name) <= 60 else None
