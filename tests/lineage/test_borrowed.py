"""Words and matter that a report has from another: repeated, retold, put under another name."""

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.model import Place

FIRST = """TARNHOLM, Osk — The sluice at Brack stood open all night, its keeper told the Osk Times.

“I had the key in my coat the whole of that evening,” Ansa Holm told the Osk Times. She said the alarm had rung twice.

The water board lost nine boats, the harbour office said.
"""


def first(desk):
    """The report that was told: the keeper speaks to the Osk Times, and its own voice tells of the boats."""
    holm = desk.source("Ansa Holm", "named person")
    report = desk.report(FIRST, key="aaa", outlet="Osk Times", published="2031-05-01")
    desk.says(report, holm, "The sluice at Brack stood open all night", source="its keeper", cue="told")
    key = desk.says(
        report,
        holm,
        "I had the key in my coat the whole of that evening",
        source="Ansa Holm",
        cue="told",
        form="direct",
    )
    return holm, key


def test_a_quotation_repeated_without_a_credit_belongs_to_whom_it_was_told():
    desk = Desk()
    holm, key = first(desk)
    text = "BRISMERE — Trade was slow.\n\n“I had the key in my coat the whole of that evening,” said Ansa Holm.\n"
    other = desk.report(text, key="bbb", outlet="Brismere Post", published="2031-05-02")
    quote = "I had the key in my coat the whole of that evening"
    repeated = desk.says(other, holm, quote, source="Ansa Holm", cue="said", form="direct")
    traced = trace(desk.readings, desk)
    assert traced.spoken[repeated].origin == traced.spoken[key].origin
    assert next(s.via for s in traced.statements if s.id == repeated) == ("s-osk-times",)
    assert "Osk Times" in traced.spoken[repeated].reason


def test_an_earlier_report_has_nothing_from_a_later_one():
    desk = Desk()
    holm, _ = first(desk)
    text = "BRISMERE — Trade was slow.\n\n“I had the key in my coat the whole of that evening,” said Ansa Holm.\n"
    other = desk.report(text, key="bbb", outlet="Brismere Post", published="2031-04-30")
    quote = "I had the key in my coat the whole of that evening"
    repeated = desk.says(other, holm, quote, source="Ansa Holm", cue="said", form="direct")
    traced = trace(desk.readings, desk)
    assert next(s.via for s in traced.statements if s.id == repeated) == ()


def test_who_says_that_it_was_told_the_same_gathered_it_too():
    desk = Desk()
    holm, key = first(desk)
    text = "“I had the key in my coat the whole of that evening,” Ansa Holm told the Brismere Post.\n"
    other = desk.report(text, key="bbb", outlet="Brismere Post", published="2031-05-02")
    quote = "I had the key in my coat the whole of that evening"
    told = desk.says(other, holm, quote, source="Ansa Holm", cue="told", form="direct")
    traced = trace(desk.readings, desk)
    assert traced.spoken[told].origin != traced.spoken[key].origin
    assert next(s.via for s in traced.statements if s.id == told) == ()


def test_each_sentence_of_a_credited_retelling_rests_on_the_sentence_it_retells():
    desk = Desk()
    first(desk)
    text = (
        "The sluice at Brack was open all night long, its keeper told the Osk Times.\n\n"
        "Ansa Holm had the key in her coat that whole evening.\n\nThe alarm had rung twice, she said.\n"
    )
    other = desk.report(text, key="bbb", outlet="Brismere Post", published="2031-05-02")
    holm = desk.source("Ansa Holm", "named person")
    desk.says(other, holm, "The sluice at Brack was open all night long", source="its keeper", cue="told")
    rung = desk.says(other, holm, "The alarm had rung twice", source="she", cue="said")
    desk.credit(other, desk.outlet("Osk Times"), "told the Osk Times")
    traced = trace(desk.readings, desk)
    key = other.sentences[1].span
    assert traced.origin_of("bbb", key) == traced.origin_of("aaa", desk.readings[0].sentences[0].span)
    assert next(s.via for s in traced.statements if s.id == rung) == ("s-osk-times",)


def test_a_citation_of_a_report_that_cites_another_came_through_both():
    desk = Desk()
    holm, _ = first(desk)
    times, post = desk.outlet("Osk Times"), desk.outlet("Brismere Post")
    second = desk.report(
        "The sluice stood open all night, Ansa Holm told the Osk Times.\n", key="bbb", outlet="Brismere Post"
    )
    desk.says(second, holm, "The sluice stood open all night", source="Ansa Holm", cue="told")
    desk.credit(second, times, "told the Osk Times")
    third = desk.report(
        "As the Brismere Post reports, the sluice stood open all night, Ansa Holm said.\n",
        key="ccc",
        outlet="Salt Star",
    )
    said = desk.says(third, holm, "the sluice stood open all night", source="Ansa Holm", cue="said")
    desk.says(third, post, "the sluice stood open all night, Ansa Holm said", source="Brismere Post", cue="reports")
    desk.credit(third, post, "Brismere Post reports", rule="X reported")
    traced = trace(desk.readings, desk)
    assert next(s.via for s in traced.statements if s.id == said) == (times, post)


