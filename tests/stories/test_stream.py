"""Reports become stories as they arrive."""

from __future__ import annotations

import hashlib
import itertools

import numpy as np
import pytest

from twosource.model import Reading, Report, Sentence, Span, Tags
from twosource.stories.stream import Seen, Stream, signature

BRIDGE = "The Narrow Bridge at Tollen was closed after cracks appeared in two girders, engineer Ola Brandt said. "
SCHOOL = "Pupils of Wessel primary school fell ill with salmonella after a canteen lunch, doctor Ines Faro said. "


def seen(name: str, text: str, *, topic: int, published: str | None = None, url: str | None = None) -> Seen:
    """A report whose sentences all mean its topic, give or take a little of its own."""
    rng = np.random.default_rng(int(hashlib.sha256(name.encode()).hexdigest()[:8], 16))
    base = np.random.default_rng(topic).standard_normal(384)
    vectors = np.stack([base + 0.3 * rng.standard_normal(384)]).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    report = Report(id=name, text=text, sha256=name)
    span = Span(0, len(text))
    reading = Reading(report, (span,), (Sentence(span, 0),), (), vectors, Tags(np.zeros((0, 2), np.int32), {}, {}))
    return Seen(name, signature(reading), published, url)


REPORTS = [
    seen("a1", BRIDGE + "Buses turn back at the river.", topic=1, published="2024-03-01"),
    seen("b1", SCHOOL + "Eleven children stayed overnight.", topic=2, published="2024-03-01"),
    seen("a2", BRIDGE + "Repairs will last until summer.", topic=1, published="2024-03-02"),
    seen("b2", SCHOOL + "The kitchen was closed by the county.", topic=2, published="2024-03-02"),
    seen("a3", BRIDGE + "Traders on the east bank fear for their trade.", topic=1, published="2024-03-02"),
]


def stories(order: list[Seen]) -> set[frozenset[str]]:
    stream = Stream()
    where: dict[str, str] = {}
    for report in order:
        where |= stream.place(report).stories
    return {frozenset(n for n, s in where.items() if s == story) for story in where.values()}


@pytest.mark.parametrize("order", list(itertools.permutations(REPORTS))[::17])
def test_the_order_of_arrival_changes_nothing_where_stories_are_clear(order: tuple[Seen, ...]) -> None:
    assert stories(list(order)) == {frozenset({"a1", "a2", "a3"}), frozenset({"b1", "b2"})}


def test_a_stream_taken_up_again_goes_on_as_if_it_had_never_stopped() -> None:
    whole, first = Stream(), Stream()
    where: dict[str, str] = {}
    for report in REPORTS[:3]:
        where |= first.place(report).stories
    again = Stream()
    for report in REPORTS[:3]:
        whole.place(report)
        again.remember(report, where[report.report])
    for report in REPORTS[3:]:
        assert again.place(report) == whole.place(report)


def test_reports_years_apart_are_two_stories_however_alike() -> None:
    later = seen("a9", BRIDGE + "Buses turn back at the river.", topic=1, published="2026-03-01")
    assert len(stories([REPORTS[0], later])) == 2


def test_a_new_version_of_a_page_stays_where_the_page_is() -> None:
    old = seen("v1", BRIDGE, topic=1, url="https://x.example/1")
    new = seen("v2", SCHOOL, topic=2, url="https://x.example/1")
    assert stories([old, new]) == {frozenset({"v1", "v2"})}


def test_a_report_without_words_or_meaning_is_a_story_of_its_own() -> None:
    assert len(stories([REPORTS[0], Seen("e", b""), Seen("f", b"")])) == 3


def test_a_signature_is_small() -> None:
    assert len(seen("long", " ".join(f"word{i}" for i in range(5000)), topic=1).signature) < 5_000
