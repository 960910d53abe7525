"""Every place of a report that names or describes somebody: names, roles, groups, offices, outlets, documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from twosource.gazetteer import nations as gazetteer_nations
from twosource.gazetteer.mentions import mentions as outlet_mentions
from twosource.model import Span
from twosource.sources import phrases
from twosource.sources.lexicon import ARTICLES, HONORIFIC_TOKENS, OFFICE_WORDS, PRONOUNS, STOPS
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.sources.phrases import Phrase
from twosource.text.names import fold

Form = Literal["name", "role", "pronoun"]
Sort = Literal["person", "group", "organisation", "outlet", "document", "place", "unknown"]

# A report of more names than this is a list, not a story; names past it are not followed. A long magazine piece
# of 60,000 characters holds about 600.
MAX_NAMES = 20_000


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


def find(page: Page, cited: Iterable[Span] = (), kinds: Mapping[str, str] | None = None) -> list[Mention]:
    """The mentions of a page in text order; ``cited`` are spans already known to name a source of a statement.

    ``kinds`` says what the story's other reports take a folded name for (see ``kinds_of_names``).
    """
    names = _names(page, kinds or {})
    titled = [_with_title(page, name) for name in names]
    roles = _roles(page, titled)
    proper = [(m.start, m.end) for m in roles if m.form == "name"]
    inside = _inside(proper)
    titled = [m for m in titled if m.sort == "outlet" or not inside(m.start, m.end)]
    larger = _inside([(m.start, m.end) for m in titled])
    roles = [m for m in roles if m.form != "name" or not larger(m.start, m.end)]
    found = sorted([*titled, *roles], key=lambda m: (m.start, -m.end))
    extra = [m for span in cited if (m := _cited(page, span, found)) is not None]
    return sorted([*found, *extra], key=lambda m: (m.start, -m.end))


def kinds_of_names(pages: Iterable[Page]) -> dict[str, str]:
    """What each folded name is taken for most often in all reports: a mistake in one is outvoted by the others."""
    votes: dict[str, Counter[str]] = {}
    for page in pages:
        for name in page.reading.names[:MAX_NAMES]:
            if name.kind in ("person", "organisation", "place") and not page.skipped(name.span):
                votes.setdefault(fold(page.text[name.span.start : name.span.end]), Counter())[name.kind] += 1
    return {
        key: max(sorted(count), key=lambda k: (count[k], k == "person")) for key, count in votes.items() if len(key) > 1
    }


def _inside(spans: list[tuple[int, int]]) -> Callable[[int, int], bool]:
    """A test whether a place lies within one of some spans."""
    ordered = sorted(spans)
    starts = [s for s, _ in ordered]

    def test(start: int, end: int) -> bool:
        i = bisect_right(starts, start) - 1
        return i >= 0 and ordered[i][0] <= start and end <= ordered[i][1]

    return test


def _names(page: Page, known: Mapping[str, str]) -> list[Mention]:
    """Names of outlets, people and organisations, none inside another."""
    outlets = [
        Mention(span.start, span.end, "name", "outlet", page.text[span.start : span.end], canonical=outlet.name)
        for span, outlet in outlet_mentions(page.text)
        if not page.skipped(Span(*span))
    ]
    taken = sorted((m.start, m.end) for m in outlets)
    spans: dict[tuple[int, int], str] = {}
    for name in page.reading.names[:MAX_NAMES]:
        if name.kind in ("person", "organisation", "place") and not page.skipped(name.span):
            span = _trimmed(page, name.span, person=name.kind == "person")
            if span is not None:
                spans[span] = name.kind
    for span in _after_titles(page):
        spans.setdefault(span, "person")
    kinds = _vote(page, spans)
    # In a headline of capitals only names that a plain sentence knows too are believed.
    plain = {fold(page.text[s:e]) for s, e in spans if not page.titled[page.sentence_at(s)]}
    plain |= {
        w
        for (s, e), kind in spans.items()
        if kind == "person"
        for w in fold(page.text[s:e]).split()[-1:]
        if not page.titled[page.sentence_at(s)]
    }
    kept = list(outlets)
    for (start, end), kind in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        if any(s < end and start < e for s, e in _near(taken, start, end)):
            continue
        text = page.text[start:end]
        key = fold(text)
        sort = kinds.get(key, kind)
        if known.get(key) == "person" or (sort != "person" and known.get(key, sort) != sort and len(key.split()) > 1):
            sort = known[key]
        if page.titled[page.sentence_at(start)]:
            cut = _known_part(page, start, end, plain)
            if cut is None:
                continue
            start, end = cut
            text = page.text[start:end]
        taken.append((start, end))
        kept.append(Mention(start, end, "name", sort, text, possessive=page.text[end : end + 2] in ("'s", "’s")))  # type: ignore[arg-type]
    kept += _repeats(page, kept, taken)
    kept = [replace(m, possessive=page.text[m.end : m.end + 2] in ("'s", "’s")) for m in kept]
    return sorted(kept, key=lambda m: m.start)


def _known_part(page: Page, start: int, end: int, plain: set[str]) -> tuple[int, int] | None:
    """The longest run of words of a headline's tagged name that the body knows; two or three unknown words stay whole."""
    tokens = page.slice(start, end)
    for size in range(len(tokens), 0, -1):
        for i in range(len(tokens) - size + 1):
            run = tokens[i : i + size]
            text = fold(page.text[run[0].start : run[-1].end])
            if text in plain:
                return run[0].start, run[-1].end
            if size in (2, 3) and text.split()[-1:] and text.split()[-1] in plain and run[0].text[0].isupper():
                return run[0].start, run[-1].end
    return (start, end) if 2 <= len(tokens) <= 3 else None


