"""What differs between two tellings of one thing: its kind, and the differing words in a sentence."""

from __future__ import annotations

import re

from twosource.compare.retellings import Retelling
from twosource.compare.signs import Telling, numbers_apart, quoted_otherwise
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Place
from twosource.model.compare import DriftKind
from twosource.text.certainty import Mark, doubts
from twosource.text.numbers import Quantity
from twosource.text.verbs import REPORTING
from twosource.text.wording import FUNCTION_WORDS, Word, difference
from twosource.text.wording import words as spelled
from twosource.text.words import lemma

CHANGED = 60  # characters of a part of a quotation that a reason quotes; more than that is another utterance
WORDS = 4  # words of each telling that a reason quotes
LONG = 300  # characters of a sentence beyond which only the clauses that tell the same are shown


def change(page: Page, pair: Retelling, a: Telling, b: Telling) -> tuple[DriftKind, str]:
    """The kind of a difference and a reason: quotation, number, doubt, speaker, else the words that only one has."""
    one, other = pair.a, pair.b
    if quoted_otherwise(a, b):
        return "wording", f"One utterance, quoted in two ways: {_quoted_words(page, one, other)}."
    numbers = numbers_apart(one, other)
    if numbers is not None:
        return "quantity", f"“{_number(one, numbers[0])}” in one telling, “{_number(other, numbers[1])}” in the other."
    doubt = _doubt(one) or _doubt(other)
    if doubt is not None and bool(a.doubts) != bool(b.doubts):
        where = "headline" if one.headline or other.headline else "telling"
        return "certainty", f"“{doubt.words}” is in one {where} only; the other has it without."
    speakers = _speakers(page, one, other)
    if speakers is not None:
        return "attribution", f"“{speakers[0]}” says so in one telling, “{speakers[1]}” in the other."
    if a.quotes != b.quotes:
        return "wording", f"Quoted in one telling, put in other words in the other: {_own_words(page, one, other)}."
    return "wording", f"One thing, told in two ways: {_own_words(page, one, other)}."


def _quoted_words(page: Page, one: Told, other: Told) -> str:
    """What the two quotations have in each other's place, between the words they share."""
    a, b = _inside(page, one), _inside(page, other)
    parts = []
    for turn in difference(a, b):
        here, there = (" ".join(page.texts[t.report][slice(*s)].split()) for t, s in ((one, turn.a), (other, turn.b)))
        if turn.kind == "changed" and max(len(here), len(there)) <= CHANGED:
            parts.append(f"“{here}” against “{there}”")
        elif turn.kind != "changed" and len(here or there) <= CHANGED:
            parts.append(f"“{here or there}” is in one only")
    return ", ".join(parts[:3]) or _own_words(page, one, other)


def _inside(page: Page, told: Told) -> list[Word]:
    """The words of a sentence between quotation marks, offsets of the report."""
    spans = [(max(q.span.start, told.span.start), min(q.span.end, told.span.end)) for q in told.quotations]
    return [w for start, end in spans if start < end for w in spelled(page.texts[told.report], start, end)]


def _own_words(page: Page, one: Told, other: Told) -> str:
    """The telling words that each has and the other has not, in the order of the text."""
    parts = []
    for told, against in ((one, other), (other, one)):
        own: list[str] = []
        for word in spelled(told.text):
            if word.key not in FUNCTION_WORDS and lemmas(word.text) - against.lemmas and word.text not in own:
                own.append(word.text)
        own.sort(key=lambda w: -max((page.weights.get(x, 0.0) for x in lemmas(w)), default=0.0))
        chosen = set(own[:WORDS])
        inorder = [w for w in dict.fromkeys(x.text for x in spelled(told.text)) if w in chosen]
        parts.append(", ".join(inorder))
    if not parts[0] or not parts[1]:
        return f"“{parts[0] or parts[1]}” stands in one only" if any(parts) else "in other small words"
    return f"“{parts[0]}” in one, “{parts[1]}” in the other"


def _number(told: Told, quantity: Quantity) -> str:
    rest = re.match(r"(?: [\w’'-]+){0,2}", told.text[quantity.span.end :])
    return " ".join((told.text[quantity.span.start : quantity.span.end] + (rest.group() if rest else "")).split())


def _doubt(told: Told) -> Mark | None:
    found = (m for m in doubts(told.marks) if not m.words.casefold().endswith((" that", " of")))
    return next(found, None)


def _speakers(page: Page, one: Told, other: Told) -> tuple[str, str] | None:
    """The words that name who says it in each, where two speakers are named and neither stands in the other."""
    if one.speakers & other.speakers:
        return None
    a, b = _source(page, one), _source(page, other)
    return (a, b) if a and b and not lemmas(a) & lemmas(b) else None


def _source(page: Page, told: Told) -> str | None:
    for statement in told.statements:
        cue = statement.cue and page.texts[told.report][slice(*statement.cue)].split()
        if statement.source is not None and cue and any(lemma(w) in REPORTING for w in cue):
            words = " ".join(page.texts[told.report][slice(*statement.source)].split())
            if any(w[:1].isupper() for w in words.split()) and lemmas(words):
                return words
    return None


def shown(page: Page, told: Told, other: Told) -> Place:
    """The sentence; of a long one the run of clauses that tells most of what the other tells."""
    if told.span.end - told.span.start <= LONG or len(told.clauses) < 2:
        return told.place
    text = page.texts[told.report]
    best: tuple[float, int, Place] | None = None
    for i, first in enumerate(told.clauses):
        for last in told.clauses[i:]:
            if last.end - first.start > LONG and last is not first:
                break
            weight = page.weight(lemmas(text[first.start : last.end]) & other.lemmas)
            place = Place(told.report, first.start, last.end)
            if best is None or (weight, first.start - last.end) > best[:2]:
                best = (weight, first.start - last.end, place)
    return best[2] if best else told.place
