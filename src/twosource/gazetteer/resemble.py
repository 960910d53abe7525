"""Outlets behind garbled and translated names."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from twosource.gazetteer.names import key, word_set
from twosource.gazetteer.nations import is_nationality
from twosource.gazetteer.table import Outlet, outlets

# One word for the words that outlets' names have in several languages; what a translation changes first.
COMMON = {
    **dict.fromkeys(sorted(word_set("presse prensa stampa pers press imprensa")), "press"),
    **dict.fromkeys(
        sorted(word_set("agence agencia agenzia agentur agentura agentstvo agency agencja ajansi bureau")), "agency"
    ),
    **dict.fromkeys(
        sorted(word_set("nouvelles noticias notizie nachrichten novosti news haber haberleri nieuws")), "news"
    ),
    **dict.fromkeys(sorted(word_set("journal zeitung giornale diario newspaper gazeta gazette")), "newspaper"),
    **dict.fromkeys(sorted(word_set("tele television televisie fernsehen tv")), "television"),
    **dict.fromkeys(sorted(word_set("franca france francia frankreich french")), "france"),
}
# Words a retelling adds to an outlet's name or drops from it.
FILLER = word_set("agency news newspaper television channel magazine online website com network service the")
# A name this short has too many neighbours: "NPR" is one letter from "RPR".
MIN_LETTERS = 6
# One letter in six may be wrong: "Asociated Press", "Routers". Of the 1,337 unmarked names here no two come so near by
# spelling.
LEAST_LIKE = 0.84


class _Essence(NamedTuple):
    """A name's plain words, those of them that carry it, and both written as one."""

    words: tuple[str, ...]
    core: tuple[str, ...]
    letters: int
    joined: str


def resemble(name: str) -> tuple[Outlet, float] | None:
    """The outlet whose name this seems to be, garbled, translated or with a word too many, and how like (0..1).

    1.0 is the very name. ``None`` where nothing is near, or two outlets are equally near. A name that only shares
    everyday words ("Kuwait Times", "The Times") does not resemble.
    """
    wanted = _essence(key(name), nationalities=True)
    if not wanted.words:
        return None
    best: tuple[float, Outlet] | None = None
    tie = False
    for known, outlet in _essences():
        score = _likeness(wanted, known)
        if score < LEAST_LIKE:
            continue
        if best is None or score > best[0]:
            best, tie = (score, outlet), False
        elif score == best[0] and outlet is not best[1]:
            tie = True
    return None if best is None or tie else (best[1], round(best[0], 3))


def _essence(plain: tuple[str, ...], *, nationalities: bool = False) -> _Essence:
    """The essence of a name; with ``nationalities`` those are no part of its core either."""
    words = tuple(COMMON.get(word, word) for word in plain)
    core = tuple(w for w in words if w not in FILLER and not (nationalities and is_nationality(w)))
    return _Essence(words, core, sum(map(len, words)), " ".join(core))


def _likeness(a: _Essence, b: _Essence) -> float:
    if a.words == b.words:
        return 1.0
    if b.letters < MIN_LETTERS or a.letters < MIN_LETTERS:
        return 0.0
    missing = any(w not in a.words for w in b.words)
    extra = [w for w in a.words if w not in b.words]
    if extra and not missing and not any(w in a.core for w in extra):
        # "The Norwegian Associated Press": a nationality too many; a lone word must be rare to carry a name.
        if len(b.core) > 1 or all(w in FILLER for w in extra):
            return 0.9
        return 0.0
    if missing and not extra and a.core == b.core and len(b.core) > 1:
        return 0.95
    if a.core == b.core:
        return 0.9 if sum(map(len, b.core)) >= MIN_LETTERS else 0.0
    if min(len(a.joined), len(b.joined)) < MIN_LETTERS or abs(len(a.core) - len(b.core)) > 1:
        return 0.0
    likeness = Levenshtein.normalized_similarity(a.joined, b.joined, score_cutoff=LEAST_LIKE)
    if likeness and len(a.core) > 1 and len(a.core) == len(b.core):
        # Every word must be near its partner: "Denver Post" is no misspelt "Dover Post".
        pairs = zip(a.core, b.core, strict=True)
        if min(Levenshtein.normalized_similarity(x, y) for x, y in pairs) < 0.7:
            return 0.0
    return min(likeness, 0.99)


@cache
def _essences() -> tuple[tuple[_Essence, Outlet], ...]:
    seen: dict[tuple[_Essence, str], Outlet] = {}
    for outlet in outlets():
        for alias in outlet.aliases:
            if not alias.mark and not alias.text.endswith(")"):
                seen.setdefault((_essence(key(alias.text)), outlet.name), outlet)
    return tuple((words, outlet) for (words, _), outlet in seen.items())
