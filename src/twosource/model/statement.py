"""One attribution: who said what, in which words."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.place import Span

Form = Literal["direct", "indirect", "mixed"]
Stance = Literal["asserts", "denies", "hedges", "no comment", "asks"]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A source, a cue and a content (quoted or paraphrased) in one report.

    ``speaker`` is the resolved source's id, ``via`` the outlets the words passed through, nearest the speaker
    first; both are filled in by ``sources/`` and ``lineage/``. ``within`` is the enclosing statement.
    """

    id: str
    report: str
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    via: tuple[str, ...] = ()
    within: str | None = None
    confidence: float = 1.0
    form: Form = "indirect"
    stance: Stance = "asserts"
