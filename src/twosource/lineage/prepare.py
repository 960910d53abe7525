"""Credits and speakers made complete before tracing: garbled names, and "a report" whose outlet the text names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from twosource.gazetteer.wire import wire
from twosource.lineage.alias import described, garbled_outlets, shortened
from twosource.lineage.named import Known, Vocabulary, named_credits, names_in
from twosource.lineage.view import Resolved, View, views
from twosource.model import Credit, Place, Reading, Source, Span, Statement

# "Report: ...", "..., report says": one report, that of an outlet which the text may name further down.
_ONE_REPORT = re.compile(r"^(?:the |a |an |one |new )*(?:(?:media|news|press|newspaper) )?report$", re.IGNORECASE)
# Its sentence and the one that credits the outlet are about one matter: the cosine of their vectors. Two sentences of
# one report on one matter lie above this, on two matters mostly below.
SAME_MATTER = 0.4
# Characters behind a source in which stands whom it quotes.
BEHIND = 60
# A credit whose outlet has words put before its name, as a translation there and back does ("told the Northern
# Example Press", "told the agency Elmark"): at most three.
_CREDITS = re.compile(
    r"\b(?:told|tells|telling|according to|as per|per|citing|cited by|reported by|first reported by|quoted by|via"
    r"|interview with|spoke (?:to|with)|said to)\s+(?:the\s+|an?\s+)?(?P<extra>(?:[\w’'-]+\s+){1,3})$",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"^(?:[A-Z][\w’'-]*|agency|newspaper|magazine|broadcaster|news|radio|television|site|daily|weekly|\s)+$"
)


@dataclass(frozen=True, eq=False)
class Prepared:
    """Resolved with the added credits and speakers."""

    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    credits: tuple[Credit, ...]
    outlet_of: Mapping[str, str | None]


def prepare(readings: Sequence[Reading], resolved: Resolved) -> Prepared:
    """``resolved`` with credits to garbled outlet names, and with outlets as the speakers of "a report"."""
    sources = {source.id: source for source in resolved.sources}
    texts = {reading.report.id: reading.report.text for reading in readings}
    misspelt = garbled_outlets(resolved)
    known = Vocabulary([s for s in resolved.sources if s.id not in misspelt])
    alias = {
        source.id: outlet
        for source in resolved.sources
        if source.kind in ("organisation", "group", "named person", "document") and (outlet := known.exact(source.name))
    }
    alias |= misspelt | described(resolved, known, texts) | shortened(resolved, texts)
    quoted = _quoted(resolved)
    statements = tuple(_spoken_by(s, alias, known, texts, sources, quotes=s.id in quoted) for s in resolved.statements)
    credits = tuple(_by_full_name(c, alias, known, texts, resolved.outlet_of) for c in resolved.credits)
    prepared = Prepared(tuple(resolved.sources), statements, credits, resolved.outlet_of)
    for find in (_signed, _garbled, named_credits):
        seen = views(readings, prepared)
        added = [_meant(credit, alias) for view in seen.values() for credit in find(view, known, sources)]
        prepared = replace(prepared, credits=(*prepared.credits, *added))
    speaks: dict[str, str] = {}
    for view in views(readings, prepared).values():
        for statement in view.statements:
            source = sources.get(statement.speaker or "")
            if source is not None and source.kind != "outlet" and _ONE_REPORT.search(source.name):
                outlet = _outlet_behind(view, statement, sources)
                if outlet is not None:
                    speaks[statement.id] = outlet
    return replace(
        prepared,
        statements=tuple(msgspec.structs.replace(s, speaker=speaks[s.id]) if s.id in speaks else s for s in statements),
    )


def _meant(credit: Credit, alias: Mapping[str, str]) -> Credit:
    """The credit to the outlet that another name or a description stands for."""
    if credit.source not in alias:
        return credit
    return msgspec.structs.replace(credit, source=alias[credit.source])


def _spoken_by(
    statement: Statement,
    alias: Mapping[str, str],
    known: Vocabulary,
    texts: Mapping[str, str],
    sources: Mapping[str, Source],
    *,
    quotes: bool,
) -> Statement:
    """The statement with an outlet of the story as its speaker, where its source words are that outlet's name.

    Not where the outlet ``quotes`` its speaker.
    """
    speaker = alias.get(statement.speaker or "", statement.speaker)
    if statement.source is not None and statement.report in texts and not quotes:
        words = texts[statement.report][statement.source.start : statement.source.end]
        meant = known.exact(words)
        if meant is None and speaker is not None and speaker in sources and sources[speaker].kind == "outlet":
            meant = known.garbled(words)
        speaker = meant or speaker
    return statement if speaker == statement.speaker else msgspec.structs.replace(statement, speaker=speaker)


def _quoted(resolved: Resolved) -> frozenset[str]:
    """The ids of statements whose speaker is named right behind their source: "the agency said, quoting Ruiz"."""
    starts: dict[tuple[str, str], list[int]] = defaultdict(list)
    for source in resolved.sources:
        for mention in source.mentions:
            starts[source.id, mention.report].append(mention.start)
    found = set()
    for statement in resolved.statements:
        if statement.source is not None and statement.speaker is not None:
            end = statement.source.end
            if any(end <= start <= end + BEHIND for start in starts.get((statement.speaker, statement.report), ())):
                found.add(statement.id)
    return frozenset(found)


def _by_full_name(
    credit: Credit,
    alias: Mapping[str, str],
    known: Vocabulary,
    texts: Mapping[str, str],
    outlet_of: Mapping[str, str | None],
) -> Credit:
    """The credit to the outlet whose full name stands there ("the Corvik Post" is not the best known Post)."""
    if credit.report not in texts:
        return credit
    text = texts[credit.report]
    named = {alias.get(item.source, item.source) for _, item in _full_names(known, text, credit.place, credit.sentence)}
    source = alias.get(credit.source, credit.source)
    if not named:  # a longer name, garbled
        phrases = names_in(text, credit.sentence)
        named = {
            meant
            for span in phrases
            if span.start < credit.place.end
            and credit.place.start < span.end
            and (meant := known.garbled(text[span.start : span.end])) is not None
        }
    if named and source not in named:
        source = min(named)
    if source == credit.source:
        return credit
    return msgspec.structs.replace(credit, source=source, own=source == outlet_of.get(credit.report))


def _full_names(known: Vocabulary, text: str, place: Place | Span, sentence: Span) -> list[tuple[Span, Known]]:
    """Full names of the story's outlets that a stretch of a sentence touches."""
    near = Span(max(sentence.start, place.start - 40), min(sentence.end, place.end + 40))
    return [
        (span, item)
        for span, item in known.at(text, near)
        if item.full and span.start < place.end and place.start < span.end
    ]


