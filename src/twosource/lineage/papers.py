"""One document under two names: the suit of one report is the complaint of another, if both say the same of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from twosource.lineage.remarks import same_remark
from twosource.lineage.view import View
from twosource.model import Source, Statement

# Kinds of document of which a story mostly has one. Reports and statements are not among them: everybody makes them.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        ("suit", r"(?:law)?suits?|complaint|court (?:filings?|papers|documents)|legal (?:filings?|action)"),
        ("charges", r"indictments?|charge sheet|criminal complaint"),
        ("letter", r"letters?"),
        ("poll", r"polls?|surveys?"),
        ("mails", r"e-?mails?"),
        ("film", r"videos?|footage|film|clip|recording"),
        ("advertisement", r"ads?|adverts?|advertisements?|commercial"),
        ("resolution", r"resolutions?"),
        ("order", r"executive order|declaration|proclamation|decree"),
        ("memo", r"memos?|memorandum"),
    )
)
# Statements of one document in one report that are compared with those of another: the work stays linear.
MOST = 12
# Reports whose documents of one kind are compared pair by pair.
REPORTS = 24


def same_papers(
    views: Mapping[str, View], sources: Mapping[str, Source], candidates: Sequence[Statement]
) -> list[tuple[str, str, str]]:
    """Pairs of statements, by their ids, that two reports have from one document under two names, and why.

    Of each kind the one that a report cites most is meant; it is the other report's if one remark stands in both.
    """
    by_kind: dict[str, dict[str, dict[str, list[Statement]]]] = defaultdict(lambda: defaultdict(dict))
    for statement in sorted(candidates, key=lambda s: (s.report, s.content[0], s.id)):
        kind = _kind(sources.get(statement.speaker or ""))
        if kind is not None:
            by_kind[kind][statement.report].setdefault(statement.speaker or "", []).append(statement)
    pairs = []
    for kind in sorted(by_kind):
        main = [max(found.values(), key=len)[:MOST] for _, found in sorted(by_kind[kind].items())][:REPORTS]
        for here, there in combinations(main, 2):
            if here[0].speaker != there[0].speaker:
                pairs += _one(views, here, there)
    return pairs


def _kind(source: Source | None) -> str | None:
    if source is None or source.kind != "document":
        return None
    return next((kind for kind, pattern in _KINDS if pattern.search(source.name)), None)


def _one(
    views: Mapping[str, View], here: Sequence[Statement], there: Sequence[Statement]
) -> list[tuple[str, str, str]]:
    for a in here:
        for b in there:
            why = same_remark(views, a, b)
            if why:
                return [(a.id, b.id, f"one document, for {why}")]
    return []
