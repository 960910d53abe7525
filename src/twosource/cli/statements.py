"""``twosource statements``: who said what, report by report."""

from __future__ import annotations

import json as json_module
import sys

import typer

from twosource.cli.given import Json, Paths, Processes, SettingsFile, chosen, read_paths
from twosource.model import Statement


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "statements",
        epilog="Examples:  twosource statements report.txt   |   twosource statements reports/ --json > said.jsonl",
    )(statements)


def statements(paths: Paths, json: Json = False, settings: SettingsFile = None, processes: Processes = None) -> None:
    """List the statements of each report: who said what, in which words.

    With --json one line a report: {"id", "path", "statements": [...]} as in the story document.
    """
    import msgspec

    reads, _ = read_paths(paths, settings=chosen(settings, processes), vectors=False)
    for read in sorted(reads, key=lambda r: (r.reading.report.path or r.reading.report.url or "", r.reading.report.id)):
        report = read.reading.report
        if json:
            line = {
                "id": report.id,
                "path": report.path or report.url,
                "statements": msgspec.to_builtins(read.statements),
            }
            sys.stdout.write(json_module.dumps(line, ensure_ascii=False) + "\n")
            continue
        typer.echo(f"{report.path or report.url}  ({len(read.statements)} statements)")
        for statement in read.statements:
            typer.echo("  " + _line(statement, report.text))


def _line(statement: Statement, text: str) -> str:
    said = " … ".join(" ".join(text[s:e].split()) for s, e in statement.content)
    who = (
        " ".join(text[statement.source.start : statement.source.end].split())
        if statement.source
        else "(no source named)"
    )
    return f"{who} [{statement.stance}, {statement.form}]: {said}"
