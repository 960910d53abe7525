"""Decisions: made in a story, undone, and the log of who decided what."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from twosource.desk import to_line
from twosource.errors import InputError
from twosource.model import JudgementKind, Place, Shift, Story
from twosource.store import Decision
from twosource.web.difference import Outcome, outcome
from twosource.web.endpoint import Endpoint
from twosource.web.log import Entry, entries
from twosource.web.served import Served, View

# Decisions shown of a log: weeks of a desk's work. All of them are in /judgements.jsonl.
MOST = 500
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=3_000)]


class Decide(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision: its kind, the one or two places it is about, and why.

    A place is an id of the story (source, claim, statement, origin, conflict, report) or ``REPORT:START-END``;
    where two stories are joined or parted, ``b`` may be any report, or another story.
    ``by`` may be left out where one person alone uses this server.
    """

    kind: JudgementKind
    a: Name
    b: Name | None = None
    value: Annotated[str, msgspec.Meta(max_length=3_000)] | None = None
    reason: Annotated[str, msgspec.Meta(max_length=3_000)] = ""
    by: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class Undo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``story``: the story to say the changes of, claim by claim."""

    story: Annotated[str, msgspec.Meta(max_length=200)] | None = None


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """The latest decisions, latest first, and how many there are and hold; ``story`` where they are one story's.

    ``history``: when reports came into that story from others, or left it, and why.
    """

    decisions: tuple[Entry, ...]
    total: int
    holding: int
    story: str | None = None
    headline: str | None = None
    history: tuple[Shift, ...] = ()


def _decide(served: Served, request: Request, given: Decide) -> View:
    desk, name = served.desk, request.path_params["story"]
    if not given.by and not served.alone:
        raise HTTPException(400, "Say who decides; nothing was changed.")
    with served.deciding:
        before = desk.story(name)
        a = desk.place(name, given.a)
        b = _second(served, name, given) if given.b else None
        changed = desk.judge(given.kind, a, b, value=given.value or None, reason=given.reason, by=given.by or None)
        found = outcome(changed, before, _again(served, before), withdrawn=False)
    return View("outcome.html.j2", found, {"outcome": found, "story": before.story.id}, 201)


def _second(served: Served, story: str, given: Decide) -> Place:
    """The second place; about stories it may be any report, or another story, whose first report stands for it."""
    name = given.b or ""
    if "story" not in given.kind:
        return served.desk.place(story, name)
    with suppress(InputError):
        name = served.desk.story(name).reports[0].id
    return served.desk.place(story, name, elsewhere=True)


def _undo(served: Served, request: Request, given: Undo) -> View:
    desk = served.desk
    with served.deciding:
        before = desk.story(given.story) if given.story else None
        changed = desk.undo(request.path_params["judgement"])
        found = outcome(changed, before, _again(served, before), withdrawn=True)
    return View("outcome.html.j2", found, {"outcome": found, "story": before.story.id if before else None})


def _again(served: Served, before: Story | None) -> Story | None:
    """The story as it is now; ``None`` where a decision moved all its reports away."""
    try:
        return served.desk.story(before.story.id) if before else None
    except InputError:
        return None


def _log(served: Served, request: Request, _: Any) -> View:
    found = _found(served, served.desk.decisions())
    return View("log.html.j2", found, {"log": found})


def _story_log(served: Served, request: Request, _: Any) -> View:
    told = served.desk.story(request.path_params["story"])
    decided = served.desk.decisions({report.sha256 for report in told.reports})
    found = _found(served, decided, told)
    return View("log.html.j2", found, {"log": found})


def _found(served: Served, decided: tuple[Decision, ...], told: Story | None = None) -> Log:
    return Log(
        decisions=tuple(reversed(entries(decided[-MOST:], served.desk.store))),
        total=len(decided),
        holding=sum(decision.holds for decision in decided),
        story=told.story.id if told else None,
        headline=told.story.headline if told else None,
        history=tuple(reversed(told.history)) if told else (),
    )


def _lines(served: Served, request: Request, _: Any) -> Response:
    text = "".join(to_line(decision) + "\n" for decision in served.desk.decisions())
    return Response(text, media_type="application/jsonl")


ENDPOINTS = (
    Endpoint(
        "POST",
        "/stories/{story}/judgements",
        _decide,
        "Decide what the program got wrong; it is obeyed at once and by every later run",
        body=Decide,
        answer=Outcome,
        status=201,
    ),
    Endpoint(
        "GET",
        "/stories/{story}/judgements",
        _story_log,
        "Who decided what in a story, latest first",
        answer=Log,
        page=True,
    ),
    Endpoint("GET", "/judgements", _log, "Who decided what, latest first", answer=Log, page=True),
    Endpoint(
        "GET",
        "/judgements.jsonl",
        _lines,
        "All judgements as lines that `twosource judgements --import` takes",
        answer="application/jsonl",
    ),
    Endpoint(
        "POST",
        "/judgements/{judgement}/undo",
        _undo,
        "Withdraw a judgement; it stays in the log",
        body=Undo,
        answer=Outcome,
    ),
)
