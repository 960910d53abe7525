"""Words of a report that name somebody else, or its own outlet, as having the material first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from twosource.gazetteer import outlets
from twosource.gazetteer.wire import wire
from twosource.model import Span, Statement
from twosource.sources.documents import kind_of
from twosource.sources.entities import Chains, Entity
from twosource.sources.forms import (
    AFTER,
    BEFORE,
    FIRST_ON,
    IN_DOCUMENT,
    OUTLET_NAME,
    OWN_WORDS,
    PLATFORM,
    SLUG_AFTER,
    SLUG_BEFORE,
    SPOKEN_IN,
    TO_REPORTERS,
)
from twosource.sources.lexicon import ORGANISATION_HEADS
from twosource.sources.mentions import Mention
from twosource.sources.page import Page
from twosource.sources.speakers import Said

# A name's short form, given in brackets behind it, perhaps nothing.
_ACRONYM = re.compile(r"(?:\s\([A-Z][A-Z&.]{1,7}\))?")
# Characters between a cue and where the words were posted.
BESIDE_CUE = 60
# Sentences after a post in which its author's next words belong to it.
GOES_ON = 2


class RawCredit(NamedTuple):
    """A credit before sources have ids: the credited entity, the form, the words, their sentence, how sure."""

    entity: Entity
    rule: str
    words: Span
    sentence: Span
    score: float


def promote_outlets(chains: Chains) -> None:
    """Organisations that the words beside them make outlets ("told Ridgeway Star", "X Weekly reported") become so."""
    for entity in chains.entities:
        if entity.sort not in ("organisation", "unknown", "person") or not entity.names or entity.state:
            continue
        if entity.sort == "person" and (len(entity.full_name.split()) < 2 or any(m.phrase for m in entity.mentions)):
            continue
        name = entity.full_name
        words = name.lower().split()
        named_so = bool(OUTLET_NAME.search(name)) and len(words) > 1
        proven = False
        for m in entity.mentions:
            if m.form != "name" or chains.page.aside_at(m.start):
                continue
            rules = {rule for rule, _, _ in _beside(chains.page, m)}
            strong = rules & {
                "according to a report by X",
                "first reported by X",
                "X first reported",
                "contributed to this report",
                "agency slug",
            }
            weak = rules & {
                "told X",
                "X reported",
                "according to X",
                "interview with X",
                "reported by X",
                "citing X",
                "a report by X",
                "X's report",
                "spoke to X",
                "wrote in X",
                "says X",
                "X sources",
            }
            if (named_so and (strong or weak)) or (
                strong and entity.sort != "person" and not (set(words) & ORGANISATION_HEADS)
            ):
                proven = True
        if proven:
            entity.sort = "outlet"


def credits(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> list[RawCredit]:
    """The credits of one report in text order; may add document entities for remarks and posts to ``chains``."""
    page = chains.page
    found: list[RawCredit] = []
    for m in chains.mentions:
        entity = chains.of.get((m.start, m.end))
        if (
            entity is None
            or entity.sort != "outlet"
            or m.form != "name"
            or page.in_quote(m.start)
            or page.aside_at(m.start)
        ):
            continue
        best = max(_beside(page, m), key=lambda item: item[2], default=None)
        if best is not None:
            rule, words, score = best
            found.append(RawCredit(entity, rule, words, page.sentences[page.sentence_at(m.start)], score))
    found += _documents(chains, statements, said)
    found += _remarks(chains, statements, said)
    found += _signed(chains, found)
    seen: set[tuple[int, int, str]] = set()
    kept = []
    for credit in sorted(found, key=lambda c: (c.words, c.rule)):
        mark = (credit.entity.number, credit.sentence.start, credit.rule)
        if mark not in seen:
            seen.add(mark)
            kept.append(credit)
    return kept


def _signed(chains: Chains, found: Sequence[RawCredit]) -> Iterator[RawCredit]:
    """The agency whose copy the report says by name that it is, also in a byline, where no other name counts."""
    text, signed = chains.page.text, wire(chains.page.text)
    if signed is None or outlets.find(text[signed.span.start : signed.span.end].strip("()")) is None:
        return  # many sign as Reuters does
    if any(c.words.start < signed.span.end and signed.span.start < c.words.end for c in found):
        return
    entity = next((e for e in chains.entities if e.canonical == signed.agency), None)
    if entity is None:
        entity = Entity(len(chains.entities), "outlet")
        entity.canonical = signed.agency
        entity.names[signed.agency] += 1
        chains.entities.append(entity)
    entity.mentions.append(Mention(*signed.span, "name", "outlet", signed.agency, canonical=signed.agency))
    yield RawCredit(entity, "agency slug", signed.span, signed.span, 0.95)


def _beside(page: Page, m: Mention) -> Iterator[tuple[str, Span, float]]:
    """The forms of credit that the words before and after a name make."""
    text, sentence = page.text, page.sentences[page.sentence_at(m.start)]
    before = text[max(sentence.start, m.start - 110) : m.start]
    for rule, pattern, score in BEFORE:
        found = pattern.search(before)
        if found:
            yield rule, Span(m.start - len(before) + found.start(), m.end), score
            break
    stop = m.end + len(_ACRONYM.match(text, m.end).group())  # type: ignore[union-attr]
    after = text[stop : min(sentence.end, stop + 110)]
    for rule, pattern, score in AFTER:
        hit = pattern.match(after)
        if hit:
            yield rule, Span(m.start, stop + hit.end()), score
            break
    line = text[text.rfind("\n", 0, m.start) + 1 : m.start]
    if SLUG_BEFORE.match(line) and SLUG_AFTER.match(text[m.end : m.end + 4]):
        yield "agency slug", Span(m.start - 1, m.end + 1), 0.95


def _documents(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> Iterator[RawCredit]:
    """Documents that speak for a statement, or that somebody speaks in ("said in a letter", "at a news conference")."""
    page = chains.page
    cited: dict[int, Statement] = {}
    spoken: dict[int, Statement] = {}
    opened: dict[int, Statement] = {}  # by the sentence in which the words begin, which the one before may announce
    for s in statements:
        who = said.get(s.id)
        if who is not None and who.entity is not None and who.entity.sort == "document":
            cited.setdefault(who.entity.number, s)
        spoken.setdefault(page.sentence_at(s.cue.start if s.cue else s.content[0].start), s)
        opened.setdefault(page.sentence_at(s.content[0].start), s)
    for m in chains.mentions:
        entity = chains.of.get((m.start, m.end))
        if (
            entity is None
            or entity.sort != "document"
            or m.phrase is None
            or page.in_quote(m.start)
            or page.aside_at(m.start)
        ):
            continue
        k = page.sentence_at(m.start)
        sentence = page.sentences[k]
        lead = IN_DOCUMENT.search(page.text[max(sentence.start, m.start - 32) : m.start])
        statement = spoken.get(k) or spoken.get(k + 1) or opened.get(k + 1)
        inside = statement is not None and any(c.start <= m.start < c.end for c in statement.content)
        spoke = lead is not None and statement is not None and m.phrase.head in SPOKEN_IN and not inside
        if spoke and statement is not None and entity.owner is None and not entity.plural:
            who = said.get(statement.id)
            entity.owner = who.entity if who is not None and who.entity is not entity else None
        if entity.number in cited and page.sentence_at(cited[entity.number].content[0].start) in (k, k - 1, k + 1):
            yield RawCredit(entity, "document cited", m.span, sentence, 0.85)
        elif spoke and lead is not None:
            yield RawCredit(entity, "said in a document", Span(m.start - len(lead.group()), m.end), sentence, 0.8)


def _remarks(chains: Chains, statements: Sequence[Statement], said: Mapping[str, Said]) -> Iterator[RawCredit]:
    """Remarks to the press and posts on a platform: given to all, so whoever carries them gathered nothing alone."""
    page = chains.page
    remarks: dict[int, Entity] = {}
    posts: dict[int, Entity] = {}
    named = _posts(chains)
    for s in statements:
        who = said.get(s.id)
        if who is None or who.entity is None:
            continue
        sentence = page.sentences[page.sentence_at(s.cue.start if s.cue else s.content[0].start)]
        text = page.text[sentence.start : sentence.end]
        told = TO_REPORTERS.search(text)
        if told and s.cue is not None and abs(sentence.start + told.start() - s.cue.start) < 40:
            speaker = who.entity
            entity = remarks.get(speaker.number)
            span = Span(sentence.start + told.start(), sentence.start + told.start() + len(told.group().rstrip()))
            if entity is None:
                entity = Entity(len(chains.entities), "document")
                chains.entities.append(entity)
                remarks[speaker.number] = entity
                entity.words.add("remarks")
                entity.owner = speaker
            entity.mentions.append(Mention(span.start, span.end, "role", "document"))
            yield RawCredit(entity, "told reporters", span, sentence, 0.8)
        posted = PLATFORM.search(text)
        if (
            posted is None
            or who.entity.sort not in ("person", "organisation", "group")
            or page.sentence_at(sentence.start) in named
        ):
            continue
        span = Span(sentence.start + posted.start(), sentence.start + posted.end())
        if s.cue is not None and abs(span.start - s.cue.start) < BESIDE_CUE and not page.in_quote(span.start):
            here = page.sentence_at(span.start)
            entity = posts.get(who.entity.number)
            if entity is None or here - page.sentence_at(entity.mentions[-1].start) > GOES_ON:
                entity = Entity(len(chains.entities), "document")
                chains.entities.append(entity)
                posts[who.entity.number] = entity
                entity.words.add("post")
                entity.owner = who.entity
            entity.mentions.append(Mention(span.start, span.end, "role", "document"))
            words = (
                Span(s.cue.start, span.end) if s.cue.start < span.start else Span(span.start, max(span.end, s.cue.end))
            )
            yield RawCredit(entity, "posted", words, sentence, 0.8)


def _posts(chains: Chains) -> frozenset[int]:
    """The sentences in which a noun names a post ("in a post on Threads")."""
    named = (m for m in chains.mentions if m.phrase is not None and (m.start, m.end) in chains.of)
    return frozenset(chains.page.sentence_at(m.start) for m in named if kind_of(chains.of[m.start, m.end]) == "post")


# Credits that say whose report it is that a headline's bare "report says" means.
_REPORTING = frozenset(
    [
        "X first reported",
        "first reported by X",
        "X reported",
        "reported by X",
        "according to X",
        "according to a report by X",
    ]
)


def headline_reports(chains: Chains, said: Mapping[str, Said], found: Sequence[RawCredit]) -> dict[str, Said]:
    """The outlet behind "Report: ..." or "report says" in a headline: the first that the body says reported."""
    own = chains.page.reading.report.outlet or ""
    first = next(
        (c.entity for c in found if c.rule in _REPORTING and own not in (c.entity.canonical, c.entity.full_name)), None
    )
    if first is None:
        return {}
    result = {}
    for key, who in said.items():
        entity = who.entity
        if entity is None or entity.sort != "document" or not entity.mentions or not entity.descriptions:
            continue
        phrase = entity.descriptions[0]
        told = phrase.of or phrase.owner or phrase.modifiers or phrase.article not in ("bare", "a")
        if (
            phrase.head == "report"
            and not phrase.plural
            and not told
            and chains.page.sentence_at(entity.mentions[0].start) == 0
        ):
            result[key] = Said(first, "headline-report", 0.7)
    return result


def own_outlet(chains: Chains) -> Entity | None:
    """The outlet that the story's own words show to be the report's own; ``None`` where they do not.

    Being spoken to counts a little each time; words only the outlet itself would use ("is protecting his identity")
    count much; being named as the report of somebody else ("according to X", "X first reported") counts against it.
    """
    page = chains.page
    best: tuple[float, int] | None = None
    chosen = None
    for entity in chains.entities:
        if entity.sort != "outlet":
            continue
        score = 0.0
        for m in entity.mentions:
            if m.form != "name" or page.aside_at(m.start):
                continue
            rules = {rule for rule, _, _ in _beside(page, m)}
            if OWN_WORDS.match(page.text[m.end : m.end + 60]):
                score += 3
            elif FIRST_ON.search(page.text[max(0, m.start - 40) : m.start]):
                score += 4
            elif rules & {"agency slug"}:
                score += 4  # the copy of an agency, which nobody else says is theirs
            elif rules & {"X spoke to"}:
                score += 1.5
            elif rules & {"told X", "spoke to X", "obtained by X", "given to X", "X has learned", "interview with X"}:
                score += 0.5
            elif rules:
                score -= 1.5
        if score >= 3 and (best is None or (score, -entity.number) > best):
            best, chosen = (score, -entity.number), entity
    return chosen
