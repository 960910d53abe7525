"""Text to Report: headline, furniture, language, and what the page's own words say of its publication."""

from __future__ import annotations

from twosource.intake.furniture import mark
from twosource.intake.known import Known, clean, first_known, host
from twosource.intake.page import Page, page_of
from twosource.intake.says import says
from twosource.model import Refusal, Report, Span
from twosource.settings import Settings
from twosource.text.language import language


def report_of(
    text: str, *, sha256: str, path: str | None, known: Known, carried: bool, settings: Settings
) -> Report | Refusal:
    """The report a text is, or why it is none: no sentence in it, too long, in a language that is not read."""
    refusal = _unfit(text, settings)
    found = None if refusal else language(text)
    if refusal is None and found is not None and found.code not in settings.languages:
        names = ", ".join(settings.languages)
        refusal = f"in another language ({found.code}); only {names} is read (setting languages)"
    if refusal is not None:
        return Refusal(reason=refusal, path=path, url=known.url)
    page = page_of(text, title=known.title)
    marks = mark(page)
    unnamed = Known(outlet=host(known.url) or None) if known.url else Known()
    told = first_known(known, says(page, marks), unnamed)
    headline = page.headline
    title = told.title or (clean(text[headline.start : headline.end]) if headline else None)
    return Report(
        id=sha256[:12],
        text=text,
        sha256=sha256,
        path=path,
        url=told.url,
        paths=(path,) if path else (),
        outlet=told.outlet,
        title=title,
        byline=told.byline,
        published=told.published,
        language=found.code if found else settings.languages[0],
        furniture=_joined([m.span for m in marks], text),
        headline=headline,
        carried=carried,
    )


def _unfit(text: str, settings: Settings) -> str | None:
    if not text.strip("\ufeff\u200b\u200e\u200f \t\r\n\xa0"):
        return "empty"
    if len(text) > settings.max_characters:
        return f"too long: {len(text):,} characters, the bound is {settings.max_characters:,} (setting max_characters)"
    if not _has_words(text):
        return "no sentence in it"
    return None


def _has_words(text: str) -> bool:
    """Three words of letters in a row somewhere: the least that can say anything."""
    run = 0
    for word in text[:200_000].split():
        run = run + 1 if sum(c.isalpha() for c in word[:40]) * 2 > min(len(word), 40) else 0
        if run >= 3:
            return True
    return False


def _joined(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those joined that only white space parts."""
    joined: list[Span] = []
    for span in sorted(set(spans)):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip()):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


__all__ = ["Page", "report_of"]
