"""The table of all endpoints, and the application made of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from twosource.desk import Desk
from twosource.errors import InputError, TwosourceError
from twosource.web import adding, checking, correcting, entering, handing, openapi, searching, statics, stories
from twosource.web.answers import answer, as_json, trouble
from twosource.web.bodies import read_fields
from twosource.web.briefs import Briefs
from twosource.web.endpoint import Endpoint
from twosource.web.guard import Guard, TooLargeError
from twosource.web.jobs import Jobs
from twosource.web.served import Served, View

ENDPOINTS: tuple[Endpoint, ...] = tuple(
    endpoint
    for room in (handing, stories, correcting, adding, searching, checking, entering, statics)
    for endpoint in room.ENDPOINTS
)
# What one upload may weigh beside its reports: field names, boundaries, a table.
AROUND = 1_000_000
# The largest reports that fit into one upload; eight hundred of ordinary size are a tenth of that.
LARGEST_AT_ONCE = 8


def application(desk: Desk, *, token: str | None, hosts: frozenset[str], alone: bool) -> Guard:
    """The application: every page has a JSON twin, every POST a guard, every error one line."""
    served = Served(desk, Briefs(desk), Jobs(desk), alone)
    document = openapi.document(ENDPOINTS)

    async def described(request: Request) -> Response:
        return as_json(document)

    async def home(request: Request) -> Response:
        return RedirectResponse("/stories", 307)

    async def icon(request: Request) -> Response:
        return RedirectResponse("/static/icon.svg", 308)

    made = Starlette(
        routes=[
            Route("/", home),
            Route("/favicon.ico", icon),
            Route("/openapi.json", described),
            *(route for endpoint in ENDPOINTS for route in _routes(served, endpoint)),
        ],
        exception_handlers={
            TwosourceError: _trouble,
            TooLargeError: _too_large,
            HTTPException: _refused,
            Exception: _fault,
        },
    )
    most = desk.settings.max_bytes * LARGEST_AT_ONCE + AROUND
    served.guard = Guard(made, token=token, hosts=hosts, most_bytes=most)
    return served.guard


def _routes(served: Served, endpoint: Endpoint) -> list[Route]:
    """An endpoint's routes, the twin first: ``/stories/x.json`` is no story called ``x.json``."""
    paths = [f"{endpoint.path}.json", endpoint.path] if endpoint.page else [endpoint.path]
    return [Route(path, _handler(served, endpoint), methods=[endpoint.method]) for path in paths]


def _handler(served: Served, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def handle(request: Request) -> Response:
        given: Any = None
        if endpoint.reader is not None:
            given = await endpoint.reader(served, request)
        elif endpoint.body is not None:
            given = await read_fields(request, endpoint.body)
        found = await run_in_threadpool(endpoint.handler, served, request, given)
        return answer(request, found) if isinstance(found, View) else found

    return handle


async def _trouble(request: Request, error: Exception) -> Response:
    theirs = 404 if request.method in {"GET", "HEAD"} else 400
    return trouble(request, theirs if isinstance(error, InputError) else 503, str(error))


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return trouble(request, error.status_code, error.detail)


async def _too_large(request: Request, error: Exception) -> Response:
    return trouble(request, 413, "Too large; nothing was taken in.")


async def _fault(request: Request, error: Exception) -> Response:
    return trouble(request, 500, f"A fault of twosource ({type(error).__name__}); nothing that was kept is lost.")