def test_an_office_speaks_in_its_own_release_among_the_files():
    desk = Desk()
    office = desk.source("Harbour Office of Osk", "organisation")
    release = "Press release No. 4\n\nNine boats were lost at the sluice of Brack on Monday night.\n"
    desk.report(release, key="aaa", outlet=None, published="2031-05-02")
    desk.outlet_of["aaa"] = office
    other = desk.report(
        "Nine boats were lost at the sluice of Brack, the harbour office said.\n",
        key="bbb",
        outlet="Brismere Post",
        published="2031-05-03",
    )
    said = desk.says(
        other, office, "Nine boats were lost at the sluice of Brack", source="the harbour office", cue="said"
    )
    traced = trace(desk.readings, desk)
    origin = next(o for o in traced.origins if o.id == traced.spoken[said].origin)
    assert origin.report == "aaa"


def test_papers_that_an_outlet_holds_are_its_own_find_and_whoever_quotes_them_has_them_from_it():
    desk = Desk()
    memo = desk.source("memo", "document")
    text = "The Osk Times has obtained a copy of the memo.\n\nThe memo says that the gate was rotten.\n"
    one = desk.report(text, key="aaa", outlet="Osk Times", published="2031-05-01")
    held = desk.says(one, memo, "the gate was rotten", source="The memo", cue="says")
    two = desk.report("A memo says the gate was rotten.\n", key="bbb", outlet="Salt Star", published="2031-05-02")
    quoted = desk.says(two, memo, "the gate was rotten", source="A memo", cue="says")
    traced = trace(desk.readings, desk)
    assert traced.spoken[held].origin == traced.spoken[quoted].origin
    assert next(o for o in traced.origins if o.id == traced.spoken[held].origin).report == "aaa"


def test_a_local_station_is_the_one_station_in_hand():
    desk = Desk()
    desk.outlet("Radio Brack")
    holm = desk.source("Ansa Holm", "named person")
    text = "The sluice stood open, Ansa Holm told Radio Brack.\n"
    one = desk.report(text, key="aaa", outlet="Radio Brack", published="2031-05-01")
    desk.says(one, holm, "The sluice stood open", source="Ansa Holm", cue="told")
    two = desk.report("She waited an hour, she told a local station.\n", key="bbb", outlet="Salt Star")
    at = two.report.text.index("local station")
    station = desk.source("local station", "outlet", Place("bbb", at, at + len("local station")))
    waited = desk.says(two, holm, "She waited an hour", source="she", cue="told")
    desk.credit(two, station, "local station")
    traced = trace(desk.readings, desk)
    assert next(s.via for s in traced.statements if s.id == waited) == ("s-radio-brack",)


def test_a_question_that_another_outlet_put_is_not_own_asking():
    desk = Desk()
    board = desk.source("water board", "organisation")
    text = "The water board did not reply to the agency's questions.\n"
    report = desk.report(text, key="aaa", outlet="Salt Star")
    desk.says(report, board, "the agency's questions", source="The water board", cue="did not reply to")
    assert trace(desk.readings, desk).edges == ()


def test_the_ledger_of_a_town_is_not_its_leader():
    desk = Desk()
    holm = desk.source("Ansa Holm", "named person")
    leader, ledger = desk.outlet("Brack Leader"), desk.outlet("Brack Ledger")
    one = desk.report("The sluice stood open, Ansa Holm told the Brack Leader.\n", key="aaa", outlet="Brack Leader")
    desk.says(one, holm, "The sluice stood open", source="Ansa Holm", cue="told")
    two = desk.report("The weir gave way, Ansa Holm told the Brack Ledger.\n", key="bbb", outlet="Salt Star")
    way = desk.says(two, holm, "The weir gave way", source="Ansa Holm", cue="told")
    desk.credit(two, ledger, "told the Brack Ledger")
    traced = trace(desk.readings, desk)
    assert next(s.via for s in traced.statements if s.id == way) == (ledger,)
    assert leader not in {e.from_ for e in traced.edges if e.report == "bbb"}


def test_who_speaks_to_reporters_in_a_retelling_did_not_speak_through_the_outlet_that_it_retells():
    desk = Desk()
    times = desk.outlet("Osk Times")
    lund = desk.source("Petra Lund", "named person")
    text = (
        "The mill will close, Petra Lund told the Osk Times.\n\n"
        "Cornered by reporters on Friday, Lund said no more.\n\nShe is a dreamer, she insisted.\n"
    )
    report = desk.report(text, key="aaa", outlet="Salt Star")
    told = desk.says(report, lund, "The mill will close", source="Petra Lund", cue="told")
    cornered = desk.says(report, lund, "no more", source="Lund", cue="said")
    later = desk.says(report, lund, "She is a dreamer", source="she", cue="insisted")
    desk.credit(report, times, "told the Osk Times")
    via = {s.id: s.via for s in trace(desk.readings, desk).statements}
    assert via == {told: (times,), cornered: (), later: ()}


def test_the_outlets_own_words_beside_a_citation_of_a_citation_are_of_whom_had_it_first():
    desk = Desk()
    radio, monthly = desk.outlet("Radio Brack"), desk.outlet("Salt Monthly")
    text = "According to Salt Monthly, which cited Radio Brack, the sluice stood open on eleven nights.\n"
    report = desk.report(text, key="aaa", outlet="Osk Star")
    desk.credit(report, monthly, "According to Salt Monthly", rule="according to X")
    desk.credit(report, radio, "which cited Radio Brack", rule="citing X")
    traced = trace(desk.readings, desk)
    origin = next(o for o in traced.origins if o.id == traced.origin_of("aaa", report.sentences[0].span))
    assert origin.gathered_by == radio
