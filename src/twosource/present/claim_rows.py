"""Claims -> rows: the wording, what stands behind it, and every passage grouped by stance and origin."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from twosource.model import Claim, Evidence, EvidenceStance, Place
from twosource.present import phrases
from twosource.present.context import Context
from twosource.present.index import Index
from twosource.text.wording import words

STANCES: tuple[tuple[EvidenceStance, str], ...] = (
    ("supports", "Supported"),
    ("denies", "Denied"),
    ("qualifies", "Qualified"),
    ("no information", "No information given"),
)
# Passages of one origin spelled out before the rest are only named and linked: a screen of them, and fewer where
# hundreds of reports retell the same.
SPELLED_OUT, SPELLED_OUT_BIG = 8, 2
# Origins of one stance whose passages are spelled out in a big story; each of the others is named, with its links.
ORIGINS_BIG = 3

# The words of reports that a reason quotes.
QUOTED = re.compile(r"“([^“”]+)”")

Step = tuple[str, int | None]
"""One step of a chain: a name and the source's number, ``None`` where it is no source of the story."""


@dataclass(frozen=True)
class Link:
    """A passage that is only named: whose it is, and where it stands."""

    label: str
    target: str


@dataclass(frozen=True)
class Passage:
    """One passage: its chain, its words in context, its place in the report, and who has it in the same words."""

    chain: tuple[Step, ...]
    dated: str
    context: Context
    target: str
    statement_stance: str
    same_words: tuple[Link, ...]


@dataclass(frozen=True)
class Group:
    """The passages of one stance that rest on one origin."""

    letter: str | None
    label: str
    in_hand: bool
    passages: tuple[Passage, ...]
    more: tuple[Link, ...]


@dataclass(frozen=True)
class Dispute:
    """A conflict on a claim, or drift of one of its passages: what parts the two, and where they stand side by side."""

    kind: str
    reason: str
    anchor: str


@dataclass(frozen=True)
class Row:
    """A claim as the page shows it. ``tokens`` are what the filters ask for."""

    number: int
    text: str
    status: str
    origins: int
    low: int
    high: int
    letters: tuple[str, ...]
    reports: int
    outlets: int
    speakers: int
    says: tuple[Step, ...]
    says_more: int
    denies: tuple[Step, ...]
    disputes: tuple[Dispute, ...]
    changes: tuple[Dispute, ...]
    since: str
    reasons: tuple[str, ...]
    sides: tuple[tuple[str, str, tuple[Group, ...]], ...]
    tokens: str


def claim_rows(index: Index) -> list[Row]:
    """One Row a claim, in the story's order."""
    return [_row(index, claim) for claim in index.story.claims]


def tokens(index: Index, evidence: list[Evidence] | tuple[Evidence, ...]) -> set[str]:
    """The filter tokens of some evidence: ``oA`` origin, ``uN`` outlet, ``sN`` source."""
    found = set()
    for item in evidence:
        if item.origin in index.origin_letter:
            found.add(f"o{index.origin_letter[item.origin]}")
        found.add(f"u{index.outlet_number.get(index.outlet(item.report), 0)}")
        speaker = index.speaker(item)
        if speaker in index.source_number:
            found.add(f"s{index.source_number[speaker]}")
    return found


def _row(index: Index, claim: Claim) -> Row:
    number = index.claim_number[claim.id]
    supports = [e for e in claim.evidence if e.stance == "supports"]
    denies = [e for e in claim.evidence if e.stance == "denies"]
    says = _who(index, supports)
    most = 4
    return Row(
        number=number,
        text=" ".join(claim.text.split()),
        status=claim.status,
        origins=claim.independent_origins,
        low=claim.independent_origins_range[0],
        high=claim.independent_origins_range[1],
        letters=_letters(index, supports),
        reports=claim.reports,
        outlets=claim.outlets,
        speakers=claim.speakers,
        says=tuple(says[:most]),
        says_more=max(0, len(says) - most),
        denies=tuple(_who(index, denies)[:most]),
        disputes=_disputes(index, claim),
        changes=_changes(index, claim),
        since=_since(index, supports or list(claim.evidence)),
        reasons=claim.reasons,
        sides=tuple(
            (stance, title, groups) for stance, title in STANCES if (groups := _groups(index, claim, stance, number))
        ),
        tokens=" ".join(sorted(_tokens(index, claim))),
    )


def _tokens(index: Index, claim: Claim) -> set[str]:
    """The filter tokens of a claim. In a big story the reports' own tokens say which outlets carry it."""
    found = {f"c{index.claim_number[claim.id]}", f"x{claim.status.replace(' ', '-')}"}
    found |= tokens(index, claim.evidence)
    return {token for token in found if token[0] != "u"} if index.big else found


