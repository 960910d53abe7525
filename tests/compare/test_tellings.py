"""A doubt, or a bound of a number, that only one of two tellings has. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare.exactness import told_more_exactly
from twosource.compare.matched import matched
from twosource.compare.tellings import counts_differ, told_with_other_doubt

FLAT = "The harbour crane needs a new winch before the first winter storms."


@pytest.mark.parametrize(
    ("other", "doubted"),
    [
        ("The harbour crane probably needs a new winch before the first winter storms.", True),
        ("I think that the harbour crane needs a new winch before the first winter storms.", False),
        ("The harbour crane needs a new winch before the apparent first winter storms.", False),
        ("The harbour crane needs a new winch before the first winter storms.", False),
    ],
)
def test_a_doubt_of_what_is_told_is_drift_and_a_way_of_speaking_is_none(other: str, doubted: bool) -> None:
    desk = Desk()
    for name, text in (("a", FLAT), ("b", other)):
        desk.report(name, text)
    alike = matched(desk.readings, desk.claims, desk, embed=embed)
    assert [f.kind for f in told_with_other_doubt(alike.sheet, alike.clauses)] == ["certainty"] * doubted


@pytest.mark.parametrize(
    ("one", "other", "drifted"),
    [
        ("Up to 300 crane drivers", "The 300 crane drivers", True),
        ("Some 300 crane drivers", "All 300 crane drivers", True),
        ("The 300 crane drivers", "All 300 crane drivers", False),
        ("At least 300 crane drivers", "More than 300 crane drivers", False),  # said otherwise, as exact
        ("More than 300 crane drivers", "Some 420 crane drivers", False),  # another number, though both can be right
        ("Up to six crane drivers", "All six crane drivers", False),  # small numbers meet by chance
    ],
)
def test_a_bound_that_one_telling_lost_is_drift(one: str, other: str, drifted: bool) -> None:
    desk = Desk()
    for name, who in (("a", one), ("b", other)):
        desk.report(name, f"{who} of the harbour stopped work before the first winter storms.")
    alike = matched(desk.readings, desk.claims, desk, embed=embed)
    assert [f.kind for f in told_more_exactly(alike.sheet, alike.clauses)] == ["quantity"] * drifted


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("for 49 years", "for 50 years", True),
        ("for 49 years", "for 49 years", False),
        ("for 49 years", "for 50 pounds", False),
        ("for 49 years and 12 years", "for 50 years", False),  # which of the two is meant?
    ],
)
def test_spans_of_time_of_one_thing_that_cannot_both_be_right(one: str, other: str, differ: bool) -> None:
    desk = Desk()
    for name, term in (("a", one), ("b", other)):
        desk.report(name, f"The council leased the old harbour crane to Brandt Shipping {term}.")
    for name in "cdefghijkl":  # what else the story tells makes the words above rare
        desk.report(name, f"Nobody of the {name}-town guard saw a bus on that evening.")
    alike = matched(desk.readings, desk.claims, desk, embed=embed)
    assert [f.kind for _, f in counts_differ(alike.sheet, alike.clauses)] == ["quantity"] * differ
