"""A source's face: its name, kind and description in the reports' own words, its office, and why it was joined."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence

from twosource.graph import Group
from twosource.model import Place, Reason, Source, SourceKind, Statement
from twosource.sources.entities import Chains, Entity
from twosource.sources.lexicon import CAUSES
from twosource.sources.linking import Node
from twosource.sources.organisations import organisation_key
from twosource.sources.page import Page
from twosource.sources.phrases import Phrase
from twosource.sources.speakers import Said
from twosource.sources.unnamed import office_of
from twosource.text.ids import content_id
from twosource.text.names import fold, is_acronym, person
from twosource.text.verbs import opens_participle

Members = Sequence[tuple[Chains, Entity]]


def source(members: Members, reasons: Sequence[Reason]) -> Source:
    """The Source that some entities are, its id following from its first mention and name."""
    name = _name(members)
    kind = _kind(members)
    places = sorted({Place(c.page.report, m.start, m.end) for c, e in members for m in e.mentions})
    inner = [
        Reason(rule, text, 0.8, (Place(c.page.report, span.start, span.end),))
        for c, e in members
        for rule, text, span in e.why
    ]
    first = min((c.page.reading.report.sha256, m.start, m.end) for c, e in members for m in e.mentions)
    return Source(
        id=content_id("source", kind if kind == "outlet" else "", fold(name) if kind == "outlet" else first),
        name=name,
        kind=kind,
        description=_description(members, name),
        mentions=tuple(places),
        reasons=tuple([*inner, *reasons][:50]),
    )


def _name(members: Members) -> str:
    entities = [e for _, e in members]
    canonical = next((e.canonical for e in entities if e.canonical), "")
    if canonical:
        return canonical
    state = next((e.state for e in entities if e.state), "")
    if state and state[:1].isupper():
        return state
    names: Counter[str] = Counter()
    for e in entities:
        names.update(e.names)
    if names:
        sort = entities[0].sort

        def rank(n: str) -> tuple[int, int, int, str]:
            # A person's fullest name; a body's commonest, but an acronym only where nothing else is given.
            size = len(person(n).words) if sort == "person" else 0 if is_acronym(n) else names[n] + 1
            return (size, names[n], sum(c.islower() for c in n), n)

        best = max(names, key=rank)
        return re.sub(r"\s+", " ", best)
    texts = [_text(c.page, d) for c, e in members for d in e.descriptions[:3]]
    if texts:
        best = max(texts, key=lambda t: (min(len(t), 90), t))
        return re.sub(r"^(?:the|an?|one|another)\s+(?!of\b)", "", best, flags=re.IGNORECASE) or best
    c, e = members[0]
    words = re.sub(r"\s+", " ", c.page.text[e.mentions[0].start : e.mentions[0].end])
    return f"{e.owner.full_name}: {words}" if e.owner is not None and e.owner.full_name else words


def _text(page: Page, d: Phrase) -> str:
    whole = d.of_span is not None and d.of_span.end - d.start < 120 and d.sort != "organisation"
    end = d.of_span.end if whole and d.of_span else d.end
    return re.sub(r"\s+", " ", page.text[d.start : max(end, d.end)])


def _kind(members: Members) -> SourceKind:
    entities = [e for _, e in members]
    if any(e.pseudonym for e in entities):
        return "pseudonymous person"
    sorts = Counter(e.sort for e in entities)
    sort = max(sorted(sorts), key=lambda s: (sorts[s], s == "outlet"))
    if any(e.sort == "outlet" for e in entities):
        campaigns = not any(e.canonical for e in entities)
        campaigns = campaigns and any(d.head in CAUSES for e in entities for d in e.descriptions)
        return "organisation" if campaigns else "outlet"
    if sort == "document":
        plural = all(e.plural and not e.owner for e in entities) and all(
            d.head.endswith("report") and not d.owner for e in entities for d in e.descriptions
        )
        return "group" if plural else "document"
    if sort == "group" or all(e.plural and e.sort != "organisation" for e in entities):
        return "group"
    if sort in ("organisation", "place"):
        many = all(e.plural and not e.names for e in entities)  # "several companies"
        return "group" if many else "organisation"
    return "named person" if any(e.names for e in entities) else "unnamed person"


def _description(members: Members, name: str) -> str | None:
    """The most telling words that reports put beside the name: the longest apposition or title, not the name itself."""
    texts: Counter[str] = Counter()
    for c, e in members:
        for d in e.descriptions:
            if d.article == "the" and not (d.of or d.modifiers or d.owner):
                continue
            if opens_participle(d.text.split()[0]) or d.article == "some":
                continue
            text = _text(c.page, d).strip(" ,")
            if 3 < len(text) <= 160 and fold(text) != fold(name):
                texts[text] += 1
    if not texts:
        return None
    return max(texts, key=lambda t: (min(texts[t], 3) if len(t.split()) > 1 else 0, min(len(t), 80), t))


def offices(
    chained: Sequence[Chains], groups: Sequence[Group[Node]], kept: set[int], group_of: dict[Node, int]
) -> dict[int, int]:
    """Group of a spokesperson -> group of the organisation whose voice it is."""
    by_key: dict[str, int] = {}
    for g, group in enumerate(groups):
        for r, n in group.nodes:
            e = chained[r].entities[n]
            if e.sort in ("organisation", "outlet") and e.names:
                by_key.setdefault(organisation_key(e.full_name), g)
    found: dict[int, int] = {}
    for g in sorted(kept):
        for r, n in groups[g].nodes:
            e = chained[r].entities[n]
            if e.sort == "person" and g not in found:
                office = office_of(e)
                target = by_key.get(organisation_key(office)) if office else None
                if target is not None and target != g:
                    found[g] = target
    return found


def memberships(
    chained: Sequence[Chains], groups: Sequence[Group[Node]], kept: set[int], group_of: Mapping[Node, int]
) -> dict[int, int]:
    """Group of a named person -> group of the named body that his title or apposition puts him in, the first such.

    Only a body that several reports name: others say no more than who he is.
    """
    found: dict[int, int] = {}
    starts = [[m.start for m in chains.mentions] for chains in chained]
    for g in sorted(kept):
        for r, n in groups[g].nodes:
            e = chained[r].entities[n]
            if e.sort != "person" or not e.names or g in found:
                continue
            for d in e.descriptions:
                if d.of_span is None or d.article == "some":
                    continue
                first, last = (bisect_left(starts[r], at) for at in (d.of_span.start, d.of_span.end))
                for m in chained[r].mentions[first:last]:
                    body = chained[r].of.get((m.start, m.end)) if m.form == "name" else None
                    if body is not None and body.sort == "organisation" and body.names and not body.state:
                        found.setdefault(g, group_of.get((r, body.number), g))
    return {g: b for g, b in found.items() if b != g and len({r for r, _ in groups[b].nodes}) > 1}


_RULES = {
    "name": "named in the sentence",
    "role": "described in the sentence",
    "pronoun": "the pronoun's nearest antecedent that agrees",
    "pronoun-ahead": "the pronoun's antecedent, which follows it",
    "first-person": "the speaker of the quotation in which “I” or “we” stands",
    "relative": "the words the relative clause hangs on",
    "goes-on": "the quotation goes on from the speaker before",
    "subject-before": "the one the sentence before speaks of",
    "participle": "the subject of the sentence that goes on with this",
    "hearsay": "the report that the lines around credit",
    "same-words": "said in the same words elsewhere in this report",
    "headline-report": "the outlet whose report the headline means",
    "judged": "decided by a person",
}


def speaker_reason(page: Page, statement: Statement, said: Said) -> Reason:
    """Why a statement has its speaker, in one line with the words it rests on."""
    spans = [s for s in (statement.source, statement.cue) if s is not None]
    words = f": “{page.text[spans[0].start : spans[0].end]}”" if spans else ""
    places = tuple(Place(page.report, s.start, s.end) for s in spans)
    return Reason(said.rule, f"Speaker is {_RULES.get(said.rule, said.rule)}{words}.", said.score, places)
