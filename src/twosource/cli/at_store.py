"""What every command on a store shares: where it is, and a desk over it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twosource.cli.given import chosen

if TYPE_CHECKING:
    from twosource.desk import Added, Changed, Desk, Progress
    from twosource.model import Shift
    from twosource.store import StoryLine

DEFAULT = "twosource.db"

StoreAt = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="TWOSOURCE_STORE",
        help=f"The store: a file (default: {DEFAULT} in this folder) or postgresql://USER@HOST/DATABASE.",
        metavar="STORE",
    ),
]


@contextmanager
def desk_at(
    store: str | None, settings: Path | None = None, processes: int | None = None, *, create: bool = False
) -> Iterator[Desk]:
    """A desk over the store that option, environment or settings name; ``create`` makes one that is not there."""
    from twosource.desk import Desk
    from twosource.store import open_store

    wanted = chosen(settings, processes)
    with open_store(store or wanted.store or DEFAULT, create=create) as opened:
        yield Desk(opened, wanted)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A bar on stderr where somebody looks at it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def added_line(added: Added) -> str:
    """What an add did, in one line."""
    parts = [f"{len(added.new)} new"]
    if added.known:
        parts.append(f"{added.known} known before")
    if added.refusals:
        parts.append(f"{len(added.refusals)} refused")
    if added.passed_over:
        parts.append(f"{added.passed_over} files of other kinds passed over")
    return ", ".join(parts)


def story_line(line: StoryLine) -> str:
    """A story in one line: id, dates, figures, headline."""
    dates = (line.first_published or "no date")[:10]
    last = (line.last_published or "")[:10]
    dates += f" to {last}" if last and last != dates else ""
    origins = "?" if line.independent_origins is None else str(line.independent_origins)
    contested = f", {line.contested} contested" if line.contested else ""
    many = "report" if line.reports == 1 else "reports"
    known = "origin" if origins == "1" else "origins"
    headline = " ".join(line.headline.split())
    return f"{line.id}  {dates}  {line.reports} {many}, {origins} {known}{contested}  {headline[:100]}"


def history_lines(history: Sequence[Shift], *, last: int = 3) -> list[str]:
    """When and why reports came to a story or left it, the last of it, a line each."""
    lines = [f"{s.at[:16] or 'undated':16}  {s.kind}: {s.from_} -> {s.into}: {s.reason}" for s in history[-last:]]
    more = len(history) - len(lines)
    return [*([f"{more} earlier {'change' if more == 1 else 'changes'}"] if more > 0 else []), *lines]


def changes(changed: Changed) -> list[str]:
    """What a decision changed, a line a figure."""
    names = ("reports", "independent_origins", "claims", "contested", "conflicts", "drift")
    lines = []
    for id_ in sorted({*changed.before, *changed.after}):
        old, new = changed.before.get(id_), changed.after.get(id_)
        if old is None or new is None:
            lines.append(f"{id_}: {'a new story' if old is None else 'gone: its reports are in other stories'}")
            continue
        figures = [(n, getattr(old, n), getattr(new, n)) for n in names]
        told = ", ".join(f"{n.replace('_', ' ')} {a} -> {b}" for n, a, b in figures if a != b)
        lines.append(f"{id_}: {told or 'told again'}")
    return lines or ["no figure changed"]
