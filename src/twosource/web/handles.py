"""What can be corrected in a brief: each anchor's thing, and how a judgement names it."""

from __future__ import annotations

import msgspec

from twosource.model import Place, Story
from twosource.present import phrases
from twosource.present.index import Index

# Mentions of one source offered for parting, and characters of a passage shown in a menu.
MENTIONS, WORDS = 60, 140


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words at a place: ``at`` is what a judgement takes, ``REPORT:START-END``."""

    at: str
    words: str
    outlet: str
    own: bool = False


class ClaimHandle(msgspec.Struct, frozen=True, kw_only=True):
    """The claim at ``#cN``, its passages at ``#eN-1`` on; ``own`` marks the one that words it."""

    id: str
    text: str
    passages: tuple[Passage, ...]


class SourceHandle(msgspec.Struct, frozen=True, kw_only=True):
    """The source at ``#sN`` and places that mention it."""

    id: str
    name: str
    kind: str
    mentions: tuple[Passage, ...]


class ReportHandle(msgspec.Struct, frozen=True, kw_only=True):
    """The report at ``#rN``, and its statements: whose words they are now."""

    id: str
    outlet: str | None
    published: str | None
    title: str
    statements: tuple[StatementHandle, ...]


class StatementHandle(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in a report, and its present speaker."""

    id: str
    start: int
    end: int
    words: str
    speaker: str


class OriginHandle(msgspec.Struct, frozen=True, kw_only=True):
    """The origin ``#oLETTER``; ``at`` is a place that rests on it, ``None`` where nothing does."""

    letter: str
    label: str
    at: str | None


class EdgeHandle(msgspec.Struct, frozen=True, kw_only=True):
    """The lineage edge at ``#lN``: its report's number, its relation and the outlet it leads from."""

    report: int
    relation: str
    outlet: str


class Handles(msgspec.Struct, frozen=True, kw_only=True):
    """Everything in a brief that can be corrected; item N of a list is the brief's anchor N + 1.

    ``conflicts`` (``#kN``) and ``drift`` (``#dN``) are ids; the second passage of a pair is ``ID/b``.
    """

    story: str
    claims: tuple[ClaimHandle, ...]
    sources: tuple[SourceHandle, ...]
    reports: tuple[ReportHandle, ...]
    origins: tuple[OriginHandle, ...]
    lineage: tuple[EdgeHandle, ...]
    conflicts: tuple[str, ...]
    drift: tuple[str, ...]
    outlets: tuple[str, ...]


def handles_of(story: Story) -> Handles:
    """The Handles of a story."""
    index = Index(story)
    return Handles(
        story=story.story.id,
        claims=tuple(_claims(index)),
        sources=tuple(_sources(index)),
        reports=tuple(_reports(index)),
        origins=tuple(_origins(index)),
        lineage=tuple(
            EdgeHandle(
                report=index.report_number.get(edge.report, 0),
                relation=edge.relation,
                outlet=index.source_name(edge.from_),
            )
            for edge in story.lineage
        ),
        conflicts=tuple(conflict.id for conflict in story.conflicts),
        drift=tuple(drift.id for drift in story.drift),
        outlets=tuple(sorted({s.name for s in story.sources if s.kind == "outlet"})),
    )


def _claims(index: Index) -> list[ClaimHandle]:
    found = []
    for claim in index.story.claims:
        # The passage that names the claim in a judgement: the first that supports it, as `desk.place` takes it.
        own = next((e for e in claim.evidence if e.stance == "supports"), claim.evidence[0] if claim.evidence else None)
        passages = tuple(_passage(index, Place(e.report, e.start, e.end), own=e is own) for e in claim.evidence)
        found.append(ClaimHandle(id=claim.id, text=phrases.shortened(claim.text, WORDS), passages=passages))
    return found


def _sources(index: Index) -> list[SourceHandle]:
    return [
        SourceHandle(
            id=source.id,
            name=source.name,
            kind=source.kind,
            mentions=tuple(_passage(index, place) for place in sorted(source.mentions)[:MENTIONS]),
        )
        for source in index.story.sources
    ]


def _reports(index: Index) -> list[ReportHandle]:
    found = []
    for report in index.story.reports:
        statements = []
        for statement in index.statements_in.get(report.id, ()):
            start, end = statement.content[0].start, statement.content[-1].end
            speaker = index.source_name(statement.speaker) if statement.speaker else ""
            words = phrases.shortened(report.text[start:end], WORDS)
            statements.append(StatementHandle(id=statement.id, start=start, end=end, words=words, speaker=speaker))
        title = phrases.shortened(index.title(report.id), WORDS)
        found.append(
            ReportHandle(
                id=report.id,
                outlet=report.outlet,
                published=report.published,
                title=title,
                statements=tuple(statements),
            )
        )
    return found


def _origins(index: Index) -> list[OriginHandle]:
    found = []
    for origin in index.story.origins:
        said = next((index.statements[s] for s in origin.statements if s in index.statements), None)
        place = (
            Place(said.report, said.content[0].start, said.content[-1].end) if said else _resting_on(index, origin.id)
        )
        at = f"{place.report}:{place.start}-{place.end}" if place else None
        found.append(OriginHandle(letter=index.origin_letter[origin.id], label=origin.label, at=at))
    return sorted(found, key=lambda origin: (len(origin.letter), origin.letter))


def _resting_on(index: Index, origin: str) -> Place | None:
    for claim in index.story.claims:
        for item in claim.evidence:
            if item.origin == origin:
                return Place(item.report, item.start, item.end)
    return None


def _passage(index: Index, place: Place, *, own: bool = False) -> Passage:
    return Passage(
        at=f"{place.report}:{place.start}-{place.end}",
        words=phrases.shortened(index.words(place), WORDS),
        outlet=index.outlet(place.report),
        own=own,
    )
