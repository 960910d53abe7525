"""Where people were heard: words that one report credits to an occasion, found again in reports that credit nothing."""

from __future__ import annotations

from collections import Counter, defaultdict

from twosource.lineage.ground import Ground, Key, Root
from twosource.lineage.occasions import same_remark
from twosource.model import Statement

# Statements of one speaker that are compared with one: the work stays linear when hundreds of reports quote him.
MOST = 48


def hear(ground: Ground, said: dict[str, Root]) -> None:
    """Give statements without a credit the origin of the same remark where another report, or this one, credits it.

    Whoever speaks in public, and is said to have spoken to one outlet or on one occasion only, was heard there in every
    report.
    """
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for key in sorted(ground.views):
        for statement in ground.views[key].statements:
            if statement.speaker and statement.speaker in ground.public:
                by_speaker[statement.speaker].append(statement)
    for speaker in sorted(by_speaker):
        declared = [s for s in by_speaker[speaker] if _declared(ground, s, said[s.id])]
        bare = [s for s in by_speaker[speaker] if _bare(ground, s, said[s.id])]
        if not declared or not bare:
            continue
        places = Counter(said[s.id].key for s in declared)
        only = next(iter(places)) if len(places) == 1 else None
        for statement in bare:
            found = next((s for s in declared[:MOST] if same_remark(ground.views, s, statement)), None)
            key: Key | None = said[found.id].key if found is not None else only
            if key is not None:
                said[statement.id] = Root(key, f"{ground.name(speaker)} was heard there: {said[(found or declared[0]).id].reason}", False)


def _declared(ground: Ground, statement: Statement, root: Root) -> bool:
    """Words say to whom, or on what occasion, it was said."""
    if root.key is None:
        return False
    if root.key.kind == "occasion":
        return ground.channels.get(statement.id) is not None
    return root.key.kind == "outlet" or (root.words and root.key.kind == "own")


def _bare(ground: Ground, statement: Statement, root: Root) -> bool:
    if root.key is None or ground.channels.get(statement.id) is not None:
        return False
    return root.key.kind in ("occasion", "speaker")
