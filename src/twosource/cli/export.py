"""``twosource export``: a story in other people's formats, or as a folder of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at
from twosource.cli.given import note
from twosource.cli.output import write
from twosource.errors import InputError

if TYPE_CHECKING:
    from twosource.model import Story


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "export",
        epilog="Examples:  twosource export story-1f0c --site pages/"
        "   |   twosource export story-1f0c --as csv --to tables/   |   twosource export story-1f0c --as ftm --to x/",
    )(export)


def export(
    story: Annotated[str, typer.Argument(help="A story's id, or the start of it.", metavar="STORY")],
    form: Annotated[
        str | None, typer.Option("--as", help="csv: tables; ftm: FollowTheMoney entities; json: the document.")
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--to", help="The folder to write these into; it is made where needed.", metavar="DIR"),
    ] = None,
    site: Annotated[
        Path | None,
        typer.Option("--site", help="Write pages that open from disk: DIR/index.html.", metavar="DIR"),
    ] = None,
    store: StoreAt = None,
) -> None:
    """Write a story as files that other programs read, or as pages that open without a server."""
    from twosource import __version__, present
    from twosource.cli.folder import check_site, write_site
    from twosource.exchange import FORMATS

    if (form is None) != (to is None) or (form is None and site is None):
        raise InputError("say what to write: --site DIR, or --as FORMAT --to DIR")
    formats = {**FORMATS, "json": _document}
    if form is not None and form not in formats:
        raise InputError(f"{form!r} is no known format; known are {', '.join(sorted(formats))}")
    if site is not None:
        check_site(site)
    with desk_at(store) as desk:
        told = desk.story(story)
    if site is not None:
        write_site(site, present.site(told, version=__version__))
        note(f"wrote {site / 'index.html'}")
    if form is None or to is None:
        return
    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot make the folder {to}: {error.strerror}") from None
    for name, content in formats[form](told).items():
        write(to / name, content)
        typer.echo(str(to / name))


def _document(story: Story) -> dict[str, str]:
    from twosource import present

    return {"story.json": present.document_json(story)}
