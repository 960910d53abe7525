"""The story document: every field as published, and a schema that says so."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.present.stories import big_story, hostile_story, small_story
from twosource import present
from twosource.model import Refusal, Story, StoryHead

SCHEMA = Path(__file__).parents[2] / "docs" / "story.schema.json"

FIELDS = {
    "story": "id headline first_published last_published independent_origins",
    "reports": "id path url paths outlet title byline published language sha256 furniture",
    "sources": "id name kind description part_of mentions",
    "statements": "id report content cue source speaker via within confidence form stance",
    "origins": "id label gathered_by statements report",
    "lineage": "report from relation evidence reason",
    "claims": "id text evidence reports outlets speakers independent_origins independent_origins_range status reasons",
    "conflicts": "id kind a b claim reason",
    "drift": "id kind a b origin reason",
    "timeline": "when report start end what",
    "set_aside": "report reason",
    "refusals": "path url reason",
}


def test_the_published_schema_is_the_one_generated_from_the_model() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == present.schema()


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(present.schema())


@pytest.mark.parametrize("story", [small_story(), hostile_story(), big_story(12)], ids=["small", "hostile", "big"])
def test_every_document_satisfies_the_schema(story: Story) -> None:
    jsonschema.Draft202012Validator(present.schema()).validate(present.document(story))


@pytest.mark.parametrize(("part", "fields"), FIELDS.items())
def test_every_published_field_is_there_under_its_name(part: str, fields: str) -> None:
    value = present.document(small_story())[part]
    first = value if isinstance(value, dict) else value[0]
    assert set(fields.split()) <= set(first)


def test_the_schema_is_refused_a_document_with_a_wrong_word() -> None:
    document = present.document(small_story())
    document["claims"][0]["status"] = "true"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(present.schema()).validate(document)


def test_text_is_carried_unless_the_file_itself_is_the_text() -> None:
    reports = {r["id"]: r for r in present.document(small_story())["reports"]}
    assert "text" not in reports["w"]
    assert reports["y"]["text"].startswith("Council denies")


def test_json_reads_back_as_the_document_and_is_stable() -> None:
    text = present.document_json(small_story())
    assert json.loads(text) == present.document(small_story())
    assert text == present.document_json(small_story())
    assert text.startswith('{\n "schema": "twosource/story/1",\n "story": {\n  "id"')


def test_a_file_name_that_is_no_text_does_not_stop_the_document() -> None:
    story = Story(story=StoryHead(id="s", headline=""), refusals=(Refusal(path="a\udcff.txt", reason="odd"),))
    assert present.document(story)["refusals"][0]["path"] == "a?.txt"
    present.page(story, version="1").encode("utf-8")
    present.markdown(story).encode("utf-8")
