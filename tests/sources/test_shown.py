"""Names that no model knows, read by the words beside them; outlets named by the story's own files."""

import pytest

from tests.sources.invented import reading, resolve, says, speaker, words
from twosource.sources.papers import Papers, papers_named, unlisted
from twosource.sources.shown import shown


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("It was Velma Dorrick, a baker who left in May, who called.", "Velma Dorrick", "person"),
        ("Its cook, Velma Dorrick, had left.", "Velma Dorrick", "person"),
        ("Velma Dorrick (a pseudonym) kept the books.", "Velma Dorrick", "person"),
        ("“It was dark,” said Velma Dorrick.", "Velma Dorrick", "person"),
        ("Velma Dorrick of Orsel Voices told the council so.", "Velma Dorrick", "person"),
        ("The company Halden Mills has closed.", "Halden Mills", "organisation"),
        ("A spokesman for Halden Mills hung up.", "Halden Mills", "organisation"),
        ("The chancellor of neighbouring Orland left.", "Orland", "place"),
        ("They met at Orland.", "Orland", "place"),
    ],
)
def test_the_words_beside_a_name_show_what_it_is(text, name, kind):
    assert (name, kind) in [(text[s.start : s.end], s.kind) for s in shown(text)]


def test_a_firm_and_a_ministry_are_nobody():
    kinds = [s.kind for s in shown("“We regret it,” said Halden Mills. “So do we,” said Salt Ministry.")]
    assert "person" not in kinds


def test_a_person_of_a_body_speaks_himself_though_the_tagger_saw_the_body_alone():
    page = reading("Velma Dorrick of Orsel Voices said the bread was safe.", organisations=["Orsel Voices"])
    s = says(page, "the bread was safe", source="Velma Dorrick of Orsel Voices", cue="said")
    found = speaker(resolve((page, [s])), s)
    assert (found.name, found.kind) == ("Velma Dorrick", "named person")


def test_a_common_word_that_opens_a_sentence_is_no_body():
    page = reading(
        "Port authority clerk Velma Dorrick said the ferry was safe. The port authority said it was not.",
        people=["Velma Dorrick"], organisations=["Port"],
    )  # fmt: skip
    s = says(page, "the ferry was safe", source="Port authority clerk Velma Dorrick", cue="said")
    t = says(page, "it was not", source="The port authority", cue="said")
    assert {x.name for x in resolve((page, [s, t])).sources} == {"Velma Dorrick", "port authority"}


def test_a_person_the_tagger_took_for_a_body_is_a_person():
    page = reading(
        "Velma Dorrick, the owner of the bakery, said the bread was safe. “I ate it,” Dorrick said.",
        organisations=["Velma Dorrick", "Dorrick"],
    )
    s = says(page, "the bread was safe", source="Velma Dorrick", cue="said")
    t = says(page, "I ate it", source="Dorrick", cue="said")
    resolved = resolve((page, [s, t]))
    assert speaker(resolved, s).kind == "named person"
    assert speaker(resolved, s) == speaker(resolved, t)


def test_a_firm_the_tagger_took_for_a_person_is_an_organisation():
    page = reading("Halden Mills said the flour was safe.", people=["Halden Mills"])
    s = says(page, "the flour was safe", source="Halden Mills", cue="said")
    assert speaker(resolve((page, [s])), s).kind == "organisation"


def test_a_builder_is_a_firm():
    page = reading("Halden Homes said in a letter that the roof was safe.", people=["Halden Homes"])
    s = says(page, "the roof was safe", source="Halden Homes", cue="said")
    assert speaker(resolve((page, [s])), s).kind == "organisation"


def test_a_pseudonym_of_two_names_is_a_pseudonymous_person():
    page = reading("Velma Dorrick (a pseudonym) kept the books. Dorrick said the sums were wrong.")
    s = says(page, "the sums were wrong", source="Dorrick", cue="said")
    found = speaker(resolve((page, [s])), s)
    assert (found.name, found.kind) == ("Velma Dorrick", "pseudonymous person")


