"""One file, or its bytes, to a Report or a Refusal."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Literal

from twosource.intake.decode import Undecodable, decode
from twosource.intake.known import Known, first_known, from_address, tidy
from twosource.intake.plain import report_of
from twosource.intake.records import read_records
from twosource.model import Refusal, Report
from twosource.settings import Settings

Kind = Literal["text", "html", "records"]
KINDS: dict[str, Kind] = {".txt": "text", ".html": "html", ".htm": "html", ".jsonl": "records"}
"""File name endings that hold reports. To add a kind: name it here and read it in :func:`read_bytes`."""


def read_file(path: str | Path, *, settings: Settings, known: Known | None = None) -> Report | Refusal:
    """The report in one file, or why it cannot be read. A file of several records is refused; ``collect`` takes it."""
    name = shown(path)
    data = load(path, settings=settings)
    if isinstance(data, Refusal):
        return data
    kind = KINDS.get(Path(path).suffix.lower())
    if kind is None:
        return Refusal(reason=f"a kind of file that is not read; known are {', '.join(KINDS)}", path=name)
    if kind == "records":
        found = read_records(data, settings=settings, path=name)
        if len(found) != 1:
            return Refusal(reason=f"holds {len(found)} records, not one report", path=name)
        return found[0]
    return read_bytes(data, kind=kind, path=name, settings=settings, known=known)


def load(path: str | Path, *, settings: Settings) -> bytes | Refusal:
    """The bytes of a regular file within bounds, or why not. Reads no more than the bound."""
    name = shown(path)
    try:
        about = Path(path).stat()
        if not stat.S_ISREG(about.st_mode):
            return Refusal(reason="not a regular file", path=name)
        if about.st_size > settings.max_bytes:
            return Refusal(reason=_too_large(about.st_size, settings), path=name)
        with Path(path).open("rb") as file:
            data = file.read(settings.max_bytes + 1)
    except PermissionError:
        return Refusal(reason="no permission to read it", path=name)
    except FileNotFoundError:
        return Refusal(reason="does not exist", path=name)
    except (OSError, ValueError) as error:
        return Refusal(reason=f"cannot be opened ({getattr(error, 'strerror', None) or error})", path=name)
    if len(data) > settings.max_bytes:
        return Refusal(reason=_too_large(len(data), settings), path=name)
    return data


def read_bytes(
    data: bytes,
    *,
    kind: Literal["text", "html"] = "text",
    settings: Settings,
    path: str | None = None,
    url: str | None = None,
    known: Known | None = None,
) -> Report | Refusal:
    """The report in a file's bytes, or why it cannot be read. What is ``known`` goes before what the page says."""

    def refuse(reason: str) -> Refusal:
        return Refusal(reason=reason, path=path, url=url)

    if len(data) > settings.max_bytes:
        return refuse(_too_large(len(data), settings))
    if not data.strip():
        return refuse("empty")
    try:
        text = decode(data, markup=kind == "html")
    except Undecodable as error:
        return refuse(str(error))
    sure = tidy(first_known(known or Known(), Known(url=url)))
    carried = kind == "html"
    if kind == "html":
        from twosource.intake.html import Unreadable, read_page

        try:
            text, said = read_page(text, most=settings.max_characters)
        except Unreadable as error:
            return refuse(str(error))
        sure = first_known(sure, tidy(said))
    sure = first_known(sure, from_address(sure.url))
    digest = hashlib.sha256(data).hexdigest()
    return report_of(text, sha256=digest, path=path, known=sure, carried=carried, settings=settings)


def shown(path: str | Path) -> str:
    """A path as it is shown: as given, with forward slashes."""
    return str(path).replace("\\", "/") if "\\" in str(path) and "/" not in str(path) else str(path)


def _too_large(size: int, settings: Settings) -> str:
    return f"too large: {size:,} bytes, the bound is {settings.max_bytes:,} (setting max_bytes)"
