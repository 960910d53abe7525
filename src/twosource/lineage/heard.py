"""Where people were heard: words that one report credits to an occasion, found again where nothing is credited."""

from __future__ import annotations

from collections import defaultdict

from twosource.lineage.days import long_before
from twosource.lineage.ground import Ground, Root
from twosource.lineage.public import office_of
from twosource.lineage.remarks import same_remark
from twosource.model import Statement

# Statements whose occasion is told that one statement is compared with: the work stays linear when hundreds of reports
# quote one speaker.
MOST = 48


def hear(ground: Ground, said: dict[str, Root]) -> None:
    """Give bare words of public speakers, in ``said``, the origin that other words show for them.

    It is that of the same remark, where this report or another says on what occasion, or to which outlet, it was made;
    else the one occasion or outlet that is named for the speaker, if there is only one. What he said at another time
    than the rest is only the former; an office's words are also its spokesman's, of the same report.
    """
    by_speaker: dict[str, list[Statement]] = defaultdict(list)
    for report in sorted(ground.views):
        for statement in ground.views[report].statements:
            if statement.speaker in ground.public:
                by_speaker[statement.speaker or ""].append(statement)
    for speaker in sorted(by_speaker):
        told = [s for s in by_speaker[speaker] if _told(ground, s, said[s.id])]
        bare = [s for s in by_speaker[speaker] if _bare(ground, s, said[s.id])]
        one = len({said[s.id].key for s in told}) == 1
        heard: dict[str, Root] = {}
        for statement in bare if told else ():
            alone = told[0] if one and not long_before(ground.views[statement.report], statement) else None
            same = next((s for s in told[:MOST] if same_remark(ground.views, s, statement)), alone)
            if same is not None:
                reason = f"{ground.name(speaker)} was heard there: {said[same.id].reason}"
                heard[statement.id] = Root(said[same.id].key, reason, False)
        said.update(heard)
    _through_voices(ground, said)


def _through_voices(ground: Ground, said: dict[str, Root]) -> None:
    """Give bare words of an office the one occasion at which its spokesman speaks in the same report, and his its own.

    "The ministry denied it", says the lead; who spoke for it, and where, comes further down.
    """
    for report in sorted(ground.views):
        by_office: dict[str, list[Statement]] = defaultdict(list)
        for statement in ground.views[report].statements:
            office = office_of(ground.sources.get(statement.speaker or ""))
            if office is not None:
                by_office[office].append(statement)
        for office in sorted(by_office):
            told = [s for s in by_office[office] if _at_occasion(ground, s, said[s.id])]
            if len({said[s.id].key for s in told}) != 1:
                continue
            root = said[told[0].id]
            for statement in by_office[office]:
                if statement.speaker != told[0].speaker and _bare(ground, statement, said[statement.id]):
                    reason = f"{ground.name(told[0].speaker or '')} speaks for one office with it: {root.reason}"
                    said[statement.id] = Root(root.key, reason, False)


def _at_occasion(ground: Ground, statement: Statement, root: Root) -> bool:
    return root.key is not None and root.key.kind == "occasion" and _told(ground, statement, root)


def _told(ground: Ground, statement: Statement, root: Root) -> bool:
    """The report says on what occasion, or to whom, the words were said."""
    if root.key is None:
        return False
    if root.key.kind == "occasion":
        return ground.channels.get(statement.id) is not None
    return root.key.kind == "outlet" or (root.key.kind == "own" and root.words)


def _bare(ground: Ground, statement: Statement, root: Root) -> bool:
    """The words are somebody's in public, and nothing says where."""
    if root.key is None or ground.channels.get(statement.id) is not None:
        return False
    return root.key.kind in ("occasion", "speaker")
