"""Places where a report names an outlet, a person, an organisation or a place; the tagger's slips put right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from twosource.gazetteer import nations
from twosource.gazetteer.mentions import mentions as outlet_mentions
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
from twosource.sources.page import Page, Token
from twosource.sources.papers import NO_PAPERS, Papers, papers_named
from twosource.sources.phrases import Phrase
from twosource.sources.short_forms import first_words
from twosource.sources.shown import OFFICE_OF, WEIGHT, Shown, corporate, shown
from twosource.text.names import fold

Form = Literal["name", "role", "pronoun"]
Sort = Literal["person", "group", "organisation", "outlet", "document", "place", "unknown"]

# A report of more names than this is a list, not a story; names past it are not followed. A long magazine piece
# of 60,000 characters holds about 600.
MAX_NAMES = 20_000
_NAMED = ("person", "organisation", "place")
# The kind of a word that shortens a body's name in the story: whatever one report's tagger thought.
BODY = "body"
# Ranks and forms of address after which a capitalised word is a name, whatever the tagger thought.
_RANKS = ADDRESS | words("sen rep gov lt gen col sgt capt maj prof rev judge justice")
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
_SPACE = re.compile(r"[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that names or describes somebody.

    ``name`` is the bare name (no title), empty for a role. ``phrase`` is the description: the role itself, or the
    title before a name. ``canonical`` is the gazetteer's name of an outlet.
    """

    start: int
    end: int
    form: Form
    sort: Sort
    name: str = ""
    phrase: Phrase | None = None
    canonical: str = ""
    possessive: bool = False

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def names(page: Page, known: Mapping[str, str], papers: Papers = NO_PAPERS) -> list[Mention]:
    """The names of a page in text order, none inside another; ``known`` is what all reports take a name for.

    ``papers`` are the outlets whose reports the story holds.
    """
    taken: set[int] = set()  # indices of tokens that belong to a name
    found: list[Mention] = []

    def take(start: int, end: int) -> bool:
        """Keep the tokens between two offsets for one name; false where one of them belongs to another."""
        tokens = range(page.token_at(start), page.token_at(end - 1) + 1)
        if not tokens or any(i in taken for i in tokens):
            return False
        taken.update(tokens)
        return True

    for begin, stop, paper in papers_named(page.text, papers, page.reading.report.outlet or ""):
        if not page.skipped(Span(begin, stop)) and take(begin, stop):
            found.append(_mention(page, begin, stop, "outlet", paper))
    for span, outlet in outlet_mentions(page.text):
        if not page.skipped(Span(*span)) and take(*span):
            found.append(_mention(page, span[0], span[1], "outlet", outlet.name))
    titled = set(_after_titles(page))
    spans = _tagged(page, titled)
    told = list(_shown(page))
    _add(spans, [*told, *_known_in_full(page, known)])
    own = _votes([*((fold(page.text[s:e]), kind, 1) for (s, e), kind in spans.items()), *_weighed(page, told)])
    plain = _plain(page, spans)
    for (start, end), kind in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        place: tuple[int, int] = (start, end)
        if page.titled[page.sentence_at(start)]:
            # In a headline of capitals only what a plain sentence names too is believed.
            cut = _known_part(page, start, end, plain)
            if cut is None:
                continue
            place, kind = cut  # noqa: PLW2901
        written = page.text[place[0] : place[1]]
        if written.endswith("s") and nations.is_nationality(written):
            continue  # "Norwegians" are many, and no country
        if (nations.nation(written) or nations.by_capital(written)) and place not in titled:
            kind = "place"  # noqa: PLW2901
        elif nations.government_of(written):
            kind = "organisation"  # noqa: PLW2901
        else:
            kind = _settled(fold(written), kind, own, known)  # noqa: PLW2901
        if take(*place):
            found.append(_mention(page, *place, cast(Sort, kind)))
    for token, repeated in _repeats(page, found):
        if take(token.start, token.end):
            found.append(_mention(page, token.start, token.end, repeated))
    return sorted(found, key=lambda m: m.start)


