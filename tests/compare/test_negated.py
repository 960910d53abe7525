"""Yes and no between two speakers. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare.matched import matched
from twosource.compare.negated import negated

SO = "Farmers in Tarn complained that the reopened quarry had muddied the lower brook near Holm."
NOT_SO = "The quarry foreman said that the reopened quarry had not muddied the lower brook near Holm."


def found(said: str, against: str, *, speakers: tuple[str, str] = ("farmers", "foreman")) -> list[tuple[str, str]]:
    desk = Desk()
    desk.report("a", f"{said}\n\nThe bakery opened again.\n\n{against}\n\nHerons nest above the weir.")
    for text, speaker in zip((said, against), speakers, strict=True):
        desk.said("a", text.rstrip(".?"), speaker)
    alike = matched(desk.readings, desk.claims, desk, embed=embed)
    return [(desk.words(f.a), desk.words(f.b)) for f in negated(alike.sheet, alike.told_again)]


def test_who_says_that_it_is_not_so_stands_against_who_says_that_it_is() -> None:
    assert found(SO, NOT_SO) == [(SO, NOT_SO)]


def test_nobody_contradicts_himself() -> None:
    assert found(SO, NOT_SO, speakers=("foreman", "foreman")) == []


@pytest.mark.parametrize(
    "against",
    [
        "The quarry foreman said that the reopened quarry had not yet muddied the lower brook near Holm.",
        "The quarry foreman asked if the reopened quarry had not muddied the lower brook near Holm.",
        "The quarry foreman said that the reopened quarry would not have muddied the lower brook near Holm.",
        "The quarry foreman said that the reopened quarry had not reached the lower brook near Holm.",
    ],
)
def test_what_is_left_open_or_of_another_deed_is_no_contradiction(against: str) -> None:
    assert found(SO, against) == []


def test_a_passage_that_doubts_it_too_is_on_the_same_side() -> None:
    assert (
        found("Farmers in Tarn doubted that the reopened quarry had muddied the lower brook near Holm.", NOT_SO) == []
    )
