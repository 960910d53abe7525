"""Conflicts of yes and no: a passage that says so, and one, alike otherwise, that says not so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.compare.aligned import Pair
from twosource.compare.clausewise import ClausePair
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Embed, Place
from twosource.text.clauses import clauses
from twosource.text.wording import FUNCTION_WORDS
from twosource.text.words import lemma, words

MOST = 600  # couples of clauses whose vectors are compared: three seconds of the encoder on one core
NEAR, LIKE = 0.35, 0.75  # strength of the sentences; cosine of the two clauses
_NOT = re.compile(r"\b(?:not|never|cannot|unwilling to|refus(?:es|ed) to|unable to)\b|n[’']t\b", re.IGNORECASE)
_NO = re.compile(
    _NOT.pattern + r"|\b(?:no|nor|neither|none|nobody|nothing|without|declin\w+|refus\w+|impossible|unable|fail\w*)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:who|that|which) (?:do|does|did|have|has|are|is|was|were)\b|\b(?:might|if|whether|why|unless|until)\b|\?"
    r"|\bnot (?:only|just)\b",
    re.IGNORECASE,
)

_EMPTY = {"do", "be", "have", "get", "go", "make"}
# The verb that is negated: the first word after the negation that is no adverb, past "want to" and its like.
_VERB = re.compile(
    r"\s+(?:(?:\w+ly|even|ever|yet|also|themselves|himself|herself|itself)\s+)*"
    r"(?:(?:want|need|have|like|intend|plan|seem|appear|expect|wish|try|going|able|willing)\s+to\s+)?(?P<verb>\w+)"
)


def said_and_not(page: Page, pairs: Sequence[Pair], embed: Embed) -> Iterator[Found]:
    """Clauses of two reports of which one negates what the other says, each pair of sentences once."""
    couples: list[tuple[Place, Place]] = []
    for pair in pairs:
        if pair.strength < NEAR:
            continue
        for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
            if not _NOT.search(one.text):
                continue
            couples += _couples(one, other)
        if len(couples) >= MOST:
            break  # the pairs come strongest first
    if not couples:
        return
    texts = sorted({page.texts[p.report][p.start : p.end] for a, b in couples for p in (a, b)})
    vectors = dict(zip(texts, embed(texts), strict=True))
    best: dict[tuple[Place, Place], float] = {}
    for a, b in couples:
        cosine = float(vectors[page.texts[a.report][a.start : a.end]] @ vectors[page.texts[b.report][b.start : b.end]])
        if cosine >= LIKE:
            best[a, b] = cosine
    for (a, b), cosine in sorted(best.items(), key=lambda item: (-item[1], item[0])):
        said, against = page.texts[a.report][a.start : a.end], page.texts[b.report][b.start : b.end]
        yield Found("other", a, b, f"One says “{_short(said)}”, the other “{_short(against)}”.", cosine - 0.2)


def _couples(one: Told, other: Told) -> Iterator[tuple[Place, Place]]:
    theirs = [c.span for c in clauses(other.text)]
    for clause in clauses(one.text):
        text = one.text[clause.span.start : clause.span.end]
        turn = _NOT.search(text)
        if turn is None or _OPEN.search(text):
            continue
        verb = _VERB.match(text, turn.end())
        for span in theirs:
            their = other.text[span.start : span.end]
            if _NO.search(their) or _OPEN.search(their):
                continue
            lemmas = {w.lemma for w in words(their)}
            if their.strip(" .,;") in text:
                continue
            if verb and lemma(verb.group("verb")) in lemmas - _EMPTY and len(their.split()) >= 4:
                yield (
                    Place(one.report, one.span.start + clause.span.start, one.span.start + clause.span.end),
                    Place(other.report, other.span.start + span.start, other.span.start + span.end),
                )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 90 else text[:87].rsplit(" ", 1)[0] + " …"


# Words for what was done as it should be, and for what was not, though no "not" stands there.
_DONE = re.compile(
    r"\b(?:carried out|took place|taken place|went ahead|gone ahead|completed|conducted|held|performed|"
    r"was made|were made)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:put off|postpon\w+|cancel\w+|skipp?\w+|call(?:s|ed)? off|delay\w+|miss(?:es|ed)|neglect\w+|omit\w+|"
    r"fail(?:s|ed) to|never (?:held|made|carried|took|completed)|"
    r"(?:(?:did|was|were) not|(?:did|was|were)n[’']t) (?:take place|held|made|carried out|completed|done))\b",
    re.IGNORECASE,
)
MATTER = 0.6  # cosine of two clauses on one deed, done or not


def done_and_undone(page: Page, pairs: Sequence[ClausePair]) -> Iterator[Found]:
    """Clauses of which one says that a thing was done and the other that it was put off or left undone."""
    for pair in pairs:
        if pair.cosine < MATTER or pair.a.report == pair.b.report or pair.told_a.headline or pair.told_b.headline:
            continue
        a, b = (page.texts[p.report][p.start : p.end] for p in (pair.a, pair.b))
        one, other = (_DONE.search(a), _UNDONE.search(b)) if _UNDONE.search(b) else (_DONE.search(b), _UNDONE.search(a))
        if one is None or other is None or (_UNDONE.search(a) and _UNDONE.search(b)):
            continue
        if len({w.lemma for w in words(a)} & {w.lemma for w in words(b)} - _EMPTY - FUNCTION_WORDS) < SHARED:
            continue
        yield Found("denial", pair.a, pair.b, f"“{one.group()}” here, “{other.group()}” there.", 0.2 + pair.cosine / 2)


SHARED = 2  # content words that both clauses have
