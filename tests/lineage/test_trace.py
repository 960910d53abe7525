"""Whom a report relays, whom it cites, what it gathered itself, and the origin behind each passage."""

import itertools

import pytest

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.model import Judgement, Place, Span

AGENCY = """FERRYMEN LEFT UNPAID

TARNHOLM, Osk (Kestrel Wire) — Ferrymen on the Osk have gone unpaid since April, three of them told Kestrel Wire.

"We row for nothing now," said Ulla Brandt, who has worked the crossing for nine years.
"""
RELAY = """Ferrymen on the Osk have had no wages since spring, three of them told Kestrel Wire.

“We are rowing for nothing,” said one of the ferrymen, Ulla Brandt.

The harbour board did not respond to questions, as per Kestrel.
"""


def relayed(with_agency=True):
    desk = Desk()
    kestrel = desk.outlet("Kestrel Wire")
    ferrymen = desk.source("three ferrymen", "group")
    brandt = desk.source("Ulla Brandt", "named person")
    board = desk.source("harbour board", "organisation")
    if with_agency:
        first = desk.report(AGENCY, key="aaa", outlet="Kestrel Wire")
        desk.says(
            first, ferrymen, "Ferrymen on the Osk have gone unpaid since April", source="three of them", cue="told"
        )
        desk.says(first, brandt, "We row for nothing now", source="Ulla Brandt", cue="said", form="direct")
    second = desk.report(RELAY, key="bbb", outlet="Osk Evening Mail")
    desk.says(
        second, ferrymen, "Ferrymen on the Osk have had no wages since spring", source="three of them", cue="told"
    )
    desk.says(second, brandt, "We are rowing for nothing", source="Ulla Brandt", cue="said", form="direct")
    desk.says(second, board, "questions", source="The harbour board", cue="did not respond to")
    desk.credit(second, kestrel, "told Kestrel Wire")
    return desk, kestrel


def edges(traced):
    return {(e.report, e.from_, e.relation) for e in traced.edges}


def via(traced, content, desk):
    texts = {r.report.id: r.report.text for r in desk.readings}
    return next(s.via for s in traced.statements if texts[s.report][s.content[0].start :].startswith(content))


def test_a_report_whose_lead_credits_an_outlet_relays_it():
    desk, kestrel = relayed()
    assert ("bbb", kestrel, "relays") in edges(trace(desk.readings, desk))


def test_the_outlet_of_the_words_told_to_it_gathered_itself():
    desk, kestrel = relayed()
    assert ("aaa", kestrel, "original") in edges(trace(desk.readings, desk))


def test_via_spreads_from_the_credit_to_members_of_the_group_and_to_those_who_kept_silent():
    desk, kestrel = relayed()
    traced = trace(desk.readings, desk)
    assert via(traced, "Ferrymen on the Osk have had no wages", desk) == (kestrel,)
    assert via(traced, "We are rowing", desk) == (kestrel,)
    assert via(traced, "questions", desk) == (kestrel,)
    assert via(traced, "We row for nothing now", desk) == ()


def test_a_relay_and_the_report_it_relays_are_one_origin_with_the_report_in_hand():
    desk, kestrel = relayed()
    traced = trace(desk.readings, desk)
    first = traced.origin_of("aaa", Span(60, 100))
    assert first is not None
    assert traced.origin_of("bbb", Span(0, 50)) == first
    origin = next(o for o in traced.origins if o.id == first)
    assert (origin.report, origin.gathered_by) == ("aaa", kestrel)
    assert traced.missing == ()


def test_what_others_relay_and_is_not_in_hand_is_first_to_fetch():
    desk, kestrel = relayed(with_agency=False)
    (missing,) = trace(desk.readings, desk).missing
    assert (missing.outlet, missing.relayed_by) == (kestrel, ("bbb",))
    assert "not among the files" in missing.reason


def test_the_order_of_reports_changes_nothing():
    desk, _ = relayed()
    expected = trace(desk.readings, desk)
    for order in itertools.permutations(desk.readings):
        got = trace(order, desk)
        assert (got.edges, got.origins, got.statements) == (expected.edges, expected.origins, expected.statements)


