"""``twosource sources``: the directory of who speaks in a story."""

from __future__ import annotations

import json as json_module
from collections import Counter, defaultdict

import msgspec
import typer

from twosource.cli.given import All, Json, Paths, Processes, SettingsFile, chosen, tell
from twosource.model import Place, Statement, Story


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sources", epilog="Examples:  twosource sources reports/   |   twosource sources reports/ --json")(
        sources
    )


def sources(
    paths: Paths, json: Json = False, keep_all: All = False, settings: SettingsFile = None, processes: Processes = None
) -> None:
    """List who speaks in this story: kind, description, statements, first-hand to whom, asserted and denied."""
    story = tell(paths, settings=chosen(settings, processes), keep_all=keep_all)
    rows = _rows(story)
    if json:
        typer.echo(json_module.dumps(msgspec.to_builtins(rows), ensure_ascii=False, indent=1))
        return
    for row in rows:
        about = f", {row.description}" if row.description else ""
        office = f", of {row.part_of}" if row.part_of else ""
        typer.echo(f"{row.name} ({row.kind}{about}{office})")
        if row.statements:
            stances = ", ".join(f"{stance} {n}" for stance, n in row.stances.items())
            heard = f"; first-hand to {', '.join(row.first_hand_to)}" if row.first_hand_to else "; only relayed"
            typer.echo(f"    {row.statements} statements in {row.reports} reports: {stances}{heard}")


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    name: str
    kind: str
    description: str | None
    part_of: str | None
    statements: int
    reports: int
    first_hand_to: list[str]
    stances: dict[str, int]
    mentions: tuple[Place, ...]


def _rows(story: Story) -> list[_Row]:
    names = {source.id: source.name for source in story.sources}
    outlets = {report.id: report.outlet or report.path or report.url or report.id for report in story.reports}
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in story.statements:
        said[statement.speaker or ""].append(statement)
    rows = [
        _Row(
            id=source.id,
            name=source.name,
            kind=source.kind,
            description=source.description,
            part_of=names.get(source.part_of or ""),
            statements=len(said[source.id]),
            reports=len({s.report for s in said[source.id]}),
            first_hand_to=sorted({outlets[s.report] for s in said[source.id] if not s.via}),
            stances=dict(sorted(Counter(s.stance for s in said[source.id]).items())),
            mentions=source.mentions,
        )
        for source in story.sources
    ]
    return sorted(rows, key=lambda row: (-row.statements, -len(row.mentions), row.name, row.id))
