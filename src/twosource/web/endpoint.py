"""One thing the server answers to: the table that makes the routes and the OpenAPI document alike."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from twosource.web.served import Served, View

Handler = Callable[[Served, Request, Any], View | Response]
"""(served, request, what its body holds) -> the answer; runs in a thread of its own."""

Reader = Callable[[Served, Request], Awaitable[Any]]
"""(served, request) -> what a request's body holds, where that is neither a form nor JSON."""


@dataclass(frozen=True)
class Endpoint:
    """A method and path, its handler, and what a stranger needs to know to use it.

    ``query`` maps parameters to what they mean. ``body`` is the type that JSON and form fields become; ``answer``
    the type of the JSON, or its media type where it is not JSON. A ``page`` answers the same path with ``.json``.
    """

    method: str
    path: str
    handler: Handler
    says: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: Any = None
    reader: Reader | None = None
    answer: Any = None
    status: int = 200
    page: bool = False