def test_a_press_conference_in_two_reports_is_one_origin_though_neither_credits_the_other():
    desk = Desk()
    mayor = desk.source("Petra Lund", "named person")
    one = desk.report(
        "TARNHOLM, Osk — The bridge reopens in June, Mayor Petra Lund said.\n\n"
        "“The bridge will open in June, and not a day later,” Lund told a news conference on Friday.\n",
        key="aaa",
        outlet="Osk Times",
    )
    two = desk.report(
        "BRISMERE — “The bridge will open in June, and not a day later,” said Petra Lund, the mayor of Tarnholm.\n",
        key="bbb",
        outlet="Brismere Post",
    )
    first = desk.says(
        one, mayor, "The bridge will open in June, and not a day later", source="Lund", cue="told", form="direct"
    )
    second = desk.says(
        two, mayor, "The bridge will open in June, and not a day later", source="Petra Lund", cue="said", form="direct"
    )
    traced = trace(desk.readings, desk)
    assert traced.spoken[first].origin == traced.spoken[second].origin is not None


def test_one_person_told_two_outlets_two_things_is_two_origins():
    desk = Desk()
    cook = desk.source("Iver Holm", "named person")
    one = desk.report("The stove was cold, Iver Holm told the Osk Times.\n", key="aaa", outlet="Osk Times")
    two = desk.report(
        "Nobody had lit the stove, Iver Holm told the Brismere Post.\n", key="bbb", outlet="Brismere Post"
    )
    first = desk.says(one, cook, "The stove was cold", source="Iver Holm", cue="told")
    second = desk.says(two, cook, "Nobody had lit the stove", source="Iver Holm", cue="told")
    traced = trace(desk.readings, desk)
    assert traced.spoken[first].origin != traced.spoken[second].origin


def test_media_reports_without_a_name_have_no_origin():
    desk = Desk()
    reports = desk.source("media reports", "group")
    one = desk.report("The ferry sank on Monday, according to media reports.\n", key="aaa", outlet="Osk Times")
    key = desk.says(one, reports, "The ferry sank on Monday", source="media reports", cue="according to")
    traced = trace(desk.readings, desk)
    assert traced.spoken[key].origin is None
    assert ("aaa", reports, "relays") in edges(traced)


def test_background_in_nobodys_name_has_no_origin():
    desk = Desk()
    text = AGENCY + "\nThe Osk is 80 kilometres long and freezes over in most Januaries.\n"
    desk.report(text, key="ccc", outlet="Kestrel Wire")
    traced = trace(desk.readings, desk)
    at = text.index("The Osk is 80")
    assert traced.origin_of("ccc", Span(at, at + 40)) is None


def test_a_garbled_name_credits_the_outlet_it_garbles():
    desk, kestrel = relayed()
    third = desk.report(
        "Boatmen have no pay, three rowers told the agency Kestril Wire.\n", key="ddd", outlet="Far Mirror"
    )
    rowers = desk.source("three rowers", "group")
    desk.says(third, rowers, "Boatmen have no pay", source="three rowers", cue="told")
    assert ("ddd", kestrel, "relays") in edges(trace(desk.readings, desk))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "an empty text"),
        ("“" + "We row for nothing now and nobody pays us. " * 200 + "”", "one long quotation"),
        ("Osk Times told Osk Times that Osk Times reported Osk Times.", "an outlet that credits itself"),
    ],
)
def test_odd_reports_are_traced_without_trouble(text, what):
    desk = Desk()
    desk.outlet("Osk Times")
    report = desk.report(text, key="aaa", outlet="Osk Times", published="2199-01-01")
    if "“" in text:
        desk.says(report, desk.source("a rower", "unnamed person"), text[1:-1], form="direct")
    traced = trace(desk.readings, desk)
    assert all(e.from_ != desk.outlet_of["aaa"] or e.relation == "original" for e in traced.edges), what


