"""Who speaks in public: offices, and people whom the reports introduce by an office or as the voice of one."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.view import View
from twosource.model import Source, Span

# Offices whose holders are heard in public, and those who speak for others. A closed list of newspaper English. Ranks
# of soldiers and policemen, experts, aides and owners are not on it: they are asked one by one.
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|pope|archbishop|cardinal|bishop|ayatollah"
    r"|(?:under)?secretary|minister|senators?|sens?\b|representative (?=[A-Z])|reps?\b"
    r"|congress(?:man|woman|men)|lawmakers?|legislators?|governors?|govs?\.|mayor|council(?:l?or|man|woman)s?|speaker"
    r"|(?:majority|minority|party|democratic|republican|opposition) (?:leader|whip)|chair(?:man|woman|person)?"
    r"|attorney general|solicitor general|special counsel|prosecutor|district attorney|sheriff|judges?|justices?"
    r"|ambassador|envoy|commissioner|(?:police|patrol|fire|army) chief|chief of (?:police|staff|the \w+)"
    r"|administrator|spokes(?:man|woman|person|people)|press secretary|candidate|nominee|lawyers? for"
    r"|attorneys? for|[’']s? (?:lawyer|attorney))\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\b(?:republicans|democrats|conservatives|cabinet|(?:members? of|in) (?:congress|parliament))\b", re.IGNORECASE
)
_ONCE = re.compile(r"\b(?:former|ex|retired|then)\b[- ]", re.IGNORECASE)
# How far before a name its title is looked for ("Sen. X", "Secretary of State X"), and how many words may be between.
BEFORE = 45
BETWEEN = 3
_CLAUSE = re.compile(r"[.!?\n“”\"](?: |$)")


def public_speakers(views: Mapping[str, View], sources: Mapping[str, Source]) -> frozenset[str]:
    """The ids of the sources whose words are public unless a report says to whom they were said."""
    people = {key for key, source in sources.items() if source.kind in ("named person", "unnamed person")}
    found = {key for key, source in sources.items() if source.kind == "organisation"}
    found |= {key for key in people if _holds(sources[key].description or "")}
    for view in views.values():
        for span, key in view.mentions:
            if key in people and key not in found and (_holds(view.text(span)) or _titled(view, span, sources[key])):
                found.add(key)
    return frozenset(found)


def public_group(words: str) -> bool:
    """Some words name people of office, a party's or a cabinet's: they speak to all."""
    return _holds(words) or _SIDES.search(words) is not None


def _holds(words: str) -> bool:
    """Some words say that somebody holds an office, and not that he once did."""
    return _OFFICE.search(words) is not None and _ONCE.search(words) is None


def _titled(view: View, span: Span, source: Source) -> bool:
    """An office stands right before a name."""
    if source.kind != "named person":
        return False
    before = _CLAUSE.split(view.text(Span(max(0, span.start - BEFORE), span.start)))[-1]
    offices = list(_OFFICE.finditer(f"{before}X"))
    if not offices or _ONCE.search(before):
        return False
    between = before[offices[-1].end() :]
    return len(between.split()) <= BETWEEN and "," not in between