def _add(spans: dict[tuple[int, int], str], told: Iterable[Shown]) -> None:
    """Add the names of people and bodies that stand where the tagger saw none."""
    covered = {i for s, e in spans for i in range(s, e)}
    for one in told:
        if one.kind in ("person", "organisation") and covered.isdisjoint(range(one.start, one.end)):
            spans[one.start, one.end] = one.kind
            covered.update(range(one.start, one.end))


def _known_in_full(page: Page, known: Mapping[str, str]) -> Iterator[Shown]:
    """Places where two to four capitalised words are a name that the story knows."""
    tokens = page.tokens
    i = 0
    while i < len(tokens):
        size = 0
        if tokens[i].capital and tokens[i].word:
            for n in (4, 3, 2):
                run = tokens[i : i + n]
                if len(run) < n or run[-1].sentence != tokens[i].sentence or not run[-1].capital:
                    continue
                key = fold(page.text[run[0].start : run[-1].end])
                if len(key.split()) == n and known.get(key) in ("person", "organisation"):
                    size = n
                    yield Shown(run[0].start, run[-1].end, known[key])
                    break
        i += size or 1


def _settled(key: str, kind: str, own: Mapping[str, str], known: Mapping[str, str]) -> str:
    """A name's kind by the votes of this report, or of all reports where they say more."""
    if known.get(key) == BODY:
        return "organisation"
    if known.get(key) in ("person", "place") or (" " in key and key in known):
        return known[key]
    return own.get(key, kind)


def kinds_of_names(pages: Iterable[Page]) -> dict[str, str]:
    """What each folded name is taken for most often in all reports: a mistake in one is outvoted by the others."""
    seen: list[tuple[str, str, int]] = []
    for page in pages:
        seen += (
            (fold(page.text[name.span.start : name.span.end]), _kind(page, name.span, name.kind), 1)
            for name in page.reading.names[:MAX_NAMES]
            if name.kind in _NAMED
            and not page.skipped(name.span)
            and not _lettered(page, (name.span.start, name.span.end))
        )
        seen += _weighed(page, list(_shown(page)))
    found = _votes(seen)
    return found | dict.fromkeys(first_words(found), BODY)


def _shown(page: Page) -> Iterator[Shown]:
    """What the words beside names show them to be, in the sentences where a capital says something."""
    for place in shown(page.text):
        k = page.sentence_at(place.start)
        if page.sentences and page.sentences[k].end >= place.end and not page.titled[k] and not page.aside[k]:
            yield place


def _weighed(page: Page, told: Iterable[Shown]) -> Iterator[tuple[str, str, int]]:
    for place in told:
        yield fold(page.text[place.start : place.end]), place.kind, WEIGHT


def _kind(page: Page, span: Span, kind: str) -> str:
    if kind == "person" and " " in page.text[span.start : span.end].strip():
        return "organisation" if corporate(page.text[span.start : span.end]) else kind
    return "person" if kind == "organisation" and _looks_personal(page, *span) else kind


def _votes(seen: Iterable[tuple[str, str, int]]) -> dict[str, str]:
    """The kind each name was given most often, person where it is even; a full name's ends are the person's too."""
    votes: dict[str, Counter[str]] = {}
    for key, kind, weight in seen:
        votes.setdefault(key, Counter())[kind] += weight
    won = {key: max(sorted(count), key=lambda k: (count[k], k == "person")) for key, count in votes.items()}
    people: set[str] = set()
    for key, kind in won.items():
        parts = key.split()
        if kind == "person" and len(parts) > 1:
            people.update((parts[0], parts[-1]))
    return {key: "person" if key in people else kind for key, kind in won.items() if len(key) > 1}


def _mention(page: Page, start: int, end: int, sort: Sort, canonical: str = "") -> Mention:
    possessive = page.text[end : end + 2] in ("'s", "’s")
    return Mention(start, end, "name", sort, page.text[start:end], canonical=canonical, possessive=possessive)


