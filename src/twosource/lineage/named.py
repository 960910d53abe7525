"""Outlets of this story found by name in each report, however they are shortened or garbled, and credited there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from twosource.gazetteer.mentions import SHORT_NAMES
from twosource.lineage.view import View
from twosource.model import Credit, Source, Span

# A name after a crediting word is a garbled form of an outlet of this story when this share of its letters agrees
# ("Elmark News Wire" for "Ellermark Newswire": 0.91; two outlets of one city: 0.7 and less).
GARBLED = 0.84
# Words that begin too many outlets' names to stand for one alone.
_COMMON_WORDS = """
the a an new daily weekly evening morning sunday monday saturday global national international world american british
associated united press news radio television tv city state general north south east west northern southern eastern
western central public free local times post herald wire newswire agency network online magazine review service
"""
_COMMON = frozenset(_COMMON_WORDS.split())
# Words that end outlets' names: two of them are two outlets, however alike they are spelt.
KINDS = (SHORT_NAMES - {"news", "agency", "network"}) | frozenset(
    ["leader", "mercury", "advocate", "voice", "banner", "citizen", "spectator", "echo", "argus"]
)
_BEFORE = re.compile(
    r"\b(?P<verb>told|tells?|telling|according to|as per|per|citing|cit(?:es|ed) by|quoting|quoted by|(?:first "
    r"|also )?reported by"
    r"|broadcast by|published by|aired by|interview with|spoke (?:to|with)|talked (?:to|with)|said to|shared with"
    r"|showed|shown to"
    r"|writes|wrote|informs|questions (?:of|from|by)|requests? (?:of|from|by)|which cited"
    r"|(?:informed|carried|disclosed|revealed|released|printed|obtained|seen|told|broken|noted)(?: also)? by"
    r"|report (?:by|in|from|of))\s+(?:the\s+|an?\s+)?"
    r"(?P<extra>(?:(?:news )?(?:agency|wire|newspaper|paper|magazine|broadcaster|station|website|site|weekly"
    r"|daily|portal|channel)\s+)?)$",
    re.IGNORECASE,
)
_BEFORE_ANY = re.compile(_BEFORE.pattern.removesuffix("$"), re.IGNORECASE)
_AFTER = re.compile(
    r"(?:[’']s? (?:\w+ ){0,2}(?:report|reporting|story|article|account|sources?|informant|investigation|interview"
    r"|finding)s?\b"
    r"|(?:, (?:the|an?) [^,.;]{3,60},)? puts\b"
    r"| (?:has|had|have) (?:got|received|seen|in (?:its|his|her|their))\b"
    r"|(?:,? |, (?:the|an?) [^,.;]{3,60}, )(?:which )?(?:also |first |later |has |had )?(?:reported|reports|said|says"
    r"|wrote|writes|learned|learnt"
    r"|revealed|broke"
    r"|quoted|cited|published|broadcast|aired|found|obtained|spoke (?:to|with)|talked (?:to|with)|interviewed"
    r"|noted|added)\b)"
)
_THE_AGENCY = re.compile(
    r"\b(?:told|telling|tells|according to|as per|said to|informed|questions (?:of|from)|requests? (?:of|from)"
    r"|confirmed to)"
    r" the (?:news )?(?P<what>agency|newspaper|paper|magazine|broadcaster|station|outlet|network|weekly|wire"
    r"|website|site)\b(?! (?:[A-Z]|[‘“\"][A-Z]))"
)
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"[A-Z][\w’'&.-]*(?:\s+(?:of\s+|and\s+|&\s+|the\s+)?[A-Z][\w’'&.-]*){0,4}")


class Known(NamedTuple):
    """One way to write an outlet of this story; ``full`` is false for short forms, which count only beside credits."""

    text: str
    source: str
    full: bool


class Vocabulary:
    """The names of the story's outlets, and short forms that belong to one of them alone."""

    def __init__(self, sources: Sequence[Source]) -> None:
        found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
        for source in sources:
            if source.kind != "outlet":
                continue
            name = bare(source.name)
            found[name].add((source.id, True))
            parts = name.split()
            for short in {parts[0], parts[-1]} if len(parts) > 1 else ():
                if short.lower() not in _COMMON and len(short) > 3 and short[0].isupper():
                    found[short].add((source.id, False))
        self._by_word: dict[str, list[Known]] = defaultdict(list)
        self._by_letters: dict[str, str] = {}
        self._alike: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self._often = {source.id: len(source.mentions) for source in sources}
        for text in sorted(found, key=lambda t: (-len(t), t)):
            if len({source for source, _ in found[text]}) > 1:
                continue
            known = Known(text, *max(found[text]))
            self._by_word[_WORD.findall(text)[0] if _WORD.findall(text) else text].append(known)
            if known.full:
                letters = _letters(text)
                self._by_letters[letters] = known.source
                self._alike[letters[:1]].append((letters, known.source, text.casefold().split()[-1]))

    def at(self, text: str, span: Span) -> list[tuple[Span, Known]]:
        """The names that stand in a stretch of text, the longest at each place."""
        found: list[tuple[Span, Known]] = []
        end = span.start
        for match in _WORD.finditer(text, span.start, span.end):
            if match.start() < end:
                continue
            for known in self._by_word.get(match.group(), ()):
                stop = match.start() + len(known.text)
                if text.startswith(known.text, match.start()) and not text[stop : stop + 1].isalnum():
                    found.append((Span(match.start(), stop), known))
                    end = stop
                    break
        return found

    def exact(self, name: str) -> str | None:
        """The outlet of this full name, whatever its case and article."""
        return self._by_letters.get(_letters(name))

    def garbled(self, name: str) -> str | None:
        """The outlet whose full name this one garbles: nearly the same letters from the first one on."""
        wanted = _letters(name)
        if wanted in self._by_letters:
            return self._by_letters[wanted]
        if len(wanted) < 8:
            return None
        last = name.casefold().split()[-1]
        near = [  # of two that are as near, the one that is named more
            (ratio(letters, wanted), self._often[source], source)
            for letters, source, end in self._alike.get(wanted[:1], ())
            if end == last or not {end, last} <= KINDS  # the Ledger of a town is not its Leader
        ]
        best = max(near, default=(0.0, 0, ""))
        return best[2] if best[0] >= 100 * GARBLED else None


