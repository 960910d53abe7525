"""Judgements made, written as JSON lines to share between desks, and read again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from twosource.errors import InputError
from twosource.model import Judgement, JudgementKind, Place
from twosource.store import Decision
from twosource.text.ids import content_id


def signed(
    kind: JudgementKind, a: Place, b: Place | None = None, *, value: str | None, reason: str, by: str, at: str
) -> Judgement:
    """A Judgement whose id follows from all it says: the same decision twice is one.

    Raises:
        InputError: the kind needs a second place or a value that is not given.
    """
    if kind in PAIRED and b is None:
        raise InputError(f"“{kind}” is about two places; give the second one too")
    if kind in VALUED and not (value or "").strip():
        raise InputError(f"“{kind}” needs --value ({VALUED[kind]})")
    if kind in EITHER and b is None and not (value or "").strip():
        raise InputError(f"“{kind}” needs a second place or --value ({EITHER[kind]})")
    if kind == "published" and not _is_date(value or ""):
        raise InputError(f"{value!r} is no date; write 2024, 2024-05 or 2024-05-31, with a time if known")
    id_ = content_id("j", kind, a, b, value, reason, by, at)
    return Judgement(id=id_, kind=kind, by=by, at=at, a=a, b=b, value=value, reason=reason)


PAIRED: frozenset[JudgementKind] = frozenset(
    {"same source", "not same source", "same claim", "not same claim", "same story", "not same story"}
)
VALUED: dict[JudgementKind, str] = {"outlet": "its name", "published": "an ISO 8601 date"}
EITHER: dict[JudgementKind, str] = {"speaker": "the speaker's name", "origin": "what it is", "relays": "the outlet"}


def to_line(decision: Decision) -> str:
    """One line of JSON: the judgement's fields, and ``withdrawn`` where it was."""
    built: dict[str, Any] = msgspec.to_builtins(decision.judgement)
    if decision.withdrawn is not None:
        built["withdrawn"] = decision.withdrawn
    return msgspec.json.encode(built).decode("utf-8")


def from_line(line: str | bytes, *, number: int) -> Decision:
    """The decision that a line of JSON holds. Raises: InputError naming the line."""
    try:
        built = msgspec.json.decode(line, type=dict[str, Any])
        withdrawn = msgspec.convert(built.pop("withdrawn", None), str | None)
        judgement = msgspec.convert(built, Judgement)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise InputError(f"line {number} is no judgement ({error}); nothing was taken over") from None
    same = signed(
        judgement.kind,
        judgement.a,
        judgement.b,
        value=judgement.value,
        reason=judgement.reason,
        by=judgement.by,
        at=judgement.at,
    )
    if same.id != judgement.id:
        raise InputError(f"line {number}: the judgement was altered after it was signed; nothing was taken over")
    return Decision(judgement=judgement, withdrawn=withdrawn)


def _is_date(value: str) -> bool:
    for form in ("%Y", "%Y-%m"):
        try:
            datetime.strptime(value, form)
        except ValueError:
            continue
        return True
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
