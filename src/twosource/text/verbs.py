"""Which words are finite verbs, participles or reporting verbs, as far as word lists and endings tell."""

from __future__ import annotations

from twosource.text.wordlists import VERBS

_AUXILIARIES_TEXT = """
is are was were am be been has have had do does did will would shall should can could may might must isn't aren't
wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't it's he's she's
that's there's they're we're i'm you're they've we've i've they'll we'll he'll it'll cannot
"""
AUXILIARIES = frozenset(_AUXILIARIES_TEXT.split())

_PAST_TEXT = """
said told made took came saw knew got gave found thought left felt became began kept held wrote stood heard let
meant set met ran paid sat spoke lay led read grew lost fell sent built understood drew broke spent cut rose drove
bought wore chose sought threw caught dealt won forgot shot struck fought fled hid flew brought taught sold stole
bore beat bound blew fed froze hung hit hurt put quit rode rang shook shut sang sank slept split spread swore swam
tore woke withdrew went
"""
_PAST = _PAST_TEXT.split()

_PRESENT_TEXT = """
says tells makes takes comes sees knows gets gives finds thinks leaves feels becomes begins keeps holds writes
stands hears means meets runs pays sits speaks leads grows loses falls sends builds wants needs seems appears
remains includes believes expects plans hopes fears wants warns faces shows continues goes say want need believe
think expect hope fear seem remain
"""
_PRESENT = _PRESENT_TEXT.split()

FINITE = frozenset([*AUXILIARIES, *_PAST, *_PRESENT])
"""Lower-case words that are finite verbs wherever they stand, or nearly so."""

_REPORTING_TEXT = """
say tell add note write report warn explain claim announce state argue insist acknowledge admit allege assert
suggest confirm reveal disclose declare reply respond tweet recall testify conclude believe think predict describe
"""
REPORTING = frozenset(_REPORTING_TEXT.split())
"""Lemmas of verbs that introduce what somebody says."""

_NOT_PAST_TEXT = """
hundred sacred red bed need indeed speed seed weed embed united armed alleged proposed
"""
_NOT_PAST = frozenset(_NOT_PAST_TEXT.split())
_NOT_PARTICIPLE_TEXT = """
during nothing something anything everything king morning evening spring wing thing string bring being beijing
sterling building
"""
_NOT_PARTICIPLE = frozenset(_NOT_PARTICIPLE_TEXT.split())


def looks_finite(word: str) -> str | None:
    """The word itself where its ending or form makes it a past tense ("warned", "fled"), else ``None``."""
    low = word.lower().replace("’", "'")
    if low in _PAST or (
        low.endswith("ed") and len(low) > 4 and low not in _NOT_PAST and low.isalpha() and word[0].islower()
    ):
        return low
    return None


def opens_participle(word: str) -> bool:
    """True for an -ing form that may open a clause of its own ("offering them ...")."""
    low = word.lower()
    return low.endswith("ing") and len(low) > 5 and low not in _NOT_PARTICIPLE and word[0].islower()


def is_finite(word: str) -> bool:
    """True for a word that is a finite verb, or carries one ("it’s"), wherever it stands, or nearly so."""
    return word.lower().replace("’", "'") in FINITE or looks_finite(word) is not None


def may_be_finite(word: str, lemma: str, before: str = "") -> bool:
    """True for any form that can be a finite verb, nouns of the same form included ("supplies", "plans").

    A base form counts after a word that may be its plural subject ("drivers receive", "they pay").
    """
    low = word.lower()
    if is_finite(word) or (low != lemma and lemma in VERBS and not low.endswith("ing")):
        return True
    return low in VERBS and (before.lower() in _PLURAL or before.lower().endswith("s"))


_PLURAL = frozenset(["they", "we", "i", "you", "who", "people", "to"])