def _near(taken: list[tuple[int, int]], start: int, end: int) -> Iterable[tuple[int, int]]:
    return (t for t in taken[-400:] if t[0] < end) if len(taken) > 4000 else taken


def _trimmed(page: Page, span: Span, *, person: bool) -> tuple[int, int] | None:
    """A tagged name without articles, titles, possessives and verbs at its ends; a cut-off last part put back."""
    i, j = page.token_at(span.start), page.token_at(max(span.start, span.end - 1)) + 1
    tokens = page.tokens
    while i < j and (not tokens[i].capital or tokens[i].low in ("the", "a", "an") or tokens[i].low in STOPS):
        i += 1
    while person and i < j - 1 and (tokens[i].low.rstrip(".") in HONORIFIC_TOKENS):
        i += 1
    j = next((k for k in range(i, j) if tokens[k].text in ("(", ")", ";", ":")), j)
    while j > i and (not tokens[j - 1].word or tokens[j - 1].low in STOPS or (person and not tokens[j - 1].capital)):
        j -= 1
    if i >= j:
        return None
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
        if (
            token.low.rstrip(".")
            in (
                "mr",
                "mrs",
                "ms",
                "dr",
                "sen",
                "rep",
                "gov",
                "lt",
                "gen",
                "col",
                "sgt",
                "capt",
                "maj",
                "prof",
                "rev",
                "judge",
                "justice",
            )
            and token.capital
        ):
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


def _vote(page: Page, spans: dict[tuple[int, int], str]) -> dict[str, str]:
    """For each name the sort that the tagger gave it most often; a part of a person's full name is that person."""
    votes: dict[str, Counter[str]] = {}
    families: Counter[str] = Counter()
    for (start, end), kind in spans.items():
        key = fold(page.text[start:end])
        votes.setdefault(key, Counter())[kind] += 1
        parts = key.split()
        if kind == "person" and len(parts) > 1:
            families[parts[-1]] += 1
            families[parts[0]] += 1
    result = {}
    for key, count in votes.items():
        best = max(sorted(count), key=lambda k: (count[k], k == "person"))
        result[key] = "person" if key in families else best
        if best == "person" and " " not in key and count["person"] * 2 < sum(count.values()):
            result[key] = best
    return result


def _repeats(page: Page, names: list[Mention], taken: list[tuple[int, int]]) -> list[Mention]:
    """Places that repeat a known person's or organisation's words where the tagger saw nothing."""
    known: dict[str, Sort] = {}
    for m in names:
        words = m.name.split()
        if m.sort == "person":
            for word in {words[0], words[-1]} if len(words) > 1 else {words[0]}:
                known.setdefault(word, "person")
        elif m.sort == "organisation" and len(words) == 1:
            known.setdefault(words[0], m.sort)
    if not known:
        return []
    covered = set()
    for start, end in taken:
        covered.update(range(start, end)) if end - start < 200 else None
    found = []
    tokens = page.tokens
    for k, token in enumerate(tokens):
        if token.text in known and token.capital and len(token.text) > 1 and token.start not in covered:
            before = tokens[k - 1] if k else None
            after = tokens[k + 1] if k + 1 < len(tokens) else None
            inside = any(
                t is not None and t.capital and t.word and t.sentence == token.sentence and abs(t.start - token.end) < 2
                for t in (after,)
            )
            if inside or (before is not None and before.text == "-"):
                continue
            found.append(Mention(token.start, token.end, "name", known[token.text], token.text))
    return found


