"""A document and its authors: what they say in a report's own words stands in their letter or suit."""

from __future__ import annotations

from collections import defaultdict

from twosource.lineage.ground import Ground, Root
from twosource.lineage.remarks import same_remark
from twosource.model import Statement
from twosource.text.words import content_words

# Statements of documents that the words of one speaker are compared with: the work stays linear in the statements.
MOST = 48


def authored(ground: Ground, said: dict[str, Root]) -> None:
    """Give bare words of groups and bodies, in ``said``, the document of theirs that says the same.

    It is theirs where its name, or that of whoever speaks in it, has a word of their name ("Two provinces said", "the
    provinces' suit says").
    """
    papers: dict[str, list[Statement]] = defaultdict(list)
    for report in sorted(ground.views):
        for paper in _written(ground, said, report):
            for word in _names(ground, paper):
                if len(papers[word]) < MOST:
                    papers[word].append(paper)
    for report in sorted(ground.views) if papers else ():
        for statement in ground.views[report].statements:
            if not _bare(ground, statement, said[statement.id]):
                continue
            name = ground.name(statement.speaker or "")
            theirs = [paper for word in sorted(content_words(name)) for paper in papers.get(word, ())][:MOST]
            same = next((paper for paper in theirs if same_remark(ground.views, paper, statement)), None)
            if same is not None:
                reason = f"{name} says so there: {said[same.id].reason}"
                said[statement.id] = Root(said[same.id].key, reason, False)


def _written(ground: Ground, said: dict[str, Root], report: str) -> list[Statement]:
    """The statements of a report that it has from a document open to all."""
    found = []
    for statement in ground.views[report].statements:
        key, way = said[statement.id].key, ground.channels.get(statement.id)
        if key is not None and key.kind == "occasion" and way is not None and way.kind == "document" and way.document:
            found.append(statement)
    return found


def _names(ground: Ground, statement: Statement) -> frozenset[str]:
    way = ground.channels.get(statement.id)
    document = ground.name(way.document or "") if way is not None else ""
    return content_words(f"{document} {ground.name(statement.speaker or '')}")


def _bare(ground: Ground, statement: Statement, root: Root) -> bool:
    """A group or a body says it, and nothing says to whom."""
    speaker = ground.sources.get(statement.speaker or "")
    if (
        speaker is None
        or speaker.kind not in ("organisation", "group")
        or ground.channels.get(statement.id) is not None
    ):
        return False
    return root.key is not None and not root.words and root.key.kind in ("own", "speaker")
