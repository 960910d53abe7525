"""What every command does with PATHS: take in, read, say on stderr what was left out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from twosource.model import Read, Refusal, Story
    from twosource.settings import Settings

Paths = Annotated[
    list[str],
    typer.Argument(help="Files (.txt .html .jsonl), folders, globs, or - for text on stdin.", metavar="PATHS..."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for machines.")]
All = Annotated[bool, typer.Option("--all", help="Keep reports of another story in.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", help="A TOML file with settings.", metavar="FILE")]
Processes = Annotated[
    int | None, typer.Option("--processes", help="Processes that read reports side by side; 0 is one a core.", min=0)
]


def chosen(settings: Path | None, processes: int | None = None) -> Settings:
    """The settings of this call: file, then environment, then options."""
    from twosource.settings import load_settings

    values: dict[str, Any] = {} if processes is None else {"processes": processes}
    return load_settings(values, path=settings)


def read_paths(paths: list[str], *, settings: Settings, vectors: bool = True) -> tuple[list[Read], tuple[Refusal, ...]]:
    """All reports at the paths, read, and the refusals; notes and a progress bar go to stderr."""
    from twosource import intake, pipeline

    stdin = sys.stdin.buffer.read(settings.max_bytes + 1) if "-" in paths else None
    taken = intake.collect(paths, settings=settings, stdin=stdin)
    results = pipeline.read_all(taken.reports, settings=settings, vectors=vectors)
    if sys.stderr.isatty() and len(taken.reports) > 1:
        from rich.console import Console
        from rich.progress import track

        results = track(results, "Reading", total=len(taken.reports), console=Console(stderr=True), transient=True)  # type: ignore[assignment]
    reads, refused = pipeline.sort_out(results)
    refusals = (*taken.refusals, *refused)
    if taken.passed_over:
        note(f"{taken.passed_over} files of other kinds passed over")
    for refusal in refusals:
        note(f"refused {refusal.path or refusal.url}: {refusal.reason}")
    return reads, refusals


def tell(paths: list[str], *, settings: Settings, keep_all: bool = False) -> Story:
    """The story the paths tell."""
    from twosource import pipeline, reading

    reads, refusals = read_paths(paths, settings=settings)
    return pipeline.tell_story(
        reads, settings=settings, embed=reading.embedder(), refusals=refusals, set_aside=not keep_all
    )


def note(line: str) -> None:
    """One line on stderr, and none where nobody reads it."""
    if sys.stderr.isatty():
        print(f"twosource: {line}", file=sys.stderr)
