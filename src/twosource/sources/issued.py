"""Statements that are read out as if they spoke: whoever issued "the statement" says what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.model import Statement
from twosource.sources.entities import Chains, Entity
from twosource.sources.mentions import Mention
from twosource.sources.speakers import Said

# What somebody puts out in his own name. A letter, a memo, a lawsuit are documents that speak for themselves.
_ISSUED = frozenset(
    ["statement", "announcement", "declaration", "press release", "news release", "press statement", "tweet"]
)
# Descriptions of a document in which its issuer is looked for: the first ones name him.
MOST = 8


def issuers(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> dict[str, Said]:
    """Statement id to whoever issued the document that speaks there, where the report names him.

    Told by the possessor ("Ruiz's statement"), the complement ("an announcement from Ruiz"), or whoever spoke in it.
    """
    by_sentence: dict[int, list[Mention]] = defaultdict(list)
    for m in chains.mentions:
        if (m.start, m.end) in chains.of:
            by_sentence[chains.page.sentence_at(m.start)].append(m)
    issued: dict[int, Entity | None] = {}
    found: dict[str, Said] = {}
    for statement in statements:
        who = said.get(statement.id)
        document = who.entity if who is not None else None
        if document is None or document.sort != "document" or document.plural:
            continue
        if not document.descriptions or document.descriptions[0].head not in _ISSUED:
            continue
        if document.number not in issued:
            issued[document.number] = _issuer(chains, document, by_sentence)
        issuer = issued[document.number]
        if issuer is not None:
            found[statement.id] = Said(issuer, "issued", 0.8)
    return found


def _issuer(chains: Chains, document: Entity, by_sentence: Mapping[int, Sequence[Mention]]) -> Entity | None:
    for d in document.descriptions[:MOST]:
        gap = len("'s ") + len(" ".join(d.modifiers))
        for m in by_sentence.get(chains.page.sentence_at(d.start), ()):
            before = bool(d.owner) and m.end <= d.head_start <= m.end + gap
            after = d.of_span is not None and d.of_span.start <= m.start < d.of_span.end
            entity = chains.of[m.start, m.end] if before or after else None
            if entity is not None and entity is not document and entity.sort in ("person", "organisation"):
                return entity
    owner = document.owner
    return owner if owner is not None and owner.sort in ("person", "organisation") else None
