"""The passages of one claim beside each other: where they show one origin that each alone did not show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.graph import Edge, group
from twosource.lineage.traced import Behind, Traced
from twosource.model import Evidence, Source, Span
from twosource.text.words import content_words, words

# Two passages of one claim are one text told twice when the cosine of the two, and the share of the shorter one's
# content words that both have, come to this. Of the pairs of a claim in 20 annotated real stories that do, and whose
# origins were open, two in three rest on one origin, nine in ten where one of the two gave none.
SAME_PASSAGE = 1.3
# A run of this many words, two of them telling, is more than a name and a verb that any two tellings share ("met with
# King Osric of Tarn"). With five, same_origin of the two cases of ../shared fell from 0.89 to 0.84.
VERY_WORDS = 6
# Passages of one claim that are compared pair by pair; those beyond keep the origin that they show alone, so that a
# claim that hundreds of reports repeat costs no more.
MOST = 120


class _Passage(NamedTuple):
    """Where a passage stands, what it does, who speaks in it, what is behind it, and what sort of origin that is."""

    report: str
    start: int
    stance: str
    spoken: bool
    speaker: str | None
    behind: Behind
    sort: str

    @property
    def firm(self) -> bool:
        """Its words say which outlet gathered it, or a person did."""
        return self.behind.judged or (self.behind.words and self.sort in ("own", "outlet"))


def together(
    evidence: Sequence[Evidence],
    texts: Sequence[str],
    rows: NDArray[np.float32] | None,
    traced: Traced,
    sources: Mapping[str, Source],
) -> list[Behind]:
    """The origin behind each passage of one claim, in the order given; ``rows`` are the vectors of ``texts``.

    One person who says one thing in two reports says it on one occasion, unless both say to whom. Passages of nearly
    the same words, both said in the open, or one in the very words of the other, have one origin; not those of two
    people. A passage without an origin
    has that which its report cites for the same claim, else that of the passage whose words it has.
    """
    sorts = {o.id: "own" if o.report else "outlet" if o.gathered_by else "open" for o in traced.origins}
    speakers = {s.id: s.speaker for s in traced.statements}
    passages = []
    for e in evidence:
        span = Span(e.start, e.end)
        said, behind = traced.statement_at(e.report, span, e.statement), traced.behind(e.report, span, e.statement)
        sort = sorts.get(behind.origin or "", "none")
        passages.append(_Passage(e.report, e.start, e.stance, said is not None, speakers.get(said or ""), behind, sort))
    alike = _Alike(texts, rows)
    found = _made_one(passages, alike, sources)
    return [b if b.origin is not None else _cited(i, passages, found, alike) for i, b in enumerate(found)]


class _Alike:
    """How much two passages say the same in the same words: cosine and shared content words, 0 to 2."""

    def __init__(self, texts: Sequence[str], rows: NDArray[np.float32] | None) -> None:
        self._texts = texts
        self._bags = [content_words(text) for text in texts]
        self._rows = rows

    def __call__(self, i: int, j: int) -> float:
        if self._rows is None:
            return 0.0
        shared = len(self._bags[i] & self._bags[j])
        least = max(1, min(len(self._bags[i]), len(self._bags[j])))
        return round(float(self._rows[i] @ self._rows[j]) + shared / least, 4)

    def very_words(self, i: int, j: int) -> bool:
        """Both hold a run of VERY_WORDS words, some of them telling."""
        return bool(self._runs(i) & self._runs(j))

    def _runs(self, i: int) -> set[tuple[str, ...]]:
        said = [w.lemma for w in words(self._texts[i])]
        runs = (tuple(said[k : k + VERY_WORDS]) for k in range(len(said) - VERY_WORDS + 1))
        return {run for run in runs if len(self._bags[i] & set(run)) >= 2}


def _made_one(passages: Sequence[_Passage], alike: _Alike, sources: Mapping[str, Source]) -> list[Behind]:
    """What is behind each passage, where passages that show one occasion share it."""
    known = [k for k, p in enumerate(passages) if p.behind.origin is not None][:MOST]
    edges, apart = [], []
    for i, j in combinations(known, 2):
        a, b = passages[i], passages[j]
        if a.behind.origin == b.behind.origin:
            edges.append(Edge(i, j, 1.0))
        elif (a.firm and b.firm) or _two_people(a, b, sources):
            apart.append((i, j))
        elif a.speaker is not None and a.speaker == b.speaker and not (a.firm or b.firm):
            edges.append(Edge(i, j, 0.9))
        elif a.report != b.report and (score := alike(i, j)) >= SAME_PASSAGE and _in_the_open(a, b, i, j, alike):
            edges.append(Edge(i, j, score / 2.5))
    found = [p.behind for p in passages]
    for joined in group(known, edges, cannot=apart):
        best = min(joined.nodes, key=lambda k: (not found[k].judged, not found[k].words, passages[k].sort == "own", k))
        for k in joined.nodes:
            if found[k].origin != found[best].origin:
                found[k] = found[best]._replace(words=False, judged=False)
    return found


def _in_the_open(a: _Passage, b: _Passage, i: int, j: int, alike: _Alike) -> bool:
    """Both were said in the open; or one was, and the other has its very words, though its report gives them to nobody.

    What outlets say in their own voice is no such thing: two that tell of one event may each have seen it.
    """
    if a.sort == b.sort == "open":
        return True
    return "open" in (a.sort, b.sort) and a.spoken and b.spoken and alike.very_words(i, j)


def _two_people(a: _Passage, b: _Passage, sources: Mapping[str, Source]) -> bool:
    pair = [sources.get(p.speaker or "") for p in (a, b)]
    return a.speaker != b.speaker and all(s is not None and s.kind == "named person" for s in pair)


def _cited(i: int, passages: Sequence[_Passage], found: Sequence[Behind], alike: _Alike) -> Behind:
    """What is behind a passage that gives no origin: what its report, else the passage it repeats, rests on."""
    mine = passages[i]
    near = [j for j, p in enumerate(passages) if found[j].origin is not None and p.stance == mine.stance][:MOST]
    here = [j for j in near if passages[j].report == mine.report and passages[j].spoken]
    there = here or [j for j in near if alike(i, j) >= SAME_PASSAGE]
    if not there:
        return found[i]
    best = max(there, key=lambda j: (alike(i, j), -abs(passages[j].start - mine.start), -j))
    return found[best]._replace(words=False, judged=False)
