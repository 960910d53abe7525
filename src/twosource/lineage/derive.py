"""What each report gathered, whom it draws on, and what it took over: the three decided together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from twosource.lineage.gathering import ANOTHER, Gathered, own_gathering
from twosource.lineage.judged import Judged
from twosource.lineage.public import in_office
from twosource.lineage.relays import Derived, derivations
from twosource.lineage.retold import confirmed, retellings
from twosource.lineage.reuse import Descent, descents
from twosource.lineage.view import View
from twosource.model import Source

# A report that shares this much of its text word for word took over the words about gathering with the rest.
COPIED = 0.5
# People without an office whom a report must quote by name for it to have asked them itself.
QUOTED = 3
_UNNAMED = frozenset({"dateline", "speaks of itself", "asked for comment"})


@dataclass(frozen=True, eq=False)
class Derivation:
    """By report id: own gathering, sources drawn on, the descent from an earlier report, and whether it is original."""

    gathered: Mapping[str, tuple[Gathered, ...]]
    derived: Mapping[str, tuple[Derived, ...]]
    descended: Mapping[str, Descent]
    original: Mapping[str, bool]

    def own(self, report: str) -> frozenset[int]:
        """The sentences in which a report speaks of its own gathering in so many words."""
        return frozenset(g.sentence for g in self.gathered[report] if g.strong and g.rule != "dateline")


def derive(seen: Mapping[str, View], sources: Mapping[str, Source], verdicts: Judged) -> Derivation:
    """Gathering, derivations and descents of all reports."""
    gathered = {key: verdicts.gathered(view, own_gathering(view)) for key, view in seen.items()}
    derived = {key: derivations(view, sources, gathered[key]) for key, view in seen.items()}
    silent = {key: any(g.strong for g in found) for key, found in gathered.items()}
    derived = confirmed(seen, sources, derived, silent)
    gathered = {key: _asked(seen[key], sources, found, derived[key]) for key, found in gathered.items()}
    gathered = {key: _quoting(seen[key], sources, found, derived[key]) for key, found in gathered.items()}
    original = {key: any(g.strong for g in found) for key, found in gathered.items()}
    credited = {key: any(d.relation == "relays" for d in found) for key, found in derived.items()}
    descended = descents(seen, original, credited)
    for key, descent in descended.items():
        kept = _own_words(gathered[key], descent, seen[key], seen[descent.earlier])
        if kept != gathered[key] and key not in verdicts.originals:
            gathered[key] = kept
            original[key] = any(g.strong for g in kept)
            derived[key] = derivations(seen[key], sources, kept)
    derived = {key: _with_descent(seen, sources, derived, descended.get(key), key, original) for key in seen}
    derived = {key: verdicts.derived(seen[key], found) for key, found in derived.items()}
    descended = retellings(seen, sources, derived, descended)
    return Derivation(gathered, derived, descended, original)


def _own_words(gathered: tuple[Gathered, ...], descent: Descent, view: View, earlier: View) -> tuple[Gathered, ...]:
    """Own gathering without what stands in copied sentences, unless it names this outlet and the other is another's."""
    named = view.reading.report.outlet is not None and view.outlet != earlier.outlet
    copied = sum(p.b.end - p.b.start for p in descent.passages)
    if not descent.whole or descent.share < COPIED or not copied:
        return gathered
    return tuple(
        g._replace(strong=False) if g.sentence in descent.sentences and not (named and g.rule not in _UNNAMED) else g
        for g in gathered
    )


def _asked(
    view: View, sources: Mapping[str, Source], gathered: tuple[Gathered, ...], derived: Sequence[Derived]
) -> tuple[Gathered, ...]:
    """Own gathering, where asking for comment is as plain as anything in a report that retells nobody."""
    if any(d.relation == "relays" for d in derived):
        return gathered
    return tuple(g._replace(strong=True) if not g.strong and _by_itself(view, sources, g) else g for g in gathered)


def _quoting(
    view: View, sources: Mapping[str, Source], gathered: tuple[Gathered, ...], derived: Sequence[Derived]
) -> tuple[Gathered, ...]:
    """Own gathering, where a report that credits no outlet quotes several people by name who hold no public office.

    They speak to whoever asks them: somebody of this outlet did.
    """
    outlets = any(sources[d.source].kind == "outlet" for d in derived)
    if view.outlet is None or outlets or any(g.strong for g in gathered):
        return gathered
    heard: dict[str, Gathered] = {}
    for statement in view.statements:
        who = sources.get(statement.speaker or "")
        if who is None or who.kind != "named person" or statement.form == "indirect" or statement.cue is None:
            continue
        if who.id in heard or any(m.report != view.id for m in who.mentions) or in_office(view, who):
            continue  # whom other reports speak of too may have spoken to all
        heard.setdefault(who.id, Gathered(statement.cue, view.anchor(statement), "quotes people", True))
    return tuple(sorted({*gathered, *heard.values()})) if len(heard) >= QUOTED else gathered


def _by_itself(view: View, sources: Mapping[str, Source], gathered: Gathered) -> bool:
    """Somebody answered, or did not, and no other outlet is named or meant as the one who asked."""
    i = gathered.sentence
    span = view.reading.sentences[i].span
    others = (key for at, key in view.mentions if span.start <= at.start < span.end and key != view.outlet)
    credited = (c.source for c in view.credits_by_sentence.get(i, []))  # an interview or e-mail is nobody else's
    if any(key not in sources or sources[key].kind == "outlet" for key in (*credited, *others)):
        return False
    return bool(view.by_sentence.get(i)) and ANOTHER.search(view.text(span)) is None


def _with_descent(
    seen: Mapping[str, View],
    sources: Mapping[str, Source],
    derived: Mapping[str, tuple[Derived, ...]],
    descent: Descent | None,
    key: str,
    original: Mapping[str, bool],
) -> tuple[Derived, ...]:
    """A report's derivations with the one that its text shows, where no credit does and the direction is known."""
    mine = derived[key]
    if descent is None or not descent.whole or descent.shown is None or original[key]:
        return mine
    if any(d.relation == "relays" for d in mine):
        return mine
    earlier = seen[descent.earlier]
    further = next((d.source for d in derived[descent.earlier] if d.relation == "relays"), None)
    outlet = further if further is not None and not original[descent.earlier] else earlier.outlet
    if outlet is None or outlet == seen[key].outlet:
        return mine
    places = tuple(sorted(r.a for r in descent.passages))
    if not places:
        first = min(descent.sentences, default=0)
        places = (seen[key].place(seen[key].reading.sentences[first].span),)
    reason = f"Retells {sources[outlet].name} without a credit: {round(100 * descent.share)}% of it reads like"
    reason += f" {earlier.reading.report.outlet or 'another report'}; {descent.shown}."
    others = tuple(d for d in mine if d.source != outlet)
    return (*others, Derived(outlet, "relays", places, reason, not (original[descent.earlier] or further)))
