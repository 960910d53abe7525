"""The count: independent origins, their range, the status, and the reasons for it."""

import numpy as np
import pytest

from tests.lineage.making import Desk, vector
from tests.lineage.test_trace import AGENCY, RELAY, relayed
from twosource import support
from twosource.lineage import trace
from twosource.model import Claim, Conflict, Evidence, Place


def evidence(report, text, words, statement=None, stance="supports"):
    at = text.index(words)
    return Evidence(report=report, start=at, end=at + len(words), statement=statement, stance=stance)


def counted(desk, *items):
    traced = trace(desk.readings, desk)
    claim = Claim(id="c1", text="Ferrymen are unpaid", evidence=items)
    return support.count([claim], desk.readings, desk.sources, traced)[0]


UNPAID = [
    evidence("aaa", AGENCY, "Ferrymen on the Osk have gone unpaid since April"),
    evidence("bbb", RELAY, "Ferrymen on the Osk have had no wages since spring"),
]


def test_a_relay_counts_once_and_says_why():
    desk, _ = relayed()
    claim = counted(desk, *UNPAID)
    assert (claim.reports, claim.outlets, claim.independent_origins) == (2, 2, 1)
    assert claim.evidence[0].origin == claim.evidence[1].origin is not None
    assert claim.reasons[0].startswith("Counted once: Kestrel Wire and Osk Evening Mail")
    assert claim.status == "single origin"


def test_an_outlets_own_voice_without_an_origin_raises_only_the_high_end():
    desk, _ = relayed()
    text = "The river rose again overnight.\n\nWages on the Osk were last paid in March.\n"
    desk.report(text, key="ccc", outlet="Inland Leader")
    claim = counted(desk, *UNPAID, evidence("ccc", text, "Wages on the Osk were last paid in March"))
    assert claim.independent_origins == 1
    assert claim.independent_origins_range == (1, 2)
    assert "Origin unknown, not counted: Inland Leader." in claim.reasons


def test_one_person_told_two_outlets_is_two_origins_and_one_speaker():
    desk = Desk()
    cook = desk.source("Iver Holm", "named person")
    texts = {
        "aaa": "The stove was cold, Iver Holm told the Osk Times.\n",
        "bbb": "Nobody had lit the stove, Iver Holm told the Brismere Post.\n",
    }
    one = desk.report(texts["aaa"], key="aaa", outlet="Osk Times")
    two = desk.report(texts["bbb"], key="bbb", outlet="Brismere Post")
    first = desk.says(one, cook, "The stove was cold", source="Iver Holm", cue="told")
    second = desk.says(two, cook, "Nobody had lit the stove", source="Iver Holm", cue="told")
    claim = counted(
        desk,
        evidence("aaa", texts["aaa"], "The stove was cold", first),
        evidence("bbb", texts["bbb"], "Nobody had lit the stove", second),
    )
    assert (claim.independent_origins, claim.speakers) == (2, 1)
    assert claim.status == "single origin"
    assert "Iver Holm spoke 2 times: 2 origins, one speaker." in claim.reasons


def test_what_denies_a_claim_adds_no_origin_to_it():
    desk, _ = relayed()
    claim = counted(desk, UNPAID[0], evidence("bbb", RELAY, "We are rowing for nothing", stance="denies"))
    assert claim.independent_origins == 1
    assert claim.reports == 1


ITEM = Evidence(report="aaa", start=0, end=1)
AGAINST = Evidence(report="aaa", start=0, end=1, stance="denies")
ASKED = Evidence(report="aaa", start=0, end=1, stance="no information")


@pytest.mark.parametrize(
    ("evidence", "origins", "speakers", "conflict", "status"),
    [
        ((AGAINST,), 0, 0, None, "denied"),
        ((AGAINST, ASKED), 0, 0, "actor", "denied"),
        ((ITEM, AGAINST), 3, 3, None, "contested"),
        ((ITEM,), 3, 3, "quantity", "contested"),
        ((ITEM,), 3, 3, "name", "corroborated"),
        ((ITEM,), 2, 2, None, "corroborated"),
        ((ITEM,), 2, 1, None, "single origin"),
        ((ITEM,), 1, 4, None, "single origin"),
        ((ITEM,), 0, 2, None, "origin unknown"),
        ((ASKED,), 0, 0, None, "origin unknown"),
        ((), 0, 0, None, "origin unknown"),
    ],
)
def test_the_status_is_the_first_that_holds(evidence, origins, speakers, conflict, status):
    claim = Claim(id="c1", text="x", evidence=evidence, independent_origins=origins, speakers=speakers)
    place = Place("aaa", 0, 1)
    conflicts = [Conflict(id="k", kind=conflict, a=place, b=place, claim="c1")] if conflict else []
    assert support.settle([claim], conflicts)[0].status == status


def test_a_passage_that_bears_on_the_claim_loosely_raises_only_the_high_end():
    desk, _ = relayed()
    text = "Rain fell.\n\nThe dock keeper told the Inland Leader that his roof leaks.\n"
    desk.report(text, key="ccc", outlet="Inland Leader")
    loose = evidence("ccc", text, "his roof leaks")
    traced = trace(desk.readings, desk)
    claim = Claim(id="c1", text="Ferrymen on the Osk have gone unpaid since April", evidence=(*UNPAID, loose))
    every = support.count([claim], desk.readings, desk.sources, traced)[0]
    near = support.count([claim], desk.readings, desk.sources, traced, embed=embed)[0]
    assert (every.independent_origins, near.independent_origins) == (2, 1)
    assert near.independent_origins_range[1] == 2
    assert any("loosely: Inland Leader" in reason for reason in near.reasons)


def embed(texts):
    return np.stack([vector(text) for text in texts])


def test_a_report_carries_a_claim_once_by_its_nearest_passage():
    desk = Desk()
    claim_text = "Ferrymen on the Osk have gone unpaid since April"
    text = (
        "Ferrymen on the Osk have gone unpaid since April, the Kestrel Wire reported.\n\n"
        "Ferrymen on the Osk have gone unpaid since spring, Iver Holm told the Inland Leader.\n"
    )
    desk.report(text, key="aaa", outlet="Inland Leader")
    passages = [
        evidence("aaa", text, claim_text),
        evidence("aaa", text, "Ferrymen on the Osk have gone unpaid since spring"),
    ]
    traced = trace(desk.readings, desk)
    claim = Claim(id="c1", text=claim_text, evidence=tuple(passages))
    found = support._nearest(claim, {r.report.id: r.report for r in desk.readings}, embed)
    assert found == [True, False]
    assert support.count([claim], desk.readings, desk.sources, traced, embed=embed)[0].independent_origins <= 1


def test_what_only_the_rest_of_a_report_suggests_is_shown_and_not_counted():
    desk = Desk()
    mayor = desk.source("Petra Lund", "named person")
    remarks = [f"Ward {n} will have its own well" for n in ("one", "two", "three", "four")]
    own = "Geese have eaten the seed of the whole valley"
    text = "\n\n".join([*(f"“{r},” Lund told reporters." for r in remarks), f"{own}."]) + "\n"
    report = desk.report(text, key="aaa", outlet="Osk Times")
    for remark in remarks:
        desk.says(report, mayor, remark, source="Lund", cue="told", form="direct")
    claim = counted(desk, evidence("aaa", text, own))
    assert claim.evidence[0].origin is not None
    assert claim.independent_origins == 0
    assert claim.independent_origins_range == (0, 1)
