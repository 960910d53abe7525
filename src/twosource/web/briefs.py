"""Briefs as they are served, as page and as document: made once for each state of a story, kept while it lasts."""

from __future__ import annotations

import gzip
import hashlib
import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from twosource import __version__, present
from twosource.desk import Desk
from twosource.model import Story
from twosource.present import Dress
from twosource.web.answers import rendered

# Bytes of briefs kept, packed and plain: about two hundred stories of 50 reports.
MOST = 100_000_000
# Level 6 makes a brief a fifth of its size in a tenth of the time its rendering took; higher levels gain 2 percent.
LEVEL = 6
# What the brief may use beside what is inlined in it: the desk's own files and answers.
POLICY = {
    "style-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "img-src": "'self' data:",
}


Form = Literal["page", "document"]


@dataclass(frozen=True)
class Brief:
    """A brief's bytes, plain and packed, and the tag that changes when they do."""

    plain: bytes
    packed: bytes
    etag: str


class Briefs:
    """The briefs of a desk. Whoever asks first has it rendered; whoever asks meanwhile waits for that one."""

    def __init__(self, desk: Desk, *, most: int = MOST) -> None:
        self._desk = desk
        self._most = most
        self._kept: OrderedDict[tuple[str, Form], tuple[str, Brief]] = OrderedDict()
        self._held = threading.Lock()
        self._making: dict[str, threading.Lock] = {}

    def of(self, name: str, form: Form = "page") -> Brief:
        """The brief of the story that an id or its start means, as it is now. Raises: InputError."""
        stamp = self._desk.store.stamp(name)
        found = self._found(stamp.story, form, stamp.mark)
        if found is not None:
            return found
        with self._held:
            making = self._making.setdefault(stamp.story, threading.Lock())
        with making:
            mark = self._desk.store.stamp(stamp.story).mark
            return self._found(stamp.story, form, mark) or self._make(stamp.story, form)

    def _make(self, id_: str, form: Form) -> Brief:
        told = self._desk.story(id_)
        # Telling moves the mark. One taken before the story that is rendered can only be older than it, never newer.
        mark = self._desk.store.stamp(id_).mark
        told = self._desk.story(id_)
        brief = _packed(self._page(told) if form == "page" else present.document_json(told))
        with self._held:
            self._kept[id_, form] = (mark, brief)
            self._kept.move_to_end((id_, form))
            while len(self._kept) > 1 and sum(_size(kept) for _, kept in self._kept.values()) > self._most:
                self._kept.popitem(last=False)
        return brief

    def _found(self, story: str, form: Form, mark: str) -> Brief | None:
        with self._held:
            kept = self._kept.get((story, form))
            if kept is None or kept[0] != mark:
                return None
            self._kept.move_to_end((story, form))
            return kept[1]

    def _page(self, story: Story) -> str:
        decided = self._desk.decisions({report.sha256 for report in story.reports})
        values = {"story": story.story.id, "decided": sum(decision.holds for decision in decided)}
        dress = Dress(
            policy=POLICY,
            head=Markup(rendered("brief_head.html.j2", **values)),  # noqa: S704 (a template of ours, escaped by itself)
            top=Markup(rendered("brief_top.html.j2", **values)),  # noqa: S704
            foot=Markup(rendered("brief_foot.html.j2", **values)),  # noqa: S704
        )
        return present.page(story, version=__version__, dress=dress)


def _size(brief: Brief) -> int:
    return len(brief.plain) + len(brief.packed)


def _packed(text: str) -> Brief:
    plain = text.encode("utf-8", "replace")
    return Brief(plain, gzip.compress(plain, LEVEL, mtime=0), f'"{hashlib.sha256(plain).hexdigest()[:20]}"')
