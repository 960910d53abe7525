"""What a browser or a program sends to be added, put into a folder as if it had lain there."""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from twosource.web.bodies import check_csrf, cleaned, raw_fields
from twosource.web.served import Served

# Files of one upload: the largest story seen has 800 reports.
MOST_FILES, MOST_FIELDS = 2_000, 50
# Folders within a dropped folder, and bytes of a name: what file systems take.
DEEPEST, LONGEST = 8, 120
# Where files and pasted texts lie in the folder of what was sent: each may bring a reports.csv.
FILES, PASTED = "files", "pasted"
FIELDS = ("url", "outlet", "published", "title", "byline")
Line = Annotated[str, msgspec.Meta(max_length=2_000)]


class Pasted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A report's text, and what is known of it. ``published`` is ISO 8601; a ``name`` ending in .html is a page."""

    text: Annotated[str, msgspec.Meta(min_length=1)]
    name: Annotated[str, msgspec.Meta(max_length=200)] = "pasted.txt"
    url: Line | None = None
    outlet: Line | None = None
    published: Line | None = None
    title: Line | None = None
    byline: Line | None = None


class Take(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports to add: their texts, and paths on the server's machine (only where its one user asks).

    A path is a file, a folder or a glob, as `twosource add` takes it.
    """

    reports: Annotated[tuple[Pasted, ...], msgspec.Meta(max_length=MOST_FILES)] = ()
    paths: Annotated[tuple[Line, ...], msgspec.Meta(max_length=200)] = ()


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """What came: a folder with ``files`` and ``pasted`` in it, or none; paths; and a line that says what it is."""

    folder: Path | None
    paths: tuple[str, ...]
    about: str


async def read_sent(served: Served, request: Request) -> Sent:
    """What a request sends to be added. Raises: HTTPException 400, 403 or 415."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "multipart/form-data":
        given = await raw_fields(request)
        return _sent(served, cleaned(_nested(given)), ())
    form = await request.form(
        max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=served.desk.settings.max_bytes
    )
    try:
        check_csrf(request, form.get("csrf"))
        files = [u for u in form.getlist("files") if isinstance(u, UploadFile) and u.filename]
        return _sent(served, cleaned(_nested(_texts(form))), files)
    finally:
        await form.close()


def _texts(form: FormData) -> dict[str, Any]:
    return {name: value for name, value in form.items() if isinstance(value, str) and value and name != "csrf"}


def _nested(given: dict[str, Any]) -> dict[str, Any]:
    """A form's flat fields as :class:`Take` has them; JSON stays as it is."""
    if not {"text", "path"} & given.keys():
        return {k: v for k, v in given.items() if k not in {*FIELDS, "name"}}
    taken: dict[str, Any] = {}
    if isinstance(given.get("path"), str):
        taken["paths"] = [line for line in given["path"].splitlines() if line.strip()]
    if isinstance(given.get("text"), str) and given["text"].strip():
        taken["reports"] = [{name: given[name] for name in ("text", "name", *FIELDS) if given.get(name)}]
    return taken


def _sent(served: Served, given: dict[str, Any], files: Sequence[UploadFile]) -> Sent:
    try:
        take = msgspec.convert(given, Take)
    except msgspec.ValidationError as error:
        raise HTTPException(400, f"{error}; nothing was taken in.") from None
    if take.paths and not served.alone:
        raise HTTPException(403, "Paths are for the one user of this machine; send the files instead.")
    if not (take.reports or take.paths or files):
        raise HTTPException(400, "Nothing was sent: choose files, paste a text or name a path.")
    about = _about(take, files)
    if not (take.reports or files):
        return Sent(folder=None, paths=take.paths, about=about)
    folder = Path(tempfile.mkdtemp(prefix="twosource-"))
    try:
        for upload in files:
            with _free(folder / FILES, upload.filename or "").open("wb") as kept:
                shutil.copyfileobj(upload.file, kept)
        _put_pasted(folder / PASTED, take.reports)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return Sent(folder=folder, paths=take.paths, about=about)


def _put_pasted(folder: Path, reports: Sequence[Pasted]) -> None:
    """Pasted texts as files, what is known of them in a table of the desk's own kind."""
    rows = []
    for report in reports:
        name = report.name if report.name.lower().endswith((".txt", ".html", ".htm")) else f"{report.name}.txt"
        place = _free(folder, name)
        place.write_text(report.text, encoding="utf-8", errors="replace", newline="")
        known = {field: value for field in FIELDS if (value := getattr(report, field))}
        if known:
            rows.append({"path": place.relative_to(folder).as_posix(), **known})
    if rows:
        with (folder / "reports.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, ["path", *FIELDS])
            writer.writeheader()
            writer.writerows(rows)


def _free(folder: Path, name: str) -> Path:
    """A place in the folder for a file of that name, with the folders it names; never outside, never taken."""
    parts = [_part(part) for part in name.replace("\\", "/").split("/") if part.strip(". ")]
    parts = parts[-DEEPEST:] or ["upload"]
    place = folder.joinpath(*parts)
    n = 1
    while place.exists() or any(parent.is_file() for parent in place.parents if parent != folder):
        n += 1
        place = folder.joinpath(f"{n}", *parts)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _part(part: str) -> str:
    """One step of a path as any file system takes it, its ending kept."""
    kept = part.replace("\0", "").lstrip(".").strip().encode("utf-8", "replace")
    if len(kept) <= LONGEST:
        return kept.decode("utf-8")
    end = kept[-12:]
    return (kept[: LONGEST - 13].decode("utf-8", "ignore") + "~" + end.decode("utf-8", "ignore")).strip()


def _about(take: Take, files: Sequence[UploadFile]) -> str:
    names = [upload.filename or "" for upload in files] + [report.name for report in take.reports] + list(take.paths)
    first = names[0].replace("\\", "/").rstrip("/").rpartition("/")[2][:80] or "upload"
    return first if len(names) == 1 else f"{first} and {len(names) - 1:,} more"
