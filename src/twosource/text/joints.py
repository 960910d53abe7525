"""Where a sentence may be cut: its joints, strongest first."""

from __future__ import annotations

import re
from bisect import bisect_right

from twosource.text.verbs import REPORTING, is_finite, opens_participle
from twosource.text.words import Word, negations

# A quotation of fewer words is part of the clause it stands in.
LEAST_QUOTED = 4

# 0 who reports and whole quotations, 1 hard punctuation, 2 clauses with a subject of their own, 3 relative clauses and
# participles at the end, 4 second verbs of one subject, 5 relative clauses inside.
LEVELS = 6

_OPEN = "“„«"
_CLOSE = "”»"
_STRAIGHT = '"'
_HARD = re.compile(r"\s[—–-]\s|—|–(?=\s)|;|:(?=\s)|\s--\s|\((?=\w)|\)")

Mark = tuple[int, int]


def joints(text: str, found: list[Word]) -> dict[int, int]:
    """Numbers of the words of ``text`` before which it may be cut, each with its level (0 the strongest).

    Linear in the length of ``text``.
    """
    ends = [word.end for word in found]
    marks: dict[int, int] = {}
    for index, level in [*_at_quotes(text, found, ends), *_at_punctuation(text, ends), *_at_words(text, found)]:
        marks[index] = min(level, marks.get(index, LEVELS - 1))
    return marks


def tells(word: Word) -> bool:
    """A reporting verb in use: "said", "says", "saying", and "say" itself, not "to report" or "news reports"."""
    low = word.text.lower()
    return (word.lemma in REPORTING and word.lemma != low) or low == "say"


def _at_punctuation(text: str, ends: list[int]) -> list[Mark]:
    return [(bisect_right(ends, m.end()), 1) for m in _HARD.finditer(text)]


def _at_quotes(text: str, found: list[Word], ends: list[int]) -> list[Mark]:
    """Before a quotation and after it, unless it is short or goes on with its sentence."""
    marks: list[Mark] = []
    start = None
    for i, char in enumerate(text):
        if char in _OPEN or (char == _STRAIGHT and start is None):
            start = i
        elif (char in _CLOSE or char == _STRAIGHT) and start is not None:
            a, b = bisect_right(ends, start), bisect_right(ends, i)
            if b - a >= LEAST_QUOTED and not _built_in(text, found, a):
                marks += [(a, 0), (b, 0)]
            start = None
    if start is None and text.count("”") > text.count("“"):  # the quotation began in a sentence before this one
        marks.append((bisect_right(ends, text.index("”")), 0))
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
        rest = found[i + 1 : i + 9]
        if comma and (word in _RELATIVE or (word in ("with", "for", "in") and rest[0].text.lower() in _RELATIVE)):
            end = _end_of_relative(text, found, i)
            marks += [(i, 3)] if end is None else [(i, 5), (end, 5)]
        elif word in _SUBORDINATE and comma:
            marks.append((i, 2))
        elif word in _SUBORDINATE[:6] and i > LEAST_QUOTED:
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
            return j if is_finite(found[j].text) else None
    return None


def _new_predicate(rest: list[Word], comma: bool) -> bool:
    """Does what follows a conjunction have a verb of its own close by (a clause), or not (a list)?"""
    if not rest:
        return False
    if is_finite(rest[0].text):
        return True
    near = rest[: 6 if comma else 5]
    starts = rest[0].text.lower() in _SUBJECTS
    return (comma or starts) and any(is_finite(w.text) for w in near[1:])


_SUBJECTS_TEXT = """
he she it they we i you that this there these those some many most who which
"""
_SUBJECTS = frozenset(_SUBJECTS_TEXT.split())


def _reported(text: str, found: list[Word], i: int) -> bool:
    """Does "that" at ``i`` open what somebody said: a reporting verb up to eight words before, no comma between?"""
    for j in range(i - 1, max(i - 9, -1), -1):
        if found[j].lemma in REPORTING:
            return j == 0 or negations(found[j - 1].text) == 0
        if "," in text[found[j].end : found[j + 1].start] and j < i - 1:
            return False
    return False


def _own_subject(found: list[Word], i: int) -> bool:
    """Does a clause with subject and verb begin at ``i`` ("said Russia wants ...", not "told reporters on Monday")?"""
    first = found[i].text
    if not tells(found[i - 1]) or (i > 1 and (negations(found[i - 2].text) or found[i - 2].lemma in _DETERMINERS)):
        return False  # "rejected claims he had ...", "the report it sent"
    if not (first[0].isupper() or first.lower() in (_SUBJECTS | _DETERMINERS) - {"that"}):
        return False
    for word in found[i + 1 : i + 8]:
        if word.text.lower() == "that":
            return False  # "said Tuesday that ..."
        if is_finite(word.text):
            return True
    return False


_SAY_TEXT = """
say believe think claim allege argue add note acknowledge insist predict hint suggest
"""
_SAY = frozenset(_SAY_TEXT.split())
_RELATIVE_TEXT = """
who which whom whose where when
"""
_RELATIVE = frozenset(_RELATIVE_TEXT.split())
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
_DETERMINERS_TEXT = """
a an the his her its their our your my no
"""
_DETERMINERS = frozenset(_DETERMINERS_TEXT.split())


def _reports(found: list[Word], i: int) -> bool:
    """Does the piece that starts here read "X said", "said X" within five words?"""
    near = found[i : i + 6]
    return any(w.lemma in REPORTING and w.text.lower() in _PAST_OR_PRESENT for w in near[:6])


_PAST_OR_PRESENT_TEXT = """
said says told tells added adds noted notes wrote writes reported reports warned warns explained claimed claims
"""
_PAST_OR_PRESENT = frozenset(_PAST_OR_PRESENT_TEXT.split())
