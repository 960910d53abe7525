"""One office's news conference in several reports: some name the office, some who spoke for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from typing import Protocol, TypeVar

from twosource.lineage.public import office_of
from twosource.model import Source

_CONFERENCE = re.compile(r"\b(?:news|press) (?:conference|briefing)\b", re.IGNORECASE)


class _Spoken(Protocol):
    @property
    def speaker(self) -> str: ...


NodeT = TypeVar("NodeT", bound=_Spoken)


def conferences(documents: Mapping[NodeT, Set[str]], sources: Mapping[str, Source]) -> list[tuple[NodeT, NodeT, str]]:
    """Pairs of what an office and its spokesman say at a news conference, and why the two are one.

    The keys of ``documents`` are what one speaker says in one report, the values the documents that it names.
    """
    first: dict[str, NodeT] = {}
    pairs = []
    for node in sorted(documents, key=lambda n: (n.speaker, repr(n))):
        office = office_of(sources.get(node.speaker))
        if office is None or not any(_CONFERENCE.search(sources[key].name) for key in documents[node]):
            continue
        if office in first and first[office].speaker != node.speaker:
            pairs.append((first[office], node, f"a news conference of {sources[office].name}"))
        first.setdefault(office, node)
    return pairs