def _tagged(page: Page, titled: Iterable[tuple[int, int]]) -> dict[tuple[int, int], str]:
    """The tagger's names, trimmed, and what stands after a rank or form of address."""
    spans: dict[tuple[int, int], str] = {found.span(): "organisation" for found in _HOUSES.finditer(page.text)}
    for name in page.reading.names[:MAX_NAMES]:
        if name.kind in _NAMED and not page.skipped(name.span):
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
            if span is not None and not _lettered(page, span):
                spans[span] = _kind(page, Span(*span), name.kind)
    letters = [t for t in page.tokens if _LETTERS.fullmatch(t.text) and not nation(t.text)]
    spans |= {(t.start, t.end): "organisation" for t in letters}
    people = (fold(page.text[s:e]) for (s, e), kind in spans.items() if kind == "person")
    families = {name.split()[-1] for name in people if name and "-" not in name}
    for span in [s for s in spans if _between(page.text[s[0] : s[1]], families)]:
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


def _lettered(page: Page, span: tuple[int, int]) -> bool:
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


def _plain(page: Page, spans: Mapping[tuple[int, int], str]) -> dict[str, str]:
    """Names of plain sentences with their kind, and the family names of people named there."""
    result: dict[str, str] = {}
    for (start, end), kind in spans.items():
        if not page.titled[page.sentence_at(start)]:
            key = fold(page.text[start:end])
            result.setdefault(key, kind)
            if kind == "person" and " " in key:
                result[key.split()[-1]] = "person"
    return result


def _known_part(page: Page, start: int, end: int, plain: Mapping[str, str]) -> tuple[tuple[int, int], str] | None:
    """The part of a headline's tagged name that the body names, with its kind; two wholly unknown words stay."""
    tokens = page.slice(start, end)
    runs = [tokens[i : i + size] for size in range(len(tokens), 0, -1) for i in range(len(tokens) - size + 1)]
    for run in runs:
        key = fold(page.text[run[0].start : run[-1].end])
        if key in plain:
            before = tokens[: tokens.index(run[0])]
            if plain[key] == "person" and len(run) == 1 and before and fold(before[-1].text) not in plain:
                return (before[-1].start, run[-1].end), "person"  # a first name that the body leaves out
            return (run[0].start, run[-1].end), plain[key]
    strange = len(tokens) == 2 and not any(nation(t.text) or t.text.isupper() or known_head(t.low) for t in tokens)
    return ((start, end), "person") if strange else None


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


def _after_titles(page: Page) -> list[tuple[int, int]]:
    """Capitalised words right after a form of address or rank: names, whatever the tagger thought."""
    found, tokens = [], page.tokens
    for i, token in enumerate(tokens):
        if token.capital and token.low.rstrip(".") in _RANKS:
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
            if k > j:
                found.append((tokens[j].start, tokens[k - 1].end))
    return found


def _repeats(page: Page, found: list[Mention]) -> Iterator[tuple[Token, Sort]]:
    """Words that repeat a known person's or organisation's name where the tagger saw nothing."""
    known: dict[str, Sort] = {}
    for m in found:
        parts = m.name.split()
        if m.sort == "person":
            for word in dict.fromkeys((parts[0], parts[-1])):
                if not nation(word):
                    known.setdefault(word, "person")
        elif m.sort == "organisation" and len(parts) == 1:
            known.setdefault(parts[0], m.sort)
    tokens = page.tokens
    for k, token in enumerate(tokens):
        if token.text not in known or not token.capital or len(token.text) < 2:
            continue
        after = tokens[k + 1] if k + 1 < len(tokens) else None
        joined = after is not None and after.sentence == token.sentence and after.start - token.end < 2
        if not (joined and after is not None and after.word and after.capital) and (
            k == 0 or tokens[k - 1].text != "-"
        ):
            yield token, known[token.text]
