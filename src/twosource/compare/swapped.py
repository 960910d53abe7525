"""One name in the place of another: passages that tell the same, but of another person, body or place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Name, NameKind, Place, Reading, Span
from twosource.text.wording import difference, words

# Weighted share of common words (of the longer one) and likeness of vectors from which two sentences tell one thing.
BOTH, COSINE = 0.45, 0.7

_KINDS: dict[NameKind, str] = {"person": "actor", "organisation": "actor", "place": "place"}


def names_swapped(page: Page, pairs: Sequence[Pair], readings: Sequence[Reading]) -> Iterator[tuple[Pair, Found]]:
    """Pairs of sentences in which one name stands where the other sentence has another of the same kind."""
    names: dict[str, list[Name]] = defaultdict(list)
    for reading in readings:
        names[reading.report.id] = [n for n in reading.names if n.kind in _KINDS]
    for pair in pairs:
        if pair.both < BOTH or pair.cosine < COSINE or pair.a.headline or pair.b.headline:
            continue
        for change in difference(words(pair.a.text), words(pair.b.text)):
            one, other = _name(names, pair.a, change.a), _name(names, pair.b, change.b)
            if change.kind != "changed" or one is None or other is None or one.kind != other.kind:
                continue
            here, there = _words(page, pair.a, one), _words(page, pair.b, other)
            if _akin(here, there) or _known(pair, here, there):
                continue
            yield (
                pair,
                Found(
                    _KINDS[one.kind],
                    _place(page, pair.a, change.a),
                    _place(page, pair.b, change.b),
                    f"“{here}” here, “{there}” there, in otherwise like words.",
                    0.3 + pair.both / 2,
                ),
            )
            break


def _name(names: dict[str, list[Name]], told: Told, at: Span) -> Name | None:
    """The name that is all of the changed words, an article or title apart."""
    start, end = told.span.start + at.start, told.span.start + at.end
    inside = [n for n in names[told.report] if n.span.start < end and start < n.span.end]
    if len(inside) != 1 or end - start > inside[0].span.end - inside[0].span.start + TITLE:
        return None
    return inside[0]


TITLE = 6  # letters besides the name: an article, "Mr."


def _akin(a: str, b: str) -> bool:
    """Whether one name shortens the other, spells it otherwise or is its initials."""
    one, other = ({w.key for w in words(x)} for x in (a, b))
    if one & other:
        return True
    initials = ["".join(w.text[0] for w in words(x) if w.text[0].isupper()).casefold() for x in (a, b)]
    return initials[0] in other or initials[1] in one or a[:3].casefold() == b[:3].casefold()


def _known(pair: Pair, here: str, there: str) -> bool:
    """Whether either sentence has the other's name too: then it is no swap but another order."""
    return here in pair.b.text or there in pair.a.text


def _words(page: Page, told: Told, name: Name) -> str:
    return " ".join(page.texts[told.report][name.span.start : name.span.end].split())


def _place(page: Page, told: Told, at: Span) -> Place:
    return page.clause(told, Span(told.span.start + at.start, told.span.start + at.end))
