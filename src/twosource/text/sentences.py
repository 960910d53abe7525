"""Sentences of a paragraph, by rule: fast, and the same everywhere."""

from __future__ import annotations

import re

from twosource.model import Span

# The end of a sentence may be here: stops, then whatever closes, then white space or a capital run into the stop.
_STOP = re.compile(r"[.!?…]+[\"”'’»)\]]*")
_SPACE = re.compile(r"[ \t\xa0\r\n\u2009\u202f]*")
_OPENING = re.compile(r"[\"“'‘«(\[—–―-]*\s?")
_LAST_WORD = re.compile(r"[^\s\"“”'‘«(\[—–]*$")
_NEXT_WORD = re.compile(r"[\w'’.-]*")
_INITIALS = re.compile(r"(?:\w\.)+", re.UNICODE)
_RUN_IN = re.compile(r"[A-Z][a-z]")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Abbreviations that stand before a name or a number: no sentence ends after them.
_BEFORE_NAME = _words("""
    mr mrs ms mx dr prof rev fr sr sra gen lt col maj capt cpl sgt pvt cmdr adm brig sen rep gov pres
        hon supt insp det st ste mt ft messrs mme mlle m no nos vs v cf e.g i.e eg ie viz fig art sec ch pp
        ca approx est asst dep atty amb spc pfc ltc msgt ssgt def lt.gen maj.gen brig.gen lt.col""")
# Abbreviations that may end a sentence: they do where the next word is one that opens sentences.
_MAY_END = _words("""jr sr inc ltd co corp llc plc bros etc al jan feb mar apr jun jul aug sept sep oct nov dec mon tue
        tues wed thu thur thurs fri sat sun a.m p.m am pm u.s u.k u.n e.u u.s.a d.c u.s.s.r u.a.e ph.d m.d
        b.a m.a ave blvd rd dept ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn
        miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo alta b.c ont que sask n.y n.j n.c s.c
        n.d s.d n.h n.m w.va r.i""")
# Words that open sentences far more often than they follow an abbreviation inside one.
_OPENERS = _words("""the a an this that these those he she it they we i you his her its their our there here in on at by
        for from with after before since when while as if although though but and or so yet however
        meanwhile still also now then according asked what who why how where both some many most all no not
        under over during despite because until once one two officials critics experts""")
_SAYS = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,4}(?:said|says|asked|asks|wrote|tweeted|replied|added|exclaimed|shouted|told)\b"
)


def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The spans of the sentences inside one paragraph (or the whole text), without surrounding white space, in order.

    A stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a web address, or the next
    word goes on in lower case; closing quotation marks stay with their sentence, and so do the words that say who
    asked. Linear in the length of the span.
    """
    begin, end = span or Span(0, len(text))
    found: list[Span] = []
    start = begin
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() < end and _ends(text, start, stop.start(), stop.end(), end):
            _add(found, text, start, stop.end())
            start = stop.end()
    _add(found, text, start, end)
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    bare = text[start:end].strip()
    if not bare:
        return
    at = text.index(bare[0], start)
    if found and len(bare) < 20 and not any(c.isalnum() for c in bare):  # "... ." belongs to what it follows
        found[-1] = Span(found[-1].start, at + len(bare))
    else:
        found.append(Span(at, at + len(bare)))


def _ends(text: str, start: int, stop: int, after: int, end: int) -> bool:
    space = _SPACE.match(text, after, end)
    at = space.end() if space else after
    if at >= end:
        return True
    if at == after:  # no white space: "done.The" is two sentences, "3.5" and "example.org" are one
        return text[stop - 3 : stop].isalpha() and text[stop - 1].islower() and _RUN_IN.match(text, at, end) is not None
    opening = _OPENING.match(text, at, end)
    head = opening.end() if opening else at
    if head >= end:
        return True
    first = text[head]
    if first.islower():
        return False
    closed = text[after - 1] in "\"”'’»"
    if closed and text[stop] in "!?":  # who asked may follow; after a full stop inside the marks a sentence does
        return not (head == at and _SAYS.match(text, head, min(end, head + 80)))
    if text[stop] in "!?" or closed:
        return True
    if text[stop] == "…" or after - stop > 1:  # an ellipsis, or a stop inside brackets
        return True
    return _after_word(text, max(start, stop - 24), stop, head, end)


def _after_word(text: str, low: int, stop: int, head: int, end: int) -> bool:
    """Whether a full stop after this word, before a capital or a figure, ends the sentence."""
    last = _LAST_WORD.search(text, low, stop)
    word = last.group().lower().strip(".,;:") if last else ""
    following = _NEXT_WORD.match(text, head, min(end, head + 40))
    nxt = re.split("['’]", following.group().lower().strip(".'’"))[0] if following else ""
    if word in _MAY_END:
        return (
            nxt in _OPENERS and text[head - 2 : head - 1] not in "-–—―"
        )  # "WARSAW, Va. - The dam": a dateline goes on
    if word in _BEFORE_NAME:
        return False
    if len(word) == 1 and word.isalpha() and word != "i":  # an initial
        return nxt in _OPENERS and len(nxt) > 1
    if last and _INITIALS.fullmatch(last.group() + "."):
        return nxt in _OPENERS
    return True
