"""What people point at (an id of a story, or REPORT:START-END) to the Place that a judgement names."""

from __future__ import annotations

import re
from pathlib import PurePath

from twosource.errors import InputError
from twosource.model import Place, Story
from twosource.store import Store

_SPAN = re.compile(r"(.+):(\d+)-(\d+)")


def place_named(story: Story, name: str) -> Place:
    """The place of a source's first mention, a claim's clearest passage, a statement, an origin, a conflict's first
    passage, a whole report, or ``REPORT:START-END``; its ``report`` is the report's SHA-256.

    A conflict's or drift's second passage is ``ID/b``.

    Raises:
        InputError: nothing in the story goes by that name, or the offsets lie outside the report.
    """  # fmt: skip
    digests = {report.id: report.sha256 for report in story.reports}
    found = _of_span(story, name) or _of_report(story, name) or _of_id(story, name)
    if found is None:
        raise InputError(
            f"nothing in story {story.story.id} is called {name!r}; "
            "give an id from `twosource show --json`, or REPORT:START-END"
        )
    return Place(digests[found.report], found.start, found.end)


def check_place(place: Place, store: Store) -> None:
    """Nothing, where the place lies in a report of the store.

    Raises:
        InputError: it does not.
    """
    (report,) = store.reports([store.find_report(place.report)])
    if not 0 <= place.start < place.end <= len(report.text):
        raise InputError(f"{place.start}-{place.end} lies outside report {report.id} (0-{len(report.text)})")


def _of_span(story: Story, name: str) -> Place | None:
    match = _SPAN.fullmatch(name)
    if match is None:
        return None
    report = _of_report(story, match[1])
    if report is None:
        return None
    start, end = int(match[2]), int(match[3])
    if not start < end <= report.end:
        raise InputError(f"{name}: the report has characters 0 to {report.end}; give START below END within these")
    return Place(report.report, start, end)


def _of_report(story: Story, name: str) -> Place | None:
    for report in story.reports:
        names = {report.id, report.path, report.url, report.sha256, *report.paths}
        if (
            name in names
            or name == PurePath(report.path or "").name
            or (len(name) >= 6 and report.sha256.startswith(name))
        ):
            return Place(report.id, 0, len(report.text))
    return None


def _of_id(story: Story, name: str) -> Place | None:
    for source in story.sources:
        if source.id == name and source.mentions:
            return min(source.mentions)
    for claim in story.claims:
        if claim.id == name and claim.evidence:
            best = next((e for e in claim.evidence if e.stance == "supports"), claim.evidence[0])
            return Place(best.report, best.start, best.end)
    for statement in story.statements:
        if statement.id == name:
            return Place(statement.report, statement.content[0].start, statement.content[-1].end)
    for origin in story.origins:
        said = [s for s in story.statements if s.id in origin.statements]
        if origin.id == name and said:
            return Place(said[0].report, said[0].content[0].start, said[0].content[-1].end)
    pairs = [(c.id, c.a, c.b) for c in story.conflicts] + [(d.id, d.a, d.b) for d in story.drift]
    ends = {i: a for i, a, _ in pairs} | {f"{i}/b": b for i, _, b in pairs}
    return ends.get(name)
