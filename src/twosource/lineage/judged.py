"""What people decided about who relays whom, what is original, and what rests on one origin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.lineage.gathering import Gathered
from twosource.lineage.ground import Key, Root
from twosource.lineage.named import Vocabulary
from twosource.lineage.relays import Derived
from twosource.lineage.view import View
from twosource.model import Judgement, Place, Source, Span


@dataclass(frozen=True, eq=False)
class Judged:
    """The judgements that bear on this room; of two on one report, or on one place, the later one holds."""

    relays: Mapping[str, tuple[str, Judgement]]
    originals: Mapping[str, Judgement]
    origins: Sequence[Judgement]
    by_sha: Mapping[str, str]

    def derived(self, view: View, found: tuple[Derived, ...]) -> tuple[Derived, ...]:
        """A report's derivations with the relayed outlet that a person named, or none where it is judged original."""
        if view.id in self.originals:
            return tuple(d._replace(relation="cites") if d.relation == "relays" else d for d in found)
        if view.id not in self.relays:
            return found
        outlet, judgement = self.relays[view.id]
        whole = view.place(Span(0, len(view.reading.report.text)))
        evidence = next((d.evidence for d in found if d.source == outlet), (whole,))
        others = tuple(
            d._replace(relation="cites") if d.relation == "relays" else d for d in found if d.source != outlet
        )
        return (*others, Derived(outlet, "relays", evidence, _because(judgement)))

    def gathered(self, view: View, found: tuple[Gathered, ...]) -> tuple[Gathered, ...]:
        """A report's own gathering, if a person judged it original or judged that it relays."""
        if view.id in self.originals and not any(g.strong for g in found):
            return (*found, Gathered(Span(0, max(1, len(view.reading.report.text))), 0, "judged", True))
        if view.id in self.relays:
            return tuple(g._replace(strong=False) for g in found)
        return found

    def settle(self, views: Mapping[str, View], said: dict[str, Root], voices: dict[str, tuple[Root, ...]]) -> None:
        """Give judged places the origin that a person gave them, in ``said`` and ``voices``."""
        for judgement in self.origins:
            key = self._key(judgement, views, said, voices)
            view = views.get(self.by_sha.get(judgement.a.report, ""))
            if view is None or key is None:
                continue
            root = Root(key, _because(judgement), True, True)
            for statement in view.statements:
                inside = sum(
                    max(0, min(c.end, judgement.a.end) - max(c.start, judgement.a.start)) for c in statement.content
                )
                if 2 * inside >= sum(c.end - c.start for c in statement.content):
                    said[statement.id] = root
            found = list(voices[view.id])
            for i, sentence in enumerate(view.reading.sentences):
                if sentence.span.start < judgement.a.end and judgement.a.start < sentence.span.end:
                    found[i] = root
            voices[view.id] = tuple(found)

    def _key(
        self,
        judgement: Judgement,
        views: Mapping[str, View],
        said: Mapping[str, Root],
        voices: Mapping[str, tuple[Root, ...]],
    ) -> Key | None:
        if judgement.b is None:
            return Key("judged", judgement.value) if judgement.value else None
        view = views.get(self.by_sha.get(judgement.b.report, ""))
        return _at(view, judgement.b, said, voices) if view is not None else None


def judged(judgements: Sequence[Judgement], views: Mapping[str, View], sources: Mapping[str, Source]) -> Judged:
    """The judgements on these reports, named by SHA-256; the outlet by its name, or by one of its reports."""
    by_sha = {view.reading.report.sha256: key for key, view in views.items()}
    known = Vocabulary(tuple(sources.values()))
    relays: dict[str, tuple[str, Judgement]] = {}
    originals: dict[str, Judgement] = {}
    origins: dict[Place, Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.at, j.id)):
        report = by_sha.get(judgement.a.report)
        if report is None:
            continue
        if judgement.kind == "relays":
            outlet = known.exact(judgement.value) if judgement.value else None
            if outlet is None and judgement.b is not None and judgement.b.report in by_sha:
                outlet = views[by_sha[judgement.b.report]].outlet
            if outlet is not None:
                relays[report] = (outlet, judgement)
                originals.pop(report, None)
        elif judgement.kind == "original":
            originals[report] = judgement
            relays.pop(report, None)
        elif judgement.kind == "origin":
            origins[judgement.a] = judgement
    return Judged(relays, originals, sorted(origins.values(), key=lambda j: (j.at, j.id)), by_sha)


def _at(view: View, place: Place, said: Mapping[str, Root], voices: Mapping[str, tuple[Root, ...]]) -> Key | None:
    for statement in view.statements:
        root = said[statement.id]
        if root.key is not None and any(c.start < place.end and place.start < c.end for c in statement.content):
            return root.key
    at = view.sentence_at(place.start)
    return voices[view.id][at].key if 0 <= at < len(voices[view.id]) else None


def _because(judgement: Judgement) -> str:
    return f"Judged by {judgement.by}: {judgement.reason or 'no reason given'}."
