"""Conflicts of yes and no between two speakers: who says that it is not so, against who says that it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.found import Found
from twosource.compare.retellings import Retelling
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Place, Span
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import lemma, words

# Cosine of the two sentences. Of the five found from here on in 42 stories four are right to a reader, of those between
# 0.45 and this one in four; chosen with these same stories in sight, so unproven on others.
LIKE = 0.6
TELLING = 1.0  # weight of the words, beside the verb, that the negating clause shares with the other sentence
_NOT = re.compile(
    r"\b(?:do|does|did|has|have|had|is|are|was|were)(?: not\b|n[’']t\b)|\bnever\b|\bnot (?=an? |the )", re.IGNORECASE
)
# Words before a noun.
_NOUN = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "any", "some", "no", "of", "his", "her", "its", "their", "our",
     "my", "your"]
)  # fmt: skip
# What is negated: the next word that is no adverb, article or auxiliary.
_VERB = re.compile(r"\s+(?:(?:\w+ly|even|ever|been|be|a|an|the|in)\s+)*(?P<verb>\w+)")
# "Not only", "did not know", "would not", "if": no word that something is not so.
_NO_DENIAL = re.compile(
    r"\bnot (?:only|just|yet|all|every|necessarily|immediately|sure|clear|even|guilty)\b"
    r"|\b(?:did|do|does)(?: not|n[’']t) (?:know|think|believe|want|respond|comment|say|need|care|see|have)\b"
    r"|\b(?:would|could|can|should|will|may|might)(?: not|n[’']t)\b|\b(?:if|sure|whether)\b|\?",
    re.IGNORECASE,
)
# What the other sentence may not have: then it says no itself, or says nothing.
_NO = re.compile(
    r"\b(?:not|no|never|none|nothing|nor|neither|without|cannot|nobody|unclear|doubt\w*|whether|if|possibl\w+|may|might|could|den(?:y|ies|ied|ying)"
    r"|refus\w+|reject\w*|against|oppos\w+|disput\w+)\b|n[’']t\b|\?",
    re.IGNORECASE,
)


def negated(page: Page, pairs: tuple[Retelling, ...]) -> Iterator[Found]:
    """Sentences that say that a thing is not so, each against the passage of another speaker that most says so."""
    best: dict[Place, tuple[float, Told, Told, Place, str]] = {}
    for pair in pairs:
        if pair.cosine < LIKE or not pair.a.speakers or not pair.b.speakers or pair.a.speakers & pair.b.speakers:
            continue
        for told, other in ((pair.a, pair.b), (pair.b, pair.a)):
            clause = _negates(page, told, other)
            if clause is not None and (told.place not in best or pair.cosine > best[told.place][0]):
                best[told.place] = (pair.cosine, told, other, *clause)
    for cosine, told, other, _, words_ in (best[p] for p in sorted(best)):
        yield Found("denial", other.place, told.place, f"Said by one, and by another not to be so: “{words_}”.", cosine)


def _negates(page: Page, told: Told, other: Told) -> tuple[Place, str] | None:
    """The clause that negates what the other sentence says, and its words from the negation on."""
    turn = _NOT.search(told.text)
    if turn is None or told.headline or other.headline or _NO_DENIAL.search(told.text) or _NO.search(other.text):
        return None
    verb = _VERB.match(told.text, turn.end())
    what = lemma(verb.group("verb")) if verb else ""
    if what in FUNCTION_WORDS or not _says(other, what):
        return None
    start = told.span.start
    clause = page.clause(told, Span(start + turn.start(), start + turn.end()))
    text = page.texts[clause.report][clause.start : clause.end]
    shared = lemmas(told.text[turn.end() : clause.end - start]) & other.lemmas - {what}
    if page.weight(shared) < TELLING:
        return None
    return clause, " ".join(text.split()[:WORDS])


def _says(told: Told, what: str) -> bool:
    """Whether the sentence has the word, and not as a noun after an article."""
    found = words(told.text)
    before = [None, *found[:-1]]
    return any(
        w.lemma == what
        and w.text.islower()
        and (b is None or not (b.text.casefold() in _NOUN or b.text.endswith(("’s", "'s"))))
        for b, w in zip(before, found, strict=True)
    )


WORDS = 12  # words of the clause that a reason quotes
