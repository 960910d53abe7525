"""Who speaks in public: offices, and people whom the reports introduce by an office or as the voice of one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.offices import EITHER, holds_office, once, speaks_in_public
from twosource.lineage.view import View
from twosource.model import Source, Span

_SIDES = re.compile(
    r"\b(?:republicans|democrats|conservatives|cabinet|(?:members? of|in) (?:congress|parliament))\b", re.IGNORECASE
)
_VOICE = re.compile(r"\b(?:spokes(?:man|woman|person|people)|press (?:secretary|officer|attach[eé]))\b", re.IGNORECASE)
# How far before a name its title is looked for ("Sen. X", "Secretary of State X"), and how many words may be between.
BEFORE = 45
BETWEEN = 3
_CLAUSE = re.compile(r"[.!?\n“”\"](?: |$)")


def public_speakers(views: Mapping[str, View], sources: Mapping[str, Source]) -> frozenset[str]:
    """The ids of the sources whose words are public unless a report says to whom they were said."""
    people = {key for key, source in sources.items() if source.kind in ("named person", "unnamed person")}
    found = {key for key, source in sources.items() if source.kind == "organisation"}
    found |= {key for key in people if speaks_in_public(sources[key].description or "")}
    for view in views.values():
        for span, key in view.mentions:
            if key not in people or key in found:
                continue
            if speaks_in_public(view.text(span)) or _titled(view, span, sources[key]):
                found.add(key)
    return frozenset(found)


def in_office(view: View, source: Source) -> bool:
    """Somebody named whom the report itself, or the story's words for him, give a public office."""
    if source.kind != "named person":
        return False
    words = [view.text(span) for span, key in view.mentions if key == source.id]
    return any(holds_office(w) for w in (*words, source.description or ""))


def office_of(source: Source | None) -> str | None:
    """The office (a source id) in whose name somebody speaks: an organisation its own, a spokesman that of his."""
    if source is None or source.kind == "organisation":
        return source.id if source is not None else None
    return source.part_of if _VOICE.search(f"{source.name} {source.description or ''}") else None


def public_group(words: str) -> bool:
    """Some words name people of office, a party's or a cabinet's: they speak to all."""
    return speaks_in_public(words) or _SIDES.search(words) is not None


def _titled(view: View, span: Span, source: Source) -> bool:
    """An office stands right before a name."""
    if source.kind != "named person":
        return False
    before = _CLAUSE.split(view.text(Span(max(0, span.start - BEFORE), span.start)))[-1]
    offices = list(EITHER.finditer(f"{before}X"))
    if not offices or once(before):
        return False
    between = before[offices[-1].end() :]
    return len(between.split()) <= BETWEEN and "," not in between
