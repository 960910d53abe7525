"""What is claimed, with all evidence for and against it."""

from __future__ import annotations

from typing import Literal

import msgspec

EvidenceStance = Literal["supports", "denies", "qualifies", "no information"]
ClaimStatus = Literal["corroborated", "single origin", "contested", "denied", "origin unknown"]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """One passage that bears on a claim: where it stands, what it does to the claim, and its origin."""

    report: str
    start: int
    end: int
    statement: str | None = None
    stance: EvidenceStance = "supports"
    origin: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """A proposition, worded by one of the reports' own passages, and the count of what stands behind it.

    The counts and the status are filled in by ``support.py``; ``claims/`` leaves them at their defaults.
    """

    id: str
    text: str
    evidence: tuple[Evidence, ...]
    reports: int = 0
    outlets: int = 0
    speakers: int = 0
    independent_origins: int = 0
    independent_origins_range: tuple[int, int] = (0, 0)
    status: ClaimStatus = "origin unknown"
    reasons: tuple[str, ...] = ()
