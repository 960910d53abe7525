"""Names of a site's sections, and the labels of releases: words that head a page and are no headline."""

from __future__ import annotations

import re

from twosource.gazetteer.names import word_set

_WORDS = word_set("""
    home news world local national international foreign politics business economy money finance markets sport sports
    culture arts life lifestyle opinion comment analysis features feature science health technology tech environment
    climate education travel society law crime courts region regions regional latest top breaking exclusive main stories
    headlines live feed video weather front page nation letters editorial investigations investigation special report
    uk us europe africa asia americas middle east and the of affairs inside section archive blog long read""")
# The outlets called by such a word alone or by two of them are listed by name.
LABEL = re.compile(
    r"(?:press|news|media) (?:release|statement|advisory|office)\b.{0,40}|for immediate (?:release|publication)"
    r"|(?:press |news )?(?:release|statement|bulletin|communiqu[eé])\s?(?:no\.?|number|#|ref\.?:?)?\s?[\d/.-]{1,12}"
    r"|(?:embargoed|not for publication)\b.{0,60}",
    re.IGNORECASE,
)


def is_section(text: str) -> bool:
    """Whether a line or a part of a bar is only the name of a section: "HOME NEWS", "World", "Politics"."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return 0 < len(words) <= 4 and len(text) <= 40 and all(word in _WORDS for word in words)
