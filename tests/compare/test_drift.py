"""Drift: one origin told differently. All reports here are invented."""

from __future__ import annotations

import pytest

from tests.compare.invented import Desk, embed
from twosource.compare import drift
from twosource.compare.names import _garbled
from twosource.model import Drift


def found(desk: Desk) -> tuple[Drift, ...]:
    return drift(desk.readings, desk.claims, desk, desk.sources, embed=embed)


def told(desk: Desk) -> list[tuple[str, set[str]]]:
    return [(d.kind, {desk.words(d.a), desk.words(d.b)}) for d in found(desk)]


def two(a: str, b: str) -> Desk:
    desk = Desk()
    desk.report("a", a)
    desk.report("b", b)
    return desk


def test_quotation_with_another_word_is_drift_and_the_reason_quotes_both() -> None:
    desk = two(
        "“The old bridge was never safe for heavy lorries,” the engineer said.",
        "“The old bridge was never safe for heavy buses,” said the engineer.",
    )
    (one,) = found(desk)
    assert one.kind == "wording"
    assert "“lorries”" in one.reason
    assert "“buses”" in one.reason


@pytest.mark.parametrize(
    "other",
    [
        "“The old bridge was never safe for heavy lorries,” said the engineer.",  # the same words
        "“The OLD bridge was never safe for heavy lorries”, the engineer told us.",  # case and marks
        "The engineer said the bridge “was never safe for heavy lorries.”",  # an honest part
        "“The old bridge [of 1911] was never safe for heavy lorries,” the engineer said.",  # the reporter's brackets
        "“The council has no money for a new ferry this year,” the mayor said.",  # another utterance
    ],
)
def test_quotation_with_the_same_words_is_no_drift(other: str) -> None:
    assert told(two("“The old bridge was never safe for heavy lorries,” the engineer said.", other)) == []


def test_quotation_whose_hedge_was_cut_is_drift_of_certainty() -> None:
    desk = two(
        "“But I think that the old bridge will fall before winter,” the engineer said.",
        "“The old bridge will fall before winter,” the engineer said.",
    )
    (one,) = found(desk)
    assert one.kind == "certainty"
    assert "I think that" in one.reason


def test_quotation_in_reported_speech_may_shift_its_tense() -> None:
    desk = two(
        "“The old bridge will close to heavy lorries on Monday,” the council said.",
        "The council said “the old bridge would close to heavy lorries on Monday.”",
    )
    assert told(desk) == []


def test_same_change_in_a_third_report_is_told_once() -> None:
    desk = two(
        "“The old bridge was never safe for heavy lorries,” the engineer said.",
        "“The old bridge was never safe for heavy buses,” said the engineer.",
    )
    desk.report("c", "Said the engineer: “The old bridge was never safe for heavy buses.”")
    assert len(found(desk)) == 1


def test_number_that_grew_in_the_retelling_of_one_origin_is_drift() -> None:
    desk = two(
        "Rescuers pulled a dozen or so trapped miners from the flooded shaft at Norvik, the guild said.",
        "Rescuers pulled dozens of trapped miners from the flooded shaft at Norvik, the guild said.",
    )
    assert told(desk) == []  # of unknown origin it is a conflict instead
    for report in ("a", "b"):
        content = desk.text(report).removesuffix(", the guild said.")
        desk.said(report, content, "guild", source="the guild", cue="said", origin="o-guild")
    (one,) = found(desk)
    assert (one.kind, one.origin) == ("quantity", "o-guild")
    assert "“a dozen or so" in one.reason


def test_headline_that_says_flatly_what_the_text_gives_as_hearsay() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Norvik mayor sold the harbour ferry\n\n"
        "The mayor of Norvik sold the harbour ferry last month, according to media reports.\n\n"
        "The town has had a ferry since 1911.",
        headline=True,
    )
    (one,) = found(desk)
    assert one.kind == "certainty"
    assert "according to media reports" in one.reason


def test_text_that_says_flatly_what_the_headline_gives_as_hearsay() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Report: Norvik mayor sold the harbour ferry\n\nThe mayor of Norvik sold the harbour ferry in secret.\n",
        headline=True,
    )
    assert [d.kind for d in found(desk)] == ["certainty"]


def test_headline_and_text_that_doubt_alike_are_no_drift() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Norvik mayor said to have sold the harbour ferry\n\nThe mayor of Norvik reportedly sold the harbour ferry.\n",
        headline=True,
    )
    assert found(desk) == ()


def test_having_seen_the_reports_is_no_confirmation() -> None:
    desk = Desk()
    desk.report("a", "The sale was confirmed by a harbour clerk, who said the office had “seen the reports” of it.")
    (one,) = found(desk)
    assert one.kind == "certainty"
    assert "confirms nothing" in one.reason


