"""What the store answers with, beside the model's own values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from twosource.model import Judgement, Shift, Story


class StoryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One story in a list: its figures as last told, and whether anything has touched it since.

    ``reports`` counts every report in it, earlier versions of one URL too; the figures after it are ``None`` until
    the story has been told.
    """

    id: str
    headline: str
    reports: int
    first_published: str | None = None
    last_published: str | None = None
    independent_origins: int | None = None
    claims: int | None = None
    contested: int | None = None
    conflicts: int | None = None
    drift: int | None = None
    changed: str = ""
    up_to_date: bool = False
    history: tuple[Shift, ...] = ()


class Stamp(NamedTuple):
    """A story's id, a mark that differs whenever the story does, and whether it is told as it stands."""

    story: str
    mark: str
    up_to_date: bool


class KeptStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story as kept: the document (``None``: not told yet), its members in order of arrival, and its counters.

    ``touched`` grows with every change to its reports or judgements; ``told`` is the value the document was made for.
    """

    id: str
    story: Story | None
    members: tuple[str, ...]
    touched: int
    told: int
    made_by: str | None = None

    @property
    def up_to_date(self) -> bool:
        """True where nothing has happened since the document was made."""
        return self.story is not None and self.told == self.touched


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A report that search found, best first: which, in which story, and some of its words, finds in brackets."""

    report: str
    story: str | None
    outlet: str | None
    title: str | None
    published: str | None
    path: str | None
    words: str


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement as kept: when it was withdrawn (``None``: it holds), and the later one that contradicts it.

    A later one may contradict it in part of its words only; there the later one holds, and it in the rest.
    """

    judgement: Judgement
    withdrawn: str | None = None
    overruled_by: str | None = None
    overruled_in_part_by: str | None = None

    @property
    def holds(self) -> bool:
        """True where every run obeys it."""
        return self.withdrawn is None and self.overruled_by is None


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A report as the sorting into stories sees it; ``story`` is where the stream put it, ``None`` until it has.

    ``number`` grows with arrival.
    """

    number: int
    report: str
    sha256: str
    url: str | None
    published: str | None
    added: str
    story: str | None
    signature: bytes


class Sorted(NamedTuple):
    """Where waiting reports belong: the story of each that is new or moves, why stories changed, what to remember.

    ``rows`` are, for each new report, its number, its day, its meaning and the weights of its words; ``held`` is what
    the sorting wants to find again the next time.
    """

    stories: Mapping[str, str]
    shifts: Sequence[Shift] = ()
    rows: Sequence[tuple[int, int | None, bytes, bytes]] = ()
    held: bytes | None = None
