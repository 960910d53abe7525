"""The sentences of a report."""

from __future__ import annotations

from twosource.model import Report, Span
from twosource.reading import read
from twosource.reading.sentences import MOST_CHARACTERS, sentences_of
from twosource.settings import Settings
from twosource.text.paragraphs import paragraphs


def test_a_sentence_stays_in_its_paragraph_and_knows_furniture() -> None:
    text = "The bridge fell. Nobody was hurt.\n\nRead more: All our bridges"
    furniture = (Span(text.index("Read"), len(text)),)
    found = sentences_of(text, paragraphs(text), furniture)
    assert [(text[s.span.start : s.span.end], s.paragraph, s.furniture) for s in found] == [
        ("The bridge fell.", 0, False),
        ("Nobody was hurt.", 0, False),
        ("Read more: All our bridges", 1, True),
    ]


def test_text_without_stops_is_cut_into_bounded_sentences() -> None:
    for text in ("the ferry left at noon " * 1_000, "a" * 20_000):
        found = sentences_of(text, paragraphs(text), ())
        assert max(s.span.end - s.span.start for s in found) <= MOST_CHARACTERS
        assert "".join(text[s.span.start : s.span.end] for s in found).replace(" ", "") == text.replace(" ", "")


def test_there_is_a_vector_for_each_sentence() -> None:
    text = "The bridge fell. Nobody was hurt."
    seen = read(Report(id="r", text=text, sha256=""), settings=Settings())
    assert seen.vectors.shape == (2, 384)
    assert not read(Report(id="r", text=text, sha256=""), settings=Settings(), vectors=False).vectors.any()
