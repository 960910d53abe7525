"""Story -> the brief as plain lines: what Markdown and plain text both say, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from twosource.model import Place, Story
from twosource.present import phrases, safe
from twosource.present.claim_rows import Group, Row, claim_rows
from twosource.present.index import Index
from twosource.present.lineage_graph import lineage_graph
from twosource.present.lineage_tree import Branch, lineage_tree
from twosource.present.page_values import Missing, missing, second_sentence, sentence
from twosource.present.source_rows import SourceRow, source_rows
from twosource.present.timeline_rows import timeline_rows

# Outlets named in one line before the rest is counted.
NAMED = 8

Say = Callable[[str], str]
"""Other people's text -> the same on one line, with nothing in it that the format or a terminal would act on."""


@dataclass(frozen=True)
class Line:
    """One line: what it is, its text, the words of ours before it that stand out, and how deep an item lies."""

    kind: Literal["title", "section", "claim", "paragraph", "label", "item"]
    text: str
    strong: str = ""
    depth: int = 0


def written(story: Story, say: Say) -> Iterator[Line]:
    """The lines of the brief: headline, claims with their evidence, conflicts, drift, lineage, sources, files."""
    index = Index(story)
    yield Line("title", say(story.story.headline) or "Untitled story")
    yield Line(
        "paragraph",
        " " + " ".join(second_sentence(index)),
        "".join(clause.text for clause in sentence(index)) + ".",
    )
    yield from _section("Claims", (line for row in claim_rows(index) for line in _claim(row, say)))
    yield from _section("Conflicts", (_pair(index, say, c.kind, c.a, c.b, c.reason) for c in story.conflicts))
    yield from _section("Drift", (_pair(index, say, d.kind, d.a, d.b, d.reason) for d in story.drift))
    graph = lineage_graph(index)
    branches, alone = lineage_tree(index, graph)
    yield from _section("Lineage", (line for branch in [*branches, *alone] for line in _branch(branch, 0, say)))
    yield from _section("Fetch next", (_missing(item, say) for item in missing(index, graph)))
    yield from _section("Timeline", _timeline(index, say))
    yield from _section("Sources", (_source(row, say) for row in source_rows(index)[0]))
    yield from _section("Reports", (_report(index, report.id, say) for report in story.reports))
    yield from _section(
        "Not read",
        (
            Line("item", f"{say(item.path or item.url or 'unnamed input')}: {say(item.reason)}")
            for item in story.refusals
        ),
    )


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    found = list(lines)
    if found:
        yield Line("section", title)
        yield from found


def _claim(row: Row, say: Say) -> Iterator[Line]:
    count = phrases.counted(row.origins, "independent origin")
    if row.low != row.high:
        count += f" ({phrases.span_of(row.low, row.high)})"
    speakers = f", {phrases.counted(row.speakers, 'speaker')}" if row.speakers else ""
    since = f", since {row.since}" if row.since else ""
    yield Line("claim", f"{row.number}. {say(row.text)}")
    yield Line("paragraph", f": {count}{speakers}, {phrases.counted(row.reports, 'report')}{since}.", row.status)
    for reason in row.reasons:
        yield Line("item", say(reason))
    for dispute in row.disputes:
        yield Line("item", f" {say(dispute.reason)}", f"In conflict ({dispute.kind}):")
    for _, title, groups in row.sides:
        yield Line("label", f"{title}:")
        for group in groups:
            yield from _group(group, say)


def _group(group: Group, say: Say) -> Iterator[Line]:
    away = "" if group.in_hand or "not among the files" in group.label else " (not among the files)"
    yield Line("item", f"Origin {group.letter}: {say(group.label)}{away}" if group.letter else say(group.label))
    for passage in group.passages:
        chain = " → ".join(say(name) for name, _ in passage.chain)
        dated = f", {passage.dated}" if passage.dated else ""
        yield Line("item", f"{chain}{dated}: “{say(passage.context.words)}”", depth=1)
        if passage.same_words:
            outlets = say(phrases.listed([link.label for link in passage.same_words], NAMED))
            yield Line("item", f"in the same words: {outlets}", depth=2)
    if group.more:
        outlets = say(phrases.listed([link.label for link in group.more], NAMED))
        yield Line("item", f"and in {phrases.counted(len(group.more), 'more passage')}: {outlets}", depth=1)


def _pair(index: Index, say: Say, kind: str, a: Place, b: Place, reason: str) -> Line:
    told = [f"{say(index.dated(place.report))}: “{say(index.words(place))}”" for place in (a, b)]
    return Line("item", f": {'; '.join(told)}. {say(reason)}", kind)


def _branch(branch: Branch, depth: int, say: Say) -> Iterator[Line]:
    node = branch.node
    name = f"Origin {node.letter}: {say(node.title)}" if node.letter else say(node.title)
    links = "; ".join(
        "gathered itself" if why.relation == "original" else f"{why.relation} {say(why.source)}" for why in branch.whys
    )
    fed = say(phrases.listed([title for title, _ in branch.feeds], NAMED)) if not depth else ""
    note = f" ({node.note})" if node.note and node.kind in {"absent", "document"} else ""
    yield Line("item", f"{name}{note}{': ' + links if links else ''}{' → ' + fed if fed else ''}", depth=depth)
    for child in (*branch.members, *branch.children, *branch.folded):
        yield from _branch(child, depth + 1, say)


def _missing(item: Missing, say: Say) -> Line:
    name = say(item.gathered_by or item.label)
    what = f" ({say(item.label)})" if item.gathered_by and item.label not in {"", item.gathered_by} else ""
    rests = f"; {phrases.counted(item.claims, 'claim rests', 'claims rest')} on it" if item.claims else ""
    return Line("item", f"{name}{what}: in {phrases.counted(item.reports, 'report')}{rests}")


def _timeline(index: Index, say: Say) -> Iterator[Line]:
    for row in timeline_rows(index).rows:
        told = (
            f"{say(t.what)} ({say(phrases.listed([outlet for outlet, _ in t.tellers], NAMED))})" for t in row.tellings
        )
        yield Line("item", f"{say(row.shown)}: " + "; ".join(told))


def _source(row: SourceRow, say: Say) -> Line:
    about = f", {say(row.description)}" if row.description else ""
    part = f", part of {say(row.part_of[0])}" if row.part_of else ""
    said = f"{phrases.counted(row.statements, 'statement')} in {phrases.counted(row.reports, 'report')}"
    for word, claims in (("supports", row.supports), ("denies", row.denies)):
        if claims:
            numbers = phrases.listed([str(n) for n in claims], 12)
            said += f"; {word} {'claim' if len(claims) == 1 else 'claims'} {numbers}"
    return Line("item", f"{say(row.name)} ({row.kind}{about}{part}): {said}")


def _report(index: Index, report_id: str, say: Say) -> Line:
    report = index.reports[report_id]
    url = safe.link(report.url)
    where = f" <{url}>" if url and not {"<", ">"} & set(url) else ""
    aside = f" (set aside: {say(index.aside[report_id])})" if report_id in index.aside else ""
    return Line("item", f"{say(index.dated(report_id))}: {say(index.title(report_id))}{aside}{where}")
