"""Words that give somebody a public office, or make him the voice of one: the one list of the room."""

from __future__ import annotations

import re

# Offices of a state, a church, a region or a town; what their holders say, they say for the record. A closed list of
# newspaper English. Ranks of soldiers and policemen, experts, aides and owners are not on it: they are asked alone.
_OFFICE = (
    r"president|prime minister|premier|chancellor|king|queen|emir|sultan|pope|archbishop|cardinal|bishop|ayatollah"
    r"|supreme leader|dictator|(?:under)?secretary|minister|senators?|sens?\b|representative(?= [A-Z])|reps?\b|mps?"
    r"|congress(?:man|woman|men)|lawmakers?|legislators?|governors?|govs?\.|mayor|council(?:l?or|man|woman)s?|speaker"
    r"|(?:majority|minority|party|democratic|republican|opposition) (?:leader|whip)|chair(?:man|woman|person)?"
    r"|attorney general|solicitor general|special counsel|prosecutor|district attorney|sheriff|judges?|justices?"
    r"|ambassador|envoy|commissioner|(?:police|patrol|fire|army) chief|chief of (?:police|staff|the \w+)"
    r"|administrator|candidate|nominee"
)
# They speak for others.
_VOICE = r"spokes(?:man|woman|person|people)|press secretary|lawyers? for|attorneys? for|[’']s? (?:lawyer|attorney)"
_HELD = re.compile(rf"\b(?:{_OFFICE})(?!\w)", re.IGNORECASE)
_SPOKEN_FOR = re.compile(rf"\b(?:{_VOICE})(?!\w)", re.IGNORECASE)
EITHER = re.compile(rf"\b(?:{_OFFICE}|{_VOICE})(?!\w)", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:former|ex|retired|late|then)\b[- ]", re.IGNORECASE)


def once(words: str) -> bool:
    """Some words speak of what somebody was."""
    return _ONCE.search(words) is not None


def speaks_in_public(words: str) -> bool:
    """Some words say that somebody holds an office or speaks for one, and not that he once did."""
    return EITHER.search(words) is not None and not once(words)


def holds_office(words: str) -> bool:
    """Some words say that somebody holds an office himself, and not that he once did or speaks for who does."""
    return _HELD.search(words) is not None and _SPOKEN_FOR.search(words) is None and not once(words)
