"""Which judgements hold: withdrawn ones do not, and of two that contradict each other the later one does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.model import Judgement, Place
from twosource.store.values import Decision

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
_OF_REPORT = frozenset({"story", "outlet", "published", "lineage"})


def decisions(entries: Iterable[tuple[Judgement, str | None]]) -> tuple[Decision, ...]:
    """Every judgement with what became of it, earliest first; ``entries`` are judgements and when they were withdrawn.

    The order of ``entries`` changes nothing: time decides, and the id where two were made in one moment.
    """
    ordered = sorted(entries, key=lambda entry: (entry[0].at, entry[0].id))
    latest: dict[tuple[object, ...], tuple[str, str]] = {}  # question -> (answer, id of the latest judgement)
    overruled: dict[str, str] = {}
    for judgement, withdrawn in reversed(ordered):
        if withdrawn is not None or judgement.kind in {"note", "not a conflict"}:
            continue
        question, answer = _asked(judgement)
        decided = latest.setdefault(question, (answer, judgement.id))
        if decided[0] != answer:
            overruled[judgement.id] = decided[1]
    return tuple(Decision(judgement=j, withdrawn=w, overruled_by=overruled.get(j.id)) for j, w in ordered)


def holding(found: Sequence[Decision]) -> tuple[Judgement, ...]:
    """The judgements that every run obeys, each meaning once (the earliest), earliest first."""
    kept: dict[tuple[object, ...], Judgement] = {}
    for decision in found:
        if decision.holds:
            j = decision.judgement
            meaning = (j.kind, *_ends(j), j.value) if j.kind != "note" else (j.id,)
            kept.setdefault(meaning, j)
    return tuple(kept.values())


def _asked(judgement: Judgement) -> tuple[tuple[object, ...], str]:
    """The question a judgement answers, and its answer."""
    question = _QUESTION.get(judgement.kind)
    if question is None:  # one answer only: speaker, origin, outlet, published
        place = (judgement.a.report,) if judgement.kind in _OF_REPORT else judgement.a
        return (judgement.kind, place), f"{judgement.value}\x1f{judgement.b}"
    if question == "lineage":  # relays another report or outlet, or gathered it itself
        return (question, judgement.a.report), f"{judgement.kind}\x1f{judgement.value}\x1f{judgement.b}"
    if question in _OF_REPORT:
        ends = tuple(sorted({judgement.a.report, judgement.b.report if judgement.b else ""}))
        return (question, ends), judgement.kind
    return (question, *_ends(judgement)), judgement.kind


def _ends(judgement: Judgement) -> tuple[Place | None, ...]:
    """Both places, in an order that does not depend on which was named first where the kind is symmetric."""
    if judgement.b is None or judgement.kind in {"speaker", "origin", "relays"}:
        return judgement.a, judgement.b
    return tuple(sorted((judgement.a, judgement.b)))
