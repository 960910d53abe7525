"""Other programs can read what is written for them, and nothing in it runs."""

from __future__ import annotations

import csv
import io
import json

import msgspec
import pytest

from tests.store.makers import read, story
from twosource.exchange import FORMATS, entities, tables
from twosource.model import Statement, Story

EVIL = ["=HYPERLINK(1)", "+1", "-2", "@cmd", "\tx", " =1+1"]


def told() -> Story:
    made = story(
        "story-1",
        [
            read(
                "The dam held, the mayor said.\nIt was close. " * 3,
                outlet="Vell Post",
                published="2024-05-01T10:00:00Z",
            )
        ],
    )
    said = [msgspec.structs.replace(s, speaker="src-1", via=("src-1",)) for s in made.statements]
    named = msgspec.structs.replace(made.sources[0], name="Ada Holm", kind="named person")
    return msgspec.structs.replace(made, statements=tuple(said), sources=(named,))


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_tables_join_by_their_ids() -> None:
    made = tables(told())
    (claim,) = rows(made["claims.csv"])
    (evidence,) = rows(made["evidence.csv"])
    assert evidence["claim"] == claim["id"] and (claim["low"], claim["high"]) == ("1", "2")
    assert evidence["words"] == told().reports[0].text[:12].strip()
    (said,) = rows(made["statements.csv"])
    assert (said["speaker_name"], said["via"]) == ("Ada Holm", "Ada Holm")


@pytest.mark.parametrize("evil", EVIL)
def test_no_cell_is_a_formula(evil: str) -> None:
    bad = told()
    bad = msgspec.structs.replace(
        bad,
        claims=(msgspec.structs.replace(bad.claims[0], text=evil),),
        reports=(msgspec.structs.replace(bad.reports[0], title=evil, outlet=evil),),
    )
    for text in tables(bad).values():
        for row in rows(text):
            for cell in row.values():
                assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t")), cell


def test_entities_hold_together_and_say_where_each_value_stands() -> None:
    made = entities(told())
    found = {e["id"]: e for e in map(json.loads, made["entities.ftm.json"].splitlines())}
    kinds = sorted(e["schema"] for e in found.values())
    assert kinds == ["Article", "Documentation", "Mention", "Person"]
    for entity in found.values():
        for prop in ("document", "entity", "resolved"):
            assert all(value in found for value in entity["properties"].get(prop, []))
    statements = [json.loads(line) for line in made["statements.json"].splitlines()]
    assert {s["entity_id"] for s in statements} == set(found)
    report = told().reports[0]
    (named,) = (s for s in statements if s["prop"] == "name" and s["schema"] == "Person")
    assert named["origin"] == f"{report.id}:0-12"


def test_nobody_who_spoke_unnamed_becomes_an_entity() -> None:
    unnamed = story("story-1", [read()])
    assert {e["schema"] for e in map(json.loads, entities(unnamed)["entities.ftm.json"].splitlines())} == {"Article"}


def test_their_own_program_accepts_the_entities() -> None:
    ftm = pytest.importorskip("followthemoney", reason="pip install followthemoney checks against the original")
    for line in entities(told())["entities.ftm.json"].splitlines():
        entity = ftm.model.get_proxy(json.loads(line))
        assert entity.schema is not None
        for prop in json.loads(line)["properties"]:
            assert entity.get(prop), prop


def test_same_story_same_bytes() -> None:
    assert all(make(told()) == make(told()) for make in FORMATS.values())
    assert isinstance(told().statements[0], Statement)
