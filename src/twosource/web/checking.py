"""A sentence to what the kept reports say of it."""

from __future__ import annotations

from typing import Any

import msgspec
from starlette.requests import Request

from twosource.errors import InputError
from twosource.web.endpoint import Endpoint
from twosource.web.searching import LONGEST
from twosource.web.served import Served, View


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that bears on the claim: what it does to it, who says so where, and the origin behind it."""

    stance: str
    words: str
    report: str
    outlet: str
    published: str | None
    speaker: str | None
    origin: str | None


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What the reports say of a claim, in one sentence and passage by passage."""

    claim: str
    answer: str = ""
    said: tuple[Said, ...] = ()


def _check(served: Served, request: Request, _: Any) -> View:
    asked = " ".join(request.query_params.get("claim", "")[:LONGEST].split())
    found = _checked(served, asked) if any(c.isalnum() for c in asked) else Checked(claim=asked)
    return View("check.html.j2", found, {"found": found})


def _checked(served: Served, asked: str) -> Checked:
    try:
        answer, reports = served.desk.check(asked)
    except InputError as error:
        return Checked(claim=asked, answer=str(error))
    names = {source.id: source.name for source in answer.sources}
    labels = {origin.id: origin.label for origin in answer.origins}
    said = []
    for found, behind in zip(answer.found, answer.behind, strict=True):
        report = reports[found.report]
        said.append(
            Said(
                stance=found.stance,
                words=" ".join(found.text.split()),
                report=report.id,
                outlet=report.outlet or report.path or report.url or report.id,
                published=report.published,
                speaker=names.get(found.speaker or ""),
                origin=labels.get(behind or ""),
            )
        )
    return Checked(claim=asked, answer=answer.answer, said=tuple(said))


ENDPOINTS = (
    Endpoint(
        "GET",
        "/check",
        _check,
        "What the kept reports say of a claim, and from which origins",
        query={"claim": "a sentence"},
        answer=Checked,
        page=True,
    ),
)
