"""On what terms somebody spoke: that is no word on the story."""

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


def only_terms(cue: str, content: str) -> bool:
    """Whether a statement only asks for a name to be kept out: "asked not to be named because ..."."""
    request = content[:REQUEST].lstrip()
    return bool(_ASKS.search(cue) and _NAME.match(request) and _KEPT_OUT.search(f"{cue} {request}"))
