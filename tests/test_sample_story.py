"""The sample story comes out as its truth says: origins, lineage, conflicts, drift, and the report set aside."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import twosource

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture(scope="module")
def story():
    return twosource.brief(EXAMPLES / "lake-ummer")


@pytest.fixture(scope="module")
def truth():
    return json.loads((EXAMPLES / "lake-ummer.truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def number(story):
    """A report's id -> its number in the truth ("01")."""
    return {report.id: Path(report.path).name[:2] for report in story.reports}


def flat(words):
    return re.sub(r"\s+", " ", words)


def words(story, place):
    report = next(r for r in story.reports if r.id == place.report)
    return flat(report.text[place.start : place.end])


def pairs(story, number, found):
    """Each pair as two (report number, words)."""
    return [[(number[p.report], words(story, p)) for p in (x.a, x.b)] for x in found]


def has_pair(found, a, b):
    """Is there a pair with these two: report number, and words that its passage contains?"""
    return any(
        all(x[0] == want[0] and want[1] in x[1] for x, want in zip(order, (a, b), strict=True))
        for pair in found
        for order in (pair, pair[::-1])
    )


def test_the_unrelated_report_is_set_aside_with_a_reason(story, number):
    assert [(number[item.report], bool(item.reason)) for item in story.set_aside] == [("08", True)]


def test_seven_reports_three_independent_origins(story):
    assert len(story.reports) - len(story.set_aside) == 7
    assert story.story.independent_origins == 3


def test_the_main_claim_was_gathered_three_times_and_is_denied(story, number):
    main = next(c for c in story.claims if "sludge into Lake Ummer" in c.text)
    assert {number[e.report] for e in main.evidence} >= {"01", "02", "03", "04", "05", "07"}
    assert main.independent_origins == 3
    assert main.status == "contested"
    assert any("once" in reason for reason in main.reasons)


def test_who_retells_whom_is_found_between_outlets(story, truth, number):
    names = {source.id: source.name.casefold().removeprefix("the ") for source in story.sources}
    outlets = {s["id"]: s["name"].casefold().removeprefix("the ") for s in truth["sources"] if s["kind"] == "outlet"}
    wanted = {
        (edge["r"], outlets[edge["from"]], edge["relation"]) for edge in truth["lineage"] if edge["from"] in outlets
    }
    got = {(number[e.report], names[e.from_], e.relation) for e in story.lineage if names[e.from_] in outlets.values()}
    assert len(wanted & got) >= 0.9 * len(wanted)
    assert len(wanted & got) >= 0.9 * len(got)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(("01", "40 drivers"), ("03", "140 chauffeurs"), id="a number grew"),
        pytest.param(("01", "may be coming"), ("03", "are coming"), id="a hedge was lost"),
        pytest.param(("01", "by the moon"), ("03", "by the moon"), id="a quotation came back in other words"),
    ],
)
def test_what_changed_in_the_retelling_is_found(story, number, a, b):
    assert has_pair(pairs(story, number, story.drift), a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(("05", "not by Orvane Metals"), ("01", "hired by Orvane Metals"), id="who did it"),
        pytest.param(("06", "11 people"), ("01", "46 people"), id="how many"),
        pytest.param(("01", "denied that the company"), ("01", "hired by Orvane Metals"), id="a denial"),
    ],
)
def test_where_the_reports_contradict_each_other_is_found(story, number, a, b):
    assert has_pair(pairs(story, number, story.conflicts), a, b)


def test_what_is_not_in_hand_is_named(story):
    absent = {o.gathered_by for o in story.origins if o.report is None} | {
        e.from_ for e in story.lineage if e.relation != "original"
    }
    assert any(s.name == "Saltmarsh Monthly" and s.id in absent for s in story.sources)


def test_nobody_is_said_to_be_the_pseudonymous_source(story):
    crane = [s for s in story.sources if "Crane" in s.name]
    assert [s.kind for s in crane] == ["pseudonymous person"]


def test_furniture_of_the_page_is_not_in_the_story(story, truth, number):
    by_number = {number[report.id]: report for report in story.reports}
    for entry in truth["reports"]:
        for unwanted in entry.get("not_in_text", []):
            report = by_number[entry["id"]]
            bare = report.text
            for start, end in reversed(report.furniture):
                bare = bare[:start] + bare[end:]
            assert flat(unwanted) not in flat(bare), (entry["id"], unwanted)
