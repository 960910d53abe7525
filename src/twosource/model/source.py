"""Whoever or whatever is cited."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.place import Place
from twosource.model.reason import Reason

SourceKind = Literal[
    "named person", "unnamed person", "pseudonymous person", "group", "organisation", "outlet", "document"
]


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One source across all reports of a story, with every place that names or describes it.

    ``part_of`` is a spokesperson's office or a soldier's unit. ``reasons`` say why its mentions were joined.
    """

    id: str
    name: str
    kind: SourceKind
    description: str | None = None
    part_of: str | None = None
    mentions: tuple[Place, ...] = ()
    reasons: tuple[Reason, ...] = ()
