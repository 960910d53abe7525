"""Drift of certainty: a hedge lost or added, a report turned into a fact, a weak verb into a strong one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Embed
from twosource.text.certainty import Mark

# A weak and a strong verb are of one remark when what they report is this alike.
MOST = 300  # such pairs whose vectors are compared
VERBS, CONTENT = 0.45, 0.6


def verbs_differ(page: Page, pairs: Sequence[Pair], embed: Embed) -> Iterator[Found]:
    """The same remark reported by a weak verb here and by a strong one there: hinted, confirmed."""
    couples = []
    for pair in pairs:
        akin = pair.a.speakers & pair.b.speakers or pair.a.origins & pair.b.origins
        verbs = _verbs(pair) if pair.strength >= VERBS and akin else None
        if verbs is not None:
            (weak, told), (strong, other) = verbs
            couples.append((weak, told, strong, other))
        if len(couples) >= MOST:
            break  # the pairs come strongest first
    if not couples:
        return
    said = [_after(c[1], c[0]) for c in couples] + [_after(c[3], c[2]) for c in couples]
    vectors = embed(said)
    for k, (weak, told, strong, other) in enumerate(couples):
        cosine = float(vectors[k] @ vectors[k + len(couples)])
        if cosine >= CONTENT:
            yield Found(
                "certainty",
                page.marked(told, weak),
                page.marked(other, strong),
                f"“{weak.words}” in one report is “{strong.words}” in the other.",
                0.4 + cosine / 2,
            )


def _after(told: Told, mark: Mark) -> str:
    """What the verb reports: the rest of the sentence, or, where the verb ends it, what stands before."""
    rest = told.text[mark.span.end :].strip()
    return rest if len(rest.split()) > 4 else told.text[: mark.span.start]


TWICE = 0.55  # cosine of the doubtful sentence and one beside the certain one


def sure_and_unsure(page: Page) -> Iterator[Found]:
    """One claim that one report gives from one origin twice, once as a possibility and once as a certainty."""
    for told in page.by_report.values():
        for sure in told:
            mark = next((m for m in sure.marks if m.kind == "sure"), None)
            if mark is None:
                continue
            near = [t for t in told if t.paragraph == sure.paragraph and abs(t.rank - sure.rank) <= 3]
            claims, origins = {k for t in near for k in t.claims}, {o for t in near for o in t.origins}
            for other in told:
                hedge = next((m for m in other.marks if m.kind == "hedge"), None)
                if hedge is None or other.paragraph == sure.paragraph or other.headline:
                    continue
                alike = max(float(t.vector @ other.vector) for t in near)
                if alike >= TWICE and claims & set(other.claims) and origins & other.origins:
                    yield Found(
                        "certainty",
                        page.marked(other, hedge),
                        page.marked(sure, mark),
                        f"One origin, told once as possible (“{hedge.words}”) and once as certain (“{mark.words}”).",
                        0.7,
                    )
                    break


def _verbs(pair: Pair) -> tuple[tuple[Mark, Told], tuple[Mark, Told]] | None:
    weak_a, strong_a = _verb(pair.a, "weak verb"), _verb(pair.a, "strong verb")
    weak_b, strong_b = _verb(pair.b, "weak verb"), _verb(pair.b, "strong verb")
    if weak_a and strong_b and not strong_a and not weak_b:
        return (weak_a, pair.a), (strong_b, pair.b)
    if weak_b and strong_a and not strong_b and not weak_a:
        return (weak_b, pair.b), (strong_a, pair.a)
    return None


def _verb(told: Told, kind: str) -> Mark | None:
    """A reporting verb outside quotation marks."""
    for mark in told.marks:
        at = told.span.start + mark.span.start
        if mark.kind == kind and not any(q.span.start <= at < q.span.end for q in told.quotations):
            return mark
    return None
