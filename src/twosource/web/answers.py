"""Views to responses: a page from its template, or the same as JSON, as the request prefers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from twosource import __version__
from twosource.present import phrases, safe
from twosource.web.served import View


def wants_json(request: Request) -> bool:
    """True where the path ends in ``.json``, and where the request is JSON or accepts it, and asks for no page."""
    if request.url.path.endswith(".json"):
        return True
    headers = request.headers
    spoken = "application/json" in headers.get("accept", "") + headers.get("content-type", "")
    return spoken and "text/html" not in headers.get("accept", "")


def answer(request: Request, view: View) -> Response:
    """The view as the request wants it."""
    headers = {"vary": "accept", **view.headers}
    if wants_json(request):
        return as_json(view.data, status=view.status, headers=headers)
    html = rendered(view.template, csrf=request.scope["csrf"], path=request.url.path, **view.values)
    return HTMLResponse(html.encode("utf-8", "replace"), view.status, headers=headers)


def as_json(value: Any, *, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A value as JSON; half characters, which UTF-8 has no bytes for, become ``?``."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_whole(msgspec.to_builtins(value)))
    return Response(encoded, status, headers, media_type="application/json")


def trouble(request: Request, status: int, line: str) -> Response:
    """What went wrong, in one line."""
    return answer(request, View("trouble.html.j2", {"error": line}, {"line": line}, status))


def rendered(name: str, **values: Any) -> str:
    """A template of this room with values; every bare string has its acting characters named."""
    return _environment().get_template(name).render(version=__version__, **values)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twosource.web"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=lambda value: safe.plain(value) if type(value) is str else value,
    )
    environment.filters.update(
        said=safe.isolated,
        q=safe.quoted,
        plain=safe.plain,
        number=phrases.number,
        counted=phrases.counted,
        day=phrases.date,
        shortened=phrases.shortened,
        web=safe.link,
    )
    environment.globals.update(span_of=phrases.span_of, period=phrases.period)
    return environment


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return [_whole(item) for item in value] if isinstance(value, list) else value
