"""For whom a spokesperson speaks; who tells and who hears; what a document reads."""

from tests.sources.invented import reading, resolve, says, speaker


def test_an_unnamed_spokeswoman_is_the_only_named_one_of_her_office():
    a = reading(
        "“It is shut,” said Ines Rovell, a spokeswoman for Halden Mills.", key="a",
        people=["Ines Rovell"], organisations=["Halden Mills"],
    )  # fmt: skip
    b = reading("A spokeswoman for Halden Mills said it was open.", key="b", organisations=["Halden Mills"])
    s = says(a, "It is shut", source="Ines Rovell, a spokeswoman for Halden Mills", cue="said")
    t = says(b, "it was open", source="A spokeswoman for Halden Mills", cue="said")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) == speaker(resolved, t)
    assert next(x.name for x in resolved.sources if x.id == speaker(resolved, s).part_of) == "Halden Mills"


def test_a_title_names_the_office_that_the_report_names_otherwise():
    page = reading(
        "Harbour ministry spokesman Ilo Drenn said it was open. The harbour ministry hoped so. A ministry spokeswoman, "
        "Ines Rovell, said it was shut. Council spokeswoman Ana Ruhl said it was far.",
        people=["Ilo Drenn", "Ines Rovell", "Ana Ruhl"],
    )
    s = says(page, "it was open", source="Harbour ministry spokesman Ilo Drenn", cue="said")
    t = says(page, "it was shut", source="A ministry spokeswoman, Ines Rovell,", cue="said")
    u = says(page, "it was far", source="Council spokeswoman Ana Ruhl", cue="said")
    resolved = resolve((page, [s, t, u]))
    name = {x.id: x.name for x in resolved.sources}
    offices = [name.get(speaker(resolved, x).part_of) for x in (s, t, u)]
    assert offices == ["harbour ministry", "harbour ministry", None]


def test_a_spokesman_is_not_the_spokeswoman():
    a = reading(
        "“It is shut,” said Ines Rovell, a spokeswoman for Halden Mills.", key="a",
        people=["Ines Rovell"], organisations=["Halden Mills"],
    )  # fmt: skip
    b = reading("A spokesman for Halden Mills said it was open.", key="b", organisations=["Halden Mills"])
    s = says(a, "It is shut", source="Ines Rovell, a spokeswoman for Halden Mills", cue="said")
    t = says(b, "it was open", source="A spokesman for Halden Mills", cue="said")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) != speaker(resolved, t)


def test_whoever_stands_behind_told_hears_it():
    page = reading(
        "Three divers told the Salt Ledger that the hull was open.", outlet="The Salt Ledger", people=["Salt Ledger"]
    )
    s = says(page, "the hull was open", source="the Salt Ledger", cue="told")
    assert speaker(resolve((page, [s])), s).name == "Three divers"


def test_one_outlets_three_sources_are_one_group_under_another_noun():
    a = reading("Three divers told the Salt Ledger that the hull was open.", key="a", outlet="The Salt Ledger")
    b = reading("Three men of the yard told the Salt Ledger that the bell was gone.", key="b")
    s = says(a, "the hull was open", source="Three divers", cue="told")
    t = says(b, "the bell was gone", source="Three men of the yard", cue="told")
    resolved = resolve((a, [s]), (b, [t]))
    assert speaker(resolved, s) == speaker(resolved, t)


def test_what_reads_is_the_document_not_whoever_was_named_before():
    page = reading(
        "Ines Rovell brought the logbook. The entry for May reads: “Nothing passed.”", people=["Ines Rovell"]
    )
    s = says(page, "Nothing passed", source="Ines Rovell", cue="reads")
    assert speaker(resolve((page, [s])), s).kind == "document"