def _letters(index: Index, evidence: list[Evidence]) -> tuple[str, ...]:
    found = {index.origin_letter[e.origin] for e in evidence if e.origin in index.origin_letter}
    return tuple(sorted(found, key=lambda letter: (len(letter), letter)))


def _who(index: Index, evidence: list[Evidence]) -> list[Step]:
    """Speakers by how many pieces of evidence they gave; outlets in their own voice where nobody else speaks."""
    count: dict[str, int] = defaultdict(int)
    own: dict[str, int] = {}
    for item in evidence:
        speaker = index.speaker(item)
        if speaker in index.sources:
            count[speaker] += 1
        elif item.statement is None:
            own.setdefault(index.outlet(item.report), len(own))
    if count:
        order = sorted(count, key=lambda s: (-count[s], index.source_number[s]))
        return [(index.source_name(s), index.source_number[s]) for s in order]
    return [(f"{name} in its own voice", None) for name in own]


def _disputes(index: Index, claim: Claim) -> tuple[Dispute, ...]:
    """The conflicts on the claim, each reason once; a denial last, for the row names who denies."""
    found: dict[object, Dispute] = {}
    for n, conflict in enumerate(index.story.conflicts, 1):
        if conflict.claim == claim.id:
            # "a against b" and "b against a" are one to a reader: the reason quotes the same words.
            said = (conflict.kind, frozenset(QUOTED.findall(conflict.reason)) or conflict.reason)
            found.setdefault(said, Dispute(conflict.kind, conflict.reason, f"k{n}"))
    return tuple(sorted(found.values(), key=lambda d: d.kind == "denial"))


def _changes(index: Index, claim: Claim) -> tuple[Dispute, ...]:
    """The drift between passages of the claim, each reason once."""
    found: dict[tuple[str, str], Dispute] = {}
    for n, drift in index.drift_in(claim):
        found.setdefault((drift.kind, drift.reason), Dispute(drift.kind, drift.reason, f"d{n}"))
    return tuple(found.values())


def _since(index: Index, evidence: list[Evidence]) -> str:
    dates = sorted(d for e in evidence if (d := index.reports[e.report].published))
    return phrases.date(dates[0], "") if dates else ""


def _groups(index: Index, claim: Claim, stance: EvidenceStance, number: int) -> tuple[Group, ...]:
    by_origin: dict[str | None, list[tuple[int, Evidence]]] = defaultdict(list)
    for n, item in enumerate(claim.evidence, 1):
        if item.stance == stance:
            by_origin[item.origin if item.origin in index.origins else None].append((n, item))
    order = sorted(
        by_origin.items(),
        key=lambda pair: (
            pair[0] is None,
            len(index.origin_letter.get(pair[0] or "", "")),
            index.origin_letter.get(pair[0] or "", ""),
        ),
    )
    return tuple(_group(index, origin, items, number, rank) for rank, (origin, items) in enumerate(order))


def _group(index: Index, origin_id: str | None, items: list[tuple[int, Evidence]], number: int, rank: int) -> Group:
    items = sorted(items, key=lambda pair: (index.reports[pair[1].report].published or "9999", pair[0]))
    alike: dict[tuple[str, ...], list[tuple[int, Evidence]]] = {}
    for n, item in items:
        key = tuple(w.key for w in words(index.words(Place(item.report, item.start, item.end))))
        alike.setdefault(key or (str(n),), []).append((n, item))
    most = SPELLED_OUT if not index.big else SPELLED_OUT_BIG if rank < ORIGINS_BIG else 0
    shown = list(alike.values())
    origin = index.origins.get(origin_id or "")
    return Group(
        letter=index.origin_letter.get(origin_id or ""),
        label=origin.label if origin else "No origin named: does not count",
        in_hand=origin is None or origin.report is not None,
        passages=tuple(_passage(index, same, number) for same in shown[:most]),
        more=tuple(_link(index, n, item, number) for same in shown[most:] for n, item in same),
    )


def _passage(index: Index, same: list[tuple[int, Evidence]], number: int) -> Passage:
    n, item = same[0]
    statement = index.statements.get(item.statement or "")
    return Passage(
        chain=tuple((name, index.source_number.get(source or "")) for name, source in index.chain(item)),
        dated=phrases.date(index.reports[item.report].published, ""),
        context=index.context(Place(item.report, item.start, item.end)),
        target=f"e{number}-{n}",
        statement_stance=statement.stance if statement else "",
        same_words=tuple(_link(index, m, other, number) for m, other in same[1:]),
    )


def _link(index: Index, n: int, item: Evidence, number: int) -> Link:
    return Link(index.outlet(item.report), f"e{number}-{n}")
