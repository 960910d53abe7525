"""``twosource judgements``: who decided what."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.at_store import StoreAt, desk_at
from twosource.cli.given import Json
from twosource.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "judgements",
        epilog="Examples:  twosource judgements   |   twosource judgements --json > ours.jsonl"
        "   |   twosource judgements --import theirs.jsonl",
    )(judgements)


def judgements(
    store: StoreAt = None,
    json: Json = False,
    take: Annotated[
        Path | None, typer.Option("--import", help="Take over another desk's judgements (JSON lines).", metavar="FILE")
    ] = None,
) -> None:
    """List every judgement, earliest first: those that hold, those withdrawn, those a later one contradicts.

    With --json one line a judgement, as --import takes them.
    """
    from twosource.desk import from_line, to_line

    with desk_at(store) as desk:
        if take is not None:
            try:
                lines = take.read_bytes().splitlines()
            except OSError as error:
                raise InputError(f"{take}: cannot be read ({error.strerror})") from None
            decided = [from_line(line, number=n) for n, line in enumerate(lines, 1) if line.strip()]
            new = desk.take_judgements(decided)
            typer.echo(f"{len(new)} new of {len(decided)}")
            return
        found = desk.decisions()
    for decision in found:
        j = decision.judgement
        if json:
            typer.echo(to_line(decision))
            continue
        state = "withdrawn" if decision.withdrawn else "holds"
        state = f"contradicted by {decision.overruled_by}" if decision.overruled_by else state
        state += (
            f", but for words that {decision.overruled_in_part_by} is about" if decision.overruled_in_part_by else ""
        )
        places = " and ".join(f"{p.report[:10]}:{p.start}-{p.end}" for p in (j.a, j.b) if p is not None)
        value = f" = {j.value}" if j.value else ""
        typer.echo(
            f"{j.id}  {j.at[:16]}  {j.by}  {state}\n    {j.kind}{value}: {places}"
            + (f" ({j.reason})" if j.reason else "")
        )
    if not found and not json:
        typer.echo("no judgements yet")
