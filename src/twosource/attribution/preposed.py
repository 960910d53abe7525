"""What a sentence tells first and whose word it is last: "The dam held, a nurse there told the Herald."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Span
from twosource.text.verbs import is_finite

_VERB = (
    r"(?:(?:has|have|had|later|also|then) ){0,2}(?:said|says|say|told|tells|tell|announced|reported|reports|confirmed"
    r"|warned|wrote|writes|added|claimed|claims|insisted|argued|explained|noted|stated)"
)
# Who was told, and when or where: all that may follow the verb.
_NAME = r"[A-Z][\w’'.&-]*"
_TOLD = (
    rf" (?:us|me|(?:the )?{_NAME}(?: (?:of |the )?{_NAME}){{0,4}}"
    rf"|(?:the )?(?:[a-z]+ ){{0,2}}(?:reporters|journalists|agency|newspaper|paper)(?: {_NAME}){{0,4}})"
)
_WHEN = r"(?:,? (?:on|in|at|by|late|early|last|this|yesterday|today|earlier)\b[^,.;:“”\"]{0,60})?"
_LAST = re.compile(
    rf", (?P<source>[^,;:“”\"—–]{{2,110}}?) (?P<cue>{_VERB})(?:{_TOLD})?{_WHEN}$"
    r"|, (?P<credit>according to|as per) (?P<whom>(?:(?!, (?:and|but|which|who) )[^;:“”\"—–]){2,120})$"
)
_WHO = re.compile(
    r"(?:the|a|an|one|two|three|four|five|several|some|many|his|her|their|its|he|she|they|it)\b|[A-Z]|[a-z]+s "
)
_DATELINE = re.compile(r"[A-Z][A-Z .,'’-]{2,40}(?:,\s[\w. ]{1,25}){0,2}(?:\s\([^)]{2,30}\))?\s?(?:—|–|―|--|-)\s")
_WORD = re.compile(r"[\w’'-]+")
# Shorter is a remark inside another clause ("as planned, he said").
LEAST_WORDS = 5
# No sentence of a report is longer; a list without stops may be.
LONGEST = 600


class Preposed(NamedTuple):
    """What is told, the words that say so, and who tells it."""

    content: Span
    cue: Span
    source: Span


def preposed(text: str, sentences: Sequence[Span], taken: Sequence[Span]) -> tuple[Preposed, ...]:
    """Clauses told before the one who tells them, in sentences in which no statement stands yet, in order.

    ``taken`` must be sorted. The tagger finds them after "said" and overlooks some where a long source or the one who
    was told stands at the end.
    """
    found = []
    at = 0
    for start, end in sentences:
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if end - start > LONGEST or (at < len(taken) and taken[at].start < end):
            continue
        said = text[start:end].rstrip(" .\n\r\t\xa0")
        match = _LAST.search(said)
        if match is None:
            continue
        cue, source = ("credit", "whom") if match["credit"] else ("cue", "source")
        dateline = _DATELINE.match(said)
        first = dateline.end() if dateline and dateline.end() < match.start() else 0
        words = _WORD.findall(said[first : match.start()])
        if len(words) >= LEAST_WORDS and any(is_finite(w) for w in words) and _WHO.match(match[source]):
            found.append(
                Preposed(
                    Span(start + first, start + match.start()),
                    Span(start + match.start(cue), start + match.end(cue)),
                    Span(start + match.start(source), start + match.end(source)),
                )
            )
    return tuple(found)
