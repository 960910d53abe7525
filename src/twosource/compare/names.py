"""Names that differ: one person spelled two ways, an outlet's name garbled."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import OSA

from twosource.compare.found import Found
from twosource.compare.told import Page
from twosource.model import Place, Reading, Span

LEAST = 5  # letters; shorter names are too often of two people
COMMON_START = 2  # letters a misprint keeps at the start, nearly always


def spelled_differently(page: Page, readings: Sequence[Reading]) -> Iterator[Found]:
    """A family name that some passage misspells: rare beside the usual spelling, one slip away, of the same person."""
    words: dict[str, list[tuple[str, Span, str]]] = defaultdict(list)
    for reading in readings:
        report = reading.report
        for name in reading.names:
            if name.kind != "person":
                continue
            parts = re.findall(r"[^\W\d_][\w’'-]*", report.text[name.span.start : name.span.end])
            parts = [p.removesuffix("’s").removesuffix("'s") for p in parts]
            if parts and len(parts[-1]) >= LEAST:
                first = parts[0] if len(parts) > 1 else ""
                words[_fold(parts[-1])].append((report.id, name.span, first))
    blocks: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        blocks[word[:COMMON_START]].append(word)
    for block in blocks.values():
        for i, one in enumerate(block):
            for other in block[i + 1 :]:
                rare, usual = sorted((one, other), key=lambda w: (len(words[w]), w))
                if _slip(rare, usual) and len(words[usual]) >= 2 * len(words[rare]):
                    yield from _pair(page, words[rare], words[usual], rare, usual)


def spelled_by_house(page: Page, readings: Sequence[Reading]) -> Iterator[Found]:
    """A person whose first or family name two reports spell in two ways: the other name the same, nearly one sound."""
    firsts: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    families: dict[str, dict[str, tuple[str, Span]]] = defaultdict(dict)
    for reading in readings:
        report = reading.report
        for name in reading.names:
            parts = re.findall(r"[^\W\d_][\w’'-]*", report.text[name.span.start : name.span.end])
            parts = [p.removesuffix("’s").removesuffix("'s") for p in parts]
            if name.kind != "person" or len(parts) < 2:
                continue
            if len(parts[-1]) >= LEAST:
                families[_fold(parts[0])].setdefault(_fold(parts[-1]), (report.id, name.span))
            if len(parts[0]) >= LEAST and len(parts[-1]) >= SHORTEST:
                firsts[_fold(parts[-1])].setdefault(_fold(parts[0]), (report.id, name.span))
    yield from _variants(page, families, SOUNDS)
    yield from _variants(page, firsts, FIRST)


def _variants(page: Page, grouped: Mapping[str, Mapping[str, tuple[str, Span]]], least: float) -> Iterator[Found]:
    for shared in sorted(grouped):
        names = sorted(grouped[shared])
        for i, one in enumerate(names[:MANY]):
            for other in names[i + 1 : MANY]:
                (here, at), (there, span) = grouped[shared][one], grouped[shared][other]
                plain, against = (n.replace("-", "").rstrip("s") for n in (one, other))
                if here == there or plain == against or OSA.normalized_similarity(plain, against) < least:
                    continue
                yield Found(
                    "name",
                    Place(here, at.start, at.end),
                    Place(there, span.start, span.end),
                    f"One name, spelled “{_title(page, here, at)}” and “{_title(page, there, span)}”.",
                    0.6,
                )


def garbled_in_retelling(
    page: Page, readings: Sequence[Reading], kin: Mapping[str, frozenset[str]], first: frozenset[str]
) -> Iterator[Found]:
    """Names that one retelling of an outlet's news has nearly as another has them, and neither as the other."""
    named = {r.report.id: _names(r) for r in readings}
    reports = sorted((r for r in named if kin.get(r)), key=lambda r: (r not in first, r))[:MANY]
    told: set[frozenset[str]] = set()
    for i, here in enumerate(reports):
        for there in reports[i + 1 :]:
            if not kin[here] & kin[there]:
                continue
            ours = {n: v for n, v in named[here].items() if n not in page.texts[there].casefold()}
            theirs = {n: v for n, v in named[there].items() if n not in page.texts[here].casefold()}
            for one in sorted(ours):
                near = [
                    n for n in sorted(theirs) if n[0] == one[0] and theirs[n][1] == ours[one][1] and _garbled(one, n)
                ]
                if len(near) != 1 or frozenset((one, near[0])) in told:
                    continue
                told.add(frozenset((one, near[0])))
                a, b = Place(here, *ours[one][0]), Place(there, *theirs[near[0]][0])
                words = _title(page, here, ours[one][0]), _title(page, there, theirs[near[0]][0])
                yield Found("name", a, b, f"One name, “{words[0]}” in one report and “{words[1]}” in the other.", 0.8)


def _names(reading: Reading) -> dict[str, tuple[Span, str]]:
    """Each name of a person, body or place, folded, with its first place and its kind."""
    out: dict[str, tuple[Span, str]] = {}
    for name in reading.names:
        words = reading.report.text[name.span.start : name.span.end].strip()
        key = " ".join(words.casefold().removesuffix("’s").removesuffix("'s").split())
        if name.kind in ("person", "organisation", "place") and len(key) >= SHORTEST and words[0].isupper():
            out.setdefault(key, (name.span, name.kind))
    return out


SHORTEST = 4  # letters


def _garbled(a: str, b: str) -> bool:
    """Nearly one name, and not the same one with a hyphen, a full stop or an "s" more."""
    one, other = (re.sub(r"[-‐. ]", "", name).rstrip("s") for name in (a, b))
    return one != other and OSA.normalized_similarity(a, b) >= SOUNDS + 0.05


FIRST = 0.8  # first names of one family are shorter and more alike: Tomas and Thomas, but not Anna and Anton
SOUNDS = 0.7  # share of letters two spellings of one family name keep; "Gadhafi" and "Qaddafi" keep five of seven
MANY = 40  # family names looked at under one first name


def _fold(word: str) -> str:
    """Lower case, without accents: those are a matter of house style."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c))


def _slip(a: str, b: str) -> bool:
    """One letter doubled, dropped, swapped or changed inside the word; an ending is an inflection or another name."""
    if a.rstrip("s") == b.rstrip("s") or abs(len(a) - len(b)) > 1 or a[-1] != b[-1]:
        return False
    return OSA.distance(a, b) == 1 or (OSA.distance(a, b) == 2 and sorted(a) == sorted(b))


def _pair(
    page: Page, rare: list[tuple[str, Span, str]], usual: list[tuple[str, Span, str]], a: str, b: str
) -> Iterator[Found]:
    report, span, first = rare[0]
    same = [u for u in usual if u[0] == report and (not first or not u[2] or u[2] == first)] or [
        u for u in usual if first and u[2] == first
    ]
    if not same:
        return
    there, at, _ = next((u for u in same if u[2]), same[0])
    yield Found(
        "name",
        Place(there, at.start, at.end),
        Place(report, span.start, span.end),
        f"One name, spelled “{_title(page, there, at)}” and “{_title(page, report, span)}”.",
        0.85,
    )


def _title(page: Page, report: str, span: Span) -> str:
    return " ".join(page.texts[report][span.start : span.end].split())
