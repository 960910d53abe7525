"""Whether a passage asserts, denies or gives no information, and what it does that about."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from twosource.text.verbs import is_finite
from twosource.text.words import content_words, words

Kind = Literal["plain", "denial", "silence"]

# What is left of a passage after its cue must have this many content words to be compared by itself.
ENOUGH = 3

# Words of people and of asking and answering: they say nothing about what is asked.
_EMPTY_TEXT = """
comment request matter topic question issue subject reporter information idea news story allegation accusation spokesman
spokeswoman spokesperson ministry official department office government seek respond email monday tuesday wednesday
thursday friday saturday sunday later monitor continue
"""
_EMPTY = frozenset(_EMPTY_TEXT.split())

_NOT = r"(?: not|n['’]t)"
_ADVERB = r"(?:immediately |initially |yet |publicly |directly |specifically )*"
_ANY = r"(?:any )?(?:hint|detail|reason|indication|evidence)s?"
_SILENCE = re.compile(
    rf"\b(?:ha(?:s|ve|d){_NOT} {_ADVERB}(?:responded|replied|commented|answered|received)(?: any)?"
    rf"|(?:did|do|does){_NOT} {_ADVERB}(?:respond|reply|comment|answer|return|specify|elaborate"
    rf"|say (?:who|what|when|where|which|how|whether|if)|name (?:him|her|them|it|any|the)|(?:give|provide) {_ANY})"
    r"|declin(?:e|es|ed|ing) (?:to (?:comment|say|answer|discuss|predict|name|give|elaborate|identify|specify|provide"
    r"|confirm)|comment)"
    r"|refus(?:e|es|ed|ing) to (?:comment|say|answer|discuss|name|elaborate|give)"
    r"|no (?:immediate |further |additional )?(?:comment|response|reply|information)\b"
    rf"|(?:could|can){_NOT} (?:immediately |independently |yet )?be (?:reached|verified|confirmed)"
    rf"|would{_NOT} (?:say|comment|disclose|predict|discuss|answer|elaborate|name|confirm|give)"
    r"|^neither (?:[\w’'-]+ ){1,12}(?:responded|replied|commented|answered|returned)\b"
    r"|neither confirm(?:s|ed|ing)? nor den(?:y|ies|ied|ying)"
    r"|nor did (?:he|she|they|it) (?:give|say|answer|name|specify|provide)(?: any)?"
    r"|(?:ha(?:s|ve|d) |have )?(?:seen|aware of|looking into|studying|reviewing|monitoring) "
    r"(?:the|these|those|such|media|press|news)(?: \w+)? ?reports?)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
    r"|disput(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|contradict(?:s|ed|ing)?|play(?:s|ed|ing)? down|downplay(?:s|ed|ing)?"
    r"|(?:there is |there was |is |was )?no truth (?:to|in)"
    r"|(?:is|was|are|were) (?:not true|untrue|false|fake|baseless|unfounded|nonsense|a hoax|a lie)"
    r"|(?:call|label|brand|describ)(?:s|ed|es|led)? (?:[\w’'-]+ ){0,6}(?:as )?[“\"‘']?(?:a )?"
    r"(?:baseless|groundless|unfounded|untrue|false|fake|nonsense|fabricated|fabrications?|lies?|hoax|fairy[ -]tales?)"
    r"|knock(?:s|ed|ing)? down|push(?:es|ed|ing)? back (?:on|against)|pour(?:s|ed)? cold water on)\b",
    re.IGNORECASE,
)
# "Denied entry", "dismissed the director": the verb takes a person or a thing, nobody says that something is untrue.
_NO_DENIAL = re.compile(
    r"\b(?:(?:was|were|been|be|being|is|are|got) (?:\w+ )?(?:dismissed|rejected|denied (?:entry|access|bail|a|the))"
    r"|denied (?:entry|access|bail|permission|asylum|visas?|a visa)|cannot be denied|no denying)\b",
    re.IGNORECASE,
)


class Bearing(NamedTuple):
    """What a passage does (``kind``), and the words it does it about (``about``), empty where it names nothing."""

    kind: Kind
    about: str


def bearing(text: str, *, stance: str | None = None) -> Bearing:
    """The bearing of a passage; ``stance`` is its statement's, if it has one.

    ``about`` is the passage without the words that deny or keep silent, so that "dismissed the idea of a deal" is
    compared as "the idea of a deal".
    """
    match = _SILENCE.search(text)
    if match or stance == "no comment":
        return Bearing("silence", _rest(text, match))
    match = None if _NO_DENIAL.search(text) else _DENIAL.search(text)
    if match:
        return Bearing("denial", _rest(text, match))
    return Bearing("plain", text)


def contrast(text: str) -> tuple[str, str] | None:
    """What "not X, but Y" or "Y, not X" asserts and what it denies, each as a passage of its own; else ``None``.

    "The drums were sent not by the mill, but by the board" asserts "The drums were sent by the board" and denies "The
    drums were sent by the mill".
    """
    match = _NOT_BUT.search(text)
    if match:
        before = text[: match.start()]
        return " ".join(f"{before} {match['y']}".split()), " ".join(f"{before} {match['x']}".split())
    match = _AND_NOT.search(text)
    if match and not any(is_finite(word.text) for word in words(match["x"])):
        before, after = text[: match.start()], text[match.end() :]
        if len(content_words(before + after)) < ENOUGH:  # "I am a doctor, not a detective" denies nothing
            return None
        verb = next((word.start for word in words(before) if is_finite(word.text)), 0)  # "the wind stopped the lift"
        return " ".join(f"{before}{after}".split()), " ".join(f"{match['x']} {before[verb:]}{after}".split())
    return None


_NOT_BUT = re.compile(
    r"\bnot (?!only|just|merely|so much)(?P<x>[^,;:]{2,70}?),? but (?:rather |simply )?"
    r"(?!(?:he|she|it|they|we|i|you|there|that|this|not)\b)(?P<y>.{3,})",
    re.IGNORECASE,
)
_AND_NOT = re.compile(
    r"[,—–-] ?(?:and )?not (?!to |yet |only |just |even |least |all |the first|\w+ing\b)(?P<x>[^,;:.]{2,40})(?=,|$)",
    re.IGNORECASE,
)


def _rest(text: str, match: re.Match[str] | None) -> str:
    """What stands after the cue; if that says too little, all but the cue; if that too says too little, nothing."""
    if match is None:
        return text
    after, both = text[match.end() :], f"{text[: match.start()]} {text[match.end() :]}"
    for rest in (after, both):
        if len(content_words(rest) - _EMPTY) >= ENOUGH:
            return " ".join(rest.split())
    return ""
