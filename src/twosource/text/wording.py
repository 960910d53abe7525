"""Two passages compared word by word: what was cut, added and changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal, NamedTuple

from twosource.model import Span


class Word(NamedTuple):
    """A word as it stands (``text``, ``span``) and as it is compared (``key``: folded, plain apostrophe)."""

    text: str
    span: Span
    key: str


class Change(NamedTuple):
    """One difference: ``cut`` words stand only in a, ``added`` ones only in b, ``changed`` ones in both places.

    ``a`` and ``b`` are spans in the two texts; the span of the side without words is empty and marks where they
    would stand.
    """

    kind: Literal["cut", "added", "changed"]
    a: Span
    b: Span


_TOKEN = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?|[$£€¥]?\d+(?:[.,]\d+)*%?|[^\W\d_]+(?:[’'][^\W\d_]+)*")

# Words that carry no content of their own: closed classes of English and their contracted forms.
FUNCTION_WORDS = frozenset(
    """
a an the this that these those there here it its he him his she her hers they them their theirs we us our ours you
your yours i me my mine himself herself itself themselves ourselves yourself myself who whom whose which what when
where why how and or but nor so if than then as of in on at by for from to into onto with without within about over
under between among against during after before since until till through across along around near off out up down
again also too just only even very more most much many such own same other another some any each every all both few
be is are was were been being am do does did done doing have has had having will would shall should can could may
might must not no n't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't it's that's he's
she's they're we're you're i'm i've they've we've i'd he'd they'd i'll we'll they'll there's what's let's while because
""".split()  # noqa: SIM905 - a list of words reads better as words
)


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]`` with their spans in ``text``; numbers keep their sign, comma and point."""
    stop = len(text) if end is None else end
    return tuple(Word(m.group(), Span(m.start(), m.end()), _key(m.group())) for m in _TOKEN.finditer(text, start, stop))


def _key(word: str) -> str:
    """As it is compared: folded, a plain apostrophe, an abbreviation without its points."""
    low = word.casefold().replace("’", "'")
    return low.replace(".", "") if word[0].isalpha() else low


def content_words(found: Iterable[Word]) -> tuple[Word, ...]:
    """Those of the words that say something by themselves."""
    return tuple(w for w in found if w.key not in FUNCTION_WORDS and w.key.removesuffix("'s") not in FUNCTION_WORDS)


@lru_cache(maxsize=65536)
def stem(key: str) -> str:
    """A crude common form of a word's inflections: plural, possessive, past, -ing, -er of verbs; never under 3 letters.

    It joins "recruit", "recruits", "recruited", "recruiting" and "recruitment"; it is for comparing, not for showing.
    """
    key = key.removesuffix("'s").removesuffix("'")
    for ending, put in (
        ("ments", ""), ("ment", ""), ("ations", ""), ("ation", ""), ("ities", "ity"), ("ies", "y"), ("ied", "y"),
        ("ings", ""), ("ing", ""), ("edly", ""), ("ed", ""), ("sses", "ss"), ("xes", "x"), ("ches", "ch"),
        ("shes", "sh"), ("ors", ""), ("ers", ""), ("es", "e"), ("s", ""), ("e", ""),
    ):  # fmt: skip
        if key.endswith(ending) and len(key) - len(ending) + len(put) >= 3 and not key.endswith(("ss", "us")):
            key = key[: len(key) - len(ending)] + put
            break
    if len(key) > 4 and key[-1] == key[-2] and key[-1] not in "sl":
        key = key[:-1]
    return key.removesuffix("e") if len(key) > 3 else key


def difference(a: Sequence[Word], b: Sequence[Word]) -> tuple[Change, ...]:
    """What must be cut, added and changed to make the words of ``a`` those of ``b``, in text order.

    Case, kind of apostrophe and punctuation are no difference.
    """
    matcher = SequenceMatcher(None, [w.key for w in a], [w.key for w in b], autojunk=False)
    out = []
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag == "equal":
            continue
        kind: Literal["cut", "added", "changed"] = {"delete": "cut", "insert": "added"}.get(tag, "changed")  # type: ignore[assignment]
        out.append(Change(kind, _cover(a, i, j), _cover(b, k, n)))
    return tuple(out)


def _cover(found: Sequence[Word], start: int, end: int) -> Span:
    if start < end:
        return Span(found[start].span.start, found[end - 1].span.end)
    at = found[start - 1].span.end if start else (found[0].span.start if found else 0)
    return Span(at, at)