def test_weak_verb_here_and_strong_verb_there_for_one_remark() -> None:
    desk = two(
        "Mayor Dahl hinted that the harbour ferry would be sold to a northern shipyard.",
        "Mayor Dahl confirmed that the harbour ferry would be sold to a northern shipyard.",
    )
    for report, cue in (("a", "hinted"), ("b", "confirmed")):
        desk.said(report, "the harbour ferry would be sold to a northern shipyard", "Dahl", cue=cue)
    (one,) = found(desk)
    assert one.kind == "certainty"
    assert "hinted" in one.reason
    assert "confirmed" in one.reason


def test_name_with_a_slip_is_drift_and_another_persons_name_is_none() -> None:
    desk = Desk()
    desk.report(
        "a",
        "Ingrid Halvorsen spoke first. Halvorsen left early. Later Halvrosen came back. Erik Halvorson did not.",
        names={
            "Ingrid Halvorsen": "person",
            "Halvorsen left": "number",
            "Halvrosen": "person",
            "Erik Halvorson": "person",
        },
    )
    desk.report("b", "Ingrid Halvorsen spoke.", names={"Ingrid Halvorsen": "person"})
    (one,) = found(desk)
    assert one.kind == "name"
    assert "Halvrosen" in one.reason
    assert "Erik" not in one.reason


def test_garbled_agency_name_is_drift_of_attribution() -> None:
    desk = Desk()
    desk.report(
        "a", "The ferry sank, two sailors told The Associated Press.", names={"Associated Press": "organisation"}
    )
    desk.report(
        "b",
        "The ferry sank, two sailors told The Danish Associated Press.",
        names={"Danish Associated Press": "organisation"},
    )
    assert [d.kind for d in found(desk)] == ["attribution"]


def test_who_wants_it_may_change_in_the_retelling() -> None:
    desk = two(
        "The clerk said Dahl wants to sell the harbour ferry to a northern shipyard this winter.",
        "The clerk said Norvik wants to sell the harbour ferry to a northern shipyard this winter.",
    )
    for report in ("a", "b"):
        desk.said(report, desk.text(report)[15:-1], "clerk", source="The clerk", cue="said", origin="o")
    kinds = [(d.kind, d.reason) for d in found(desk)]
    assert kinds[0][0] == "attribution"
    assert "Dahl wants" in kinds[0][1]


def test_order_of_the_reports_changes_nothing() -> None:
    desk = two(
        "“The old bridge was never safe for heavy lorries,” the engineer said.",
        "“The old bridge was never safe for heavy buses,” said the engineer.",
    )
    turned = Desk(readings=list(reversed(desk.readings)))
    assert found(desk) == found(turned)


def test_story_of_one_report_or_none_has_no_trouble() -> None:
    assert found(Desk()) == ()
    desk = Desk()
    desk.report("a", "Nothing happened.")
    assert found(desk) == ()


def test_one_quotation_given_to_two_people_is_drift_of_attribution() -> None:
    quotation = "The old bridge was never safe for heavy lorries,"
    desk = two(f"“{quotation}” Ingrid Halvorsen said.", f"“{quotation}” Erik Dahl said.")
    for report, name in (("a", "Ingrid Halvorsen"), ("b", "Erik Dahl")):
        desk.said(report, quotation, name, source=name, cue="said", form="direct")
    (one,) = found(desk)
    assert one.kind == "attribution"
    assert "Ingrid Halvorsen" in one.reason


def test_one_name_spelled_by_two_houses_is_drift_of_name() -> None:
    desk = Desk()
    desk.report("a", "Anton Zhukofsky spoke.", names={"Anton Zhukofsky": "person"})
    desk.report("b", "Anton Zhukovskii spoke.", names={"Anton Zhukovskii": "person"})
    desk.report("c", "Marit Dahlberg spoke.", names={"Marit Dahlberg": "person"})
    (one,) = found(desk)
    assert one.kind == "name"


def test_remark_of_one_speaker_with_another_number_is_drift_of_quantity() -> None:
    desk = two(
        "Dahl said the flood drowned 40 sheep in the lower meadow.",
        "Some 90 sheep drowned in the flood of the lower meadow, according to Dahl.",
    )
    desk.said("a", "the flood drowned 40 sheep in the lower meadow", "Dahl", source="Dahl", cue="said")
    desk.said("b", "Some 90 sheep drowned in the flood of the lower meadow", "Dahl", source="Dahl", cue="according to")
    assert [d.kind for d in found(desk)] == ["quantity"]


def test_sentence_of_which_the_speaker_is_gone_is_drift_of_attribution() -> None:
    desk = two(
        "Clerk Dahl said the haul rope had jumped off a worn pulley in a sudden gust.",
        "The haul rope had jumped off a worn pulley in a sudden gust.",
    )
    desk.said("a", desk.text("a")[16:-1], "Dahl", source="Clerk Dahl", cue="said")
    (one,) = found(desk)
    assert one.kind == "attribution"
    assert "Clerk Dahl" in one.reason


