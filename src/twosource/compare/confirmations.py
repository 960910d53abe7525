"""Drift of certainty: "confirmed" over words that confirm nothing, or beside hearsay of the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.model import Span


def called_confirmation(page: Page) -> Iterator[Found]:
    """ "Confirmed" over words that confirm nothing: having seen the reports, no comment, no information."""
    for told in page.told:
        strong = next(
            (m for m in told.marks if m.kind == "strong verb" and m.words.casefold().startswith("confirm")), None
        )
        if strong is None:
            continue
        after = told.text[strong.span.end :]
        empty = _EMPTY.search(after)
        if empty is None:
            continue
        at = strong.span.end + empty.start()
        base = told.span.start
        yield Found(
            "certainty",
            page.clause(told, Span(base + strong.span.start, base + strong.span.end)),
            page.clause(told, Span(base + at, base + at + len(empty.group()))),
            f"Called “{strong.words}”, but “{empty.group()}” confirms nothing.",
            0.95,
        )


_EMPTY = re.compile(
    r"(?:(?:has|have|had|is|are|was|were|[’']s)\s+)?[“\"]?(?:seen|aware of|looking into|monitoring|familiar with)"
    r"[”\"]?\s+[“\"]?(?:the|these|those|such|media|news)?\s*(?:reports?|claims?|allegations?|story|stories|rumou?rs)"
    r"|no (?:further )?(?:comment|information)|declin\w+ to comment|(?:can|could|would) (?:not|neither) confirm",
    re.IGNORECASE,
)


def reported_and_confirmed(page: Page) -> Iterator[Found]:
    """A text that gives as hearsay what it says elsewhere was confirmed: updated in one place and not in the other."""
    for told in page.by_report.values():
        for sure in told:
            match = _CONFIRMS.search(sure.text)
            if match is None:
                continue
            hearsay = [
                (t, m) for t in told if t is not sure and not t.headline for m in t.marks if m.words == "reportedly"
            ]
            if hearsay:
                other, mark = max(hearsay, key=lambda h: (float(h[0].vector @ sure.vector), -h[0].rank))
                if float(other.vector @ sure.vector) < ECHO:
                    continue
                yield Found(
                    "certainty",
                    page.marked(other, mark),
                    page.clause(sure, Span(sure.span.start + match.start(), sure.span.start + match.end())),
                    f"“{match.group()}” in one place, but still “{mark.words}” in another of the same text.",
                    0.75,
                )
                break


ECHO = 0.4  # cosine of the two sentences
_CONFIRMS = re.compile(
    r"\b(?:confirmed|acknowledged) (?:the |these |those |earlier |media |press ){0,2}"
    r"(?:reports?|news|rumou?rs) (?:of|that|about)\b",
    re.IGNORECASE,
)
