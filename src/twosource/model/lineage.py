"""Where reports got their material."""

from __future__ import annotations

from typing import Literal

import msgspec

from twosource.model.place import Place, Span

Relation = Literal["relays", "cites", "original"]


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one report that name another outlet or document as having the material first.

    ``source`` is the credited source's id, ``rule`` the form of the credit (``"told X"``), ``place`` the crediting
    words, ``sentence`` the sentence they stand in, ``own`` true where a report credits its own outlet with
    gathering (\"told this newspaper\").
    """

    report: str
    source: str
    rule: str
    place: Place
    sentence: Span
    own: bool = False
    score: float = 1.0


class Reuse(msgspec.Struct, frozen=True, kw_only=True):
    """Two passages of two reports that share their wording: how much, and which way it went if that shows.

    ``score`` 0..1; ``direction`` is the id of the report that had it first, ``None`` where nothing shows it.
    """

    a: Place
    b: Place
    score: float
    direction: str | None = None
    reason: str = ""


class LineageEdge(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A report and where it got its material: ``relays`` as a whole, ``cites`` a part, ``original`` its own."""

    report: str
    from_: str
    relation: Relation
    evidence: tuple[Place, ...]
    reason: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """A first-hand act of newsgathering: interviews by one outlet for one report, a document, a press conference.

    ``gathered_by`` is the outlet's source id; ``report`` the first-hand report, ``None`` when it is not among
    the files.
    """

    id: str
    label: str
    gathered_by: str | None = None
    statements: tuple[str, ...] = ()
    report: str | None = None
