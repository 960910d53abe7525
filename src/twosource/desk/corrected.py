"""A read report with what people said of it put right: its outlet, its date, its furniture."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from twosource import pipeline
from twosource.model import Judgement, Read, Reading, Report, Span
from twosource.settings import Settings


def corrected(read: Read, judgements: Sequence[Judgement], *, settings: Settings) -> Read:
    """The Read as people's judgements want it; the same value where none is about it.

    Outlet and date are exchanged. Where furniture changes the report is read again, since what was furniture had no
    statements looked for.
    """
    old = read.reading.report
    mine = [j for j in judgements if j.a.report == old.sha256]
    known = {j.kind: j.value for j in mine if j.kind in {"outlet", "published"}}
    report = msgspec.structs.replace(old, **known) if known else old
    furniture = _furniture(report, mine)
    if furniture != old.furniture:
        return pipeline.read_report(msgspec.structs.replace(report, furniture=furniture), settings=settings)
    if report is old:
        return read
    r = read.reading
    return Read(Reading(report, r.paragraphs, r.sentences, r.names, r.vectors, r.tags), read.statements)


def _furniture(report: Report, judgements: Sequence[Judgement]) -> tuple[Span, ...]:
    spans = list(report.furniture)
    for j in judgements:
        if j.kind == "furniture":
            spans.append(Span(j.a.start, j.a.end))
        elif j.kind == "not furniture":
            cut = [(s.start, min(s.end, j.a.start)) for s in spans] + [(max(s.start, j.a.end), s.end) for s in spans]
            spans = [Span(start, end) for start, end in cut if start < end]
    return report.furniture if spans == list(report.furniture) else _joined(spans)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
