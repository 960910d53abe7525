"""Outlets, states and organisations of several reports: equal words, initials, short forms, metonyms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from twosource.gazetteer.nations import government_of, nations
from twosource.gazetteer.outlets import find
from twosource.gazetteer.resemble import resemble
from twosource.graph import Edge
from twosource.sources.entities import SURE, Entity
from twosource.sources.linking import Links, Node, Story, pairs
from twosource.sources.nations import nations_in
from twosource.sources.short_forms import drops_head, shortens
from twosource.text.names import compare_organisations, fold, initials, is_acronym, organisation_words

_STATE_MEDIA = frozenset(["media", "agency", "news agency", "newswire", "press agency", "wire service"])
# A name with more than this many others spelled alike stands in a list of different bodies.
SPELLINGS = 3


def join(story: Story) -> Links:
    """Edges between outlets, states and organisations; a short form with two longer names is proposed to both."""
    outlets: dict[str, list[Node]] = defaultdict(list)
    states: dict[str, list[Node]] = defaultdict(list)
    by_words: dict[str, list[Node]] = defaultdict(list)
    names: dict[str, str] = {}
    for node, entity in story.entities.items():
        if entity.sort == "outlet":
            if outlet_key(entity):  # "a local station" is nobody's name
                outlets[outlet_key(entity)].append(node)
        elif entity.state:
            states[entity.state].append(node)
        elif entity.sort == "organisation" and entity.names:
            key = organisation_key(entity.full_name)
            by_words[key].append(node)
            names.setdefault(key, entity.full_name)
    links = Links([*_outlets(story, outlets), *_state_media(story, outlets)], [], [])
    links.edges.extend(story.star(states, 0.95, "same-state", "Both speak for the government of {}."))
    links.edges.extend(story.star(by_words, 0.98, "same-organisation", "Both name “{}”."))
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        short = fold(names[key]).replace(" ", "") if is_acronym(names[key]) else ""
        for mark in sorted({*key.split(), initials(names[key]), short}):
            if len(mark) > 1:
                blocks[mark].append(key)
    fuller: dict[str, list[str]] = defaultdict(list)  # a short form's key -> the longer names it may be short for
    compared = [(a, b, compare_organisations(names[a], names[b])) for a, b in pairs(blocks)]
    alike = Counter(k for a, b, likeness in compared if likeness.verdict == "same" for k in (a, b))
    for a, b, likeness in compared:
        if likeness.verdict == "same":
            if likeness.score < SURE and max(alike[a], alike[b]) > SPELLINGS:
                continue
            text = f"“{names[a]}” and “{names[b]}”: {likeness.why}."
            links.edges.append(story.edge(by_words[a][0], by_words[b][0], likeness.score, "organisation", text))
        elif (
            drops_head(names[a], names[b])
            or _differ_by_nation(a, b)
            or shortens(names[a], names[b])
            or shortens(names[b], names[a])
        ):
            few, many = sorted((a, b), key=lambda k: (len(k.split()), k))
            fuller[few].append(many)
    for few in sorted(fuller):
        node, longer = by_words[few][0], sorted(fuller[few], key=lambda k: (-len(k.split()), k))
        if all(set(b.split()) <= set(a.split()) for a, b in pairwise(longer)):
            longer = longer[:1]  # each is part of the next: one body, named more or less fully
        if len(longer) == 1:
            text = f"“{names[few]}” is short for “{names[longer[0]]}”, the only one of the story."
            links.edges.append(story.edge(node, by_words[longer[0]][0], 0.7, "short-form", text))
        else:
            links.proposals.extend(
                story.edge(node, by_words[k][0], 0.4, "short-form", f"“{names[few]}” may be “{names[k]}”.")
                for k in longer[:4]
            )
    return links


def _outlets(story: Story, outlets: dict[str, list[Node]]) -> list[Edge[Node]]:
    found = []
    for key in sorted(outlets):
        hub, *rest = outlets[key]
        for node in rest:
            a, b = story.entities[hub].full_name, story.entities[node].full_name
            text = f"Both name the outlet “{a}”." if a == b else f"“{a}” and “{b}” are names of one outlet."
            found.append(story.edge(hub, node, 1.0, "same-outlet", text))
    return found


def _state_media(story: Story, outlets: Mapping[str, Sequence[Node]]) -> list[Edge[Node]]:
    """ "The state media of X" is the agency of that country that the story names, if it names no other outlet of it."""
    known = {key: outlet for key in sorted(outlets) if (outlet := find(story.entities[outlets[key][0]].full_name))}
    found = []
    for node, entity in story.entities.items():
        described = [
            d for d in entity.descriptions if {"state", "state-run"} & set(d.modifiers) and d.head in _STATE_MEDIA
        ]
        if not described or entity.names:
            continue
        d = described[0]
        where = nations_in(" ".join(w for x in described for w in (x.owner, *x.modifiers, x.of)))
        fits = [key for key, outlet in known.items() if where and nations_in(_country_name(outlet.country)) == where]
        if len(fits) == 1 and known[fits[0]].kind == "agency":
            hub = outlets[fits[0]][0]
            text = f"“{d.text}” is “{story.entities[hub].full_name}”, the one outlet of that country in the story."
            found.append(story.edge(hub, node, 0.7, "state-media", text))
    return found


@lru_cache(maxsize=256)
def _country_name(code: str) -> str:
    return next((n.name for n in nations() if n.code == code), "")


def outlet_key(entity: Entity) -> str:
    """What one outlet's names have in common: the gazetteer's name, also behind a garbled one."""
    if entity.canonical:
        return fold(entity.canonical).removeprefix("the ")
    return _by_resemblance(entity.full_name)


@lru_cache(maxsize=4096)
def _by_resemblance(name: str) -> str:
    near = resemble(name)
    return fold(near[0].name if near else name).removeprefix("the ")


@lru_cache(maxsize=16384)
def organisation_key(name: str) -> str:
    """What an organisation's names have in common: what its house stands for, its words levelled and sorted."""
    meant = government_of(name) or government_of("the " + name)
    plain = organisation_words(meant or name)
    countries = nations_in(" ".join(fold(meant or name).split()))
    for country in sorted(countries):
        plain -= frozenset(fold(country).split())
    kept = {w for w in plain if not (countries and nations_in(w))}
    return " ".join(sorted(kept | {_country(c) for c in countries})) or fold(name)


def _country(name: str) -> str:
    return "@" + fold(name).replace(" ", "-")


def _differ_by_nation(a: str, b: str) -> bool:
    x, y = set(a.split()), set(b.split())
    rest = x ^ y
    return (x < y or y < x) and bool(rest) and all(w.startswith("@") for w in rest) and bool(x & y)
