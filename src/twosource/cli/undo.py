"""``twosource undo``: a judgement withdrawn."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, changes, desk_at


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("undo", epilog="Example:  twosource undo j-04be")(undo)


def undo(
    judgement: Annotated[str, typer.Argument(help="A judgement's id, or the start of it.", metavar="ID")],
    store: StoreAt = None,
) -> None:
    """Withdraw a judgement. It stays in the log; the stories are as if it had never been made."""
    with desk_at(store) as desk:
        changed = desk.undo(judgement)
    typer.echo(f"withdrawn: {changed.judgement.id} ({changed.judgement.kind})")
    for line in changes(changed):
        typer.echo(f"  {line}")
