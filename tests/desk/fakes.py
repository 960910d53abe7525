"""A pipeline that needs no models: words as vectors, no statements, one claim a report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pytest

from twosource import pipeline
from twosource.model import Claim, Evidence, Read, Reading, Refusal, Report, Sentence, Span, Story, StoryHead, Tags
from twosource.settings import Settings

FIRST = "The Narrow Bridge at Tollen was closed after cracks appeared in two girders. Buses turn back at the river.\n"
SECOND = "The Narrow Bridge at Tollen was closed when cracks appeared in three girders. Traders fear for their trade.\n"
THIRD = "Pupils of Wessel primary school fell ill after a canteen lunch. Eleven children stayed overnight.\n"


def fake_pipeline(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Put the fakes in place; the list fills with the ids of the reports that were read."""
    seen: list[str] = []

    def read_report(report: Report, *, settings: Settings) -> Read:
        seen.append(report.id)
        return Read(_reading(report), ())

    def read_all(reports: Sequence[Report], *, settings: Settings, vectors: bool = True) -> Iterator[Read | Refusal]:
        return (read_report(report, settings=settings) for report in reports)

    monkeypatch.setattr(pipeline, "read_report", read_report)
    monkeypatch.setattr(pipeline, "read_all", read_all)
    monkeypatch.setattr(pipeline, "tell_story", _tell)
    return seen


def _reading(report: Report) -> Reading:
    spans = [Span(*m.span()) for m in re.finditer(r"[^.]+\.?", report.text)]
    whole = Span(0, len(report.text))
    vectors = np.stack([_vector(report.text[s:e]) for s, e in spans]).astype(np.float32)
    tags = Tags(np.zeros((0, 2), np.int32), {}, {})
    furnished = [any(f.start <= s.start < f.end for f in report.furniture) for s in spans]
    sentences = tuple(Sentence(s, 0, furniture=f) for s, f in zip(spans, furnished, strict=True))
    return Reading(report, (whole,), sentences, (), vectors, tags)


def _vector(text: str) -> np.ndarray[Any, Any]:
    total = np.zeros(384)
    for word in re.findall(r"\w+", text.lower()):
        seed = int(hashlib.sha256(word.encode()).hexdigest()[:8], 16)
        total += np.random.default_rng(seed).standard_normal(384)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def _tell(reads: Sequence[Read], **_: object) -> Story:
    reports = sorted((r.reading.report for r in reads), key=lambda r: (r.published or "9999", r.id))
    found = [
        Claim(id=f"c-{r.id}", text=r.text[:20], evidence=(Evidence(report=r.id, start=0, end=20),), reports=1)
        for r in reports
    ]
    head = StoryHead(id="x", headline=reports[0].text[:20] if reports else "", independent_origins=len(reports))
    return Story(story=head, reports=tuple(reports), claims=tuple(found))
