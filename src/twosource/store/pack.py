"""Read <-> bytes: what is kept of a reading, without loss and without anything that could run when it is loaded."""

from __future__ import annotations

from typing import Literal

import msgspec
import numpy as np

from twosource.errors import StoreError
from twosource.model import Name, Read, Reading, Report, Sentence, Span, Statement, Tags


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    form: Literal[1]
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    statements: tuple[Statement, ...]
    rows: int
    columns: int
    number: Literal["<f2", "<f4"]
    vectors: bytes


def pack(read: Read) -> bytes:
    """A Read as bytes, without its report and its tags (these are spent once statements are decoded).

    Vectors take two bytes a number where that loses nothing, else four: a story told from the store is the story
    told from the files, to the last byte.
    """
    reading = read.reading
    vectors = np.ascontiguousarray(reading.vectors, dtype="<f4")
    with np.errstate(over="ignore"):
        half = vectors.astype("<f2")
    exact = bool(np.array_equal(half.astype("<f4"), vectors))
    return msgspec.msgpack.encode(
        _Kept(
            1,
            reading.paragraphs,
            reading.sentences,
            reading.names,
            read.statements,
            vectors.shape[0],
            vectors.shape[1],
            "<f2" if exact else "<f4",
            (half if exact else vectors).tobytes(),
        )
    )


def unpack(content: bytes, report: Report) -> Read:
    """The Read that ``pack`` was given, with its report put back and without tags.

    Raises:
        StoreError: the bytes are no reading.
    """
    try:
        kept = msgspec.msgpack.decode(content, type=_Kept)
        vectors = np.frombuffer(kept.vectors, dtype=kept.number).reshape(kept.rows, kept.columns).astype(np.float32)
    except (msgspec.DecodeError, ValueError) as error:
        raise StoreError(
            f"the kept reading of report {report.id} is damaged ({error}); remove and add it again"
        ) from None
    reading = Reading(report, kept.paragraphs, kept.sentences, kept.names, vectors, _no_tags())
    return Read(reading, kept.statements)


def _no_tags() -> Tags:
    return Tags(np.zeros((0, 2), dtype=np.int32), {}, {})
