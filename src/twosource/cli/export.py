"""``twosource export``: a story in other people's formats."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at
from twosource.cli.output import write
from twosource.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "export",
        epilog="Examples:  twosource export story-1f0c --as csv --to tables/"
        "   |   twosource export story-1f0c --as ftm --to entities/",
    )(export)


def export(
    story: Annotated[str, typer.Argument(help="A story's id, or the start of it.", metavar="STORY")],
    form: Annotated[str, typer.Option("--as", help="csv: tables; ftm: FollowTheMoney entities; json: the document.")],
    to: Annotated[Path, typer.Option("--to", help="The folder to write into; it is made where needed.", metavar="DIR")],
    store: StoreAt = None,
) -> None:
    """Write a story as files that other programs read."""
    from twosource.exchange import FORMATS

    if form not in FORMATS:
        raise InputError(f"{form!r} is no known format; known are {', '.join(sorted(FORMATS))}")
    with desk_at(store) as desk:
        told = desk.story(story)
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot make the folder {to}: {error.strerror}") from None
    for name, content in FORMATS[form](told).items():
        write(to / name, content)
        typer.echo(str(to / name))
