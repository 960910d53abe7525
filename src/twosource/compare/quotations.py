"""Drift of quotations: words between quotation marks that should be identical and are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.compare.utterances import Utterance, named_speaker, utterances
from twosource.model import Place, Span
from twosource.text.certainty import doubts, marks
from twosource.text.verbs import looks_finite
from twosource.text.wording import FUNCTION_WORDS, Change, Word, content_words, difference, stem, words

KEPT = 24  # partners looked at for one quotation, those with most words in common
MOST = 60  # a word in more quotations than this finds no partner: bounds the work in large stories
# Two quotations are of one utterance when this many words stand in both in the same order, and they are this share of
# the stretch from the first shared word to the last (in each). Chosen on invented retellings and the two cases.
RUN, SHARE = 4, 0.6
CUT = 0.4  # the share that does where a part in the middle was cut and no other word changed
NEXT, PARAPHRASED = 6, 0.3  # content words after the cut that are looked at; share of the rest that must be retold
OWN = 1  # content words of its own that the clause around the cut quotation must have, names apart
RARE = 3.0  # weight of a word that stands in few sentences of the story (log of about twenty)
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
    short = _cut_short(page, a, b)
    if short is not None:
        return short
    inside = equal == min(len(a.found), len(b.found))  # all words of the one stand in the other, in order
    if min(len(content_words(a.found)), len(content_words(b.found))) <= SHORT and not (inside and equal >= CLAUSE):
        return _phrase(page, a, b, told)
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


def _cut_short(page: Page, a: Utterance, b: Utterance) -> Found | None:
    """A quoted sentence of which the other report quotes the first or last part only, and does not tell the rest."""
    long, short = (a, b) if len(a.found) >= len(b.found) else (b, a)
    keys, part = [w.key for w in long.found], [w.key for w in short.found]
    if len(part) == len(keys) or part not in (keys[: len(part)], keys[-len(part) :]):
        return None
    clause = len(part) > 1 and any(looks_finite(w.text) or w.key in _AUXILIARY for w in short.found)
    if not clause and not (len(keys) <= BRIEF and len(content_words(short.found)) > 1 and a.akin(b)):
        return None
    rest = long.found[len(part) :] if keys[: len(part)] == part else long.found[: -len(part)]
    here = [t for t in page.by_report[short.told.report] if t.paragraph == short.told.paragraph]
    around = {stem(w.key) for t in here for w in words(t.text)}
    untold = sum(stem(w.key) not in around for w in content_words(rest))
    opens = keys[: len(part)] == part and len(part) >= CLAUSE
    if untold < (1 if opens else UNTOLD) or len(rest) < 2:
        return None
    tl = page.texts[long.told.report]
    gone = " ".join(tl[rest[0].span.start : rest[-1].span.end].split())
    return Found("wording", a.place, b.place, f"The quotation was cut short: “{_short(gone)}” is gone.", 0.75)


UNTOLD = 2  # content words of the part that was cut which stand nowhere near; of the end of a sentence one
CLAUSE = 6  # words from which a part that is quoted says something whole
BRIEF = 12  # words of an utterance from which a phrase without a verb may be cut
_AUXILIARY = frozenset(
    ["is", "are", "was", "were", "will", "would", "has", "have", "had", "can", "could", "must", "do", "does"]
)


def _two_speakers(page: Page, a: Utterance, b: Utterance) -> Found | None:
    """The same utterance that two reports give to people of different names, both named beside it."""
    one, other = named_speaker(page, a), named_speaker(page, b)
    if one is None or other is None or one[1] & other[1]:
        return None
    reason = f"One quotation, two speakers: “{one[0]}” in one report, “{other[0]}” in the other."
    return Found("attribution", a.told.place, b.told.place, reason, 0.85)


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
_SPELLED = {"usa": "us", "ok": "okay"}


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


def _phrase(page: Page, a: Utterance, b: Utterance, told: int) -> Found | None:
    """A quoted phrase cut out of a longer quotation whose next words the other report replaced by its own."""
    long, short = (a, b) if len(a.found) >= len(b.found) else (b, a)
    inside = content_words(short.found)
    if told < len(inside) or len(long.found) == len(short.found) or short.whole:
        return None
    long_content = content_words(long.found)
    rest = [stem(w.key) for w in long_content if stem(w.key) not in short.stems]
    around = {stem(w.key) for w in words(short.told.text)}
    after = [stem(w.key) for w in content_words(_following(long, short)) if w.text[0].islower()]
    most = 2 * len(inside) >= len(long_content)
    kept = sum(s in around for s in rest)
    gone = [s for s in after[:NEXT] if s not in around]
    if not gone or 2 * len(gone) < len(after[:NEXT]) or not (most or kept >= max(2, PARAPHRASED * len(rest))):
        return None
    place = page.clause(short.told, short.span)
    said = {stem(w.key) for w in words(long.told.text)}
    own = words(page.texts[place.report], place.start, place.end)
    if sum(w.text[0].islower() and stem(w.key) not in said for w in content_words(own)) < OWN:
        return None
    close = float(long.told.vector @ short.told.vector)
    telling = sum(page.weights.get(w.key, RARE) for w in inside) >= 2 * RARE
    if (close < 0.6 and not (telling or a.akin(b))) or (len(inside) == 1 and not a.akin(b)):
        return None
    tl, ts = page.texts[long.told.report], page.texts[short.told.report]
    whole, part = tl[long.span.start : long.span.end].strip(" ,"), ts[short.span.start : short.span.end].strip(" ,")
    reason = f"A quotation was cut, its rest put in other words: “{_short(whole)}” became “{_short(part)}”."
    return Found("wording", _phrase_place(page, a, a is short), _phrase_place(page, b, b is short), reason, 0.7)


def _phrase_place(page: Page, item: Utterance, short: bool) -> Place:
    return page.clause(item.told, item.span) if short else item.place


def _following(long: Utterance, short: Utterance) -> tuple[Word, ...]:
    """The words of the longer quotation after those that both quote."""
    keys, part = [w.key for w in long.found], [w.key for w in short.found]
    for i in range(len(keys) - len(part) + 1):
        if keys[i : i + len(part)] == part:
            return long.found[i + len(part) :]
    return ()


def _within(span: Span, change: Change, side: int) -> bool:
    at = change.a if side == 0 else change.b
    return at.start <= span.start and span.end <= at.end


def _told(ta: str, tb: str, changes: Sequence[Change]) -> str:
    parts = []
    for change in changes[:3]:
        one, other = ta[change.a.start : change.a.end], tb[change.b.start : change.b.end]
        if change.kind == "changed":
            parts.append(f"“{_short(one)}” against “{_short(other)}”")
        else:
            parts.append(f"“{_short(one or other)}” is in one only")
    return ", ".join(parts)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77].rsplit(" ", 1)[0] + " …"
