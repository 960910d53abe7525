"""Reports to Story: the only file that knows the order of the stages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import msgspec

from twosource import attribution, claims, compare, lineage, reading, sources, stories, support, timeline
from twosource.errors import TwosourceError
from twosource.model import (
    Embed,
    Judgement,
    Origin,
    Read,
    Refusal,
    Report,
    SetAside,
    Source,
    Span,
    Story,
    StoryHead,
    Weigh,
)
from twosource.settings import Settings
from twosource.spread import spread
from twosource.text.ids import content_id


def read_report(report: Report, *, settings: Settings, vectors: bool = True) -> Read:
    """A report's Reading and Statements; speakers are not resolved yet. Without ``vectors`` no story can be told."""
    seen = reading.read(report, settings=settings, vectors=vectors)
    return Read(seen, attribution.statements(seen))


# A fresh process takes about two seconds to load its models: worth it from this many reports on (measured on 2 cores).
SPREAD_FROM = 12


def read_all(reports: Sequence[Report], *, settings: Settings, vectors: bool = True) -> Iterator[Read | Refusal]:
    """Each report read, in the order given, or the Refusal of one that no stage could handle.

    Reports are read in ``settings.processes`` processes; 0 means as many as there are cores, where that pays.
    """
    processes = settings.processes
    if processes == 0:
        processes = (os.cpu_count() or 1) if len(reports) >= SPREAD_FROM else 1
    yield from spread(partial(_read_or_refuse, settings=settings, vectors=vectors), reports, processes=processes)


def sort_out(results: Iterable[Read | Refusal]) -> tuple[list[Read], list[Refusal]]:
    """The reports that were read, and the refusals among them, each in the order given."""
    reads: list[Read] = []
    refusals: list[Refusal] = []
    for result in results:
        if isinstance(result, Read):
            reads.append(result)
        else:
            refusals.append(result)
    return reads, refusals


def _read_or_refuse(report: Report, *, settings: Settings, vectors: bool) -> Read | Refusal:
    try:
        return read_report(report, settings=settings, vectors=vectors)
    except TwosourceError:
        raise
    except Exception as error:  # one bad report never stops the others
        reason = f"could not be analysed ({type(error).__name__}: {error}); please report this as a fault of twosource"
        return Refusal(reason=" ".join(reason.split()), path=report.path, url=report.url)


def tell_story(
    reads: Sequence[Read],
    *,
    settings: Settings,
    embed: Embed,
    judgements: Sequence[Judgement] = (),
    refusals: Sequence[Refusal] = (),
    set_aside: bool = True,
) -> Story:
    """The Story of some read reports: who said what, lineage, claims, counts, conflicts, drift, timeline.

    The order of ``reads`` changes nothing. With ``set_aside`` false every report is kept in the story.
    """
    reads = sorted(reads, key=lambda r: (r.reading.report.published or "9999", r.reading.report.id))
    aside: tuple[SetAside, ...] = ()
    kept = reads
    if set_aside and len(reads) > 1:
        aside = stories.set_aside([r.reading for r in reads], judgements=judgements)
        out = {item.report for item in aside}
        kept = [r for r in reads if r.reading.report.id not in out]
    readings = [r.reading for r in kept]
    resolved = sources.resolve(readings, [s for r in kept for s in r.statements], judgements=judgements)
    traced = lineage.trace(readings, resolved, judgements=judgements)
    found = claims.find(readings, traced.statements, resolved.sources, embed=embed, judgements=judgements)
    counted = support.count(found, readings, resolved.sources, traced, embed=embed)
    alike = compare.matched(readings, counted, traced, embed=embed)
    conflicts = compare.conflicts(
        readings, counted, traced, resolved.sources, embed=embed, judgements=judgements, found_alike=alike
    )
    drift = compare.drift(readings, counted, traced, resolved.sources, embed=embed, found_alike=alike)
    # Most independent origins first; among equals as claims/ ranked them, by who tells them.
    counted = tuple(sorted(support.settle(counted, conflicts), key=lambda c: -c.independent_origins))
    return Story(
        story=_head(
            [r.reading.report for r in kept], counted, support.standing(counted, readings, traced, embed=embed)
        ),
        reports=tuple(r.reading.report for r in reads),
        sources=resolved.sources,
        statements=traced.statements,
        origins=traced.origins,
        lineage=traced.edges,
        claims=counted,
        conflicts=conflicts,
        drift=drift,
        timeline=timeline.timeline(readings),
        set_aside=aside,
        refusals=tuple(sorted(refusals, key=lambda r: (r.path or "", r.url or "", r.reason))),
    )


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What some reports say of a claim: passages, each with its speaker and origin (ids), and those in words.

    ``reports`` says what each report does to it as a whole.
    """

    claim: str
    answer: str
    found: tuple[claims.Found, ...]
    reports: tuple[claims.Stands, ...]
    sources: tuple[Source, ...]
    origins: tuple[Origin, ...]
    behind: tuple[str | None, ...]


def check(
    claim: str, reads: Sequence[Read], *, embed: Embed, weigh: Weigh | None = None, judgements: Sequence[Judgement] = ()
) -> Answer:
    """Which passages support, deny, qualify or merely discuss a claim, and the origin behind each.

    ``behind`` names an origin's id, or ``None`` where none is known, for each of ``found``. Without ``weigh`` the pair
    model that ships is used.

    Raises:
        InputError: the claim is empty or longer than a sentence can be.
    """
    reads = sorted(reads, key=lambda r: (r.reading.report.published or "9999", r.reading.report.id))
    readings = [r.reading for r in reads]
    resolved = sources.resolve(readings, [s for r in reads for s in r.statements], judgements=judgements)
    traced = lineage.trace(readings, resolved, judgements=judgements)
    weigh = weigh or reading.weigher()
    checked = claims.check(claim, readings, traced.statements, resolved.sources, embed=embed, weigh=weigh)
    behind = tuple(traced.origin_of(f.report, Span(f.start, f.end), f.statement) for f in checked.found)
    return Answer(
        claim=checked.claim,
        answer=checked.answer,
        found=checked.found,
        reports=checked.reports,
        sources=tuple(s for s in resolved.sources if s.id in {f.speaker for f in checked.found}),
        origins=tuple(o for o in traced.origins if o.id in behind),
        behind=behind,
    )


def _head(reports: Sequence[Report], counted: Sequence[claims.Claim], origins: frozenset[str]) -> StoryHead:
    dates = sorted(r.published for r in reports if r.published)
    headline = counted[0].text if counted else next((r.title for r in reports if r.title), "")
    return StoryHead(
        id=content_id("story", *sorted(r.sha256 for r in reports)),
        headline=headline or "",
        first_published=dates[0] if dates else None,
        last_published=dates[-1] if dates else None,
        independent_origins=len(origins),
    )
