"""What a page's own words say of its publication: outlet, byline, date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.gazetteer.outlets import find
from twosource.intake.furniture.mark import Mark
from twosource.intake.header import outlet_name, spelled
from twosource.intake.known import Known, clean
from twosource.intake.page import Page
from twosource.intake.sections import LABEL
from twosource.intake.when import DayOfYear, day_of_year, iso_date

# The order in which furniture is believed about the outlet: a feed's tail names the site itself; a copyright line may
# be an agency's.
_TRUST = ("appeared-first", "masthead", "feed-note", "promotion", "go-there", "source-line", "byline", "rights")
_DATED = re.compile(
    r"^[A-Z][\w .,'’-]{1,40},\s(?P<date>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov"
    r"|dec)[a-z]*\.?\s\d{1,2},?\s(?:19|20)\d\d)\s?[(/—–-]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-]|[.,]\d)")
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\s?((?:19|20)\d\d)(?!\s?[-–])", re.IGNORECASE)

_AGENCY = re.compile(
    r"[A-Z][\w.’' -]{2,40}(?:, [A-Z][\w. ]{1,30})?(?:, \w{3,9}\.? \d{1,2})? \((?P<agency>[A-Z][^()]{1,40})\) ?[-–—―]"
)

_TOLD = re.compile(
    r"\b(?:told|tells|spoke to|spoke with|speaking to) (?:the )?"
    r"(?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,3})"
)
_AT_WORK = (
    r"(?:spoke (?:to|with)|interviewed|visited|asked|contacted|reached out|could not"
    r"|was (?:not able|unable) to|is (?:protecting"
    r"|withholding|not (?:naming|identifying|publishing|using))|(?:has )?agreed (?:not )?to"
    r"|has (?:seen|obtained|reviewed"
    r"|viewed|learned|learnt|verified)|(?:saw|obtained|reviewed|viewed|verified)\b)"
)
_CREDITING = (
    r"\b(?:[Aa]ccording to|[Aa]s per|per|citing|cited by|cites|quoted by|reported by|reports? (?:by|in"
    r"|from)|via|first in)"
)
_REPORTED = r"(?:first )?(?:reported|reports|reporting that|report\b|wrote|writes|published|broke the)"
# Once told may be a retelling that credits; whoever gathered says so again and again.
LEAST_TOLD = 2


def says(page: Page, marks: Sequence[Mark]) -> Known:
    """Outlet, byline and date as far as furniture and dateline say them; the headline is the title. The
    agency of a dateline ("PLACE (AFP) -") is not the outlet, because many sites print agency copy,
    unless the agency's own staff credit stands below."""
    headline = page.headline
    return Known(
        outlet=_outlet(page, marks) or _agency(page, marks) or _office(page, marks) or _gatherer(page),
        published=_published(page, marks),
        title=clean(page.text[headline.start : headline.end]) if headline else None,
        byline=_byline(marks),
    )


def _outlet(page: Page, marks: Sequence[Mark]) -> str | None:
    for rule in _TRUST:
        if rule == "masthead" and page.name:
            return listed.name if (listed := find(page.name.name)) else page.name.name
        named = Counter(m.outlet for m in marks if m.rule == rule and m.outlet)
        if len(named) == 1:
            name = next(iter(named))
            listed = find(name)
            return listed.name if listed else name
    return None


def _agency(page: Page, marks: Sequence[Mark]) -> str | None:
    """The agency of the dateline, where the text ends with the names of those who reported and edited it."""
    if not any(m.rule == "staff-credit" for m in marks):
        return None
    for block in page.blocks[:8]:
        if found := _AGENCY.match(block.text[:160]):
            listed = find(found["agency"])
            return listed.name if listed else outlet_name(found["agency"]) or _told(page, found["agency"])
    return None


def _told(page: Page, name: str) -> str | None:
    """The name, where somebody told it something: an agency, not the place or party that brackets may hold."""
    return name if re.search(rf"\b(?:told|tells) {re.escape(name)}\b", page.text) else None


def _gatherer(page: Page) -> str | None:
    """The outlet that the report shows at work: told things, speaking to people, and nowhere credited.

    A retelling credits ("X reported", "according to X"); whoever gathered does not.
    """
    told = Counter(" ".join(m["name"].split()) for m in _TOLD.finditer(page.text))
    for name, times in sorted(told.items(), key=lambda item: (-item[1], item[0])):
        outlet = outlet_name(name)
        listed = find(name)
        if times < LEAST_TOLD or not outlet or (listed and listed.kind == "agency"):  # whose copy anybody may print
            continue
        spelled = re.escape(name)
        works = re.search(rf"\b{spelled} {_AT_WORK}|\bshared with {spelled}\b", page.text)
        credited = re.search(rf"{_CREDITING} (?:the )?{spelled}\b|\b{spelled}(?:’s|'s)? {_REPORTED}", page.text)
        if works and not credited:
            return outlet
    return None


def _office(page: Page, marks: Sequence[Mark]) -> str | None:
    """The office whose letterhead stands above a press release, the smallest unit first."""
    lines = [page.text[m.span.start : m.span.end] for m in marks if m.rule == "letterhead"]
    names = [spelled(line) for line in lines if not LABEL.fullmatch(line)]
    return clean(", ".join(reversed(names))) if names and len(names) < len(lines) else None


def _byline(marks: Sequence[Mark]) -> str | None:
    for rule in ("byline", "author-biography", "signature", "staff-credit"):
        names = _distinct(m.byline for m in marks if m.rule == rule and m.byline)
        if names:
            return clean(", ".join(names[:5]))
    return None


def _published(page: Page, marks: Sequence[Mark]) -> str | None:
    if dates := [m.published for m in marks if m.published]:
        return min(dates)  # "published" before "updated"
    for block in page.blocks[:4]:
        if found := _DATED.match(block.text[:120]):
            return iso_date(found["date"])
    lines = [page.text[m.span.start : m.span.end] for m in marks]
    days = {day for line in lines if (day := day_of_year(line))}
    return _in_year(next(iter(days)), page, lines) if len(days) == 1 else None


def _in_year(day: DayOfYear, page: Page, lines: Sequence[str]) -> str | None:
    """The date in the year of the copyright line; or in the last year that the page names, where the weekday fits."""
    rights = {m[1] for line in lines if (m := _COPYRIGHT_YEAR.search(line))}
    named = max(_YEAR.findall(page.text), default=None) if day.weekday is not None else None
    years = rights or ({named} if named else set())
    return day.in_year(years.pop()) if len(years) == 1 else None


def _distinct(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
