"""Conflicts of actor: "not through X, but through Y" against passages that say X."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.compare.denying import denials
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.model import Embed, Place, Span

# Cosine of a sentence that tells the one, and the contradicted one: less where it names him; else it must have the
# rarest word of what is contradicted (without it 9 of 10 found in 36 real stories were of something else).
NAMED, HINTED = 0.35, 0.45
WORD = 0.1  # what that word adds

_CONTRAST = re.compile(
    r"\bnot (?P<neg>(?:(?:by|through|from|with|in|at|via|the|a|an|his|her|its|their) |[A-Z])[^,;.—–]{3,70}?),? "
    r"but (?:rather |instead |simply |also )?(?P<pos>[^,;.—–]{3,90})"
    r"|\b(?P<pos2>[^,;.—–]{3,90}?), (?:and )?not "
    r"(?P<neg2>(?:by|through|with|from|the|a|an) [^,;.—–]{2,60})(?=[,;.—–]|$)"
)
_CORRECTED = re.compile(r"\b(?P<right>\d[\d,.]*)\b[^.;]{0,30}?, (?:and )?not (?P<wrong>\d[\d,]*)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")


def not_this_but_that(page: Page, embed: Embed) -> Iterator[Found]:
    """Passages that put one actor in the place of another, against those of other reports that name the other."""
    deny = {d.told.place for d in denials(page)}
    for told in page.distinct:
        for match in _CONTRAST.finditer(told.text):
            neg = match.group("neg") or match.group("neg2")
            names = [n.group().removesuffix("’s").removesuffix("'s") for n in _NAME.finditer(neg)]
            yield from _against(page, told, match, names[-1] if names else None, deny, embed)
        for match in _CORRECTED.finditer(told.text):
            yield from _number(page, told, match)


def _against(
    page: Page, told: Told, match: re.Match[str], name: str | None, deny: set[Place], embed: Embed
) -> Iterator[Found]:
    head = rf"\b{re.escape(name.split(maxsplit=1)[0])}\b" if name else ""
    at = Span(told.span.start + match.start(), told.span.start + match.end())
    place = page.clause(told, at)
    # What is contradicted: the sentence with the one actor where it has the other.
    neg = match.group("neg") or match.group("neg2")
    before = told.text[: match.start()].strip() or match.group("pos2") or ""
    instead = f"{before} {neg}" if name else f"{neg} {before}"
    vector = embed([instead])[0]
    words = " ".join(match.group().split())
    noun = set(sorted(lemmas(neg), key=lambda w: -page.weights.get(w, 0.0))[:1])
    right = lemmas(match.group("pos") or match.group("pos2") or "")
    for report, sentences in page.by_report.items():
        if report == told.report:
            continue
        choices = [
            (float(vector @ t.vector) + (0.0 if name else WORD), -t.rank, t)
            for t in sentences
            if (re.search(head, t.text) if name else noun & t.lemmas and not _same_side(told, t, right))
            and t.place not in deny
            and not t.headline
            and not _CONTRAST.search(t.text)
        ]
        best = max(choices, key=lambda c: c[:2], default=None)
        if best is not None and best[0] >= (NAMED if name else HINTED):
            kind, why = ("actor", f"that names {name}") if name else ("other", f"that says {neg}")
            yield Found(kind, place, best[2].place, f"“{words}” against a report {why}.", 0.8)


def _same_side(told: Told, other: Told, right: frozenset[str]) -> bool:
    """Whether the other is by the same speaker, or has half of the words that are put in place of the wrong ones."""
    return bool(told.speakers & other.speakers) or 2 * len(right & other.lemmas) > len(right)


def _number(page: Page, told: Told, match: re.Match[str]) -> Iterator[Found]:
    """ "11 people, not 46" against the passages that have the other number of the same thing."""
    at = Span(told.span.start + match.start(), told.span.start + match.end())
    here = page.clause(told, at)
    wrong = re.compile(rf"(?<![\d,.]){re.escape(match.group('wrong'))}(?![\d,]*\d)")
    near = lemmas(told.text)
    for sentences in page.by_report.values():
        choices = [
            (float(t.vector @ told.vector), -t.rank, t)
            for t in sentences
            if t is not told and wrong.search(t.text) and len(t.lemmas & near) > 1 and not t.headline
        ]
        best = max(choices, key=lambda c: c[:2], default=None)
        if best is not None:
            found = wrong.search(best[2].text)
            start = best[2].span.start + (found.start() if found else 0)
            there = page.clause(best[2], Span(start, start + 1))
            yield Found("quantity", here, there, f"“{match.group()}” against {match.group('wrong')}.", 0.85)
