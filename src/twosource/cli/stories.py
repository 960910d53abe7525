"""``twosource stories``: which reports tell one story."""

from __future__ import annotations

import json as json_module
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec
import typer

from twosource.cli.at_store import history_lines
from twosource.cli.given import Json, Paths, Processes, SettingsFile, chosen, read_paths

if TYPE_CHECKING:
    from twosource.model import Shift


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "stories", epilog="Examples:  twosource stories mixed/   |   twosource stories mixed/ --json > stories.jsonl"
    )(stories)


def stories(paths: Paths, json: Json = False, settings: SettingsFile = None, processes: Processes = None) -> None:
    """Sort reports into stories, in the order of their dates, those without one last. Nothing is kept.

    With --json one line a story: {"story": ID, "reports": [NAME, ...]}, NAME a file name without its ending, and
    "history" where stories joined or split on the way.
    """
    from twosource.desk.shifts import shift_of
    from twosource.stories.stream import Seen, Stream, signature

    reads, _ = read_paths(paths, settings=chosen(settings, processes))
    reports = sorted((r.reading.report for r in reads), key=lambda r: (r.published or "9999", r.path or "", r.id))
    signatures = {r.reading.report.id: signature(r.reading) for r in reads}
    known = {report.id: report for report in reports}
    stream = Stream()
    story_of: dict[str, str] = {}
    history: list[Shift] = []
    for report in reports:
        placed = stream.place(Seen(report.id, signatures[report.id], report.published, report.url))
        story_of |= placed.stories
        history += [shift_of(move, known.values(), at=report.published or "") for move in placed.moves]
    for story in dict.fromkeys(story_of.values()):
        members = [report for report in reports if story_of[report.id] == story]
        names = [PurePath(report.path or report.url or report.id) for report in members]
        mine = [shift for shift in history if story in {shift.from_, shift.into}]
        if json:
            line: dict[str, object] = {"story": story, "reports": [name.stem for name in names]}
            if mine:
                line["history"] = msgspec.to_builtins(mine)
            typer.echo(json_module.dumps(line, ensure_ascii=False))
            continue
        typer.echo(f"{story}  {len(members)} {'report' if len(members) == 1 else 'reports'}")
        for change in history_lines(mine):
            typer.echo(f"    {change}")
        for report, name in zip(members, names, strict=True):
            typer.echo(f"    {(report.published or '')[:10]:<10}  {report.outlet or ''}  {name}")
