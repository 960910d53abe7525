"""What is said between quotation marks, utterance by utterance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from twosource.compare.told import Page, Told, covering
from twosource.model import Place, Span
from twosource.text.quotes import Quotation
from twosource.text.wording import FUNCTION_WORDS, Word, content_words, stem, words


class Utterance(NamedTuple):
    """One quoted sentence, or part of one, in the sentence ``told`` of its report.

    ``found`` are its words, contractions as two words each; ``stems`` those of its content words; ``whole`` says that
    it begins with a capital as a sentence does.
    """

    told: Told
    span: Span
    found: tuple[Word, ...]
    stems: frozenset[str]
    whole: bool

    @property
    def place(self) -> Place:
        """Where the quoted words stand."""
        return Place(self.told.report, self.span.start, self.span.end)

    def akin(self, other: Utterance) -> bool:
        """Whether both are known to be of one speaker or one origin."""
        return bool(self.told.speakers & other.told.speakers) or bool(self.told.origins & other.told.origins)


def utterances(page: Page) -> Iterator[Utterance]:
    """The sentences (or parts of one) between quotation marks; the same words of one person once."""
    seen: set[tuple[tuple[str, ...], frozenset[str]]] = set()
    for report in sorted(page.quotations):
        text = page.texts[report]
        for spans, whole in _pieces(text, page.quotations[report]):
            found = tuple(w for span in spans for w in _outside_brackets(text, *span))
            told = covering(page.by_report.get(report, ()), *spans[0])
            stems = frozenset(stem(w.key) for w in content_words(found))
            if not told or not stems:
                continue
            item = Utterance(told[0], Span(spans[0].start, spans[-1].end), found, stems, whole)
            speaker = named_speaker(page, item)
            key = (tuple(w.key for w in found), speaker[1] if speaker else frozenset())
            if key not in seen:  # the same words of the same person, in many reports, are compared once
                seen.add(key)
                yield item


FRAME = 60  # characters between two parts of one quoted sentence: "he said", "Ana Lind told reporters on Monday"


_FRAME = re.compile(r"\s*[\w’'-]+ \w[^.!?\n]*,\s*")  # "he said,": two words at least, and a comma before it goes on


def _pieces(text: str, found: tuple[Quotation, ...]) -> Iterator[tuple[tuple[Span, ...], bool]]:
    """The quoted sentences: the spans of the parts of each, and whether it begins as a sentence does."""
    open_: tuple[tuple[Span, ...], bool] | None = None
    for k, quotation in enumerate(found):
        pieces: list[tuple[tuple[Span, ...], bool]] = [
            ((Span(a, b),), whole) for a, b, whole in _split(text, quotation.span)
        ]
        if open_ is not None and pieces:
            pieces[0] = ((*open_[0], *pieces[0][0]), open_[1])
        open_ = None
        after = found[k + 1] if k + 1 < len(found) else None
        between = text[quotation.outer.end : after.outer.start] if after else ""
        comma = text[quotation.span.start : quotation.span.end].rstrip().endswith(",")
        if pieces and comma and len(between) <= FRAME and _FRAME.fullmatch(between):
            open_ = pieces.pop()
        yield from pieces


_BRACKETS = re.compile(r"\[[^\]]*\]?|\([^)]*\)?")


def _outside_brackets(text: str, start: int, end: int) -> tuple[Word, ...]:
    """The words of the one quoted; what stands in brackets is the reporter's."""
    inside = [m.span() for m in _BRACKETS.finditer(text, start, end)]
    outside = (w for w in words(text, start, end) if not any(a <= w.span.start < b for a, b in inside))
    return tuple(part for word in outside for part in _in_full(word))


# Whether a quotation has "don't" or "do not" is the desk's choice, not the speaker's.
_CONTRACTED = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
_IRREGULAR = {"can't": "can", "won't": "will", "cannot": "can"}


def _in_full(word: Word) -> tuple[Word, ...]:
    """The word, or the two that were contracted into it."""
    if word.key in _IRREGULAR:
        return word._replace(key=_IRREGULAR[word.key]), word._replace(key="not")
    for ending, full in _CONTRACTED:
        if word.key.endswith(ending) and len(word.key) > len(ending):
            return word._replace(key=word.key.removesuffix(ending)), word._replace(key=full)
    return (word,)


_END = re.compile(r"[.!?…](?=[\s”\"’']|$)\s*")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Jr|vs))\.$")


def _split(text: str, span: Span) -> Iterator[tuple[int, int, bool]]:
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        if _ABBREVIATED.search(text[start : match.start() + 1]) and match.end() < span.end:
            continue
        yield start, match.start(), text[start : start + 1].isupper()
        start = match.end()
    if text[start : span.end].strip():
        yield start, span.end, text[start : start + 1].isupper()


def named_speaker(page: Page, item: Utterance) -> tuple[str, frozenset[str]] | None:
    """The words that name who said it, and the names among them; ``None`` where no name stands there."""
    for statement in item.told.statements:
        inside = any(c.start < item.span.end and item.span.start < c.end for c in statement.content)
        if inside and statement.source is not None and statement.form != "indirect":
            text = page.texts[item.told.report][statement.source.start : statement.source.end]
            names = frozenset(w.key.removesuffix("'s") for w in words(text) if w.text[0].isupper())
            names -= _TITLES | FUNCTION_WORDS
            # An office's or a spokesman's words are its chief's too: only people's own names are told apart.
            plain = all(w.text[0].isupper() or w.key in FUNCTION_WORDS for w in words(text))
            return (" ".join(text.split()), names) if names and plain else None
    return None


_TITLES = frozenset(
    "mr mrs ms dr sen rep gov gen president senator representative governor minister".split()  # noqa: SIM905
)
