"""Outlets under names that are not theirs: misspelt, or only described."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from twosource.gazetteer.outlets import find as find_outlet
from twosource.lineage.named import Vocabulary, bare
from twosource.lineage.view import Resolved
from twosource.model import Place, Span

# A name is taken for a misspelling when at most this share of the reports that name the right one write it so.
RARELY = 0.34
# A garbled first word keeps this many letters ("United" for "Union").
SAME_START = 3
# What an outlet is called by those who do not name it, and what its name then says.
_KINDS = (
    (re.compile(r"\b(?:radio|station|broadcaster)\b"), re.compile(r"\b(?:Radio|FM|TV|Television|Broadcast\w*)\b")),
    (re.compile(r"\b(?:agency|wire|newswire)\b"), re.compile(r"\b(?:Newswire|Wire|Agency|Press|News Service)\b")),
    (re.compile(r"\bmagazine\b"), re.compile(r"\b(?:Magazine|Monthly|Quarterly|Review|Weekly)\b")),
)


def garbled_outlets(resolved: Resolved) -> dict[str, str]:
    """Outlets that nobody knows, named nearly like one that is in hand, known or far more often named, to that."""
    firm = {outlet for outlet in resolved.outlet_of.values() if outlet}
    firm |= {s.id for s in resolved.sources if s.kind == "outlet" and find_outlet(s.name) is not None}
    own = Counter(outlet for outlet in resolved.outlet_of.values() if outlet)
    named = {s.id: len({m.report for m in s.mentions}) for s in resolved.sources if s.kind == "outlet"}
    known: dict[int, Vocabulary] = {}
    found = {}
    for source in resolved.sources:
        if source.kind != "outlet" or source.id in firm:
            continue
        times = named[source.id]
        if times not in known:
            # A misspelling is rare: what many reports write alike is another outlet with a similar name.
            often = {k for k, n in named.items() if times <= max(1, RARELY * (n + own[k])) and (k in firm or n > times)}
            known[times] = Vocabulary([s for s in resolved.sources if s.id in often])
        meant = known[times].garbled(source.name)
        if meant not in (None, source.id):
            found[source.id] = str(meant)
    return found


def shortened(resolved: Resolved, texts: Mapping[str, str]) -> dict[str, str]:
    """Outlets of one word that is the last of an outlet in hand ("the Example" for the Union Example), to that outlet.

    Also where its first word is garbled ("United Example").
    """
    own = {outlet for outlet in resolved.outlet_of.values() if outlet}
    names = {s.id: bare(s.name) for s in resolved.sources}
    by_last: dict[str, list[str]] = defaultdict(list)
    for key in sorted(own):
        parts = names.get(key, "").split()
        if len(parts) > 1:
            by_last[parts[-1]].append(key)
    found = {}
    for source in resolved.sources:
        meant = by_last.get(names[source.id], [])
        if source.kind == "outlet" and source.id not in own and len(meant) == 1:
            before = {_word_before(texts.get(m.report, ""), m.start) for m in source.mentions} - {""}
            start = names[meant[0]][:SAME_START]
            if all(word.startswith(start) for word in before):
                found[source.id] = meant[0]
    return found


def _word_before(text: str, at: int) -> str:
    """The capitalised word right before a place, if there is one; articles are none."""
    match = re.search(r"([A-Z][\w’'-]*) $", text[max(0, at - 30) : at])
    return "" if match is None or match.group(1) == "The" else match.group(1)


def described(resolved: Resolved, known: Vocabulary, texts: Mapping[str, str]) -> dict[str, str]:
    """Outlets that are only described, to those they are: "the island broadcaster | Radio Example", "a local station".

    Without a name it is the one outlet in hand whose name is of that kind.
    """
    own = {outlet for outlet in resolved.outlet_of.values() if outlet}
    names = {s.id: s.name for s in resolved.sources}
    found = {}
    for source in resolved.sources:
        if source.kind != "outlet" or source.id in own or find_outlet(source.name) is not None:
            continue
        named = {_named_after(place, known, texts) for place in source.mentions} - {None}
        if not named and source.name == source.name.lower():
            named = _of_kind(source.name, {key: names[key] for key in own if key in names})
        if len(named) == 1 and (meant := named.pop()) not in (None, source.id):
            found[source.id] = str(meant)
    return found


def _named_after(place: Place, known: Vocabulary, texts: Mapping[str, str]) -> str | None:
    """The outlet whose full name stands right after some words."""
    text = texts.get(place.report, "")
    for span, item in known.at(text, Span(place.end, min(len(text), place.end + 60))):
        if span.start - place.end <= 1 and item.full:
            return item.source
    return None


def _of_kind(description: str, outlets: Mapping[str, str]) -> set[str | None]:
    for described_as, called in _KINDS:
        if described_as.search(description):
            return {key for key, name in outlets.items() if called.search(name)}
    return set()
