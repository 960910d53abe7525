from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.clauses import clauses
from twosource.text.words import content_words, lemma, negated, opposed, words


def cut(text: str, cuts: Sequence[int] = ()) -> list[str]:
    return [text[c.span.start : c.span.end] for c in clauses(text, cuts=cuts)]


@pytest.mark.parametrize(
    ("sentence", "passages"),
    [
        ("The ferry sank.", ["The ferry sank"]),
        ("The ferry sank, but nobody drowned.", ["The ferry sank, but nobody drowned"]),
        (
            "The ferry sank off the cape, Captain Elm said on Monday.",
            ["The ferry sank off the cape", "Captain Elm said on Monday"],
        ),
        ("The captain said that the ferry sank at dawn.", ["The captain said that", "the ferry sank at dawn"]),
        ("He said the ferry had sunk at dawn.", ["He said", "the ferry had sunk at dawn"]),
        ("He told reporters on Monday about it.", ["He told reporters on Monday about it"]),
        (
            "The owner has rejected claims that the ferry was old.",
            ["The owner has rejected claims that the ferry was old"],
        ),
        ("“We saw no storm at all,” she wrote.", ["We saw no storm at all", "she wrote"]),
        (
            "They promised to “make the ferry safe again” by May.",
            ["They promised to “make the ferry safe again” by May"],
        ),
    ],
)
def test_who_reports_is_cut_off_and_short_sentences_stay_whole(sentence: str, passages: list[str]) -> None:
    assert cut(sentence) == passages


def test_a_long_sentence_falls_apart_at_its_strongest_joints() -> None:
    sentence = (
        "The line wants to hire four hundred sailors from the closed yards of the northern coast, offering them a "
        "monthly wage of nine hundred crowns, while the union has called for a strike that could begin as early as "
        "next week."
    )
    assert cut(sentence) == [
        "The line wants to hire four hundred sailors from the closed yards of the northern coast",
        "offering them a monthly wage of nine hundred crowns",
        "while the union has called for a strike that could begin as early as next week",
    ]


def test_frames_are_known_as_frames() -> None:
    assert [c.frame for c in clauses("The captain said that the ferry sank at dawn.")] == [True, False]


def test_further_cuts_are_obeyed_unless_too_little_is_left() -> None:
    sentence = "The old ferry sank because of the storm that night"
    assert cut(sentence, cuts=[sentence.index("because")]) == ["The old ferry sank", "because of the storm that night"]
    assert cut(sentence, cuts=[sentence.index("sank")]) == [sentence]


@given(st.text(max_size=300))
def test_clauses_cover_every_word_once_and_in_order(text: str) -> None:
    spans = [c.span for c in clauses(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for word in words(text):
        assert sum(s.start <= word.start and word.end <= s.end for s in spans) == 1


@pytest.mark.parametrize("piece", ['"', ", who ", "and ", "said ", "(", "a, which is ", "that "])
def test_endless_sentences_take_linear_time(piece: str) -> None:
    start = time.process_time()
    clauses(piece * 5_000)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("forms", "base"),
    [
        ("recruits recruited recruiting", "recruit"),
        ("goes went gone going", "go"),
        ("cities city", "city"),
        ("planned planning plans", "plan"),
        ("raised raises raising", "raise"),
        ("U.S. US USA", "usa"),
        ("Norway's Norway’s Norway", "norway"),
        ("1,500 1500", "1500"),
        ("news", "news"),
    ],
)
def test_lemma_takes_inflection_off_and_nothing_else(forms: str, base: str) -> None:
    assert {lemma(form.rstrip(".")) for form in forms.split()} == {base}


def test_content_words_leave_out_what_every_sentence_has() -> None:
    assert content_words("He said that the ferry was not insured, according to its owner.") == {
        "ferry",
        "insure",
        "owner",
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The ferry did not sink", True),
        ("The owner denied that it sank", True),
        ("The owner denied that it did not sink", False),
        ("Not only the ferry sank", False),
        ("The ferry sank", False),
        ("They refused to sail", True),
    ],
)
def test_negated_counts_turns(text: str, wanted: bool) -> None:
    assert negated(text) is wanted


def test_opposites_are_found_across_two_passages() -> None:
    assert opposed(content_words("The board accepted the plan"), content_words("The board rejected the plan")) == (
        "accept",
        "reject",
    )
    assert opposed(content_words("The board accepted it"), content_words("The board accepted it")) is None
