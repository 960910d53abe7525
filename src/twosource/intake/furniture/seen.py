"""Captions in the present tense: "A diver waves from the hull on May 3.\""""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from twosource.gazetteer.names import word_set
from twosource.intake.furniture.credits import pictures
from twosource.intake.furniture.mark import QUOTES, TELLING, Mark, bare
from twosource.intake.page import Page
from twosource.text.sentences import sentences
from twosource.text.verbs import AUXILIARIES, looks_finite

# What a camera sees people do, and nobody announces: with these a day is enough. Verbs of saying and of change ("wins",
# "rises") are the story's in any tense.
_DOES = word_set("""
    listens waves walks stands looks poses gestures shakes hugs embraces smiles greets waits watches carries kisses
    kneels prays weeps cries cheers chants applauds salutes reacts lifts climbs dances exits places lays""")
_DO = word_set("""
    listen wave walk stand look pose gesture shake hug embrace smile greet wait watch carry kiss kneel pray weep cry
    cheer chant applaud salute react lift climb dance exit place lay march gather protest rally mourn queue line search
    patrol""")
# These are announced too ("speaks on Friday"): the date must have its year, or a credit stand beside.
_DOES_OR_WILL = word_set("""
    speaks sits arrives delivers signs introduces lights addresses attends enters boards marches protests gathers
    inspects tours visits rides performs sings raises drives pauses departs leaves participates appears throws testifies
    campaigns holds meets""")
_DO_OR_WILL = word_set("""
    speak sit arrive deliver sign introduce light address attend enter board inspect tour visit ride perform sing raise
    drive pause depart leave participate appear throw testify hold meet""")
_ONE = _DOES | _DOES_OR_WILL
_MANY = _DO | _DO_OR_WILL
_SCHEDULED = _DOES_OR_WILL | _DO_OR_WILL
_PLURAL = frozenset(["people", "men", "women", "children", "police", "crew", "wife", "crowd", "family"])
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(rf"\b(?:on|,) (?:[A-Z][a-z]+day,? )?(?i:{_MONTH}) \d{{1,2}}\b(?:,? (?:19|20)\d\d)?")
_FULL_DATE = re.compile(rf"\b(?i:{_MONTH}) \d{{1,2}},? (?:19|20)\d\d\b|\b\d{{1,2}} (?i:{_MONTH}) (?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\b(?:on|last) (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! (?:and|or|to)\b)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|would|expected|scheduled|set to|plans?|due|until|every|each|when|if)\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'-]+")
_BEFORE_NOUN = word_set(
    "who which the a an of in on at by for from with to no his her their its and or this that these those"
)
_AFTER_VERB = word_set("""
    a an the to at in on from by with as during for near outside inside along through toward towards into onto over
    under behind before after up down out off his her their its past across around against beside back while and""")
_HAS = frozenset(["has", "have"])
# Two sentences of a caption; more is a paragraph.
LONGEST_CAPTION = 420


def seen(page: Page) -> Iterator[Mark]:
    """Blocks that say in the present tense what is to be seen, with the past date that only a caption gives to a
    present tense; beside a picture's credit the date may be missing, or the tense be another where the date is full."""
    beside = _beside_credits(page)
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or not 20 <= len(text) <= LONGEST_CAPTION or QUOTES.search(text) or TELLING.search(text):
            continue
        told = sentences(text)
        if len(told) > 2 or text[-1] != "." or "@" in text or "://" in text:  # a post has an address
            continue
        first = text[: told[0].end]
        if _AHEAD.search(first):
            continue
        words = list(_WORD.finditer(first))
        verb = _present(words)
        after = first[verb.end() :] if verb else ""
        full = _FULL_DATE.search(first)
        if verb and (
            i in beside
            or _FULL_DATE.search(after)
            or (verb.group() not in _SCHEDULED and (_DATE.search(after) or _WEEKDAY.search(after)))
        ):
            yield Mark(block.span, "caption", f"says in the present tense what is to be seen (“{verb.group()}”)")
        elif full and full.start() > 0 and (_has_done(words) or (i in beside and len(told) == 1)):
            yield Mark(block.span, "caption", "dates what is to be seen as captions do")


def _present(words: Sequence[re.Match[str]]) -> re.Match[str] | None:
    """The first finite verb, where it is a present tense of something to be seen."""
    for k in range(1, len(words)):
        word, before = words[k].group(), words[k - 1].group()
        if word in AUXILIARIES or looks_finite(word):
            return None
        after = words[k + 1].group() if k + 1 < len(words) else ""
        if before.lower() in _BEFORE_NOUN:
            continue
        many = before.endswith("s") or before.lower() in _PLURAL or before[0].isupper()
        if word in _ONE and (after in _AFTER_VERB or after[:1].isupper() or before[0].isupper()):
            return words[k]
        if word in _MANY and after and many:
            return words[k]
    return None


def _has_done(words: Sequence[re.Match[str]]) -> bool:
    """A perfect tense, which no story gives a date: "have gathered at the quay on May 3, 2018"."""
    finite = next((w for m in words if (w := m.group()) in AUXILIARIES or looks_finite(w)), "")
    return finite in _HAS


def _beside_credits(page: Page) -> frozenset[int]:
    """The blocks right after a picture's credit."""
    starts = {block.span.start: i for i, block in enumerate(page.blocks)}
    return frozenset(starts[m.span.start] + 1 for m in pictures(page) if m.rule == "picture-credit")
