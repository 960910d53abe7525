"""Descriptions that point at somebody named or described elsewhere: "the general", "officials", "AP's sources"."""

from __future__ import annotations

import math
import re

from twosource.sources.entities import Entity, content_of, fits, is_military
from twosource.sources.lexicon import BARE_HEADS
from twosource.sources.mentions import Mention
from twosource.sources.nations import nations_in
from twosource.sources.phrases import Phrase
from twosource.sources.register import Register
from twosource.text.names import fold

_OCCASIONS = frozenset(
    ["news conference", "press conference", "briefing", "speech", "address", "hearing", "interview", "testimony"]
)
_WORDS_SAID = frozenset(["comment", "remark", "statement", "statements", "words"])
# What is said once for all to hear, under any of these names.
_ANNOUNCED = frozenset(["announcement", "statement", "declaration", "proclamation", "communique", "communiqué"])
# What one plaintiff files goes by any of these in one report.
_COURT_PAPER = frozenset(["lawsuit", "suit", "complaint", "court filing", "filing"])
_MEMO = frozenset(["memo", "memorandum"])
# Classes whose nouns news swaps for one person without a further word: "the soldier", "the lawyer", "the analyst".
_LOOSE = frozenset(["military", "police", "law", "press", "expert", "envoy", "voice", "house", "upper"])
_PARTIES = frozenset(["republican", "democrat", "independent"])
# Sentences back to the group that bare "officials" means, where the report has told of several.
NEAR = 3
_SOME_OTHERS = re.compile(r"(?:an)?others?\b|(?:some|several|many|few)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:the\s+)?(?:other|second|third)\b", re.IGNORECASE)
_WHO_SPOKE = re.compile(r"\s+who\s+(?:spoke|talked|have\s+spoken)\s+(?:to|with)\s+|\s+interviewed\s+by\s+")


def pointed_at(book: Register, m: Mention) -> Entity | None:
    """The entity that a definite description points back at."""
    phrase = m.phrase
    if phrase is None or not (
        phrase.article == "the"
        or _headlined(book, m)
        or phrase.same
        or (phrase.article == "own" and not phrase.owner)
        or (phrase.article == "own" and phrase.sort in ("organisation", "document"))
    ):
        return None
    if phrase.article == "own" and phrase.sort == "person" and not phrase.plural:
        return None
    if phrase.head in BARE_HEADS:
        return None  # "those who fought": whom it means is said after it, not before
    near = 0.4 if re.match(r"(?:[Tt]hese|[Tt]his)\b", phrase.text) else 0.08
    alike = _alike(phrase)
    keys = [phrase.head, *sorted(phrase.classes), *(["military"] if is_military(phrase) else []), *sorted(alike)]
    here = book.page.sentence_at(m.start)
    wants = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
    content = content_of(phrase)
    best: tuple[float, int] | None = None
    chosen = None
    seen: set[int] = set()
    for key in dict.fromkeys(keys):
        for entity in book.by_head.get(key, [])[-60:]:
            if entity.number in seen or not entity.mentions:
                continue
            seen.add(entity.number)
            if entity.plural != phrase.plural or not fits(entity, m.sort):
                continue
            if wants and entity.nations and not (wants & entity.nations):
                continue
            if phrase.sort == "document" and phrase.owner and not _by(book, entity, phrase.owner):
                continue
            same_head = any(d.head == phrase.head or d.head in alike for d in entity.descriptions) or (
                (entity.sort == "organisation" or phrase.head in _PARTIES) and phrase.head in entity.words
            )
            shared = len(content & entity.words) + len(wants & entity.nations)
            missing = len(content - entity.words)
            if content - wants and not shared and entity.words - {phrase.head}:
                continue
            if not same_head and not shared:
                loose = phrase.classes & _LOOSE or is_military(phrase)
                if (
                    content
                    or not loose
                    or here - entity.last > 3
                    or (loose and entity.names and not entity.descriptions)
                ):
                    continue
            score = (3.0 if same_head else 1.0) + 1.0 * shared - 0.7 * missing
            score += 0.6 * math.log1p(len(entity.mentions)) - near * min(here - entity.last, 20)
            if phrase.number and not any(d.number == phrase.number for d in entity.descriptions):
                continue
            if _other(phrase) and not phrase.plural and not any(_other(d) for d in entity.descriptions[:1]):
                continue
            if best is None or (score, entity.last) > best:
                best, chosen = (score, entity.last), entity
    if chosen is not None and best is not None and best[0] >= 1.0:
        if not chosen.names:
            chosen.why.append(
                (
                    "points-back",
                    f"“{phrase.text}” points back at “{chosen.first_words}”.",
                    m.span,
                )
            )
        return chosen
    return None


