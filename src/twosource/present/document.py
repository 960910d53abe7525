"""Story -> the story document (``docs/story.md``) and its JSON Schema."""

from __future__ import annotations

from typing import Any

import msgspec

from twosource.model import Report, Story
from twosource.model.story import SCHEMA


def document(story: Story) -> dict[str, Any]:
    """The story document: plain dicts, lists, strings and numbers, field by field as published.

    A report's ``text`` is left out where its offsets count in a ``.txt`` file that the reader has: there the
    file itself is the text. Characters that UTF-8 cannot hold (half of a surrogate pair, from a file name
    that is no text) become ``?``.
    """
    built: dict[str, Any] = msgspec.json.decode(_encoded(story))
    for report, plain in zip(story.reports, built["reports"], strict=True):
        del plain["carried"]
        if not _carries_text(report):
            del plain["text"]
    return built


def document_json(story: Story) -> str:
    """The story document as UTF-8 JSON: fields in the published order, indented by one space, one line end last."""
    return msgspec.json.format(msgspec.json.encode(document(story)), indent=1).decode("utf-8") + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) that every story document satisfies, generated from the model's types."""
    (root,), types = msgspec.json.schema_components([Story], ref_template="#/$defs/{name}")
    for definition in types.values():
        properties = definition.get("properties")
        if properties is None:
            continue
        for value in properties.values():
            value.pop("default", None)
        definition["required"] = list(properties)
        definition["description"] = definition["description"].split("\n\n")[0].replace("``", "`")
    report = types["Report"]
    del report["properties"]["carried"]
    report["required"] = [name for name in report["required"] if name not in {"text", "carried"}]
    types["Story"]["properties"]["schema"] = {"const": SCHEMA}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:" + SCHEMA.replace("/", ":"),
        "title": "twosource story document",
        **root,
        "$defs": dict(sorted(types.items())),
    }


def _carries_text(report: Report) -> bool:
    return report.carried or not (report.path or "").lower().endswith(".txt")


def _encoded(story: Story) -> bytes:
    try:
        return msgspec.json.encode(story)
    except UnicodeEncodeError:
        return msgspec.json.encode(_storable(msgspec.to_builtins(story)))


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return value
