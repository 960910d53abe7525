"""Origins with their ids, and the words by which a reader knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from twosource.lineage.ground import Ground, Key, Root
from twosource.lineage.occasions import Occasion
from twosource.model import Origin
from twosource.text.ids import content_id


def label(
    ground: Ground, said: Mapping[str, Root], voices: Mapping[str, tuple[Root, ...]]
) -> tuple[dict[Key, str], tuple[Origin, ...]]:
    """Origin ids by key, and the origins in the order of their ids."""
    statements: dict[Key, list[str]] = defaultdict(list)
    for key, root in said.items():
        if root.key is not None:
            statements[root.key].append(key)
    keys = set(statements) | {root.key for roots in voices.values() for root in roots if root.key is not None}
    speakers = {s.id: s.speaker or "" for view in ground.views.values() for s in view.statements}
    names = {key: content_id("origin", *key) for key in sorted(keys)}
    shared = {occasion.key: occasion for occasion in ground.occasion_of.values()}
    found = [
        _origin(ground, names[key], key, tuple(sorted(statements.get(key, ()))), speakers, shared) for key in names
    ]
    return names, tuple(sorted(found, key=lambda o: o.id))


def _origin(
    ground: Ground,
    name: str,
    key: Key,
    statements: tuple[str, ...],
    speakers: Mapping[str, str],
    shared: Mapping[str, Occasion],
) -> Origin:
    if key.kind == "own":
        outlet = ground.views[key.name].outlet
        who = (
            ground.sources[outlet].name
            if outlet is not None and outlet in ground.sources
            else "a report whose outlet is unknown"
        )
        return Origin(
            id=name,
            label=f"{who}: {_people(ground, statements, speakers)}",
            gathered_by=outlet,
            statements=statements,
            report=key.name,
        )
    if key.kind == "outlet":
        who = ground.sources[key.name].name
        in_hand = any(view.outlet == key.name for view in ground.views.values())
        absent = "another report, not among the files" if in_hand else "not among the files"
        return Origin(
            id=name,
            label=f"{who} ({absent}): {_people(ground, statements, speakers)}",
            gathered_by=key.name,
            statements=statements,
        )
    if key.kind == "judged":
        return Origin(id=name, label=key.name, statements=statements)
    if key.kind == "occasion":
        occasion = shared[key.name]
        speaker = ground.sources[occasion.speaker].name
        label = speaker
        if occasion.document and occasion.document != occasion.speaker:
            document = ground.sources[occasion.document].name
            label = document if document.startswith(speaker) else f"{speaker}: {document}"
        elif occasion.kind and ground.sources[occasion.speaker].kind != "document":
            label = f"{speaker}, {_KIND[occasion.kind]}"
        elif occasion.shared:
            label = f"{speaker}, quoted by {len(occasion.reports)} reports"
        return Origin(id=name, label=label, statements=statements)
    speaker, _, before = key.name.partition(" ")
    how = "at another time" if before else "made public"
    return Origin(id=name, label=f"{ground.sources[speaker].name}, {how}", statements=statements)


_KIND = {"post": "in a post", "press": "before reporters", "hearing": "at a hearing", "document": "in a document"}


def _people(ground: Ground, statements: tuple[str, ...], speakers: Mapping[str, str], *, most: int = 3) -> str:
    order: dict[str, None] = {}
    for key in statements:
        source = ground.sources.get(speakers[key])
        if source is not None and source.kind != "outlet":
            order.setdefault(source.name)
    names = sorted(order)
    if not names:
        return "its own reporting"
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
