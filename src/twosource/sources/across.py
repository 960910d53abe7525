"""Who is who across reports: entities of several reports joined by name keys, then verified."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from twosource import graph
from twosource.gazetteer.nations import government_of
from twosource.gazetteer.resemble import resemble
from twosource.graph import Edge
from twosource.model import Place, Reason
from twosource.sources import documents
from twosource.sources.chains import Chains, Entity, drops_head
from twosource.sources.nations import nations_in
from twosource.text.names import (
    compare_organisations,
    compare_people,
    fold,
    initials,
    is_acronym,
    organisation_words,
    person,
    skeleton,
)

Node = tuple[int, int]  # report's index, entity's number
# Names compared with each other in one block. Larger blocks are of no use: their key tells nothing.
BLOCK = 300


def join(
    pages: Sequence[Chains],
    wanted: Sequence[set[int]],
    *,
    same: Iterable[tuple[Node, Node, Reason]] = (),
    apart: Iterable[tuple[Node, Node]] = (),
    told: Mapping[Node, str] | None = None,
) -> tuple[list[graph.Group[Node]], list[Edge[Node]]]:
    """Groups of entities that are one source, and the edges left as proposals.

    ``wanted`` are the unnamed entities of each report that are cited; named ones always take part. ``same`` and
    ``apart`` are people's judgements. ``told`` maps an entity to the outlet it spoke to, in the report's words.
    """
    nodes: list[Node] = []
    for r, chains in enumerate(pages):
        nodes += [
            (r, e.number) for e in chains.entities if e.mentions and (e.names or e.state or e.number in wanted[r])
        ]
    entity = {node: pages[node[0]].entities[node[1]] for node in nodes}
    edges: list[Edge[Node]] = []
    proposals: list[Edge[Node]] = []
    blocked: list[tuple[Node, Node]] = []
    edges += _outlets(nodes, entity, pages) + _states(nodes, entity, pages)
    joined, proposed = _organisations(nodes, entity, pages)
    edges += joined
    proposals += proposed
    joined, proposed, cannot = _people(nodes, entity, pages)
    edges += joined
    proposals += proposed
    blocked += cannot
    edges += _offices(nodes, entity, pages)
    joined, proposed = _anonymous(nodes, entity, pages, told or {})
    edges += joined
    proposals += proposed
    edges += [Edge(a, b, 2.0, reason) for a, b, reason in same if a in entity and b in entity]
    blocked += [(a, b) for a, b in apart if a in entity and b in entity]
    # Documents are told apart by whose they are, so people are grouped first.
    group_of = {node: g for g, found in enumerate(graph.group(nodes, edges, cannot=blocked)) for node in found.nodes}
    joined, proposed = documents.join(nodes, pages, group_of)
    return graph.group(nodes, [*edges, *joined], cannot=blocked), proposals + proposed


def place_of(pages: Sequence[Chains], node: Node) -> Place:
    """Where an entity is first mentioned."""
    chains = pages[node[0]]
    m = chains.entities[node[1]].mentions[0]
    return Place(chains.page.report, m.start, m.end)


def _edge(pages: Sequence[Chains], a: Node, b: Node, score: float, rule: str, text: str) -> Edge[Node]:
    return Edge(a, b, score, Reason(rule, text, min(score, 1.0), (place_of(pages, a), place_of(pages, b))))


def _star(
    pages: Sequence[Chains], blocks: Mapping[str, list[Node]], score: float, rule: str, say: str
) -> Iterator[Edge[Node]]:
    for key in sorted(blocks):
        hub, *rest = blocks[key]
        for node in rest:
            yield _edge(pages, hub, node, score, rule, say.format(pages[hub[0]].entities[hub[1]].full_name or key))


def _outlets(nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains]) -> list[Edge[Node]]:
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        e = entity[node]
        if e.sort == "outlet":
            blocks[_outlet_key(e)].append(node)
    found = list(_star(pages, blocks, 1.0, "same-outlet", "Both name the outlet “{}”."))
    return found


def _outlet_key(e: Entity) -> str:
    if e.canonical:
        return fold(e.canonical).removeprefix("the ")
    near = resemble(e.full_name)
    return fold(near[0].name if near else e.full_name).removeprefix("the ")


def _states(nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains]) -> list[Edge[Node]]:
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if entity[node].state:
            blocks[entity[node].state].append(node)
    return list(_star(pages, blocks, 0.95, "same-state", "Both speak for one country's government."))


def _organisations(
    nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains]
) -> tuple[list[Edge[Node]], list[Edge[Node]]]:
    """Equal words first; then initials, houses that stand for an office, and other spellings, within small blocks."""
    by_words: dict[str, list[Node]] = defaultdict(list)
    names: dict[str, str] = {}
    for node in nodes:
        e = entity[node]
        if e.sort == "organisation" and e.names and not e.state:
            key = organisation_key(e.full_name)
            by_words[key].append(node)
            names.setdefault(key, e.full_name)
    found = list(_star(pages, by_words, 0.98, "same-organisation", "Both name “{}”."))
    proposals: list[Edge[Node]] = []
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(names):
        marks = {
            *key.split(),
            initials(names[key]),
            fold(names[key]).replace(" ", "") if is_acronym(names[key]) else "",
        }
        for mark in sorted(m for m in marks if len(m) > 1):
            blocks[mark].append(key)
    compared: set[tuple[str, str]] = set()
    fuller: dict[str, list[str]] = defaultdict(list)  # a short form's key -> the longer names it may be short for
    for mark in sorted(blocks):
        keys = blocks[mark]
        if len(keys) > BLOCK:
            continue
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                if (a, b) in compared:
                    continue
                compared.add((a, b))
                likeness = compare_organisations(names[a], names[b])
                x, y = by_words[a][0], by_words[b][0]
                if likeness.verdict == "same":
                    text = f"“{names[a]}” and “{names[b]}”: {likeness.why}."
                    found.append(_edge(pages, x, y, likeness.score, "organisation", text))
                elif drops_head(names[a], names[b]) or _differ_by_nation(a, b, names):
                    short, long = sorted((a, b), key=lambda k: (len(k.split()), k))
                    fuller[short].append(long)
    for short in sorted(fuller):
        long = fuller[short]
        x, y = by_words[short][0], by_words[long[0]][0]
        if len(long) == 1:
            text = f"“{names[short]}” is short for “{names[long[0]]}”, the only one of the story."
            found.append(_edge(pages, x, y, 0.7, "short-form", text))
        else:
            proposals += [
                _edge(pages, x, by_words[k][0], 0.4, "short-form", f"“{names[short]}” may be “{names[k]}”.")
                for k in long[:4]
            ]
    return found, proposals


def organisation_key(name: str) -> str:
    """What an organisation's names have in common: what its house stands for, its words levelled and sorted."""
    meant = government_of(name) or government_of("the " + name)
    words = organisation_words(meant or name)
    countries = nations_in(" ".join(sorted(organisation_words(name)))) if not meant else nations_in(meant)
    plain = (
        {w for w in words if not nations_in(w)} - {"united", "states", "kingdom", "north", "south"}
        if countries
        else set(words)
    )
    return " ".join(sorted(plain | {fold(c).replace(" ", "") for c in countries})) or fold(name)


