"""The desk's own style, scripts and icon: files of the package, and the brief's style sheet."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource import present
from twosource.web.endpoint import Endpoint
from twosource.web.served import Served

KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}


def _static(served: Served, request: Request, _: Any) -> Response:
    found = _files().get(request.path_params["name"])
    if found is None:
        raise HTTPException(404, "No such file.")
    content, kind, etag = found
    headers = {"etag": etag, "cache-control": "no-cache"}
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type=f"{kind}; charset=utf-8")


@lru_cache(maxsize=1)
def _files() -> dict[str, tuple[bytes, str, str]]:
    found = {"brief.css": present.style().encode()}
    found |= {item.name: item.read_bytes() for item in (files("twosource.web") / "static").iterdir() if item.is_file()}
    return {
        name: (content, _kind(name), f'"{hashlib.sha256(content).hexdigest()[:20]}"') for name, content in found.items()
    }


def _kind(name: str) -> str:
    return KINDS.get(name.rpartition(".")[2], "application/octet-stream")


ENDPOINTS = (Endpoint("GET", "/static/{name}", _static, "The desk's own style and scripts", answer="text/plain"),)
