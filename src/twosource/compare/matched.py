"""The passages of a story that tell one thing, matched once for conflicts and drift alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.compare.aligned import Pair, best_only, pairs, with_claims, with_vectors
from twosource.compare.clausewise import ClausePair, clause_pairs
from twosource.compare.retellings import Retelling, retellings
from twosource.compare.told import Page, Traced, page
from twosource.model import Claim, Embed, Reading


class Matched(NamedTuple):
    """The sentences of a story, those of two reports that are ``near`` (``best``: each the other's nearest), their
    clauses, and the pairs that may tell one thing again.
    """  # fmt: skip

    sheet: Page
    near: tuple[Pair, ...]
    best: tuple[Pair, ...]
    clauses: tuple[ClausePair, ...]
    told_again: tuple[Retelling, ...]


def matched(readings: Sequence[Reading], claims: Sequence[Claim], traced: Traced, *, embed: Embed) -> Matched:
    """What ``conflicts`` and ``drift`` look at; give it to both, and the work is done once."""
    sheet = page(readings, claims, traced)
    near = with_vectors(sheet, with_claims(sheet, pairs(sheet, least=0.3)))
    return Matched(sheet, near, best_only(near), clause_pairs(sheet, near, traced, embed), retellings(sheet))
