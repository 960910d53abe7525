"""What a person decided."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.place import Place

JudgementKind = Literal[
    "same source",
    "not same source",
    "same claim",
    "not same claim",
    "same story",
    "not same story",
    "speaker",
    "origin",
    "relays",
    "original",
    "outlet",
    "published",
    "furniture",
    "not furniture",
    "not a conflict",
    "note",
]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision about one or two places, signed, dated and reasoned; every later run obeys it.

    A judgement names Places whose ``report`` is the report's SHA-256, never a derived id, so that it holds
    after every recomputation. ``value`` carries what the kind needs (an outlet's name, a date).
    """

    id: str
    kind: JudgementKind
    by: str
    at: str
    a: Place
    b: Place | None = None
    value: str | None = None
    reason: str = ""
