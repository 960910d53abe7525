"""What a passage does to a claim: supports, denies, qualifies, or gives no information."""

from __future__ import annotations

import re

from twosource.claims.candidates import Passage
from twosource.model import EvidenceStance

_DOUBT = re.compile(
    r"\b(?:unclear|not clear|uncertain|unknown|s[kc]eptic(?:s|al|ism)?|doubtful|doubted|unconfirmed|unverified"
    r"|(?<!no )(?<!without )(?<!without a )doubts?|too (?:soon|early) to (?:say|tell|know)"
    r"|(?:cannot|could not) be verified|alleged(?:ly)?|yet to|remains to be seen|perhaps)\b",
    re.IGNORECASE,
)


def stance(passage: Passage, claim: Passage) -> EvidenceStance:
    """What ``passage`` does to ``claim``, the passage that words it: from bearing, statement and doubts."""
    if passage.kind == "silence":
        return "no information"
    if denies(passage):  # where a denial words the claim, the claim is what it denies
        return "denies"
    if passage is claim:
        return "supports"
    if doubts(passage.text) and not doubts(claim.text):
        return "qualifies"
    return "supports"


def doubts(text: str) -> bool:
    """Do the words leave open whether it is so ("it is unclear whether", "alleged")?"""
    return _DOUBT.search(text) is not None


def denies(passage: Passage) -> bool:
    """Does the passage by its own words, or by its statement's stance, deny something?"""
    said = passage.statement
    return passage.kind == "denial" or (said is not None and said.stance == "denies")
