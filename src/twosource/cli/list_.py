"""``twosource list``: the stories of a store."""

from __future__ import annotations

import msgspec
import typer

from twosource.cli.at_store import StoreAt, desk_at, story_line
from twosource.cli.given import Json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list", epilog="Examples:  twosource list   |   twosource list --store desk.db --json")(list_)


def list_(store: StoreAt = None, json: Json = False) -> None:
    """List the stories, the latest first, each with its figures. With --json one line a story."""
    with desk_at(store) as desk:
        lines = desk.stories()
    for line in lines:
        typer.echo(msgspec.json.encode(line).decode("utf-8") if json else story_line(line))
    if not lines and not json:
        typer.echo("no stories yet; `twosource add` adds reports")
