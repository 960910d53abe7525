"""``twosource lineage``: where each report got its material, as a tree."""

from __future__ import annotations

import json as json_module
import sys

import typer

from twosource.cli.given import All, Json, Paths, Processes, SettingsFile, chosen, tell
from twosource.model import LineageEdge, Place, Report, Story


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("lineage", epilog="Examples:  twosource lineage reports/   |   twosource lineage reports/ --json")(
        lineage
    )


def lineage(
    paths: Paths, json: Json = False, keep_all: All = False, settings: SettingsFile = None, processes: Processes = None
) -> None:
    """Show what each report gathered itself and whom it relays or cites, with the words that show it."""
    story = tell(paths, settings=chosen(settings, processes), keep_all=keep_all)
    if json:
        from twosource import present

        document = present.document(story)
        rows = {key: document[key] for key in ("reports", "sources", "origins", "lineage")}
        typer.echo(json_module.dumps(rows, ensure_ascii=False, indent=1))
        return
    _print_tree(story)


def _print_tree(story: Story) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.tree import Tree

    texts = {report.id: report.text for report in story.reports}
    reports = {report.id: report for report in story.reports}
    aside = {item.report for item in story.set_aside}
    names = {source.id: source.name for source in story.sources}
    by_source: dict[str, list[LineageEdge]] = {}
    for edge in story.lineage:
        by_source.setdefault(edge.from_, []).append(edge)
    root = Tree("where the reports got their material", guide_style="dim")
    order = sorted(
        by_source, key=lambda s: (all(e.relation != "original" for e in by_source[s]), -len(by_source[s]), names[s])
    )
    for source in order:
        own = any(edge.relation == "original" for edge in by_source[source])
        missing = (
            "" if own or not any(e.relation == "relays" for e in by_source[source]) else " [dim](not in hand)[/dim]"
        )
        branch = root.add(f"[bold]{escape(names[source])}[/bold]{missing}")
        for edge in by_source[source]:
            verb = {"original": "gathered it itself", "relays": "relays it", "cites": "cites it"}[edge.relation]
            leaf = branch.add(f"{escape(_label(reports[edge.report]))} {verb}")
            for place in edge.evidence[:2]:
                leaf.add(f"[dim]{escape(_words(texts, place))}[/dim]")
    silent = [r for r in story.reports if r.id not in aside and all(e.report != r.id for e in story.lineage)]
    if silent:
        branch = root.add("[bold]nothing says where it came from[/bold]")
        for report in silent:
            branch.add(escape(_label(report)))
    Console(file=sys.stdout, highlight=False, soft_wrap=True).print(root)


def _label(report: Report) -> str:
    return report.outlet or report.path or report.url or report.id


def _words(texts: dict[str, str], place: Place) -> str:
    words = " ".join(texts[place.report][place.start : place.end].split())
    return f"“{words}”" if len(words) <= 160 else f"“{words[:157]}…”"
