"""The store and the stream of stories at size, on generated reports: adding, loading, clustering, crashing.

python -m bench store [REPORTS]: the number of stored reports that a story is loaded among (default 100,000).
"""

from __future__ import annotations

import hashlib
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path

import msgspec
import numpy as np

from bench.filled import fill
from twosource.desk import Desk
from twosource.desk.current import made_by
from twosource.desk.sorted_in import sorted_in
from twosource.model import Read, Reading, Report, Sentence, Span, Statement, Story, StoryHead, Tags
from twosource.store import Sorted, Store, open_store
from twosource.store.pack import pack
from twosource.stories.stream import Seen, Stream, signature

SENTENCES, WORDS = 25, 18  # of a generated report: about what a news report has
STORY = 50


def main(arguments: Sequence[str] = ()) -> None:
    """Print each figure beside its aim."""
    size = int(arguments[0]) if arguments else 100_000
    _streaming()  # first: what it grows by is read off the process, which must not have been larger before
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with open_store(Path(folder) / "new.db") as store:
            _adding(store)
        with open_store(path) as store:
            _loading(store, size)
            _sorting(store, size)
        with open_store(Path(folder) / "check.db") as store:
            _checking(store)
        print(f"file: {path.stat().st_size / 1e6:,.0f} MB")
    _crashing()


def _adding(store: Store) -> None:
    reads = list(islice(_reads(SENTENCES), 1000))
    started = time.monotonic()
    for i in range(0, len(reads), 16):
        store.add(reads[i : i + 16], made_by="bench")
    print(f"add 1,000 read reports: {time.monotonic() - started:.1f} s (aim 20)")


def _loading(store: Store, size: int) -> None:
    fill(store, size)
    batch = list(islice(_reads(SENTENCES, seed=3), STORY))
    store.add(batch, made_by="bench")
    mine = {read.reading.report.id for read in batch}
    store.sort(lambda waiting, past: Sorted({a.report: "mine" for a in waiting}))
    told = Story(
        story=StoryHead(id="mine", headline="generated"),
        reports=tuple(read.reading.report for read in batch),
        statements=tuple(s for read in batch for s in read.statements),
    )
    store.put("mine", told, touched=store.story("mine").touched, made_by="bench")
    for what, work in (
        ("load a story of 50", lambda: store.story("mine")),
        ("load its readings", lambda: store.reads(mine)),
        ("list all stories", store.stories),
        ("search", lambda: store.search("w17 w400")),
    ):
        times = []
        for _ in range(5):
            started = time.monotonic()
            work()
            times.append(time.monotonic() - started)
        print(f"{what} among {size:,} reports: {sorted(times)[2]:.3f} s" + (" (aim 0.3)" if "50" in what else ""))


def _sorting(store: Store, size: int) -> None:
    for what, dated in (("of one day", True), ("without a date", False)):
        reads = list(islice(_reads(SENTENCES, seed=6 + dated), 5))
        signatures = {read.reading.report.id: signature(read.reading) for read in reads}
        if not dated:
            for read in reads:
                object.__setattr__(read.reading, "report", msgspec.structs.replace(read.reading.report, published=None))
        started = time.monotonic()
        store.add(reads, made_by="bench", signatures=signatures)
        store.sort(sorted_in)
        print(f"add and sort 5 reports {what} among {size:,}: {time.monotonic() - started:.2f} s")


def _checking(store: Store) -> None:
    (read,) = islice(_reads(SENTENCES, seed=8), 1)
    fill(store, 10_000, reading=pack(read), made_by=made_by())
    desk = Desk(store)
    text = store.reports([store.search("w17 w400", any_word=True)[0].report])[0].text
    claim = " ".join(text.split()[:12])
    desk.check(claim)  # the models load
    started = time.monotonic()
    answer, _ = desk.check(claim)
    print(f"check a claim among 10,000: {time.monotonic() - started:.2f} s (aim 2), {len(answer.found)} passages")


def _streaming() -> None:
    seen = [
        Seen(read.reading.report.id, signature(read.reading), read.reading.report.published)
        for read in islice(_reads(SENTENCES, seed=4), 10_000)
    ]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    stream = Stream()
    for one in seen:
        stream.place(one)
    took = time.monotonic() - started
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / len(seen)
    print(f"stream 10,000 read reports: {len(seen) / took:,.0f} a second (aim 300), {grown:.1f} KB each (aim 5)")


def _crashing() -> None:
    tests = Path(__file__).parents[1] / "tests" / "store" / "test_killed.py"
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", str(tests)], env={**os.environ, "TWOSOURCE_CRASHES": "100"}, check=False
    )
    print(f"100 crashes, each backend: {'whole each time' if done.returncode == 0 else 'FAILED'}")


def _reads(sentences: int, *, seed: int = 1) -> Iterator[Read]:
    """Generated reports without end, five of a story, some hundred stories a month."""
    chance = random.Random(seed)
    numbers = np.random.default_rng(seed)
    n = 0
    while True:
        topic = numbers.standard_normal(384)
        own = [f"w{chance.randrange(30_000)}" for _ in range(80)]
        day = f"20{10 + n // 50_000:02}-{1 + n // 4_000 % 12:02}-{1 + n // 140 % 28:02}"
        for _ in range(5):
            n += 1
            lines = [" ".join(_word(own, chance) for _ in range(WORDS)) for _ in range(sentences)]
            text = ". ".join(lines) + "."
            digest = hashlib.sha256(text.encode()).hexdigest()
            report = Report(
                id=digest[:12], text=text, sha256=digest, path=f"{n}.txt", paths=(f"{n}.txt",), published=day
            )
            starts = [0]
            for line in lines:
                starts.append(starts[-1] + len(line) + 2)
            spans = [Span(a, b - 2) for a, b in pairwise(starts)]
            vectors = topic + 0.6 * numbers.standard_normal((sentences, 384))
            vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
            said = tuple(
                Statement(id=f"s{n}-{i}", report=report.id, content=(span,)) for i, span in enumerate(spans[::2])
            )
            tags = Tags(np.zeros((0, 2), np.int32), {}, {})
            rows = tuple(Sentence(span, 0) for span in spans)
            yield Read(Reading(report, (Span(0, len(text)),), rows, (), vectors.astype(np.float32), tags), said)


def _word(own: Sequence[str], chance: random.Random) -> str:
    """One of the story's own words, or one of everybody's, common ones more often."""
    return chance.choice(own) if chance.random() < 0.5 else f"w{int(30_000 * chance.random() ** 3)}"
