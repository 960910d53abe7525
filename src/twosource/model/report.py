"""One published text, or why it could not be read."""

from __future__ import annotations

import msgspec

from twosource.model.place import Span


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One published text and what is known of its publication.

    ``text`` is what all offsets count in: the decoded file as stored for ``.txt``, the extracted text for
    other inputs (then ``carried`` is true and the story document includes it). ``furniture`` are the spans
    that are not the story. Unknown fields are ``None``. ``published`` is ISO 8601, as precise as known.
    """

    id: str
    text: str
    sha256: str
    path: str | None = None
    url: str | None = None
    paths: tuple[str, ...] = ()
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: str | None = None
    language: str = "en"
    furniture: tuple[Span, ...] = ()
    headline: Span | None = None
    carried: bool = False


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """An input that could not be read, and the reason in one line."""

    reason: str
    path: str | None = None
    url: str | None = None
