"""``twosource list``: the stories of a store."""

from __future__ import annotations

import msgspec
import typer

from twosource.cli.at_store import StoreAt, desk_at, history_lines, story_line
from twosource.cli.given import Json


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("list", epilog="Examples:  twosource list   |   twosource list --store desk.db --json")(list_)


def list_(store: StoreAt = None, json: Json = False) -> None:
    """List the stories, the latest first, each with its figures, and when and why it joined others or split.

    With --json one line a story.
    """
    with desk_at(store) as desk:
        lines = desk.stories()
    for line in lines:
        if json:
            typer.echo(msgspec.json.encode(line).decode("utf-8"))
            continue
        typer.echo(story_line(line))
        for change in history_lines(line.history):
            typer.echo(f"    {change}")
    if not lines and not json:
        typer.echo("no stories yet; `twosource add` adds reports")
