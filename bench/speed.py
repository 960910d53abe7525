"""Reports a second through ``statements``, start-up taken off: the 84 reports of PolNeAR dev (needs ../shared)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence

from bench.shared import need


def main(arguments: Sequence[str] = ()) -> None:
    """Print the rate on all cores: the time of the whole run less that of a run over one report."""
    del arguments
    folder = need("data", "polnear", "dev", "text")
    one = str(min(folder.glob("*.txt")))
    rates = []
    for _ in range(2):
        alone, whole = _seconds(one), _seconds(str(folder))
        rates.append((len(list(folder.glob("*.txt"))) - 1) / (whole - alone))
        print(
            f"one report {alone:.1f} s, all {whole:.1f} s: {rates[-1]:.1f} reports a second on {os.cpu_count()} cores"
        )


def _seconds(path: str) -> float:
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "twosource", "statements", path, "--json"], check=True, stdout=subprocess.DEVNULL
    )
    return time.monotonic() - started
