"""What origins are decided on, and the values that say what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from twosource.lineage.channels import Channel
from twosource.lineage.credited import Via
from twosource.lineage.gathering import Gathered
from twosource.lineage.occasions import Occasion
from twosource.lineage.relays import Derived
from twosource.lineage.reuse import Descent
from twosource.lineage.view import View
from twosource.model import Source, Span, Statement

# A cited passage is taken to be this report of the cited outlet, where one is in hand, when the two sentences mean this
# much the same. Cosine of MiniLM sentence vectors; citations of a report in hand lie at 0.41 and above.
SAME_MATTER = 0.4


# Reports of one outlet, the first ones by id, in which what it is credited with is looked for: the work stays linear.
MOST_REPORTS = 32


class Key(NamedTuple):
    """What an origin is made of: ``own`` a report's gathering, ``outlet`` a credited outlet's report that is not in
    hand, ``occasion`` an open act of speaking, ``speaker`` what somebody made public through nobody knows what,
    ``judged`` what a person named.
    """

    kind: str
    name: str


class Root(NamedTuple):
    """The origin key behind some words, why, and whether the words themselves say it (not a rule about the report).

    ``judged`` is true where a person said it, ``loose`` where nothing but the report as a whole suggests it.
    """

    key: Key | None
    reason: str
    words: bool
    judged: bool = False
    loose: bool = False


NOBODY = Root(None, "No origin is given.", False)
ASCRIBED = Root(None, "The report ascribes it; to whom it was said is not told.", False)


@dataclass(frozen=True, eq=False)
class Borrowed:
    """For one report: its sentences that come from a sentence of another report, and its statements from a statement.

    Both map to (report, index or id) there. ``released`` maps statements to the office's own text, among the files.
    """

    sentences: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    statements: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    released: Mapping[str, str] = field(default_factory=dict)


NOTHING = Borrowed()


@dataclass(frozen=True, eq=False)
class Ground:
    """All that origins are decided on, by report id or statement id."""

    views: Mapping[str, View]
    sources: Mapping[str, Source]
    derived: Mapping[str, tuple[Derived, ...]]
    gathered: Mapping[str, tuple[Gathered, ...]]
    vias: Mapping[str, Via]
    channels: Mapping[str, Channel | None]
    occasion_of: Mapping[str, Occasion]
    descended: Mapping[str, Descent]
    borrowed: Mapping[str, Borrowed]
    told: Mapping[str, frozenset[str]]
    public: frozenset[str]

    def name(self, key: str) -> str:
        """A source's name."""
        source = self.sources.get(key)
        return source.name if source else key

    def relayed(self, report: str) -> str | None:
        """The source that a report as a whole retells."""
        return next((d.source for d in self.derived[report] if d.relation == "relays" and not d.groundless), None)

    def own_sentences(self, report: str) -> frozenset[int]:
        """The sentences that speak of own gathering in so many words."""
        return frozenset(g.sentence for g in self.gathered[report] if g.strong and g.rule != "dateline")

    def is_original(self, report: str) -> bool:
        """The report shows gathering of its own."""
        return any(g.strong for g in self.gathered[report])


class InHand:
    """Which report of a credited outlet is meant, if it is in hand; and whose gathering that report rests on."""

    def __init__(self, views: Mapping[str, View], derived: Mapping[str, tuple[Derived, ...]]) -> None:
        self._views = views
        self._derived = derived
        self._by_outlet: dict[str, list[str]] = defaultdict(list)
        for key, view in views.items():
            if view.outlet:
                self._by_outlet[view.outlet].append(key)

    def key(self, report: str, outlet: str, sentence: int | None) -> Key:
        """The origin key of what ``report`` credits ``outlet`` with, in a sentence or (``None``) as a whole."""
        return self._key(report, outlet, sentence, frozenset({report}))

    def report(self, report: str, outlet: str) -> str | None:
        """The report of ``outlet`` that ``report`` as a whole is most about, if one is in hand."""
        return self._match(report, outlet, None)

    def _key(self, report: str, outlet: str, sentence: int | None, seen: frozenset[str]) -> Key:
        there = self._match(report, outlet, sentence)
        if there is None or there in seen:
            return Key("outlet", outlet)
        further = next((d.source for d in self._derived[there] if d.relation == "relays"), None)
        if further is not None and further not in (outlet, self._views[report].outlet):
            return self._key(there, further, None, seen | {there})
        return Key("own", there)

    def _match(self, report: str, outlet: str, sentence: int | None) -> str | None:
        here = self._views[report].reading.vectors
        rows = here[[sentence]] if sentence is not None and sentence < len(here) else here
        best: tuple[float, str] | None = None
        for other in self._by_outlet.get(outlet, ())[:MOST_REPORTS]:
            there = self._views[other].reading.vectors
            if other == report or not len(there) or not len(rows):
                continue
            likeness = (rows @ there.T).max(axis=1)
            score = float(likeness.max() if sentence is not None else sorted(likeness)[-max(1, len(likeness) // 3)])
            if score >= SAME_MATTER and (best is None or score > best[0]):
                best = (score, other)
        return best[1] if best else None


def span_of(statement: Statement) -> Span:
    """From the first to the last word of a statement's content."""
    return Span(min(c.start for c in statement.content), max(c.end for c in statement.content))
