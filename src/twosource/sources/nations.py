"""Which countries a description names: "Norway's", "North Korean", "of Japan", or a capital that stands for one."""

from __future__ import annotations

from functools import lru_cache

from twosource.gazetteer import nations as gazetteer
from twosource.text.names import fold


@lru_cache(maxsize=16384)
def nation(text: str) -> str:
    """The country that this word or name means, by name, adjective, people or capital; empty where it means none."""
    found = gazetteer.nation(text) or gazetteer.by_capital(text)
    if found is not None:
        return found.name
    stands_for = gazetteer.government_of(text)
    if stands_for and stands_for.startswith("Government of "):
        return stands_for.removeprefix("Government of ").removeprefix("the ")
    return ""


@lru_cache(maxsize=16384)
def nations_in(text: str) -> frozenset[str]:
    """The countries named in a short text, longest names first ("North Korean" is one word less than "Korean")."""
    words = fold(text).split()
    found, i = set(), 0
    while i < len(words):
        for size in (3, 2, 1):
            name = nation(" ".join(words[i : i + size])) if i + size <= len(words) else ""
            if name:
                found.add(name)
                i += size
                break
        else:
            i += 1
    return frozenset(found)
