"""Which judgements hold: withdrawn ones do not, and of two that contradict each other the later one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from twosource.model import Judgement, Place
from twosource.store.values import Decision

Named = Callable[[str, Place], frozenset[str]]
"""(what is asked: source, claim, speaker, origin; a place) -> what the place names, by ids no judgement changes."""

# Yes and no of one question. A question that takes one answer only is a kind of its own (outlet, speaker, ...).
_QUESTION = {
    "same source": "source",
    "not same source": "source",
    "same claim": "claim",
    "not same claim": "claim",
    "same story": "story",
    "not same story": "story",
    "relays": "lineage",
    "original": "lineage",
    "furniture": "furniture",
    "not furniture": "furniture",
}
# Answers about a whole report: where in it the judging hand pointed makes no difference.
_OF_REPORT = frozenset({"outlet", "published", "lineage"})
# Answers about all words of a place: a later one may contradict an earlier one in part of them.
_OF_WORDS = frozenset({"furniture", "speaker", "origin"})


def question(judgement: Judgement) -> str:
    """What a judgement answers: source, claim, story, lineage, furniture, speaker, origin, outlet, published."""
    return _QUESTION.get(judgement.kind, judgement.kind)


def decisions(entries: Iterable[tuple[Judgement, str | None]], named: Named | None = None) -> tuple[Decision, ...]:
    """Every judgement with what became of it, earliest first; ``entries`` are judgements and when they were withdrawn.

    Two are about one thing where their places overlap or where ``named`` finds the same there. The order of
    ``entries`` changes nothing: time decides, and the id where two were made in one moment.
    """
    named = named or _nothing
    ordered = sorted(entries, key=lambda entry: (entry[0].at, entry[0].id))
    kept: dict[tuple[object, ...], list[Judgement]] = {}  # by question and reports, latest first
    overruled: dict[str, str] = {}
    in_part: dict[str, str] = {}
    for judgement, withdrawn in reversed(ordered):
        if withdrawn is not None or judgement.kind in {"note", "not a conflict"}:
            continue
        others = kept.setdefault(_bucket(judgement), [])
        against = [other for other in others if not _agree(other, judgement, named)]
        wholly = next((other.id for other in against if _about_all(other, judgement, named)), None)
        if wholly is not None:
            overruled[judgement.id] = wholly
            continue
        asked = question(judgement)
        partly = next((other.id for other in against if _alike(other.a, judgement.a, asked, named)), None)
        if partly is not None and asked in _OF_WORDS:
            in_part[judgement.id] = partly
        others.append(judgement)
    return tuple(
        Decision(judgement=j, withdrawn=w, overruled_by=overruled.get(j.id), overruled_in_part_by=in_part.get(j.id))
        for j, w in ordered
    )


def holding(found: Sequence[Decision]) -> tuple[Judgement, ...]:
    """The judgements that every run obeys, each meaning once (the earliest), earliest first.

    One that was made again to overrule what others said of part of its words meanwhile stands where it was made again.
    """
    kept: dict[tuple[object, ...], Judgement] = {}
    for decision in found:
        if decision.holds:
            j = decision.judgement
            meaning = (j.kind, *_ends(j), j.value) if j.kind != "note" else (j.id,)
            before = kept.get(meaning)
            if before is not None and not _contested_since(before, list(kept.values())):
                continue
            kept.pop(meaning, None)
            kept[meaning] = j
    return tuple(kept.values())


def _bucket(judgement: Judgement) -> tuple[object, ...]:
    """What two judgements must have in common to be about one thing at all."""
    asked = question(judgement)
    if asked in {"source", "claim", "story"} and judgement.b is not None:
        return (asked, *sorted((judgement.a.report, judgement.b.report)))
    return (asked, judgement.a.report)


def _agree(a: Judgement, b: Judgement, named: Named) -> bool:
    """True where two judgements on one question answer the same."""
    if a.kind != b.kind:
        return False
    if question(a) in {"source", "claim", "story", "furniture"}:
        return True
    if a.b is None or b.b is None:
        return a.value == b.value and a.b == b.b
    return a.value == b.value and _alike(a.b, b.b, "source" if a.kind == "speaker" else a.kind, named)


def _about_all(later: Judgement, earlier: Judgement, named: Named) -> bool:
    """True where the later judgement is about everything that the earlier one is about."""
    asked = question(earlier)
    if asked in _OF_REPORT or asked == "story":
        return True
    if asked in _OF_WORDS:
        inside = later.a.start <= earlier.a.start and earlier.a.end <= later.a.end
        mine = named(asked, earlier.a)
        return inside or (bool(mine) and mine <= named(asked, later.a))
    if later.b is None or earlier.b is None:
        return later.a == earlier.a and later.b == earlier.b
    # Who parts what the program took for one says that it is not one: there only the words themselves count.
    split = any(named(asked, j.a) & named(asked, j.b) for j in (later, earlier) if j.b is not None)
    by = _nothing if split else named
    straight = _alike(later.a, earlier.a, asked, by) and _alike(later.b, earlier.b, asked, by)
    return straight or (_alike(later.a, earlier.b, asked, by) and _alike(later.b, earlier.a, asked, by))


def _alike(a: Place, b: Place, asked: str, named: Named) -> bool:
    return _of_one_place(a, b) or bool(named(asked, a) & named(asked, b))


def _of_one_place(a: Place, b: Place) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end


def _contested_since(before: Judgement, kept: Sequence[Judgement]) -> bool:
    asked = question(before)
    later = kept[kept.index(before) + 1 :]
    return asked in _OF_WORDS and any(question(j) == asked and _of_one_place(j.a, before.a) for j in later)


def _nothing(asked: str, place: Place) -> frozenset[str]:
    del asked, place
    return frozenset()


def _ends(judgement: Judgement) -> tuple[Place | None, ...]:
    """Both places, in an order that does not depend on which was named first where the kind is symmetric."""
    if judgement.b is None or judgement.kind in {"speaker", "origin", "relays"}:
        return judgement.a, judgement.b
    return tuple(sorted((judgement.a, judgement.b)))
