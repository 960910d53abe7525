from __future__ import annotations

import itertools

import pytest

from tests.claims.invented import BRIDGE, embed, reading, statement
from twosource.claims import find
from twosource.model import Claim, Judgement, Place


def words(claim: Claim) -> set[str]:
    texts = {r.report.id: r.report.text for r in BRIDGE}
    return {texts[e.report][e.start : e.end] for e in claim.evidence}


def about(claims: tuple[Claim, ...], word: str) -> Claim:
    return next(c for c in claims if word in c.text)


def test_passages_of_several_reports_that_say_the_same_are_one_claim() -> None:
    claim = about(find(BRIDGE, (), (), embed=embed), "collapsed")
    assert {e.report for e in claim.evidence} == {"herald", "courier", "wire"}
    assert claim.text in " ".join(r.report.text for r in BRIDGE)


def test_a_denial_stands_inside_the_claim_it_denies() -> None:
    claim = about(find(BRIDGE, (), (), embed=embed), "warned")
    stances = {e.report: e.stance for e in claim.evidence}
    assert stances["courier"] == "denies"
    assert stances["herald"] == stances["wire"] == "supports"


def test_a_refusal_to_comment_is_no_information_and_no_claim_of_its_own() -> None:
    claims = find(BRIDGE, (), (), embed=embed)
    assert not any("comment" in c.text for c in claims)
    assert [e.stance for c in claims for e in c.evidence if e.report == "wire" and e.start > 150] == ["no information"]


def test_furniture_carries_no_claim() -> None:
    assert not any("newsletter" in w for c in find(BRIDGE, (), (), embed=embed) for w in words(c))


def test_the_order_of_reports_changes_nothing() -> None:
    wanted = find(BRIDGE, (), (), embed=embed)
    for order in itertools.permutations(BRIDGE):
        assert find(order, (), (), embed=embed) == wanted


def test_every_passage_resolves_in_its_report_and_none_is_counted_twice_in_one_claim() -> None:
    texts = {r.report.id: r.report.text for r in BRIDGE}
    for claim in find(BRIDGE, (), (), embed=embed):
        assert all(0 <= e.start < e.end <= len(texts[e.report]) for e in claim.evidence)
        assert len({(e.report, e.start, e.end) for e in claim.evidence}) == len(claim.evidence)


def test_evidence_names_the_tightest_statement_that_holds_it() -> None:
    inner = "the engineers had warned the council about rusted cables"
    outer = statement(BRIDGE[0], f"Mayor Ilse Brandt said {inner}", id="outer")
    said = statement(BRIDGE[0], inner, id="inner")
    claims = find(BRIDGE, [outer, said], (), embed=embed)
    assert {e.statement for c in claims for e in c.evidence if e.report == "herald"} >= {"inner"}
    assert "outer" not in {e.statement for c in claims for e in c.evidence}


def test_the_claim_most_outlets_carry_comes_first() -> None:
    reports = {len({e.report for e in c.evidence}) for c in find(BRIDGE, (), (), embed=embed)[:1]}
    assert reports == {3}


def test_a_person_can_hold_two_passages_apart() -> None:
    claim = about(find(BRIDGE, (), (), embed=embed), "collapsed")
    a, b = (next(e for e in claim.evidence if e.report == name) for name in ("herald", "courier"))
    sha = {r.report.id: r.report.sha256 for r in BRIDGE}
    apart = Judgement(
        id="j1", kind="not same claim", by="desk", at="2031-01-01",
        a=Place(sha["herald"], a.start, a.end), b=Place(sha["courier"], b.start, b.end),
    )  # fmt: skip
    for c in find(BRIDGE, (), (), embed=embed, judgements=[apart]):
        here = {(e.report, e.start) for e in c.evidence}
        assert not {("herald", a.start), ("courier", b.start)} <= here


def test_a_person_can_join_two_passages() -> None:
    one = reading("a", "The river rose by two metres in a night.")
    two = reading("b", "Never had water stood so high at the mill.")
    place = [Place(r.report.sha256, 0, len(r.report.text) - 3) for r in (one, two)]
    same = Judgement(id="j1", kind="same claim", by="desk", at="2031-01-01", a=place[0], b=place[1])
    assert [len(c.evidence) for c in find((one, two), (), (), embed=embed, judgements=[same])] == [2]
    undone = Judgement(id="j2", kind="not same claim", by="desk", at="2031-01-02", a=place[0], b=place[1])
    assert {len(c.evidence) for c in find((one, two), (), (), embed=embed, judgements=[same, undone])} == {1}


@pytest.mark.parametrize(
    "reports",
    [(), (reading("a"),), (reading("a", "Yes."),), (reading("a", "?!", "…", "12"),)],
    ids=["no report", "empty report", "one word", "no words"],
)
def test_nothing_said_is_no_claim(reports: tuple[object, ...]) -> None:
    assert find(reports, (), (), embed=embed) == ()  # type: ignore[arg-type]


def test_one_report_has_claims_too() -> None:
    assert find(BRIDGE[:1], (), (), embed=embed)


def test_reports_that_share_nothing_share_no_claim() -> None:
    other = reading("sport", "Ottoline Frey won the downhill race by nine hundredths of a second.")
    claims = find((BRIDGE[0], other), (), (), embed=embed)
    assert all(len({e.report for e in c.evidence}) == 1 for c in claims)


def test_each_shared_claim_says_why_its_passages_are_one() -> None:
    claim = about(find(BRIDGE, (), (), embed=embed), "collapsed")
    assert "3 reports" in claim.reasons[0]
    assert "tarnow" in claim.reasons[0]


def test_a_dateline_is_no_part_of_a_claim() -> None:
    told = "The old bridge at Tarnow collapsed on Monday night, killing four workers."
    claims = find((reading("wire", f"PORT ELM, Norland (Wire) — {told}"), BRIDGE[1]), (), (), embed=embed)
    wire = [e for c in claims for e in c.evidence if e.report == "wire"]
    assert {e.start for e in wire} == {len("PORT ELM, Norland (Wire) — ")}
