"""Story -> CSV tables for spreadsheets and data desks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from twosource.model import Story

# A cell that begins with one of these is a formula to a spreadsheet, whoever wrote it (OWASP, "CSV Injection").
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def tables(story: Story) -> dict[str, str]:
    """Six tables: reports, claims, evidence, sources, statements and lineage, joined by their ids.

    UTF-8 with a mark at the start, so that spreadsheets know; a text that would run as a formula gets an apostrophe.
    """
    texts = {report.id: report.text for report in story.reports}
    names = {source.id: source.name for source in story.sources}
    labels = {origin.id: origin.label for origin in story.origins}

    def words(report: str, start: int, end: int) -> str:
        return " ".join(texts[report][start:end].split())

    return {
        "reports.csv": _table(
            ("id", "outlet", "title", "byline", "published", "language", "path", "url", "sha256"),
            (
                (r.id, r.outlet, r.title, r.byline, r.published, r.language, r.path, r.url, r.sha256)
                for r in story.reports
            ),
        ),
        "claims.csv": _table(
            ("id", "text", "status", "independent_origins", "low", "high", "reports", "outlets", "speakers", "reasons"),
            (
                (
                    c.id,
                    c.text,
                    c.status,
                    c.independent_origins,
                    *c.independent_origins_range,
                    c.reports,
                    c.outlets,
                    c.speakers,
                    " ".join(c.reasons),
                )
                for c in story.claims
            ),
        ),
        "evidence.csv": _table(
            ("claim", "report", "start", "end", "stance", "statement", "origin", "origin_label", "words"),
            (
                (
                    c.id,
                    e.report,
                    e.start,
                    e.end,
                    e.stance,
                    e.statement,
                    e.origin,
                    labels.get(e.origin or ""),
                    words(e.report, e.start, e.end),
                )
                for c in story.claims
                for e in c.evidence
            ),
        ),
        "sources.csv": _table(
            ("id", "name", "kind", "description", "part_of", "mentions", "statements"),
            (
                (
                    s.id,
                    s.name,
                    s.kind,
                    s.description,
                    names.get(s.part_of or ""),
                    len(s.mentions),
                    sum(t.speaker == s.id for t in story.statements),
                )
                for s in story.sources
            ),
        ),
        "statements.csv": _table(
            ("id", "report", "start", "end", "speaker", "speaker_name", "via", "form", "stance", "confidence", "words"),
            (
                (
                    t.id,
                    t.report,
                    t.content[0].start,
                    t.content[-1].end,
                    t.speaker,
                    names.get(t.speaker or ""),
                    " > ".join(names.get(v, v) for v in t.via),
                    t.form,
                    t.stance,
                    t.confidence,
                    " … ".join(words(t.report, *span) for span in t.content),
                )
                for t in story.statements
            ),
        ),
        "lineage.csv": _table(
            ("report", "relation", "from", "from_name", "reason"),
            ((e.report, e.relation, e.from_, names.get(e.from_), e.reason) for e in story.lineage),
        ),
    }


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")  # RFC 4180
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return "\ufeff" + file.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, str):
        value = value.replace("\0", "\ufffd")
        return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
    return "" if value is None else value