def _signed(view: View, known: Vocabulary, sources: Mapping[str, Source]) -> list[Credit]:
    """The credit to the agency whose copy the report says it is, if the story knows that agency."""
    found = wire(view.reading.report.text)
    source = known.exact(found.agency) if found is not None else None
    if found is None or source is None or source == view.outlet or not view.reading.sentences:
        return []
    if any(
        c.source == source and c.place.start < found.span.end and found.span.start < c.place.end for c in view.credits
    ):
        return []
    sentence = view.reading.sentences[max(0, view.sentence_at(found.span.start))].span
    place = view.place(found.span)
    return [Credit(report=view.id, source=source, rule="agency slug", place=place, sentence=sentence, score=0.95)]


def _garbled(view: View, known: Vocabulary, sources: Mapping[str, Source]) -> list[Credit]:
    text = view.reading.report.text
    credited = {(c.source, view.sentence_at(c.place.start)) for c in view.credits}
    found = []
    for span, key in view.mentions:
        at = view.sentence_at(span.start)
        if at < 0 or sources[key].kind != "outlet" or key == view.outlet or (key, at) in credited:
            continue
        sentence = view.reading.sentences[at]
        if any(item.source != key for _, item in _full_names(known, text, span, sentence.span)):
            continue
        match = _CREDITS.search(text[max(sentence.span.start, span.start - 60) : span.start])
        if match and _PLAIN.match(match.group("extra")) and not sentence.furniture:
            words = Span(span.start - (match.end() - match.start()), span.end)
            found.append(
                Credit(
                    report=view.id,
                    source=key,
                    rule="told X",
                    place=view.place(words),
                    sentence=sentence.span,
                    score=0.8,
                )
            )
            credited.add((key, at))
    return found


def _outlet_behind(view: View, statement: Statement, sources: Mapping[str, Source]) -> str | None:
    """The outlet credited in the sentence that is most about the same matter."""
    vectors = view.reading.vectors
    here = view.anchor(statement)
    best: tuple[float, str] | None = None
    for credit in view.credits:
        source = sources.get(credit.source)
        if source is None or source.kind != "outlet" or credit.own or credit.source == view.outlet:
            continue
        at = max(0, view.sentence_at(credit.place.start))
        # The credit may stand in the sentence after the matter ("The news was first reported by X").
        likeness = max(float(vectors[here] @ vectors[k]) for k in (at, at - 1) if 0 <= k < len(vectors))
        if likeness >= SAME_MATTER and (best is None or likeness > best[0]):
            best = (likeness, credit.source)
    return best[1] if best else None
