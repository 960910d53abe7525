"""Conflicts of denial: a passage that says a claim is not so, against the passage that claims it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.compare.denying import NAME, Denial, denials, plain_names
from twosource.compare.found import Found
from twosource.compare.told import Page, Told, lemmas
from twosource.gazetteer.nations import is_nationality
from twosource.model import Embed, Place, Span

# What is denied is told in words this like the denial's own; less where it names who denies. Chosen on the two cases
# and six stories read by hand, where passages denied lie from 0.49 (named) and 0.54 up and wrong ones mostly below.
LIKE, LIKE_NAMED, LIKE_ELSEWHERE = 0.53, 0.4, 0.6
# Less again where most of the denied words stand in it (their share by weight, with the names of who denies).
LIKE_WORDED, WORDED = 0.33, 0.5
LIKE_TWICE = 0.68  # more where the denial answers a passage of its own report first
LIKE_CLAIMED = 0.45  # and where it supports the claim that the denial is evidence against
ON_IT = 0.2  # share by weight of the denied words, names apart, that stand in what it denies; half of it with a name
ON_IT_ELSEWHERE = 0.35
NAMED, NEAR, CLAIMED = 0.2, 0.1, 0.1  # what a shared name, nearness and a word of claiming add to the likeness
TELLING = 1.6  # weight of a name in fewer than a quarter of the story's sentences
BACK = 3  # sentences before "denied the report" in which the report must have been told


def denied(page: Page, embed: Embed) -> Iterator[Found]:
    """Each denial against the passage it denies, in its own report if it is told there, else in another."""
    found = denials(page)
    if not found:
        return
    deny = {d.told.place for d in found}
    answered: set[tuple[str, Place]] = set()
    accusing = [t for t in page.denying if not t.headline and t.place not in deny and _ACCUSED.search(t.text)]
    vectors = np.asarray(embed([d.content for d in found]))
    matrix = np.stack([t.vector for t in page.distinct])
    for denial, vector in zip(found, vectors, strict=True):
        here = page.by_report[denial.told.report]
        words = " ".join(denial.told.text[denial.at.start : denial.at.end].split())
        place = _denying(page, denial, denial.told.span.start)
        named = _accusing(denial, accusing) if denial.general else []
        for target in named:
            if (denial.denier, target.place) not in answered:
                answered.add((denial.denier, target.place))
                yield Found("denial", target.place, place, f"Accused, and denied: “{words}”.", 0.85)
        if named:
            continue
        if denial.relative is not None:
            told, cut = denial.told, denial.told.span.start + denial.relative.start()
            yield Found(
                "denial",
                Place(told.report, told.span.start, cut),
                Place(told.report, cut, told.span.end),
                f"Claimed, and denied in the same breath: “{words}”.",
                0.9,
            )
            continue
        own = _accused_before(page, denial, deny) or _best(
            page, denial, vector, [t for t in here if t.place not in deny]
        )
        least = LIKE_WORDED if own is None else LIKE_TWICE
        targets = [*([own] if own else []), *_elsewhere(page, denial, vector, matrix, deny, least=least)]
        if not targets:
            targets = _nearest(page, denial, vector, matrix, deny)
        for target in targets:
            yield Found("denial", target.place, place, f"Claimed, and denied: “{words}”.", 0.9)


def _accused_before(page: Page, denial: Denial, deny: set[Place]) -> Told | None:
    """The accusation of another speaker in the sentence before the denial, or in the one before that."""
    told = denial.told
    for back in page.by_report[told.report]:
        other = not (back.speakers & told.speakers or back.place in deny or denial.speaks_in(back))
        accuses = _ACCUSED.search(back.text) is not None and not _SAME_SIDE.search(back.text)
        if 0 < told.rank - back.rank <= 2 and other and accuses:
            return back
    return None


def _elsewhere(
    page: Page,
    denial: Denial,
    vector: NDArray[np.float32],
    matrix: NDArray[np.float32],
    deny: set[Place],
    *,
    least: float,
) -> list[Told]:
    """What the denial denies in each other report; more alike, where its own report tells it too."""
    near: dict[str, list[Told]] = {}
    for i in np.flatnonzero(matrix @ vector >= least):
        told = page.distinct[i]
        if told.report != denial.told.report and told.place not in deny:
            near.setdefault(told.report, []).append(told)
    found = (_best(page, denial, vector, near[report], elsewhere=True) for report in sorted(near))
    return [told for told in found if told is not None][:MOST]


def _accusing(denial: Denial, accusing: Sequence[Told]) -> list[Told]:
    """What he who denies is accused of: of each report the sentence that most accuses him, by his name."""
    name = denial.denier.removesuffix("’s").removesuffix("'s")
    best: dict[str, tuple[int, int, Told]] = {}
    for told in accusing:
        if not name or not re.search(rf"\b{re.escape(name)}\b", told.text):
            continue
        rank = (len(_ACCUSED.findall(told.text)), -told.rank)
        if told.report not in best or rank > best[told.report][:2]:
            best[told.report] = (*rank, told)
    return [best[report][2] for report in sorted(best)][:MOST]


_ACCUSED = re.compile(
    r"\b(?:accus(?:es|ed|ing)|alleg(?:es|ing)|(?:has|have|had|who) alleged|claim(?:ed|ing)|alleged that)\b"
)
NEAREST = 0.5  # likeness of what is denied and the passage of the whole story nearest to it, where no other is found


def _nearest(
    page: Page, denial: Denial, vector: NDArray[np.float32], matrix: NDArray[np.float32], deny: set[Place]
) -> list[Told]:
    """The passage of the whole story that is most like what is denied, if somebody is cited there or it claims."""
    alike = matrix @ vector
    for i in np.argsort(-alike, kind="stable")[:LOOKED_AT]:
        told = page.distinct[int(i)]
        if alike[i] < NEAREST:
            break
        if told.place in deny or told.headline or told.place == denial.told.place or denial.speaks_in(told):
            continue
        common = told.lemmas & (denial.lemmas - denial.named)
        cited = bool(told.statements) or _CLAIMS.search(told.text) is not None
        if cited and not told.speakers & denial.told.speakers and not _SAME_SIDE.search(told.text) and common:
            return [told]
    return []


LOOKED_AT = 8
MOST = 12  # reports against which one denial is set; beyond that a reader has seen enough


def _denying(page: Page, denial: Denial, base: int) -> Place:
    clause = page.clause(denial.told, Span(base + denial.at.start, base + denial.at.end))
    if clause.end - clause.start < 0.5 * len(denial.told.text):
        return denial.told.place if len(denial.told.text) < 300 else clause
    return clause


def _best(
    page: Page, denial: Denial, vector: NDArray[np.float32], choices: list[Told], *, elsewhere: bool = False
) -> Told | None:
    best: tuple[float, int, Told] | None = None
    for told in choices:
        shared = told.lemmas & denial.told.lemmas
        if told.headline or not shared or _SAME_SIDE.search(told.text) or told.speakers & denial.told.speakers:
            continue
        if not (_years(told) <= _years(denial.told)):
            continue  # what was in another year is background
        cosine = float(vector @ told.vector)
        gap = denial.told.rank - told.rank
        if denial.back and not elsewhere:
            if not 0 < gap <= BACK or not _CLAIMS.search(told.text):
                continue
            score = 1.0 + cosine + _concerns(page, denial, told)
        else:
            named = any(page.weights.get(n, 0.0) >= TELLING for n in _names(told) & denial.names)
            asserted = _CLAIMS.search(told.text) or told.statements
            if not asserted:
                continue
            shared_words = page.weight(told.lemmas & (denial.lemmas | denial.names))
            common = told.lemmas & denial.lemmas
            worded = shared_words >= WORDED * page.weight(denial.lemmas) and bool(common - denial.named)
            least = LIKE_ELSEWHERE if elsewhere else LIKE_NAMED if named else LIKE
            least = min(least, LIKE if elsewhere else LIKE_WORDED) if worded else least
            plain = denial.lemmas - denial.named
            on_it = page.weight(told.lemmas & plain) / (page.weight(plain) or 1.0)
            accused = bool(_ACCUSES.search(told.text)) and not elsewhere
            claimed = _one_claim(denial, told)
            least = min(least, LIKE_CLAIMED) if claimed else least
            enough = ON_IT_ELSEWHERE if elsewhere else ON_IT / 2 if named else ON_IT
            if on_it < enough and not (accused or claimed):
                continue
            if cosine < least or denial.speaks_in(told) or _own_side(page, denial, told):
                continue
            score = (
                cosine
                + (NAMED if worded else 0.0)
                + (NAMED if named else 0.0)
                + (NEAR if not elsewhere and abs(gap) <= 2 else 0.0)
            )
            score += _concerns(page, denial, told)
            score += CLAIMED if "supports" in told.claims.values() else 0.0
            score += CLAIMED if _CLAIMS.search(told.text) else 0.0
        if best is None or (score, -told.rank) > (best[0], -best[1]):
            best = (score, told.rank, told)
    return best[2] if best else None


def _one_claim(denial: Denial, told: Told) -> bool:
    """Whether the passage supports a claim that the denial is evidence against."""
    return any(told.claims.get(k) == "supports" for k, stance in denial.told.claims.items() if stance == "denies")


def _own_side(page: Page, denial: Denial, told: Told) -> bool:
    """Whether who is cited in the passage has a name of the one who denies: the firm, and its spokesman."""
    mine = plain_names(NAME.findall(denial.told.text[: denial.at.start]))
    cited = [page.texts[told.report][s.source.start : s.source.end] for s in told.statements if s.source]
    return bool(mine & plain_names(NAME.findall(" ".join(cited))))


def _concerns(page: Page, denial: Denial, told: Told) -> float:
    """Up to ``DENIER``: the share of the names in the denial, by weight, that stand in the passage too."""
    names = lemmas(" ".join(n for n in NAME.findall(denial.told.text) if not is_nationality(n)))
    whole = page.weight(names)
    return DENIER * page.weight(names & told.lemmas) / whole if whole else 0.0


DENIER = 0.4  # who denies it is whom it concerns: what a passage that names him gets at most


# Words of somebody who claims, accuses or reports; and of somebody who denies too, in other words.
_CLAIMS = re.compile(
    r"\b(?:reported|reports that|sa(?:id|ys?)|claim\w*|accus\w*|alleg\w*|according|charg(?:es|ed)|blam\w+|told|"
    r"suspect\w*|testif\w+|complain\w*|sued)\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"\b(?:accus\w+|alleg\w+|charg(?:es|ed)|blam\w+)\b", re.IGNORECASE)
_SAME_SIDE = re.compile(
    r"\bNO\b|\bno (?:evidence|collusion|truth|such)\b|\bnot (?:true|guilty|accurate|correct|so)\b|\bnever\b"
    r"|\b(?:did|do|does|have|has|had|was|were|is)(?: not|n[’']t) (?:even |ever )?\w+\b"
    r"|\b(?:sham|bogus|hoax|witch hunt|false|baseless|untrue|nonsense|fake|unfounded)\b"
)


def _years(told: Told) -> frozenset[str]:
    return frozenset(re.findall(r"\b(?:19|20)\d\d\b", told.text))


def _names(told: Told) -> frozenset[str]:
    return plain_names(re.findall(r"(?<!^)\b[A-Z][\w’'-]+", told.text))
