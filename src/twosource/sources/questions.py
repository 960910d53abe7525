"""Who hears and who speaks: questions and their answers, and whom an outlet quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from twosource.model import Statement
from twosource.sources.entities import Chains, Entity
from twosource.sources.mentions import Mention
from twosource.sources.page import Page

# The words by which somebody puts a question.
_ASKS = re.compile(r"\b(?:ask|press|question|quizz?|grill|challeng|prompt)(?:e?s|ed|ing)?\b", re.IGNORECASE)
# Characters after such a word in which stands whom it is put to ("asked the mayor").
BESIDE = 12
_HEARD = r"(?:asked|told|informed|questioned|pressed|warned|advised|instructed|reminded|notified|briefed)"
_PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|are|is|be|got|when|if|once|while)\s+(?:\w+ly\s+|also\s+|first\s+|again\s+|then\s+)?{_HEARD}\b"
    r"|^\W*(?:when\s+)?(?:asked|pressed|questioned)\b",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"[,“”\"’']{0,2}\s+(?:quoting|citing|which (?:quoted|cited)|and (?:quoted|cited))\s+")
_AGENT = re.compile(r"\bby\s+$")
_BY = re.compile(r"\s+(?:\w+\s+){0,3}by\s")


def asked(page: Page, statement: Statement) -> bool:
    """Is the subject of a statement's cue the one who hears it ("the drivers were told that", "asked whether")?

    Not where the words behind the cue name who asked ("was asked by a reporter").
    """
    cue, source = statement.cue, statement.source
    if cue is None or (source is not None and _AGENT.search(page.text, cue.end, max(cue.end, source.start))):
        return False
    sentence = page.sentences[page.sentence_at(cue.start)]
    first = max(sentence.start, cue.start - 24)
    hits = list(_PASSIVE.finditer(page.text[first : cue.end]))
    hit = hits[-1] if hits else None
    if hit is None or first + hit.end() <= cue.start or (hit.start() == 0 and first > sentence.start):
        return False
    return _BY.match(page.text, cue.end) is None or statement.source is None


def answerer(
    chains: Chains, question: Statement, asker: Entity | None, by_sentence: Mapping[int, Sequence[Mention]]
) -> Entity | None:
    """Whom a statement is put to that is a question; ``None`` where it is none or does not tell."""
    page, cue = chains.page, question.cue
    if cue is None or not _ASKS.search(page.text, cue.start, cue.end):
        return None
    for m in by_sentence.get(page.sentence_at(cue.start), ()):
        put_to = cue.end <= m.start <= cue.end + BESIDE and not page.in_quote(m.start)
        was = asked(page, question) and question.source is not None and question.source.start < m.end <= cue.start
        if (put_to and page.text[cue.end : m.start].strip() in ("", "the")) or was:
            entity = chains.of[m.start, m.end]
            if entity.sort in ("person", "group", "organisation") and entity is not asker:
                return entity
    return None


def quoted_there(chains: Chains, statement: Statement, outlet: Mention, near: Sequence[Mention]) -> Entity | None:
    """Whose the words are where an outlet gives them as somebody's: "the agency said, quoting Ana Ruiz"."""
    if chains.of[outlet.start, outlet.end].sort != "outlet":
        return None
    hit = _QUOTING.match(chains.page.text, max(outlet.end, statement.cue.end if statement.cue else 0))
    for m in near if hit is not None else ():
        if hit is not None and hit.end() <= m.start <= hit.end() + 4 and chains.of[m.start, m.end].sort != "outlet":
            return chains.of[m.start, m.end]
    return None
