"""Notes about the text itself: what was corrected, what could not be shown, whether it may be commented on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.intake.furniture.mark import Mark, bare, looks_told
from twosource.intake.page import Page

_THIS = (
    r"(?:this|an? (?:earlier|previous|original) version of th(?:is|e))"
    r" (?:article|story|report|post|piece|column|page|essay|item)"
)
_AMENDED = re.compile(
    rf"(?:(?:update|correction|clarification|editor[’']?s[’']? note|note)\b[^:.]{{0,40}}[:.—–-]\s?)?{_THIS}\b.{{0,60}}?"
    r"\b(?:(?:was|were|is|has been|have been|will be)(?: since)?(?: \w+ly)? (?:updated|amended|corrected|edited|revised"
    r"|changed|clarified|modified)"
    r"|(?:incorrectly|wrongly|mistakenly|misstated|misspelled|misidentified|gave the wrong))\b",
    re.IGNORECASE,
)
_HEADED = re.compile(r"(?:corrections?|clarifications?|editor[’']?s[’']? note)\s?[:—–-]\s?\S.{8,}", re.IGNORECASE)
# An update that says what happened is the story's.
_NEWS = re.compile(r"\bto (?:note|reflect|say|show|add|report|make clear)\b.{0,20}? that\b", re.IGNORECASE)
_DATED_CORRECTION = re.compile(
    r"(?:corrections?|clarifications?)\s?(?:[:(]|&|and\b).{0,60}\d{4}.{0,20}"
    r"|(?:this is )?(?:an? )?(?:developing|breaking) (?:news )?story\b.{0,120}"
    r"|more (?:to come|to follow|soon)\.{0,3}|check back (?:for|later|soon)\b.{0,60}",
    re.IGNORECASE,
)
_NOT_SHOWN = re.compile(
    r"[\[(]?(?:\w+ ){0,2}(?:content|video|image|photo|picture|graphic|map|media|player|post|tweet|text|page|paragraph"
    r"|section|embed|audio|file|link)s?(?: \(\w+\)| for this \w+)? (?:(?:is|are)(?: currently| no longer)?"
    r" (?:missing|unavailable|(?:not )?available|not supported)"
    r"|(?:could|can) ?not be (?:loaded|shown|displayed|played|found))"
    r"(?: (?:in|from|by) your [^.]{2,40}| at this time| right now)?[\])]?\.?",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"\b(?:comments|commenting)\b(?: (?:on|for|to|below|under) [^.]{2,40})? (?:is|are|have been|has been|will be)"
    r"(?: \w+)? (?:closed|open|disabled|moderated|turned off|switched off|off|on)\b",
    re.IGNORECASE,
)
_PRIVACY = re.compile(r"privacy (?:notice|policy)\s?: .{0,60}\b(?:newsletters?|we|our|data|cookies)\b", re.IGNORECASE)
# What a site reports of its own text stands on a line or two.
LONGEST = 320
# Notes stand at the head or the foot; a placeholder stands where the thing would.
HEAD, FOOT = 4, 6


def notes(page: Page) -> Iterator[Mark]:
    """ "This article was amended to ...", "Comments are closed", "The video is unavailable"."""
    last = len(page.blocks)
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i in {0, page.title} or len(text) > LONGEST:
            continue
        if _NOT_SHOWN.fullmatch(text) and len(text) < 120:
            yield Mark(block.span, "placeholder", "stands where something could not be shown")
        elif _HEADED.match(text):  # it says itself what it is, wherever it stands
            yield Mark(block.span, "correction", "says what became of the text")
        elif _PRIVACY.match(text):
            yield Mark(block.span, "promotion", "says what becomes of the reader's data")
        elif HEAD < i < last - FOOT:
            continue
        elif (_AMENDED.match(text) and not _NEWS.search(text)) or _DATED_CORRECTION.fullmatch(text):
            yield Mark(block.span, "correction", "says what became of the text")
        elif _COMMENTS.search(text) and len(text) < 140 and not looks_told(text):
            yield Mark(block.span, "button", "says whether comments are taken")
