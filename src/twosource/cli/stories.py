"""``twosource stories``: which reports tell one story."""

from __future__ import annotations

import json as json_module
from pathlib import PurePath

import typer

from twosource.cli.given import Json, Paths, Processes, SettingsFile, chosen, read_paths


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "stories", epilog="Examples:  twosource stories mixed/   |   twosource stories mixed/ --json > stories.jsonl"
    )(stories)


def stories(paths: Paths, json: Json = False, settings: SettingsFile = None, processes: Processes = None) -> None:
    """Sort reports into stories, in the order of their dates, those without one last. Nothing is kept.

    With --json one line a story: {"story": ID, "reports": [NAME, ...]}, NAME a file name without its ending.
    """
    from twosource.stories.stream import Seen, Stream, signature

    reads, _ = read_paths(paths, settings=chosen(settings, processes))
    reports = sorted((r.reading.report for r in reads), key=lambda r: (r.published or "9999", r.path or "", r.id))
    signatures = {r.reading.report.id: signature(r.reading) for r in reads}
    stream = Stream()
    story_of: dict[str, str] = {}
    for report in reports:
        story_of |= stream.place(Seen(report.id, signatures[report.id], report.published, report.url)).stories
    for story in dict.fromkeys(story_of.values()):
        members = [report for report in reports if story_of[report.id] == story]
        names = [PurePath(report.path or report.url or report.id) for report in members]
        if json:
            line = {"story": story, "reports": [name.stem for name in names]}
            typer.echo(json_module.dumps(line, ensure_ascii=False))
            continue
        typer.echo(f"{story}  {len(members)} {'report' if len(members) == 1 else 'reports'}")
        for report, name in zip(members, names, strict=True):
            typer.echo(f"    {(report.published or '')[:10]:<10}  {report.outlet or ''}  {name}")
