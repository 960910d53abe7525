"""Paths to Reports: files, folders, globs and standard input, each text once."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from twosource.errors import InputError
from twosource.intake.files import KINDS, load, read_bytes, read_file, shown
from twosource.intake.known import TABLE, Known, read_table
from twosource.intake.records import read_records
from twosource.model import Refusal, Report
from twosource.settings import Settings

# Deeper folders than this are a loop of links or a mistake.
DEEPEST = 32


@dataclass(frozen=True)
class Intake:
    """What was taken in: reports by path, refusals, and how many files of other kinds were passed over."""

    reports: tuple[Report, ...]
    refusals: tuple[Refusal, ...]
    passed_over: int = 0


def collect(paths: Sequence[str | Path], *, settings: Settings, stdin: bytes | None = None) -> Intake:
    """Every report at the paths, sorted by path; identical texts are one report with all its paths.

    A path is a file, a folder (taken with its subfolders), a glob, or ``-`` for text on standard input. A folder's
    ``reports.csv`` says what the desk knows of its files. The order of the paths changes nothing.

    Raises:
        InputError: a path that does not exist, or nothing at the paths that could be read or refused.
    """
    if not paths:
        raise InputError("no paths given; name files, folders or globs")
    found: list[Report | Refusal] = []
    passed_over = 0
    wanted: dict[str, Path] = {}
    for path in paths:
        if str(path) == "-":
            found.append(_stdin(stdin, settings))
            continue
        for file in _files(path):
            if file.name != TABLE and (file.suffix.lower() in KINDS or str(file) == str(path)):
                wanted.setdefault(os.path.realpath(file), file)
            elif file.name != TABLE:
                passed_over += 1
    files = sorted(wanted.values(), key=shown)
    tables = _Tables()
    for file in files:
        found.extend(_read(file, tables.known(file), settings))
    found.extend(tables.missing())
    if not found:
        raise InputError(f"{_named(paths)}: nothing there to read; known kinds of file are {', '.join(KINDS)}")
    reports, refusals = _merged(found)
    return Intake(reports, refusals, passed_over)


def _files(path: str | Path) -> Iterator[Path]:
    """The files that a path, folder or glob means."""
    given = Path(path)
    try:
        there = given.exists() or given.is_symlink()
    except (OSError, ValueError):
        there = False
    if there:
        yield from _below(given, DEEPEST) if given.is_dir() else (given,)
        return
    # A pattern as the shell takes it, absolute or not, which Path.glob does not.
    matches = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(str(path)) else []  # noqa: PTH207
    if not matches:
        what = "no file matches" if glob.has_magic(str(path)) else "no such file or folder"
        raise InputError(f"{_line(path)}: {what}; check the spelling")
    for match in matches:
        # A folder that a glob matches beside files is passed by: "**/*" names its files already.
        if not Path(match).is_dir() or not any(m.startswith(match + os.sep) for m in matches):
            yield from _below(Path(match), DEEPEST) if Path(match).is_dir() else (Path(match),)


def _below(folder: Path, depth: int) -> Iterator[Path]:
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        yield folder  # becomes a Refusal that names it
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if depth and not entry.is_symlink():
                yield from _below(entry, depth - 1)
        else:
            yield entry


def _read(file: Path, known: Known | None, settings: Settings) -> list[Report | Refusal]:
    if KINDS.get(file.suffix.lower()) == "records":
        data = load(file, settings=settings)
        return [data] if isinstance(data, Refusal) else read_records(data, settings=settings, path=shown(file))
    if file.is_dir():
        return [Refusal(reason="a folder that may not be listed", path=shown(file))]
    return [read_file(file, settings=settings, known=known)]


def _stdin(data: bytes | None, settings: Settings) -> Report | Refusal:
    return read_bytes(data or b"", settings=settings, path="-")


class _Tables:
    """The ``reports.csv`` of every folder that a file is in, read once."""

    def __init__(self) -> None:
        self._tables: dict[Path, dict[str, Known]] = {}
        self._wrong: list[Refusal] = []

    def known(self, file: Path) -> Known | None:
        """What the nearest table above the file, up to four folders, says of it."""
        folder = file.parent
        for _ in range(4):
            if (folder / TABLE).is_file():
                return self._table(folder).get(file.relative_to(folder).as_posix())
            if folder == folder.parent:
                break
            folder = folder.parent
        return None

    def _table(self, folder: Path) -> dict[str, Known]:
        if folder not in self._tables:
            self._tables[folder], wrong = read_table(folder)
            self._wrong.extend(Refusal(reason=line, path=shown(folder / TABLE)) for line in wrong)
        return self._tables[folder]

    def missing(self) -> list[Refusal]:
        """A Refusal for every line of a table whose file is not there, and for what is wrong with a table."""
        lost = [
            Refusal(reason=f"named in {TABLE} but not there", path=shown(folder / name))
            for folder, table in sorted(self._tables.items())
            for name in sorted(table)
            if not _exists(folder / name)
        ]
        return [*lost, *self._wrong]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _merged(found: Sequence[Report | Refusal]) -> tuple[tuple[Report, ...], tuple[Refusal, ...]]:
    by_id: dict[str, list[Report]] = {}
    refusals = [item for item in found if isinstance(item, Refusal)]
    for item in found:
        if isinstance(item, Report):
            by_id.setdefault(item.sha256, []).append(item)
    reports = [_one(same) for same in by_id.values()]
    reports.sort(key=lambda report: (report.path or "", report.id))
    refusals.sort(key=lambda refusal: (refusal.path or "", refusal.url or "", refusal.reason))
    return tuple(reports), tuple(refusals)


def _one(same: Sequence[Report]) -> Report:
    """One report for identical files: the first path's, with what only another's table knows."""
    paths = tuple(sorted({path for report in same for path in report.paths}))
    first = min(same, key=lambda report: (report.path or "", report.outlet or "", report.published or ""))
    others = sorted(same, key=lambda report: report.path or "")
    fields = {
        name: getattr(first, name) or next((v for r in others if (v := getattr(r, name))), None)
        for name in ("outlet", "url", "published", "title", "byline")
    }
    return msgspec.structs.replace(first, paths=paths, **fields)


def _named(paths: Sequence[str | Path]) -> str:
    names = [_line(path) for path in paths]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _line(path: str | Path) -> str:
    return " ".join(str(path).split())[:200]
