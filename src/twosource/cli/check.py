"""``twosource check``: what the reports say of a claim of the user's own."""

from __future__ import annotations

from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at
from twosource.cli.given import Json, Processes, SettingsFile, chosen, read_paths


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "check",
        epilog='Examples:  twosource check "The ferry carried 40 people" reports/   |   '
        'twosource check "The mill denies it" reports/ --json   |   twosource check "The mill denies it"',
    )(check)


def check(
    claim: Annotated[str, typer.Argument(help="A sentence of your own.", metavar="CLAIM")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, globs, or - for stdin; none: the store is asked.", metavar="[PATHS]..."),
    ] = None,
    store: StoreAt = None,
    json: Json = False,
    settings: SettingsFile = None,
    processes: Processes = None,
) -> None:
    """Say which passages support, deny, qualify or merely discuss a claim, and from which origins."""
    import msgspec

    from twosource import pipeline, reading

    if paths:
        reads, _ = read_paths(paths, settings=chosen(settings, processes))
        answer = pipeline.check(claim, reads, embed=reading.embedder())
        reports = {r.reading.report.id: r.reading.report for r in reads}
    else:
        with desk_at(store, settings, processes) as desk:
            answer, reports = desk.check(claim)
    if json:
        typer.echo(msgspec.json.format(msgspec.json.encode(answer), indent=1).decode())
        return
    typer.echo(answer.answer)
    names = {source.id: source.name for source in answer.sources}
    labels = {origin.id: origin.label for origin in answer.origins}
    for found, origin in zip(answer.found, answer.behind, strict=True):
        report = reports[found.report]
        said = f", {names[found.speaker]}" if found.speaker in names else ""
        typer.echo(
            f"  {found.stance:10} {report.outlet or report.path or report.url}{said}: “{' '.join(found.text.split())}”"
        )
        typer.echo(f"  {'':10} origin: {labels.get(origin or '', 'unknown')}")
