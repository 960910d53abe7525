"""Statements that came the way of the one before, or of all that a report retells: no words of their own say so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from twosource.lineage.channels import Channel
from twosource.lineage.credited import Via
from twosource.lineage.view import View
from twosource.model import Source, Statement

# In a report that retells another, what "reportedly" was said is said there.
_REPORTEDLY = re.compile(r"\breportedly\b", re.IGNORECASE)


def gone_on(
    view: View,
    sources: Mapping[str, Source],
    channels: Mapping[str, Channel | None],
    own: frozenset[int],
    found: Mapping[str, Via],
) -> dict[str, Via]:
    """The via of what somebody goes on to say in the paragraph that has him speak to an outlet."""
    new: dict[str, Via] = {}
    last: tuple[int, str | None, Via] = (-1, None, ())
    for statement in sorted(view.statements, key=lambda s: (view.anchor(s), s.content[0], s.id)):
        anchor = view.anchor(statement)
        paragraph = view.reading.sentences[anchor].paragraph
        if statement.id in found:
            last = (paragraph, statement.speaker, found[statement.id])
            continue
        speaker = sources.get(statement.speaker or "")
        goes_on = last[:2] == (paragraph, statement.speaker) and speaker is not None and speaker.kind == "named person"
        if goes_on and channels.get(statement.id) is None and anchor not in own:
            new[statement.id] = last[2]
        else:
            last = (-1, None, ())
    return new


def hearsay(view: View, statement: Statement, sources: Mapping[str, Source]) -> bool:
    """ "The suit reportedly seeks": somebody says it, but not to this report."""
    speaker = sources.get(statement.speaker or "")
    if statement.source is None or speaker is None or speaker.kind == "outlet":
        return False
    return _REPORTEDLY.search(view.outside_quotes(view.anchor(statement))) is not None


def continued(view: View, statement: Statement, found: Mapping[str, Via]) -> Via:
    """A quotation that goes on without a source came the way of the one before it in its paragraph."""
    paragraph = view.reading.sentences[view.anchor(statement)].paragraph
    before = [
        s
        for s in view.statements
        if s.content[0].start < statement.content[0].start
        and view.reading.sentences[view.anchor(s)].paragraph == paragraph
    ]
    return found.get(before[-1].id, ()) if before else ()
