"""The outlets that a statement's own sentence credits: "told X", "X's sources", "according to X, which cited Y"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from twosource.lineage.relays import outlet_credits
from twosource.lineage.view import View
from twosource.model import Credit, Source, Span, Statement

Via = tuple[str, ...]

# A credit this near to the cue or the source of a statement belongs to it ("told X", "X's sources", "as per X").
NEAR = 30
_FIRST = re.compile(
    r"\b(?:first|originally|previously|earlier|initially) (?:\w+ )?(?:reported|published|broken|disclosed|revealed)\b"
)
_CITES = re.compile(
    r"\b(?:cit(?:es|ed|ing)|quot(?:es|ed|ing)|referr(?:ed|ing) to|attribut(?:ed|ing)|credit(?:ed|ing)|with reference to"
    r"|relay(?:ed|ing))\b"
    r"|^ that (?:the )?"  # "X reports that Y published"
)
# Rules of credits by which an outlet's name stands before what it made.
_WORK_OF = re.compile(r"^X(?:'s report| op-ed| sources)$")
# Rules of credits whose words go on with what the outlet told.
_TELLS = re.compile(r"^X (?:first )?reported$")


def credited(view: View, statement: Statement, sources: Mapping[str, Source]) -> Via:
    """The via that a statement's own sentence states."""
    speaker = sources.get(statement.speaker or "")
    here = [c for c in outlet_credits(view, sources) if view.sentence_at(c.place.start) == view.anchor(statement)]
    for credit in here:
        chain = _chain(view, credit, here)
        if statement.speaker == credit.source:
            continue
        if speaker is not None and speaker.kind == "outlet":
            continue
        if speaker is not None and speaker.kind == "document" and _own_work(statement, credit):
            continue
        if _inside(view, statement, credit) or (_near(view, statement, credit) and not _first(view, credit)):
            return chain
    return ()


def first_hand(view: View, outlet: str, sentence: int, sources: Mapping[str, Source]) -> str:
    """The outlet that ``outlet`` itself cites in this sentence ("X, which cited Y"), or ``outlet``."""
    here = [c for c in outlet_credits(view, sources) if view.sentence_at(c.place.start) == sentence]
    return next((_chain(view, c, here)[0] for c in here if c.source == outlet), outlet)


def chain_of(view: View, outlet: str, sources: Mapping[str, Source]) -> Via:
    """The longest chain of outlets that ends in ``outlet`` anywhere in the report: ("Y", "X") where X cites Y."""
    credits = outlet_credits(view, sources)
    by_sentence: dict[int, list[Credit]] = defaultdict(list)
    for credit in credits:
        by_sentence[view.sentence_at(credit.place.start)].append(credit)
    chains = [_chain(view, c, by_sentence[view.sentence_at(c.place.start)]) for c in credits if c.source == outlet]
    return max((c for c in chains if c[-1] == outlet), key=len, default=(outlet,))


def beyond(view: View, outlet: str, sources: Mapping[str, Source]) -> Via:
    """The outlets through which a report says that it has what ``outlet`` had: (X,) where X cites it, mostly none."""
    for credit in outlet_credits(view, sources):
        chain = chain_of(view, credit.source, sources)
        if outlet in chain[:-1]:
            return chain[chain.index(outlet) + 1 :]
    return ()


def _chain(view: View, credit: Credit, here: list[Credit]) -> Via:
    """X, or (Y, X) where the sentence says that X cites Y."""
    for other in here:
        if other.source != credit.source and other.place.start > credit.place.end:
            # A credit's place may itself begin with "which cited".
            between = view.text(Span(credit.place.end, other.place.end))
            if other.place.start - credit.place.end < 60 and _CITES.search(between):
                return (other.source, credit.source)
        if other.source != credit.source and other.place.end < credit.place.start:
            between = view.text(Span(other.place.end, credit.place.start))
            if len(between) < 60 and _CITES.search(between):
                return (credit.source, other.source)
    return (credit.source,)


def _own_work(statement: Statement, credit: Credit) -> bool:
    """The document that speaks is the outlet's own: "an Example Post poll shows"."""
    source = statement.source
    return (
        source is not None
        and _WORK_OF.search(credit.rule) is not None
        and source.start < credit.place.end
        and credit.place.start < source.end
    )


def _inside(view: View, statement: Statement, credit: Credit) -> bool:
    """Some statement of the credited outlet holds this one's words."""
    mine = sum(c.end - c.start for c in statement.content)
    for other in view.statements:
        if other.speaker != credit.source or other.id == statement.id:
            continue
        shared = sum(
            max(0, min(a.end, b.end) - max(a.start, b.start)) for a in statement.content for b in other.content
        )
        if shared >= 0.8 * mine:
            return True
    return False


def _near(view: View, statement: Statement, credit: Credit) -> bool:
    """The credit belongs to this statement's cue or source, and is not itself the source of another statement."""
    source = statement.source
    if source is not None and source.start < credit.place.end and credit.place.start < source.end:
        return True  # "the agency said, quoting Ruiz"
    for other in view.statements:
        theirs = other.source if other.id != statement.id and other.speaker == credit.source else None
        if theirs is not None and theirs.start < credit.place.end and credit.place.start < theirs.end:
            return False
    spots = [s for s in (statement.cue, statement.source) if s is not None]
    if _TELLS.search(credit.rule):  # "X reported [that the bridge fell], according to Ruiz"
        spots += [c for c in statement.content if c.start >= credit.place.end]
    gaps = [max(spot.start - credit.place.end, credit.place.start - spot.end, 0) for spot in spots]
    return bool(gaps) and min(gaps) <= NEAR


def _first(view: View, credit: Credit) -> bool:
    """The credit says who had some other matter first ("the trip, which was first reported by X, ...")."""
    around = view.text(Span(max(0, credit.place.start - 30), min(len(view.reading.report.text), credit.place.end + 30)))
    return _FIRST.search(around) is not None
