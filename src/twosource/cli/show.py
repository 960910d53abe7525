"""``twosource show``: one story of a store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at, history_lines
from twosource.cli.given import SettingsFile, note
from twosource.cli.output import write

Target = Path | None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "show",
        epilog="Examples:  twosource show story-1f0c   |   twosource show story-1f0c --out brief.html --json s.json",
    )(show)


def show(
    story: Annotated[str, typer.Argument(help="A story's id, or the start of it.", metavar="STORY")],
    out: Annotated[Target, typer.Option("--out", help="Write the page (one HTML file) here.", metavar="FILE")] = None,
    json: Annotated[
        Target, typer.Option("--json", help="Write the story document; - is stdout.", metavar="FILE")
    ] = None,
    md: Annotated[
        Target, typer.Option("--md", help="Write the brief as Markdown; - is stdout.", metavar="FILE")
    ] = None,
    text: Annotated[
        Target, typer.Option("--text", help="Write the brief as plain text; - is stdout.", metavar="FILE")
    ] = None,
    store: StoreAt = None,
    settings: SettingsFile = None,
) -> None:
    """Show a story: a summary here, or its page, document, Markdown or plain text."""
    from twosource import __version__, present

    with desk_at(store, settings) as desk:
        told = desk.story(story)
    if json:
        write(json, present.document_json(told))
    if md:
        write(md, present.markdown(told))
    if text:
        write(text, present.text(told))
    if out:
        write(out, present.page(told, version=__version__))
        if str(out) != "-":
            note(f"wrote {out}")
    if not (json or md or text or out):
        from rich.console import Console

        present.terminal(told, Console(highlight=False))
        if told.history:
            typer.echo("\nHow it came together")
        for change in history_lines(told.history, last=10):
            typer.echo(f"  {change}")
