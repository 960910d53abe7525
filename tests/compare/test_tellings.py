"""A doubt that only one of two tellings has. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare.matched import matched
from twosource.compare.tellings import told_with_other_doubt

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