def _differ_by_nation(a: str, b: str, names: Mapping[str, str]) -> bool:
    x, y = set(a.split()), set(b.split())
    rest = x ^ y
    return (
        (x < y or y < x)
        and bool(rest)
        and all(any(fold(c).replace(" ", "") == w for c in nations_in(names[a]) | nations_in(names[b])) for w in rest)
    )


def _people(
    nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains]
) -> tuple[list[Edge[Node]], list[Edge[Node]], list[tuple[Node, Node]]]:
    full: dict[str, list[Node]] = defaultdict(list)
    single: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        e = entity[node]
        if e.sort != "person" or not e.names:
            continue
        words = person(e.full_name).words
        if len(words) > 1:
            mark = "pseudonym " if e.pseudonym else ""
            full[mark + " ".join((*words, person(e.full_name).suffix))].append(node)
        elif words:
            single[words[0]].append(node)
    edges = list(_star(pages, full, 1.0, "same-name", "Both name “{}”."))
    proposals: list[Edge[Node]] = []
    cannot: list[tuple[Node, Node]] = []
    name = {key: entity[group[0]].full_name for key, group in full.items()}
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in sorted(full):
        words = person(name[key]).words
        blocks["f " + skeleton(words[-1])].append(key)
        blocks["w " + " ".join(sorted(words))].append(key)
        blocks["j " + "".join(words)].append(key)
    compared: set[tuple[str, str]] = set()
    linked: dict[str, set[str]] = defaultdict(set)
    for mark in sorted(blocks):
        keys = blocks[mark]
        if len(keys) > BLOCK:
            continue
        for i, a in enumerate(keys):
            for b in keys[i + 1 :]:
                if (a, b) in compared:
                    continue
                compared.add((a, b))
                x, y = full[a][0], full[b][0]
                if a.startswith("pseudonym ") or b.startswith("pseudonym "):
                    cannot.append((x, y))
                    continue
                likeness = compare_people(name[a], name[b])
                if likeness.verdict == "same":
                    text = f"“{name[a]}” and “{name[b]}”: {likeness.why}."
                    if likeness.score >= 0.9 or _vouched(entity, full[a], full[b]):
                        edges.append(_edge(pages, x, y, min(likeness.score, 0.97), "name", text))
                        linked[a].add(b)
                        linked[b].add(a)
                    else:
                        proposals.append(_edge(pages, x, y, likeness.score, "name", text))
                else:
                    cannot.append((x, y))
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for key in sorted(full):
        if key.startswith("pseudonym "):
            continue
        words = person(name[key]).words
        for k, word in enumerate(dict.fromkeys(words)):
            if len(word) > 1:
                parts[word][key] += len(full[key]) * (3 if k == len(words) - 1 else 2 if k == 0 else 1)
    for word in sorted(single):
        group = single[word]
        hub, *rest = group
        edges += [
            _edge(pages, hub, n, 0.9, "same-name", f"Both name “{entity[hub].full_name}”.")
            for n in rest
            if not (entity[n].pseudonym or entity[hub].pseudonym)
        ]
        holders = parts.get(word)
        if not holders:
            continue
        ranked = holders.most_common()
        best = min((k for k, c in ranked if c == ranked[0][1]))
        others = [k for k, _ in ranked if k != best and k not in linked[best]]
        if others and not all(
            person(name[k]).words[-1] != word and person(name[best]).words[-1] == word for k in others
        ):
            proposals += [
                _edge(
                    pages,
                    hub,
                    full[k][0],
                    0.4,
                    "family-name",
                    f"“{entity[hub].full_name}” may be “{name[k]}”; another person of the story has that name too.",
                )
                for k in (best, *others[:3])
            ]
            continue
        if any(entity[n].pseudonym for n in group):
            continue
        edges += [
            _edge(
                pages,
                full[best][0],
                n,
                0.8,
                "family-name",
                f"“{entity[n].full_name}” is the only “{name[best]}” of the story.",
            )
            for n in group
        ]
    return edges, proposals, cannot


