"""A desk in the browser: pages and JSON over a store, form posts that become judgements. Needs the extra ``web``."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from twosource.desk import Desk
from twosource.errors import InputError, MissingExtraError

if TYPE_CHECKING:
    from twosource.web.guard import Guard

__all__ = ["app", "run"]

LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})


def app(desk: Desk, *, token: str | None = None, hosts: frozenset[str] = LOCAL) -> Guard:
    """The ASGI application over a desk. ``hosts`` are the names it answers to; with ``token`` only those who know it.

    Without a token, and under this machine's own names only, it takes paths of this machine too.

    Raises:
        MissingExtraError: the extra ``web`` is not installed.
    """
    try:
        from twosource.web.application import application
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in {"starlette", "multipart", "python_multipart"}:
            raise
        raise MissingExtraError("serving needs one more part: pip install 'twosource[web]'") from None
    return application(desk, token=token, hosts=hosts, alone=token is None and hosts <= LOCAL)


def run(desk: Desk, *, host: str, port: int, token: str | None, say: Callable[[str], None]) -> None:
    """Serve until stopped; ``say`` is told the address.

    Raises:
        InputError: an address that is not this machine's own and no token to guard it, or one that is taken.
        MissingExtraError: the extra ``web`` is not installed.
    """
    if host not in LOCAL and not token:
        raise InputError(f"{host} can be reached by others; give --token WORD so that not everybody gets in")
    if token is not None and len(token) < 12:  # at a thousand guesses a second, twelve letters outlast anybody
        raise InputError("the token is too short to guard anything; take 12 characters or more")
    try:
        import uvicorn
    except ModuleNotFoundError:
        raise MissingExtraError("serving needs one more part: pip install 'twosource[web]'") from None
    names = LOCAL if host in LOCAL else frozenset({"*"})
    served = app(desk, token=token, hosts=names)
    with _listening(host, port) as listening:
        own = listening.getsockname()[1]
        say(f"twosource: http://{f'[{host}]' if ':' in host else host}:{own}/  (stop with Ctrl-C)")
        config = uvicorn.Config(served, log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, so that asyncio sends at once: without it every answer of two parts waits 40 ms for the other side.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        line = f"{host}:{port} cannot be listened on ({error.strerror or error}); give another --port or --host"
        raise InputError(line) from None
    made.listen(1024)
    return made
