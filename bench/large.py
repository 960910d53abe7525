"""A story of any size, made up whole: what the views are measured on."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from twosource.model import (
    Claim,
    Conflict,
    Drift,
    Evidence,
    Happening,
    LineageEdge,
    Origin,
    Place,
    Report,
    Source,
    Span,
    Statement,
    Story,
    StoryHead,
)

_SUBJECTS = (
    "the bridge", "the mayor", "a driver", "the ferry", "the clinic", "an inspector", "the council", "the mill",
)  # fmt: skip
_VERBS = ("closed", "denied", "found", "repaired", "sold", "warned of", "counted", "moved", "inspected", "flooded")
_OBJECTS = (
    "the pier", "twelve cracks", "the old road", "forty barrels", "a letter", "two boats", "the dam", "the fund",
)  # fmt: skip
_PEOPLE = [
    f"{first} {last}"
    for first in ("Maud", "Osric", "Ines", "Bram", "Thea")
    for last in ("Ferrin", "Pell", "Oake", "Tull", "Wray", "Dunn", "Sable", "Quill")
]
# Sentences in stock, and how many of them one report has: about 4,000 characters.
STOCK, LINES = 400, 28


@dataclass
class _Making:
    dice: random.Random
    size: int
    firsts: int
    sentences: list[str]
    reports: list[Report] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    lineage: list[LineageEdge] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    holders: dict[int, list[Evidence]] = field(default_factory=dict)


def big_story(reports: int, *, seed: int = 7) -> Story:
    """``reports`` reports of about 4,000 characters; one in ten gathered its own, the rest retell one of these."""
    dice = random.Random(seed)
    sentences = [
        f"{dice.choice(_SUBJECTS).capitalize()} {dice.choice(_VERBS)} {dice.choice(_OBJECTS)} on day {n} "
        f"and nobody at the {dice.choice(_OBJECTS)} office had heard of it before that week"
        for n in range(STOCK)
    ]
    making = _Making(dice, reports, max(1, reports // 10), sentences)
    for n in range(reports):
        _add_report(making, n)
    claims = _claims(making)
    pairs = [
        (Place(a.report, a.start, a.end), Place(b.report, b.start, b.end), a.origin, c.id)
        for c in claims
        for a, b in [(c.evidence[0], c.evidence[-1])]
        if len(c.evidence) > 1
    ]
    sources = [
        Source(id=f"p{n}", name=name, kind="named person", description="resident of Tarn")
        for n, name in enumerate(_PEOPLE)
    ]
    sources += [Source(id=f"u{n}", name=f"Outlet number {n}", kind="outlet") for n in range(reports)]
    return Story(
        story=StoryHead(
            id="big",
            headline=claims[0].text,
            first_published="2024-01-01",
            last_published="2024-06-28",
            independent_origins=making.firsts,
        ),
        reports=tuple(making.reports),
        sources=tuple(sources),
        statements=tuple(making.statements),
        origins=tuple(making.origins),
        lineage=tuple(making.lineage),
        claims=tuple(claims),
        conflicts=tuple(
            Conflict(id=f"k{n}", kind="quantity", a=a, b=b, claim=claim, reason="They differ.")
            for n, (a, b, _, claim) in enumerate(pairs)
        ),
        drift=tuple(
            Drift(id=f"d{n}", kind="wording", a=a, b=b, origin=origin, reason="Told differently.")
            for n, (a, b, origin, _) in enumerate(pairs)
        ),
        timeline=tuple(
            Happening(when=f"2024-{1 + n % 6:02d}-{1 + n % 28:02d}", report=f"r{n}", start=0, end=20, what=f"day {n}")
            for n in range(0, reports, 2)
        ),
    )


def _add_report(making: _Making, n: int) -> None:
    first, own = n % making.firsts, n < making.firsts
    chosen = random.Random(first).sample(range(STOCK), LINES)
    parts, places = [f"Report {n}: {making.sentences[chosen[0]][:60]}"], []
    length = len(parts[0])
    for k, index in enumerate(chosen):
        words = making.sentences[index]
        words = words if own or making.dice.random() < 0.8 else words.replace("nobody", "no one")
        speaker = (first + k // 4) % len(_PEOPLE)
        lead = "\n\n" if k % 2 == 0 else " "
        line = f"{lead}{words}, {_PEOPLE[speaker]} said{'' if own else f' to Outlet number {first}'}."
        start = length + len(lead)
        places.append((index, Span(start, start + len(words)), speaker))
        parts.append(line)
        length += len(line)
    text = "".join(parts)
    making.reports.append(
        Report(
            id=f"r{n}",
            text=text,
            sha256=f"{n:064x}",
            path=f"r{n}.txt",
            paths=(f"r{n}.txt",),
            outlet=f"Outlet number {n}",
            title=parts[0],
            published=f"2024-{1 + n * 6 // making.size:02d}-{1 + n % 28:02d}",
            headline=Span(0, len(parts[0])),
        )
    )
    for index, span, speaker in places[::2]:
        _add_statement(making, n, index, span, speaker)
    where = text.index(_PEOPLE[places[0][2]])
    making.lineage.append(
        LineageEdge(
            report=f"r{n}",
            from_=f"u{first}",
            relation="original" if own else "relays",
            evidence=(Place(f"r{n}", where, where + 40),),
            reason=f"The report credits Outlet number {first} with the material as a whole.",
        )
    )
    if own:
        label = f"Outlet number {n}: interviews in Tarn"
        making.origins.append(Origin(id=f"o{n}", label=label, gathered_by=f"u{n}", report=f"r{n}" if n % 3 else None))


def _add_statement(making: _Making, n: int, index: int, span: Span, speaker: int) -> None:
    first, ident = n % making.firsts, f"st{n}-{index}"
    via = () if n < making.firsts else (f"u{first}",)
    making.statements.append(Statement(id=ident, report=f"r{n}", content=(span,), speaker=f"p{speaker}", via=via))
    making.holders.setdefault(index, []).append(
        Evidence(
            report=f"r{n}",
            start=span.start,
            end=span.end,
            statement=ident,
            origin=f"o{first}",
            stance="denies" if making.dice.random() < 0.05 else "supports",
        )
    )


def _claims(making: _Making) -> list[Claim]:
    """A claim for each sentence told, the most widely told first; a quarter as many as there are reports."""
    claims = []
    for index, evidence in sorted(making.holders.items()):
        known = {e.origin for e in evidence if e.stance == "supports"}
        claims.append(
            Claim(
                id=f"c{index}",
                text=making.sentences[index],
                evidence=tuple(evidence),
                reports=len(evidence),
                outlets=len(evidence),
                speakers=2,
                independent_origins=len(known),
                independent_origins_range=(len(known), len(known)),
                status="corroborated" if len(known) > 1 else "single origin",
                reasons=("Counted once for each outlet that gathered it.",),
            )
        )
    return sorted(claims, key=lambda c: -c.independent_origins)[: max(12, making.size // 4)]
