"""Every place of a report that names or describes somebody: names, roles, groups, offices, outlets, documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from twosource.gazetteer import nations as gazetteer_nations
from twosource.model import Span
from twosource.sources import phrases
from twosource.sources.heads import known_head
from twosource.sources.lexicon import ARTICLES, OFFICE_WORDS, PRONOUNS, STOPS
from twosource.sources.named import Mention, Sort, kinds_of_names, names
from twosource.sources.nations import nation
from twosource.sources.page import Page, Token
from twosource.sources.papers import NO_PAPERS, Papers
from twosource.sources.phrases import Phrase
from twosource.text.names import fold

# A country's government speaks for the country: see ``same_office``.
_GOVERNMENT = frozenset(["government", "regime", "authority", "authorities"])
# Endings of those who hold one view or come from one place.
_MANY = ("ists", "ives", "crats", "cans", "ians", "als", "ers", "ors", "ents", "ites")
__all__ = ["Mention", "Sort", "find", "kinds_of_names"]


def find(
    page: Page, cited: Iterable[Span] = (), kinds: Mapping[str, str] | None = None, papers: Papers = NO_PAPERS
) -> list[Mention]:
    """The mentions of a page in text order; ``cited`` are spans already known to name a source of a statement.

    ``kinds`` says what the story's other reports take a folded name for (see ``kinds_of_names``), ``papers`` are the
    outlets whose reports the story holds.
    """
    titled = [_with_title(page, name) for name in names(page, kinds or {}, papers)]
    roles = _roles(page, titled)
    proper = [(m.start, m.end) for m in roles if m.form == "name"]
    inside = _inside(proper)
    titled = [m for m in titled if m.sort == "outlet" or not inside(m.start, m.end)]
    larger = _inside([(m.start, m.end) for m in titled])
    roles = [m for m in roles if m.form != "name" or not larger(m.start, m.end)]
    found = sorted([*titled, *roles], key=lambda m: (m.start, -m.end))
    extra = [m for span in cited if (m := _cited(page, span, found)) is not None]
    return sorted([*found, *extra], key=lambda m: (m.start, -m.end))


def _inside(spans: list[tuple[int, int]]) -> Callable[[int, int], bool]:
    """A test whether a place lies within one of some spans."""
    ordered = sorted(spans)
    starts = [s for s, _ in ordered]

    def test(start: int, end: int) -> bool:
        i = bisect_right(starts, start) - 1
        return i >= 0 and ordered[i][0] <= start and end <= ordered[i][1]

    return test


def _with_title(page: Page, name: Mention) -> Mention:
    """The name with the title or description that stands right before it ("the ministry's spokeswoman Ana Ruiz")."""
    if name.sort not in ("person", "outlet", "unknown"):
        return name
    i = page.token_at(name.start)
    phrase = phrases.before_name(page, i)
    if phrase is None or name.sort == "outlet":
        return name
    return replace(name, start=phrase.start, phrase=phrase)


def _roles(page: Page, found: list[Mention]) -> list[Mention]:
    taken = {  # tokens that are a title before a name, or a person's or outlet's name
        i
        for m in found
        if m.sort in ("person", "outlet")
        for i in range(page.token_at(m.start), page.token_at(m.end - 1) + 1)
    }
    roles: list[Mention] = []
    for phrase in phrases.find(page):
        if page.token_at(phrase.head_start) in taken:
            continue
        roles += _as_mentions(page, phrase)
    return roles


def _as_mentions(page: Page, phrase: Phrase) -> list[Mention]:
    if phrase.sort == "organisation" and not page.titled[page.sentence_at(phrase.start)]:
        bare = _proper_name(page.text[phrase.start : phrase.end])
        if bare[:1].isupper() and " " in bare and (phrase.capital or _named_body(page, phrase, bare)):
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
                head="person" if phrase.head == "people" else phrase.head,
                plural=False,
                article="a",
                number=None,
                text=page.text[start : phrase.end],
            )
            found.insert(0, Mention(start, phrase.end, "role", "person", phrase=single))
    return found


def _named_body(page: Page, phrase: Phrase, bare: str) -> bool:
    """Does a proper name stand before a common noun, so that the two name one body ("the Rahimi administration")?"""
    if phrase.plural or phrase.owner or phrase.article not in ("the", "bare") or phrase.head in _GOVERNMENT:
        return False
    if gazetteer_nations.government_of(page.text[phrase.end - len(bare) : phrase.head_start].strip()):
        return False  # an office of the White House is the White House
    lead = [t for t in page.slice(phrase.end - len(bare), phrase.head_start) if t.word]
    return bool(lead) and all(t.capital for t in lead) and lead[0].low not in STOPS


def _people(page: Page, token: Token) -> bool:
    """Is a capitalised plural the name of many ("Democrats", "Danes")? Told by its singular or the tagger."""
    if gazetteer_nations.is_nationality(token.text) or token.low.endswith(_MANY):
        return True
    if re.search(rf"(?<![.“\"]\s)\b{re.escape(token.low)}\b", page.text):
        return True  # written small elsewhere
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
    if fold(text) in PRONOUNS or fold(text).startswith("who "):
        return None
    core = phrases.core(page, span)
    if fold(page.text[core.start : core.end]) in PRONOUNS and core.end + 4 > span.end:
        return None  # but "those who stayed" are somebody
    last = page.slice(core.start, core.end)[-1:]
    headed = last and known_head(last[0].low)  # "immigrant advocacy groups" are no immigrant
    if any(
        m.start < core.end and core.start < m.end and not (headed and m.form == "role" and m.end <= last[0].start)
        for m in found
    ):
        return None
    phrase = phrases.guess(page, core)
    if phrase is None:
        return None
    words = [t for t in page.slice(core.start, core.end) if t.word and t.low not in STOPS and t.low not in ARTICLES]
    if words and all(t.capital for t in words) and not (len(words) == 1 and known_head(words[0].low)):
        bare = re.sub(r"^[Tt]he\s+", "", page.text[core.start : core.end])
        people = len(words) == 1 and words[0].low.endswith("s") and _people(page, words[0])
        sort: Sort = "group" if people else "unknown"
        return Mention(core.end - len(bare), core.end, "name", sort, bare)
    return Mention(core.start, core.end, "role", phrase.sort, phrase=phrase)
