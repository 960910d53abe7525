"""Reports sorted batch by batch over a store are sorted as by one stream that never stopped."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twosource.desk.sorted_in import sorted_in
from twosource.model import Read, Reading, Report, Sentence, Span, Tags
from twosource.store import Store, open_store
from twosource.store.tables import SEEN
from twosource.stories.stream import Seen, Stream, signature

TOPICS = (
    "The Narrow Bridge at Tollen was closed after cracks appeared in two girders. ",
    "Pupils of Wessel primary school fell ill with salmonella after a canteen lunch. ",
    "The Tollen council fell out over the Narrow Bridge budget after a long session. ",
)


def read(number: int, topics: Sequence[int], *, published: str | None, url: str | None) -> Read:
    """An invented report that is about its topics, the first most."""
    text = "".join(TOPICS[t] for t in topics) + f"Notice number {number}."
    rng = np.random.default_rng(number)
    mean = sum(np.random.default_rng(100 + t).standard_normal(384) / (k + 1) for k, t in enumerate(topics))
    vector = mean + 0.4 * rng.standard_normal(384)
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(id=digest[:12], text=text, sha256=digest, path=f"{number}.txt", published=published, url=url)
    span = Span(0, len(text))
    vectors = (vector / np.linalg.norm(vector)).astype(np.float32)[None]
    tags = Tags(np.zeros((0, 2), np.int32), {}, {})
    return Read(Reading(report, (span,), (Sentence(span, 0),), (), vectors, tags), ())


def keep(store: Store, batch: Sequence[Read]) -> None:
    store.add(batch, made_by="t", signatures={r.reading.report.id: signature(r.reading) for r in batch})
    store.sort(sorted_in)


def where(store: Store) -> dict[str, str]:
    return {r: line.id for line in store.stories() for r in store.story(line.id).members}


DATES = ["2024-03-01", "2024-03-09", "2024-05-20", "2024-08-30", "2025-01-15", "2024", None]
about = st.lists(st.sampled_from(range(3)), min_size=1, max_size=3, unique=True)
arriving = st.lists(
    st.tuples(about, st.sampled_from(DATES), st.sampled_from([None, None, None, "https://a.example/1"])),
    min_size=1,
    max_size=14,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(arriving, st.lists(st.integers(1, 5), min_size=14, max_size=14))
def test_sorting_over_a_store_is_sorting_in_one_stream(
    arriving: list[tuple[list[int], str | None, str | None]], sizes: list[int]
) -> None:
    reads = [read(n, topics, published=day, url=url) for n, (topics, day, url) in enumerate(arriving)]
    stream, expected, moves = Stream(), {}, []
    for r in (read.reading for read in reads):
        placed = stream.place(Seen(r.report.id, signature(r), r.report.published, r.report.url))
        expected |= placed.stories
        moves += [(m.kind, m.left, m.into, m.reports) for m in placed.moves]
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
        left = list(reads)
        for size in sizes:
            if left:
                keep(store, left[:size])
            left = left[size:]
        assert where(store) == expected
        shifts = {s for line in store.stories() for s in store.history(line.id, ())}
        assert {(s.kind, s.from_, s.into, s.reports) for s in shifts} == set(moves)
        assert all(s.at and "alike" in s.reason for s in shifts)


def test_a_store_sorted_by_an_earlier_version_is_taken_up(tmp_path: Path) -> None:
    reads = [read(n, [n % 3], published=None, url=None) for n in range(9)]
    with open_store(tmp_path / "a.db") as whole, open_store(tmp_path / "b.db") as old:
        keep(whole, reads[:6])
        keep(old, reads[:6])
        with old._engine.begin() as connection:
            connection.execute(SEEN.delete())
            connection.exec_driver_sql("DELETE FROM stream")
        keep(whole, reads[6:])
        keep(old, reads[6:])
        assert where(whole) == where(old)
