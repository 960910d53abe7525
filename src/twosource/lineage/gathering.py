"""Words by which a report says that it gathered something itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from twosource.lineage.view import View
from twosource.model import Span


class Gathered(NamedTuple):
    """Own gathering: the words that show it, the rule, and whether they are plain (``strong``) or only suggest it."""

    span: Span
    sentence: int
    rule: str
    strong: bool


# An outlet speaking of itself without its name.
_SELF = (
    r"(?:this (?:newspaper|paper|magazine|website|site|outlet|publication|station|programme|program|reporter"
    r"|correspondent"
    r"|journalist|author|writer|columnist|agency|news organi[sz]ation)|the (?:author|undersigned)(?! of\b)"
    r"|our (?:reporters?"
    r"|correspondents?|newsroom|team)|us(?= (?:in|by|that|on|over|exclusively)\b))"
)
_TO_SELF = (
    r"(?:told|telling|tells|spoke (?:to|with)|speaks? (?:to|with)|speaking (?:to|with)|talked (?:to|with)"
    r"|talks? (?:to|with)"
    r"|talking (?:to|with)|(?:interview|conversation|exchange|call|correspondence)s? with|interviewed by"
    r"|shared with|given to"
    r"|provided to|sent to|shown to|showed|obtained by|seen by|reviewed by|viewed by|heard by|verified by|examined by"
    r"|confirmed to|wrote to|replied to|communicate with|communicated with|communicating with|in touch with|reached by"
    r"|contacted by|emailed|messaged|statement to|comment to|remarks to|according to (?:documents|records"
    r"|data) (?:obtained|seen|reviewed) by)"
)
_SELF_DOES = (
    r"(?:(?:has |have |had )?(?:spoken (?:to|with)|spoke (?:to|with)|speaks (?:to|with)|talked (?:to|with)"
    r"|interviewed|confirmed"
    r"|learned|learnt|obtained|seen|reviewed|viewed|verified|visited|contacted|reached out|asked|analy[sz]ed|witnessed"
    r"|reached|met)|is (?:protecting|withholding|not naming|not identifying)|agreed (?:not )?to|granted"
    r"|can (?:confirm|reveal))"
)
_ENDS_TO_SELF = re.compile(rf"\b{_TO_SELF} (?:[Tt]he )?$")
_BEGINS_SELF_DOES = re.compile(rf" {_SELF_DOES}\b")
_BY_SELF = re.compile(rf"\b{_TO_SELF} {_SELF}\b", re.IGNORECASE)
_I = re.compile(
    r"\b(?:I|we) (?!spoke (?:\w+ ){0,3}(?:nobody|no one))"
    r"(?:(?:have |had )?(?:interviewed|met (?:with )?|spoke (?:to|with)|spoken (?:to|with)|talked (?:to"
    r"|with)"
    r"|asked|visited|called|reached|obtained|reviewed))\b|\btold me\b"
)
# Another outlet that is meant: "did not answer the agency's questions".
ANOTHER = re.compile(
    r"\bthe (?:news )?(?:agency|newspaper|magazine|broadcaster|station|outlet|network|weekly|wire"
    r"|journalists)(?:[’']s?)?\b"
)
# They suggest that somebody of this outlet asked; a report that retells another may copy them with the rest.
_WEAK = re.compile(
    r"\bon (?:the )?condition of anonymity\b|\bdid(?: not|n[’']t) (?:immediately )?(?:respond|reply|return"
    r"|answer)\b[^.]{0,40}"
    r"\b(?:request|call|e-?mail|message|question)s?\b|\bin an? (?:telephone|phone|video|recent|exclusive"
    r"|wide-ranging)? ?interview\b"
    r"(?! with| on| by)|\b(?:by|over the) (?:tele)?phone\b|\bin an e-?mail\b"
    r"|\be-?mailed (?:statement|response|reply|comment)s?\b|\breached for comment\b"
    r"|\bwhen contacted\b"
    r"|\b(?:who|and) (?:asked|declined|refused|requested) (?:not )?to (?:be named|be identified|remain anonymous)\b",
    re.IGNORECASE,
)
# A correspondent on the spot: a place in capitals, perhaps a state or country, an agency in brackets, a dash.
_DATELINE = re.compile(
    r"\s*(?P<place>[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]+){0,4}(?:, ?[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?)"
    r"(?:,? ?(?:\d{1,2} )?(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?)?"
    r" ?(?P<agency>\([^()]{2,50}\))? ?(?:—|–|--|-(?= ))"
)
_HANDED = re.compile(
    r"\b(?:provided|shared|show(?:ed|n|s)|gave|given (?:to|by)|handed|obtained|leaked|forwarded|seen by"
    r"|reviewed by|sent (?:to|by)"
    r"|let .{1,30} (?:see|read)|a copy of)\b"
)
# Credits to the own outlet that speak of an earlier report of its, and not of this one's gathering.
_OLD_WORK = re.compile(r"\breport|\baccording to|\bwrote in|\bciting|\bas per|\bvia\b|op-ed")
# An office's own text, sent out to the press.
_RELEASE = re.compile(
    r"^\s*(?:(?:press|news|media) (?:release|statement|office|notice)|for immediate release|communiqu[eé]"
    r"|official statement|release (?:no\.? ?)?\d)",
    re.IGNORECASE | re.MULTILINE,
)
# The rule of an office's own text, sent out.
RELEASE = "press release"
# A dateline stands at the top; this many paragraphs allow for headline, summary and byline above it.
_DATELINE_PARAGRAPHS = 6


def own_gathering(view: View) -> tuple[Gathered, ...]:
    """Where a report says in so many words, or by its dateline, that its outlet gathered something itself."""
    found: list[Gathered] = []
    names = sorted({_bare(name) for name in view.outlet_names if len(_bare(name)) > 2}, key=lambda n: (-len(n), n))
    for i, sentence in enumerate(view.reading.sentences):
        if sentence.furniture:
            continue
        plain = view.outside_quotes(i)
        start = sentence.span.start
        by_name = _named(plain, names)
        by_word = None if by_name else _BY_SELF.search(plain) or _I.search(plain)
        if by_name:
            found.append(Gathered(Span(start + by_name.start, start + by_name.end), i, "names its own outlet", True))
        elif by_word:
            found.append(Gathered(Span(start + by_word.start(), start + by_word.end()), i, "speaks of itself", True))
        else:
            match = _WEAK.search(plain)
            if match:
                found.append(Gathered(Span(start + match.start(), start + match.end()), i, "asked for comment", False))
    for credit in view.credits:
        if credit.own and not _OLD_WORK.search(credit.rule):
            span = Span(credit.place.start, credit.place.end)
            found.append(Gathered(span, max(0, view.sentence_at(span.start)), credit.rule, True))
    dateline = _dateline(view)
    if dateline:
        found.append(dateline)
    return tuple(sorted(set(found)))


def handing(words: str) -> bool:
    """Some words say that a document was shown, given or leaked to somebody."""
    return _HANDED.search(words) is not None


def handed_over(view: View, document: str) -> bool:
    """The report says that somebody gave it this document (a source id): its own find, not a public one."""
    for span, key in view.mentions:
        if key == document:
            sentence = view.reading.sentences[max(0, view.sentence_at(span.start))].span
            if handing(view.text(sentence)):
                return True
    return False


def _named(plain: str, names: Sequence[str]) -> Span | None:
    """Words by which a sentence says that the outlet of one of these names was told something, or did."""
    for name in names:
        at = plain.find(name)
        while at >= 0:
            end = at + len(name)
            before = _ENDS_TO_SELF.search(plain, max(0, at - 60), at)
            if before is not None:
                return Span(before.start(), end)
            after = _BEGINS_SELF_DOES.match(plain, end)
            if after is not None:
                return Span(at, after.end())
            at = plain.find(name, end)
    return None


def _bare(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _dateline(view: View) -> Gathered | None:
    for paragraph in view.reading.paragraphs[:_DATELINE_PARAGRAPHS]:
        release = _RELEASE.search(view.text(paragraph))
        if release:
            span = Span(paragraph.start + release.start(), paragraph.start + release.end())
            return Gathered(span, max(0, view.sentence_at(span.start)), RELEASE, True)
        match = _DATELINE.match(view.text(paragraph))
        if match and not _foreign(view, match.group("agency")) and len(match.group("place")) >= 4:
            span = Span(paragraph.start + match.start("place"), paragraph.start + match.end())
            return Gathered(span, max(0, view.sentence_at(span.start)), "dateline", True)
    return None


def _foreign(view: View, bracket: str | None) -> bool:
    """The brackets of a dateline name somebody else than this outlet: an agency's copy."""
    if bracket is None:
        return False
    inside = bracket.strip("() ").casefold()
    return not any(inside in _bare(name).casefold() or _bare(name).casefold() in inside for name in view.outlet_names)
