"""The parts of attribution that need no model."""

from __future__ import annotations

import re

import numpy as np
import pytest

from twosource.attribution.form import form_of, quoted_parts, quoted_share
from twosource.attribution.found import beside_cue
from twosource.attribution.hearsay import hearsay
from twosource.attribution.no_word import no_word
from twosource.attribution.orphans import signed_by
from twosource.attribution.preposed import preposed
from twosource.attribution.spans import RoleSpans, Words, place
from twosource.attribution.stance import stance_of
from twosource.attribution.transcripts import turns
from twosource.model import Span, Tags
from twosource.text.paragraphs import paragraphs

STANCES = [
    ("said", "the bridge would hold", "asserts"),
    ("denied", "that the bridge was unsafe", "denies"),
    ("has rejected", "claims that the mill is closing", "denies"),
    ("declined", "to comment", "no comment"),
    ("did not immediately respond to", "a request for comment", "no comment"),
    ("said", "he would not return to the valley", "asserts"),
    ("told", "We have no information about this matter", "no comment"),
    ("asked", "whether the bridge would hold", "asks"),
    ("said", "Who will pay for this?", "asks"),
    ("reportedly", "the mill is closing", "asserts"),
    ("is believed", "the mill to be closing", "hedges"),
    ("feared", "the bridge would fall", "hedges"),
    ("said", "the bridge may fall", "hedges"),
    ("said", "the bridge fell in May", "asserts"),
    ("would not say", "who had opened the gate", "no comment"),
    ("refused", "to speak to the press", "no comment"),
    ("refused", "to speak at the fair", "asserts"),
    ("asked", "Where were you at 3 a.m.?", "asks"),
    ("", "Who opened the gate at 3 a.m.?", "asks"),
]


@pytest.mark.parametrize(("cue", "content", "stance"), STANCES)
def test_stance(cue: str, content: str, stance: str) -> None:
    assert stance_of(cue, content) == stance


def test_two_who_did_not_answer_give_no_comment() -> None:
    assert stance_of("responded to", "requests for comment", "Neither the mill nor the council") == "no comment"
    assert stance_of("responded to", "the fire", "Both the mill and the council") == "asserts"


FORMS = [
    ("“It will hold,”", "direct"),
    ("it will hold", "indirect"),
    ("it will hold “for years”", "mixed"),
    ("‘It will hold’", "direct"),
    ("„Sie hält“", "direct"),
]


@pytest.mark.parametrize(("content", "form"), FORMS)
def test_form(content: str, form: str) -> None:
    text = f"Berg said: {content} and left."
    span = Span(text.index(content), text.index(content) + len(content))
    assert form_of(quoted_share((span,), text, quoted_parts(text))) == form


def heard(text: str, taken: tuple[Span, ...] = ()) -> list[tuple[str, list[str]]]:
    found = hearsay(text, [Span(0, len(text))], taken)
    return [(text[h.cue.start : h.cue.end], [text[a:b] for a, b in h.content]) for h in found]


def test_hearsay_is_the_sentence_around_its_cue() -> None:
    assert heard("The mill is reportedly closing its gates.") == [
        ("reportedly", ["The mill is", "closing its gates"]),
    ]
    assert heard("The mill is said to be closing.") == [("is said", ["The mill", "to be closing"])]


def test_hearsay_inside_a_statement_is_left_to_it() -> None:
    text = "Berg said the mill is reportedly closing its gates."
    assert heard(text, (Span(10, len(text)),)) == []


SIGNED = [
    ("“It held.” ― Tove Malm\nMore", "Tove Malm"),
    ("“It held.” ― Arn Boklin.\n\nMore", "Arn Boklin"),
    ("“It held” — A. B. Quist “We", "A. B. Quist"),
    ("“It held” — that was the claim", None),
    ("“It held” — Tove Malm said so", None),
    ("“It held,” said Tove Malm", None),
]


