"""Comparing names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.names import compare_organisations, compare_people, fold, initials, person, spelled_alike


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Omar Rahimi", "Omar Rahimi", "same"),
        ("Gen. Omar Rahimi", "Omar Rahimi", "same"),
        ("Mike Vance", "Michael Vance", "same"),
        ("J. Vance", "James Vance", "same"),
        ("Kim Min Ju", "Kim Min-ju", "same"),
        ("Volodymyr Bereznyk", "Vladimir Bereznik", "same"),
        ("Mohammad Karimov", "Muhammad Karimov", "same"),
        ("Abdul Qadir Noori", "Qadir Noori", "same"),
        ("Karin Åström", "Karin Astrom", "same"),
        ("Rahimi", "Omar Rahimi", "compatible"),
        ("Omar", "Omar Rahimi", "compatible"),
        ("Omar Rahimi", "Daud Rahimi", "different"),
        ("Mark Jensen", "Mark Johnson", "different"),
        ("Paul H. W. Strand", "Paul W. Strand", "different"),
        ("Ed Brown", "Ed Braun", "different"),
        ("Anna Lund Sr.", "Anna Lund Jr.", "different"),
        ("", "Omar", "different"),
    ],
)
def test_people(a, b, verdict):
    assert compare_people(a, b).verdict == verdict
    assert compare_people(b, a).verdict == verdict


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Ministry of Defence", "Defense Ministry", "same"),
        ("the Harbor Workers' Union", "Harbor Workers Union", "same"),
        ("UPCC", "United Port Council Committee", "same"),
        ("Defense Ministry", "Norwegian Defense Ministry", "compatible"),
        ("Harbor Union", "Teachers Union", "different"),
        ("AP", "Ann Port", "same"),
    ],
)
def test_organisations(a, b, verdict):
    assert compare_organisations(a, b).verdict == verdict


def test_folding_levels_case_accents_possessives_and_dots():
    assert fold("The C.I.A.’s Émile O’Brien & Co") == "the cia emile obrien and co"


def test_titles_and_particles_are_no_part_of_a_name():
    assert person("Lt. Gen. Abu Omar al-Rahimi").words == ("omar", "rahimi")
    assert person("Anna Lund Jr.").suffix == "jr"


def test_initials():
    assert initials("Ministry of Foreign Affairs") == "mfa"
    assert initials("Reuters") == ""


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_is_symmetric_and_bounded(a, b):
    x, y = compare_people(a, b), compare_people(b, a)
    assert (x.verdict, x.score) == (y.verdict, y.score)
    assert 0 <= x.score <= 1
    assert 0 <= spelled_alike(a, b) <= 1