def _with_title(page: Page, name: Mention) -> Mention:
    """The name with the title or description that stands right before it ("the ministry's spokeswoman Ana Ruiz")."""
    if name.sort not in ("person", "outlet", "unknown"):
        return name
    i = page.token_at(name.start)
    phrase = phrases.before_name(page, i)
    if phrase is None or name.sort == "outlet":
        return name
    return replace(name, start=phrase.start, phrase=phrase)


def _roles(page: Page, names: list[Mention]) -> list[Mention]:
    taken = {  # tokens that are a title before a name, or a person's or outlet's name
        i
        for m in names
        if m.sort in ("person", "outlet")
        for i in range(page.token_at(m.start), page.token_at(m.end - 1) + 1)
    }
    found = []
    for phrase in phrases.find(page):
        if page.token_at(phrase.head_start) in taken:
            continue
        found += _as_mentions(page, phrase)
    return found


def _as_mentions(page: Page, phrase: Phrase) -> list[Mention]:
    if phrase.sort == "organisation" and phrase.capital and not page.titled[page.sentence_at(phrase.start)]:
        bare = _proper_name(page.text[phrase.start : phrase.end])
        if bare[:1].isupper() and " " in bare:
            return [Mention(phrase.end - len(bare), phrase.end, "name", "organisation", bare)]
    start = phrase.start
    if phrase.owner:  # "Mr. Mori's adviser": the adviser is described from "adviser" on; Mori is a mention of his own
        owned = re.match(r".*[’']s?\s+", page.text[phrase.start : phrase.head_start], re.DOTALL)
        start += owned.end() if owned else 0
    found = [Mention(start, phrase.end, "role", phrase.sort, phrase=phrase)]
    if phrase.sort == "group" and phrase.article in ("the", "own", "number", "some"):
        one = re.compile(r"\b([Oo]ne|[Aa]nother) of\s+$").search(page.text, max(0, phrase.start - 14), phrase.start)
        if one:
            start = one.start()
            single = replace(
                phrase,
                start=start,
                sort="person",
                plural=False,
                article="a",
                number=None,
                text=page.text[start : phrase.end],
            )
            found.insert(0, Mention(start, phrase.end, "role", "person", phrase=single))
    return found


def _people(page: Page, token: Token) -> bool:
    """Is a capitalised plural the name of many ("Democrats", "Afghans")? Told by its singular or the tagger."""
    if gazetteer_nations.is_nationality(token.text):
        return True
    for name in page.reading.names:
        if name.span.start <= token.start and token.end <= name.span.end:
            return name.kind == "group"
    return False


def _proper_name(text: str) -> str:
    """An organisation's own name: no article, and no possessor, unless the rest names the kind of office only."""
    bare = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", text)
    bare = re.sub(r"^[A-Z][\w.]*-based\s+", "", bare)
    owned = re.match(r"(.+?)[’']s\s+(?=[A-Z])", bare)
    if owned:
        rest = bare[owned.end() :]
        telling = [w for w in fold(rest).split() if w not in OFFICE_WORDS and w not in STOPS]
        if telling or not nation(owned.group(1)):
            return rest
    return bare


def _cited(page: Page, span: Span, found: list[Mention]) -> Mention | None:
    """A mention for a cited span that no rule recognised; ``None`` where one already stands there."""
    text = page.text[span.start : span.end]
    if fold(text) in PRONOUNS:
        return None
    core = phrases.core(page, span)
    if any(m.start < core.end and core.start < m.end for m in found):
        return None
    phrase = phrases.guess(page, core)
    if phrase is None:
        return None
    words = [t for t in page.slice(core.start, core.end) if t.word and t.low not in STOPS and t.low not in ARTICLES]
    if words and all(t.capital for t in words) and not (len(words) == 1 and phrases.known_head(words[0].low)):
        bare = re.sub(r"^[Tt]he\s+", "", page.text[core.start : core.end])
        people = len(words) == 1 and words[0].low.endswith("s") and _people(page, words[0])
        sort: Sort = "group" if people else "unknown"
        return Mention(core.end - len(bare), core.end, "name", sort, bare)
    return Mention(core.start, core.end, "role", phrase.sort, phrase=phrase)
