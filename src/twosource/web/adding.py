"""Reports in: the page that takes them, and how far each add is."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from twosource.desk import Added, Desk, Progress
from twosource.web.answers import wants_json
from twosource.web.endpoint import Endpoint
from twosource.web.jobs import Job
from twosource.web.served import Served, View
from twosource.web.uploads import FILES, PASTED, Sent, Take, read_sent


class JobList(msgspec.Struct, frozen=True, kw_only=True):
    """Adds since the server was started, the latest first."""

    jobs: tuple[Job, ...]


def _form(served: Served, request: Request, _: Any) -> View:
    found = JobList(jobs=tuple(served.jobs.all()[:20]))
    settings = served.desk.settings
    most = {"bytes": settings.max_bytes, "languages": settings.languages}
    return View("add.html.j2", found, {"jobs": found.jobs, "alone": served.alone, "most": most})


def _add(served: Served, request: Request, sent: Sent) -> View | Response:
    job = served.jobs.begin(sent.about, lambda progress: _take(served.desk, sent, progress), folder=sent.folder)
    where = f"/jobs/{job.id}"
    if wants_json(request):
        return View("job.html.j2", job, {"job": job}, 202, {"location": where})
    return RedirectResponse(where, 303)


def _take(desk: Desk, sent: Sent, progress: Progress) -> Added:
    parts = []
    for name in (FILES, PASTED):
        if sent.folder is not None and (sent.folder / name).is_dir():
            parts.append(desk.add_folder(sent.folder / name, progress=progress))
    if sent.paths:
        parts.append(desk.add(sent.paths, progress=progress))
    return Added(
        new=tuple(id_ for part in parts for id_ in part.new),
        known=sum(part.known for part in parts),
        refusals=tuple(refusal for part in parts for refusal in part.refusals),
        passed_over=sum(part.passed_over for part in parts),
        stories=tuple(dict.fromkeys(story for part in parts for story in part.stories)),
    )


def _job(served: Served, request: Request, _: Any) -> View:
    found = served.jobs.get(request.path_params["job"])
    if found is None:
        raise HTTPException(404, "No such add; those of before the server's last start are not remembered.")
    return View("job.html.j2", found, {"job": found})


def _jobs(served: Served, request: Request, _: Any) -> View:
    found = JobList(jobs=tuple(served.jobs.all()))
    return View("jobs.html.j2", found, {"jobs": found.jobs})


ENDPOINTS = (
    Endpoint("GET", "/add", _form, "Where reports are dropped, pasted or named by path", answer=JobList),
    Endpoint(
        "POST",
        "/reports",
        _add,
        "Add reports: texts as JSON, files as a form; the answer says where to ask how far it is",
        body=Take,
        reader=read_sent,
        answer=Job,
        status=202,
    ),
    Endpoint("GET", "/jobs", _jobs, "Adds, the latest first", answer=JobList, page=True),
    Endpoint("GET", "/jobs/{job}", _job, "How far an add is, and what came of it", answer=Job, page=True),
)
