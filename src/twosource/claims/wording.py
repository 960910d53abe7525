"""The passage that words a claim best."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage
from twosource.claims.stance import denies

_LEADING_PRONOUN = re.compile(
    r"^(?:he|she|it|they|we|i|you|this|that|these|those|his|her|their|its|there|such)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"\b(?:he|she|it|they|them|him|we|us|i|me|my|our|you|your|his|her|their)\b", re.IGNORECASE)
_END = re.compile(r"\b(?:of|to|the|a|an|and|or|that|in|with|for|by|who|which)$", re.IGNORECASE)


def clearest(members: Sequence[Passage], alike: NDArray[np.float32]) -> Passage:
    """The member to show as the claim: near the others, a whole clause that names its subject, of middling length.

    ``alike`` is the similarity among the members, in their order. Denials word a claim only if nothing else does.
    """
    near = alike.mean(axis=1)

    def rank(i: int) -> tuple[float, int]:
        p = members[i]
        count = len(p.text.split())
        score = float(near[i])
        score -= 0.3 * bool(_LEADING_PRONOUN.match(p.text)) + 0.05 * min(3, len(_PRONOUN.findall(p.text)))
        score -= 0.3 * (not p.head) + 0.3 * bool(_END.search(p.text)) + 0.1 * p.title
        score -= 0.02 * max(0, 7 - count) + 0.02 * max(0, count - 28)
        score -= 1.0 * denies(p) + 0.2 * p.text.rstrip().endswith("?")
        return (-score, i)

    return members[min(range(len(members)), key=rank)]
