"""What kind of source the words make of whoever is cited."""

import pytest

from tests.sources.invented import reading, resolve, says, speaker


def cited(text, source, content="the dam was safe", **names):
    page = reading(text, **names)
    s = says(page, content, source=source, cue="said" if "said" in text else None)
    return speaker(resolve((page, [s])), s)


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        (
            "The dam was safe, according to a copy seen by the Salt Ledger.",
            "a copy seen by the Salt Ledger",
            "document",
        ),
        ("People close to the board said the dam was safe.", "People close to the board", "group"),
        ("Six of them said the dam was safe.", "Six of them", "group"),
        ("One of the two said the dam was safe.", "One of the two", "unnamed person"),
        ("A crane operator, Ana Ruiz, said the dam was safe.", "A crane operator, Ana Ruiz,", "named person"),
        ("The owner of the quarry, Halden Mills, said the dam was safe.", "The owner of the quarry", "organisation"),
        ("A baker, whom we call Velma, spoke. Velma said the dam was safe.", "Velma", "pseudonymous person"),
        ("She asked me to call her Velma. Velma said the dam was safe.", "Velma", "pseudonymous person"),
        ("We call him Velmo, which is not his name. Velmo said the dam was safe.", "Velmo", "pseudonymous person"),
        ("His friends call him Velmo. Velmo said the dam was safe.", "Velmo", "named person"),
    ],
)
def test_the_words_say_what_a_source_is(text, source, kind):
    content = "The dam was safe" if text.startswith("The dam") else "the dam was safe"
    names = {"people": ["Ana Ruiz", "Velma", "Velmo"], "organisations": ["Halden Mills"]}
    assert cited(text, source, content, **names).kind == kind


def test_a_rights_group_with_an_outlets_name_is_an_organisation():
    text = "Upland Monitor, a rights group, reported that the dam was safe."
    found = cited(text, "Upland Monitor", organisations=["Upland Monitor"])
    assert (found.name, found.kind) == ("Upland Monitor", "organisation")


def test_the_edition_is_the_outlet_named_before():
    text = "Two divers told Northwind Newswire that the ferry sank. The edition said the dam was safe."
    page = reading(text, outlet="Morning Kite", organisations=["Northwind Newswire"])
    other = reading("The ferry sank.", key="b", outlet="Northwind Newswire")
    s = says(page, "the dam was safe", source="The edition", cue="said")
    assert speaker(resolve((page, [s]), (other, [])), s).name == "Northwind Newswire"


def test_whoever_was_there_told_it():
    text = "Two welders who were there told the Ledger the dam was safe."
    found = cited(text, "who were there")
    assert (found.name, found.kind) == ("Two welders", "group")


def test_the_other_person_is_not_the_one_before():
    page = reading("One of the welders said the dam was safe. The other welder said the gate was shut.")
    s = says(page, "the dam was safe", source="One of the welders", cue="said")
    t = says(page, "the gate was shut", source="The other welder", cue="said")
    resolved = resolve((page, [s, t]))
    assert speaker(resolved, s).id != speaker(resolved, t).id


def test_a_ministry_is_known_by_its_portfolio():
    page = reading("Orland's infrastructure ministry said the dam was safe. Sweden's transport ministry was silent.")
    s = says(page, "the dam was safe", source="Orland's infrastructure ministry", cue="said")
    found = speaker(resolve((page, [s])), s)
    assert found.kind == "organisation"
    assert len(found.mentions) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ines Toll dismissed the report.", "Ines Toll"),
        ("Mayor Toll Harbour Agency dismissed the report.", None),  # three words: who knows
        ("Governor Street dismissed the report.", None),
    ],
)
def test_two_capitalised_words_after_an_office_are_a_name_though_the_tagger_saw_none(text, name):
    page = reading(text)
    s = says(page, "the report", source=text.split(" dismissed")[0], cue="dismissed")
    found = [x for x in resolve((page, [s])).sources if x.kind == "named person"]
    assert [x.name for x in found] == ([name] if name else [])
