"""What a passage does to a sentence of the user's own: says it, says its opposite, doubts it, or is only about it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.claims.bearing import bearing
from twosource.claims.candidates import Passage
from twosource.claims.stance import denies, doubts
from twosource.model import PAIRINGS
from twosource.text.certainty import doubts as hedged
from twosource.text.certainty import marks
from twosource.text.numbers import Verdict, compare, quantities
from twosource.text.words import content_words, negations, opposed

CheckedStance = Literal["supports", "denies", "qualifies", "discusses"]

# Without the pair model: nearness from which a passage says the claim or its opposite. Of the evidence of 58
# hand-worded claims 84 in 100 are found so.
SAYS = 0.66
# With it: a logistic model of whether a passage says the claim, over its nearness, the pair model's shares of "same"
# and of "denies" and "conflicts", and the share of the claim's words it has. Fitted by training/claims/saying.py on
# the claims of two real stories; fitted on one of the two, it finds 0.65 of the other's evidence at a precision of
# 0.61 to 0.71. Thresholds on the pair model's shares alone, as it was before, found as much at 0.26.
WEIGHTS = (3.1, 1.8, -4.9, 5.2)
CONSTANT = -6.0
LIKELY = 0.3
# From this share of "denies" and "conflicts" on it says the opposite. Of the denials so found in eight stories 0.37 are
# marked as such, and most of the others read like one; of those found before, by words too, 0.16 were.
OPPOSITE = 0.5
# Set by eye on small stories made for it; neither changes a figure of ``bench stance``.
TOUCHES = 0.2  # share of the claim's words; a headline that has fewer only names the story
NEARLY_SAID = 0.5  # likelihood from which another number is of the very thing: the dead, not the injured


class Near(NamedTuple):
    """A passage about a claim: how near it is (about 0.55 to 1.4), and its share of the claim's words (0 to 1)."""

    passage: Passage
    nearness: float
    share: float


def asserted(passage: Passage) -> str:
    """What the pair model is to compare: of "the dockers did it, not the crew" only what it asserts."""
    return passage.about if passage.kind == "plain" and passage.about else passage.text


def in_words(claim: str, near: Near) -> CheckedStance:
    """The stance as far as words alone tell it."""
    passage = near.passage
    if passage.kind == "silence" or passage.asks:
        return "discusses"
    turned = (passage.kind == "denial" or denies(passage)) != (bearing(claim).kind == "denial")
    if turned:
        return "denies"
    if near.nearness < SAYS:
        return "discusses"
    if _turned(claim, passage.text) or opposed(content_words(claim), passage.lemmas):
        return "denies"
    return "qualifies" if doubts(passage.text) and not doubts(claim) else "supports"


def weighed(claim: str, near: Near, shares: NDArray[np.float32]) -> CheckedStance:
    """The stance with the pair model's ``shares`` of ``PAIRINGS`` (6,) for the claim and the passage."""
    passage = near.passage
    if passage.kind == "silence" or passage.asks:
        return "discusses"
    does = dict(zip(PAIRINGS, shares.tolist(), strict=True))
    if _against(shares) >= OPPOSITE and (passage.kind == "denial" or near.share >= TOUCHES):
        return "denies"
    if likelihood(near, shares) < LIKELY or (_left_open(passage) and not doubts(passage.text)):
        return "discusses"
    if _numbers(claim, passage.text)[0] == "contradictory":  # of two things of a kind, where it is not nearly the claim
        return "denies" if likelihood(near, shares) >= NEARLY_SAID else "discusses"
    open_to_doubt = does["qualifies"] > does["same"] and hedged(marks(passage.text))
    heard = _HEARD.search(passage.text) is not None and _HEARD.search(claim) is None
    return "qualifies" if open_to_doubt or heard or (doubts(passage.text) and not doubts(claim)) else "supports"


# What the report passes on as hearsay.
_HEARD = re.compile(r"\b(?:reportedly|purportedly|supposedly|rumou?red|(?:is|are|was|were) said to)\b", re.IGNORECASE)
_WHETHER = re.compile(r"\bwhether\b", re.IGNORECASE)


def _left_open(passage: Passage) -> bool:
    """Whether most of what the passage says is asked in it: "the police look into whether the dockers did it"."""
    turn = _WHETHER.search(passage.text)
    return turn is not None and 2 * len(content_words(passage.text[turn.end() :])) > len(passage.lemmas)


def less_exact(claim: str, passage: Passage, shares: NDArray[np.float32]) -> NDArray[np.float32]:
    """``shares`` without the conflict that the pair model sees between "12" and "at least 12"."""
    verdict, times = _numbers(claim, passage.text)
    if verdict != "less precise" or negations(passage.text):
        return shares
    fair = shares.copy()
    fair[PAIRINGS.index("same" if times <= ONE_NUMBER else "other")] += fair[PAIRINGS.index("conflicts")]
    fair[PAIRINGS.index("conflicts")] = 0
    return fair


ONE_NUMBER = 1.2  # times; further apart the passage admits the number and does not say it


def _numbers(claim: str, text: str) -> tuple[Verdict, float]:
    """How the only number of the claim and the only one of its kind in the passage agree; how many times apart."""
    ours, theirs = ([q for q in quantities(t) if q.kind != "ordinal" and q.unit] for t in (claim, text))
    alike = [q for q in theirs if ours and (q.kind, q.unit) == (ours[0].kind, ours[0].unit)]
    if len(ours) != 1 or len(alike) != 1:
        return "absent", 1.0
    low, high = sorted((ours[0].value, alike[0].value))
    return compare(ours[0], alike[0])[0], high / max(low, 1e-9)


def shows(stand: CheckedStance, passages: Sequence[Near], shares: NDArray[np.float32]) -> int | None:
    """Which of a report's passages shows best that it supports or denies the claim, if one comes near it."""
    if stand not in _NEARLY:
        return None
    value = [
        likelihood(near, of) if stand == "supports" else _against(of) for near, of in zip(passages, shares, strict=True)
    ]
    asserts = [i for i, near in enumerate(passages) if near.passage.kind != "silence" and not near.passage.asks]
    best = max(asserts, key=lambda i: (value[i], -i), default=None)
    return best if best is not None and value[best] >= _NEARLY[stand] else None


# How near such a passage must come, of LIKELY and OPPOSITE. On 1,426 headlines and bodies of FNC-1 the mean F1 of the
# three stances of related ones is 0.511 so, 0.495 where a passage must have the stance itself, 0.515 where none need.
_NEARLY = {"supports": 0.1, "denies": 0.35}


def likelihood(near: Near, shares: NDArray[np.float32]) -> float:
    """How likely it is that the passage says the claim, 0 to 1."""
    signs = (near.nearness, float(shares[PAIRINGS.index("same")]), _against(shares), near.share)
    return 1 / (1 + math.exp(-CONSTANT - sum(w * s for w, s in zip(WEIGHTS, signs, strict=True))))


def _against(shares: NDArray[np.float32]) -> float:
    return float(shares[PAIRINGS.index("denies")] + shares[PAIRINGS.index("conflicts")])


def _turned(a: str, b: str) -> bool:
    """Does one of the two negate, and the other not at all? ("No choice but not willing" negates in part only.)"""
    one, other = sorted((negations(a), negations(b)))
    return one == 0 and other % 2 == 1
