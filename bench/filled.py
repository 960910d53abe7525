"""A store filled with generated reports in seconds: five a story, 400 a day, as if a stream had placed them."""

from __future__ import annotations

import datetime as dt
import hashlib

import msgspec
import numpy as np
import sqlalchemy as sa

from twosource.store import Store
from twosource.store.connect import writing
from twosource.store.tables import READING, REPORT, SEEN, STORY, STREAM
from twosource.stories.signature import SLOTS
from twosource.stories.stream import Stream

OF_STORY, A_DAY = 5, 400
BATCH = 5000


def fill(store: Store, size: int, *, reading: bytes = b"", made_by: str = "bench", seed: int = 5) -> None:
    """Put ``size`` reports into a SQLite store; ``reading`` (packed) stands for what was read in each."""
    numbers = np.random.default_rng(seed)
    for first in range(0, size, BATCH):
        reports, seen, readings = [], [], []
        for n in range(first, min(size, first + BATCH)):
            if n % OF_STORY == 0:
                topic, own = numbers.standard_normal(384), numbers.integers(0, SLOTS, 120)
            row, meaning = _report(n, topic, own, numbers)
            reports.append(row)
            seen.append(
                {"number": n + 1, "day": dt.date.fromisoformat(row["published"]).toordinal(), "meaning": meaning}
            )
            readings.append({"report": row["id"], "made_by": made_by, "content": reading})
        stories = [
            {"id": r["story"], "headline": r["id"], "reports": OF_STORY, "changed": "2024", "touched": 1, "told": 1}
            for r in reports[::OF_STORY]
        ]
        with writing(store._engine, store.name) as connection:
            for table, rows in ((REPORT, reports), (SEEN, seen), (READING, readings), (STORY, stories)):
                connection.execute(sa.insert(table), rows)
            connection.exec_driver_sql(
                "INSERT INTO report_search (rowid, title, text) SELECT seq, title, text FROM report WHERE seq > ?",
                (first,),
            )
    with writing(store._engine, store.name) as connection:
        connection.execute(sa.insert(STREAM).values(id=1, held=Stream().held()))


def _report(
    n: int,
    topic: np.ndarray,
    own: np.ndarray,
    numbers: np.random.Generator,  # type: ignore[type-arg]
) -> tuple[dict[str, str], bytes]:
    slots = np.unique(np.concatenate([own[numbers.integers(0, 120, 90)], numbers.integers(0, 4000, 180)])).astype("<i4")
    meaning = topic + 0.15 * numbers.standard_normal(384)
    packed = (meaning / np.linalg.norm(meaning)).astype("<f2").tobytes()
    text = " ".join(f"w{word}" for word in numbers.integers(0, 30_000, 300))
    digest = hashlib.sha256(text.encode()).hexdigest()
    known = {"id": digest[:12], "sha256": digest, "path": f"{n}.txt"}
    known["published"] = (dt.date(2020, 1, 1) + dt.timedelta(days=n // A_DAY)).isoformat()
    story = f"story-{n // OF_STORY:08x}"
    row = known | {"seq": n + 1, "language": "en", "text": text, "added": "2024", "sorted": story, "story": story}
    row["rest"] = msgspec.json.encode(known | {"text": ""}).decode()
    row["signature"] = msgspec.msgpack.encode((slots.tobytes(), np.ones(len(slots), "u1").tobytes(), packed))
    row["weights"] = np.full(len(slots), len(slots) ** -0.5, "<f2").tobytes()
    return row, packed
