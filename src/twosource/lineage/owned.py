"""The statements that a report says, in so many words, were made to its own outlet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from twosource.lineage.gathering import Gathered, handing
from twosource.lineage.view import View

_WROTE = re.compile(r"\b(?:wr(?:ote|ites|iting|itten)|reads?|says?|said|state[sd]?|note[sd]?)\b", re.IGNORECASE)


def met(view: View, gathered: Sequence[Gathered]) -> frozenset[str]:
    """The sources (ids) that a report names where it speaks of its own gathering."""
    found: set[str] = set()
    for i in sorted({g.sentence for g in gathered if g.strong and g.rule != "dateline"}):
        span = view.reading.sentences[i].span
        here = view.by_sentence.get(i, [])
        spoken_of = [c for s in here for c in s.content]
        found |= {s.speaker for s in here if s.speaker}
        found |= {
            key
            for at, key in view.mentions
            if at.start < span.end
            and span.start < at.end
            and not any(c.start < at.end and at.start < c.end for c in spoken_of)
        }
    return frozenset(found)


def owned(view: View, gathered: Sequence[Gathered]) -> frozenset[str]:
    """The ids of the statements made to this outlet: told to it, by somebody who told it more, or read in its papers.

    Papers are what the report says that its outlet has seen; quotations from them may follow in the same paragraph.
    """
    plain = {g.sentence for g in gathered if g.strong and g.rule != "dateline"}
    asked = (
        {g.sentence for g in gathered if g.rule != "dateline"} if plain or any(g.strong for g in gathered) else set()
    )
    people = met(view, gathered)
    sentences = view.reading.sentences
    papers = {sentences[i].paragraph: i for i in sorted(plain, reverse=True) if handing(view.outside_quotes(i))}
    found = set()
    for statement in view.statements:
        at = view.anchor(statement)
        first = papers.get(sentences[at].paragraph)
        wrote = statement.cue is not None and _WROTE.search(view.text(statement.cue)) is not None
        from_papers = first is not None and first <= at and statement.form != "indirect" and wrote
        if at in plain | asked or statement.speaker in people or from_papers:
            found.add(statement.id)
    return frozenset(found)
