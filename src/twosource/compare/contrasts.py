"""Conflicts of actor: "not through X, but through Y" against passages that say X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.aligned import compare
from twosource.compare.denials import denials
from twosource.compare.found import Found
from twosource.compare.told import Page, Told
from twosource.model import Embed, Place, Span

LEAST = 0.4  # cosine of the clauses, besides the shared name

_CONTRAST = re.compile(
    r"\bnot (?P<neg>(?:(?:by|through|from|with|in|at|via|the|a|an|his|her|its|their) |[A-Z])[^,;.—–]{3,70}?),? "
    r"but (?:rather |instead |simply |also )?(?P<pos>[^,;.—–]{3,90})"
    r"|\b(?P<pos2>[^,;.—–]{3,60}?),? (?:and )?not (?P<neg2>(?:by|through|with|from) [^,;.—–]{3,60})(?=[,;.—–]|$)"
)
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def not_this_but_that(page: Page, embed: Embed) -> Iterator[Found]:
    """Passages that put one actor in the place of another, against those of other reports that name the other."""
    deny = {d.told.place for d in denials(page)}
    for told in page.distinct:
        for match in _CONTRAST.finditer(told.text):
            neg = match.group("neg") or match.group("neg2")
            names = [n.group().removesuffix("’s").removesuffix("'s") for n in _NAME.finditer(neg)]
            if not names:
                continue
            at = Span(told.span.start + match.start(), told.span.start + match.end())
            yield from _against(page, told, at, names[-1], deny, embed)


def _against(page: Page, told: Told, at: Span, name: str, deny: set[Place], embed: Embed) -> Iterator[Found]:
    head = name.split(maxsplit=1)[0]
    place = page.clause(told, at)
    claim = page.texts[told.report][place.start : place.end]
    vector = embed([f"{claim}"])[0]
    for report, sentences in page.by_report.items():
        if report == told.report:
            continue
        choices = [  # likeness of vectors and words, and a claim in common
            (
                float(vector @ t.vector)
                + 0.5 * compare(page, told, t).overlap
                + (0.2 if set(t.claims) & set(told.claims) else 0),
                -t.rank,
                t,
            )
            for t in sentences
            if re.search(rf"\b{re.escape(head)}\b", t.text) and t.place not in deny and not t.headline
        ]
        best = max(choices, key=lambda c: c[:2], default=None)
        if best is None or best[0] < LEAST:
            continue
        words = " ".join(page.texts[told.report][at.start : at.end].split())
        yield Found("actor", place, best[2].place, f"“{words}” against a report that names {name}.", 0.8)