def _vouched(entity: Mapping[Node, Entity], a: Sequence[Node], b: Sequence[Node]) -> bool:
    """Do the descriptions of two spellings of one name agree, so that they are one person?"""
    x = {w for n in a[:20] for w in entity[n].words}
    y = {w for n in b[:20] for w in entity[n].words}
    return bool(x & y) or not x or not y


def _offices(nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains]) -> list[Edge[Node]]:
    """Unnamed voices of one office are that office's voice."""
    heads: dict[str, str] = {}  # a person's folded name -> the organisation that reports call it the head of
    for node in nodes:
        e = entity[node]
        if e.sort == "person" and e.names:
            for d in e.descriptions:
                if d.of and d.head in (
                    "head",
                    "founder",
                    "leader",
                    "chief",
                    "boss",
                    "owner",
                    "chairman",
                    "director",
                    "chief executive",
                ):
                    heads.setdefault(" ".join(person(e.full_name).words), organisation_key(d.of))
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        e = entity[node]
        if e.sort == "person" and not e.names and not e.plural:
            office = office_of(e)
            if office:
                blocks[heads.get(" ".join(person(office).words)) or organisation_key(office)].append(node)
    return list(
        _star(pages, blocks, 0.85, "same-office", "Both speak for one office; a spokesperson is that office's voice.")
    )


def office_of(e: Entity) -> str:
    """The office that an unnamed spokesperson speaks for, in the report's words; empty where none is named."""
    for d in e.descriptions:
        if "voice" in d.classes and d.head != "representative":
            text = (
                d.of
                or d.owner
                or " ".join(m for m in d.modifiers if m not in ("former", "chief", "deputy", "unnamed", "official"))
            )
            if text:
                return text
    return ""


def _anonymous(
    nodes: Sequence[Node], entity: Mapping[Node, Entity], pages: Sequence[Chains], told: Mapping[Node, str]
) -> tuple[list[Edge[Node]], list[Edge[Node]]]:
    """People without a name who spoke to one named outlet, described alike: a counted group joins, the rest is proposed."""
    blocks: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        e = entity[node]
        if e.names or e.sort not in ("person", "group") or node not in told or not e.descriptions:
            continue
        first = e.descriptions[0]
        blocks[f"{told[node]}|{first.head}|{first.number or 0}|{e.plural}"].append(node)
    edges, proposals = [], []
    for key in sorted(blocks):
        hub, *rest = blocks[key]
        outlet, head, number, _ = key.split("|")
        for node in rest:
            if node[0] == hub[0]:
                continue
            a, b = entity[hub], entity[node]
            x, y = a.words - {head}, b.words - {head}
            if a.nations and b.nations and not (a.nations & b.nations):
                continue
            alike = x <= y or y <= x
            text = f"Both reports cite “{b.descriptions[0].text}” who spoke to {outlet}, in the same words."
            if alike and number != "0":
                edges.append(_edge(pages, hub, node, 0.8, "same-sources", text))
            elif alike and (x & y):
                proposals.append(_edge(pages, hub, node, 0.5, "same-sources", text))
    return edges, proposals
