"""Who may ask, how much, and from where: checked before anything of a request is read."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, RedirectResponse

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
ASGI = Callable[[Scope, Receive, Send], Awaitable[None]]

COOKIE = "twosource"
# Nothing inline and nothing from elsewhere on the desk's own pages, and no script may write markup; a brief names the
# hashes of its one style and one script beside.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    # Not "no-referrer": under that a browser names no origin when it sends a form, and the form would be refused.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """An ASGI application around another: host, token, origin and size of a request, headers of its answer."""

    def __init__(self, inner: ASGI, *, token: str | None, hosts: frozenset[str], most_bytes: int) -> None:
        self._inner = inner
        self._token = token
        self._hosts = hosts
        self._most = most_bytes
        # New at every start: a form from before a restart is refused, never obeyed wrongly.
        self._key = secrets.token_bytes(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or refuse one request."""
        if scope["type"] != "http":
            await self._inner(scope, receive, send)
            return
        headers = Headers(scope=scope)
        known = _session(headers)
        session = known or secrets.token_urlsafe(24)
        scope["bearer"] = self._bearer(headers)
        scope["csrf"] = hmac.new(self._key, session.encode(), hashlib.sha256).hexdigest()
        refusal = self._refused(scope, headers)
        answer = self._inner if refusal is None else refusal
        await answer(scope, self._bounded(receive), self._dressed(send, session, new=known is None))

    def enter(self, word: str) -> str | None:
        """The cookie of one who knows the token; ``None`` for a wrong word."""
        if self._token is None or not hmac.compare_digest(word.encode(), self._token.encode()):
            return None
        return self._pass()

    def _pass(self) -> str:
        return hmac.new(self._key, b"pass:" + (self._token or "").encode(), hashlib.sha256).hexdigest()

    def _refused(self, scope: Scope, headers: Headers) -> ASGI | None:
        if b"%00" in scope.get("raw_path", b"") or "\0" in scope["path"] or b"%00" in scope.get("query_string", b""):
            return _line("No address holds a NUL.", 400)
        host = _host(headers.get("host", ""))
        if "*" not in self._hosts and host not in self._hosts:
            return _line("This address is not served here.", 421)
        if scope["method"] not in {"GET", "HEAD", "POST"}:
            return _line("Only GET, HEAD and POST.", 405, headers={"allow": "GET, HEAD, POST"})
        try:
            if int(headers.get("content-length", "0")) > self._most:
                return _line(f"Too large: at most {self._most:,} bytes at once.", 413)
        except ValueError:
            return _line("Content-Length is no number.", 400)
        if scope["method"] == "POST":
            origin = headers.get("origin")
            elsewhere = origin is not None and urlsplit(origin).netloc != headers.get("host")
            if elsewhere or headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
                return _line("Sent from another site; nothing was changed.", 403)
        open_to_all = scope["path"] in {"/enter", "/openapi.json"} or scope["path"].startswith("/static/")
        if self._token is not None and not open_to_all and not self._known(scope, headers):
            if scope["method"] == "GET" and "text/html" in headers.get("accept", ""):
                return RedirectResponse("/enter", 303)
            return _line("Not without the token.", 401, headers={"www-authenticate": "Bearer"})
        return None

    def _bearer(self, headers: Headers) -> bool:
        given = headers.get("authorization", "").partition(" ")[2]
        return bool(given and self._token) and hmac.compare_digest(given.encode(), (self._token or "").encode())

    def _known(self, scope: Scope, headers: Headers) -> bool:
        if scope["bearer"]:
            return True
        return hmac.compare_digest(_cookie(headers, f"{COOKIE}-pass").encode(), self._pass().encode())

    def _bounded(self, receive: Receive) -> Receive:
        """The request's messages, cut off where more comes than was announced or is allowed."""
        seen = 0

        async def limited() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            if seen > self._most:
                raise TooLargeError
            return message

        return limited

    def _dressed(self, send: Send, session: str, *, new: bool) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = list(message.get("headers", []))
                names = {name.lower() for name, _ in found}
                found += [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in names]
                if new:
                    cookie = f"{COOKIE}={session}; Path=/; HttpOnly; SameSite=Strict"
                    found.append((b"set-cookie", cookie.encode()))
                message = {**message, "headers": found}
            await send(message)

        return dressed


class TooLargeError(Exception):
    """More bytes than a request may have."""


def csrf_holds(scope: Scope, given: object) -> bool:
    """True where a form or header carries the word that its own session was given."""
    return isinstance(given, str) and hmac.compare_digest(given.encode(), scope["csrf"].encode())


def bearer_holds(scope: Scope) -> bool:
    """True where a request carries the server's token itself: no other site's page can make a browser send that."""
    return bool(scope["bearer"])


def _line(line: str, status: int, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": line}, status, headers)


def _session(headers: Headers) -> str | None:
    return _cookie(headers, COOKIE) or None


def _cookie(headers: Headers, name: str) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value[:200] if found is not None else ""


def _host(value: str) -> str:
    try:
        return urlsplit(f"//{value}").hostname or ""
    except ValueError:
        return ""
