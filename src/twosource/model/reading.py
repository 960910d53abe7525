"""What the models saw in one report: sentences, names, vectors and tags, not yet interpreted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.model.place import Span
from twosource.model.report import Report
from twosource.model.statement import Statement

Embed = Callable[[Sequence[str]], NDArray[np.float32]]
"""Texts -> (n, 384) float32 unit vectors, one row a text, the same whatever else is asked with it."""

PAIRINGS = ("same", "denies", "qualifies", "silent", "conflicts", "other")
"""What the second of two passages does to the first: says the same, denies it, qualifies it, gives no information on
it, cannot be so together with it, or is about something else."""

Weigh = Callable[[Sequence[tuple[str, str]]], NDArray[np.float32]]
"""Pairs of passages -> (n, 6) float32: the share of each of ``PAIRINGS``, the same whatever else is asked with it."""

NameKind = Literal["person", "organisation", "place", "group", "date", "number"]


class Name(msgspec.Struct, frozen=True):
    """A name, date or number in the text. ``group`` is nationalities, faiths and parties."""

    span: Span
    kind: NameKind


class Sentence(msgspec.Struct, frozen=True):
    """One sentence: its span, its paragraph (index into ``Reading.paragraphs``), and whether it is furniture."""

    span: Span
    paragraph: int
    furniture: bool = False


class Passage(msgspec.Struct, frozen=True):
    """A clause or sentence that may carry a claim: its span and its sentence (index into ``Reading.sentences``)."""

    span: Span
    sentence: int


@dataclass(frozen=True, eq=False)
class Tags:
    """The attribution encoder's output for one report: words and what each may be part of.

    ``pieces`` is (n, 2) int32: start and end of each word in the report's text. ``probabilities`` maps
    a role (``content``, ``source``, ``cue``) to (n, 3) float32: begin, inside, outside. ``links`` holds what
    the decoder needs to score content-cue and cue-source pairs. ``attribution/`` says what they mean.
    ``inner`` are the tags of a second look at contents that seem to hold statements themselves, each read as a
    paragraph of its own.
    """

    pieces: NDArray[np.int32]
    probabilities: dict[str, NDArray[np.float32]]
    links: dict[str, NDArray[np.float32]]
    inner: Tags | None = None


@dataclass(frozen=True, eq=False)
class Reading:
    """A report as the models read it.

    ``vectors`` is (sentences, 384) float32, unit length, one row a sentence. Names, sentences and paragraphs
    are in text order. ``tags`` is the attribution encoder's raw output.
    """

    report: Report
    paragraphs: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    vectors: NDArray[np.float32]
    tags: Tags


@dataclass(frozen=True, eq=False)
class Read:
    """One report with what the models saw in it and the statements found: all that is worth keeping of it."""

    reading: Reading
    statements: tuple[Statement, ...]
