"""The encoder's names as a reader would mark them: whole, capitalised, and of one kind throughout a report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from twosource.model import Name, NameKind, Span
from twosource.reading.grown import grown

# Kinds that are the same thing wherever its name stands; a date or a number is judged where it stands.
_THINGS: frozenset[NameKind] = frozenset({"person", "organisation", "place", "group"})
# What may follow a person's hyphen inside the name: a short particle ("Jae-in", "Nasr-al-Din"), a word with a capital.
_GOES_ON = re.compile(r"(?:[-‐‑](?:[a-z]{1,3}(?![^\W\d_])|[A-Z][^\W\d_]*))+")
# Words that are joined to a name and are none of it, though as short as a particle.
_JOINED = frozenset({"led", "run", "era", "pro", "ex", "day"})
_POSSESSIVE = re.compile(r"[’'][sS]?$")


def mended(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    """The names of a report in text order, none overlapping another.

    People's hyphenated names are whole. A person, organisation, place or group has a capital letter where the text has
    any. What is named twice in the same words is of one kind: a person where it is part of a full name, else the
    commoner.
    """
    whole = [name for name in (_whole(text, name) for name in names) if name is not None]
    apart: list[Name] = []
    for name in whole:
        if not apart or name.span.start >= apart[-1].span.end:
            apart.append(name)
    return _of_one_kind(text, grown(text, apart))


def _whole(text: str, name: Name) -> Name | None:
    """The name with all its hyphenated parts and without a loose hyphen or possessive, or None where it is no name."""
    if name.kind not in _THINGS:
        return name
    start, end = name.span
    bare = _POSSESSIVE.sub("", text[start:end]).rstrip("-‐‑ ")
    end = start + len(bare)
    more = _GOES_ON.match(text, end) if name.kind == "person" else None
    if more and not _JOINED & set(re.split("[-‐‑]", more.group())):
        end = more.end()
    if not any(c.isupper() for c in text[start:end]) and any(c.isupper() for c in text):
        return None
    return Name(Span(start, end), name.kind) if end > start else None


def _of_one_kind(text: str, names: Sequence[Name]) -> tuple[Name, ...]:
    words = [_key(text, name) for name in names]
    votes: dict[str, Counter[NameKind]] = {}
    people: set[str] = set()
    for key, name in zip(words, names, strict=True):
        if name.kind in _THINGS:
            votes.setdefault(key, Counter())[name.kind] += 1
        if name.kind == "person" and " " in key:
            people |= {key.split()[0], key.split()[-1]}
    # Of kinds named equally often, the one that the report has more of.
    common = Counter(name.kind for name in names)
    kinds = {
        key: "person" if key in people else max(sorted(count), key=lambda kind: (count[kind], common[kind]))
        for key, count in votes.items()
    }
    return tuple(
        Name(name.span, kinds[key]) if name.kind in _THINGS else name for key, name in zip(words, names, strict=True)
    )


def _key(text: str, name: Name) -> str:
    return " ".join(text[name.span.start : name.span.end].removeprefix("the ").removeprefix("The ").split())
