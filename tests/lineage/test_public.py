"""Public speakers: what several reports have from one announcement has one origin, what one outlet was told its own."""

import pytest

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.lineage.offices import holds_office
from twosource.lineage.public import public_speakers
from twosource.lineage.view import views
from twosource.model import Place, Span


def heard(desk):
    """The names of the sources that speak in public."""
    names = {s.id: s.name for s in desk.sources}
    return {names[key] for key in public_speakers(views(desk.readings, desk), {s.id: s for s in desk.sources})}


@pytest.mark.parametrize(
    ("text", "name", "public"),
    [
        ("The dam holds, Prime Minister Orla Senn said.", "Orla Senn", True),
        ("The dam holds, Secretary of Mines Orla Senn said.", "Orla Senn", True),
        ("The dam holds, Orla Senn, a spokeswoman for the harbour board, said.", "Orla Senn, a spokeswoman", True),
        ("The dam holds, former Governor Orla Senn said.", "Orla Senn", False),
        ("The dam holds, Representative Orla Senn said.", "Orla Senn", True),
        ("The dam holds, the Sultan Orla Senn said.", "Orla Senn", True),
        ("The dam holds, the baker Orla Senn said.", "Orla Senn", False),
        ("The dam holds, Colonel Orla Senn said.", "Orla Senn", False),
        ("The dam was shown to the mayor. Orla Senn said it holds.", "Orla Senn", False),
    ],
)
def test_an_office_that_is_still_held_speaks_in_public(text, name, public):
    desk = Desk()
    desk.report(text, key="aaa", outlet="Osk Times")
    at = text.index(name)
    desk.source("Orla Senn", "named person", Place("aaa", at, at + len(name)))
    assert heard(desk) == ({"Orla Senn"} if public else set())


def told(kind, *, second="TARNHOLM — ", source="the Harbour Board"):
    """Two reports with datelines, of one speaker, in different words; the origins behind them."""
    desk = Desk()
    speaker = desk.source("Harbour Board", kind)
    one = desk.report(f"TARNHOLM — The quay reopens in June, {source} said.\n", key="aaa", outlet="Osk Times")
    two = desk.report(f"{second}No ship may moor before summer, {source} said.\n", key="bbb", outlet="Brismere Post")
    first = desk.says(one, speaker, "The quay reopens in June", source=source, cue="said")
    other = desk.says(two, speaker, "No ship may moor before summer", source=source, cue="said")
    traced = trace(desk.readings, desk)
    return traced.spoken[first].origin, traced.spoken[other].origin


def test_what_an_office_says_in_two_reports_has_one_origin():
    first, other = told("organisation")
    assert first == other is not None


def test_what_two_reports_have_from_a_private_person_has_two():
    first, other = told("named person")
    assert None not in (first, other)
    assert first != other


def test_a_private_person_that_one_report_quotes_told_it_that_report():
    desk = Desk()
    rower = desk.source("Ulla Brandt", "named person")
    report = desk.report("The ferry rows at night, Ulla Brandt said.\n", key="aaa", outlet="Osk Times")
    key = desk.says(report, rower, "The ferry rows at night", source="Ulla Brandt", cue="said")
    traced = trace(desk.readings, desk)
    (origin,) = traced.origins
    assert (origin.report, traced.spoken[key].origin) == ("aaa", origin.id)
    assert not traced.spoken[key].words


def test_bare_words_of_a_public_speaker_were_heard_where_another_report_says():
    desk = Desk()
    board, kestrel = desk.source("Harbour Board", "organisation"), desk.outlet("Radio Kestrel")
    one = desk.report(
        "The quay reopens in June, the Harbour Board told Radio Kestrel.\n", key="aaa", outlet="Osk Times"
    )
    two = desk.report("Ships may moor from June on, the Harbour Board said.\n", key="bbb", outlet="Brismere Post")
    first = desk.says(one, board, "The quay reopens in June", source="the Harbour Board", cue="told")
    other = desk.says(two, board, "Ships may moor from June on", source="the Harbour Board", cue="said")
    desk.credit(one, kestrel, "told Radio Kestrel")
    traced = trace(desk.readings, desk)
    assert traced.spoken[first].origin == traced.spoken[other].origin is not None
    assert not traced.spoken[other].words


def test_a_dateline_alone_does_not_make_the_lead_its_outlets_own():
    desk = Desk()
    text = "TARNHOLM — The ferry to the islands has been rowed at night since the spring of this year.\n"
    desk.report(text, key="aaa", outlet="Osk Times")
    assert trace(desk.readings, desk).origin_of("aaa", Span(11, len(text))) is None


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("the mayor", True),
        ("an MP for Tarnholm", True),
        ("the mayor's spokeswoman", False),
        ("press secretary of the mines", False),
        ("a lawyer for the council", False),
        ("the late president", False),
        ("a baker", False),
    ],
)
def test_who_speaks_for_an_office_does_not_hold_it(words, holds):
    assert holds_office(words) == holds