def _other(phrase: Phrase) -> bool:
    """ "The other driver", "the second driver": not the one spoken of so far."""
    return bool(_ANOTHER.match(phrase.text))


def _alike(phrase: Phrase) -> frozenset[str]:
    """Other nouns for the paper that "the suit" points back at: "a complaint", "a lawsuit"."""
    if phrase.sort != "document" or phrase.plural:
        return frozenset()
    return next((heads for heads in (_COURT_PAPER, _MEMO) if phrase.head in heads), frozenset())


def _by(book: Register, entity: Entity, owner: str) -> bool:
    """Does the report name this owner where it first speaks of a document ("Mr. Rahimi's letter")?"""
    sentence = book.page.sentences[book.page.sentence_at(entity.mentions[0].start)]
    return fold(owner).split()[-1] in fold(book.page.text[sentence.start : sentence.end]).split()


def _headlined(book: Register, m: Mention) -> bool:
    """Does a headline leave out the article ("North Korean Leader Says")?"""
    p = m.phrase
    bare = p is not None and p.article == "bare" and p.sort == "person" and not p.plural
    return bare and book.page.titled[book.page.sentence_at(m.start)]


def echoed(book: Register, m: Mention) -> Entity | None:
    """A group without article named by the same words before ("officials", "officials"), or by fewer of them."""
    phrase = m.phrase
    if phrase is None or m.sort != "group" or phrase.article in ("another", "a", "number", "own", "some"):
        return None
    if phrase.head in BARE_HEADS or phrase.number or "other" in phrase.modifiers:
        return None
    content, wants = content_of(phrase), nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
    known = [e for e in book.by_head.get(phrase.head, [])[-30:] if e.plural and e.sort == "group" and e.mentions]
    here = book.page.sentence_at(m.start)
    for entity in reversed(known):
        if not content and not wants and len(known) > 1 and here - entity.last > NEAR:
            continue  # bare "officials", where several groups of officials are known
        if any(d.number for d in entity.descriptions[:1]):
            continue  # "three generals" are not "generals"
        if entity.descriptions and _SOME_OTHERS.match(entity.descriptions[0].text):
            continue  # nor are "other generals" or "some generals"
        theirs = entity.words - {phrase.head}
        alike = content <= theirs or theirs <= content or (content & theirs)
        if alike and not (wants and entity.nations and not wants & entity.nations):
            said = f"“{phrase.text}” repeats the words of “{entity.first_words}”."
            entity.why.append(("same-words", said, m.span))
            return entity
    return None


def outlets_sources(book: Register, m: Mention) -> Entity | None:
    """ "X's sources" are those whom a sentence with X's name has already cited."""
    phrase = m.phrase
    if phrase is None or not phrase.plural or m.sort != "group":
        return None
    named = fold(" ".join((phrase.owner, *phrase.modifiers))) if phrase.head == "source" else ""
    spoke = _WHO_SPOKE.match(book.page.text, phrase.end) if phrase.article == "the" else None
    if spoke:
        named = fold(book.page.text[spoke.end() : spoke.end() + 60])
    for key, outlet in book.outlets.items():
        if not (key in named or any(fold(n) in named.split() or fold(n) in named for n in outlet.names)) or not named:
            continue
        there = {book.page.sentence_at(o.start) for o in outlet.mentions}
        for entity in reversed(book.entities[-200:]):
            if (
                entity.plural
                and entity.sort == "group"
                and any(book.page.sentence_at(o.start) in there for o in entity.mentions)
            ):
                entity.why.append(
                    ("outlets-sources", f"“{phrase.text}” are those whom the report says spoke to it.", m.span)
                )
                return entity
    return None


