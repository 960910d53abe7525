"""How fast a story of 50 reports is served: eight clients, median and 99th percentile, beside the aim of 150 ms.

python -m bench serve [REPORTS]. The story is planted, told by the whole pipeline and served by ``twosource serve`` in a
process of its own; the clients are wrk where it is installed, else threads here, which take time from the server.
"""

from __future__ import annotations

import http.client
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import msgspec

from bench.planted.reading import seen
from bench.planted.story import tale
from twosource.desk import Desk
from twosource.desk.current import made_by
from twosource.model import Read
from twosource.store import Sorted, open_store

CLIENTS, SECONDS, AIM = 8, 10, 150
WORDS = 500  # of a news report; planted ones are filled up to it with background that nobody is cited for


def main(arguments: Sequence[str] = ()) -> None:
    """Print each figure beside its aim."""
    reports = int(arguments[0]) if arguments else 50
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "desk.db"
        story = _told(place, reports)
        server, port = _served(place)
        try:
            _figures(port, story, reports)
        finally:
            server.terminate()
            server.wait(10)


def _told(place: Path, reports: int) -> str:
    planted = seen(tale(7, reports=reports))
    with open_store(place) as store:
        reads = []
        for reading in planted.readings:
            old = reading.report
            filled = old.text + "\n\n" + _background(WORDS - len(old.text.split()))
            report = msgspec.structs.replace(old, text=filled)
            mine = tuple(s for s in planted.statements if s.report == report.id)
            reads.append(Read(type(reading)(report, *_rest(reading)), mine))
        store.add(reads, made_by=made_by())
        store.sort(lambda waiting, past: Sorted({arrival.report: "story-bench" for arrival in waiting}))
        Desk(store).settle()
    return "story-bench"


def _rest(reading: object) -> tuple[object, ...]:
    return tuple(getattr(reading, name) for name in ("paragraphs", "sentences", "names", "vectors", "tags"))


def _background(words: int) -> str:
    line = "The road beside the river has been closed and opened again more often than anybody in the town can count"
    return "\n\n".join(f"{line}, {n} times in all." for n in range(max(0, words) // 24))


def _served(place: Path) -> tuple[subprocess.Popen[str], int]:
    command = [sys.executable, "-m", "twosource", "serve", "--store", str(place), "--port", "0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert server.stderr is not None
    found = re.search(r":(\d+)/", server.stderr.readline())
    if found is None:
        raise SystemExit("bench: the server did not start")
    return server, int(found[1])


def _figures(port: int, story: str, reports: int) -> None:
    path = f"/stories/{story}"
    started = time.perf_counter()
    plain = _get(port, path, {})
    first = time.perf_counter() - started
    packed = _get(port, path, {"Accept-Encoding": "gzip"})
    print(f"brief of {reports} reports: {len(plain) / 1000:,.0f} KB, packed {len(packed) / 1000:,.0f} KB")
    print(f"rendered, first request: {first * 1000:,.0f} ms")
    for name, headers in (("plain", {}), ("packed", {"Accept-Encoding": "gzip"})):
        median, high, rate = _measured(port, path, headers)
        print(
            f"served {name}, {CLIENTS} clients: median {median:,.1f} ms (aim {AIM}), 99% {high:,.1f} ms, "
            f"{rate:,.0f} a second"
        )
    for other in ("/stories", f"{path}.json"):
        median, high, rate = _measured(port, other, {})
        print(f"{other.replace(story, 'ID')}, {CLIENTS} clients: median {median:,.1f} ms, 99% {high:,.1f} ms")


def _measured(port: int, path: str, headers: dict[str, str]) -> tuple[float, float, float]:
    """Median and 99th percentile in milliseconds, and requests a second."""
    if shutil.which("wrk"):
        command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{SECONDS}s", "--latency", f"http://127.0.0.1:{port}{path}"]
        given = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
        said = subprocess.run([*command, *given], capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in said:
            raise SystemExit("bench: the server answered with errors")
        return _ms(said, "50%"), _ms(said, "99%"), float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])  # type: ignore[index]
    took: list[float] = []
    end = time.perf_counter() + SECONDS
    threads = [threading.Thread(target=_ask, args=(port, path, headers, end, took)) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    took.sort()
    return statistics.median(took) * 1000, took[int(len(took) * 0.99)] * 1000, len(took) / SECONDS


def _ask(port: int, path: str, headers: dict[str, str], end: float, took: list[float]) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    while time.perf_counter() < end:
        started = time.perf_counter()
        connection.request("GET", path, headers=headers)
        connection.getresponse().read()
        took.append(time.perf_counter() - started)


def _get(port: int, path: str, headers: dict[str, str]) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path, headers=headers)
    return connection.getresponse().read()


def _ms(said: str, share: str) -> float:
    found = re.search(rf"{share}\s+([\d.]+)(us|ms|s)\b", said)
    assert found is not None
    return float(found[1]) * {"us": 0.001, "ms": 1.0, "s": 1000.0}[found[2]]


if __name__ == "__main__":
    main(sys.argv[1:])
