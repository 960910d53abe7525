"""What a judged place names, as the program sees it before anybody's word: a source, a statement, a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from twosource.model import Judgement, Place, Span, Story
from twosource.store.judged import Named, question

# Questions about something that the program finds at a place.
ASKED = frozenset({"source", "claim", "speaker", "origin"})


def in_question(judgements: Iterable[Judgement]) -> set[str]:
    """The SHA-256s of reports with several judgements of one kind of question: only these can contradict each other."""
    counted: dict[tuple[str, str], int] = {}
    for judgement in judgements:
        asked = question(judgement)
        if asked in ASKED:
            for report in {judgement.a.report, judgement.b.report if judgement.b else judgement.a.report}:
                counted[asked, report] = counted.get((asked, report), 0) + 1
    return {report for (_, report), number in counted.items() if number > 1}


def named_in(stories: Sequence[Story]) -> Named:
    """Place -> what it names in these stories, which are told without any judgement.

    A source is named by a mention, a claim by a passage of its evidence, a statement (whose speaker or origin is
    asked for) by its content or its source.
    """
    found: dict[tuple[str, str], list[tuple[Span, str]]] = {}
    for n, story in enumerate(stories):
        digests = {report.id: report.sha256 for report in story.reports}
        for asked, place, id_ in _things(story):
            found.setdefault((asked, digests[place.report]), []).append((Span(place.start, place.end), f"{n} {id_}"))

    def named(asked: str, place: Place) -> frozenset[str]:
        asked = "statement" if asked in {"speaker", "origin"} else asked
        spans = found.get((asked, place.report), ())
        return frozenset(id_ for span, id_ in spans if span.start < place.end and place.start < span.end)

    return named


def _things(story: Story) -> Iterable[tuple[str, Place, str]]:
    for source in story.sources:
        yield from (("source", mention, source.id) for mention in source.mentions)
    for claim in story.claims:
        yield from (("claim", Place(e.report, e.start, e.end), claim.id) for e in claim.evidence)
    for statement in story.statements:
        spans = [*statement.content, *([statement.source] if statement.source else [])]
        yield from (("statement", Place(statement.report, s.start, s.end), statement.id) for s in spans)
