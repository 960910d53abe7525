"""One report as this room reads it: tokens, sentences, paragraphs and quoted stretches, looked up by place."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from twosource.model import Reading, Span
from twosource.text.quotes import quotations

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., C.I.A.
    r"|(?:Mr|Mrs|Ms|Dr|Lt|Gen|Sen|Sens|Rep|Reps|Gov|Sgt|Col|Capt|Maj|Prof|Rev|St|Jr|Sr|Adm|Brig|Cmdr|Cpl|Hon|Supt|Det)\."
    r"|[A-Z]\.(?=\s[A-Z])"  # a middle initial
    r"|[’']s\b"
    r"|[^\W_]+(?:[’'‑-](?!s\b)[^\W_]+)*"
    r"|\S"
)


# A sentence of running text: six words or more, and a full stop.
_PROSE = re.compile(r"(?:[“\"‘']?\S+\s+){5,}\S+[.!?][”\"’']?$", re.DOTALL)


class Token(NamedTuple):
    """A word or mark: its place, its text, its lower-case form with plain apostrophes, and its sentence's index."""

    start: int
    end: int
    text: str
    low: str
    sentence: int

    @property
    def word(self) -> bool:
        """True for words, false for punctuation."""
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        """True where the first letter is a capital."""
        return self.text[0].isupper()


class Page:
    """A Reading prepared for look-ups by place. Built once a report, never changed after.

    Furniture has no tokens, unless it is prose (a caption, a summary line): names stand there too, but nobody is
    credited there and no pronoun looks there (``aside``).
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.report = reading.report.id
        self.text = reading.report.text
        furniture = list(reading.report.furniture) + [s.span for s in reading.sentences if s.furniture]
        self._furniture = sorted(furniture)
        self.sentences: list[Span] = []
        self.paragraph_of: list[int] = []
        self.tokens: list[Token] = []
        self.first: list[int] = []  # index of each sentence's first token
        self.aside: list[bool] = []
        for sentence in reading.sentences:
            aside = self.is_furniture(sentence.span)
            if aside and not _PROSE.match(self.text[sentence.span.start : sentence.span.end]):
                continue
            self.aside.append(aside)
            k = len(self.sentences)
            self.sentences.append(sentence.span)
            self.paragraph_of.append(sentence.paragraph)
            self.first.append(len(self.tokens))
            for match in _TOKEN.finditer(self.text, sentence.span.start, sentence.span.end):
                low = match.group().lower().replace("’", "'")
                self.tokens.append(Token(match.start(), match.end(), match.group(), low, k))
        bounds = [*self.first, len(self.tokens)]
        self.titled = [_title_case(self.tokens[a:b]) for a, b in itertools.pairwise(bounds)]
        self._starts = [s.start for s in self.sentences]
        self._token_starts = [t.start for t in self.tokens]
        self.quoted = [q.span for q in quotations(self.text)]
        self._quote_starts = [q.start for q in self.quoted]
        self.names_at = {name.span.start for name in reading.names if name.kind in ("organisation", "place")}
        headline = reading.report.headline
        self.headline = headline

    def is_furniture(self, span: Span) -> bool:
        """True where most of the span is furniture."""
        inside = sum(max(0, min(span.end, f.end) - max(span.start, f.start)) for f in self._furniture)
        return 2 * inside > span.end - span.start

    def skipped(self, span: Span) -> bool:
        """True for furniture that has no tokens."""
        return self.is_furniture(span) and not (
            self.sentences and self.sentences[self.sentence_at(span.start)].end >= span.end
        )

    def aside_at(self, offset: int) -> bool:
        """True in furniture's prose."""
        return bool(self.aside) and self.aside[self.sentence_at(offset)]

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence that holds this character, or of the last one before it; 0 at the very start."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds this character."""
        return self.paragraph_of[self.sentence_at(offset)] if self.sentences else 0

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after this character."""
        i = max(0, bisect_right(self._token_starts, offset) - 1)
        return i if i < len(self.tokens) and self.tokens[i].end > offset else min(i + 1, len(self.tokens))

    def in_quote(self, offset: int) -> bool:
        """True where this character stands between quotation marks."""
        i = bisect_right(self._quote_starts, offset) - 1
        return i >= 0 and self.quoted[i].start <= offset < self.quoted[i].end

    def quote_around(self, offset: int) -> Span | None:
        """The quotation that holds this character."""
        i = bisect_right(self._quote_starts, offset) - 1
        return self.quoted[i] if i >= 0 and self.quoted[i].start <= offset < self.quoted[i].end else None

    def quotes_in(self, span: Span) -> list[Span]:
        """The quotations that begin within two offsets."""
        return self.quoted[bisect_left(self._quote_starts, span.start) : bisect_left(self._quote_starts, span.end)]

    def slice(self, start: int, end: int) -> Sequence[Token]:
        """The tokens within two offsets."""
        return self.tokens[self.token_at(start) : self.token_at(end)]


def _title_case(tokens: Sequence[Token]) -> bool:
    """True for a headline in title case or all capitals, where a capital says nothing."""
    long = [t for t in tokens if t.word and len(t.text) > 3 and not t.text[0].isdigit()]
    return len(long) >= 4 and sum(t.capital for t in long) >= 0.8 * len(long)
