"""How sure a passage sounds: its hedges, its words of certainty, and the strength of its reporting verb."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from twosource.model import Span

MarkKind = Literal["hedge", "hearsay", "condition", "sure", "weak verb", "strong verb"]


class Mark(NamedTuple):
    """One word or phrase that weakens or strengthens what is said."""

    kind: MarkKind
    span: Span
    words: str


# English hedges and boosters after Hyland, Metadiscourse (2005), appendix, cut down to those that news prose uses of
# facts; reporting verbs by how far they commit the writer (Thompson & Ye, Applied Linguistics 12/4, 1991).
_HEDGE = """
may|might|maybe|perhaps|possibly|possible|possibility|probably|likely|potentially|apparently|apparent|seemingly|seems?|
seemed|appears? to|appeared to|presumably|suspected|believed to|thought to|could be|could have|unclear|unconfirmed|
i think(?: that)?|i believe(?: that)?|i guess|we think|in my opinion|not (?:yet )?clear|
too soon to (?:tell|say)|too early to (?:tell|say)"""
_HEARSAY = """
reportedly|allegedly|alleged|purportedly|purported|supposedly|rumou?red|rumou?rs|said to (?:be|have)|
(?:media )?reports? (?:say|says|said|suggest|suggests|suggested|claim|claims|claimed)|
according to (?:a |an |the |one |some |several |media |news |local |multiple )*reports?|reports? (?:that|of)|report:"""
_CONDITION = """
subject to|provided that|as long as|only if|unless|depending on|on condition that|if possible|pending"""
_SURE = """
known fact|no doubt|undoubtedly|definitely|definitively|certain that|indisputabl[ey]|proven|proof that|
it is clear that|it[’']s clear that|beyond doubt|(?:one hundred|100|a hundred) per ?cent (?:sure|certain)|
established that|without (?:a )?doubt"""
_WEAK = """
hint(?:s|ed|ing)? (?:that|at)|suggest(?:s|ed|ing)?|allud(?:es|ed|ing)|impl(?:y|ies|ied)|indicat(?:e|es|ed)|
claim(?:s|ed|ing)?|alleg(?:es|ed|ing)|speculat(?:es|ed|ing)|believes?|suspects?|considers?|floated|
signal(?:s|ed|led)|raised the possibility"""
_STRONG = """
confirm(?:s|ed|ing)?|confirmation|reveal(?:s|ed|ing)?|disclos(?:es|ed|ing)|acknowledg(?:es|ed|ing)|
admit(?:s|ted|ting)?|announc(?:es|ed|ing)|declar(?:es|ed|ing)|prov(?:es|ed)|insist(?:s|ed)|vow(?:s|ed)|
endors(?:es|ed)|promis(?:es|ed)|guarantee[sd]?|demonstrat(?:es|ed)"""

_GROUPS: tuple[tuple[MarkKind, str], ...] = (
    ("condition", _CONDITION), ("hearsay", _HEARSAY), ("sure", _SURE), ("hedge", _HEDGE), ("weak verb", _WEAK),
    ("strong verb", _STRONG),
)  # fmt: skip
_MARK = re.compile(
    "(?<!\\w)(?:"
    + "|".join(rf"(?P<g{i}>(?:{words})(?!\w))" for i, (_, words) in enumerate(_GROUPS)).replace("\n", "")
    + ")",
    re.IGNORECASE,
)
# "May" before one of these, or after a preposition, is the month; a title's "Might" is no hedge.
_MONTH = re.compile(r"\b(?:in|of|since|until|by|last|early|late|next|this) $", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|no|never|n[’']t|without|nor) (?:\w+ )?$", re.IGNORECASE)


def marks(text: str, start: int = 0, end: int | None = None) -> tuple[Mark, ...]:
    """The words of doubt and certainty in ``text[start:end]``, in order.

    Negated ones are left out, for they say neither. Linear in the text.
    """
    found = []
    for match in _MARK.finditer(text, start, len(text) if end is None else end):
        kind = _GROUPS[int((match.lastgroup or "g0")[1:])][0]
        words, before = match.group(), text[max(start, match.start() - 24) : match.start()]
        if words == "May" or (words == "may" and _MONTH.search(before)):
            continue
        if _NEGATED.search(before) and kind != "condition":
            continue
        found.append(Mark(kind, Span(match.start(), match.end()), words))
    return tuple(found)


def doubts(found: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """The marks that weaken: hedges, hearsay, conditions."""
    return tuple(m for m in found if m.kind in ("hedge", "hearsay", "condition"))
