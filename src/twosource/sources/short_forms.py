"""What is left of a body's name where a report shortens it: its first word, its kind, or all but its kind."""

from __future__ import annotations

from collections.abc import Mapping

from twosource.sources.lexicon import CORPORATE, DROPPED_HEADS, ORGANISATION_HEADS
from twosource.sources.nations import nation, nations_in
from twosource.text.names import fold, organisation_words


def drops_head(a: str, b: str) -> bool:
    """Is one name the other without the kind of body it is ("Halden", "Halden Group", "Halden Mills")?"""
    x, y = organisation_words(a), organisation_words(b)
    return bool(x) and bool(y) and x != y and (x < y or y < x) and (x ^ y) <= DROPPED_HEADS | CORPORATE


def shortens(short: str, name: str) -> bool:
    """Is one word all that is left of a body's name: its first, or its kind ("The Inspectorate", "Tidewell")?"""
    words = fold(name).removeprefix("the ").split()
    one = fold(short).removeprefix("the ")
    if len(words) < 2 or " " in one or one not in words or nation(short) or nations_in(one):
        return False
    if one in ORGANISATION_HEADS:
        return True
    # "Ostby" of "Ostby Police" is a place; of "Ostby Harbours" it may be the firm.
    return one == words[0] and len(one) > 3 and not set(words[1:]) & (ORGANISATION_HEADS | {"of", "for"})


def first_words(kinds: Mapping[str, str]) -> frozenset[str]:
    """The single words, of folded names with their kinds, that are a body's first word and part of no person's name.

    "Halden" beside "Halden Mills", where nobody is called Omar Halden: the firm, though one report's tagger saw a
    person in it.
    """
    bodies = [name for name, kind in kinds.items() if kind == "organisation" and " " in name]
    firsts = {name.split()[0] for name in bodies if shortens(name.split()[0], name)}
    people = {word for name, kind in kinds.items() if kind == "person" and " " in name for word in name.split()}
    return frozenset(firsts - people)
