"""What one occasion or document is: an office and who speaks for it, a suit and who filed it, this year and another."""

import msgspec
import pytest

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.lineage.days import long_before
from twosource.lineage.public import office_of
from twosource.lineage.view import views
from twosource.model import Place, Source


def origins(desk, *keys):
    traced = trace(desk.readings, desk)
    return [traced.spoken[key].origin for key in keys]


def named(desk, key, **fields):
    desk.sources = tuple(msgspec.structs.replace(s, **fields) if s.id == key else s for s in desk.sources)


@pytest.mark.parametrize(
    ("description", "kind", "speaks"),
    [
        ("spokeswoman for the Harbour Board", "named person", True),
        ("press secretary", "named person", True),
        ("engineer of the Harbour Board", "named person", False),
    ],
)
def test_a_spokesman_speaks_for_his_office_and_nobody_else_of_it_does(description, kind, speaks):
    person = Source(id="p", name="Orla Senn", kind=kind, description=description, part_of="board")
    assert office_of(person) == ("board" if speaks else None)


@pytest.mark.parametrize(("description", "one"), [("spokeswoman of the board", True), ("engineer", False)])
def test_an_office_and_its_spokesman_at_a_news_conference_are_one_origin(description, one):
    desk = Desk()
    board = desk.source("Harbour Board", "organisation")
    orla = desk.source("Orla Senn", "named person")
    text = "The Harbour Board denied that the quay sinks.\n\n“Nothing moves,” Orla Senn told a news conference.\n"
    report = desk.report(text, key="aaa", outlet="Osk Times")
    at = text.index("a news conference")
    desk.source("news conference", "document", Place("aaa", at, at + len("a news conference")))
    named(desk, orla, description=description, part_of=board)
    first = desk.says(report, board, "the quay sinks", source="The Harbour Board", cue="denied")
    second = desk.says(report, orla, "Nothing moves", source="Orla Senn", cue="told", form="direct")
    there, here = origins(desk, first, second)
    assert (there == here) == one


def test_a_document_that_is_only_spoken_of_joins_no_two_speakers():
    desk = Desk()
    suit = desk.source("harbour suit", "document")
    found = []
    for key, outlet, name in (("aaa", "Osk Times", "Orla Senn"), ("bbb", "Brismere Post", "Tam Orrick")):
        person = desk.source(name, "named person")
        text = f"The harbour suit is {'vain' if key == 'aaa' else 'just'}, Mayor {name} said in a statement.\n"
        report = desk.report(text, key=key, outlet=outlet)
        at = text.index("harbour suit")
        suits = next(s for s in desk.sources if s.id == suit).mentions
        named(desk, suit, mentions=(*suits, Place(key, at, at + len("harbour suit"))))
        content = "vain" if key == "aaa" else "just"
        found.append(desk.says(report, person, content, source=name, cue="said"))
    first, second = origins(desk, *found)
    assert None not in (first, second)
    assert first != second


@pytest.mark.parametrize(("who", "one"), [("Two harbour towns", True), ("Some bakers", False)])
def test_who_filed_a_suit_says_what_it_says(who, one):
    desk = Desk()
    suit = desk.source("suit of the harbour towns", "document")
    them = desk.source(who, "group")
    first = desk.report(
        "The quay sinks into the sea every winter, the suit of the harbour towns says.\n", key="aaa", outlet="Osk Times"
    )
    second = desk.report(
        f"TARNHOLM — {who} said the quay sinks into the sea every winter.\n", key="bbb", outlet="Brismere Post"
    )
    content = "he quay sinks into the sea every winter"
    written = desk.says(first, suit, content, source="the suit of the harbour towns", cue="says")
    bare = desk.says(second, them, content, source=who, cue="said")
    there, here = origins(desk, written, bare)
    assert (there == here is not None) == one


@pytest.mark.parametrize(
    ("words", "earlier"),
    [
        ("he said in March 2015", True),
        ("he said last year", True),
        ("he said three years ago", True),
        ("he said on Tuesday", False),
        ("he said in Tarnholm", False),
    ],
)
def test_words_of_another_year_are_words_of_another_occasion(words, earlier):
    desk = Desk()
    orla = desk.source("Orla Senn", "named person")
    report = desk.report(f"The quay sinks, {words}.\n\nNo ship may moor, he warned.\n", key="aaa", outlet="Osk Times")
    first = desk.says(report, orla, "The quay sinks", source="he", cue="said")
    second = desk.says(report, orla, "No ship may moor", source="he", cue="warned")
    view = views(desk.readings, desk)["aaa"]
    assert [long_before(view, s) for s in view.statements] == [earlier, False]
    named(desk, orla, description="mayor of Tarnholm")
    there, here = origins(desk, first, second)
    assert (there != here) == earlier
