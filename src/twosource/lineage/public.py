"""Who speaks in public: offices, and people whom the reports introduce by an office or as an office's voice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.view import View
from twosource.model import Source, Span

# Offices whose holders are heard in public, and those who speak for others. Closed list of newspaper English; ranks of
# soldiers and policemen, experts, aides and owners are not on it: they are asked one by one.
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|pope|archbishop|cardinal|bishop|ayatollah"
    r"|(?:under)?secretary|minister|senators?|sens?\b|representative (?=[A-Z])|reps?\b"
    r"|congress(?:man|woman|men)|lawmakers?|legislators?|governors?|govs?\.|mayor|council(?:l?or|man|woman)s?|speaker"
    r"|(?:majority|minority|party|democratic|republican|opposition) (?:leader|whip)|chair(?:man|woman|person)?"
    r"|attorney general|solicitor general|special counsel|prosecutor|district attorney|sheriff|judges?|justices?"
    r"|ambassador|envoy|commissioner|(?:police|patrol|fire|army) chief|chief of (?:police|staff|the \w+)"
    r"|administrator|spokes(?:man|woman|person|people)|press secretary|candidate|nominee|lawyers? for|lawyer for"
    r"|attorneys? for|[’']s? (?:lawyer|attorney))\b",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:former|ex|retired|then)\b[- ]", re.IGNORECASE)
# How far before a name its title stands ("Sen. X", "Secretary of State X").
BEFORE = 45


def public_speakers(views: Mapping[str, View], sources: Mapping[str, Source]) -> frozenset[str]:
    """The ids of the sources whose words are public unless a report says to whom they were said."""
    named = {key for key, source in sources.items() if source.kind == "organisation"}
    for view in views.values():
        for span, key in view.mentions:
            source = sources[key]
            if key in named or source.kind not in ("named person", "unnamed person"):
                continue
            words = view.text(Span(max(0, span.start - BEFORE), span.start)) if source.kind == "named person" else ""
            words = re.split(r"[.!?\n“”\"](?: |$)", words)[-1] if words else ""
            if _holds(view.text(span)):
                named.add(key)
            elif words and _title(words):
                named.add(key)
    for key, source in sources.items():
        if source.kind in ("named person", "unnamed person") and source.description and _holds(source.description):
            named.add(key)
    return frozenset(named)


def _holds(words: str) -> bool:
    return _OFFICE.search(words) is not None and _ONCE.search(words) is None


def _title(before: str) -> bool:
    """The words right before a name end with an office ("Secretary of State ", "Sen. "), which is still held."""
    last = None
    for last in _OFFICE.finditer(f"{before}X"):
        pass
    if last is None or _ONCE.search(before):
        return False
    return len(before[last.end() :].split()) <= 3 and "," not in before[last.end() :]
