"""Words to the reports that hold them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.requests import Request

from twosource.present import safe
from twosource.store import Hit, StoryLine
from twosource.web.endpoint import Endpoint
from twosource.web.served import Served, View

# Reports a search shows, and characters of what is searched for.
HITS, LONGEST = 100, 500


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Reports that hold the words, best first; finds stand in ``[brackets]``. ``more``: there may be others."""

    words: str
    hits: tuple[Hit, ...]
    more: bool


def _search(served: Served, request: Request, _: Any) -> View:
    words = " ".join(request.query_params.get("q", "")[:LONGEST].split())
    hits: list[Hit] = []
    if re.search(r"\w", words):
        hits = served.desk.search(words, limit=HITS + 1)
    found = Found(words=words, hits=tuple(hits[:HITS]), more=len(hits) > HITS)
    lines = {line.id: line for line in served.desk.stories()}
    grouped: dict[str, list[Hit]] = defaultdict(list)
    for hit in found.hits:
        grouped[hit.story or ""].append(hit)
    stories: list[tuple[StoryLine | None, list[Hit]]] = [(lines.get(id_), hits) for id_, hits in grouped.items()]
    return View("search.html.j2", found, {"found": found, "stories": stories, "marked": marked})


def marked(words: str) -> Markup:
    """A hit's words as HTML, its finds marked."""
    parts = re.split(r"\[([^\[\]]{1,80})\]", words)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(safe.quoted(part)) if n % 2 else safe.quoted(part)
        for n, part in enumerate(parts)
    )


ENDPOINTS = (
    Endpoint(
        "GET",
        "/search",
        _search,
        "Reports that hold all the words, best first",
        query={"q": "words; those in double quotes stand together"},
        answer=Found,
        page=True,
    ),
)