def names_in(text: str, span: Span) -> list[Span]:
    """The runs of capitalised words in a stretch of text."""
    return [Span(*match.span()) for match in _NAME.finditer(text, span.start, span.end)]


def bare(name: str) -> str:
    """A name without its article."""
    return name[4:] if name.lower().startswith("the ") else name


def named_credits(view: View, known: Vocabulary, sources: Mapping[str, Source]) -> list[Credit]:
    """Credits to outlets of the story that ``view``'s own credits do not have, the report's own outlet included."""
    text = view.reading.report.text
    have = {(c.source, view.sentence_at(c.place.start)) for c in view.credits}
    found: list[Credit] = []
    met: set[str] = set()
    for at, sentence in enumerate(view.reading.sentences):
        if sentence.furniture:
            continue
        span = sentence.span
        for hit, source, full in _hits(text, span, known):
            own = source == view.outlet
            if not full and not own and source not in met:
                continue
            rule = _rule(text, span, hit, full, own)
            if rule is None:
                continue
            met.add(source)
            if (source, at) not in have:
                have.add((source, at))
                found.append(_credit(view, source, rule, hit, span, own))
        for match in _THE_AGENCY.finditer(text, span.start, span.end):
            last = _last(view, found, match.start(), sources)
            if last is not None and (last, at) not in have:
                have.add((last, at))
                found.append(_credit(view, last, f"told the {match.group('what')}", Span(*match.span()), span, False))
    return found


def _hits(text: str, span: Span, known: Vocabulary) -> list[tuple[Span, str, bool]]:
    """Names of the story's outlets in a sentence, and capitalised names after a crediting word that garble one."""
    named = known.at(text, span)
    found = [(here, item.source, item.full) for here, item in named]
    for trigger in _BEFORE_ANY.finditer(text, span.start, span.end):
        match = _NAME.match(text, trigger.end(), span.end)
        if match is None:
            continue
        here = Span(match.start(), match.end())
        if any(item.full and other.start < here.end and here.start < other.end for other, item in named):
            continue
        source = known.garbled(match.group())
        if source is not None:
            found = [hit for hit in found if not (hit[0].start < here.end and here.start < hit[0].end)]
            found.append((here, source, True))
    return sorted(found)


def _rule(text: str, span: Span, hit: Span, full: bool, own: bool) -> str | None:
    before = _BEFORE.search(text[max(span.start, hit.start - 60) : hit.start])
    if before is not None:
        return f"{before.group('verb').lower()} X"
    after = _AFTER.match(text[hit.end : min(span.end, hit.end + 60)])
    if after is None or (own and not full):
        return None
    return f"X {after.group().strip(' ,')}"


def _credit(view: View, source: str, rule: str, hit: Span, sentence: Span, own: bool) -> Credit:
    return Credit(
        report=view.id, source=source, rule=rule, place=view.place(hit), sentence=sentence, own=own, score=0.8
    )


def _last(view: View, found: Sequence[Credit], before: int, sources: Mapping[str, Source]) -> str | None:
    """The outlet last credited before this place."""
    earlier = [
        c
        for c in (*view.credits, *found)
        if c.place.start < before and not c.own and c.source in sources and sources[c.source].kind == "outlet"
    ]
    return max(earlier, key=lambda c: (c.place.start, c.source)).source if earlier else None


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", bare(name).casefold())
