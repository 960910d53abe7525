"""Claims and drift -> what a reader must know in the first minute: corroborated, contested, changed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from twosource.present import phrases
from twosource.present.claim_rows import Row
from twosource.present.index import Index
from twosource.present.pair_rows import PairGroup

# What three columns of a first screen hold beside the sentence and the picture.
MOST = 3
# Characters of a line: two lines of a column at full width.
WORDS = 84
# Kinds of drift by how much they change what is told.
_WEIGHT = ("quantity", "certainty", "attribution", "name", "other", "wording")


@dataclass(frozen=True)
class Line:
    """One claim or change: a word for it, its words, what stands beside them, and where it leads."""

    kind: str
    text: str
    note: str
    href: str


@dataclass(frozen=True)
class Glance:
    """A heading with its figure, what to say where that is none, and a few lines. ``status`` names its mark."""

    title: str
    status: str
    total: int
    href: str
    none: str
    lines: tuple[Line, ...]


def glances(
    index: Index, claims: Sequence[Row], conflicts: Sequence[PairGroup], drift: Sequence[PairGroup]
) -> tuple[Glance, ...]:
    """Three Glances: corroborated, contested, changed in the retelling."""
    solid = [row for row in claims if row.status == "corroborated"]
    near = [row for row in claims if row.status == "single origin" and row.origins > 1]
    against = [row for row in claims if row.status in {"contested", "denied"}]
    denied = all(row.status == "denied" for row in against)
    return (
        Glance(
            "Corroborated",
            "corroborated",
            len(solid),
            "#claims&status=corroborated" if solid else "#claims",
            "" if solid else "No claim has two origins and two speakers for it and nothing against it.",
            tuple(_line(row, _behind(row)) for row in (solid or near)[:MOST]),
        ),
        Glance(
            "Contested",
            "contested",
            len(against),
            f"#claims&status={'denied' if denied else 'contested'}" if against else "#claims",
            "" if against else "No claim is denied or in conflict.",
            tuple(_line(row, _against(row)) for row in against[:MOST]),
        ),
        Glance(
            "Changed in the retelling",
            "changed",
            len(index.story.drift),
            "#drift" if drift else "#lineage",
            "" if drift else "No report was found to tell otherwise what another has from the same origin.",
            tuple(_change(pair) for pair in _spread(drift)[:MOST]),
        ),
    )


def _behind(row: Row) -> str:
    alone = ", one speaker" if row.speakers == 1 else "" if row.speakers else ", no speaker named"
    among = "" if row.low == row.high else f" ({phrases.span_of(row.low, row.high)})"
    return phrases.counted(row.origins, "origin") + among + alone


def _line(row: Row, note: str) -> Line:
    return Line("", phrases.shortened(row.text, WORDS), note, f"#c{row.number}")


def _against(row: Row) -> str:
    if row.denies:
        return f"denied by {phrases.listed([phrases.shortened(name, WORDS // 2) for name, _ in row.denies], 2)}"
    if row.disputes:
        return f"{row.disputes[0].kind}: {phrases.shortened(row.disputes[0].reason.rstrip('.'), WORDS)}"
    return "denied"


def _change(pair: PairGroup) -> Line:
    right = pair.right[0]
    outlets = list(dict.fromkeys([pair.left.outlet, right.half.outlet]))
    return Line(pair.kind, phrases.shortened(right.reason.rstrip("."), WORDS), " / ".join(outlets), f"#{right.anchor}")


def _spread(drift: Sequence[PairGroup]) -> list[PairGroup]:
    """One pair of each kind by weight, then the others; the same reason once."""
    heavy = sorted(drift, key=lambda pair: _WEIGHT.index(pair.kind) if pair.kind in _WEIGHT else len(_WEIGHT))
    first: dict[str, PairGroup] = {}
    rest: dict[tuple[str, str], PairGroup] = {}
    for pair in heavy:
        if pair.kind not in first:
            first[pair.kind] = pair
        else:
            rest.setdefault((pair.kind, pair.right[0].reason), pair)
    said = {(pair.kind, pair.right[0].reason) for pair in first.values()}
    return [*first.values(), *(pair for key, pair in rest.items() if key not in said)]
