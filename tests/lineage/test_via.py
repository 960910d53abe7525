"""What a statement passed through where its own sentence does not say so, and what passed through nothing."""

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.model import Place


def place(report, words):
    at = report.report.text.index(words)
    return Place(report.report.id, at, at + len(words))


def via(desk, key):
    return next(s.via for s in trace(desk.readings, desk).statements if s.id == key)


STATE = """“The pass is shut,” the Vosk state news agency of Norway said, quoting President Odo Varr of Norway.

President Odo Varr said the river was next.

President Odo Varr told senators that the mine was lost.

President Odo Varr told the Osk Times the bridge was open.
"""


def test_what_a_ruler_says_came_through_his_states_media():
    desk = Desk()
    report = desk.report(STATE, key="aaa", outlet="Osk Times")
    vosk = desk.source("Vosk", "outlet", place(report, "Vosk state news agency"))
    varr = desk.source("Odo Varr", "named person", place(report, "President Odo Varr of Norway"))
    desk.credit(report, vosk, "Vosk state news agency of Norway said", rule="X reported")
    desk.says(report, varr, "The pass is shut", source="Vosk", cue="said", form="direct")
    later = desk.says(report, varr, "the river was next", source="President Odo Varr", cue="said")
    elsewhere = desk.says(report, varr, "the mine was lost", source="President Odo Varr", cue="told")
    times = desk.outlet("Osk Times")
    desk.credit(report, times, "told the Osk Times", own=True)
    interview = desk.says(report, varr, "the bridge was open", source="President Odo Varr", cue="told")
    assert via(desk, later) == (vosk,)
    assert via(desk, interview) == ()
    assert via(desk, elsewhere) == ()


def test_who_goes_on_in_the_paragraph_still_speaks_to_that_outlet():
    desk = Desk()
    text = (
        "Ulla Brandt told Kestrel Wire the pass was shut. “It is lost,” she said.\n\nUlla Brandt said it would rain.\n"
    )
    report = desk.report(text, key="aaa", outlet="Osk Times")
    kestrel, brandt = desk.outlet("Kestrel Wire"), desk.source("Ulla Brandt", "named person")
    desk.credit(report, kestrel, "told Kestrel Wire")
    desk.says(report, brandt, "the pass was shut", source="Ulla Brandt", cue="told")
    goes_on = desk.says(report, brandt, "It is lost", source="she", cue="said", form="direct")
    assert via(desk, goes_on) == (kestrel,)


def test_what_an_agency_gives_as_somebodys_words_came_through_it():
    desk = Desk()
    text = "“The pass is shut,” Kestrel Wire said, quoting Ulla Brandt.\n"
    report = desk.report(text, key="aaa", outlet="Osk Times")
    kestrel = desk.outlet("Kestrel Wire")
    brandt = desk.source("Ulla Brandt", "named person", place(report, "Ulla Brandt"))
    desk.credit(report, kestrel, "Kestrel Wire said", rule="X reported")
    key = desk.says(report, brandt, "The pass is shut", source="Kestrel Wire", cue="said", form="direct")
    assert via(desk, key) == (kestrel,)


def test_a_statement_put_out_for_all_belongs_to_no_report():
    desk = Desk()
    words = "The pass will stay shut until the snow has gone"
    brandt = desk.source("Ulla Brandt", "named person")
    one = desk.report(
        f"TARNHOLM, Osk — “{words},” Ulla Brandt said in a statement.\n",
        key="aaa",
        outlet="Osk Times",
        published="2031-05-01",
    )
    two = desk.report(
        f"“{words},” Ulla Brandt said in a statement.\n", key="bbb", outlet="Brismere Post", published="2031-05-02"
    )
    desk.says(one, brandt, words, source="Ulla Brandt", cue="said", form="direct")
    key = desk.says(two, brandt, words, source="Ulla Brandt", cue="said", form="direct")
    assert via(desk, key) == ()


def test_an_outlets_own_poll_passed_through_nobody():
    desk = Desk()
    report = desk.report("A Kestrel Wire poll shows that few trust the pass.\n", key="aaa", outlet="Osk Times")
    kestrel = desk.outlet("Kestrel Wire")
    poll = desk.source("Kestrel Wire poll", "document", place(report, "A Kestrel Wire poll"))
    desk.credit(report, kestrel, "Kestrel Wire poll", rule="X sources")
    key = desk.says(report, poll, "few trust the pass", source="A Kestrel Wire poll", cue="shows")
    assert via(desk, key) == ()


def test_what_reportedly_was_said_came_through_whom_the_report_retells():
    desk = Desk()
    text = (
        "The pass is shut, according to Kestrel Wire, which told of a lawsuit.\n\nKestrel Wire said rain was due.\n\n"
        "Ulla Brandt reportedly said that the mine was lost.\n"
    )
    report = desk.report(text, key="aaa", outlet="Osk Times")
    kestrel, brandt = desk.outlet("Kestrel Wire"), desk.source("Ulla Brandt", "named person")
    desk.credit(report, kestrel, "according to Kestrel Wire", rule="according to X")
    desk.credit(report, kestrel, "Kestrel Wire said", rule="X reported")
    desk.says(report, kestrel, "The pass is shut", source="Kestrel Wire", cue="according to")
    desk.says(report, kestrel, "rain was due", source="Kestrel Wire", cue="said")
    key = desk.says(report, brandt, "the mine was lost", source="Ulla Brandt", cue="said")
    assert via(desk, key) == (kestrel,)
