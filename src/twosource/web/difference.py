"""What a decision changed: a story's figures, and its claims one by one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from twosource.desk import Changed
from twosource.model import Claim, Judgement, Place, Story
from twosource.present import phrases

FIGURES: tuple[tuple[str, str], ...] = (
    ("reports", "reports"),
    ("independent_origins", "independent origins"),
    ("claims", "claims"),
    ("contested", "claims contested"),
    ("conflicts", "conflicts"),
    ("drift", "details changed in the retelling"),
)
# Claims named one by one; a decision that changes more has changed the story, and its figures say so.
MOST = 60


class FigureChange(msgspec.Struct, frozen=True, kw_only=True):
    """One figure of a story before and after; ``None``: not told then."""

    name: str
    before: int | None
    after: int | None


class StoryChange(msgspec.Struct, frozen=True, kw_only=True):
    """A story whose figures changed; it is ``new`` or ``gone`` where its reports moved."""

    id: str
    headline: str
    new: bool
    gone: bool
    figures: tuple[FigureChange, ...]


class ClaimChange(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that changed: its number in the brief before and after (``None``: none), and what changed, in words."""

    before: int | None
    after: int | None
    text: str
    says: tuple[str, ...]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement that was kept or withdrawn, and what that changed."""

    judgement: Judgement
    withdrawn: bool
    stories: tuple[StoryChange, ...]
    claims: tuple[ClaimChange, ...]
    more_claims: int = 0


def outcome(changed: Changed, before: Story | None, after: Story | None, *, withdrawn: bool) -> Outcome:
    """The Outcome of a decision; ``before`` and ``after`` are the story it was taken in, where there is one."""
    claims = claim_changes(before.claims, after.claims) if before and after else []
    return Outcome(
        judgement=changed.judgement,
        withdrawn=withdrawn,
        stories=tuple(_story(changed, id_) for id_ in sorted({*changed.before, *changed.after})),
        claims=tuple(claims[:MOST]),
        more_claims=max(0, len(claims) - MOST),
    )


def claim_changes(before: Sequence[Claim], after: Sequence[Claim]) -> list[ClaimChange]:
    """Each claim whose wording, count, status or passages changed; claims are one where they share most passages."""
    old_places, new_places = [_places(c) for c in before], [_places(c) for c in after]
    holders: dict[Place, list[int]] = {}
    for n, places in enumerate(new_places):
        for place in places:
            holders.setdefault(place, []).append(n)
    shared: dict[tuple[int, int], int] = {}
    for o, places in enumerate(old_places):
        for place in places:
            for n in holders.get(place, ()):
                shared[o, n] = shared.get((o, n), 0) + 1
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for o, n in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if o not in pairs and n not in taken:
            pairs[o] = n
            taken.add(n)
    found = [_claim(o, before[o], pairs.get(o), after[pairs[o]] if o in pairs else None) for o in range(len(before))]
    found += [_claim(None, None, n, after[n]) for n in range(len(after)) if n not in taken]
    return [change for change in found if change is not None]


def _claim(o: int | None, old: Claim | None, n: int | None, new: Claim | None) -> ClaimChange | None:
    says: list[str] = []
    if old is None:
        says.append("new")
    elif new is None:
        says.append("gone: its passages stand in other claims, or in none")
    else:
        if (low_high(old), old.independent_origins) != (low_high(new), new.independent_origins):
            says.append(f"independent origins {_origins(old)} → {_origins(new)}")
        if old.status != new.status:
            says.append(f"{old.status} → {new.status}")
        if len(old.evidence) != len(new.evidence):
            says.append(f"passages {len(old.evidence)} → {len(new.evidence)}")
        if old.text != new.text:
            says.append("worded by another passage")
        if old.speakers != new.speakers:
            says.append(f"speakers {old.speakers} → {new.speakers}")
    if not says:
        return None
    text = (new or old).text  # type: ignore[union-attr]
    return ClaimChange(
        before=None if o is None else o + 1,
        after=None if n is None else n + 1,
        text=phrases.shortened(text, 200),
        says=tuple(says),
    )


def low_high(claim: Claim) -> tuple[int, int]:
    """The range of a claim's independent origins."""
    return claim.independent_origins_range


def _origins(claim: Claim) -> str:
    low, high = low_high(claim)
    return f"{claim.independent_origins}" + (f" ({low}–{high})" if low != high else "")


def _places(claim: Claim) -> frozenset[Place]:
    return frozenset(Place(e.report, e.start, e.end) for e in claim.evidence)


def _story(changed: Changed, id_: str) -> StoryChange:
    old, new = changed.before.get(id_), changed.after.get(id_)
    figures = []
    if old is not None and new is not None:
        for field, name in FIGURES:
            a, b = getattr(old, field), getattr(new, field)
            if a != b:
                figures.append(FigureChange(name=name, before=a, after=b))
    headline = (new or old).headline  # type: ignore[union-attr]
    return StoryChange(id=id_, headline=headline, new=old is None, gone=new is None, figures=tuple(figures))
