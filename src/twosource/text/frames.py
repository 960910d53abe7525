"""Whether a clause only names who reports, when and where ("Smith told reporters on Monday"), and says nothing more."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.text.joints import tells
from twosource.text.verbs import is_finite
from twosource.text.words import Word

# Longer than this is no frame that nothing more can be read of; "according to" is followed by names at most.
_LONGEST, _LONGEST_ACCORDING, _SHORT = 16, 14, 9
# Of a frame with a description of the speaker or of the occasion.
_LONGEST_DESCRIBED = 32
# Words before "said" in a frame: the speaker's name and office.
_SPEAKER = 9
_SAYS = frozenset(["say", "tell"])
# What follows "said" where no content does: the time, the place, the occasion.
_OCCASION_TEXT = """
in on at during of to as when after before earlier later through outside from with about by via yesterday today
monday tuesday wednesday thursday friday saturday sunday
"""
_OCCASION = frozenset(_OCCASION_TEXT.split())
# Words whose clause takes the next finite verb.
_TAKES_A_VERB_TEXT = """
who which whom whose where when after before since while as because
"""
_TAKES_A_VERB = frozenset(_TAKES_A_VERB_TEXT.split())


def is_frame(piece: Sequence[Word]) -> bool:
    """Is this only who says it: "Smith told reporters on Monday", "according to two people", "he added that"?"""
    if not piece or len(piece) > _LONGEST_DESCRIBED:
        return False
    if piece[0].text.lower() == "according" and len(piece) <= _LONGEST_ACCORDING:
        return True
    report = [i for i, w in enumerate(piece) if tells(w)]
    return bool(report) and (_only_reports(piece, report) or _describes(piece, report[0]))


def _only_reports(piece: Sequence[Word], report: list[int]) -> bool:
    """It ends with its reporting verb or with "that" after it, or is short and has no other verb."""
    if len(piece) > _LONGEST:
        return False
    last = len(piece) - 1
    others = [w for i, w in enumerate(piece) if i not in report and is_finite(w.text)]
    if report[-1] == last or (piece[last].text.lower() == "that" and (report[-1] >= last - 3 or not others)):
        return True
    return not others and len(piece) <= _SHORT


def _describes(piece: Sequence[Word], said: int) -> bool:
    """ "said Ana Holt, a spokeswoman who joined in May"; "Holt said on her way to the ramp as reporters asked"."""
    verb = piece[said]
    if verb.lemma not in _SAYS or said + 1 >= len(piece):
        return False
    after, rest = piece[said + 1].text, piece[said + 1 :]
    if said == 0:
        opens = verb.lemma == "say" and (after[0].isupper() or after.lower() in ("a", "an", "the", "one"))
    else:
        opens = said <= _SPEAKER and after.lower() in _OCCASION and not any(is_finite(w.text) for w in piece[:said])
    return opens and not any(w.text.lower() == "that" for w in rest) and not _states(rest)


def _states(words: Sequence[Word]) -> bool:
    """Is there a finite verb that no relative pronoun or conjunction before it takes?"""
    waiting = 0
    for word in words:
        if word.text.lower() in _TAKES_A_VERB:
            waiting += 1
        elif is_finite(word.text):
            if not waiting:
                return True
            waiting -= word.text.lower() not in _AUXILIARY  # "has joined": the next takes it
    return False


_AUXILIARY = frozenset(["has", "have", "had", "is", "was", "were", "are", "been"])
