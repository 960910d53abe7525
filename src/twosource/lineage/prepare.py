"""Credits and speakers made complete before tracing: garbled names, and "a report" whose outlet the text names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from twosource.lineage.named import Vocabulary, named_credits
from twosource.lineage.view import Resolved, View, views
from twosource.model import Credit, Reading, Source, Span, Statement

# "Report: ...", "..., report says": one report, that of an outlet which the text may name further down.
_ONE_REPORT = re.compile(r"^(?:the |a |an |one |new )*(?:(?:media|news|press|newspaper) )?report$", re.IGNORECASE)
# Its sentence and the one that credits the outlet are about one matter: the cosine of their vectors. Two sentences of
# one report on one matter lie above this, on two matters mostly below.
SAME_MATTER = 0.4
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
    known = Vocabulary(resolved.sources)
    alias = {
        source.id: outlet
        for source in resolved.sources
        if source.kind in ("organisation", "group", "named person", "document") and (outlet := known.exact(source.name))
    }
    renamed = tuple(
        msgspec.structs.replace(s, speaker=alias[s.speaker]) if s.speaker in alias else s for s in resolved.statements
    )
    seen = views(readings, Prepared(resolved.sources, renamed, resolved.credits, resolved.outlet_of))
    added = [credit for view in seen.values() for credit in _garbled(view, sources)]
    full = Prepared(resolved.sources, renamed, (*resolved.credits, *added), resolved.outlet_of)
    seen = views(readings, full)
    added += [credit for view in seen.values() for credit in named_credits(view, known, sources)]
    seen = views(readings, Prepared(resolved.sources, renamed, (*resolved.credits, *added), resolved.outlet_of))
    speaks: dict[str, str] = {}
    for view in seen.values():
        for statement in view.statements:
            source = sources.get(statement.speaker or "")
            if source is not None and source.kind != "outlet" and _ONE_REPORT.search(source.name):
                outlet = _outlet_behind(view, statement, sources)
                if outlet is not None:
                    speaks[statement.id] = outlet
    statements = tuple(msgspec.structs.replace(s, speaker=speaks[s.id]) if s.id in speaks else s for s in renamed)
    return Prepared(tuple(resolved.sources), statements, (*resolved.credits, *added), resolved.outlet_of)


def _garbled(view: View, sources: Mapping[str, Source]) -> list[Credit]:
    text = view.reading.report.text
    credited = {(c.source, view.sentence_at(c.place.start)) for c in view.credits}
    found = []
    for span, key in view.mentions:
        at = view.sentence_at(span.start)
        if at < 0 or sources[key].kind != "outlet" or key == view.outlet or (key, at) in credited:
            continue
        sentence = view.reading.sentences[at]
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
