"""What every handler is given: the desk, the briefs rendered so far, the adds under way."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from twosource.desk import Desk

if TYPE_CHECKING:
    from twosource.web.briefs import Briefs
    from twosource.web.guard import Guard
    from twosource.web.jobs import Jobs


@dataclass
class Served:
    """One desk being served. ``alone``: nobody but this machine's own user can reach it, so its paths are theirs.

    Decisions queue behind ``deciding``: several people who correct one story at once tell it one after the other
    instead of each over again.
    """

    desk: Desk
    briefs: Briefs
    jobs: Jobs
    alone: bool
    guard: Guard | None = None
    deciding: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True)
class View:
    """An answer: the page's template with its values, and the same as JSON."""

    template: str
    data: Any
    values: Mapping[str, Any] = field(default_factory=dict)
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
