"""The reliability plot of the confidence as an SVG: what it says against how often it was right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

SIDE, LEFT, TOP = 300, 60, 20
FILE = Path(__file__).with_suffix(".svg")


def draw(table: Sequence[tuple[float, float, int]], error: float, file: Path = FILE) -> None:
    """Write the plot of rows (mean confidence, share right, statements): a disc a row, its area by their number."""
    most = max((count for *_, count in table), default=1)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 90} {SIDE + 70}" width="{SIDE + 90}" '
        'font-family="sans-serif" font-size="12" role="img" aria-label="Reliability of the confidence">',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="#fff" stroke="#888"/>',
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#888" stroke-dasharray="4 4"/>',
        *_axes(),
    ]
    for said, right, count in table:
        radius = 3 + 9 * (count / most) ** 0.5
        lines.append(f'<circle cx="{_x(said)}" cy="{_y(right)}" r="{radius:.1f}" fill="#1b5e91" fill-opacity=".75"/>')
        lines.append(f'<text x="{_x(said)}" y="{_y(right) - 14:.1f}" text-anchor="middle" fill="#333">{count}</text>')
    lines.append(f'<text x="{LEFT + 8}" y="{TOP + 18}">expected calibration error {error:.3f}</text>')
    file.write_text("\n".join([*lines, "</svg>", ""]), encoding="utf-8")


def _axes() -> Iterator[str]:
    for tenth in range(0, 11, 2):
        share = tenth / 10
        yield f'<text x="{_x(share)}" y="{TOP + SIDE + 16}" text-anchor="middle">{share:.1f}</text>'
        yield f'<text x="{LEFT - 6}" y="{_y(share) + 4:.1f}" text-anchor="end">{share:.1f}</text>'
    yield f'<text x="{LEFT + SIDE / 2}" y="{TOP + SIDE + 36}" text-anchor="middle">confidence said</text>'
    turned = f'transform="rotate(-90 18 {TOP + SIDE / 2})" text-anchor="middle"'
    yield f'<text x="18" y="{TOP + SIDE / 2}" {turned}>share right (content and source)</text>'


def _x(share: float) -> float:
    return round(LEFT + SIDE * share, 1)


def _y(share: float) -> float:
    return round(TOP + SIDE * (1 - share), 1)
