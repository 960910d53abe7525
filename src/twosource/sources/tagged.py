"""The tagger's names of people, bodies and places in a report, its slips put right: titles, initials, cut-off parts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.gazetteer import nations
from twosource.model import Span
from twosource.sources.heads import known_head, singular
from twosource.sources.lexicon import (
    ADDRESS,
    DROPPED_HEADS,
    FEMALE_NAMES,
    HONORIFIC_TOKENS,
    MALE_NAMES,
    OFFICE_WORDS,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    PERSON_CLASSES,
    STOPS,
    words,
)
from twosource.sources.nations import nation
from twosource.sources.page import Page
from twosource.sources.shown import OFFICE_OF, corporate
from twosource.text.names import fold

# A report of more names than this is a list, not a story; names past it are not followed. A long magazine piece
# of 60,000 characters holds about 600.
MAX_NAMES = 20_000
NAMED = ("person", "organisation", "place")
# Ranks and forms of address after which a capitalised word is a name, whatever the tagger thought.
_RANKS = ADDRESS | words("sen rep gov lt gen col sgt capt maj prof rev judge justice")
# Offices after which two capitalised words are a name, and one may be something else ("President Street"); ranks that
# have ranks of their own behind them ("Sergeant First Class") are left out.
_OFFICES = words(
    """mayor president governor senator chancellor minister premier congressman congresswoman councillor alderman
    archbishop bishop rabbi imam sheriff inspector detective superintendent constable ambassador captain
    admiral"""
)
# Houses that stand for whoever works there, whatever the tagger saw.
_HOUSES = re.compile(
    r"\b(?:"
    + "|".join(
        sorted({re.escape(name.removeprefix("the ")) for name in nations.METONYMS if " " in name or name[0] == "t"})
    )
    + r")\b"
)
_OWNED = re.compile(r"[^’'\n]+[’']s\s+(?=[A-Z]\w+\s+[A-Z])")
_ROLE_FIRST = re.compile(r"([A-Z][a-z]+) (?=[A-Z][a-z]+ [A-Z][a-z]+$)")
_SMALL = words("of for and the on in at de la du del des der von van al el bin & to")


def tagged(page: Page, titled: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The tagger's names, trimmed, and what stands after a rank or form of address."""
    spans: dict[tuple[int, int], str] = {found.span(): "organisation" for found in _HOUSES.finditer(page.text)}
    for name in page.reading.names[:MAX_NAMES]:
        if name.kind in NAMED and not page.skipped(name.span):
            where = name.span
            owned = _OWNED.match(page.text, where.start, where.end) if name.kind == "organisation" else None
            if owned:  # "Mori's National Council": Mori is a name of his own
                where = Span(owned.end(), where.end)
            span = _trimmed(page, where, person=name.kind == "person")
            role = span and _ROLE_FIRST.match(page.text, *span)
            titled_name = span and role and not corporate(page.text[role.end() : span[1]])
            if span and role and titled_name and singular(role.group(1).lower())[0] in PERSON_CLASSES:
                spans[role.end(), span[1]] = "person"  # "Driver Ana Ruiz"
                continue
            if span is not None and not lettered(page, span):
                spans[span] = kind_of(page, Span(*span), name.kind)
    letters = [t for t in page.tokens if _LETTERS.fullmatch(t.text) and not nation(t.text)]
    spans |= {(t.start, t.end): "organisation" for t in letters}
    people = (fold(page.text[s:e]) for (s, e), kind in spans.items() if kind == "person")
    families = {name.split()[-1] for name in people if name and "-" not in name}
    for span in [s for s in spans if _between(page.text[s[0] : s[1]], families) or _opens_office(page, *s)]:
        del spans[span]
    for span in sorted(titled):
        spans.setdefault(span, "person")
    starts = {start: (start, end) for start, end in spans if spans[start, end] == "person"}
    for (start, end), kind in sorted(spans.items()):
        # "Sana" and "Rahimi" side by side, the first taken for a place, are one person.
        after = starts.get(end + 1)
        word = page.text[start:end]
        if kind == "person" or after is None or page.text[end] != " " or nation(word) or known_head(word.lower()):
            continue
        if OFFICE_OF.search(page.text, max(0, start - 40), start):
            continue  # "Secretary of State Ana Ruiz": the state is the office's
        if word.isalpha() and not word.isupper() and page.sentence_at(start) == page.sentence_at(after[0]):
            del spans[start, end]
            spans.pop(after, None)
            spans[start, after[1]] = "person"
    return spans


# A body's initials, each with its full stop: the tagger takes them for a place, or for half of one.
_LETTERS = re.compile(r"(?:[A-Z]\.){3,}")


def lettered(page: Page, span: tuple[int, int]) -> bool:
    """A tagged name is initials with full stops, or part of them."""
    i = page.token_at(span[0])
    token = page.tokens[i] if i < len(page.tokens) else None
    return token is not None and span[1] <= token.end and _LETTERS.fullmatch(token.text) is not None


