"""Conflicts of denial: a passage that says a claim is not so, against the passage that claims it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Embed, Place, Span

# What is denied is told in words this like the denial's own, or names who denies it; chosen on the two cases, where the
# passages denied lie between 0.26 and 0.6 and most others of the same report below.
LEAST, NAMED, NEAR, CLAIMED = 0.45, 0.2, 0.1, 0.1
LIKE = 0.3  # without this much likeness no name helps
TELLING = 1.6  # weight of a name in fewer than a quarter of the story's sentences
BACK = 3  # sentences before "denied the report" in which the report must have been told

_OBJECT = (
    r"(?:\w+ ){0,3}(?:claims?|allegations?|accusations?|assertions?|reports?|rumou?rs|suggestions?|notions?|idea|ideas|"
    r"charges?|story|stories|account|accounts|speculation|theory|theories|insinuations?|characterizations?)\b"
)
_DENIAL = re.compile(
    r"\b(?:(?:den(?:y|ies|ied|ying)|denials?)\b(?! (?:him|her|them|it entry|access|entry|bail|a (?:visa|permit|request|motion)|the (?:request|motion|appeal|visa|petition)|(?:it|he|she|they|we|I)? ?(?:has|had|have|having)? ?(?:any|seen any) (?:evidence|knowledge)|(?:it|he|she|they|we|I) (?:has|had|have) any))"
    rf"|(?:dismiss|reject|refut|rebut|disput|disavow|debunk|brush(?:es|ed)? (?:off|aside))(?:e?s|e?d|ing|ted|ting)? {_OBJECT}"
    rf"|(?:play(?:s|ed|ing)? down|downplay(?:s|ed|ing)?) {_OBJECT}"
    r"|call(?:s|ed|ing)? (?:\w+ ){1,6}[“\"‘]?(?:absolutely |completely |totally |simply )?(?:false|untrue|baseless|unfounded|nonsense|a lie|lies|fake|a hoax|fabricat\w+|crazy|absurd|ridiculous)\b"
    r"|(?:is|are|was|were) (?:absolutely |completely |totally |simply |categorically )?(?:false|untrue|baseless|unfounded|fabricated|a hoax|a lie)\b"
    r"|(?:insist(?:s|ed)?|maintain(?:s|ed)?) (?:that )?(?:\w+ ){1,4}(?:did|had|was|were|has|have|is|are|do|does) (?:not|never|nothing)\b)",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(
    r"\b(?:did not|didn[’']t|not|never|neither|nor|refused to|declined to|without|nor) (?:\w+ )?$|\b(?:was|were|been|being|be) (?:\w+ )?$",
    re.IGNORECASE,
)
_EMPTY = frozenset("it this that these those they he she them him her".split())


class Denial:
    """Where a sentence denies something, who denies it (capitalised words), and what (its words)."""

    def __init__(self, told: Told, at: Span) -> None:
        self.told, self.at = told, at
        after = told.text[at.end :].strip(" ,")
        before = told.text[: at.start]
        self.content = after if len(after.split()) >= 3 else before
        names = re.findall(r"(?<!^)\b[A-Z][\w’'-]+", told.text)
        self.names = frozenset(n.casefold().removesuffix("’s").removesuffix("'s") for n in names)
        self.back = bool(re.search(r"\bthe (?:report|story|account|article|claim|claims|allegations?|reports)\b", told.text[at.start : at.end + 30]))


def denials(page: Page) -> tuple[Denial, ...]:
    """The sentences that deny something, in order; a denial inside a quotation is its speaker's."""
    out = []
    for told in page.told:
        match = next((m for m in _DENIAL.finditer(told.text) if not _NOT_DENIED.search(told.text[: m.start()])), None)
        if match is not None and not told.headline:
            out.append(Denial(told, Span(match.start(), match.end())))
    return tuple(out)


def denied(page: Page, embed: Embed) -> Iterator[Found]:
    """Each denial against the passage it denies, in its own report if it is told there, else in another."""
    found = denials(page)
    if not found:
        return
    deny = {d.told.place for d in found}
    vectors = np.asarray(embed([d.content for d in found]))
    for denial, vector in zip(found, vectors, strict=True):
        here = page.by_report[denial.told.report]
        target = _best(page, denial, vector, [t for t in here if t.place not in deny])
        if target is None:
            others = [t for t in page.told if t.report != denial.told.report and t.place not in deny]
            target = _best(page, denial, vector, others, elsewhere=True)
        if target is None:
            continue
        base = denial.told.span.start
        words = " ".join(denial.told.text[denial.at.start : denial.at.end].split())
        yield Found(
            "denial",
            target.place,
            _denying(page, denial, base),
            f"Claimed, and denied: “{words}”.",
            0.9,
        )


def _denying(page: Page, denial: Denial, base: int) -> Place:
    clause = page.clause(denial.told, Span(base + denial.at.start, base + denial.at.end))
    if clause.end - clause.start < 0.5 * len(denial.told.text):
        return denial.told.place if len(denial.told.text) < 300 else clause
    return clause


def _best(
    page: Page, denial: Denial, vector: np.ndarray[tuple[int], np.dtype[np.float32]], choices: list[Told], *, elsewhere: bool = False
) -> Told | None:
    best: tuple[float, int, Told] | None = None
    for told in choices:
        cosine = float(vector @ told.vector)
        gap = denial.told.rank - told.rank
        if denial.back and not elsewhere:
            if not 0 < gap <= BACK or not re.search(r"\breport|\bsaid\b|\bclaim|\baccus|\balleg|\baccording", told.text):
                continue
            score = 1.0 + cosine
        else:
            if cosine < LIKE or (elsewhere and cosine < LEAST + 0.15):
                continue
            named = any(page.weights.get(n, 0.0) >= TELLING for n in _names(told) & denial.names)
            score = cosine + (NAMED if named else 0.0) + (NEAR if not elsewhere and abs(gap) <= 2 else 0.0)
            score += CLAIMED if "supports" in told.claims.values() else 0.0
            if score < LEAST:
                continue
        if told.headline or not told.lemmas & denial.told.lemmas:
            continue
        if best is None or (score, -told.rank) > (best[0], -best[1]):
            best = (score, told.rank, told)
    return best[2] if best else None


def _names(told: Told) -> frozenset[str]:
    return frozenset(
        n.casefold().removesuffix("’s").removesuffix("'s") for n in re.findall(r"(?<!^)\b[A-Z][\w’'-]+", told.text)
    )
