"""The passages of one claim beside each other."""

import numpy as np

from tests.lineage.making import Desk, vector
from twosource.lineage import together, trace
from twosource.model import Evidence, Judgement, Place


def passage(reading, words, statement=None, stance="supports"):
    at = reading.report.text.index(words)
    return Evidence(report=reading.report.id, start=at, end=at + len(words), statement=statement, stance=stance)


def behind(desk, *evidence, judgements=()):
    texts = {r.report.id: r.report.text for r in desk.readings}
    words = [texts[e.report][e.start : e.end] for e in evidence]
    traced = trace(desk.readings, desk, judgements=judgements)
    rows = np.stack([vector(w) for w in words])
    return [b.origin for b in together(evidence, words, rows, traced, {s.id: s for s in desk.sources})]


def posts():
    """Two reports of what one official and one office say, each by its own channel."""
    desk = Desk()
    board, letter = desk.source("Harbour Board", "organisation"), desk.source("the board's letter", "document")
    one = desk.report(
        "The Osk quay reopens for ships in June.\n\nThe Osk quay opens in June, the Harbour Board said.\n",
        key="aaa",
        outlet="Osk Times",
    )
    two = desk.report("The Osk quay opens in June, the board's letter says.\n", key="bbb", outlet="Brismere Post")
    first = desk.says(one, board, "The Osk quay opens in June", source="the Harbour Board", cue="said")
    other = desk.says(two, letter, "The Osk quay opens in June", source="the board's letter", cue="says")
    return desk, passage(one, "The Osk quay opens in June", first), passage(two, "The Osk quay opens in June", other)


def test_the_same_words_said_in_the_open_have_one_origin():
    desk, one, two = posts()
    first, other = behind(desk, one, two)
    assert first == other is not None


def test_the_same_words_of_two_people_have_two():
    desk, one, two = posts()
    desk.sources = tuple(type(s)(id=s.id, name=s.name, kind="named person") for s in desk.sources)
    first, other = behind(desk, one, two)
    assert first != other


def test_an_outlets_own_voice_rests_on_what_its_report_cites_for_the_claim():
    desk, one, _ = posts()
    lead = passage(desk.readings[0], "The Osk quay reopens for ships in June")
    first, voiced = behind(desk, one, lead)
    assert voiced == first is not None


def test_what_supports_a_claim_rests_on_nothing_that_is_cited_against_it():
    desk, one, _ = posts()
    lead = passage(desk.readings[0], "The Osk quay reopens for ships in June")
    against = Evidence(report=one.report, start=one.start, end=one.end, statement=one.statement, stance="denies")
    assert behind(desk, against, lead)[1] is None


def test_told_to_two_outlets_in_the_same_words_is_told_twice():
    desk = Desk()
    cook = desk.source("Iver Holm", "named person")
    one = desk.report("The stove on board was cold, Iver Holm told the Osk Times.\n", key="aaa", outlet="Osk Times")
    two = desk.report(
        "The stove on board was cold, Iver Holm told the Brismere Post.\n", key="bbb", outlet="Brismere Post"
    )
    first = desk.says(one, cook, "The stove on board was cold", source="Iver Holm", cue="told")
    other = desk.says(two, cook, "The stove on board was cold", source="Iver Holm", cue="told")
    words = "The stove on board was cold"
    got = behind(desk, passage(one, words, first), passage(two, words, other))
    assert None not in got
    assert got[0] != got[1]


def test_a_persons_judgement_stands_whatever_the_other_passages_show():
    desk, one, two = posts()
    verdict = Judgement(
        id="j1",
        kind="origin",
        by="Ada",
        at="2031-06-01",
        a=Place("bbb" * 8, two.start, two.end),
        value="The minutes of the board",
    )
    traced = trace(desk.readings, desk, judgements=[verdict])
    (named,) = (o.id for o in traced.origins if o.label == "The minutes of the board")
    assert behind(desk, one, two, judgements=[verdict])[1] == named


def guessed():
    """A letter in one report, and the same words of a man in another that gathered for itself."""
    desk = Desk()
    letter, holm = desk.source("letter to the board", "document"), desk.source("Iver Holm", "named person")
    words = "The eastern lock of the Osk has leaked since the spring floods"
    one = desk.report(f"{words}, a letter to the board says.\n", key="aaa", outlet="Osk Times")
    two = desk.report(f"TARNHOLM — {words}, says Iver Holm.\n", key="bbb", outlet="Brismere Post")
    first = desk.says(one, letter, words, source="a letter to the board", cue="says")
    other = desk.says(two, holm, words, source="Iver Holm", cue="says")
    return desk, passage(one, words, first), passage(two, words, other)


def test_the_very_words_of_an_open_document_have_its_origin_where_nothing_says_to_whom_they_were_said():
    first, other = behind(*guessed())
    assert first == other is not None


def test_the_lead_of_a_report_that_gathered_for_itself_is_not_a_documents_for_being_like_it():
    desk, first, _ = guessed()
    words = "The eastern lock of the Osk has leaked since the spring floods"
    text = f"{words}.\n\nA keeper told the Far Mirror that he had seen it.\n"
    three = desk.report(text, key="ccc", outlet="Far Mirror")
    got = behind(desk, first, passage(three, words))
    assert None not in got
    assert got[0] != got[1]
