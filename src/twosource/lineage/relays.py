"""Whom a report retells as a whole, and whom it cites for a part."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.lineage.gathering import Gathered
from twosource.lineage.view import View
from twosource.model import Credit, Place, Relation, Source, Span, Statement

# A report without own gathering retells an outlet that it credits for this share of its statements. On the two
# annotated stories retellings reach 0.4 and more, single citations 0.15 at most.
RELAYED_SHARE = 0.3
# Or an outlet that its lead credits, if it is the only one, comes back, or carries this share.
LEAD_SHARE = 0.15
# Or an outlet that it credits in this many sentences, and in this many times as many as any other.
ALONE = 3
# "Media reports", "earlier reports", "reportedly": somebody had it first, and nobody says who.
_NAMELESS = re.compile(
    r"^(?:the |an? |these |those |some |several |many |other |various )*(?:(?:more|most|\w+ly|earlier|recent|previous"
    r"|multiple|media|news|press|local|state"
    r"|foreign|unconfirmed|published|initial|new|television|TV|newspaper|online|wire|numerous"
    r"|widespread) )*(?:reports?|reporting"
    r"|news (?:outlets|organi[sz]ations|sources)|media(?: outlets| sources)?|outlets)\b",
    re.IGNORECASE,
)


_SLUG = re.compile(r"\bslug\b|\bbyline\b")


class Derived(NamedTuple):
    """A source that a report draws on, how, the crediting places, and why it counts as that.

    ``groundless`` is true of a retelling whose own source shows neither gathering nor a credit: it says who copied
    whom, and nothing about where it comes from.
    """

    source: str
    relation: Relation
    evidence: tuple[Place, ...]
    reason: str
    groundless: bool = False


def derivations(
    view: View, sources: Mapping[str, Source], gathered: Sequence[Gathered], *, relayed: frozenset[str] = frozenset()
) -> tuple[Derived, ...]:
    """The outlets, and the nameless "reports", that a report relays or cites, each with its credits in text order.

    A report relays at most one of them. ``relayed`` are outlets that a person judged to be relayed.
    """
    places = _credited(view, sources)
    if not places:
        return ()
    chosen = _relayed(view, sources, places, any(g.strong for g in gathered))
    found = []
    for key in sorted(places, key=lambda k: (places[k][0], k)):
        words = _words(view, places[key])
        name = sources[key].name
        if key in relayed or (key == chosen and not relayed):
            found.append(Derived(key, "relays", places[key], f"Retells {name}: {words}."))
        else:
            found.append(Derived(key, "cites", places[key], f"Cites {name}: {words}."))
    return tuple(found)


def nameless(view: View, statement: Statement, sources: Mapping[str, Source]) -> bool:
    """The statement's speaker is reporting by outlets that nobody names."""
    source = sources.get(statement.speaker or "")
    if source is None or source.kind in ("named person", "pseudonymous person"):
        return False
    if source.kind == "outlet":
        return source.name == source.name.lower() and " " in source.name  # "a local station"
    if source.kind == "document":
        return _NAMELESS.fullmatch(source.name) is not None
    if _NAMELESS.search(source.name):
        return True
    return statement.source is not None and _NAMELESS.search(view.text(statement.source)) is not None


def outlet_credits(view: View, sources: Mapping[str, Source]) -> list[Credit]:
    """The credits to outlets other than the report's own, in text order."""
    return [
        credit
        for credit in view.credits
        if not credit.own
        and credit.source != view.outlet
        and credit.source in sources
        and sources[credit.source].kind == "outlet"
        and sources[credit.source].name != sources[credit.source].name.lower()
    ]


def _credited(view: View, sources: Mapping[str, Source]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, set[Place]] = defaultdict(set)
    for credit in outlet_credits(view, sources):
        found[credit.source].add(credit.place)
    for statement in view.statements:
        source = sources.get(statement.speaker or "")
        if source is None or source.id == view.outlet:
            continue
        if source.kind == "outlet" or nameless(view, statement, sources):
            # "Reportedly" and "is said to" are a cue without a source: too little to draw an edge from.
            at = statement.source
            if at is not None:
                found[source.id].add(view.place(at))
    return {key: tuple(sorted(places)) for key, places in found.items()}


