"""Who comes in: the token's page, and a session's word that state-changing requests carry."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.web.answers import answer, wants_json
from twosource.web.endpoint import Endpoint
from twosource.web.guard import COOKIE
from twosource.web.served import Served, View


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """``csrf`` goes into the header X-CSRF-Token of every POST; ``alone``: nobody else can reach this server."""

    csrf: str
    alone: bool


class Token(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The word that lets others in."""

    token: Annotated[str, msgspec.Meta(max_length=1_000)] = ""


class Entered(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the word was right."""

    entered: bool


def _session(served: Served, request: Request, _: Any) -> View:
    return View("trouble.html.j2", Session(csrf=request.scope["csrf"], alone=served.alone))


def _form(served: Served, request: Request, _: Any) -> View:
    return View("enter.html.j2", Entered(entered=False), {"wrong": False})


def _enter(served: Served, request: Request, given: Token) -> View | Response:
    passed = served.guard.enter(given.token) if served.guard is not None else None
    if passed is None:
        return View("enter.html.j2", Entered(entered=False), {"wrong": True}, 403)
    entered = View("enter.html.j2", Entered(entered=True), {"wrong": False})
    response: Response = RedirectResponse("/", 303)
    if wants_json(request):
        response = answer(request, entered)
    response.set_cookie(f"{COOKIE}-pass", passed, httponly=True, samesite="strict")
    return response


ENDPOINTS = (
    Endpoint("GET", "/session.json", _session, "The word that every POST of this session carries", answer=Session),
    Endpoint("GET", "/enter", _form, "Where the token is asked for", answer=Entered),
    Endpoint("POST", "/enter", _enter, "Show the token, and get a cookie for it", body=Token, answer=Entered),
)
