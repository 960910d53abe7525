"""What reads like a statement and is nobody's word on the story."""

from __future__ import annotations

import re

_ASKS = re.compile(r"\b(?:ask|want|wish|request|prefer|agree|insist|like)\w*\b|\bcondition\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:\w+\W+){0,3}(?:named|identified|anonymous|unnamed|unidentified|(?:his|her|their|my)\W+(?:\w+\W+)?names?)\b",
    re.IGNORECASE,
)
_KEPT_OUT = re.compile(r"\b(?:not|never|anonymous|unnamed|unidentified|kept|withheld)\b|n[’']t\b", re.IGNORECASE)
# The words in which the request is made, whatever its reasons.
REQUEST = 60
# Passive knowledge without a holder: a fact, a name, a plan in the outlet's own voice.
_NOBODYS = re.compile(r"\b(?:known|expected|unclear|not clear)\b", re.IGNORECASE)
_UNVERIFIED = re.compile(
    r"\b(?:not|unable to|n[’']t)\b.{0,24}\b(?:verify|establish|confirm)\b|\bcannot\b.{0,20}\bverify\b", re.IGNORECASE
)


def no_word(cue: str, content: str, *, sourced: bool) -> bool:
    """Whether a statement only asks for a name to be kept out ("asked not to be named because ..."), tells what is
    known or expected without saying by whom, or is the outlet's own note of what it could not verify."""
    request = content[:REQUEST].lstrip()
    if _ASKS.search(cue) and _NAME.match(request) and _KEPT_OUT.search(f"{cue} {request}"):
        return True
    return bool((not sourced and _NOBODYS.search(cue)) or _UNVERIFIED.search(cue))
