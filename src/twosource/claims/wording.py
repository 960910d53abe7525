"""The passage that words a claim best."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.claims.candidates import Passage
from twosource.claims.stance import denies
from twosource.text.clauses import clauses

_PRONOUNS = r"(?:he|she|it|they|them|him|we|us|i|me|my|mine|our|you|your|his|her|hers|their|its)"
_LEADING_PRONOUN = re.compile(rf"^(?:{_PRONOUNS}|this|that|these|those|there|such|so)(?:['’]\w+)?\b", re.IGNORECASE)
_PRONOUN = re.compile(rf"\b{_PRONOUNS}\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"\b(?:of|to|the|a|an|and|or|that|in|on|at|with|for|by|who|which|from|as)$", re.IGNORECASE)
_ATTRIBUTED = re.compile(r"^according to|\b(?:said|told|says|reported|according to)\b", re.IGNORECASE)
# Words a passage may lose at its head without losing its meaning.
_LEAD = re.compile(r"^(?:(?:and|but|or|so|while|although|though|also|meanwhile|however|that)\b,?\s+)+", re.IGNORECASE)

# And what is left at its end where the rest was cut off.
_TAIL = re.compile(r"(?:[,;:]?\s+(?:and|but|or|that|saying|adding|noting|who|which))+$", re.IGNORECASE)


def clearest(members: Sequence[Passage], alike: NDArray[np.float32]) -> Passage:
    """The member to show as the claim: near those of other reports, a statement that names its subject, not long.

    ``alike`` is the similarity among the members, in their order. A denial or a doubt words a claim only if nothing
    else does. The weights are small beside the spread of ``alike`` within a claim (0.2 to 0.9); each was set by
    reading the claims of ten stories, so that its fault loses against a clean passage and wins against a stray one.
    """
    whose = np.array([p.reading for p in members])
    other = whose[:, None] != whose[None, :]
    near = np.where(other, alike, 0.0).sum(axis=1) / np.maximum(other.sum(axis=1), 1)

    def rank(i: int) -> tuple[float, int]:
        p = members[i]
        count = len(p.text.split())
        score = float(near[i])
        score -= 0.25 * bool(_LEADING_PRONOUN.match(p.text)) + 0.05 * min(3, len(_PRONOUN.findall(p.text)))
        score -= 0.2 * (not p.head) + 0.5 * (not p.weighty) + 0.3 * bool(_CUT_SHORT.search(p.text))
        score -= 0.2 * p.title + 0.2 * bool(_ATTRIBUTED.search(p.text)) + 0.3 * p.asks
        score -= 0.03 * max(0, 7 - count) + 0.015 * max(0, count - 22)
        score -= 1.0 * (denies(p) or p.kind != "plain")
        return (-score, i)

    return members[min(range(len(members)), key=rank)]


def worded(passage: Passage) -> str:
    """The report's words as a claim: with the subject that stands before them in the sentence.

    Conjunctions at either end go, and so does "she said" before a statement; quotation marks and brackets that were cut
    through are closed.
    """
    text = _said(passage) or (passage.text if passage.head else _with_subject(passage))
    return _closed(_TAIL.sub("", _LEAD.sub("", text)) or text)


# Who speaks stands in a list beside the claim; "she said" in it tells a reader less than the words alone.
_SHE_SAID = re.compile(
    r"(?:(?:he|she|it|they)\s+)?(?:(?:also|later|then|has|had|have)\s+)*(?:said|says?|add(?:s|ed)|not(?:es|ed)|stated"
    r"|explain(?:s|ed)|told)\b[^\"“”,:]{0,40}\s",
    re.IGNORECASE,
)


def _said(passage: Passage) -> str | None:
    """What is said, where the passage is "she said ..." or "said on Monday ..." and all of a statement's words."""
    said = passage.statement
    if said is None or said.stance != "asserts" or said.form == "direct":
        return None
    at = said.content[0].start - passage.span.start
    rest = passage.text[at:] if at > 0 else ""
    if not rest or rest.lower().startswith("to ") or not _SHE_SAID.fullmatch(passage.text[:at]):
        return None
    return rest


# A claim is read at a glance; what needs more words than this to name its subject stays without.
_LONGEST = 40


def _with_subject(passage: Passage) -> str:
    """The passage from the start of the nearest clause before it that has a subject of its own."""
    end = passage.sentence.find(passage.text) + len(passage.text)
    if end < len(passage.text):
        return passage.text
    for clause in reversed(clauses(passage.sentence)):
        if clause.span.end > end - len(passage.text):
            continue
        wider = passage.sentence[clause.span.start : end]
        if clause.frame or len(wider.split()) > _LONGEST:
            break
        if clause.head:
            return wider
    return passage.text


def _closed(text: str) -> str:
    for opens, closes in ("“”", "()", "[]", "„“", "«»"):
        missing = text.count(opens) - text.count(closes)
        if missing and not (opens == "„" or (opens == "“" and "„" in text)):
            text = text + closes * missing if missing > 0 else opens * -missing + text
    if text.count('"') % 2:
        last = text.rindex('"')
        text = f'{text}"' if last == 0 or text[last - 1] in " (—" else f'"{text}'
    return text
