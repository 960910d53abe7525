"""Conflicts without a word of denying, and close numbers of one thing. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare import conflicts


def found(text: str, *others: str) -> list[tuple[str, str, str]]:
    desk = Desk()
    desk.report("a", text)
    for number, other in enumerate(others):
        desk.report(f"b{number}", other)
    return [
        (c.kind, desk.words(c.a), desk.words(c.b))
        for c in conflicts(desk.readings, desk.claims, desk, desk.sources, embed=embed)
    ]


CLAIM = "The miners said the owner of the Harrow pit had sold the pumps."


@pytest.mark.parametrize(
    "answer",
    [
        "A spokesman for the firm dismissed the remarks, and the pumps were never on sale.",
        "The firm called that statement misleading.",
        "“This is nonsense,” the foreman told the town hall.",
        "In fact, all nine pumps stand in the shed.",
        "But in fact the pumps are running.",
    ],
)
def test_what_rebuts_the_sentence_before_it_stands_against_it(answer: str) -> None:
    assert ("denial", CLAIM, answer) in found(f"{CLAIM}\n\n{answer}")


@pytest.mark.parametrize(
    "answer",
    [
        "The court dismissed the driver.",  # a man, not his words
        "The firm called that the wrong pump.",  # a thing, not a claim
        "In fairness, the pumps were old.",
    ],
)
def test_what_only_looks_like_a_rebuttal_is_none(answer: str) -> None:
    assert found(f"{CLAIM}\n\n{answer}") == []


def test_the_reality_is_goes_on_with_what_the_same_speaker_said() -> None:
    desk = Desk()
    first, second = "“They claim we need the pumps,” the foreman said.", "“The reality is that the pit is wet.”"
    desk.report("a", f"{first} {second}")
    desk.said("a", "They claim we need the pumps", "foreman", form="direct")
    desk.said("a", "The reality is that the pit is wet", "foreman", form="direct")
    assert conflicts(desk.readings, desk.claims, desk, desk.sources, embed=embed) == ()


@pytest.mark.parametrize(
    ("claimed", "against"),
    [
        ("The mayor claimed last week that the bridge is safe", ", a point on which the engineers disagree."),
        ("The mayor claimed that the bridge is safe", ", but the engineers responded that it is not."),
        ("A clerk said he saw the mayor sell the bridge", ", but the mayor’s people said that he was lying."),
        ("They have been telling everybody that we sold the bridge", ", and that’s just not true."),
        ("The mayor spoke of a crisis at the bridge", ", despite the fact that no car has been late for a year."),
    ],
)
def test_one_sentence_that_sets_a_word_against_another_is_cut_at_the_turn(claimed: str, against: str) -> None:
    assert found(f"{claimed}{against}") == [("denial", claimed, against)]


def test_what_the_others_say_stands_against_the_view_before_it() -> None:
    one = "Some argue that the council will never sell the old bridge."
    other = "But others say that the council would sell the bridge for a good price."
    assert found(f"{one}\n\n{other}") == [("other", one, other)]


def test_the_allegations_are_what_the_other_report_accuses_him_of() -> None:
    denial = "Orren Vale has denied the allegations."
    accused = "Two nurses accused Orren Vale of selling the hospital’s blankets."
    assert found(denial, accused) == [("denial", denial.rstrip("."), accused)]


def test_close_numbers_of_one_thing_are_a_conflict() -> None:
    first = "The repair of the Norvik harbour crane will cost the town council $1.8 million this winter."
    second = "The town council will pay $1.6 million for the repair of the Norvik harbour crane."
    rest = "\n\nSchoolchildren in Tarn planted birches.\n\nThe bakery of Holm reopened.\n\nHerons nest above the weir."
    assert [kind for kind, *_ in found(first + rest, second + rest)] == ["quantity"]


@pytest.mark.parametrize("number", ["$1.79 million", "about $1.7 million", "$9 million"])
def test_a_rounded_number_and_one_of_another_thing_are_no_conflict(number: str) -> None:
    first = "The repair of the Norvik harbour crane will cost the town council $1.8 million this winter."
    second = f"The town council will pay {number} for the old Norvik harbour crane and its tower."
    rest = "\n\nSchoolchildren in Tarn planted birches.\n\nThe bakery of Holm reopened.\n\nHerons nest above the weir."
    assert found(first + rest, second + rest) == []
