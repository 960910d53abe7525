"""A match of one form of date, and whether its clause looks forward."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from twosource.model import Span
from twosource.text.date_patterns import FUTURE, MONTHS, TERM
from twosource.text.verbs import looks_finite


class Clue(NamedTuple):
    """A match of one form: where it stands, the day and year of publication, and whether its clause looks forward."""

    m: re.Match[str]
    span: Span
    text: str
    today: dt.date | None
    year: int | None
    future: bool


def looks_forward(text: str, span: Span) -> bool:
    """Whether the words of the clause around a date speak of something to come.

    The nearest verb decides: "said he would return on Friday" looks forward, "until he quit on Friday" does not.
    """
    start = span.start + 2 * text.startswith("of ", span.start)  # "ahead of June" begins with its "of"
    left = re.split(r"[.!?;\n\r“”\"]", text[max(0, span.start - 120) : start])[-1]
    right = re.split(r"[.!?;\n\r“”\"]", text[span.end : span.end + 40])[0]
    if _TO_COME.match(right):
        return True
    near = left[-70:] if len(left) > 70 else left
    marks = [m.end() for m in FUTURE.finditer(near)]
    told = _tells(near[marks[-1] :] if marks else near)
    return not told and bool(marks or TERM.search(near))


_TO_COME = re.compile(
    r"\s*(?:summit|meeting|deadline|talks|(?:in|of) the (?:(?:week|days) (?:ahead|to come)|(?:coming|next) week))\b"
)
_WORDS = re.compile(r"[\w’']+")
_BEFORE_PARTICIPLE = frozenset(
    ["be", "been", "being", "is", "are", "get", "has", "have", "the", "a", "an", "to", "newly"]
)
_TOLD = frozenset(["was", "were", "had", "did"])
# Past and present are one: "must beat them in November" tells nothing.
_EITHER = frozenset(
    ["beat", "put", "set", "cut", "let", "hit", "hurt", "quit", "split", "spread", "shut", "read", "run"]
)


def _tells(words: str) -> bool:
    """Whether a verb in the past tense stands among the words; a participle after "be" is none."""
    seen = [w.lower() for w in _WORDS.findall(words)]
    return any(
        w in _TOLD or (looks_finite(w) and w not in _EITHER and not _BEFORE_PARTICIPLE & set(seen[max(0, k - 2) : k]))
        for k, w in enumerate(seen)
    )


def month_in(words: str) -> int | None:
    """The number of the first month that the words name."""
    for word in re.findall(r"[A-Za-z]+", words):
        if word.lower() in MONTHS and word[0].isupper():
            return MONTHS[word.lower()]
    return None
