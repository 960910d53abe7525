"""Story -> everything a page says, once: what the HTML file, the site and the server all draw."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from twosource.model import ClaimStatus, Story
from twosource.present import phrases
from twosource.present.claim_rows import Row, claim_rows
from twosource.present.glance import Glance, glances
from twosource.present.index import Index
from twosource.present.lineage_graph import absent, lineage_graph, what_was_gathered
from twosource.present.lineage_parts import Graph
from twosource.present.lineage_picture import Picture, lineage_picture
from twosource.present.lineage_tree import Branch, lineage_tree
from twosource.present.pair_rows import PairGroup, conflict_pairs, drift_pairs
from twosource.present.report_texts import ReportText, report_texts
from twosource.present.source_rows import SourceRow, source_rows
from twosource.present.timeline_rows import TimelinePicture, timeline_rows

# Passages that are named in one line before the rest is counted.
LINKS, LINKS_BIG = 60, 3
STATUSES: tuple[tuple[ClaimStatus, str], ...] = (
    ("corroborated", "two or more origins and two or more speakers"),
    ("single origin", "one origin, or one speaker only"),
    ("contested", "supported and denied, or in conflict"),
    ("denied", "denials and no support"),
    ("origin unknown", "support without any known origin"),
)


@dataclass(frozen=True)
class Clause:
    """A part of the first sentence, and where it leads."""

    text: str
    href: str
    strong: bool = False


@dataclass(frozen=True)
class Missing:
    """An origin whose first-hand report is not among the files."""

    letter: str
    label: str
    gathered_by: str
    source_number: int | None
    reports: int
    claims: int
    alone: int
    touched: int


@dataclass(frozen=True)
class PageValues:
    """All that a page shows of a story."""

    title: str
    period: str
    sentence: tuple[Clause, ...]
    second: tuple[str, ...]
    glances: tuple[Glance, ...]
    statuses: tuple[tuple[str, int, str], ...]
    picture: Picture
    branches: tuple[Branch, ...]
    alone: tuple[Branch, ...]
    missing: tuple[Missing, ...]
    claims: tuple[Row, ...]
    conflicts: tuple[PairGroup, ...]
    conflicts_count: int
    drift: tuple[PairGroup, ...]
    drift_count: int
    timeline: TimelinePicture
    speaking: tuple[SourceRow, ...]
    silent: tuple[SourceRow, ...]
    reports: tuple[ReportText, ...]
    refusals: tuple[tuple[str, str], ...]
    origins: tuple[tuple[str, str], ...]
    outlets: tuple[tuple[int, str], ...]
    big: bool
    links: int
    version: str


def page_values(index: Index, *, version: str, brief: str = "") -> PageValues:
    """The PageValues of an indexed story; ``version`` is named in the page's foot.

    ``brief`` is the address of the brief as seen from its reports, where they stand on pages of their own.
    """
    story = index.story
    graph = lineage_graph(index)
    branches, alone = lineage_tree(index, graph)
    speaking, silent = source_rows(index)
    claims = claim_rows(index)
    conflicts, drift = conflict_pairs(index), drift_pairs(index)
    by_status = Counter(claim.status for claim in story.claims)
    letters = sorted(index.origin_letter.items(), key=lambda pair: (len(pair[1]), pair[1]))
    return PageValues(
        title=" ".join(story.story.headline.split()) or "Untitled story",
        period=_period(story),
        sentence=sentence(index),
        second=tuple(second_sentence(index)),
        glances=glances(index, claims, conflicts, drift) if claims or drift else (),
        statuses=tuple((status, by_status[status], why) for status, why in STATUSES if by_status[status]),
        picture=lineage_picture(index, graph),
        branches=tuple(branches),
        alone=tuple(alone),
        missing=missing(index, graph),
        claims=tuple(claims),
        conflicts=tuple(conflicts),
        conflicts_count=len(story.conflicts),
        drift=tuple(drift),
        drift_count=len(story.drift),
        timeline=timeline_rows(index),
        speaking=tuple(speaking),
        silent=tuple(silent),
        reports=tuple(report_texts(index, _linked(claims, speaking) if index.big else None, brief=brief)),
        refusals=tuple((item.path or item.url or "unnamed input", item.reason) for item in story.refusals),
        origins=tuple((letter, index.origins[origin].label) for origin, letter in letters),
        outlets=tuple((n, name) for name, n in index.outlet_number.items()),
        big=index.big,
        links=LINKS_BIG if index.big else LINKS,
        version=version,
    )


def sentence(index: Index) -> tuple[Clause, ...]:
    """``7 reports, 3 independent origins; 2 claims contested; 4 details changed in the retelling``."""
    story = index.story
    contested = sum(claim.status == "contested" for claim in story.claims)
    denied = sum(claim.status == "denied" for claim in story.claims)
    clauses = [
        Clause(phrases.counted(len(index.kept), "report"), "#reports", True),
        Clause(", " + phrases.counted(story.story.independent_origins, "independent origin"), "#lineage", True),
        Clause(
            "; " + (phrases.counted(contested, "claim") if contested else "no claim") + " contested",
            "#claims&status=contested" if contested else "#claims",
        ),
    ]
    if denied:
        clauses.append(Clause(f", {phrases.number(denied)} denied", "#claims&status=denied"))
    changed = phrases.counted(len(story.drift), "detail") + " changed in the retelling"
    clauses.append(Clause("; " + (changed if story.drift else "nothing found changed in the retelling"), "#drift"))
    return tuple(clauses)


def second_sentence(index: Index) -> list[str]:
    """What the figures rest on: who only retells, what is not in hand, what was left out."""
    relays = len(
        {edge.report for edge in index.story.lineage if edge.relation == "relays"} & {r.id for r in index.kept}
    )
    found = []
    if relays:
        verb = "retells" if relays == 1 else "retell"
        found.append(
            f"{phrases.number(relays)} of the {phrases.counted(len(index.kept), 'report')} {verb} another as a whole."
        )
    loose = len(index.claims_of_origin) - index.story.story.independent_origins
    if loose > 0:
        bears, counts = ("bears", "counts") if loose == 1 else ("bear", "count")
        more = phrases.counted(loose, "more origin")
        found.append(f"{more} {bears} on claims loosely and {counts} only in the high end of a range.")
    gone = sum(origin.id in index.claims_of_origin for origin, _ in absent(index))
    if gone:
        found.append(f"{phrases.counted(gone, 'origin behind claims is', 'origins behind claims are')} not in hand.")
    left = len(index.aside) + len(index.story.refusals)
    if left:
        found.append(f"{phrases.counted(left, 'file was', 'files were')} left out, with reasons.")
    return found


def missing(index: Index, graph: Graph) -> tuple[Missing, ...]:
    """What to fetch next: whatever is known only through others, what most claims rest on first.

    Origins whose first-hand report is not among the files, and outlets that reports had it from without an origin
    being known behind them.
    """
    found = []
    fed: dict[str, set[str]] = defaultdict(set)
    for link in graph.links:
        fed[link.start].add(link.end)
    for origin, reports in absent(index):
        carriers = {f"r{report.id}" for report in reports} | fed[f"o{origin.id}"] | fed[f"s{origin.gathered_by}"]
        claims = index.claims_of_origin.get(origin.id, [])
        name = index.source_name(origin.gathered_by) if origin.gathered_by else ""
        alone = sum(index.story.claims[index.claim_number[c] - 1].independent_origins <= 1 for c in claims)
        found.append(
            Missing(
                index.origin_letter[origin.id],
                what_was_gathered(origin.label, name),
                name,
                index.source_number.get(origin.gathered_by or ""),
                sum(key in graph.nodes and graph.nodes[key].kind == "report" for key in carriers),
                len(claims),
                alone,
                len(index.claims_touched.get(origin.id, ())),
            )
        )
    behind = {link.end for link in graph.links if link.relation == "original"}
    for key, node in graph.nodes.items():
        if node.kind == "absent" and key not in behind:
            told = len(fed[key])
            found.append(Missing("", node.title, "", index.source_number.get(key[1:]), told, 0, 0, 0))
    return tuple(found)


def _linked(claims: list[Row], sources: list[SourceRow]) -> frozenset[str]:
    """The anchors in reports that claims and sources lead to: in a big story most evidence is only counted."""
    found = {f"t{number}" for source in sources for _, links in source.told_in for _, number in links}
    for row in claims:
        for _, _, groups in row.sides:
            for group in groups:
                found |= {link.target for link in group.more[:LINKS_BIG]}
                for passage in group.passages:
                    found |= {passage.target, *(link.target for link in passage.same_words[:LINKS_BIG])}
    return frozenset(found)


def _period(story: Story) -> str:
    return phrases.period(story.story.first_published, story.story.last_published)
