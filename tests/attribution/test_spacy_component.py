"""Who said what, inside a spaCy pipeline."""

from __future__ import annotations

import pytest

spacy = pytest.importorskip("spacy")

TEXT = "The harbour\xa0master said the ferry had left. Forty were on board.\n\n“Nobody was hurt,” she added. 🚢 sailed."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("twosource_attribution")
    return nlp


def test_statements_and_their_spans_are_set(nlp):
    doc = nlp(TEXT)
    first, second = doc._.statements
    assert TEXT[slice(*first.source)] == "The harbour\xa0master"
    assert "ferry had left" in TEXT[slice(*first.content[0])]
    assert TEXT[slice(*second.source)] == "she"
    parts = {(span.id_, span.label_) for span in doc.spans["statements"]}
    assert parts == {(s.id, label) for s in (first, second) for label in ("content", "cue", "source")}
    said = next(span for span in doc.spans["statements"] if span.id_ == second.id and span.label_ == "content")
    assert "Nobody was hurt" in said.text


def test_a_text_without_statements_and_an_empty_one_have_none(nlp):
    for text in ("", "The ferry left at noon."):
        doc = nlp(text)
        assert doc._.statements == ()
        assert len(doc.spans["statements"]) == 0


def test_a_doc_gives_the_same_after_it_was_stored_and_in_other_processes(nlp):
    doc = nlp(TEXT)
    stored = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    (elsewhere,) = nlp.pipe([TEXT], n_process=2)
    for other in (stored, elsewhere):
        assert other._.statements == doc._.statements
        assert [s.text for s in other.spans["statements"]] == [s.text for s in doc.spans["statements"]]


def test_a_pipeline_with_it_can_be_stored(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.statements == nlp(TEXT)._.statements
