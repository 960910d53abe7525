"""``twosource compare A B``: two reports side by side."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.given import Json, SettingsFile, chosen, read_paths
from twosource.errors import InputError
from twosource.model import Place, Report, Span

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from twosource.lineage import SideBySide


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "compare",
        epilog="Examples:  twosource compare agency.txt relay.html   |   twosource compare a.txt b.txt --json",
    )(compare)


def compare(
    a: Annotated[str, typer.Argument(help="A report.", metavar="A")],
    b: Annotated[str, typer.Argument(help="Another report.", metavar="B")],
    json: Json = False,
    settings: SettingsFile = None,
) -> None:
    """Lay two reports side by side: what corresponds, and what was cut, added and changed."""
    from twosource import lineage

    reads = []
    for path in (a, b):
        got, refused = read_paths([path], settings=chosen(settings, 1))
        if len(got) != 1:
            why = refused[0].reason if refused else f"{len(got)} reports are there"
            raise InputError(f"compare takes two reports, one file each; {path}: {why}")
        reads.append(got[0])
    one, other = (read.reading.report for read in reads)
    found = lineage.side_by_side(reads[0].reading, reads[1].reading)
    if json:
        import msgspec

        named = {"pairs": [p._asdict() for p in found.pairs], "only_a": found.only_a, "only_b": found.only_b}
        typer.echo(msgspec.json.format(msgspec.json.encode(named), indent=1).decode())
        return
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False)
    console.print(_summary(found, one.outlet or a, other.outlet or b), markup=False)
    console.print(_table(found, one, other, (one.outlet or a, other.outlet or b), marks=not console.is_terminal))


def _summary(found: SideBySide, one: str, other: str) -> str:
    same = sum(not pair.changes for pair in found.pairs)
    return (
        f"{len(found.pairs)} sentences correspond, {same} of them word for word; {len(found.only_a)} stand only in"
        f" {one} (cut), {len(found.only_b)} only in {other} (added)."
    )


def _table(found: SideBySide, one: Report, other: Report, names: tuple[str, str], *, marks: bool) -> Table:
    """Rows in the order of the first report; what was added stands after what it follows in the second.

    Changed words are underlined or, with ``marks``, put in square brackets.
    """
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True, expand=True)
    for name in names:
        table.add_column(Text(name), ratio=1)
    added = sorted(found.only_b, key=lambda p: p.start)
    befores = sorted(pair.b.start for pair in found.pairs)

    def follow(start: int) -> None:
        """Show what was added between this corresponding sentence and the next one."""
        until = next((b for b in befores if b > start), sys.maxsize)
        for place in added:
            if start < place.start < until:
                table.add_row(Text("(added)", style="dim"), _marked(other, place, (), marks=marks))

    follow(-1)
    rows = sorted(
        [(pair.a.start, pair) for pair in found.pairs] + [(place.start, None) for place in found.only_a],
        key=lambda r: r[0],
    )
    cut = {place.start: place for place in found.only_a}
    for start, pair in rows:
        if pair is None:
            table.add_row(_marked(one, cut[start], (), marks=marks), Text("(cut)", style="dim"))
            continue
        left, right = [c.a for c in pair.changes], [c.b for c in pair.changes]
        table.add_row(_marked(one, pair.a, left, marks=marks), _marked(other, pair.b, right, marks=marks))
        follow(pair.b.start)
    return table


def _marked(report: Report, place: Place, changed: Sequence[Span], *, marks: bool) -> Text:
    """The words of a place on one line, the changed ones set off."""
    from rich.text import Text

    text, at = Text(), place.start
    for span in sorted(changed):
        text.append(_plain(report.text[at : span.start]))
        words = _plain(report.text[span.start : span.end])
        if words:
            text.append(f"[{words}]" if marks else words, style="bold underline")
        at = max(at, span.end)
    text.append(_plain(report.text[at : place.end]))
    return text


def _plain(words: str) -> str:
    return "".join(" " if c.isspace() else c for c in words)
