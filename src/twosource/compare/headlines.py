"""Drift of certainty between a headline and the text below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.aligned import compare
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.text.certainty import Mark

# A headline and a sentence of the body below it are of the same thing from this strength on.
HEADLINE, OPENING = 0.5, 4


def headline_against_body(page: Page) -> Iterator[Found]:
    """Headlines that state flatly what the opening gives as hearsay or a possibility, and the other way round."""
    for told in page.by_report.values():
        for head in (t for t in told if t.headline):
            body = [t for t in told if not t.headline and not _repeats(t, head)][:OPENING]
            near = sorted(
                (p for p in (compare(page, head, t) for t in body)),
                key=lambda p: (-p.strength, p.b.place),
            )[:1]
            for pair in near:
                if pair.strength < HEADLINE:
                    continue
                doubt, other = _doubt(head), _doubt_of(page, pair.b, head)
                if other and not doubt and not _CREDITS.search(head.text):
                    what = "hearsay" if other.kind == "hearsay" else "a possibility"
                    reason = f"The headline says flatly what the text gives as {what}: “{other.words}”."
                    yield Found("certainty", head.place, pair.b.place, reason, 0.8)
                elif doubt and doubt.kind == "hearsay" and not other and not pair.b.attributed:
                    reason = f"The text says flatly what the headline gives as hearsay: “{doubt.words}”."
                    yield Found("certainty", pair.b.place, head.place, reason, 0.8)


# A headline with one of these gives its news as somebody's word, or as a question or a quotation.
_CREDITS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|claims?|accus\w+|alleg\w+|suspect\w+|according|reports?|sources?|calls?|vows?|warns?|could|may|might)\b"
    r"|[?“”\"‘]|: ",
    re.IGNORECASE,
)


def _doubt(told: Told) -> Mark | None:
    return next((m for m in told.marks if m.kind in ("hearsay", "hedge")), None)


def _doubt_of(page: Page, told: Told, head: Told) -> Mark | None:
    """The doubt that the sentence casts on what the headline says: on all of it, or in the clause that tells it."""
    for mark in told.marks:
        if mark.kind not in ("hearsay", "hedge"):
            continue
        if mark.words.casefold().startswith("according to"):
            return mark
        place = page.marked(told, mark)
        start = told.span.start + mark.span.end  # a hedge weakens what comes after it in its clause
        shared = lemmas(page.texts[place.report][start : place.end]) & head.lemmas
        if page.weight(shared) >= TELLS * page.weight(head.lemmas):
            return mark
    return None


TELLS = 0.4  # share of the headline's weight that the doubted clause tells


def _repeats(told: Told, head: Told) -> bool:
    return " ".join(told.text.casefold().split()).strip(" .") == " ".join(head.text.casefold().split()).strip(" .")
