"""Decisions as people read them: what was said, of which words, by whom, and whether it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

import msgspec

from twosource.errors import InputError
from twosource.model import Place, Report
from twosource.present import phrases
from twosource.store import Decision, Store

WORDS = 220
SAYS: dict[str, str] = {
    "same source": "are one source",
    "not same source": "are two sources",
    "same claim": "are one claim",
    "not same claim": "are not one claim",
    "same story": "belong to one story",
    "not same story": "belong to different stories",
    "speaker": "is said by",
    "origin": "has the origin",
    "relays": "relays",
    "original": "is its outlet’s own reporting",
    "outlet": "was published by",
    "published": "was published on",
    "furniture": "is not part of the story (furniture)",
    "not furniture": "is part of the story",
    "not a conflict": "are no conflict",
    "note": "note",
}


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """A place with its words; ``whole`` where it is a whole report, ``gone`` where the report is not kept any more."""

    place: Place
    report: str
    words: str
    whole: bool = False
    gone: bool = False


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A decision: ``says`` its kind as a sentence's verb; ``withdrawn`` when; ``overruled_by`` a later judgement."""

    id: str
    kind: str
    says: str
    by: str
    at: str
    a: Words
    b: Words | None
    value: str | None
    reason: str
    holds: bool
    withdrawn: str | None
    overruled_by: str | None


def entries(decided: Sequence[Decision], store: Store) -> list[Entry]:
    """One Entry a decision, in the order given."""
    places = [p for d in decided for p in (d.judgement.a, d.judgement.b) if p is not None]
    reports = _reports({place.report for place in places}, store)
    return [_entry(decision, reports) for decision in decided]


def _reports(digests: Iterable[str], store: Store) -> dict[str, Report]:
    ids = []
    for digest in sorted(digests):
        with suppress(InputError):  # a judgement outlives its report
            ids.append(store.find_report(digest))
    return {report.sha256: report for report in store.reports(ids)}


def _entry(decision: Decision, reports: dict[str, Report]) -> Entry:
    j = decision.judgement
    return Entry(
        id=j.id,
        kind=j.kind,
        says=SAYS[j.kind],
        by=j.by,
        at=j.at,
        a=_words(j.a, reports),
        b=_words(j.b, reports) if j.b else None,
        value=j.value,
        reason=j.reason,
        holds=decision.holds,
        withdrawn=decision.withdrawn,
        overruled_by=decision.overruled_by,
    )


def _words(place: Place, reports: dict[str, Report]) -> Words:
    report = reports.get(place.report)
    if report is None:
        return Words(place=place, report=place.report[:12], words="", gone=True)
    name = report.outlet or report.path or report.url or report.id
    if place.end - place.start >= len(report.text):
        title = report.title or report.text[:WORDS]
        return Words(place=place, report=name, words=phrases.shortened(title, WORDS), whole=True)
    return Words(place=place, report=name, words=phrases.shortened(report.text[place.start : place.end], WORDS))
