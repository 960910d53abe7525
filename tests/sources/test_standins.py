"""Nouns that stand for somebody named elsewhere in the report or story."""

from tests.sources.invented import reading, resolve, says, speaker, words


def test_the_agency_is_the_outlet_the_report_retells():
    page = reading(
        "Two divers told Northwind Newswire that the ferry sank. The agency said the hull was open.",
        outlet="Morning Kite", organisations=["Northwind Newswire"],
    )  # fmt: skip
    other = reading("The ferry sank.", key="b", outlet="Northwind Newswire")
    s = says(page, "the hull was open", source="The agency", cue="said")
    assert speaker(resolve((page, [s]), (other, [])), s).name == "Northwind Newswire"


def test_the_company_is_the_firm_named_last():
    page = reading("Halden Mills closed in May. The company said the flour was safe.", organisations=["Halden Mills"])
    s = says(page, "the flour was safe", source="The company", cue="said")
    found = speaker(resolve((page, [s])), s)
    assert (found.name, words(None, found, page)) == ("Halden Mills", ["Halden Mills", "The company"])


def test_an_office_is_held_by_the_one_whom_another_report_calls_so():
    a = reading("Prime Minister Ines Rovell said the dam was safe.", key="a", people=["Ines Rovell"])
    b = reading("Ines Rovell flew home. The PM said the dam was full.", key="b", people=["Ines Rovell"])
    s = says(a, "the dam was safe", source="Prime Minister Ines Rovell", cue="said")
    t = says(b, "the dam was full", source="The PM", cue="said")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) == speaker(resolved, t)


def test_an_office_with_two_holders_or_a_former_one_is_left_open():
    a = reading(
        "President Ines Rovell said the dam was safe. President Orlo Tann was away.",
        key="a", people=["Ines Rovell", "Orlo Tann"],
    )  # fmt: skip
    b = reading("Ines Rovell flew home. In Tarn the president said the dam was full.", key="b", people=["Ines Rovell"])
    s = says(a, "the dam was safe", source="President Ines Rovell", cue="said")
    t = says(b, "the dam was full", source="the president", cue="said")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) != speaker(resolved, t)


def test_five_pm_is_nobody():
    page = reading("At 5 pm the dam broke. The PM said the dam was full.")
    s = says(page, "the dam was full", source="The PM", cue="said")
    assert words(None, speaker(resolve((page, [s])), s), page) == ["The PM"]


def test_the_three_are_the_group_of_three_named_before():
    page = reading("Three divers said the hull was open. The three, two men and a woman, said the bell was gone.")
    s = says(page, "the hull was open", source="Three divers", cue="said")
    t = says(page, "the bell was gone", source="The three, two men and a woman,", cue="said")
    resolved = resolve((page, [s, t]))
    assert speaker(resolved, s) == speaker(resolved, t)


def test_an_entry_is_its_logbook_speaking():
    page = reading("The keeper showed his logbook. The entry for May reads: “Nothing passed.”")
    s = says(page, "Nothing passed", source="The entry for May", cue="reads")
    found = speaker(resolve((page, [s])), s)
    assert found.kind == "document"
    assert words(None, found, page) == ["his logbook", "The entry"]


def test_an_office_before_its_holders_name_finds_him():
    a = reading("Prime Minister Ines Rovell said the dam was safe.", key="a", people=["Ines Rovell"])
    b = reading("The prime minister of Tarn said the dam was full. Ms. Rovell flew home.", key="b", people=["Rovell"])
    s = says(a, "the dam was safe", source="Prime Minister Ines Rovell", cue="said")
    t = says(b, "the dam was full", source="The prime minister of Tarn", cue="said")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) == speaker(resolved, t)


def test_a_title_in_one_report_tells_he_from_she_in_another():
    a = reading("Mr. Rovell was away.", key="a", people=["Rovell"])
    b = reading("Ines Brandt met Tiv Rovell. “It is full,” she said.", key="b", people=["Ines Brandt", "Tiv Rovell"])
    s = says(b, "It is full", source="she", cue="said")
    assert speaker(resolve((a, []), (b, [s])), s).name == "Ines Brandt"
