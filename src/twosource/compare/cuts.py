"""Quotations of which a part was cut: the end of an utterance, or all but a phrase."""

from __future__ import annotations

from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.compare.utterances import Utterance
from twosource.model import Place
from twosource.text.verbs import looks_finite
from twosource.text.wording import Word, content_words, stem, words

NEXT, PARAPHRASED = 6, 0.3  # content words after the cut that are looked at; share of the rest that must be retold
OWN = 1  # content words of its own that the clause around the cut quotation must have, names apart
RARE = 3.0  # weight of a word that stands in few sentences of the story (log of about twenty)


def cut_short(page: Page, a: Utterance, b: Utterance) -> Found | None:
    """A quoted sentence of which the other report quotes the first or last part only, and does not tell the rest."""
    long, short = (a, b) if len(a.found) >= len(b.found) else (b, a)
    keys, part = [w.key for w in long.found], [w.key for w in short.found]
    if len(part) == len(keys) or part not in (keys[: len(part)], keys[-len(part) :]):
        return None
    clause = len(part) > 1 and any(looks_finite(w.text) or w.key in _AUXILIARY for w in short.found)
    if not clause and not (len(keys) <= BRIEF and len(content_words(short.found)) > 1 and a.akin(b)):
        return None
    rest = long.found[len(part) :] if keys[: len(part)] == part else long.found[: -len(part)]
    text = page.texts[short.told.report]
    near = [t for t in page.by_report[short.told.report] if abs(t.paragraph - short.told.paragraph) <= 1]
    around = {stem(w.key) for t in near if t.paragraph == short.told.paragraph for w in words(t.text)}
    around |= {stem(w.key) for t in near for q in t.quotations for w in words(text, *q.span)}
    untold = sum(stem(w.key) not in around for w in content_words(rest))
    opens = keys[: len(part)] == part and len(part) >= CLAUSE
    if keys[: len(part)] != part and not short.whole:
        return None  # the end of a sentence, run into the reporter's own, is an honest part
    if untold < (1 if opens else UNTOLD) or len(rest) < 2:
        return None
    tl = page.texts[long.told.report]
    gone = " ".join(tl[rest[0].span.start : rest[-1].span.end].split())
    return Found("wording", a.place, b.place, f"The quotation was cut short: “{shortened(gone)}” is gone.", 0.75)


UNTOLD = 2  # content words of the part that was cut which stand nowhere near; of the end of a sentence one
CLAUSE = 6  # words from which a part that is quoted says something whole
BRIEF = 12  # words of an utterance from which a phrase without a verb may be cut
_AUXILIARY = frozenset(
    ["is", "are", "was", "were", "will", "would", "has", "have", "had", "can", "could", "must", "do", "does"]
)


def phrase_kept(page: Page, a: Utterance, b: Utterance, told: int) -> Found | None:
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
    reason = f"A quotation was cut, its rest put in other words: “{shortened(whole)}” became “{shortened(part)}”."
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


def shortened(text: str) -> str:
    """The text, cut at 80 characters."""
    text = " ".join(text.split())
    return text if len(text) <= 80 else text[:77].rsplit(" ", 1)[0] + " …"
