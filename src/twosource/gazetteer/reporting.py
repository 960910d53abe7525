"""Words that report what somebody says: verbs with their stance and strength, nouns, and phrases.

Compiled from grammar and newspaper usage, November 2026; classes after the reporting verbs of Quirk et al., A
Comprehensive Grammar of the English Language (1985), 16.30-33.
"""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from twosource.gazetteer.names import word_set

Stance = Literal["asserts", "denies", "hedges", "no comment", "asks"]


class Reporting(NamedTuple):
    """A reporting verb: its base form, and what whoever uses it does with the content."""

    lemma: str
    stance: Stance


_VERBS: dict[Stance, str] = {
    "asserts": """say tell add announce state declare claim argue insist maintain assert affirm contend allege report
        write note explain describe warn caution remark comment observe point reply respond answer recall
        remember reveal disclose admit acknowledge concede confirm confess stress emphasize emphasise
        reiterate repeat underline underscore testify swear promise pledge vow threaten predict forecast
        estimate calculate conclude find show indicate suggest mention tweet post blog text email cable
        telegraph broadcast quip joke complain lament protest boast brag urge recommend advise propose
        demand order instruct agree accuse charge criticise criticize praise hail condemn denounce slam
        blast rail believe think know feel fear hope expect hold consider see understand learn hear read
        teach inform notify brief remind assure convince persuade signal hint imply clarify elaborate
        specify detail outline summarise summarize caption shout yell cry scream exclaim whisper murmur
        mutter continue proclaim pronounce rule decide determine certify attest verify deem label call dub
        term quote cite relate recount narrate opine muse reckon figure guess""",
    "denies": """deny dismiss reject refute rebut dispute contradict disavow disclaim repudiate contest counter discount
        rubbish scoff scorn debunk disprove doubt question challenge""",
    "hedges": """suspect speculate wonder assume suppose presume surmise conjecture""",
    "no comment": """decline refuse""",
    "asks": """ask inquire enquire query""",
}
# Irregular forms, by base form; regular ones are made by rule.
_IRREGULAR: dict[str, str] = {
    "say": "said",
    "tell": "told",
    "write": "wrote written writing",
    "find": "found",
    "swear": "swore sworn",
    "broadcast": "broadcast",
    "forecast": "forecast",
    "think": "thought",
    "know": "knew known",
    "feel": "felt",
    "hold": "held",
    "see": "saw seen seeing",
    "understand": "understood",
    "hear": "heard",
    "read": "read",
    "teach": "taught",
    "show": "shown",
    "learn": "learnt",
    "deny": "denied denies",
    "reply": "replied replies",
    "testify": "testified testifies",
    "certify": "certified certifies",
    "verify": "verified verifies",
    "clarify": "clarified clarifies",
    "specify": "specified specifies",
    "notify": "notified notifies",
    "imply": "implied implies",
    "cry": "cried cries",
    "admit": "admitted admitting",
    "quip": "quipped quipping",
    "blog": "blogged blogging",
    "brag": "bragged bragging",
    "slam": "slammed slamming",
    "dub": "dubbed dubbing",
    "signal": "signaled signalled signaling signalling",
    "rebut": "rebutted rebutting",
    "query": "queried queries",
    "doubt": "doubted",
}
NOUNS = word_set("""statement claim report account comment remark announcement allegation accusation denial warning
        testimony tweet post letter email message interview speech briefing article story assertion
        suggestion complaint confession declaration description explanation admission promise pledge threat
        prediction forecast estimate finding conclusion belief view opinion fear hope rumour rumor hint
        question answer reply response quote quotation words""")
"""Nouns whose owner says what follows: "her claim that", "a statement from"."""

PHRASES: tuple[str, ...] = (
    "according to",
    "as per",
    "in the words of",
    "in the view of",
    "in the opinion of",
    "on the account of",
    "if … is to be believed",
    "was quoted as saying",
    "is quoted as saying",
    "has been quoted as saying",
    "is reported to have said",
    "went on to say",
    "took to",
    "made clear",
    "pointed out",
    "hit back",
    "spoke out",
    "ruled out",
    "called on",
    "laid out",
)
"""Phrases that do a reporting verb's work."""

NO_COMMENT: tuple[str, ...] = (
    "declined to comment",
    "refused to comment",
    "would not comment",
    "had no comment",
    "no comment",
    "did not respond",
    "didn't respond",
    "has not responded",
    "have not responded",
    "had not responded",
    "did not reply",
    "did not immediately respond",
    "not immediately available",
    "could not be reached",
    "couldn't be reached",
    "was not available for comment",
    "no immediate response",
    "not received any response",
    "did not return",
    "declined to be interviewed",
    "declined to say",
    "refused to say",
    "could not immediately be reached",
    "have no information",
    "has no information",
)
"""Phrases that say that somebody said nothing."""


def reporting(word: str) -> Reporting | None:
    """The reporting verb that a form belongs to ("told" -> tell, asserts), else ``None``."""
    return _forms().get(word.lower())


@cache
def _forms() -> dict[str, Reporting]:
    table: dict[str, Reporting] = {}
    for stance, lemmas in _VERBS.items():
        for lemma in lemmas.split():
            verb = Reporting(lemma, stance)
            for form in (*_regular(lemma), *_IRREGULAR.get(lemma, "").split()):
                table.setdefault(form, verb)
    return table


def _regular(lemma: str) -> tuple[str, ...]:
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return (lemma, third, stem + "ed", stem + "ing")
