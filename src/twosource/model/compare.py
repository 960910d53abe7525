"""Where reports part: conflicts between passages, and drift of one origin in the retelling."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.place import Place

ConflictKind = Literal["quantity", "actor", "denial", "date", "place", "name", "other"]
DriftKind = Literal["quantity", "wording", "name", "certainty", "attribution", "other"]


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages that cannot both be right, or a denial."""

    id: str
    kind: ConflictKind
    a: Place
    b: Place
    claim: str | None = None
    reason: str = ""


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """One origin told differently by two reports, or by two passages of one report."""

    id: str
    kind: DriftKind
    a: Place
    b: Place
    origin: str | None = None
    reason: str = ""
