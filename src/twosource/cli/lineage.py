"""``twosource lineage``: where each report got its material, as a tree."""

from __future__ import annotations

import json as json_module
import sys
from typing import TYPE_CHECKING

import typer

from twosource.cli.given import All, Json, Paths, Processes, SettingsFile, chosen, tell
from twosource.model import LineageEdge, Place, Relation, Report, Story

if TYPE_CHECKING:
    from rich.tree import Tree

# Reports shown one by one for what they do with one source, with the words that show it; the rest are only named.
SHOWN = 5
# Of one edge, places shown with their words.
PLACES = 2
# Characters of a place's words.
WORDS = 160
_VERBS: dict[Relation, tuple[str, str]] = {
    "original": ("gathered it itself", "gathered it themselves"),
    "relays": ("relays it", "relay it"),
    "cites": ("cites it", "cite it"),
}


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
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False)
    for line in fetch(story):
        console.print(line, markup=False)
    console.print(tree(story))


def fetch(story: Story) -> list[str]:
    """What to fetch next, as lines: outlets that reports had it from and that are not in hand, most relayed first."""
    in_hand = {e.from_ for e in story.lineage if e.relation == "original"}
    named = {_bare(report.outlet) for report in story.reports if report.outlet}
    told: dict[str, dict[Relation, set[str]]] = {}
    labels = {report.id: _label(report) for report in story.reports}
    names = {s.id: s.name for s in story.sources if s.kind == "outlet"}
    for edge in story.lineage:
        if edge.from_ in names and edge.from_ not in in_hand and _bare(names[edge.from_]) not in named:
            told.setdefault(edge.from_, {"relays": set(), "cites": set()})[edge.relation].add(labels[edge.report])
    order = sorted(told, key=lambda k: (-len(told[k]["relays"]), -len(told[k]["cites"]), names[k]))
    lines = []
    for number, key in enumerate(order, 1):
        ways = [f"{_several(sorted(who), _VERBS[how])}" for how, who in told[key].items() if who]
        lines.append(f"{number}. {names[key]}: {'; '.join(ways)}")
    return ["Not in hand, fetch next:", *lines, ""] if lines else []


def tree(story: Story) -> Tree:
    """Sources, the first gatherers first, with the reports that relay or cite each and the words that show it."""
    from rich.markup import escape
    from rich.tree import Tree

    texts = {report.id: report.text for report in story.reports}
    reports = {report.id: report for report in story.reports}
    names = {source.id: source.name for source in story.sources}
    by_source: dict[str, list[LineageEdge]] = {}
    for edge in story.lineage:
        by_source.setdefault(edge.from_, []).append(edge)
    root = Tree("where the reports got their material", guide_style="dim")
    order = sorted(
        by_source, key=lambda s: (all(e.relation != "original" for e in by_source[s]), -len(by_source[s]), names[s])
    )
    for source in order:
        branch = root.add(f"[bold]{escape(names[source])}[/bold]")
        for relation in ("original", "relays", "cites"):
            edges = [e for e in by_source[source] if e.relation == relation]
            for edge in edges[:SHOWN]:
                leaf = branch.add(f"{escape(_label(reports[edge.report]))} {_VERBS[edge.relation][0]}")
                for words in dict.fromkeys(_words(texts, place) for place in edge.evidence[:PLACES]):
                    leaf.add(f"[dim]{escape(words)}[/dim]")
            if rest := [_label(reports[e.report]) for e in edges[SHOWN:]]:
                branch.add(escape(f"{len(rest)} more: {_several(rest, _VERBS[relation])}"))
    aside = {item.report for item in story.set_aside}
    silent = [r for r in story.reports if r.id not in aside and all(e.report != r.id for e in story.lineage)]
    if silent:
        branch = root.add("[bold]nothing says where it came from[/bold]")
        for report in silent:
            branch.add(escape(_label(report)))
    return root


def _several(names: list[str], verb: tuple[str, str]) -> str:
    listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    return f"{listed} {verb[len(names) > 1]}"


def _label(report: Report) -> str:
    return report.outlet or report.path or report.url or report.id


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _words(texts: dict[str, str], place: Place) -> str:
    """The words of a place, to the end of its last word, cut to a line or two."""
    text, end = texts[place.report], place.end
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    words = " ".join(text[place.start : end].split())
    return f"“{words}”" if len(words) <= WORDS else f"“{words[: WORDS - 3].rsplit(' ', 1)[0]} …”"
