"""Nations and roles."""

from __future__ import annotations

import pytest

from twosource.gazetteer import roles
from twosource.gazetteer.nations import by_capital, government_of, is_nationality, nation, nations


@pytest.mark.parametrize(
    ("name", "country"),
    [("Danish", "Denmark"), ("the U.K.", "United Kingdom"), ("Danes", "Denmark"), ("Côte d'Ivoire", "Ivory Coast")],
)
def test_a_country_is_found_by_any_of_its_names(name: str, country: str) -> None:
    found = nation(name)
    assert found is not None
    assert found.name == country


def test_every_country_has_a_code_and_an_adjective() -> None:
    assert all(len(n.code) == 2 and n.adjectives for n in nations())
    assert len(nations()) > 185


def test_nationalities_are_told_from_other_words() -> None:
    assert is_nationality("Emirati")
    assert is_nationality("Ukrainian")
    assert not is_nationality("Associated")


def test_capitals_and_houses_stand_for_governments() -> None:
    assert government_of("the Kremlin") == "Government of Russia"
    assert government_of("Pentagon") == "United States Department of Defense"
    assert government_of("Pyongyang") == "Government of North Korea"
    assert government_of("Tarn") is None
    assert by_capital("Reykjavik") is not None


def test_words_for_people_and_bodies_are_told_apart() -> None:
    assert roles.is_title("Lt.")
    assert roles.is_role("commanders")
    assert roles.is_group("villagers")
    assert roles.is_organisation_head("Ministry")
    assert not roles.is_role("bridge")
    assert not roles.is_organisation_head("river")
