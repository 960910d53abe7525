"""``twosource add``: reports into the store."""

from __future__ import annotations

import json as json_module
import sys

import typer

from twosource.cli.at_store import StoreAt, added_line, desk_at, progress, story_line
from twosource.cli.given import Json, Paths, Processes, SettingsFile


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "add",
        epilog="Examples:  twosource add reports/   |   twosource add new/*.html --store desk.db   |   twosource add -",
    )(add)


def add(
    paths: Paths, store: StoreAt = None, json: Json = False, settings: SettingsFile = None, processes: Processes = None
) -> None:
    """Read what is new, keep it, sort it into stories, and tell the stories it touches.

    What is known already is not read again, so the same command can be run as often as you like.
    """
    with desk_at(store, settings, processes, create=True) as desk:
        stdin = sys.stdin.buffer.read(desk.settings.max_bytes + 1) if "-" in paths else None
        with progress() as bar:
            added = desk.add(paths, stdin=stdin, progress=bar)
        touched = [line for line in desk.stories() if line.id in added.stories]
    if json:
        refused = [{"path": r.path, "url": r.url, "reason": r.reason} for r in added.refusals]
        built = {"new": added.new, "known": added.known, "refusals": refused, "stories": added.stories}
        typer.echo(json_module.dumps(built, ensure_ascii=False))
        return
    typer.echo(added_line(added))
    for refusal in added.refusals:
        typer.echo(f"  refused {refusal.path or refusal.url}: {refusal.reason}")
    for line in touched:
        typer.echo(story_line(line))
