"""What a passage does to a claim: supports, denies, qualifies, or gives no information."""

from __future__ import annotations

import re

from twosource.claims.candidates import Passage
from twosource.model import EvidenceStance

_SILENT = re.compile(
    r"\b(?:(?:ha[sd]|have|did|does|do) ?(?:not|n['’]t) (?:immediately |initially |yet |publicly )*(?:re(?:spond|sponded|ply|plied|turn|turned|ceived? (?:any )?(?:response|reply))"
    r"|comment(?:ed)?|answer(?:ed)?|specify|say (?:who|what|when|where|which|how|whether|if)|name (?:him|her|them|it|any)|elaborate|give (?:any )?(?:hint|details?|reasons?))"
    r"|declin(?:es?|ed|ing) (?:to (?:comment|say|answer|discuss|predict|name|give|elaborate|identify|specify)|comment)"
    r"|refus(?:es?|ed|ing) to (?:comment|say|answer|discuss|name|elaborate)"
    r"|no (?:immediate |further )?(?:comment|response|reply|information|details?)\b"
    r"|(?:could|can)(?: not|n['’]t) (?:immediately |independently )?be (?:reached|verified|confirmed)"
    r"|would(?: not|n['’]t) (?:say|comment|disclose|predict|discuss|answer|elaborate|name|confirm)"
    r"|neither confirm(?:ed)? nor den(?:y|ied)|nor did (?:he|she|they|it) (?:give|say|answer|name)"
    r"|seen the reports?|aware of the reports?|looking into the reports?)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|rebut(?:s|ted)?|disput(?:es?|ed|ing)"
    r"|debunk(?:s|ed)?|no truth|not true|untrue|false(?:ly)?|baseless|unfounded|nonsense|hoax|fake|fabricat(?:ed|ion)"
    r"|play(?:s|ed|ing)? down|contradict(?:s|ed|ing)?|never happened|did not happen|didn['’]t happen)\b",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:unclear|not clear|uncertain|unknown|skeptic(?:s|al|ism)?|sceptic(?:s|al|ism)?|doubts?|doubtful|doubted|too (?:soon|early) to (?:say|tell|know)"
    r"|unconfirmed|cannot be verified|could not be verified|alleged(?:ly)?|unverified|yet to|remains to be seen|perhaps)\b",
    re.IGNORECASE,
)


def stance(passage: Passage, claim: Passage) -> EvidenceStance:
    """What ``passage`` does to ``claim``, from its words, its statement's stance, and its polarity against the claim's."""
    if passage is claim:
        return "supports"
    if _SILENT.search(passage.text) or (passage.statement is not None and passage.statement.stance == "no comment"):
        return "no information"
    here, there = denies(passage), denies(claim)
    if here != there:
        return "denies"
    if _DOUBT.search(passage.text) and not _DOUBT.search(claim.text):
        return "qualifies"
    return "supports"


def denies(passage: Passage) -> bool:
    """Does the passage by its own words, or by its statement's stance, deny something?"""
    said = passage.statement
    return bool(_DENIAL.search(passage.text)) or (said is not None and said.stance == "denies")
