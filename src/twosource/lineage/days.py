"""When somebody spoke, where a report says it: what was said on another day was said on another occasion."""

from __future__ import annotations

import re

from twosource.lineage.view import View
from twosource.model import Span, Statement

# A time long before the report's own day.
_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Dd]uring) (?:(?:early|late|mid-?|the|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|\d{1,2},?) ?){0,3}(?:1[89]|20)\d\d\b"
    r"|\b[Ll]ast (?:month|year|spring|summer|autumn|fall|winter|January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b|\b(?:months|years|weeks|decades?) (?:ago|earlier|before)\b"
    r"|\bonce (?:said|told|called|wrote)\b"
)
# Characters round a cue in which its time stands.
NEAR = 60


def long_before(view: View, statement: Statement) -> bool:
    """The report says of some words that they were said at another time than the rest of it is about."""
    if statement.cue is None:
        return False
    sentence = view.anchor(statement)
    span = view.reading.sentences[sentence].span
    chars = list(view.outside_quotes(sentence))
    for content in statement.content:
        for k in range(max(content.start, span.start), min(content.end, span.end)):
            chars[k - span.start] = " "
    near = Span(max(0, statement.cue.start - span.start - NEAR), max(0, statement.cue.end - span.start + NEAR))
    return _BEFORE.search("".join(chars)[near.start : near.end]) is not None
