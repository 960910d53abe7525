"""What people decided about sources, speakers and outlets, turned into pairs that the joining obeys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from twosource.model import Judgement, Place, Reason, Statement
from twosource.sources.entities import Chains, Entity
from twosource.sources.linking import Node
from twosource.sources.mentions import Mention
from twosource.sources.speakers import Said
from twosource.text.names import fold


class Judged:
    """The judgements that bear on this room, looked up against the chains of all reports.

    Places name reports by SHA-256. Of two judgements on one pair of places, or one place, the later one holds.
    """

    def __init__(
        self, judgements: Sequence[Judgement], chained: Sequence[Chains], statements: Mapping[str, Sequence[Statement]]
    ) -> None:
        self.chained, self.statements = chained, statements
        self.by_sha = {c.page.reading.report.sha256: r for r, c in enumerate(chained)}
        latest: dict[object, Judgement] = {}
        for j in sorted(judgements, key=lambda j: (j.at, j.id)):
            if j.kind in ("same source", "not same source") and j.b is not None:
                latest["pair", *sorted((j.a, j.b))] = j
            elif j.kind == "speaker":
                latest["speaker", j.a] = j
            elif j.kind == "outlet":
                latest["outlet", j.a.report] = j
        self.latest = list(latest.values())

    def entity_at(self, place: Place) -> tuple[int, Entity] | None:
        """The entity whose mention stands at a place, the best overlap first."""
        r = self.by_sha.get(place.report)
        if r is None:
            return None
        chains = self.chained[r]
        best: tuple[int, int] | None = None
        found = None
        for m in chains.mentions:
            shared = min(m.end, place.end) - max(m.start, place.start)
            entity = chains.of.get((m.start, m.end))
            if shared > 0 and entity is not None and (best is None or (shared, m.start - m.end) > best):
                best, found = (shared, m.start - m.end), entity
        return (r, found) if found is not None else None

    def _pairs(self, kind: str) -> Iterator[tuple[Node, Node, Judgement]]:
        for j in self.latest:
            if j.kind == kind and j.b is not None:
                a, b = self.entity_at(j.a), self.entity_at(j.b)
                if a and b:
                    yield (a[0], a[1].number), (b[0], b[1].number), j

    def same(self) -> list[tuple[Node, Node, Reason]]:
        """Pairs that a person joined."""
        return [
            (a, b, Reason("judged", f"{j.by} decided that these are one source. {j.reason}".strip()))
            for a, b, j in self._pairs("same source")
        ]

    def apart(self) -> list[tuple[Node, Node]]:
        """Pairs that a person keeps apart."""
        return [(a, b) for a, b, _ in self._pairs("not same source")]

    def speakers(self, said: Sequence[dict[str, Said]]) -> None:
        """Put the speakers that people named into ``said``: by a mention's place ``b``, or by name in ``value``."""
        for j in self.latest:
            r = self.by_sha.get(j.a.report)
            if j.kind != "speaker" or r is None:
                continue
            entity = self._named(r, j)
            chains = self.chained[r]
            for s in self.statements.get(chains.page.report, ()):
                spans = [*s.content, *([s.source] if s.source else [])]
                if any(c.start < j.a.end and j.a.start < c.end for c in spans):
                    said[r][s.id] = Said(entity, "judged", 1.0)

    def _named(self, r: int, j: Judgement) -> Entity | None:
        chains = self.chained[r]
        if j.b is not None:
            found = self.entity_at(j.b)
            if found and found[0] == r:
                return found[1]
        if j.value:
            wanted = fold(j.value)
            for entity in chains.entities:
                if any(fold(n) == wanted for n in entity.names) or any(
                    fold(d.text) == wanted for d in entity.descriptions
                ):
                    return entity
            entity = Entity(len(chains.entities), "person")
            entity.names[j.value] += 1
            entity.mentions.append(Mention(j.a.start, j.a.end, "role", "person"))
            chains.entities.append(entity)
            return entity
        return None

    def outlet(self, r: int) -> str | None:
        """The outlet that a person named for a report."""
        sha = self.chained[r].page.reading.report.sha256
        return next((j.value for j in self.latest if j.kind == "outlet" and j.a.report == sha and j.value), None)
