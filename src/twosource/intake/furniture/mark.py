"""What a recogniser says of a block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from twosource.intake.page import Page
from twosource.model import Span


class Mark(NamedTuple):
    """A stretch of furniture: where, by which rule, why, and what it says of the report's publication."""

    span: Span
    rule: str
    reason: str
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None


Recogniser = Callable[[Page], Iterator[Mark]]
"""A page to its marks. Linear in the page; sure or silent: story text taken for furniture is lost to the reader."""

QUOTES = re.compile(r"[\"“”«»]|''")
TELLING = re.compile(
    r"\b(?:said|says|told|asked|added|according to|announced|warned|denied|reported|wrote)\b", re.IGNORECASE
)
NAME = r"[A-ZÀ-Ý][\w.'’-]*(?: (?:de|da|del|van|von|der|den|al|el|bin|ibn|la|le|di))*(?: [A-ZÀ-Ý][\w.'’-]*){1,3}"
"""A person's name of two to four words."""


def bare(text: str) -> str:
    """The block without marks that are not seen: byte-order, direction and zero-width ones."""
    return text.strip("\ufeff\u200b\u200e\u200f\u202a\u202c \t\xa0").replace("\xa0", " ")


def looks_told(text: str) -> bool:
    """Whether a block quotes or reports, as story text does."""
    return bool(QUOTES.search(text) or TELLING.search(text))
