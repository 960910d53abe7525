"""What a report took over from another rests on what it rested on there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from twosource.lineage.ground import Ground, Key, Root
from twosource.lineage.reuse import Descent
from twosource.lineage.view import View
from twosource.model import Statement


def take_over(ground: Ground, descent: Descent, said: dict[str, Root], voices: dict[str, tuple[Root, ...]]) -> None:
    """What a report took over rests on what it rested on there, unless its own words say otherwise."""
    view, earlier = ground.views[descent.report], ground.views[descent.earlier]
    first = earlier.reading.report.outlet or "an earlier report"
    for statement in view.statements:
        root = said[statement.id]
        if root.words or (root.key is not None and root.key.kind == "outlet"):
            continue
        rows = {view.anchor(statement), *(i for c in statement.content for i in view.sentences_of(c))}
        there = [descent.sentences[i] for i in sorted(rows) if i in descent.sentences]
        taken = _taken(ground, earlier, statement, there, said, voices)
        if taken is not None:
            said[statement.id] = Root(taken, f"Reads like {first}.", False)
    found = list(voices[view.id])
    for i, j in descent.sentences.items():
        if i < len(found) and not found[i].words and j < len(voices[earlier.id]):
            taken = _shown(voices[earlier.id][j]) or _only(said, earlier, j)
            if taken is not None or not earlier.by_sentence.get(j):
                found[i] = Root(taken, f"Reads like {first}.", False)
    voices[view.id] = tuple(found)


def borrow(ground: Ground, said: dict[str, Root], voices: dict[str, tuple[Root, ...]]) -> None:
    """What reports borrowed from another in passing rests on what it rests on there."""
    before, spoken = dict(said), dict(voices)
    for key, took in sorted(ground.borrowed.items()):
        for statement, (report, first) in took.statements.items():
            if before[first].key is not None and not (before[statement].words and before[statement].key is not None):
                name = ground.views[report].reading.report.outlet or "another report"
                said[statement] = Root(before[first].key, f"{name} says that it was told these words.", True)
        for statement, report in took.released.items():
            if not ground.vias.get(statement):
                name = ground.views[report].reading.report.outlet or "The office"
                said[statement] = Root(Key("own", report), f"{name} says it in its own text.", True)
        found = list(voices[key])
        for i, (report, j) in took.sentences.items():
            taken = _shown(spoken[report][j]) or _only(before, ground.views[report], j)
            if taken is not None and not found[i].words:
                name = ground.views[report].reading.report.outlet or "another report"
                found[i] = Root(taken, f"Reads like {name}, which it cites.", False)
        voices[key] = tuple(found)


def _taken(  # the statement that it was, else the sentence
    ground: Ground,
    earlier: View,
    statement: Statement,
    there: Sequence[int],
    said: Mapping[str, Root],
    voices: Mapping[str, tuple[Root, ...]],
) -> Key | None:
    for j in there:
        same = [s for s in earlier.by_sentence.get(j, []) if s.speaker == statement.speaker]
        for other in same or earlier.by_sentence.get(j, []):
            if said[other.id].key is not None:
                return said[other.id].key
    for j in there:
        if j < len(voices[earlier.id]) and (taken := _shown(voices[earlier.id][j])) is not None:
            return taken
    return None


def _shown(root: Root) -> Key | None:
    return None if root.loose else root.key


def _only(said: Mapping[str, Root], view: View, sentence: int) -> Key | None:
    keys = {said[s.id].key for s in view.by_sentence.get(sentence, [])} - {None}
    return next(iter(keys)) if len(keys) == 1 else None