def _between(word: str, families: set[str]) -> bool:
    """A hyphen joins two names to say what is between them ("the Mori-Danish accord"): nobody bears such a name."""
    one, _, other = word.partition("-")
    if not other[:1].isupper() or " " in word or nation(word):
        return False
    return bool(nation(one) or nation(other)) or {fold(one), fold(other)} <= families


def _opens_office(page: Page, start: int, end: int) -> bool:
    """A sentence's first word before a noun for offices, both written small elsewhere: "Port authority officials"."""
    i = page.token_at(start)
    if i + 1 >= len(page.tokens) or page.tokens[i].end != end or i not in (0, page.first[page.tokens[i].sentence]):
        return False
    head = page.tokens[i + 1].text
    return head in ORGANISATION_HEADS and f" {page.tokens[i].low} {head}" in page.text


_OF_A_PERSON = re.compile(
    r",\s+(?:age\s+)?\d{1,2}\b|,?\s+who\b|[’']s\s+(?:wife|husband|son|daughter|brother|sister|mother|father)\b"
)


def _looks_personal(page: Page, start: int, end: int) -> bool:
    """Is a name that the tagger took for an organisation somebody's: a first name leads it, an age or "who" follows?"""
    parts = page.text[start:end].split()
    if not 2 <= len(parts) <= 4 or not all(p[:1].isupper() and p.isalpha() for p in parts):
        return False
    low = [p.lower() for p in parts]
    if set(low) & OFFICE_WORDS or low[-1] in ORGANISATION_HEADS | OUTLET_HEADS or low[-1] in DROPPED_HEADS:
        return False
    return low[0] in MALE_NAMES | FEMALE_NAMES or bool(_OF_A_PERSON.match(page.text, end))


def kind_of(page: Page, span: Span, kind: str) -> str:
    """The kind of a tagged name, where the words about it tell it better than the tagger did."""
    if kind == "person" and " " in page.text[span.start : span.end].strip():
        return "organisation" if corporate(page.text[span.start : span.end]) else kind
    return "person" if kind == "organisation" and _looks_personal(page, *span) else kind


def _trimmed(page: Page, span: Span, *, person: bool) -> tuple[int, int] | None:
    """A tagged name without articles, titles, possessives and verbs at its ends; a cut-off last part put back."""
    i, j = page.token_at(span.start), page.token_at(max(span.start, span.end - 1)) + 1
    tokens = page.tokens
    while i < j and (not tokens[i].capital or tokens[i].low in ("the", "a", "an") or tokens[i].low in STOPS):
        i += 1
    while person and i < j - 1 and (tokens[i].low.rstrip(".") in HONORIFIC_TOKENS):
        i += 1
    cut = ("(", ")", ";", ":") if not person else ("(", ")", ";", ":", "of", "from", "in", "at", "and", ",")
    j = next((k for k in range(i, j) if tokens[k].text in cut), j)
    while j > i and (not tokens[j - 1].word or tokens[j - 1].low in STOPS or (person and not tokens[j - 1].capital)):
        j -= 1
    if not person:  # "Council attack underscores Harbor Authority": the last run of capitals is the name
        small = [k for k in range(i, j) if tokens[k].text[0].islower() and tokens[k].low not in _SMALL]
        i = small[-1] + 1 if small else i
    if i >= j:
        return None
    if (
        person
        and j < len(tokens)
        and tokens[j].low in ("jr.", "sr.", "jr", "sr", "iii", "ii")
        and tokens[j].sentence == tokens[i].sentence
    ):
        return tokens[i].start, tokens[j].end
    while (
        person
        and j < len(tokens)
        and tokens[j].sentence == tokens[i].sentence
        and re.fullmatch(r"[ \u00a0]", page.text[tokens[j - 1].end : tokens[j].start])
        and tokens[j].capital
        and tokens[j].word
        and len(tokens[j].text) < 20
        and j - i < 4
        and not tokens[j].text.isupper()
    ):
        j += 1
    return tokens[i].start, tokens[j - 1].end


def after_titles(page: Page) -> list[tuple[int, int]]:
    """Capitalised words right after a form of address or rank: names, whatever the tagger thought."""
    found, tokens = [], page.tokens
    for i, token in enumerate(tokens):
        office = token.capital and token.low in _OFFICES
        if office or (token.capital and token.low.rstrip(".") in _RANKS):
            j = i + 1
            while j < len(tokens) and tokens[j].low.rstrip(".") in HONORIFIC_TOKENS and tokens[j].capital:
                j += 1
            k = j
            while (
                k < len(tokens)
                and k - j < 4
                and tokens[k].sentence == token.sentence
                and tokens[k].word
                and tokens[k].capital
                and (k == j or re.fullmatch(r"[ \u00a0]", page.text[tokens[k - 1].end : tokens[k].start]))
            ):
                k += 1
            name = page.text[tokens[j].start : tokens[k - 1].end] if k > j else ""
            if name and (not office or (k - j == 2 and not known_head(tokens[k - 1].low) and not corporate(name))):
                found.append((tokens[j].start, tokens[k - 1].end))
    return found
