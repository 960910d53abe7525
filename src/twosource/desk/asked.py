"""Which of the kept reports are asked about a claim: those that hold it, each with the rest of its story."""

from __future__ import annotations

from twosource import claims
from twosource.desk.current import current
from twosource.model import Embed
from twosource.settings import Settings
from twosource.store import Store

# Reports that hold any of a claim's words, best first, that are looked at for a passage about it; and how many reports
# in all the stories of those that have one may bring along, the first story whole whatever its size: each costs 0.02 to
# 0.05 s, and an answer from a large store should take two.
LOOKED_AT, MOST_ASKED = 20, 40


def asked(store: Store, claim: str, *, embed: Embed, settings: Settings) -> list[str]:
    """The ids of the reports to ask; none where nothing found is about the claim.

    Only a whole story shows who had it from whom.

    Raises:
        InputError: the claim is empty or longer than a sentence can be.
    """
    hits = store.search(claim, limit=LOOKED_AT, any_word=True)
    reads = current(store, [hit.report for hit in hits], settings=settings)
    statements = [statement for read in reads for statement in read.statements]
    about = claims.check(claim, [read.reading for read in reads], statements, (), embed=embed)
    holding = {found.report for found in about.found}
    chosen: dict[str, None] = {}
    for story in dict.fromkeys(hit.story for hit in hits if hit.story is not None and hit.report in holding):
        members = store.story(story).members
        if len(chosen) + len(members) > MOST_ASKED and chosen:
            break
        chosen |= dict.fromkeys(members)
    return list(chosen)
