"""``twosource schema``: the JSON Schema of the story document."""

from __future__ import annotations

import json

import typer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("schema", epilog="Example:  twosource schema > story.schema.json")(schema)


def schema() -> None:
    """Print the JSON Schema of the story document that --json writes."""
    from twosource import present

    typer.echo(json.dumps(present.schema(), indent=1, ensure_ascii=False))
