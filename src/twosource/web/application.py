"""The pages and forms of a desk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePath
from typing import Any, TypeVar, get_args

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from twosource import __version__, present
from twosource.desk import Added, Changed, Desk, to_line
from twosource.errors import InputError, TwosourceError
from twosource.model import JudgementKind
from twosource.present import safe
from twosource.web.guard import COOKIE, Guard, TooLargeError, csrf_holds

# Files taken in one upload, and fields of one form.
MOST_FILES, MOST_FIELDS = 200, 50
KINDS: tuple[str, ...] = get_args(JudgementKind)

Result = TypeVar("Result")


def application(desk: Desk, *, token: str | None, hosts: frozenset[str]) -> Guard:
    """The application: every GET has a JSON twin, every POST a guard, every error one line."""
    pages = _Pages(desk)
    most = desk.settings.max_bytes * 4 + 1_000_000  # a handful of the largest reports at once, and the form around them
    routes = [
        Route("/", pages.stories),
        Route("/stories.json", pages.stories_json),
        Route("/story/{story}", pages.story),
        Route("/story/{story}/brief", pages.brief),
        Route("/story/{story}/story.json", pages.document),
        Route("/story/{story}/brief.md", pages.markdown),
        Route("/story/{story}/judge", pages.judge, methods=["POST"]),
        Route("/judgements", pages.judgements),
        Route("/judgements.jsonl", pages.judgements_lines),
        Route("/judgements/{judgement}/undo", pages.undo, methods=["POST"]),
        Route("/search", pages.search),
        Route("/search.json", pages.search_json),
        Route("/add", pages.add_form),
        Route("/add", pages.add, methods=["POST"]),
        Route("/enter", pages.enter_form),
        Route("/enter", pages.enter, methods=["POST"]),
        Route("/style.css", pages.style),
        Route("/favicon.ico", pages.icon),
    ]
    made = Starlette(
        routes=routes,
        exception_handlers={
            TwosourceError: pages.trouble,
            TooLargeError: pages.too_large,
            HTTPException: pages.refused,
        },
    )
    pages.guard = Guard(made, token=token, hosts=hosts, most_bytes=most)
    return pages.guard


class _Pages:
    """One method a page or form. Blocking work runs in threads; what changes the store runs one at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._writing = threading.Lock()
        self.guard: Guard | None = None

    async def stories(self, request: Request) -> Response:
        lines = await run_in_threadpool(self._desk.stories)
        return _page(request, "stories.html.j2", lines=lines)

    async def stories_json(self, request: Request) -> Response:
        return _json(await run_in_threadpool(self._desk.stories))

    async def story(self, request: Request) -> Response:
        told = await self._told(request)
        digests = {report.sha256 for report in told.reports}
        decided = [
            d
            for d in await run_in_threadpool(self._desk.decisions)
            if d.judgement.a.report in digests or (d.judgement.b is not None and d.judgement.b.report in digests)
        ]
        others = [line for line in await run_in_threadpool(self._desk.stories) if line.id != told.story.id]
        texts = {report.id: report.text for report in told.reports}

        def words(place: Any) -> str:
            return " ".join(texts[place.report][place.start : place.end].split())

        return _page(request, "story.html.j2", story=told, decided=decided, words=words, others=others)

    async def brief(self, request: Request) -> Response:
        told = await self._told(request)
        html = await run_in_threadpool(present.page, told, version=__version__)
        # The brief states its own policy, by the hashes of its one style and one script.
        return HTMLResponse(html, headers={"content-security-policy": "frame-ancestors 'none'; form-action 'none'"})

    async def document(self, request: Request) -> Response:
        told = await self._told(request)
        return Response(await run_in_threadpool(present.document_json, told), media_type="application/json")

    async def markdown(self, request: Request) -> Response:
        told = await self._told(request)
        return PlainTextResponse(await run_in_threadpool(present.markdown, told))

    async def judge(self, request: Request) -> Response:
        form = await self._form(request)
        story, kind = request.path_params["story"], _text(form, "kind")
        if kind not in KINDS:
            raise HTTPException(400, f"{safe.plain(kind)[:40]!r} is no kind of judgement")

        def decide() -> Changed:
            elsewhere = "story" in kind
            a = self._desk.place(story, _text(form, "a"), elsewhere=elsewhere)
            b = self._desk.place(story, _text(form, "b"), elsewhere=elsewhere) if _text(form, "b") else None
            return self._desk.judge(
                kind,  # type: ignore[arg-type]
                a,
                b,
                value=_text(form, "value") or None,
                reason=_text(form, "reason"),
                by=_text(form, "by") or None,
            )

        changed = await self._alone(decide)
        return _page(request, "changed.html.j2", changed=changed, done="Kept", names=_FIGURES)

    async def undo(self, request: Request) -> Response:
        await self._form(request)
        changed = await self._alone(lambda: self._desk.undo(request.path_params["judgement"]))
        return _page(request, "changed.html.j2", changed=changed, done="Withdrawn", names=_FIGURES)

    async def judgements(self, request: Request) -> Response:
        return _page(request, "judgements.html.j2", decided=await run_in_threadpool(self._desk.decisions))

    async def judgements_lines(self, request: Request) -> Response:
        lines = [to_line(d) + "\n" for d in await run_in_threadpool(self._desk.decisions)]
        return Response("".join(lines), media_type="application/jsonl")

    async def search(self, request: Request) -> Response:
        words = request.query_params.get("q", "")[:500]
        hits = await run_in_threadpool(self._desk.search, words) if words.strip() else []
        return _page(request, "search.html.j2", hits=hits, words=words)

    async def search_json(self, request: Request) -> Response:
        return _json(await run_in_threadpool(self._desk.search, request.query_params.get("q", "")[:500]))

    async def add_form(self, request: Request) -> Response:
        return _page(request, "add.html.j2")

    async def add(self, request: Request) -> Response:
        form = await self._form(request)
        items: list[tuple[str, bytes, bool, str | None]] = []
        pasted, url = _text(form, "text"), _text(form, "url") or None
        if pasted.strip():
            name = PurePath(_text(form, "name") or "pasted.txt").name or "pasted.txt"
            items.append((name, pasted.encode("utf-8", "replace"), False, url))
        for upload in form.getlist("files"):
            if isinstance(upload, UploadFile) and upload.filename:
                name = PurePath(upload.filename.replace("\\", "/")).name or "upload"
                items.append((name, await upload.read(), name.lower().endswith((".html", ".htm")), None))
        if not items:
            raise HTTPException(400, "Nothing was sent: choose files or paste a text.")

        def take() -> list[Added]:
            return [self._desk.add_text(data, name=name, html=html, url=link) for name, data, html, link in items]

        added = await self._alone(take)
        touched = {story for one in added for story in one.stories}
        lines = [line for line in await run_in_threadpool(self._desk.stories) if line.id in touched]
        return _page(request, "added.html.j2", added=added, lines=lines)

    async def enter_form(self, request: Request) -> Response:
        return _page(request, "enter.html.j2", wrong=False)

    async def enter(self, request: Request) -> Response:
        form = await self._form(request)
        given = self.guard.enter(_text(form, "token")) if self.guard is not None else None
        if given is None:
            return _page(request, "enter.html.j2", wrong=True, status=403)
        response = RedirectResponse("/", 303)
        response.set_cookie(f"{COOKIE}-pass", given, httponly=True, samesite="strict")
        return response

    async def style(self, request: Request) -> Response:
        return Response(_style(), media_type="text/css", headers={"cache-control": "max-age=3600"})

    async def icon(self, request: Request) -> Response:
        return Response(status_code=204)

    async def trouble(self, request: Request, error: Exception) -> Response:
        theirs = 404 if request.method == "GET" else 400
        status = theirs if isinstance(error, InputError) else 503
        return _page(request, "trouble.html.j2", status=status, line=str(error))

    async def refused(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        return _page(request, "trouble.html.j2", status=error.status_code, line=error.detail)

    async def too_large(self, request: Request, error: Exception) -> Response:
        return _page(request, "trouble.html.j2", status=413, line="Too large; nothing was taken in.")

    async def _told(self, request: Request) -> Any:
        return await run_in_threadpool(self._desk.story, request.path_params["story"])

    async def _form(self, request: Request) -> FormData:
        form = await request.form(
            max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=self._desk.settings.max_bytes
        )
        if not csrf_holds(request.scope, form.get("csrf")):
            raise HTTPException(403, "This form is out of date; nothing was changed. Load its page again and repeat.")
        return form

    async def _alone(self, work: Callable[[], Result]) -> Result:
        def locked() -> Result:
            with self._writing:
                return work()

        return await run_in_threadpool(locked)


_FIGURES: Mapping[str, str] = {
    "reports": "reports",
    "independent_origins": "independent origins",
    "claims": "claims",
    "contested": "contested",
    "conflicts": "conflicts",
    "drift": "drift",
}


def _page(request: Request, name: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    html = _environment().get_template(name).render(csrf=request.scope["csrf"], version=__version__, **values)
    return HTMLResponse(html.encode("utf-8", "replace"), status)


def _json(value: Any) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json")


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


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
    environment.filters.update(said=safe.isolated)
    return environment


@lru_cache(maxsize=1)
def _style() -> str:
    return (files("twosource.web") / "templates" / "style.css").read_text(encoding="utf-8")
