"""``twosource search``: reports by their words."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from twosource.cli.at_store import StoreAt, desk_at
from twosource.cli.given import Json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "search", epilog="""Examples:  twosource search ferry strike   |   twosource search '"burned down"' --json"""
    )(search)


def search(
    words: Annotated[
        list[str], typer.Argument(help="Words; those in double quotes stand together.", metavar="WORDS...")
    ],
    limit: Annotated[int, typer.Option("--limit", help="At most this many reports.", min=1, max=1000)] = 20,
    store: StoreAt = None,
    json: Json = False,
) -> None:
    """Find the reports that hold all the words, best first. With --json one line a report."""
    with desk_at(store) as desk:
        hits = desk.search(" ".join(words), limit=limit)
    for hit in hits:
        if json:
            typer.echo(msgspec.json.encode(hit).decode("utf-8"))
            continue
        about = ", ".join(part for part in (hit.outlet, (hit.published or "")[:10], hit.path) if part)
        typer.echo(f"{hit.report}  {hit.story or '(waiting)'}  {about}\n    {hit.words}")
    if not hits and not json:
        typer.echo("no report holds these words")
