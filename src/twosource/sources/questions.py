"""Questions: who is asked or told something does not say it."""

from __future__ import annotations

import re

from twosource.model import Statement
from twosource.sources.page import Page

# The words by which somebody puts a question.
ASKS = re.compile(r"\b(?:ask|press|question|quizz?|grill|challeng|prompt)(?:e?s|ed|ing)?\b", re.IGNORECASE)
# Characters after such a word in which stands whom it is put to ("asked the mayor").
BESIDE = 12
_HEARD = r"(?:asked|told|informed|questioned|pressed|warned|advised|instructed|reminded|notified|briefed)"
_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|are|is|be|got|when|if|once|while)\s+(?:\w+ly\s+|also\s+|first\s+|again\s+|then\s+)?{_HEARD}\b"
    r"|^\W*(?:when\s+)?(?:asked|pressed|questioned)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:\w+\s+){0,3}by\s")


def asked(page: Page, statement: Statement) -> bool:
    """Is the subject of a statement's cue the one who hears it ("the drivers were told that", "asked whether")?

    Not where the words behind the cue name who asked ("was asked by a reporter").
    """
    cue = statement.cue
    if cue is None or (statement.source is not None and statement.source.start >= cue.end):
        return False
    sentence = page.sentences[page.sentence_at(cue.start)]
    first = max(sentence.start, cue.start - 24)
    hit = None
    for hit in _PASSIVE.finditer(page.text[first : cue.end]):
        pass
    if hit is None or first + hit.end() <= cue.start or (hit.start() == 0 and first > sentence.start):
        return False
    return _BY.match(page.text, cue.end) is None or statement.source is None
