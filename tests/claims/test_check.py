from __future__ import annotations

import itertools

import pytest

from tests.claims.invented import BRIDGE, embed, reading
from twosource.claims import check
from twosource.errors import InputError


def stances(claim: str) -> dict[str, str]:
    return {f.report: f.stance for f in reversed(check(claim, BRIDGE, (), (), embed=embed).found)}


def test_a_claim_is_supported_where_reports_say_it() -> None:
    found = stances("The old bridge at Tarnow collapsed on Monday")
    assert found["herald"] == found["courier"] == "supports"


def test_a_denial_is_told_from_support() -> None:
    found = stances("Engineers had warned the council about rusted cables")
    assert found == {"herald": "supports", "wire": "supports", "courier": "denies"}


def test_the_opposite_of_what_reports_say_is_denied_by_them() -> None:
    assert stances("The old bridge at Tarnow did not collapse on Monday")["herald"] == "denies"


def test_nothing_in_these_reports_is_an_answer() -> None:
    checked = check("A comet was seen above the southern islands", BRIDGE, (), (), embed=embed)
    assert not checked.found
    assert checked.answer == "Nothing in these reports is about this claim."


def test_the_answer_counts_reports_in_one_line() -> None:
    checked = check("Engineers had warned the council about rusted cables", BRIDGE, (), (), embed=embed)
    assert checked.answer == "Supported in 2 reports, denied in 1 report."


def test_the_order_of_reports_changes_nothing() -> None:
    claim = "Engineers had warned the council"
    assert len({check(claim, order, (), (), embed=embed) for order in itertools.permutations(BRIDGE)}) == 1


@pytest.mark.parametrize("claim", ["", "  ", "?!", "He was there", "word " * 10_000])
def test_what_is_no_claim_is_refused_with_a_reason(claim: str) -> None:
    with pytest.raises(InputError, match="claim"):
        check(claim, BRIDGE, (), (), embed=embed)


@pytest.mark.parametrize(
    "claim", ["Did the bridge at Tarnow collapse?", "Die alte Brücke ist eingestürzt", "</script>", "\u202eTarnow"]
)
def test_questions_and_strange_words_are_looked_for_like_any_other(claim: str) -> None:
    assert check(claim, BRIDGE, (), (), embed=embed).claim == claim


def test_a_report_without_sentences_has_nothing_to_say() -> None:
    assert not check("The bridge collapsed", (reading("empty"),), (), (), embed=embed).found