def test_a_misspelling_that_comes_twice_is_still_the_outlet_that_most_reports_name():
    desk = Desk()
    spelt = ["Kestrel Wire"] * 8 + ["Kestril Wire"] * 2
    texts = [f"Boatmen have no pay, three rowers told the agency {name}.\n" for name in spelt]
    for name in dict.fromkeys(spelt):
        at = [(k, text.index(name)) for k, text in enumerate(texts) if name in text]
        desk.source(name, "outlet", *(Place(f"r{k}", start, start + len(name)) for k, start in at))
    rowers = desk.source("three rowers", "group")
    for k, text in enumerate(texts):
        report = desk.report(text, key=f"r{k}", outlet=f"Mirror of {k}")
        desk.says(report, rowers, "Boatmen have no pay", source="three rowers", cue="told")
        desk.credit(report, desk.outlet(spelt[k]), f"told the agency {spelt[k]}")
    traced = trace(desk.readings, desk)
    assert {e.from_ for e in traced.edges} == {desk.outlet("Kestrel Wire")}
    assert len(traced.origins) == 1


def test_a_cycle_of_credits_ends():
    desk = Desk()
    a, b = desk.outlet("Osk Times"), desk.outlet("Brismere Post")
    one = desk.report("The mill burns, the Brismere Post reported.\n", key="aaa", outlet="Osk Times")
    two = desk.report("The mill burns, the Osk Times reported.\n", key="bbb", outlet="Brismere Post")
    desk.credit(one, b, "Brismere Post reported")
    desk.credit(two, a, "Osk Times reported")
    first, second = desk.says(one, b, "The mill burns"), desk.says(two, a, "The mill burns")
    traced = trace(desk.readings, desk)
    assert {("aaa", b, "relays"), ("bbb", a, "relays")} <= edges(traced)
    assert traced.spoken[first].origin is not None and traced.spoken[second].origin is not None


def test_a_ring_of_retellings_ends_whoever_is_looked_at_first():
    outlets = ["Osk Times", "Brismere Post", "Salt Star"]
    for order in itertools.permutations(range(3)):
        desk = Desk()
        for k in order:
            text = (
                f"The mill burns since noon, the {outlets[(k + 1) % 3]} reported.\n\n"
                "Nobody was in the mill when the roof of the mill fell in.\n"
            )
            report = desk.report(text, key="abc"[k] * 3, outlet=outlets[k])
            credited = desk.outlet(outlets[(k + 1) % 3])
            desk.credit(report, credited, f"{outlets[(k + 1) % 3]} reported", rule="X reported")
            desk.says(report, credited, "The mill burns since noon")
        traced = trace(desk.readings, desk)
        assert {e.relation for e in traced.edges} == {"relays"}
        assert len({b.origin for b in traced.spoken.values()}) <= 3


@pytest.mark.parametrize(
    "dates", [(None, None), ("2199-01-01", None), (None, "2199-01-01"), ("2031-05-01", "2199-01-01")]
)
def test_copies_are_one_origin_whatever_their_dates(dates):
    desk = Desk()
    body = (
        "The ferry rows at night because the day crew was dismissed in spring, and nobody on the quay dares to say a"
        " word about the wages that the harbour office has kept back since the ice broke up on the river.\n"
    )
    told = "TARNHOLM — Ulla Brandt told the Osk Times that it is so.\n\n"
    one = desk.report(told + body, key="aaa", outlet="Osk Times", published=dates[0])
    two = desk.report(body, key="bbb", outlet="Brismere Post", published=dates[1])
    traced = trace(desk.readings, desk)
    copied = two.sentences[0].span
    assert traced.origin_of("bbb", copied) == traced.origin_of("aaa", one.sentences[-1].span)


def test_every_place_resolves_and_every_edge_has_a_reason():
    desk, _ = relayed()
    texts = {r.report.id: r.report.text for r in desk.readings}
    traced = trace(desk.readings, desk)
    for edge in traced.edges:
        assert edge.reason and edge.evidence
        for place in edge.evidence:
            assert 0 <= place.start < place.end <= len(texts[place.report])


def verdict(kind, report, *, value=None, at=(0, 10), other=None):
    return Judgement(
        id=f"j-{kind}",
        kind=kind,
        by="Ada",
        at="2031-06-01",
        a=Place(report.report.sha256, *at),
        b=Place(other.report.sha256, 60, 90) if other else None,
        value=value,
        reason="the editor told me",
    )


