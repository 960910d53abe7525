"""Conflicts of denial without the word: what somebody says, dismissed in the next breath or the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.found import Found
from twosource.compare.retellings import Retelling
from twosource.compare.told import Page, Told
from twosource.model import Place, Span

_SAID = (
    r"(?:remarks?|comments?|claims?|criticisms?|critiques?|accusations?|charges?|allegations?|arguments?|"
    r"assertions?|suggestions?|ideas?|notions?|reports?|statements?|accounts?|evidence|characterizations?|actions?|"
    r"lawsuits?|suits?|findings?|proposals?|theor(?:y|ies)|questions?|concerns?|reading|version)"
)
_QUITE = r"(?:simply |just |absolutely |totally |completely |clearly |plainly |utterly )?"
_FALSE = (
    r"(?:not true|false|untrue|nonsense|wrong|a lie|lies|absurd|ridiculous|inaccurate|misleading|baseless|unfounded|"
    r"unreliable|unrepresentative|meritless|without merit|fake|a hoax|a smear|a distortion|politically motivated|"
    r"unfair|laughable|a myth)"
)
# "Dismissed the remarks", "calls that evidence unreliable", "This is nonsense", "In fact, ...".
_REBUTS = re.compile(
    rf"\b(?:dismiss|reject|rebuff|refut|rebut|disput|contest|challeng|derid|contradict|belie|discount)"
    rf"(?:e?s|e?d|ing|ted|ting)? (?:the|that|those|these|this|such|all|his|her|their|its|any|[\w.]+[’']s?) "
    rf"(?:[\w’'-]+ ){{0,2}}{_SAID}\b(?! (?:that|of|to)\b)"
    rf"|\bbrush(?:es|ed|ing)? (?:aside|off) (?:the|that|those|these|this|such) (?:[\w’'-]+ ){{0,2}}{_SAID}\b"
    rf"|\b(?:call|label|brand|describ|term|deem)(?:e?s|l?e?d|l?ing)? (?:that|those|this|these|it|them|the) "
    rf"(?:[\w’'-]+ ){{0,5}}[“\"‘]?(?:as )?{_QUITE}{_FALSE}(?=[”\"’]?[.,;!]|[”\"’]? (?:and|or|but)\b|$)"
    rf"|^[“\"‘]?(?:But |And |No, )?(?:This|That|Those claims)(?: is| was| are|[’']s) {_QUITE}{_FALSE}"
    rf"(?=[.,;!”\"]| and| to)"
    r"|^[“\"‘]?(?:But )?(?:In fact|In reality|On the contrary|Contrary to|The (?:truth|fact|reality) is)\b",
    re.IGNORECASE,
)
BACK = 3  # sentences before it in which what is rebutted was said
TWIN = 0.6  # cosine of what is rebutted and another report's telling of it

_CLAIMED = (
    r"\b(?:claim|insist|argu|alleg|assert|maintain|accus|contend|say|said|suggest|believ|view|warn|report|"
    r"complain)\w*\b"
)
_BREATH = re.compile(
    # "..., a point the office denied", "..., a view that the others dispute"
    r"(?P<aside>,[”\"’]? an? (?:point|claim|view|charge|assertion|allegation|accusation|notion|characterization|idea)"
    r"(?: [\w’'-]+){1,8}? (?:den(?:y|ies|ied)|disagree[sd]?|disput(?:es?|ed)|reject(?:s|ed)?|contest(?:s|ed)?|"
    r"dismiss(?:es|ed)?|refut(?:es?|ed)|contradict(?:s|ed)?)\b)"
    # "claimed that ..., but the conference responded that"
    r"|(?P<but>(?:,|;) (?:but|though|although|while) (?:[\w’'.-]+ ){1,6}?(?:respond(?:s|ed)|counter(?:s|ed)|"
    r"disagree[sd]|disput(?:es|ed)|den(?:ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)|contend(?:s|ed)|insist(?:s|ed)|"
    r"point(?:s|ed) out|argue[sd]|contradict(?:s|ed))\b)"
    r"|(?P<untrue>,? (?:and|but) (?:that|this|it)(?:[’']s| is| was) " + _QUITE + _FALSE + r"\b)"
    # "A councillor said he had heard it too, but the firm's people said that he was lying"
    r"|(?P<lying>(?:,|;) (?:but|though|although|while) (?!(?:he|she|they|it|I|we)\b)(?:[\w’'.-]+ ){1,8}?"
    r"(?:said|say|says|told \w+|argued?) [^.;]{0,60}?\b(?:lying|lied|false|untrue|wrong|not true|no truth|never)\b)"
    # "no concessions, despite some of the media saying that", "a crisis, despite the fact that"
    r"|(?P<despite>,? (?:despite|in spite of|contrary to) (?:the fact that|(?:[\w’'-]+ ){0,5}(?:saying|claiming|"
    r"reporting|insisting|suggesting|" + _SAID + r")\b))",
    re.IGNORECASE,
)


def dismissed(page: Page, pairs: tuple[Retelling, ...]) -> Iterator[Found]:
    """Sentences that rebut what was said just before, against that, and against its twins in other reports."""
    twins: dict[Place, list[Told]] = {}
    for pair in pairs:
        if pair.cosine >= TWIN and pair.near >= 2.0 and pair.a.report != pair.b.report:
            twins.setdefault(pair.a.place, []).append(pair.b)
            twins.setdefault(pair.b.place, []).append(pair.a)
    for told in page.denying:
        match = None if told.headline else _REBUTS.search(told.text)
        target = _before(page, told) if match is not None else None
        if match is None or target is None:
            continue
        words = " ".join(match.group().split())
        place = told.place if len(told.text) < LONG else page.clause(told, _at(told, match))
        for other in (target, *twins.get(target.place, ())):
            if other.report == told.report and other is not target:
                continue
            yield Found("denial", other.place, place, f"Said, and rebutted: “{words}”.", 0.7)


LONG = 300  # characters; of a longer sentence the clause is shown


def _before(page: Page, told: Told) -> Told | None:
    """The nearest sentence before it that somebody else is cited for, or that claims; else none.

    "This is nonsense" and "in fact" answer the sentence right before, though the speaker himself tells it there.
    """
    right_before = _AT_ONCE.match(told.text) is not None
    back = 1 if right_before else BACK
    here = [t for t in page.by_report[told.report] if 0 < told.rank - t.rank <= back and not t.headline]
    for other in reversed(here):
        claims = re.search(_CLAIMED, other.text, re.IGNORECASE) is not None
        if not (claims or other.statements) or _REBUTS.search(other.text):
            continue
        own = right_before and claims and not _OWN.match(told.text)
        if not other.speakers & told.speakers or own:
            return other
    return None


_AT_ONCE = re.compile(
    r"[“\"‘]?(?:But |And |No, )?(?:This|That|Those claims|In|On|Contrary|The (?:truth|fact|reality))\b"
)


# Within a quotation this goes on with what the speaker said before.
_OWN = re.compile(r"[“\"‘](?:But )?The (?:truth|fact|reality) is\b")


def in_one_breath(page: Page) -> Iterator[Found]:
    """Sentences that claim a thing and set another word against it: before and after the turn."""
    for told in page.denying:
        match = None if told.headline or "?" in told.text else _BREATH.search(told.text)
        if match is None or len(told.text[: match.start()].split()) < SHORT:
            continue
        if len(told.text[match.start() :].split()) < SHORT:
            continue
        before = told.text[: match.start()]
        claimed = re.search(_CLAIMED, before, re.IGNORECASE) is not None
        if not claimed and match.lastgroup not in ("despite", "untrue"):
            continue
        cut = told.span.start + match.start()
        reason = f"One word against another in one sentence: “{' '.join(match.group().strip(' ,;').split())}”."
        yield Found(
            "denial",
            Place(told.report, told.span.start, cut),
            Place(told.report, cut, told.span.end),
            reason,
            0.7,
        )


SHORT = 4  # words; a shorter part says nothing of its own


def _at(told: Told, match: re.Match[str]) -> Span:
    return Span(told.span.start + match.start(), told.span.start + match.end())


# Those who hold the other view, where a sentence opens with them: "Others say", "Critics of the plan argue".
_OTHERS = re.compile(
    r"^[“\"‘]?(?:But |However, |Yet |Meanwhile, )?(?:(?:many |some |other |most |several )?(?:others|critics|opponents|"
    r"detractors|skeptics|defenders|supporters|backers|proponents|advocates)\b|other [\w-]+s\b)"
    r"[^.;]{0,60}?\b(?:say|said|argue|argued|contend|contended|believe|believed|remain|remained|disagree|disagreed|"
    r"counter|countered|insist|insisted|maintain|maintained|call|called|see|saw|warn|warned)\b",
    re.IGNORECASE,
)


def held_by_others(page: Page) -> Iterator[Found]:
    """Sentences that give the view of the others, against the view that the sentence before them gives."""
    for told in page.denying:
        match = None if told.headline else _OTHERS.search(told.text)
        before = [t for t in page.by_report[told.report] if t.rank == told.rank - 1 and not t.headline]
        if match is None or not before or (_OTHERS.search(before[0].text) and not _SOME.search(before[0].text)):
            continue
        cited = before[0].statements or re.search(_CLAIMED, before[0].text, re.IGNORECASE)
        if cited and not before[0].speakers & told.speakers and len(before[0].lemmas & told.lemmas):
            reason = f"One view against another: “{' '.join(match.group().split())}”."
            yield Found("other", before[0].place, told.place, reason, 0.6)


_SOME = re.compile(r"^[“\"‘]?Some\b")
