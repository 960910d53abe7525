"""The desk's stories, a story's brief and document, and what in it can be corrected."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.model import Report, Span, Story
from twosource.store import StoryLine
from twosource.text.paragraphs import paragraphs
from twosource.web.answers import as_json, wants_json
from twosource.web.briefs import Form
from twosource.web.endpoint import Endpoint
from twosource.web.handles import Handles, handles_of
from twosource.web.served import Served, View

# Stories of one page of the list: what a reader scans before she searches instead.
PAGE = 50


class StoryList(msgspec.Struct, frozen=True, kw_only=True):
    """Stories, the latest published first: one page of ``pages``, of ``total`` in all with ``reports`` reports."""

    stories: tuple[StoryLine, ...]
    total: int
    reports: int
    page: Annotated[int, msgspec.Meta(ge=1)]
    pages: int


class FullReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report with its text, which all offsets count in, and where its paragraphs stand."""

    number: int
    report: Report
    paragraphs: tuple[Span, ...]


def _listing(served: Served, request: Request, _: Any) -> View:
    lines = served.desk.stories()
    pages = max(1, -(-len(lines) // PAGE))
    asked = request.query_params.get("page", "1")
    page = min(max(int(asked), 1), pages) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 1
    shown = tuple(lines[(page - 1) * PAGE : page * PAGE])
    found = StoryList(
        stories=shown, total=len(lines), reports=sum(line.reports for line in lines), page=page, pages=pages
    )
    running = [job for job in served.jobs.all() if not job.ended]
    return View("stories.html.j2", found, {"list": found, "jobs": running})


def _brief(served: Served, request: Request, _: Any) -> Response:
    form: Form = "document" if wants_json(request) else "page"
    found = served.briefs.of(request.path_params["story"], form)
    headers = {"etag": found.etag, "cache-control": "private, no-cache", "vary": "accept, accept-encoding"}
    if form == "page":
        # The brief states its own policy, by the hashes of its one style and one script; this can only be said here.
        headers["content-security-policy"] = "frame-ancestors 'none'"
    if found.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    packed = "gzip" in request.headers.get("accept-encoding", "")
    headers |= {"content-encoding": "gzip"} if packed else {}
    kind = "text/html; charset=utf-8" if form == "page" else "application/json"
    return Response(found.packed if packed else found.plain, headers=headers, media_type=kind)


def _handles(served: Served, request: Request, _: Any) -> Response:
    return as_json(handles_of(_told(served, request)))


def _report(served: Served, request: Request, _: Any) -> Response:
    told = _told(served, request)
    asked = request.path_params["number"]
    if not 1 <= asked <= len(told.reports):
        raise HTTPException(404, f"The story has reports 1 to {len(told.reports)}.")
    found = told.reports[asked - 1]
    return as_json(FullReport(number=asked, report=found, paragraphs=paragraphs(found.text)))


def _told(served: Served, request: Request) -> Story:
    return served.desk.story(request.path_params["story"])


ENDPOINTS = (
    Endpoint(
        "GET",
        "/stories",
        _listing,
        "All stories with their figures, the latest published first",
        query={"page": "which page of the list, from 1"},
        answer=StoryList,
        page=True,
    ),
    Endpoint(
        "GET", "/stories/{story}", _brief, "A story's brief; as JSON, the story document", answer=Story, page=True
    ),
    Endpoint(
        "GET",
        "/stories/{story}/handles.json",
        _handles,
        "What can be corrected in a story, by its anchor in the brief",
        answer=Handles,
    ),
    Endpoint(
        "GET",
        "/stories/{story}/reports/{number:int}.json",
        _report,
        "A report of a story with its text and its paragraphs",
        answer=FullReport,
    ),
)
