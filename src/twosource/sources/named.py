"""Places where a report names an outlet, a person, an organisation or a place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, cast

from twosource.gazetteer import nations
from twosource.gazetteer.mentions import mentions as outlet_mentions
from twosource.model import Span
from twosource.sources.heads import known_head
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.sources.papers import NO_PAPERS, Papers, papers_named
from twosource.sources.phrases import Phrase
from twosource.sources.short_forms import first_words
from twosource.sources.shown import WEIGHT, Shown, shown
from twosource.sources.tagged import MAX_NAMES, NAMED, after_titles, kind_of, lettered, tagged
from twosource.text.names import fold

Form = Literal["name", "role", "pronoun"]
Sort = Literal["person", "group", "organisation", "outlet", "document", "place", "unknown"]

# The kind of a word that shortens a body's name in the story: whatever one report's tagger thought.
BODY = "body"


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
    titled = set(after_titles(page))
    spans = tagged(page, titled)
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
            (fold(page.text[name.span.start : name.span.end]), kind_of(page, name.span, name.kind), 1)
            for name in page.reading.names[:MAX_NAMES]
            if name.kind in NAMED
            and not page.skipped(name.span)
            and not lettered(page, (name.span.start, name.span.end))
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
