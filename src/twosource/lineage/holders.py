"""Who holds a public office, by the titles that reports put beside the name."""

from __future__ import annotations

import re

from twosource.lineage.view import View
from twosource.model import Source

# Offices of a state, a region or a town; what their holders say, they say for the record.
_OFFICE = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emir|sultan|pope|vice president"
    r"|(?:\w+ )?minister|(?:\w+ )?secretary|attorney general|senator|sens?\.|representative|reps?\."
    r"|congress(?:man|woman)|gov\.|governor|mayor|speaker|ambassador|commissioner"
    r"|supreme leader|dictator|lawmaker|mp)(?!\w)",
    re.IGNORECASE,
)
_ONCE = re.compile(r"\b(?:former|ex|late|then)[ -]|\bpress secretary|\bspokes", re.IGNORECASE)


def holds_office(source: Source, view: View) -> bool:
    """Somebody named whom the report itself, or the story's words for him, give a public office."""
    if source.kind != "named person":
        return False
    words = [view.text(span) for span, key in view.mentions if key == source.id]
    return any(_OFFICE.search(w) and not _ONCE.search(w) for w in (*words, source.description or ""))
