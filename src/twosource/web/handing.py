"""A story to take away: one file, a folder of pages, text, Markdown, tables."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from twosource import __version__, present
from twosource.exchange import FORMATS
from twosource.model import Story
from twosource.web.endpoint import Endpoint
from twosource.web.served import Served

# The earliest time a ZIP file can name, in all of them: the same story makes the same bytes.
THEN = (1980, 1, 1, 0, 0, 0)


def _file(served: Served, request: Request, _: Any) -> Response:
    told = _told(served, request)
    page = present.page(told, version=__version__).encode("utf-8", "replace")
    return Response(page, headers=_kept_as(f"{told.story.id}.html"), media_type="text/html; charset=utf-8")


def _markdown(served: Served, request: Request, _: Any) -> Response:
    return PlainTextResponse(present.markdown(_told(served, request)).encode("utf-8", "replace"))


def _text(served: Served, request: Request, _: Any) -> Response:
    return PlainTextResponse(present.text(_told(served, request)).encode("utf-8", "replace"))


def _folder(served: Served, request: Request, _: Any) -> Response:
    told, form = _told(served, request), request.path_params["form"]
    if form != "site" and form not in FORMATS:
        raise HTTPException(404, f"A story is had as site.zip and as {', '.join(f'{f}.zip' for f in sorted(FORMATS))}.")
    files = present.site(told, version=__version__) if form == "site" else FORMATS[form](told)
    name = f"{told.story.id}-{form}"
    return Response(_zipped(files, name), headers=_kept_as(f"{name}.zip"), media_type="application/zip")


def _zipped(files: Mapping[str, str], folder: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"{folder}/{name}", THEN), content.encode("utf-8", "replace"))
    return packed.getvalue()


def _kept_as(name: str) -> dict[str, str]:
    return {"content-disposition": f'attachment; filename="{name}"'}


def _told(served: Served, request: Request) -> Story:
    return served.desk.story(request.path_params["story"])


ENDPOINTS = (
    Endpoint("GET", "/stories/{story}.md", _markdown, "A story's brief as Markdown", answer="text/plain"),
    Endpoint("GET", "/stories/{story}.txt", _text, "A story's brief as plain text", answer="text/plain"),
    Endpoint("GET", "/stories/{story}.html", _file, "A story's brief as one file to keep", answer="text/html"),
    Endpoint(
        "GET",
        "/stories/{story}/{form}.zip",
        _folder,
        "A story as a folder: site (pages that open from disk), csv (tables), ftm (FollowTheMoney entities)",
        answer="application/zip",
    ),
)
