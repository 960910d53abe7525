"""One remark or document under two speakers: the very words, or the very figures, show that it is one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from twosource.lineage.view import View
from twosource.model import Source, Statement
from twosource.text.words import content_words, words

# Whoever is taken to be the speaker, a run of this many quoted words is one remark: a choice, longer than titles and
# stock phrases ("the president of the United States" is five words long).
VERY_WORDS = 6
# Two documents of one kind are one when their contents share a figure and this many content words.
COMMON = 3
_KIND = re.compile(
    r"\b(?:polls?|surveys?|stud(?:y|ies)|reports?|letters?|statements?|memos?|surveys|analys[ei]s|census|audits?|films?"
    r"|videos?|recordings?|logs?|lists?|lawsuits?|indictments?|filings?)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def same_words(
    views: Mapping[str, View], sources: Mapping[str, Source], candidates: Sequence[Statement]
) -> dict[str, str]:
    """Statement id to that of a statement in another report whose speaker it has in truth.

    A quotation given to somebody without a name belongs to whom another report names; a poll or a letter with the same
    figures is the one that another report names more fully.
    """
    order = sorted(candidates, key=lambda s: (_vague(sources, s), s.report, s.content[0], s.id))
    quoted: dict[tuple[str, ...], Statement] = {}
    figures: dict[tuple[str, str], list[Statement]] = {}
    found: dict[str, str] = {}
    for statement in order:
        view = views[statement.report]
        first = next((quoted[run] for run in _runs(view, statement) if run in quoted), None)
        if first is None:
            first = _same_document(views, sources, statement, figures)
        loose = _vague(sources, statement) or _document(sources, statement)
        if loose and first is not None and first.report != statement.report and first.speaker != statement.speaker:
            found[statement.id] = first.id
        for run in _runs(view, statement):
            quoted.setdefault(run, statement)
        for mark in _figures(view, sources, statement):
            figures.setdefault(mark, []).append(statement)
    return found


def _vague(sources: Mapping[str, Source], statement: Statement) -> bool:
    speaker = sources.get(statement.speaker or "")
    return speaker is None or speaker.kind in ("unnamed person", "group")


def _document(sources: Mapping[str, Source], statement: Statement) -> bool:
    speaker = sources.get(statement.speaker or "")
    return speaker is not None and speaker.kind == "document"


def _runs(view: View, statement: Statement) -> list[tuple[str, ...]]:
    if statement.form == "indirect":
        return []
    found = []
    for content in statement.content:
        said = [w.lemma for w in words(view.text(content))]
        found += [tuple(said[k : k + VERY_WORDS]) for k in range(len(said) - VERY_WORDS + 1)]
    return found


def _figures(view: View, sources: Mapping[str, Source], statement: Statement) -> list[tuple[str, str]]:
    """The kind of the document that speaks, with each figure that it gives."""
    if not _document(sources, statement):
        return []
    kind = _KIND.search(sources[statement.speaker or ""].name)
    if kind is None:
        return []
    return [(kind.group().lower().rstrip("s"), n) for c in statement.content for n in _FIGURE.findall(view.text(c))]


def _same_document(
    views: Mapping[str, View],
    sources: Mapping[str, Source],
    statement: Statement,
    figures: Mapping[tuple[str, str], list[Statement]],
) -> Statement | None:
    view = views[statement.report]
    mine = content_words(" ".join(view.text(c) for c in statement.content))
    for mark in _figures(view, sources, statement):
        for other in figures.get(mark, [])[:VERY_WORDS]:
            theirs = content_words(" ".join(views[other.report].text(c) for c in other.content))
            if len(mine & theirs) >= COMMON:
                return other
    return None
