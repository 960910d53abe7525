"""Captions of pictures that were left in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.gazetteer.names import word_set
from twosource.intake.furniture.mark import NAME, QUOTES, TELLING, Mark, bare
from twosource.intake.header import DATELINE
from twosource.intake.page import Block, Page
from twosource.text.sentences import sentences
from twosource.text.verbs import FINITE, looks_finite

# How agencies begin a caption.
_FORMULA = re.compile(
    r"in this (?:\w+ ){0,4}(?:photo|photograph|image|picture|frame|grab|screenshot|still)\b"
    r"|this (?:undated|handout|file|combination|combo|\w+ \d{1,2}, \d{4},?|still|aerial"
    r"|satellite)\b[^.]{0,40}\b(?:photo|photograph|image|picture|grab|still|combination)"
    r"|(?:a )?(?:combination|combo) of (?:\w+ ){0,2}(?:photos|pictures|images)|file (?:photo"
    r"|picture|image)\b|(?:pictured|file|above|below|left|right)\s?:\s",
    re.IGNORECASE,
)
# "A photograph released by the ministry shows" may be story; right below the headline it is a caption.
_SHOWN = re.compile(
    r"(?:(?:a|an|the|undated|handout|aerial|satellite|still)\s+)*(?:photograph|photo|picture|image"
    r"|screenshot|screengrab)\b[^.]{0,160}\b(?:shows?|showing|taken|released|provided|depicts?)\b",
    re.IGNORECASE,
)
_POSITION = re.compile(
    r",\s(?:(?:second|third|far|bottom|top|front|seated|standing|pictured)\s(?:from\s)?)?(?:left"
    r"|right|center|centre|pictured|above|l|r),|\((?:left|right|center|centre|pictured)\)"
)
_NAME_AND_ROLE = re.compile(rf"{NAME}, (?P<role>[a-z][^.,;:\d]{{4,80}}|(?:former|the|a|an) [^.;:\d]{{4,80}})\.")
_SUBORDINATE = frozenset(["where", "who", "which", "that", "when", "while", "whose"])
_PARTICIPLE = re.compile(
    r"\b(?!during\b|ceiling\b|morning\b|evening\b|meeting\b|king\b|building\b|nothing\b|something\b)[a-z]{3,}ing\b"
)
_WHEN = re.compile(
    r"\b(?:on|last|in|this)\s(?:(?:early|late|mid-?)\s)?(?:mon|tues|wednes|thurs|fri|satur"
    r"|sun)day\b|\b(?:in|on|since)\s(?:(?:\d{1,2}\s)?(?:january|february|march|april|may|june|july"
    r"|august|september|october|november|december)|(?:jan|feb|aug|sept?|oct|nov"
    r"|dec)\.)(?:\s\d{1,2})?,?(?:\s\d{4})?\b"
    r"|\bin\s(?:19|20)\d\d\b|\blast\s(?:week|month|year|spring|summer|autumn|fall|winter|january"
    r"|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:19"
    r"|20)\d\d\.?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w’'-]+")
_BEFORE_NOUN = word_set("""
    the a an of in on at by for from with to and or near over under against between among through during
    after before as his her their its our my your this these those some any many several few more most other
    all both no two three four five six seven eight nine ten dozens hundreds thousands into onto across along
    behind beside inside outside about like than via""")
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ary|ed|an|ese|ish|ern|ing|ful|less|ent|ant|ian|est|er|y|['’]s|s['’])$|^\d")
LONGEST_CAPTION = 300


def photo_captions(page: Page) -> Iterator[Mark]:
    """Captions without a credit: "A photograph released by ... shows", "NAME, left, and NAME", or a sentence without
    a finite verb that says what is to be seen, where and when."""
    for i, block in enumerate(page.blocks):
        text = bare(block.text)
        if i == page.title or not 20 <= len(text) <= LONGEST_CAPTION or QUOTES.search(text):
            continue
        if DATELINE.match(text):
            continue
        if _FORMULA.match(text) or (page.title is not None and i == page.title + 1 and _SHOWN.match(text)):
            yield Mark(block.span, "caption", "describes a picture")
        elif TELLING.search(text):
            continue
        elif _POSITION.search(text) and len(sentences(text)) <= 2:
            yield Mark(block.span, "caption", "says who stands where in a picture")
        elif _is_name_and_role(page, i, text):
            yield Mark(block.span, "caption", "a name and what it is")
        elif text.endswith(".") and _verbless(block):
            yield Mark(block.span, "caption", "a sentence without a verb that says what is to be seen")


def _is_name_and_role(page: Page, i: int, text: str) -> bool:
    """ "NAME, former harbour master." on its own: below a picture or a pulled quotation. In a list it is the story."""
    found = _NAME_AND_ROLE.fullmatch(text)
    if not found or len(text) > 120 or i == 0:
        return False
    words = _WORD.findall(text)
    if any(_may_be_finite(words, k) for k in range(len(words))):
        return False
    around = [*page.blocks[max(0, i - 1) : i], *page.blocks[i + 1 : i + 2]]
    return not any(_NAME_AND_ROLE.fullmatch(bare(b.text)) or b.text.rstrip().endswith(":") for b in around)


def _verbless(block: Block) -> bool:
    """One sentence of eight words or more, no finite verb, and a time or a participle that tells a caption."""
    text = bare(block.text)
    words = _WORD.findall(text)
    if len(words) < 7 or len(sentences(text)) != 1:
        return False
    if not (_WHEN.search(text) or (_PARTICIPLE.search(text) and words[0] in _OPENERS)):
        return False
    finite = [k for k in range(len(words)) if _may_be_finite(words, k)]
    finite = [k for k in finite if k - 1 not in finite]  # "will have" is one verb
    if not finite:
        return True
    # One verb may be a clause's: "Men making for the place where they will be asked." A second is the sentence's.
    clause = next((k for k, word in enumerate(words) if k > 2 and word.lower() in _SUBORDINATE), len(words))
    return len(finite) == 1 and finite[0] > clause and bool(_PARTICIPLE.search(" ".join(words[:4])))


_BEFORE_PARTICIPLE = frozenset(["the", "a", "an", "by", "his", "her", "their", "its"])
# Past tenses that the list of common verbs leaves out.
_MORE_PAST = word_set("""
    underwent undertook overcame forecast broadcast swept crept clung swung forbade forgave arose awoke bent
    bid bled bred cast cost dug flung leapt lent lit mistook overthrew shone shrank slid sprang stung strode
    stuck sung thrust died lied used tied vied owed wept withheld withstood burst test vote back head rank matter""")
# A caption with a participle and no date opens by naming what is seen.
_OPENERS = frozenset(
    [
        "A",
        "An",
        "Members",
        "Families",
        "Immigrants",
        "Migrants",
        "People",
        "Protesters",
        "Demonstrators",
        "Police",
        "Workers",
        "Residents",
        "Soldiers",
        "Supporters",
        "Officers",
        "Firefighters",
        "Rescuers",
        "Children",
        "Women",
        "Men",
        "Students",
        "Voters",
        "Visitors",
        "Mourners",
        "Refugees",
        "Two",
        "Three",
        "Several",
        "Dozens",
        "Hundreds",
        "Thousands",
    ]
)


def _may_be_finite(words: list[str], k: int) -> bool:
    word = words[k]
    low = word.lower().replace("’", "'")
    if low in FINITE:
        return not (word[0].isupper() and k)  # a capital inside is a name: "May", "Will"
    if not word[0].islower():
        return "n't" in low
    before = words[k - 1].lower() if k else ""
    if looks_finite(word) or low in _MORE_PAST:
        return before not in _BEFORE_PARTICIPLE
    if low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and k > 1:
        return before.endswith(("man", "men")) or not (before in _BEFORE_NOUN or _ADJECTIVE.search(before))
    return False
