"""Drift of wording: a passage that descends from the same origin, with a part of it told in other words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Place, Span
from twosource.text.verbs import REPORTING, looks_finite, opens_participle
from twosource.text.wording import Change, Word, content_words, difference, stem, words
from twosource.text.words import lemma

# Words shared by both (weighted share of the longer) and likeness of vectors from which a sentence is a retelling of
# the other and not only on the same matter.
BOTH, COSINE = 0.4, 0.75
SLOT = 4  # words of a replaced part; a longer one is another clause


def reworded(page: Page, pairs: Sequence[Pair]) -> Iterator[Found]:
    """Retellings in which a part between shared words was replaced by words of other meaning."""
    for pair in pairs:
        if pair.a.headline or pair.b.headline or pair.both < BOTH or pair.cosine < COSINE or not _one_origin(pair):
            continue
        a, b = words(pair.a.text), words(pair.b.text)
        changes = [c for c in difference(a, b) if _slot(pair, c)]
        if not changes:
            continue
        for change in sorted(changes, key=lambda c: (c.a.start - c.a.end + c.b.start - c.b.end, c.a.start))[:2]:
            one, other = _at(pair.a, change.a), _at(pair.b, change.b)
            yield Found(
                "wording",
                _place(page, pair.a, change.a),
                _place(page, pair.b, change.b),
                f"Retold in other words: “{one}” became “{other}”.",
                0.3 + pair.both / 2,
            )


def _one_origin(pair: Pair) -> bool:
    return bool(pair.a.origins & pair.b.origins) or bool(pair.a.speakers & pair.b.speakers)


def _slot(pair: Pair, change: Change) -> bool:
    """A replacement, short on both sides, of content by other content."""
    if change.kind != "changed":
        return False
    one, other = words(pair.a.text, *change.a), words(pair.b.text, *change.b)
    if len(one) > SLOT or len(other) > SLOT:
        return False
    left, right = _telling(one), _telling(other)
    if {w.key.rstrip("%") for w in one} & {w.key.rstrip("%") for w in other if w.key[0].isdigit()}:
        return False  # "10%" and "10 percent"
    if not left or not right or left & right:
        return False
    # Another verb is mostly another word for the same ("offered", "granted"); what was offered is the matter.
    if (
        any(_verbal(t, w) for t, ws in ((pair.a.text, one), (pair.b.text, other)) for w in ws)
        or max(len(left), len(right)) < 2
    ):
        return False
    # A name for a common noun, or a title for another, is another way to point at the same.
    if any(w.text[0].isupper() for w in (*one, *other)):
        return False
    # What only moved is not replaced: it stands elsewhere in the other sentence.
    return not left <= {stem(w.key) for w in words(pair.b.text)} and not right <= {
        stem(w.key) for w in words(pair.a.text)
    }


def _verbal(text: str, word: Word) -> bool:
    """Whether a word is a verb as it stands; an -ing form before "for" or a comma is a noun: "housing for them"."""
    if opens_participle(word.text):
        return _NOMINAL.match(text, word.span.end) is None
    return looks_finite(word.text) is not None


_NOMINAL = re.compile(r"\s+(?:for|of|and|or)\b|[,.;]")


def _telling(found: Sequence[Word]) -> set[str]:
    """The stems of what carries content; who says so, and that he says it, is not what is told."""
    return {stem(w.key) for w in content_words(found) if lemma(w.text) not in REPORTING}


def _at(told: Told, span: Span) -> str:
    return re.sub(r"\s+", " ", told.text[span.start : span.end])


def _place(page: Page, told: Told, span: Span) -> Place:
    base = told.span.start
    return page.clause(told, Span(base + span.start, base + span.end))
