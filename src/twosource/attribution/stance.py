"""What the statement does: assert, deny, hedge, refuse to comment, ask."""

from __future__ import annotations

import re

from twosource.model import Stance

_NO_COMMENT = re.compile(
    r"\b(?:declin\w+|refus\w+) (?:to (?:comment|discuss|answer|respond|say|elaborate|confirm|give|provide)"
    r"|to be interviewed|(?:any |further )?comment|an? interview|requests? for)"
    r"|\b(?:not|n[’']t|never|no) (?:yet |immediately |directly )*(?:respon\w+|repl\w+|answer\w*|comment\w*"
    r"|return\w* (?:\w+ ){0,3}(?:calls?|e-?mails?|messages?|requests?)|(?:be |been )?(?:available|reach\w+))"
    r"|\b(?:had|has|have|received?|gave|offered|was|is) no (?:immediate |further )*(?:comment|response|reply)"
    r"|\bwould(?: not|n[’']t) (?:comment|discuss|elaborate|specify"
    r"|say (?:who|what|when|where|which|how|why|whether|if)\b)"
    r"|\brefus\w+ to (?:speak|talk) (?:to|with) (?:the |any )?(?:press|media|reporters?|journalists?)"
    r"|\bno (?:immediate )?(?:comment|response)\b|\bwithout (?:comment|response)|\bdeclin\w+$"
    r"|\bnot (?:\w+ )?received (?:any )?(?:response|reply|comment)",
    re.IGNORECASE,
)
# "Neither the ministry nor the mill responded to requests": it is the speakers' words that say no.
_NOBODY = re.compile(r"(?:neither|none|nobody|no one|no (?:official|spokes\w+))\b", re.IGNORECASE)
_ANSWERS = re.compile(r"\b(?:respon\w+|repl(?:y|ied|ies)|answer\w*|comment\w*|return\w*)\b", re.IGNORECASE)
_NO_INFORMATION = re.compile(
    r"\b(?:no (?:information|knowledge|comment)|not (?:aware|comment)|nothing to (?:say|add)|can(?:no|['’])t comment)",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|repudiat\w*|disavow\w*|"
    r"disagree\w*|contradict\w*|debunk\w*|pushed back|contest(?:s|ed|ing)?)\b",
    re.IGNORECASE,
)
# Who calls a thing baseless denies it.
_CALLS = re.compile(
    r"\b(?:call(?:s|ed|ing)?|label\w*|brand(?:s|ed|ing)|describ\w+|dubb?(?:s|ed)|term(?:s|ed))\b", re.IGNORECASE
)
_UNTRUE = re.compile(
    r"\b(?:baseless|groundless|unfounded|untrue|false|fabricat\w+|nonsens\w*|lies?|fictions?|invent(?:ed|ions?)|"
    r"fairy[ -]tales?|slander\w*|rubbish|absurd)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|question(?:s|ed|ing)?|wonder\w*|demand(?:s|ed|ing)? to know|inquir\w+|enquir\w+|"
    r"request(?:s|ed|ing)?|query|queries|queried)\b",
    re.IGNORECASE,
)
_HEDGING_CUE = re.compile(
    r"\b(?:suggest\w*|fear(?:s|ed|ing|ful)?|hop(?:e[sd]?|ing)|suspect\w*|specul\w*|doubt\w*|hint(?:s|ed|ing)?|"
    r"rumou?r\w*|guess\w*|appear\w*|seem\w*|(?:is|are|was|were|widely|being|been) (?:\w+ )?(?:believed|thought|"
    r"understood|presumed|alleged)|assum\w*|worr\w+|concern\w*|skeptical|sceptical|uncertain|unsure|predict\w*|"
    r"caution\w*|impl(?:y|ies|ied|ying)|estimat\w*|indicat\w*|(?-i:may)|might|could|possib\w+)\b",
    re.IGNORECASE,
)
# The points that end a sentence: not those of "a.m." or "Mr. Holt".
_STOPS = re.compile(r"(?<![ .]\w)(?<!\b[A-Z]\w)[.](?=\s|[\"”’'»)]|\Z)")
# At the head of what is said, where it governs the whole; a modal further on qualifies a detail only.
_HEDGED_CONTENT = re.compile(
    r"\b(?:(?-i:may|MAY)|might|perhaps|possibly|probably|maybe|apparently|allegedly|likely|unclear|not (?:yet )?clear|"
    r"it (?:is|was) possible|(?:appears?|seems?) to|risk (?:that|of)|we[’']ll see|could be)\b",
    re.IGNORECASE,
)
# Characters of the content in which a hedge governs it, about a dozen words; chosen on the two hand-made cases.
HEAD = 70


def stance_of(cue: str, content: str, source: str = "") -> Stance:
    """The stance of a statement with this cue, content and source; of what they can mean, the rarer is taken first."""
    both = f"{cue} {content}"
    if _NOBODY.match(source) and _ANSWERS.search(cue):
        return "no comment"
    if _NO_COMMENT.search(both if len(content) < HEAD else cue) or (cue and _NO_INFORMATION.search(content[:HEAD])):
        return "no comment"
    if _DENIES.search(cue) or (_CALLS.search(cue) and _UNTRUE.search(content)):
        return "denies"
    if _ASKS.search(cue) and not re.search(r"\basked to\b|\brequested that\b", cue, re.IGNORECASE):
        return "asks"
    if content.rstrip("\"”’'») ").endswith("?") and content.count("?") > len(_STOPS.findall(content)):
        return "asks"
    if _HEDGING_CUE.search(cue) or _HEDGED_CONTENT.search(content[:HEAD]):
        return "hedges"
    return "asserts"