def test_quotation_cut_short_is_drift_of_wording() -> None:
    desk = two("“Nobody complained, and an old lady sang hymns,” she said.", "“Nobody complained,” she said.")
    (one,) = found(desk)
    assert one.kind == "wording"
    assert "old lady" in one.reason


@pytest.mark.parametrize(
    ("whole", "part", "gone"),
    [
        ("We don't want to say more than that about the crew", "We do not want to say more than that", "the crew"),
        ("Every hall open on that day had been swept for rats", "Every hall had been swept for rats", "on that day"),
    ],
)
def test_limit_that_is_cut_from_a_quotation_is_drift(whole: str, part: str, gone: str) -> None:
    (one,) = found(two(f"“{whole},” Dahl said.", f"“{part},” said Dahl."))
    assert one.kind == "wording"
    assert gone in one.reason


@pytest.mark.parametrize("other", ["We are digging wells again", "We're digging wells again"])
def test_contraction_written_out_is_no_drift(other: str) -> None:
    assert told(two("“We're digging wells again,” Dahl said.", f"“{other},” said Dahl.")) == []


def test_quotation_that_the_reporter_interrupts_is_one_quotation() -> None:
    desk = two(
        "“If something comes of it,” the mayor said, “the harbour board will be the first to know.”",
        "“If something comes of it, the harbour board will be the first to know.”",
    )
    assert told(desk) == []


def test_first_name_spelled_in_two_ways_is_drift_of_name_and_a_brother_is_none() -> None:
    desk = Desk()
    desk.report("a", "Tomas Brekkow spoke.", names={"Tomas Brekkow": "person"})
    desk.report("b", "Thomas Brekkow spoke.", names={"Thomas Brekkow": "person"})
    desk.report("c", "Ingmar Brekkow spoke.", names={"Ingmar Brekkow": "person"})
    assert [d.kind for d in found(desk)] == ["name"]


def test_first_name_spelled_in_two_ways_is_found_beside_a_short_family_name() -> None:
    desk = Desk()
    desk.report("a", "Bernadet Skol spoke.", names={"Bernadet Skol": "person"})
    desk.report("b", "Bernadette Skol spoke.", names={"Bernadette Skol": "person"})
    assert [d.kind for d in found(desk)] == ["name"]


def test_one_of_several_told_as_the_only_one_is_drift_of_quantity() -> None:
    desk = two(
        "Dahl said one of the three pumps in the north cellar had been broken since Easter.",
        "The pump in the north cellar had been broken since Easter, Dahl said.",
    )
    desk.said("a", desk.text("a")[10:-1], "Dahl", source="Dahl", cue="said", origin="o")
    desk.said("b", desk.text("b")[:-12], "Dahl", source="Dahl", cue="said", origin="o")
    (one,) = found(desk)
    assert one.kind == "quantity"
    assert "one of the three pumps" in one.reason


def test_one_of_several_who_is_named_in_the_other_telling_is_no_drift() -> None:
    desk = two(
        "One of the clerks, Dahl, said the pump in the north cellar had been broken since Easter.",
        "The clerk Dahl said the pump in the north cellar had been broken since Easter.",
    )
    desk.said("a", desk.text("a")[31:-1], "Dahl", source="Dahl", cue="said", origin="o")
    desk.said("b", desk.text("b")[20:-1], "Dahl", source="Dahl", cue="said", origin="o")
    assert not [f for f in found(desk) if f.kind == "quantity"]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("One official", "Officials"),
        ("A surveyor at the mill", "An insider at the mill"),
    ],
)
def test_teller_multiplied_or_blurred_in_the_retelling_is_drift_of_attribution(first: str, then: str) -> None:
    desk = two(
        f"{first} said the harbour ferry will be sold to a northern shipyard in May.",
        f"{then} said the harbour ferry will be sold to a northern shipyard in May.",
    )
    for report, who in (("a", first), ("b", then)):
        desk.source(who, "unnamed person" if who != "Officials" else "group")
        desk.said(report, "the harbour ferry will be sold to a northern shipyard in May", who, source=who, cue="said")
    (one,) = found(desk)
    assert one.kind == "attribution"
    assert first in one.reason


def test_silence_of_one_who_is_spelled_with_another_apostrophe_is_found() -> None:
    desk = two(
        "The paper had not received any response from Norvik's Harbour Board or the State Ferry Office.",
        "Norvik’s Harbour Board has not responded to the paper.",
    )
    for report in ("a", "b"):
        desk.said(report, desk.text(report)[:-1], "Paper", origin="o")
    assert [d.kind for d in found(desk)] == ["attribution"]


def test_a_hyphen_more_or_less_garbles_no_name() -> None:
    assert not _garbled("dal mo-yun", "dal mo yun")
    assert _garbled("dal mo-yun", "dal mo-yan")
