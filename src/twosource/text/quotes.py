"""Where a text quotes: spans between quotation marks of any house style."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.model import Span


class Quotation(NamedTuple):
    """Quoted words (``span``, without the marks), with their marks (``outer``).

    ``closed`` is false where the closing mark is missing and the quotation was ended at its paragraph.
    ``continues`` is true where it goes on with the unclosed quotation of the paragraph before, as is the custom for
    quotations of several paragraphs. ``single`` says that single marks were used.
    """

    span: Span
    outer: Span
    closed: bool
    continues: bool = False
    single: bool = False


_PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
_MARK = re.compile("[\"“”„‟«»‘’'‹›‚]")
_OPENS = {"“": '"', "„": '"', "‟": '"', "«": "»", "‹": "›", "‘": "'", "‚": "'"}
_BEFORE_OPENING = frozenset("([{<—–-:;,/…")


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in order, outermost only; paragraphs are lines.

    Marks of different kinds may close each other (“so"), as they do after careless editing. Apostrophes and inch
    signs are no marks. Single marks count only when they are closed within the paragraph. Linear in the text.
    """
    found: list[Quotation] = []
    open_before = False
    for match in _PARAGRAPH.finditer(text):
        here = _in_paragraph(text, match.start(), match.end())
        if here and open_before:
            first = here[0]
            lead = text[match.start() : first.outer.start]
            if not lead.strip() and not first.single:
                here[0] = first._replace(continues=True)
        if text[match.start() : match.end()].strip():
            open_before = bool(here) and not here[-1].closed
        found += here
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None  # where the open double mark stands
    wants = ""
    single: int | None = None
    for match in _MARK.finditer(text, start, end):
        i, mark = match.start(), match.group()
        before = text[i - 1] if i > start else " "
        after = text[i + 1] if i + 1 < end else " "
        if mark in "'‘’‚":
            if opened is None:
                single = _single(text, found, single, i, mark, before, after)
            continue
        if opened is None:
            if _opens(mark, before, after):
                opened, wants = i, _OPENS.get(mark, '"')
                single = None
        elif _closes(mark, wants, before, after):
            found.append(Quotation(Span(opened + 1, i), Span(opened, i + 1), True))
            opened = None
        elif mark in "“„" or (mark == '"' and _opens(mark, before, after)):
            # A second opening: the first was never closed; it ends where the next begins.
            found.append(_unclosed(text, opened, i))
            opened = i
    if opened is not None:
        found.append(_unclosed(text, opened, end))
    return [q for q in found if q.span.end > q.span.start]


def _unclosed(text: str, opened: int, end: int) -> Quotation:
    while end > opened + 1 and text[end - 1].isspace():
        end -= 1
    return Quotation(Span(opened + 1, end), Span(opened, end), False)


def _opens(mark: str, before: str, after: str) -> bool:
    if mark in "“„‟«‹":
        return not after.isspace() or mark == "«"
    if mark == '"':
        return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    # A closing curly mark that stands where one opens: an editor's autocorrection.
    return mark == "”" and before.isspace() and not after.isspace()


def _closes(mark: str, wants: str, before: str, after: str) -> bool:
    if wants in "»›":
        return mark == wants
    if mark == "”":
        return True
    if mark == '"':
        return not before.isspace() or after.isspace() or not after.isalnum()
    return mark == "“" and not before.isspace() and (after.isspace() or not after.isalnum())  # German „so“


def _single(
    text: str, found: list[Quotation], opened: int | None, i: int, mark: str, before: str, after: str
) -> int | None:
    """Where a single quotation is open after this mark; a closed one is added to ``found``."""
    if opened is None:
        starts = mark in "‘‚" or (before.isspace() or before in _BEFORE_OPENING)
        return i if starts and mark != "’" and not after.isspace() and not before.isalnum() else None
    if mark in "'’" and not before.isspace() and not after.isalnum():
        inside = text[opened + 1 : i]
        if before == "s" and not any(c in ".,!?" for c in inside[-2:]) and _closed_later(text, i):
            return opened  # a plural's possessive inside: 'the generals' choice'
        found.append(Quotation(Span(opened + 1, i), Span(opened, i + 1), True, single=True))
        return None
    return opened


_LATER = 200  # characters looked ahead for the real closing mark; a single-marked quotation is short


def _closed_later(text: str, i: int) -> bool:
    ahead = re.split(r"[\r\n“”\"‘]", text[i + 1 : i + 1 + _LATER], maxsplit=1)[0]
    return bool(re.match(r" \w[^.!?]*\w[,.!?]?['’](?!\w)", ahead))
