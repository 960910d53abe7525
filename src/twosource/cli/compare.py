"""``twosource compare A B``: two reports side by side."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.given import Json, SettingsFile, chosen, read_paths
from twosource.errors import InputError
from twosource.model import Place, Report

if TYPE_CHECKING:
    from rich.text import Text


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
    from rich.table import Table
    from rich.text import Text

    table = Table(show_lines=True, expand=True)
    table.add_column(one.outlet or a, ratio=1)
    table.add_column(other.outlet or b, ratio=1)
    for pair in found.pairs:
        left, right = _marked(one, pair.a), _marked(other, pair.b)
        for change in pair.changes:
            left.stylize("bold underline", change.a.start - pair.a.start, change.a.end - pair.a.start)
            right.stylize("bold underline", change.b.start - pair.b.start, change.b.end - pair.b.start)
        table.add_row(left, right)
    for place in found.only_a:
        table.add_row(_marked(one, place), Text("(cut)", style="dim"))
    for place in found.only_b:
        table.add_row(Text("(added)", style="dim"), _marked(other, place))
    Console(file=sys.stdout, highlight=False).print(table)


def _marked(report: Report, place: Place) -> Text:
    """The words of a place, one character for one, so that offsets still hold."""
    from rich.text import Text

    return Text("".join(" " if c.isspace() else c for c in report.text[place.start : place.end]))