def test_a_person_says_that_a_report_is_original():
    desk, kestrel = relayed()
    traced = trace(desk.readings, desk, judgements=[verdict("original", desk.readings[1])])
    assert ("bbb", desk.outlet_of["bbb"], "original") in edges(traced)
    assert ("bbb", kestrel, "relays") not in edges(traced)


def test_a_person_says_whom_a_report_relays():
    desk = Desk()
    kestrel = desk.outlet("Kestrel Wire")
    report = desk.report("The mill has closed for good.\n", key="aaa", outlet="Osk Times")
    traced = trace(desk.readings, desk, judgements=[verdict("relays", report, value="kestrel wire")])
    (edge,) = traced.edges
    assert (edge.from_, edge.relation) == (kestrel, "relays")
    assert "Ada" in edge.reason
    assert traced.origin_of("aaa", Span(0, 10)) is not None


def test_a_person_says_that_two_passages_rest_on_one_origin():
    desk, _ = relayed()
    text = "The river rose again overnight.\n\nWages on the Osk were last paid in March.\n"
    stray = desk.report(text, key="ccc", outlet="Inland Leader")
    place = (text.index("Wages"), len(text))
    traced = trace(desk.readings, desk, judgements=[verdict("origin", stray, at=place, other=desk.readings[0])])
    assert traced.origin_of("ccc", Span(*place)) == traced.origin_of("aaa", Span(60, 90)) is not None


def test_a_person_names_an_origin():
    desk = Desk()
    report = desk.report("The mill has closed for good.\n", key="aaa", outlet="Osk Times")
    traced = trace(
        desk.readings, desk, judgements=[verdict("origin", report, value="The mill's letter to its workers")]
    )
    (origin,) = traced.origins
    assert origin.label == "The mill's letter to its workers"
    assert traced.origin_of("aaa", Span(0, 10)) == origin.id


def test_a_post_in_a_report_that_relays_an_agency_is_the_post_and_not_the_agencys():
    desk = Desk()
    mayor = desk.source("Petra Lund", "named person")
    one = desk.report(
        "TARNHOLM (Reuters) - The bridge is closed.\n\n“No cart will cross it before June,” Lund wrote on Twitter.\n",
        key="aaa",
        outlet="Osk Times",
    )
    two = desk.report("“No cart will cross it before June,” Petra Lund tweeted.\n", key="bbb", outlet="Brismere Post")
    desk.credit(one, desk.outlet("Reuters"), "TARNHOLM (Reuters)", rule="dateline")
    quote = "No cart will cross it before June"
    first = desk.says(one, mayor, quote, source="Lund", cue="wrote", form="direct")
    second = desk.says(two, mayor, quote, source="Petra Lund", cue="tweeted", form="direct")
    traced = trace(desk.readings, desk)
    assert traced.spoken[first].origin == traced.spoken[second].origin is not None


def speech(said):
    """A report of so many remarks from one speech, and a sentence in which the outlet speaks itself."""
    desk = Desk()
    mayor = desk.source("Petra Lund", "named person")
    own = "She drew laughter with a tale of two geese."
    remarks = [f"Ward {n} will have its own well" for n in ("one", "two", "three", "four", "five")][:said]
    lines = [f"“{r},” Lund told reporters." for r in remarks]
    text = "\n\n".join([*lines, own]) + "\n"
    report = desk.report(text, key="aaa", outlet="Osk Times")
    keys = [desk.says(report, mayor, r, source="Lund", cue="told", form="direct") for r in remarks]
    traced = trace(desk.readings, desk)
    at = text.index(own)
    return traced.spoken[keys[0]].origin, traced.behind("aaa", Span(at, at + len(own)))


def test_in_a_report_about_one_occasion_the_outlet_speaks_of_that_occasion_too():
    occasion, own = speech(5)
    assert own.origin == occasion is not None
    assert own.loose


def test_two_remarks_do_not_make_a_report_about_one_occasion():
    _, own = speech(2)
    assert own.origin is None
