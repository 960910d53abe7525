"""Drift of quotations: words between quotation marks that should be identical and are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from twosource.compare.cuts import CLAUSE, cut_short, phrase_kept, shortened
from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.compare.utterances import Utterance, named_speaker, utterances
from twosource.model import Span
from twosource.text.certainty import doubts, marks
from twosource.text.wording import FUNCTION_WORDS, Change, content_words, difference, stem, words

KEPT = 24  # partners looked at for one quotation, those with most words in common
MOST = 60  # a word in more quotations than this finds no partner: bounds the work in large stories
# Two quotations are of one utterance when this many words stand in both in the same order, and they are this share of
# the stretch from the first shared word to the last (in each). Chosen on invented retellings and the two cases.
RUN, SHARE = 4, 0.6
CUT = 0.4  # the share that does where a part in the middle was cut and no other word changed
SHORT = 3  # content words of a phrase that is quoted rather than an utterance: "crazy nonsense"


def quoted_differently(page: Page) -> Iterator[Found]:
    """Pairs of quotations of the same utterance whose words differ, each pair of sentences once."""
    items = list(utterances(page))
    index: dict[str, list[int]] = defaultdict(list)
    for i, item in enumerate(items):
        for s in item.stems:
            index[s].append(i)
    done: set[tuple[int, int]] = set()
    told: set[str] = set()
    for i, item in enumerate(items):
        near: dict[int, int] = defaultdict(int)
        for s in sorted(item.stems):
            if len(index[s]) <= MOST:
                for j in index[s]:
                    near[j] += 1
        for j in sorted(near, key=lambda j: (-near[j], j))[:KEPT]:
            if (i, j) in done or items[j].told.report == item.told.report:
                continue
            done |= {(i, j), (j, i)}
            found = _compare(page, items[min(i, j)], items[max(i, j)])
            if found is not None and found.reason not in told:
                told.add(found.reason)  # the same change in a third report is told once
                yield found


def _compare(page: Page, a: Utterance, b: Utterance) -> Found | None:
    matcher = SequenceMatcher(None, [w.key for w in a.found], [w.key for w in b.found], autojunk=False)
    blocks = [m for m in matcher.get_matching_blocks() if m.size]
    equal = sum(m.size for m in blocks)
    told = sum(w.key not in FUNCTION_WORDS for m in blocks for w in a.found[m.a : m.a + m.size])
    if not blocks or not told:
        return None
    short = cut_short(page, a, b)
    if short is not None:
        return short
    inside = equal == min(len(a.found), len(b.found))  # all words of the one stand in the other, in order
    if min(len(content_words(a.found)), len(content_words(b.found))) <= SHORT and not (inside and equal >= CLAUSE):
        return phrase_kept(page, a, b, told)
    first, last = blocks[0], blocks[-1]
    left, right = last.a + last.size - first.a, last.b + last.size - first.b
    plain = {
        w.key
        for m in blocks
        for w in a.found[m.a : m.a + m.size]
        if w.key not in FUNCTION_WORDS and not (w.text[0].isupper() and w is not a.found[0])
    }
    akin = a.akin(b)
    least = 0.4 if akin else 0.6
    if equal < RUN or equal < (CUT if inside else SHARE) * max(left, right):
        return None
    if equal < least * min(len(a.found), len(b.found)):
        return None
    if len(plain) < (1 if akin else 2):
        return None
    if (a.told.headline or b.told.headline) and len(a.found) != len(b.found):
        return None  # headlines cut small words
    changes = [c for c in difference(a.found, b.found) if _matters(page, a, b, c, first, last)]
    if not changes:
        return _two_speakers(page, a, b) if equal >= UTTERANCE else None
    ta, tb = page.texts[a.told.report], page.texts[b.told.report]
    lost = doubts(marks(ta, a.span.start, a.span.end)), doubts(marks(tb, b.span.start, b.span.end))
    for one, other, text in ((a, b, 0), (b, a, 1)):
        here, there = lost[text], {m.words.casefold() for m in lost[1 - text]}
        gone = [m for m in here if m.words.casefold() not in there and any(_within(m.span, c, text) for c in changes)]
        if gone and not lost[1 - text] and len(other.found) < len(one.found):
            return Found(
                "certainty",
                a.place,
                b.place,
                f"The same quotation, but “{gone[0].words}” is in one report only: {_told(ta, tb, changes)}.",
                0.9,
            )
    return Found("wording", a.place, b.place, f"A quotation reads differently: {_told(ta, tb, changes)}.", 0.9)


def _two_speakers(page: Page, a: Utterance, b: Utterance) -> Found | None:
    """The same utterance that two reports give to people of different names, both named beside it."""
    one, other = named_speaker(page, a), named_speaker(page, b)
    if one is None or other is None or one[1] & other[1] or _initials(one, other) or _initials(other, one):
        return None
    reason = f"One quotation, two speakers: “{one[0]}” in one report, “{other[0]}” in the other."
    return Found("attribution", a.told.place, b.told.place, reason, 0.85)


def _initials(one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    """Whether one's names hold the initials of the other: a body, and who heads it."""
    return "".join(w.text[0] for w in words(other[0]) if w.text[0].isupper()).casefold() in one[1]


