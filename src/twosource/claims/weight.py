"""Whether a passage states something that could be so or not, or only sets a scene, names a person or a source."""

from __future__ import annotations

import re

from twosource.text.verbs import AUXILIARIES, may_be_finite, opens_participle
from twosource.text.words import Word, words

# Fewer words are a heading or an exclamation.
_LEAST = 4
_SOURCING = re.compile(
    r"\b(?:not (?:\w+ )?to be (?:named|identified)|not be (?:named|identified)|conditions? of anonymity|anonymously"
    r"|(?:give|use|withh[eo]ld) (?:his|her|their) (?:real |full )?names?|real names?|goes by the name"
    r"|first reported by|contributed to this report|reporting by|told reporters$|as saying$"
    r"|(?:talked|spoke) (?:to|with) (?:reporters|this|the (?:agency|newspaper|paper|station|press))"
    r"|under (?:a|the) pseudonym|\(a pseudonym\)|(?:could|was) not (?:be |able to )(?:independently )?verif(?:y|ied))",
    re.IGNORECASE,
)
# Words whose clause takes a verb that is not the passage's own.
_TAKES_A_VERB_TEXT = """
who which whom whose where when that until because after before since while although though if whether as what how why
"""
_TAKES_A_VERB = frozenset(_TAKES_A_VERB_TEXT.split())


def weighty(text: str) -> bool:
    """Does the passage say that something is so, with a verb of its own, beyond how the report came by it?

    "Six lorries went down to the ramp" does; "Ana Holt, who ran the depot", "On the waterfront" and "asked not to be
    named" do not.
    """
    found = words(text)
    return len(found) >= _LEAST and not _SOURCING.search(text) and _states(found)


def _states(found: list[Word]) -> bool:
    """Is there a verb that is not taken up by a relative pronoun or conjunction before it? A leading one takes none."""
    if opens_participle(found[0].text):
        return True  # "offering them work": its subject stands before it in the sentence
    waiting = 0
    last = -9
    for i, word in enumerate(found):
        low = word.text.lower()
        if i and low in _TAKES_A_VERB:
            waiting += 1
        elif may_be_finite(word.text, word.lemma, found[i - 1].text if i else ""):
            if i - last <= 2 and found[last].text.lower() in AUXILIARIES:  # "has been accused", "did not answer"
                last = i
                continue
            if not waiting:
                return True
            waiting -= 1
            last = i
    return False
