"""``twosource brief``: many reports in, one brief out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from twosource.cli.given import All, Paths, Processes, SettingsFile, chosen, note, tell
from twosource.cli.output import write

Target = Path | None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "brief",
        epilog="Examples:  twosource brief reports/   |   twosource brief reports/ --out brief.html --json story.json"
        "   |   twosource brief reports/ --site pages/   |   twosource brief a.txt b.html --md -",
    )(brief)


def brief(  # noqa: PLR0913, PLR0917 (an option each)
    paths: Paths,
    out: Annotated[Target, typer.Option("--out", help="Write the page (one HTML file) here.", metavar="FILE")] = None,
    json: Annotated[
        Target, typer.Option("--json", help="Write the story document here; - is stdout.", metavar="FILE")
    ] = None,
    md: Annotated[
        Target, typer.Option("--md", help="Write the brief as Markdown here; - is stdout.", metavar="FILE")
    ] = None,
    text: Annotated[
        Target, typer.Option("--text", help="Write the brief as plain text here; - is stdout.", metavar="FILE")
    ] = None,
    site: Annotated[
        Target, typer.Option("--site", help="Write pages that open from disk: DIR/index.html.", metavar="DIR")
    ] = None,
    keep_all: All = False,
    settings: SettingsFile = None,
    processes: Processes = None,
) -> None:
    """Say what is claimed, by whom, from how many independent origins, and where the reports part.

    Without --out, --json, --md, --text or --site a summary is printed.
    """
    from twosource import __version__, present
    from twosource.cli.folder import check_site, write_site

    if site is not None:
        check_site(site)
    story = tell(paths, settings=chosen(settings, processes), keep_all=keep_all)
    if json:
        write(json, present.document_json(story))
    if md:
        write(md, present.markdown(story))
    if text:
        write(text, present.text(story))
    if site:
        write_site(site, present.site(story, version=__version__))
        note(f"wrote {site / 'index.html'}")
    if out:
        write(out, present.page(story, version=__version__))
        if str(out) != "-":
            note(f"wrote {out}")
    if not (json or md or text or site or out):
        from rich.console import Console

        present.terminal(story, Console(highlight=False))