@pytest.mark.parametrize(("text", "name"), SIGNED, ids=lambda case: case or "")
def test_the_name_after_a_dash_signs_a_quotation(text: str, name: str | None) -> None:
    places = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    last = next(k for k, (start, _) in enumerate(places) if text[start:].startswith("held"))
    tags = Tags(np.array(places, np.int32), {}, {})
    found = signed_by(tags, text, Words(1, last))
    assert (text[slice(*place(tags, found))] if found else None) == name


def test_one_label_makes_no_transcript() -> None:
    text = "UN: Report on bridges published.\n\nThe bridge will hold."
    assert turns(text, paragraphs(text)) == ()


def test_a_turn_goes_on_over_a_paragraph_without_a_label() -> None:
    text = "BERG: It will hold.\n\nFor years.\n\nLINDQVIST: Good."
    first, second = turns(text, paragraphs(text))
    assert [text[a:b] for a, b in first.content] == ["It will hold.", "For years."]
    assert text[second.source.start : second.source.end] == "LINDQVIST"


PREPOSED = [
    (
        "The bridge held all night, a nurse there told the Herald.",
        ("The bridge held all night", "a nurse there", "told"),
    ),
    (
        "TARN — Drivers are paid to tip drums into the lake, three people who took part told Coast Wire.",
        ("Drivers are paid to tip drums into the lake", "three people who took part", "told"),
    ),
    ("Six lorries came back empty, as per the Herald.", ("Six lorries came back empty", "the Herald", "as per")),
    ("The bridge held, and nobody told the Herald.", None),  # too short, and no one's word
    ("After years of silence and delay, the owner told the Herald.", None),  # no clause
    ("The bridge that was built in May fell, according to Berg, and never rose.", None),
]


@pytest.mark.parametrize(("text", "parts"), PREPOSED)
def test_a_clause_told_before_the_one_who_tells_it(text: str, parts: tuple[str, str, str] | None) -> None:
    found = preposed(text, [Span(0, len(text))], ())
    told = [(text[slice(*p.content)], text[slice(*p.source)], text[slice(*p.cue)]) for p in found]
    assert told == ([parts] if parts else [])


def test_a_sentence_in_which_a_statement_stands_is_left_to_it() -> None:
    text = "The bridge held all night, a nurse there told the Herald."
    assert preposed(text, [Span(0, len(text))], [Span(4, 10)]) == ()


NO_WORD = [
    ("asked", "not to be named because he works there", "Berg", True),
    ("asked", "that his real name be kept out of it", "He", True),
    ("did not want", "to be identified", "who", True),
    ("is known as", "the Old Mill", None, True),
    ("is expected", "to reach the port on Sunday", None, True),
    ("it is unclear", "how many drove back", None, True),
    ("could not independently verify", "the letter", "Coast Wire", True),
    ("expected", "the port to open on Sunday", "Berg", False),
    ("asked", "who was named in the list", "Berg", False),
    ("wanted", "to be named captain", "Berg", False),
    ("said", "he would not be named", "Berg", False),
    ("did not say", "whether the bridge would hold", "Berg", False),
]


@pytest.mark.parametrize(("cue", "content", "source", "nobodys"), NO_WORD)
def test_what_is_nobodys_word_on_the_story(cue: str, content: str, source: str | None, nobodys: bool) -> None:
    assert no_word(cue, content, sourced=source is not None) is nobodys


@pytest.mark.parametrize(
    ("paragraphs_of_words", "chosen"),
    [([0, 0, 1, 1, 1], Words(2, 3)), ([0, 0, 0, 0, 0], Words(0, 0))],
)
def test_the_source_beside_a_cue_goes_before_one_of_another_paragraph(
    paragraphs_of_words: list[int], chosen: Words
) -> None:
    # "Video: | Ana Ruiz says"
    tags = Tags(np.zeros((5, 2), np.int32), {}, {"paragraph": np.array(paragraphs_of_words, np.float32)})
    spans = RoleSpans([], [Words(0, 0), Words(2, 3)], [Words(4, 4)])
    assert beside_cue(tags, spans, Words(4, 4), Words(0, 0)) == chosen