UTTERANCE = 6  # words that two people do not say alike by chance


def _matters(page: Page, a: Utterance, b: Utterance, change: Change, first: object, last: object) -> bool:
    """Whether a difference is one of words: not of spelling, spacing, a contraction, or of where a part was cut."""
    ta = page.texts[a.told.report][change.a.start : change.a.end]
    tb = page.texts[b.told.report][change.b.start : change.b.end]
    if _joined(ta) == _joined(tb):
        return False
    if change.kind in ("cut", "added"):
        longer, span = (a, change.a) if change.kind == "cut" else (b, change.b)
        shorter = b if change.kind == "cut" else a
        text = page.texts[longer.told.report]
        at_start = span.start <= longer.found[0].span.start
        at_end = span.end >= longer.found[-1].span.end
        if at_start or at_end:
            # Quoting a part is no drift, unless it is made to look whole and what was cut qualifies it.
            doubted = bool(doubts(marks(text, span.start, span.end)))
            return doubted and (shorter.whole or at_end)
        return "[" not in text[span.start - 1 : span.end + 1] and bool(
            content_words(words(text, *span)) or _negates(text, span)
        )
    if any(t and {w.key for w in words(t)} <= _POINTING for t in (ta, tb)):
        return False  # "it" for what it points to: the reporter's help to the reader
    ends = change.a.end >= a.found[-1].span.end and change.b.end >= b.found[-1].span.end
    if ends and not (a.whole and b.whole):
        return False  # one quotation breaks off here and the reporter goes on
    if not (a.whole and b.whole) and (_joined(ta), _joined(tb)) in _SHIFTED:
        return False
    return not _inflected(ta, tb) or _negates(page.texts[a.told.report], change.a) != _negates(
        page.texts[b.told.report], change.b
    )


_CONTRACTED = (("can't", "cannot"), ("won't", "will not"), ("n't", " not"), ("'ve", " have"), ("'re", " are"),
               ("'ll", " will"), ("'m", " am"))  # fmt: skip
_SPELLED = {"usa": "us", "ok": "okay", "gen": "general", "sen": "senator", "rep": "representative", "gov": "governor",
            "mr": "mister", "dr": "doctor", "lt": "lieutenant", "sgt": "sergeant"}  # fmt: skip


_POINTING = frozenset(["it", "this", "that", "these", "those", "he", "she", "they", "them", "him", "her"])
# A quotation run into a sentence of reported speech shifts its tense and person.
_SHIFTED = {
    pair
    for x, y in (("will", "would"), ("is", "was"), ("are", "were"), ("has", "had"), ("have", "had"), ("can", "could"),
                 ("may", "might"), ("upon", "on"), ("our", "their"), ("my", "his"), ("my", "her"), ("we", "they"),
                 ("i", "he"))
    for pair in ((x, y), (y, x))
}  # fmt: skip


def _joined(text: str) -> str:
    low = text.casefold().replace("’", "'")
    for short, full in _CONTRACTED:
        low = low.replace(short, full)
    low = re.sub(r"[^\w]", "", low)
    return _SPELLED.get(low, low)


def _negates(text: str, span: Span) -> bool:
    return bool(re.search(r"\b(?:not|no|never|none|nothing)\b|n[’']t\b", text[span.start : span.end], re.IGNORECASE))


def _inflected(a: str, b: str) -> bool:
    one, other = ([stem(w.key) for w in words(t)] for t in (a, b))
    return one == other


def _within(span: Span, change: Change, side: int) -> bool:
    at = change.a if side == 0 else change.b
    return at.start <= span.start and span.end <= at.end


def _told(ta: str, tb: str, changes: Sequence[Change]) -> str:
    parts = []
    for change in changes[:3]:
        one, other = ta[change.a.start : change.a.end], tb[change.b.start : change.b.end]
        if change.kind == "changed":
            parts.append(f"“{shortened(one)}” against “{shortened(other)}”")
        else:
            parts.append(f"“{shortened(one or other)}” is in one only")
    return ", ".join(parts)
