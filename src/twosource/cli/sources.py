"""``twosource sources``: the directory of who speaks in a story."""

from __future__ import annotations

import json as json_module
from collections import Counter

import typer

from twosource.cli.given import All, Json, Paths, Processes, SettingsFile, chosen, tell


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("sources", epilog="Examples:  twosource sources reports/   |   twosource sources reports/ --json")(
        sources
    )


def sources(
    paths: Paths, json: Json = False, keep_all: All = False, settings: SettingsFile = None, processes: Processes = None
) -> None:
    """List who speaks in this story: kind, description, how many statements in how many reports, asserted and denied."""
    story = tell(paths, settings=chosen(settings, processes), keep_all=keep_all)
    names = {source.id: source.name for source in story.sources}
    outlets = {report.id: report.outlet or report.path or report.url or report.id for report in story.reports}
    rows = []
    for source in story.sources:
        said = [s for s in story.statements if s.speaker == source.id]
        rows.append(
            {
                "id": source.id,
                "name": source.name,
                "kind": source.kind,
                "description": source.description,
                "part_of": names.get(source.part_of or ""),
                "statements": len(said),
                "reports": len({s.report for s in said}),
                "first_hand_to": sorted({outlets[s.report] for s in said if not s.via}),
                "stances": dict(sorted(Counter(s.stance for s in said).items())),
                "mentions": [{"report": m.report, "start": m.start, "end": m.end} for m in source.mentions],
            }
        )
    rows.sort(key=lambda row: (-row["statements"], -len(row["mentions"]), row["name"], row["id"]))  # type: ignore[operator,arg-type]
    if json:
        typer.echo(json_module.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        about = f", {row['description']}" if row["description"] else ""
        office = f", of {row['part_of']}" if row["part_of"] else ""
        typer.echo(f"{row['name']} ({row['kind']}{about}{office})")
        if row["statements"]:
            stances = ", ".join(f"{stance} {n}" for stance, n in row["stances"].items())  # type: ignore[attr-defined]
            heard = ", ".join(row["first_hand_to"])  # type: ignore[arg-type]
            typer.echo(
                f"    {row['statements']} statements in {row['reports']} reports: {stances}"
                + (f"; first-hand to {heard}" if heard else "; only relayed")
            )