def _relayed(
    view: View, sources: Mapping[str, Source], places: Mapping[str, tuple[Place, ...]], own: bool
) -> str | None:
    """The one source that the report as a whole retells."""
    sentences = {key: {view.sentence_at(p.start) for p in found} for key, found in places.items()}
    slugs = {c.source for c in view.credits if _SLUG.search(c.rule) or _in_dateline(view, c)}

    def rank(key: str) -> tuple[bool, bool, bool, int, Place, str]:
        in_lead = bool(sentences[key] & view.lead)
        return (key not in slugs, not in_lead, sources[key].kind != "outlet", -len(sentences[key]), places[key][0], key)

    best = min(places, key=rank)
    if best in slugs:
        return best
    in_lead = bool(sentences[best] & view.lead)
    share = _carried(view, best, sentences[best]) / max(1, len(view.statements))
    if own:
        # Own gathering beside it: a retelling only where the lead and most of the statements are the other's.
        return best if in_lead and share >= 2 * RELAYED_SHARE and len(sentences[best]) >= 3 else None
    # Whom a sentence names beside the best one ("X, citing Y") is no other.
    others = max((len(sentences[k] - sentences[best]) for k in places if k != best), default=0)
    much = len(sentences[best]) >= 2 and share >= RELAYED_SHARE and len(sentences[best]) > others
    leads = in_lead and (not others or len(sentences[best]) >= 2 or share >= LEAD_SHARE)
    alone = len(sentences[best]) >= ALONE * max(1, others)
    return best if leads or much or alone else None


def _in_dateline(view: View, credit: Credit) -> bool:
    """The name stands in brackets before the dash that opens the text: an agency's own copy."""
    text = view.reading.report.text
    after = text[credit.place.end : credit.place.end + 4]
    line = text.rfind("\n", 0, credit.place.start) + 1
    return credit.place.start - line <= 60 and re.match(r"\)? ?[—–-]", after) is not None


def _carried(view: View, key: str, sentences: set[int]) -> int:
    """Statements that stand in sentences crediting the source, or whose speaker is met there."""
    met = {s.speaker for i in sentences for s in view.by_sentence.get(i, []) if s.speaker}
    return sum(
        s.speaker == key or view.anchor(s) in sentences or (s.speaker is not None and s.speaker in met)
        for s in view.statements
    )


def _words(view: View, places: tuple[Place, ...]) -> str:
    """The sentence around the first credit, cut to a line."""
    first = places[0]
    sentence = view.reading.sentences[max(0, view.sentence_at(first.start))].span
    return quoted(view, Span(first.start, first.end), sentence)


def credit_words(view: View, outlet: str, name: str) -> str:
    """ "Credits X (‘words’).": the first words of a report that credit an outlet, for a reader."""
    credit = next((c for c in view.credits if c.source == outlet and not c.own), None)
    if credit is None:
        return f"Credits {name}."
    span = Span(credit.place.start, credit.place.end)
    words = quoted(view, span, view.reading.sentences[max(0, view.sentence_at(span.start))].span)
    return f"Credits {name} ({words})."


def quoted(view: View, span: Span, within: Span, *, width: int = 60) -> str:
    """Some words around a span, within a sentence, in single quotation marks and cut at word ends."""
    text = view.reading.report.text
    start, end = max(within.start, span.start - width), min(within.end, span.end + width // 2)
    while start > within.start and not text[start - 1].isspace():
        start -= 1
    while end < within.end and not text[end].isspace():
        end += 1
    words = " ".join(text[start:end].split())
    return f"‘{'… ' if start > within.start else ''}{words}{' …' if end < within.end else ''}’"
