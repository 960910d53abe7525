"""Who said what, on invented sentences."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from twosource import attribution, reading
from twosource.model import Reading, Report, Span, Statement
from twosource.reading import inner
from twosource.settings import Settings


def read(text: str) -> Reading:
    return reading.read(Report(id="r", text=text, sha256=""), settings=Settings(), vectors=False)


def found(text: str) -> list[tuple[str, str | None, str]]:
    """(source, cue, content) of each statement, as words."""
    return [
        (
            text[s.source[0] : s.source[1]] if s.source else "",
            text[s.cue[0] : s.cue[1]] if s.cue else None,
            " … ".join(text[a:b] for a, b in s.content),
        )
        for s in attribution.statements(read(text))
    ]


def only(text: str) -> Statement:
    (statement,) = attribution.statements(read(text))
    return statement


CASES = [
    ("The harbour master said the ferry had left at noon.", "harbour master", "ferry had left"),
    ("“The bridge will hold,” said Anna Lindqvist, the engineer.", "Anna Lindqvist", "The bridge will hold"),
    ('"The bridge will hold," said Anna Lindqvist, the engineer.', "Anna Lindqvist", "The bridge will hold"),
    ("According to the ministry, forty houses were flooded.", "the ministry", "forty houses were flooded"),
    ("Police believe that the fire was set on purpose.", "Police", "the fire was set on purpose"),
    ("Mayor Tomas Berg denied that the council had been told.", "Berg", "the council had been told"),
    ("The company promised to rebuild the school by spring.", "The company", "to rebuild the school"),
    ("«The bridge will hold», said Anna Lindqvist, the engineer.", "Anna Lindqvist", "The bridge will hold"),
    ("„The bridge will hold“, said Anna Lindqvist, the engineer.", "Anna Lindqvist", "The bridge will hold"),
    ("THE HARBOUR MASTER SAID THE FERRY HAD LEFT AT NOON.", "HARBOUR MASTER", "FERRY HAD LEFT"),
    ("The harbour\xa0master said the\xa0ferry had left at\xa0noon.", "harbour\xa0master", "ferry had left"),
]


@pytest.mark.parametrize(("text", "source", "content"), CASES)
def test_a_statement_has_its_source_and_its_content(text: str, source: str, content: str) -> None:
    assert any(source in s and content in c for s, _, c in found(text)), found(text)


def test_an_interrupted_quotation_is_one_statement_of_two_parts() -> None:
    statement = only("“The bridge will hold,” said Anna Lindqvist, “and the road will open on Monday.”")
    assert len(statement.content) == 2
    assert statement.form == "direct"


def test_two_statements_may_share_their_source() -> None:
    text = "Mayor Tomas Berg said that the school was safe, adding that classes would start on Monday."
    statements = attribution.statements(read(text))
    assert len(statements) == 2
    assert len({s.source for s in statements}) == 1


FORMS = [
    ("“The bridge will hold,” said Anna Lindqvist.", "direct"),
    ("Anna Lindqvist said the bridge would hold.", "indirect"),
    ("Anna Lindqvist said the bridge was “as safe as any house” in the valley.", "mixed"),
]


@pytest.mark.parametrize(("text", "form"), FORMS)
def test_form_follows_from_the_quotation_marks(text: str, form: str) -> None:
    assert only(text).form == form


STANCES = [
    ("Anna Lindqvist said the bridge would hold.", "asserts"),
    ("Anna Lindqvist denied that the bridge was unsafe.", "denies"),
    ("A spokesman for the mill declined to comment on the strike.", "no comment"),
    ("Anna Lindqvist suggested that the bridge may be unsafe.", "hedges"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance_follows_from_cue_and_content(text: str, stance: str) -> None:
    assert only(text).stance == stance


def test_a_quotation_set_apart_is_of_who_introduced_it() -> None:
    text = (
        "Lindqvist disagreed and continued:\n\n“The bridge was built in a year. The mayor, Tomas Berg, told us that it "
        "would hold, and we believed him. It is the same every spring.”"
    )
    assert any(source == "Lindqvist" and "built in a year" in content for source, _, content in found(text))


def test_the_outlets_own_voice_is_no_statement() -> None:
    assert found("The ferry left the harbour at noon. Forty passengers were on board.") == []


def test_the_same_text_gives_the_same_statements_whatever_else_is_read() -> None:
    text = "Anna Lindqvist said the bridge would hold.\n\nThe mill said it had hired forty people."
    first = attribution.statements(read(text))
    read("Something else entirely, the baker said. " * 50)
    assert attribution.statements(read(text)) == first


def test_an_empty_text_has_no_statements() -> None:
    assert found("") == []
    assert found(" \n\n ") == []


SENTENCE = "The harbour master said the ferry had left at noon and that forty passengers were on board. "
BAD = {
    "unpunctuated": SENTENCE.replace(".", "").lower() * 30,
    "capitals": SENTENCE.upper() * 30,
    "unbalanced": "“" + SENTENCE.replace("the ferry", "“the ferry") * 30,
    "only marks": "“”\"'«»„" * 500,
    "one word": "a" * 100_000,
    "astral": "🚢 The harbour master said “🚢 left at noon”. " * 30,
}


@pytest.mark.parametrize("kind", sorted(BAD))
def test_places_stay_right_in_bad_input(kind: str) -> None:
    text = BAD[kind]
    seen = read(text)
    places = [place for s in attribution.statements(seen) for place in (*s.content, s.cue, s.source) if place]
    for start, end in [*places, *(n.span for n in seen.names), *(s.span for s in seen.sentences)]:
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace()


ENDLESS = {
    "one paragraph": SENTENCE,
    "unpunctuated": SENTENCE.replace(".", "").lower(),
    "capitals": SENTENCE.upper(),
    "unbalanced": "“" + SENTENCE,
}


@pytest.mark.parametrize("kind", sorted(ENDLESS))
def test_time_grows_linearly_with_one_endless_paragraph(kind: str) -> None:
    def seconds(words: int) -> float:
        text = (ENDLESS[kind] * (words // 17 + 1)).strip()
        started = time.process_time()
        attribution.statements(read(text))
        return time.process_time() - started

    seconds(200)
    short, long = seconds(800), seconds(4_000)
    assert long < 5 * short * 2


def test_memory_grows_by_less_than_2400_bytes_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that 200,000 words, beside the 120 MB of the loaded model, stay below 600 MB."""
    monkeypatch.setattr(inner, "MOST_WORDS", 200)

    def peak(words: int) -> int:
        text = (ENDLESS["unbalanced"] * (words // 17 + 1)).strip()
        tracemalloc.start()
        attribution.statements(read(text))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    read("Warm.")
    assert peak(4_000) - peak(1_000) < 3_000 * 2_400


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    text = "BERG: Was the bridge safe?\n\nANNA LINDQVIST: It was. We looked at it in May.\n\nBERG: Who paid?"
    assert found(text) == [
        ("BERG", ":", "Was the bridge safe?"),
        ("ANNA LINDQVIST", ":", "It was. We looked at it in May."),
        ("BERG", ":", "Who paid?"),
    ]


def test_a_headline_ends_where_it_ends_though_the_name_and_the_date_stand_around_it_without_a_blank_line() -> None:
    text = (
        "The Selm Herald\nOwner denies alarm failed at coal mine\n15 May 2024\n\n"
        "Police said on Wednesday that nine men were missing.\n\nThe mayor said the road was closed.\n"
    )
    title = "Owner denies alarm failed at coal mine"
    headline = Span(text.index(title), text.index(title) + len(title))
    report = Report(id="r", text=text, sha256="", headline=headline)
    said = attribution.statements(reading.read(report, settings=Settings(), vectors=False))
    spans = [s for statement in said for s in (*statement.content, statement.source) if s and s.start < headline.end]
    assert spans
    assert all(headline.start <= s.start < s.end <= headline.end for s in spans)
