"""Story -> FollowTheMoney entities and statements, as OpenAleph and nomenklatura read them (followthemoney.tech)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from twosource.model import Place, Report, Source, SourceKind, Story

# An unnamed person is no entity to be merged with others by name, so none is made of it; documents are reports or
# mentions, not actors.
SCHEMATA: dict[SourceKind, str] = {
    "named person": "Person",
    "pseudonymous person": "Person",
    "organisation": "Organization",
    "group": "LegalEntity",
    "outlet": "Organization",
}
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?)?)?)?")


class _Value(NamedTuple):
    """One value of one property of one entity, and the place it comes from."""

    entity: str
    schema: str
    prop: str
    value: str
    place: Place | None = None


def entities(story: Story) -> dict[str, str]:
    """``entities.ftm.json`` (one entity a line) and ``statements.json`` (one value a line, with where it stands).

    Reports are Articles, sources with a name are Person, Organization or LegalEntity, every place that names one is a
    Mention, and every statement a Documentation that ties its speaker to the report. ``origin`` of a statement is
    ``REPORT:START-END``. Ids begin with the story's, so that two stories never merge by accident.
    """
    values = list(_values(story))
    built: dict[str, dict[str, object]] = {}
    for value in values:
        entity = built.setdefault(value.entity, {"id": value.entity, "schema": value.schema, "properties": {}})
        properties = entity["properties"]
        assert isinstance(properties, dict)
        held = properties.setdefault(value.prop, [])
        if value.value not in held:
            held.append(value.value)
    return {
        "entities.ftm.json": "".join(_line(entity) for entity in built.values()),
        "statements.json": "".join(_line(_statement(story, value)) for value in values),
    }


def _values(story: Story) -> Iterator[_Value]:
    texts = {report.id: report.text for report in story.reports}
    dates = {report.id: _date(report.published) for report in story.reports}
    for report in story.reports:
        yield from _article(story, report)
    actors = {source.id: source for source in story.sources if source.kind in SCHEMATA}
    for source in actors.values():
        yield from _actor(story, source, texts)
    for statement in story.statements:
        if statement.speaker not in actors:
            continue
        place = Place(statement.report, statement.content[0].start, statement.content[-1].end)
        said = " … ".join(_words(texts[statement.report][s:e]) for s, e in statement.content)
        id_ = _id(story, statement.id)
        yield _Value(id_, "Documentation", "document", _id(story, statement.report), place)
        yield _Value(id_, "Documentation", "entity", _id(story, statement.speaker), place)
        yield _Value(id_, "Documentation", "role", f"cited: {statement.stance}", place)
        yield _Value(id_, "Documentation", "summary", said, place)
        if date := dates[statement.report]:
            yield _Value(id_, "Documentation", "date", date, place)


def _article(story: Story, report: Report) -> Iterator[_Value]:
    id_ = _id(story, report.id)
    properties = {
        "fileName": PurePath(report.path or report.url or report.id).name or report.id,
        "title": report.title,
        "author": report.byline,
        "publisher": report.outlet,
        "publishedAt": _date(report.published),
        "sourceUrl": report.url if (report.url or "").startswith(("http://", "https://")) else None,
        "bodyText": report.text,
    }
    for prop, value in properties.items():
        if value:
            yield _Value(id_, "Article", prop, value)


def _actor(story: Story, source: Source, texts: dict[str, str]) -> Iterator[_Value]:
    id_, schema = _id(story, source.id), SCHEMATA[source.kind]
    first = min(source.mentions, default=None)
    # A pseudonym is what somebody chose to be called instead of a name; it must not match real names as one.
    yield _Value(id_, schema, "weakAlias" if source.kind == "pseudonymous person" else "name", source.name, first)
    if source.description:
        yield _Value(id_, schema, "description", source.description)
    for place in sorted(source.mentions):
        mention = f"{id_}-{hashlib.sha256(repr(place).encode()).hexdigest()[:8]}"
        yield _Value(mention, "Mention", "document", _id(story, place.report), place)
        yield _Value(mention, "Mention", "resolved", id_, place)
        yield _Value(mention, "Mention", "name", _words(texts[place.report][place.start : place.end]), place)


def _statement(story: Story, value: _Value) -> dict[str, object]:
    dataset = story.story.id
    place = value.place
    return {
        "canonical_id": value.entity,
        "entity_id": value.entity,
        "prop": value.prop,
        "schema": value.schema,
        "value": value.value,
        "dataset": dataset,
        "lang": None,
        "original_value": None,
        "first_seen": None,
        "last_seen": None,
        "external": False,
        "origin": f"{place.report}:{place.start}-{place.end}" if place else None,
        # Their own rule (followthemoney/statement/statement.py, make_key): the same value twice is one statement.
        "id": hashlib.sha1(f"{dataset}.{value.entity}.{value.prop}.{value.value}".encode()).hexdigest(),  # noqa: S324
    }


def _id(story: Story, name: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]", "-", f"{story.story.id}-{name}")


def _date(value: str | None) -> str | None:
    found = _DATE.match(value or "")
    return found.group() if found else None


def _words(text: str) -> str:
    return " ".join(text.split())


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
