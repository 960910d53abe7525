"""What a site says of itself: how to write to it, what it corrects, who pays for it, who may use its texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.intake.furniture.mark import Mark, bare, looks_told
from twosource.intake.page import Page

_MAIL = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,60}\.[\w.-]{2,40}|\b(?:Text|SMS) [A-Z]{2,12} to \d{4,}|\bcall (?:us|our \w+)\b"
)
_WRITE_TO = re.compile(
    r"\b(?:e-?mail|write|contact|enquir(?:y|ies)|inquir(?:y|ies)|call|text|tell us|tips?|corrections?|complaints?"
    r"|letters"
    r"|press office|spokes(?:man|woman|person)|media|newsroom|newsdesk|reach|get in touch|send)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"""^(?:(?:to\ read|read)\ more\ of\ our\ |support\ (?:fearless|free|brave|honest|real|our|local|independent
    |quality)\b
    |(?:if\ you(?:\ have)?|have\ you)\ (?:noticed|found|spotted|seen)\ (?:an?\ )?(?:error|mistake|typo|something)
    |we\ (?:may|might)\ (?:earn|receive|get)\ (?:an?\ )?(?:\w+\ )?commission|be\ the\ first\ to\ (?:like|comment)
    |like\ this:
    |our\ (?:standards|principles)\ ?:|these\ are\ external\ links\b
    |(?:editorial\ (?:office|board|team|staff)|newsroom|news\ ?desk|advertising|circulation)\ ?:
    |\d+\ (?:responses|replies|thoughts|comments)\ (?:to|on)\b|chip\ in\b|share\b.{0,40}[·|].{0,60}$
    |(?:the\ )?full\ (?:report|text|statement|study)\ (?:can\ be|is)\ (?:downloaded|available|found)\b
    |(?:this|the)\ (?:piece|article|story|report|project|investigation)\ (?:was|is)\ (?:
    (?:supported|funded|made\ possible|produced\ with|paid\ for)\b|free\ to\ read)
    |here[’']s\ (?:everything\ you\ need|what\ you\ need|all\ you\ need)\ to\ know)
    |\btakes?\ (?:no\ money\ from|corrections)\b|\bbecome\ an?\ (?:\w+\ )?(?:\w+)\ (?:today|now|here)\b
    |\b(?:channel|group)\b.{0,30}:\ (?:join|subscribe)|\bcomplies\ with\ the\ .{3,40}\bcode\b""",
    re.IGNORECASE | re.VERBOSE,
)
_USE = re.compile(
    r"(?:(?:any )?(?:use|using|usage|re-?use|reproduction|copying|re-?printing|re-?publication"
    r"|republishing|distribution)"
    r" (?:of|is)\b.{0,80}\b(?:allowed|permitted|prohibited|forbidden|only|requires?)\b"
    r"|when (?:quoting|using|citing)\b.{0,60}"
    r"\blink\b)",
    re.IGNORECASE,
)
# "37 responses to “Headline”", "channel “Name”": a title in quotation marks is no quotation.
_QUOTED_TITLE = re.compile(r"(?:\b(?:to|on|channel|group) )[\"“][^\"”]{2,120}[\"”]|\btells? us\b", re.IGNORECASE)
# What a site prints of itself stands in the last lines; an invitation may stand between the first ones.
FOOT = 12
LONGEST = 260


def contact(page: Page) -> Iterator[Mark]:
    """Lines with the site's address that ask to write, donate or correct, and terms of use."""
    last = len(page.blocks)
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i in {page.title, 0} or len(text) > LONGEST or 4 < i < last - FOOT:
            continue
        if looks_told(_QUOTED_TITLE.sub("", text)):
            continue
        if _MAIL.search(text) and _WRITE_TO.search(text):
            yield Mark(block.span, "promotion", "says how to reach the site")
        elif found := _ITSELF.search(text):
            yield Mark(block.span, "promotion", f"the site speaks of itself (“{found.group().strip()}”)")
        elif _USE.match(text):
            yield Mark(block.span, "rights", "says who may use the text")
