"""Seconds and memory from read reports to counts, over planted stories of 100 to 10,000 reports, and a plot.

    python -m bench.growth            sizes 100 to 10,000
    python -m bench.growth 100 800    these sizes
    python -m bench.growth same       5,000 reports that are one text

Seconds are of the processor, so that whatever else runs counts for little. The plot is bench/growth.svg.
"""

from __future__ import annotations

import math
import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.planted.__main__ import count
from bench.planted.reading import seen
from bench.planted.story import Tale, tale

SIZES = (100, 200, 400, 800, 1600, 3200, 6400, 10000)
# Credits of half of the reports are hidden, so that most of the work there is has to be done.
HIDDEN = 0.5
SEED = 5
PLOT = Path(__file__).with_suffix(".svg")
EQUAL = 5000


def main(arguments: Sequence[str] = ()) -> None:
    """Print a row a size and the exponent that fits them; draw the plot where all sizes were measured."""
    if list(arguments) == ["same"]:
        print(f"{EQUAL} reports of one text: {_seconds(_equal(EQUAL)):.1f} s, {_megabytes():.0f} MB at most")
        return
    sizes = [int(a) for a in arguments] or list(SIZES)
    seconds = []
    for size in sizes:
        seconds.append(_seconds(tale(SEED, reports=size, hidden=HIDDEN)))
        print(
            f"{size:6d} reports: {seconds[-1]:6.1f} s, {1000 * seconds[-1] / size:5.1f} ms each, {_megabytes():.0f} MB"
        )
        sys.stdout.flush()
    if len(sizes) > 1:
        power = slope([math.log(n) for n in sizes], [math.log(s) for s in seconds])
        against = slope([math.log(n) for n in sizes], [math.log(n * math.log(n)) for n in sizes])
        print(f"seconds grow like n^{power:.2f} (n log n over these sizes: n^{against:.2f})")
    if sizes == list(SIZES):
        PLOT.write_text(drawing(sizes, seconds), encoding="utf-8")


def slope(xs: Sequence[float], ys: Sequence[float]) -> float:
    """The slope of the straight line that fits best (least squares)."""
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def drawing(sizes: Sequence[int], seconds: Sequence[float]) -> str:
    """An SVG of seconds against reports, both on logarithmic scales, with n log n through the first point."""
    low, high = math.log10(sizes[0]), math.log10(sizes[-1])
    bottom, top = math.floor(math.log10(min(seconds))), math.ceil(math.log10(max(seconds)))

    def at(n: float, s: float) -> str:
        x = 60 + 400 * (math.log10(n) - low) / (high - low)
        return f"{x:.1f},{260 - 230 * (math.log10(s) - bottom) / (top - bottom):.1f}"

    unit = seconds[0] / (sizes[0] * math.log(sizes[0]))
    measured = " ".join(at(n, s) for n, s in zip(sizes, seconds, strict=True))
    limit = " ".join(at(n, unit * n * math.log(n)) for n in sizes)
    marks = []
    for n in sizes:
        x = at(n, 10.0**bottom).split(",")[0]
        marks.append(f'<text x="{x}" y="278" text-anchor="middle">{n}</text>')
    for power in range(bottom, top + 1):
        y = float(at(sizes[0], 10.0**power).split(",")[1])
        marks.append(f'<text x="52" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g} s</text>')
        marks.append(f'<line x1="60" x2="460" y1="{y}" y2="{y}" stroke="#ccc"/>')
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" font-family="sans-serif" font-size="10">\n'
        '<rect width="480" height="300" fill="#fff"/>\n' + "\n".join(marks) + "\n"
        f'<polyline points="{limit}" fill="none" stroke="#999" stroke-dasharray="4 3"/>\n'
        f'<polyline points="{measured}" fill="none" stroke="#06c" stroke-width="2"/>\n'
        '<text x="60" y="16">Processor seconds from read reports to counts; dashed: n log n through the first point'
        "</text>\n"
        '<text x="260" y="294" text-anchor="middle">reports</text>\n</svg>\n'
    )


def _equal(size: int) -> Tale:
    """A story whose reports are all one text, under as many outlets."""
    told = tale(SEED, reports=size)
    text = max(told.reports, key=lambda r: (len(r.lines), r.outlet))
    told.reports = [replace(text, outlet=report.outlet) for report in told.reports]
    return told


def _seconds(story: Tale) -> float:
    read = seen(story)
    started = time.process_time()
    count(read)
    return time.process_time() - started


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(sys.argv[1:])
