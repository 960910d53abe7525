"""Statements that a source tells of somebody else."""

from __future__ import annotations

import re

from twosource.attribution.spans import Words
from twosource.model import Tags

# "might announce", "refused to say": nothing has been said yet.
_UNSAID = re.compile(
    r"\b(?:to|not|n[’']t|never|will|would|may|might|could|can|should|must|if|let)\b|\b\w+(?<!is )(?<!are )ing to\b",
    re.IGNORECASE,
)
# What the speaker says of himself is his own statement.
_SELF = frozenset({"i", "we"})
_SINGLE = frozenset("‘'’‹")


def tells_of_another(
    tags: Tags, text: str, contents: tuple[Words, ...], cue: Words | None, source: Words | None
) -> bool:
    """Whether a statement found inside another's content is one in its own right.

    It has a cue that says something was said, and a source; its content is not the whole of the other's.
    """
    if cue is None or source is None:
        return False
    words = tags.pieces
    said = text[words[cue.first, 0] : words[cue.last, 1]]
    who = text[words[source.first, 0] : words[source.last, 1]].casefold()
    if _UNSAID.search(said) or who in _SELF:
        return False
    return sum(c.last - c.first + 1 for c in contents) >= LEAST_WORDS


def opens_with_single_mark(tags: Tags, text: str, contents: tuple[Words, ...]) -> bool:
    """Whether the content is a quotation inside a quotation."""
    start = int(tags.pieces[contents[0].first, 0])
    return text[start] in _SINGLE or text[max(0, start - 1)] in _SINGLE


# A name or a single word ("asked him") is no statement.
LEAST_WORDS = 3
