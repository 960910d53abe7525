"""The statements that a report says, in so many words, were made to its own outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from twosource.lineage.channels import Channel
from twosource.lineage.gathering import Gathered, handed_over, handing
from twosource.lineage.view import View
from twosource.model import Source, Span, Statement

_WROTE = re.compile(r"\b(?:wr(?:ote|ites|iting|itten)|reads?|says?|said|state[sd]?|note[sd]?)\b", re.IGNORECASE)


# What is handed over, and not published.
_PAPER = re.compile(
    r"\b(?:memo|memorandum|letter|note|log|logbook|book|file|record|e-?mail|message|contract|copy|document|diary"
    r"|transcript|draft|list|minutes|recording|papers?|entry)s?\b",
    re.IGNORECASE,
)


# Nobody with a name is met who is merely spoken of: he stands this near to the words that tell of the meeting.
BESIDE = 30
_SOME = ("unnamed person", "group", "pseudonymous person")


def met(view: View, gathered: Sequence[Gathered], sources: Mapping[str, Source]) -> frozenset[str]:
    """The sources (ids) whom a report says that its outlet spoke to: who speaks there, or is named right beside it."""
    found: set[str] = set()
    for own in gathered:
        if not own.strong or own.rule == "dateline":
            continue
        span = view.reading.sentences[own.sentence].span
        here = view.by_sentence.get(own.sentence, [])
        told_of = [c for s in here for c in s.content]
        found |= {s.speaker for s in here if s.speaker and _beside(s.cue or s.source, own.span)}
        for at, key in view.mentions:
            inside = at.start < span.end and span.start < at.end
            spoken_of = any(c.start < at.end and at.start < c.end for c in told_of)
            if inside and not spoken_of and (sources[key].kind in _SOME or _beside(at, own.span)):
                found.add(key)
    return frozenset(found)


def owned(
    view: View,
    gathered: Sequence[Gathered],
    sources: Mapping[str, Source],
    channels: Mapping[str, Channel | None],
) -> frozenset[str]:
    """The ids of the statements made to this outlet: told to it, by somebody who told it more, or read in its papers.

    Papers are what the report says that its outlet has seen; quotations from them may follow in the same paragraph.
    Who also speaks in the open in this report told the outlet only what is said to be told to it.
    """
    plain = {g.sentence for g in gathered if g.strong and g.rule != "dateline"}
    asked = {g.sentence for g in gathered if g.rule != "dateline"} if any(g.strong for g in gathered) else set()
    sentences = view.reading.sentences
    papers = {sentences[i].paragraph: i for i in sorted(plain, reverse=True) if handing(view.outside_quotes(i))}
    in_the_open = {s.speaker for s in view.statements if (way := channels[s.id]) is not None and way.kind != "document"}
    people = met(view, gathered, sources) - in_the_open
    found = set()
    for statement in view.statements:
        at = view.anchor(statement)
        first = papers.get(sentences[at].paragraph)
        wrote = statement.cue is not None and _WROTE.search(view.text(statement.cue)) is not None
        from_papers = first is not None and first <= at and statement.form != "indirect" and wrote
        if (
            at in plain | asked
            or statement.speaker in people
            or from_papers
            or (plain and _paper(view, statement, sources, bool(papers)))
        ):
            found.add(statement.id)
    return frozenset(found)


def _paper(view: View, statement: Statement, sources: Mapping[str, Source], papers: bool) -> bool:
    """A document speaks that the report says that its outlet was given."""
    speaker = sources.get(statement.speaker or "")
    if speaker is None or speaker.kind != "document":
        return False
    return handed_over(view, speaker.id) or (papers and _PAPER.search(speaker.name) is not None)


def _beside(at: Span | None, words: Span) -> bool:
    return at is not None and max(at.start - words.end, words.start - at.end) <= BESIDE
