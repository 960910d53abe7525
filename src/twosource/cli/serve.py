"""``twosource serve``: a store in the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", epilog="Examples:  twosource serve   |   twosource serve --port 8800 --store desk.db")(serve)


def serve(
    store: StoreAt = None,
    host: Annotated[str, typer.Option("--host", help="Anything but 127.0.0.1 needs --token.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535)] = 8722,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="TWOSOURCE_TOKEN", help="The word that lets others in.", metavar="WORD"),
    ] = None,
) -> None:
    """Open the store's stories in the browser, on this machine only unless you say otherwise."""
    from twosource.web import run

    with desk_at(store, create=True) as desk:
        run(desk, host=host, port=port, token=token, say=lambda line: typer.echo(line, err=True))
