"""From whom and from what a report has its material: occasions, documents, officials, its own questions."""

import pytest

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.model import Place


def place(report, words):
    at = report.report.text.index(words)
    return Place(report.report.id, at, at + len(words))


def told(text, kind, *, cue, content, speaker="Petra Lund", source="Petra Lund", outlet="Osk Times", form="indirect"):
    """One report with one statement, and the edges of its lineage as (source's name, relation)."""
    desk = Desk()
    page = desk.report(text, key="aaa", outlet=outlet)
    who = desk.source(speaker, kind, place(page, source))
    desk.says(page, who, content, source=source, cue=cue, form=form)
    return drawn(desk)


def drawn(desk):
    names = {s.id: s.name for s in desk.sources}
    return {(names[e.from_], e.relation) for e in trace(desk.readings, desk).edges}


def rally(second, *, form="direct"):
    """A mayor at a rally in one report, and the same words in another."""
    desk = Desk()
    mayor = desk.source("Petra Lund", "named person")
    words = "The bridge will open in June, and not a day later"
    one = desk.report(f"“{words},” Petra Lund said at a rally in Tarnholm.\n", key="aaa", outlet="Osk Times")
    two = desk.report(second, key="bbb", outlet="Brismere Post")
    where = desk.source("rally in Tarnholm", "document", place(one, "a rally in Tarnholm"))
    desk.says(one, mayor, words, source="Petra Lund", cue="said", form="direct")
    content = words if words in second else "the bridge will open in June"
    desk.says(two, mayor, content, source="Petra Lund", cue="said", form=form)
    return where, {(e.report, e.from_) for e in trace(desk.readings, desk).edges}


def test_a_report_cites_the_occasion_that_its_own_words_name():
    where, edges = rally("Petra Lund said nothing.\n\nPetra Lund said the bridge will open in June.", form="indirect")
    assert ("aaa", where) in edges


def test_who_quotes_the_same_words_cites_the_occasion_too():
    where, edges = rally("“The bridge will open in June, and not a day later,” Petra Lund said.\n")
    assert ("bbb", where) in edges


def test_who_tells_them_in_his_own_words_and_names_no_occasion_may_have_them_from_elsewhere():
    where, edges = rally("Petra Lund said the bridge will open in June.\n", form="indirect")
    assert ("bbb", where) not in edges


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("On Thursday, President Petra Lund said the bridge was safe.", True),
        ("President Petra Lund said the bridge was safe.", False),
        ("On Thursday, former President Petra Lund said the bridge was safe.", False),
        ("On Thursday, the baker Petra Lund said the bridge was safe.", False),
    ],
)
def test_the_holder_of_an_office_is_cited_for_what_he_said_on_a_named_day(text, cited):
    title = text.split(" said")[0].removeprefix("On Thursday, ")
    found = told(text, "named person", cue="said", content="the bridge was safe", source=title)
    assert (("Petra Lund", "cites") in found) == cited


def test_a_law_is_no_source_of_a_report():
    found = told(
        "The Bridges Act says that bridges are safe.",
        "document", speaker="Bridges Act", source="The Bridges Act", cue="says", content="bridges are safe",
    )  # fmt: skip
    assert found == set()


def quoting(*speakers, credit=False):
    desk = Desk()
    text = "".join(f"“It shook on day {k},” said {name}.\n\n" for k, name in enumerate(speakers))
    page = desk.report(text + "The Kestrel Wire was first.\n", key="aaa", outlet="Osk Times")
    for k, name in enumerate(speakers):
        who = desk.source(name, "named person", place(page, name))
        desk.says(page, who, f"It shook on day {k}", source=name, cue="said", form="direct")
    if credit:
        desk.credit(page, desk.outlet("Kestrel Wire"), "Kestrel Wire", rule="X first reported")
    return drawn(desk)


def test_a_report_that_quotes_several_private_people_and_credits_nobody_asked_them_itself():
    assert ("Osk Times", "original") in quoting("Ada Roe", "Nils Brandt", "Ulla Kvist")


def test_two_are_too_few_officials_do_not_count_and_a_credit_speaks_against_it():
    assert quoting("Ada Roe", "Nils Brandt") == set()
    assert ("Osk Times", "original") not in quoting("Ada Roe", "Nils Brandt", "Senator Ulla Kvist")
    assert ("Osk Times", "original") not in quoting("Ada Roe", "Nils Brandt", "Ulla Kvist", credit=True)


def test_all_that_is_said_in_an_agencys_copy_was_said_to_the_agency():
    desk = Desk()
    text = "May 3 (AP) — The ferry ran aground.\n\n“We saw the rock,” said Ada Roe."
    page = desk.report(f"Ferry aground\n\nTARNHOLM, {text}\n", key="aaa", outlet="Osk Times")
    agency = desk.outlet("Associated Press")
    roe = desk.source("Ada Roe", "named person")
    desk.says(page, roe, "We saw the rock", source="Ada Roe", cue="said", form="direct")
    desk.credit(page, agency, "(AP)", rule="agency slug")
    (statement,) = trace(desk.readings, desk).statements
    assert statement.via == (agency,)


def test_a_lead_that_names_an_outlet_and_whom_it_cites_retells_the_one_it_names():
    desk = Desk()
    text = "The bridge shook, writes the Kestrel Wire with reference to the Brismere Post.\n\nIt was Monday.\n"
    page = desk.report(text, key="aaa", outlet="Osk Times")
    kestrel, post = desk.outlet("Kestrel Wire"), desk.outlet("Brismere Post")
    desk.credit(page, kestrel, "writes the Kestrel Wire", rule="says X")
    desk.credit(page, post, "with reference to the Brismere Post", rule="citing X")
    assert {(e.from_, e.relation) for e in trace(desk.readings, desk).edges} == {(kestrel, "relays"), (post, "cites")}


def test_a_body_that_speaks_in_a_document_is_not_cited_beside_it():
    desk = Desk()
    page = desk.report("The Drivers League says in a lawsuit that the pass is shut.\n", key="aaa", outlet="Osk Times")
    league = desk.source("Drivers League", "organisation", place(page, "Drivers League"))
    desk.source("lawsuit", "document", place(page, "a lawsuit"))
    desk.says(page, league, "the pass is shut", source="The Drivers League", cue="says")
    assert drawn(desk) == {("lawsuit", "cites")}


def test_a_report_that_retells_an_agency_cites_what_was_put_out_for_all():
    desk = Desk()
    text = "TARNHOLM (Kestrel Wire) - The pass is shut.\n\nPetra Lund said in a statement that it will open.\n"
    page = desk.report(text, key="aaa", outlet="Osk Times")
    kestrel = desk.outlet("Kestrel Wire")
    lund = desk.source("Petra Lund", "named person")
    desk.source("statement", "document", place(page, "a statement"))
    desk.credit(page, kestrel, "(Kestrel Wire)", rule="agency slug")
    desk.says(page, lund, "it will open", source="Petra Lund", cue="said")
    assert drawn(desk) == {("Kestrel Wire", "relays"), ("statement", "cites")}
