"""A seeded story: reports from K origins, relayed, cut, reordered, reworded, credited or with the credit hidden."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field, replace
from typing import Literal

from bench.planted.words import (
    BACKGROUND,
    FILLERS,
    FIRST,
    LAST,
    OUTLET_ENDS,
    PLACES,
    ROLES,
    SAYINGS,
    THEMES,
    swaps,
)  # fmt: skip

_SWAPS = swaps()
_SWAP = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _SWAPS), key=lambda w: (-len(w), w))) + r")\b")


@dataclass(frozen=True)
class Line:
    """One sentence of a report: its text with ``{who}`` for the speaker, and what it is."""

    kind: Literal["main", "event", "indirect", "quote", "plain"]
    text: str
    speaker: str = ""
    cue: str = "said"
    credit: str = ""  # the outlet that this line credits


@dataclass(frozen=True)
class Planted:
    """A report of a planted story, the number of its origin, and how it came to be."""

    outlet: str
    published: str | None
    lines: tuple[Line, ...]
    origin: int
    made: str
    dateline: str = ""


@dataclass
class Tale:
    """A story and its truth: ``origins`` is K, the number of distinct origins behind its main claim."""

    reports: list[Planted] = field(default_factory=list)
    people: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)

    @property
    def origins(self) -> int:
        """K."""
        return len({report.origin for report in self.reports})


def tale(seed: int, *, reports: int | None = None, hidden: float = 0.0) -> Tale:
    """The story of a seed: 10 to 800 reports (log-uniform), 1 to 8 origins; ``hidden``: the share without credit."""
    rng = random.Random(seed)
    count = reports or round(10 * 80 ** rng.random())
    origins = min(count, rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6, 8]))
    group, _, _, wordings = rng.choice(THEMES)
    told = Tale()
    mains = rng.sample(wordings, origins)
    sayings = rng.sample(SAYINGS, min(len(SAYINGS), 4 * origins))
    names = rng.sample([f"{a} {b}" for a in FIRST for b in LAST], 2 * origins + 1)
    outlets = _outlets(rng, count)
    places = rng.sample(PLACES, origins)
    firsts: list[Planted] = []
    for k in range(origins):
        outlet = outlets.pop()
        a, b = names[2 * k : 2 * k + 2]
        if k and rng.random() < 0.25:
            a = names[0]  # one person speaks to two outlets, and says two things
        said = sayings[4 * k : 4 * k + 4]
        lines = [
            Line("main", mains[k], f"{rng.choice(['three', 'four', 'several', 'two'])} {group}", "told", outlet),
            Line("indirect", _third(said[0]), f"{a}, {rng.choice(ROLES)},", rng.choice(["said that", "said"])),
            Line("quote", said[1], a),
            Line("quote", said[2], b, rng.choice(["said", "told"])),
            Line("indirect", _third(said[3]), b.split()[1], rng.choice(["added that", "said that"])),
            Line("plain", rng.choice(BACKGROUND)),
        ]
        told.people |= {a, b}
        lines[3] = Line(
            "quote", said[2], f"{b}, {rng.choice(ROLES)},", lines[3].cue, outlet if lines[3].cue == "told" else ""
        )
        firsts.append(Planted(outlet, f"2031-05-{k + 1:02}", tuple(lines), k, "gathered", places[k].upper()))
    open_to_all = origins - 1 if origins > 1 and rng.random() < 0.3 else None
    if open_to_all is not None:  # the last origin is a news conference: every report of it was there
        official = f"{names[-1]}, the deputy governor"
        told.people.add(names[-1])
        event = Line("event", mains[open_to_all], official)
        firsts[open_to_all] = _heard(rng, event, firsts[open_to_all].outlet, open_to_all, 0)
    told.reports = list(firsts)
    weights = [1 / (k + 1) for k in range(origins)]
    while len(told.reports) < count:
        k = rng.choices(range(origins), weights)[0]
        if k == open_to_all:
            told.reports.append(_heard(rng, event, outlets.pop(), k, len(told.reports)))
            continue
        parent = firsts[k] if rng.random() < 0.7 else rng.choice([r for r in told.reports if r.origin == k])
        told.reports.append(_retold(rng, parent, firsts[k].outlet, outlets.pop(), hidden))
    for k, first in enumerate(firsts):  # what was retold need not be among the files
        retold = [r for r in told.reports if r.origin == k and r is not first]
        if k != open_to_all and any("hidden" not in r.made for r in retold) and rng.random() < 0.2:
            told.reports.remove(first)
    told.reports = [replace(r, published=None) if rng.random() < 0.3 else r for r in told.reports]
    told.outlets = {r.outlet for r in [*told.reports, *firsts]}
    rng.shuffle(told.reports)
    return told


def _heard(rng: random.Random, event: Line, outlet: str, origin: int, number: int) -> Planted:
    """A report of the news conference: the same words, other sentences around them."""
    cue = "told a news conference" if number == 0 else rng.choice(["told a news conference", "said", "told reporters"])
    around = [Line("plain", text) for text in rng.sample([*BACKGROUND, *FILLERS], 3)]
    lines = (replace(event, cue=cue), *around)
    return Planted(
        outlet, "2031-05-09", lines, origin, "heard", rng.choice(PLACES).upper() if rng.random() < 0.5 else ""
    )


def _garbled(rng: random.Random, name: str) -> str:
    """A name as a careless translation leaves it: a letter lost or changed."""
    at = rng.randrange(2, len(name) - 2)
    return name[:at] + rng.choice(["", "e", "a"]) + name[at + 1 :] if name[at].isalpha() else name


def _retold(rng: random.Random, parent: Planted, source: str, outlet: str, hidden: float) -> Planted:
    hide = rng.random() < hidden
    how = rng.choices(["copied", "cut", "reworded", "translated"], [2, 3, 3, 2])[0]
    strength = {"copied": 0.0, "cut": 0.1, "reworded": 0.5, "translated": 0.85}[how]
    style = rng.randrange(3)  # a few hands do the rewording, as a few translations of one text go round
    body = [line for line in parent.lines[1:] if line.kind != "plain" or rng.random() < 0.5]
    if how != "copied" and len(body) > 2:
        body = [line for line in body if rng.random() < 0.8] or body[:1]
    if how in ("reworded", "translated") and rng.random() < 0.5:
        rng.shuffle(body)
    if how == "translated" and rng.random() < 0.3:
        source = _garbled(rng, source)
    lines = [_reworded(parent.lines[0], strength, style, source, hide)]
    lines += [_reworded(line, strength, style, source, hide) for line in body]
    if rng.random() < 0.5:
        lines.append(Line("plain", rng.choice(FILLERS)))
    day = int((parent.published or "2031-05-20")[-2:]) + rng.randrange(1, 4)
    return Planted(
        outlet, f"2031-05-{min(day, 30):02}", tuple(lines), parent.origin, f"{how}{', credit hidden' if hide else ''}"
    )


def _reworded(line: Line, strength: float, style: int, source: str, hide: bool) -> Line:
    rng = random.Random(f"{line.text}/{style}/{strength}")

    def swap(match: re.Match[str]) -> str:
        return rng.choice(_SWAPS[match.group()]) if rng.random() < strength else match.group()

    text = _SWAP.sub(swap, line.text)
    cue, credit = line.cue, line.credit
    if line.kind == "main":
        if hide:
            cue, credit = "", ""
        else:
            cue, credit = rng.choice([("told", source), ("according to", source), ("reported", source)])
    elif credit:
        cue, credit = ("said", "") if hide else (cue, source)
    elif strength > 0.4 and line.kind == "quote":
        cue = rng.choice(["said", "explained", "recalled", "stated"])
    return Line(line.kind, text, line.speaker, cue, credit)


def _third(saying: str) -> str:
    """A saying in indirect speech."""
    swapped = re.sub(r"\bI have\b", "she has", saying)
    for first, third in (
        ("I", "she"),
        ("We", "They"),
        ("we", "they"),
        ("my", "her"),
        ("My", "Her"),
        ("us", "them"),
        ("our", "their"),
        ("me", "her"),
    ):
        swapped = re.sub(rf"\b{first}\b", third, swapped)
    return swapped[0].lower() + swapped[1:]


def _outlets(rng: random.Random, count: int) -> list[str]:
    names = [f"{place} {end}" for place in PLACES for end in OUTLET_ENDS]
    towns = [f"{a}{b.lower()} {end}" for a in FIRST for b in LAST for end in OUTLET_ENDS]
    rng.shuffle(names)
    towns += [f"{town} Weekly" for town in towns if count > len(names) + len(towns)]
    return [*rng.sample(towns, max(0, count - len(names))), *names]
