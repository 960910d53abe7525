"""Names grown to the whole run of capitals they stand in: an encoder cuts short what it has never read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.gazetteer.roles import is_organisation_head, is_role, is_title
from twosource.model import Name, NameKind, Span

# A capitalised word after a name and one blank, up to its possessive.
_AFTER = re.compile(r"[ \xa0]([A-Z](?:[^\W\d_]|[-‐‑&](?=[A-Z]))+)(?![-‐‑\w])")
_BEFORE = re.compile(r"(?<![\w.’'-])([A-Z](?:[^\W\d_]|-(?=[A-Z]))*|[A-Z]\.)[ \xa0]$")
_WORD = re.compile(r"[^\W\d_]{4,}")
# A line in which more of its longer words are capitalised is a headline or a list, where capitals say nothing; of
# four such words it cannot be told.
HEADLINE, FEW = 0.6, 4
# Characters looked at before a name for the word that stands there.
NEAR = 40


def grown(text: str, names: Sequence[Name]) -> list[Name]:
    """The people, organisations and places with the capitalised words beside them, those that meet made one."""
    lines = _Lines(text)
    taken = [name.span for name in names]
    found: list[Name] = []
    for k, name in enumerate(names):
        if name.kind in ("date", "number", "group") or lines.headline(name.span.start):
            found.append(name)
            continue
        low = taken[k - 1].end if k else 0
        high = taken[k + 1].start if k + 1 < len(taken) else len(text)
        start = _start(text, name, low)
        end = _end(text, name, high)
        kind: NameKind = name.kind
        if end > name.span.end and is_organisation_head(text[start:end].rsplit(maxsplit=1)[-1].lower()):
            kind = "organisation"
        before = found[-1] if found else None
        if before and before.kind == kind and text[before.span.end : start] in (" ", "\xa0"):
            found[-1] = Name(Span(before.span.start, end), kind)
        else:
            found.append(Name(Span(start, end), kind))
    return found


def _end(text: str, name: Name, high: int) -> int:
    end = name.span.end
    if text[end - 1] == ".":  # "in the U.S. It rained"
        return end
    while (match := _AFTER.match(text, end)) and match.end() <= high:
        word = match.group(1)
        if is_title(word) or is_role(word):  # "Senate Minority Leader" holds no other name than the Senate
            return name.span.end
        if len(word) > 1 and word.isupper():  # somebody shouts
            break
        end = match.end()
    return end


def _start(text: str, name: Name, low: int) -> int:
    start = name.span.start
    while match := _BEFORE.search(text, max(low, start - NEAR), start):
        word = match.group(1)
        if len(word) == 1 or word == "The":
            break
        if word[-1] != "." and (
            name.kind == "person" or is_title(word) or is_role(word) or _opens(text, match.start())
        ):
            break
        start = match.start()
    return start


def _opens(text: str, at: int) -> bool:
    """Whether a sentence or a line begins here, so that the capital says nothing."""
    before = text[max(0, at - 3) : at].rstrip(" \xa0")
    return not before or before[-1] in "\r\n.!?:;“\"”‘'’—–-(["


class _Lines:
    """Which lines of a text are headlines; each is looked at once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._headline = False

    def headline(self, at: int) -> bool:
        if at > self._end:
            start = self._text.rfind("\n", 0, at) + 1
            end = self._text.find("\n", at)
            self._end = end if end >= 0 else len(self._text)
            words = _WORD.findall(self._text, start, self._end)
            capitals = sum(word[0].isupper() for word in words)
            self._headline = len(words) > FEW and capitals > HEADLINE * len(words)
        return self._headline
