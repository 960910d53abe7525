"""A sentence to clause-sized passages: punctuation, conjunctions, quotation marks, reporting frames, relative pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from twosource.model import Span
from twosource.text.verbs import FINITE, opens_participle, REPORTING, looks_finite
from twosource.text.words import Word, negations, words

# A passage shorter than this many words says too little to stand for a claim and joins its neighbour: chosen by
# reading the cuts of some hundred sentences of news ("he said" has two, "but has few options" four).
MIN_WORDS = 4

# A passage of up to this many words is left whole. Chosen on hand-marked evidence of two stories, half of it between 8
# and 19 words.
LONGEST = 24

_LEVELS = 6

_OPEN = "“„«"
_CLOSE = "”»"
_STRAIGHT = '"'
_HARD = re.compile(r"\s[—–-]\s|—|–(?=\s)|;|:(?=\s)|\s--\s|\((?=\w)|\)")


class Clause(NamedTuple):
    """A passage of a sentence: its span (offsets of the text given), and whether it only names who reports.

    ``head`` is true for a passage that begins with its own subject, not with a relative pronoun, participle or
    conjunction that leans on what stands before.
    """

    span: Span
    frame: bool
    head: bool


def clauses(text: str, *, cuts: Iterable[int] = (), longest: int = LONGEST) -> list[Clause]:
    """The clauses of one sentence, in order, none overlapping; every word of it is in one of them.

    Who reports is always cut off. The rest is cut only where it is longer than ``longest`` words, at the strongest
    joints first: a contrast or a list of two deeds in one breath says one thing. ``cuts`` are further offsets at which
    a passage must end (the edges of a statement's content). Linear in the length of ``text``.
    """
    found = words(text)
    if not found:
        return []
    marks: dict[int, int] = {}
    for index, level in [
        *((_word_at(found, c), 0) for c in cuts),
        *_at_quotes(text, found),
        *_at_punctuation(text, found),
        *_at_words(text, found),
    ]:
        if index is not None and 0 < index < len(found):
            marks[index] = min(level, marks.get(index, 9))
    pieces = [(0, len(found))]
    for level in range(_LEVELS):
        pieces = [
            q for p in pieces for q in _cut(found, p, [i for i, at in marks.items() if at == level], level, longest)
        ]
    out = []
    for a, b in pieces:
        piece = found[a:b]
        out.append(Clause(Span(piece[0].start, piece[-1].end), _is_frame(piece), _is_head(piece)))
    return out


def _cut(
    found: list[Word], piece: tuple[int, int], marks: list[int], level: int, longest: int
) -> list[tuple[int, int]]:
    """A piece cut at the marks of one level, if that level is always cut or the piece is too long.

    A part shorter than ``MIN_WORDS`` joins the part before it (the next one for an opening), unless it is a frame.
    """
    start, end = piece
    if level and end - start <= longest:
        return [piece]
    edges = [start, *sorted(i for i in marks if start < i < end), end]
    out: list[tuple[int, int]] = []
    for a, b in zip(edges, edges[1:], strict=False):
        short = b - a < MIN_WORDS and not _is_frame(found[a:b])
        open_end = bool(out) and out[-1][1] - out[-1][0] < MIN_WORDS and not _is_frame(found[out[-1][0] : out[-1][1]])
        if out and (open_end or (short and not _is_frame(found[out[-1][0] : out[-1][1]]))):
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return out


def _word_at(found: list[Word], offset: int) -> int | None:
    for i, word in enumerate(found):
        if word.end > offset:
            return i
    return None


Mark = tuple[int | None, int]


def _at_punctuation(text: str, found: list[Word]) -> list[Mark]:
    return [(_word_at(found, m.end()), 1) for m in _HARD.finditer(text)]


def _at_quotes(text: str, found: list[Word]) -> list[Mark]:
    """Before a quotation of four words or more and after it; shorter ones are part of their clause."""
    marks: list[Mark] = []
    start = None
    for i, char in enumerate(text):
        if char in _OPEN or (char == _STRAIGHT and start is None):
            start = i
        elif (char in _CLOSE or char == _STRAIGHT) and start is not None:
            a, b = _word_at(found, start), _word_at(found, i)
            b = len(found) if b is None else b
            if a is not None and b - a >= MIN_WORDS and not _built_in(text, found, a):
                marks += [(a, 0), (b, 0)]
            start = None
    if start is None and text.count("”") > text.count("“"):  # the quotation began in a sentence before this one
        marks.append((_word_at(found, text.index("”")), 0))
    return marks


def _built_in(text: str, found: list[Word], a: int) -> bool:
    """Does the quotation go on with the sentence it stands in ("to “discuss the end of the war”")?

    It does where no comma or colon stands before it, the word before it reports nothing, and it begins in lower case.
    """
    if a == 0 or any(c in ",:;" for c in text[found[a - 1].end : found[a].start]):
        return False
    return found[a - 1].lemma not in REPORTING and found[a].text[0].islower()


def _at_words(text: str, found: list[Word]) -> list[Mark]:
    marks: list[Mark] = []
    for i in range(1, len(found) - 1):
        word = found[i].text.lower()
        comma = "," in text[found[i - 1].end : found[i].start]
        rest = found[i + 1 :]
        if comma and (word in _RELATIVE or (word in ("with", "for", "in") and rest[0].text.lower() in _RELATIVE)):
            end = _end_of_relative(text, found, i)
            marks += [(i, 3)] if end is None else [(i, 5), (end, 5)]
        elif word in _SUBORDINATE and comma:
            marks.append((i, 2))
        elif word in _SUBORDINATE[:6] and i > MIN_WORDS:
            marks.append((i, 4))
        elif word in ("and", "but", "or", "nor", "yet", "so") and _new_predicate(rest, comma):
            own = rest[0].text.lower() in _SUBJECTS or rest[0].text[0].isupper() or rest[0].text.lower() in _DETERMINERS
            marks.append((i, 2 if comma and own else 4))
        elif comma and opens_participle(found[i].text):
            marks.append((i, 3))
        elif (word == "that" and _reported(text, found, i)) or (word == "according" and rest[0].text.lower() == "to"):
            marks.append((i + 1 if word == "that" else i, 0))
        elif (found[i - 1].lemma in _SAY and not comma and i <= 25 and _own_subject(found, i)) or (
            comma and _reports(found, i)
        ):
            marks.append((i, 0))
    return marks


def _end_of_relative(text: str, found: list[Word], i: int) -> int | None:
    """Where the main clause goes on after a relative clause set between commas, if it does."""
    for j in range(i + 2, len(found) - 1):
        if "," in text[found[j - 1].end : found[j].start]:
            return j if found[j].text.lower() in FINITE or looks_finite(found[j].text) else None
    return None


def _new_predicate(rest: list[Word], comma: bool) -> bool:
    """Does what follows a conjunction have a verb of its own close by (a clause), or not (a list)?"""
    if not rest:
        return False
    if looks_finite(rest[0].text) or rest[0].text.lower() in FINITE:
        return True
    near = rest[: 6 if comma else 5]
    starts = rest[0].text.lower() in _SUBJECTS
    return (comma or starts) and any(w.text.lower() in FINITE or looks_finite(w.text) for w in near[1:])


_SUBJECTS = frozenset("he she it they we i you that this there these those some many most who which".split())


def _reported(text: str, found: list[Word], i: int) -> bool:
    """Does "that" at ``i`` open what somebody said: a reporting verb before it, no further than eight words, no comma?"""
    for j in range(i - 1, max(i - 9, -1), -1):
        if found[j].lemma in REPORTING:
            return j == 0 or negations(found[j - 1].text) == 0
        if "," in text[found[j].end : found[j + 1].start] and j < i - 1:
            return False
    return False


def _own_subject(found: list[Word], i: int) -> bool:
    """Does a clause with subject and verb begin at ``i`` ("said Russia wants ...", not "told reporters on Monday")?"""
    first = found[i]
    starts = first.text[0].isupper() or first.text.lower() in _SUBJECTS | _DETERMINERS
    return starts and any(w.text.lower() in FINITE or looks_finite(w.text) for w in found[i + 1 : i + 8])


_SAY = frozenset("say believe think claim allege argue add note acknowledge insist predict hint suggest".split())
_RELATIVE = frozenset("who which whom whose where when".split())
_SUBORDINATE = (
    "because",
    "although",
    "though",
    "whereas",
    "unless",
    "while",
    "until",
    "after",
    "before",
    "since",
    "as",
    "if",
)
_DETERMINERS = frozenset("a an the his her its their our your my no".split())


def _reports(found: list[Word], i: int) -> bool:
    """Does the piece that starts here read "X said", "said X" within five words?"""
    near = found[i : i + 6]
    return any(w.lemma in REPORTING and w.text.lower() in _PAST_OR_PRESENT for w in near[:6])


_PAST_OR_PRESENT = frozenset(
    "said says told tells added adds noted notes wrote writes reported reports warned warns explained claimed claims".split()
)


def _is_frame(piece: list[Word]) -> bool:
    """Is this only who says it: "Smith told reporters on Monday", "according to two people", "he added that"?"""
    if len(piece) > 16 or not piece:
        return False
    report = [i for i, w in enumerate(piece) if _tells(w)]
    if piece[0].text.lower() == "according" and len(piece) <= 14:
        return True
    if not report:
        return False
    last = len(piece) - 1
    if report[-1] == last or (piece[last].text.lower() == "that" and report[-1] >= last - 3):
        return True
    others = [w for i, w in enumerate(piece) if i not in report and (w.text.lower() in FINITE or looks_finite(w.text))]
    return not others and len(piece) <= 9


def _tells(word: Word) -> bool:
    """A reporting verb in use: "said", "says", "saying", and "say" itself, not "to report" or "news reports"."""
    low = word.text.lower()
    return (word.lemma in REPORTING and word.lemma != low) or low == "say"


def _is_head(piece: list[Word]) -> bool:
    first = piece[0].text.lower()
    return first not in _LEANS and not opens_participle(piece[0].text)


_LEANS = frozenset(
    "who which whom whose where when and but or nor yet so because although though whereas while until after before since as if with".split()
)
