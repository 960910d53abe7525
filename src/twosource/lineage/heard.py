"""Where people were heard: words that one report credits to an occasion, found again where nothing is credited."""

from __future__ import annotations

from collections import defaultdict

from twosource.lineage.ground import Ground, Root
from twosource.lineage.remarks import same_remark
from twosource.model import Statement

# Statements whose occasion is told that one statement is compared with: the work stays linear when hundreds of reports
# quote one speaker.
MOST = 48


def hear(ground: Ground, said: dict[str, Root]) -> None:
    """Give bare words of public speakers, in ``said``, the origin that other words show for them.

    It is that of the same remark, where this report or another says on what occasion, or to which outlet, it was made;
    else the one occasion or outlet that is named for the speaker, if there is only one.
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
            same = next((s for s in told[:MOST] if same_remark(ground.views, s, statement)), told[0] if one else None)
            if same is not None:
                reason = f"{ground.name(speaker)} was heard there: {said[same.id].reason}"
                heard[statement.id] = Root(said[same.id].key, reason, False)
        said.update(heard)


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
