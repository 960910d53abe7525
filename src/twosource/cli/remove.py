"""``twosource remove``: reports out of the store."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("remove", epilog="Examples:  twosource remove reports/a.txt   |   twosource remove 3f2a9c81")(remove)


def remove(
    reports: Annotated[
        list[str], typer.Argument(help="Report ids, paths, URLs or starts of a SHA-256.", metavar="REPORTS...")
    ],
    store: StoreAt = None,
) -> None:
    """Take reports out of the store and tell their stories again. Judgements on them stay, should they come back."""
    with desk_at(store) as desk:
        gone, stories = desk.remove(reports)
    for report in gone:
        typer.echo(f"removed {report.id}  {report.path or report.url or ''}")
    typer.echo(f"{len(stories)} {'story' if len(stories) == 1 else 'stories'} touched")