def remarks(book: Register, m: Mention) -> Entity | None:
    """ "His comments" are those made where the report has just had him speak: the news conference, the speech.

    "The announcement" is the statement that the report has told of.
    """
    phrase = m.phrase
    if phrase is None or m.sort != "document" or (phrase.plural and phrase.head not in _WORDS_SAID):
        return None
    own = phrase.article == "own" and phrase.head in ("comment", "remark", "statement", "statements", "words")
    if not own and not (phrase.article in ("the", "own") and phrase.head in _ANNOUNCED):
        return None
    here = book.page.sentence_at(m.start)
    for entity in reversed(book.entities[-200:]):
        if entity.sort != "document" or not entity.mentions or here - entity.last > 25:
            continue
        heads = {d.head for d in entity.descriptions}
        if own and heads & _OCCASIONS:
            return entity
        if phrase.head in _ANNOUNCED and heads & _ANNOUNCED and (not phrase.owner or _by(book, entity, phrase.owner)):
            return entity
    return None


def in_hand(book: Register, m: Mention) -> Entity | None:
    """The one person the last sentences speak of, where "the sergeant" can be nobody else."""
    phrase = m.phrase
    if (
        phrase is None
        or phrase.article != "the"
        or m.sort != "person"
        or phrase.plural
        or phrase.of
        or phrase.owner
        or phrase.modifiers
    ):
        return None
    if phrase.head in ("author", "leader", "source", "president", "person", "man", "woman"):
        return None
    here = book.page.sentence_at(m.start)
    recent = [
        e for e in book.entities[-300:] if e.mentions and not e.plural and e.sort == "person" and here - e.last <= 1
    ]
    if (
        len(recent) == 1
        and recent[0].names
        and not any("military" in d.classes and "military" not in phrase.classes for d in recent[0].descriptions)
    ):
        entity = recent[0]
        entity.why.append(
            ("in-hand", f"“{phrase.text}” can be nobody but the person the sentence before speaks of.", m.span)
        )
        return entity
    return None


def look_ahead(book: Register) -> None:
    """Descriptions that come before the name: "the leader of Japan", then "Japanese Prime Minister Mori"."""
    for entity in list(book.entities):
        if entity.names or entity.sort != "person" or entity.plural or not entity.mentions:
            continue
        phrase = entity.mentions[0].phrase
        if (
            phrase is None
            or not (phrase.article in ("the", "own") or _headlined(book, entity.mentions[0]))
            or not phrase.classes & {"ruler", "head", "minister", "military"}
        ):
            continue
        content = content_of(phrase)
        wants = nations_in(" ".join((phrase.owner, *phrase.modifiers, phrase.of)))
        fits = []
        for key in sorted(phrase.classes):
            for other in book.by_head.get(key, [])[-60:]:
                if other is entity or other in fits or not other.names or other.sort != "person" or other.plural:
                    continue
                same_head = any(d.head == phrase.head for d in other.descriptions)
                if wants and other.nations and not wants & other.nations:
                    continue
                if (content and content <= other.words | other.nations) or (
                    same_head and not content and len(other.mentions) > 2
                ):
                    fits.append(other)
        if len(fits) == 1:
            other = fits[0]
            first = entity.mentions[0]
            other.why.append(
                ("ahead", f"“{phrase.text}” is “{other.full_name}”, whom the report names so later.", first.span)
            )
            for m in entity.mentions:
                book.of[m.start, m.end] = other
            other.mentions = sorted([*other.mentions, *entity.mentions], key=lambda m: m.start)
            other.descriptions += entity.descriptions
            entity.mentions = []