PAPERS = ["Northwind Newswire", "The Salt Ledger"]


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [
        ("Two men told Northwind Newswire.", "", [("Northwind Newswire", "Northwind Newswire")]),
        ("Two men told Nordwind News Wire.", "", [("Nordwind News Wire", "Northwind Newswire")]),
        ("She told the Ledger.", "The Salt Ledger", [("Ledger", "The Salt Ledger")]),
        ("She told the Ledger.", "", []),
        ("Northwind Newswire had it, as per Northwind.", "",
         [("Northwind Newswire", "Northwind Newswire"), ("Northwind", "Northwind Newswire")]),
        ("The Salt Dispatch had it.", "", []),
    ],
)  # fmt: skip
def test_outlets_of_the_story_are_known_by_name_short_form_and_garbled(text, own, found):
    assert [(text[s:e], paper) for s, e, paper in papers_named(text, Papers(PAPERS), own)] == found


def test_an_outlet_no_list_knows_is_one_source_in_all_reports():
    a = reading("“It sank,” a diver told the Salt Ledger.", key="a", outlet="The Salt Ledger")
    b = reading("The ferry sank, the Salt Ledger reported.", key="b", people=["Salt Ledger"], outlet="Morning Kite")
    s = says(b, "The ferry sank", source="the Salt Ledger", cue="reported")
    t = says(a, "It sank", source="a diver", cue="told")
    found = speaker(resolve((a, [t]), (b, [s])), s)
    assert (found.name, found.kind) == ("The Salt Ledger", "outlet")
    assert words(None, found, a, b) == ["Salt Ledger", "Salt Ledger"]


def test_a_paper_that_only_the_words_beside_it_show_is_one_source_with_its_short_form():
    page = reading("The ferry sank, The Brask Post reported. The Post said it had seen both letters.")
    s = says(page, "The ferry sank", source="The Brask Post", cue="reported")
    t = says(page, "it had seen both letters", source="The Post", cue="said")
    resolved = resolve((page, [s, t]))
    assert speaker(resolved, s) == speaker(resolved, t)
    assert (speaker(resolved, s).name, speaker(resolved, s).kind) == ("Brask Post", "outlet")


def test_a_garbled_name_of_a_paper_in_hand_is_that_paper():
    text = "The Nordwind Gazette reported it."
    papers = Papers(["The Northwind Gazette"], unlisted(text))
    assert [paper for _, _, paper in papers_named(text, papers, "")] == ["The Northwind Gazette"]


def test_the_paper_and_the_channel_are_each_the_outlet_that_fits():
    page = reading(
        "The ferry sank, the Brask Post reported. “I swam,” Velma Dorrick said in an interview with Channel 6. "
        "The paper said it had seen a letter. The channel said the cook had died."
    )
    s = says(page, "it had seen a letter", source="The paper", cue="said")
    t = says(page, "the cook had died", source="The channel", cue="said")
    resolved = resolve((page, [s, t]))
    assert [speaker(resolved, x).name for x in (s, t)] == ["Brask Post", "Channel 6"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Norrick Gazette reported it; she told the Halvek Evening Tribune so.",
         ["Norrick Gazette", "Halvek Evening Tribune"]),
        ("She told Radio Orsel so, according to Channel 6.", ["Radio Orsel", "Channel 6"]),
        ("She told local radio station Radio Orsel so.", ["Radio Orsel"]),
        ("She told the local newspaper Orsel Blad so, the broadcaster Nordvik reported.", ["Orsel Blad", "Nordvik"]),
        ("The newspaper Orsel Blad has sunk.", []),
        ("The Norrick Gazette sank in the harbour.", []),  # a ship
        ("She listened to Radio Orsel by the Channel.", []),
        ("The Fisheries Agency reported it.", []),
        ("The Norrick Post Office reported it.", []),
    ],
)  # fmt: skip
def test_papers_are_known_by_what_is_said_of_them(text, found):
    assert list(dict.fromkeys(unlisted(text))) == found


def test_an_office_that_publishes_its_own_report_is_no_outlet():
    page = reading(
        "The Office of Fisheries said the nets were safe.", outlet="Office of Fisheries, Province of Salt",
        organisations=["Office of Fisheries"],
    )  # fmt: skip
    s = says(page, "the nets were safe", source="The Office of Fisheries", cue="said")
    resolved = resolve((page, [s]))
    assert speaker(resolved, s).kind == "organisation"
    assert resolved.outlet_of == {"r1": speaker(resolved, s).id}


def test_evidence_is_no_source():
    page = reading("The evidence says the nets were safe.")
    s = says(page, "the nets were safe", source="The evidence", cue="says")
    assert speaker(resolve((page, [s])), s) is None
