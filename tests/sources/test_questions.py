"""Who hears and who speaks: questions, answers, quoted agencies, statements that are read out."""

import pytest

from tests.sources.invented import reading, resolve, says, speaker


def heard(text, *statements, **names):
    """The names of the speakers of some statements, each (content, source, cue), of one report."""
    page = reading(text, **names)
    found = [says(page, content, source=source, cue=cue) for content, source, cue in statements]
    resolved = resolve((page, found))
    return [getattr(speaker(resolved, s), "name", None) for s in found]


@pytest.mark.parametrize(
    ("text", "content", "source", "cue"),
    [
        (
            "The drivers were told on Sunday that the pass was shut. Lena Brandt was away.",
            "the pass was shut", "The drivers", "told",
        ),
        (
            "Lena Brandt was asked whether the dam would hold.",
            "whether the dam would hold", "Lena Brandt", "was asked",
        ),
        (
            "Lena Brandt said nothing. Asked whether the dam would hold, Lena Brandt left.",
            "whether the dam would hold", "Lena Brandt", "Asked",
        ),
    ],
)  # fmt: skip
def test_who_is_asked_or_told_does_not_say_it(text, content, source, cue):
    assert heard(text, (content, source, cue), people=["Lena Brandt"]) == [None]


def test_who_told_others_still_says_it():
    text = "Lena Brandt told the drivers that the pass was shut."
    assert heard(text, ("the pass was shut", "Lena Brandt", "told"), people=["Lena Brandt"]) == ["Lena Brandt"]


def test_the_one_asked_answers():
    text = "The host Ivo Marr asked Omar Vik, “Will the dam hold?” He said it had held for a century."
    said = heard(
        text,
        ("Will the dam hold?", "Ivo Marr", "asked"),
        ("it had held for a century", "He", "said"),
        people=["Ivo Marr", "Omar Vik"],
    )
    assert said == ["Ivo Marr", "Omar Vik"]


def test_whom_an_agency_quotes_speaks():
    text = "“The dam holds,” the Vosk News Agency reported, quoting Omar Vik. The Vosk News Agency reported rain."
    said = heard(
        text,
        ("The dam holds", "the Vosk News Agency", "reported"),
        ("rain", "The Vosk News Agency", "reported"),
        people=["Omar Vik"],
        organisations=["Vosk News Agency"],
    )
    assert said[0] == "Omar Vik"


def test_the_clerk_of_a_council_speaks_and_not_the_council():
    text = "The drivers council's aide, Omar Vik, said the pass was shut."
    said = heard(text, ("the pass was shut", "The drivers council's aide, Omar Vik,", "said"), people=["Omar Vik"])
    assert said == ["Omar Vik"]


def test_whoever_issued_a_statement_says_what_it_says():
    text = "“The dam holds,” Omar Vik's statement read. “The gate is shut,” Omar Vik's letter says."
    said = heard(
        text,
        ("The dam holds", "Omar Vik's statement", "read"),
        ("The gate is shut", "Omar Vik's letter", "says"),
        people=["Omar Vik"],
    )
    assert said[0] == "Omar Vik"
    assert said[1] != "Omar Vik"


def test_reports_at_the_head_of_a_sentence_are_spoken_of():
    text = "Various reports from Harsund said the dam had burst. The reports did not say when."
    first, second = heard(
        text,
        ("the dam had burst", "Various reports from Harsund", "said"),
        ("when", "The reports", "did not say"),
    )
    assert second is not None
    assert first == second
