"""Story -> Markdown to paste into a note or a message: every claim with its passages, every pair, every link."""

from __future__ import annotations

import re
from collections.abc import Iterable

from twosource.model import Place, Story
from twosource.present import phrases, safe
from twosource.present.claim_rows import Group, Row, claim_rows
from twosource.present.index import Index
from twosource.present.lineage_graph import lineage_graph
from twosource.present.lineage_tree import Branch, lineage_tree
from twosource.present.page_values import Missing, missing, second_sentence, sentence
from twosource.present.timeline_rows import timeline_rows

# What Markdown or the HTML inside it would read as markup. A full stop or a dash matters only at a line's start, where
# none of other people's text ever stands.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")


def markdown(story: Story) -> str:
    """The brief as Markdown (CommonMark): headline, claims with their evidence, conflicts, drift, lineage, files."""
    index = Index(story)
    lines = [f"# {_say(story.story.headline) or 'Untitled story'}", ""]
    lines += ["**" + "".join(clause.text for clause in sentence(index)) + ".** " + " ".join(second_sentence(index)), ""]
    lines += _claims(claim_rows(index))
    lines += _pairs("Conflicts", [(c.kind, c.a, c.b, c.reason) for c in story.conflicts], index)
    lines += _pairs("Drift", [(d.kind, d.a, d.b, d.reason) for d in story.drift], index)
    graph = lineage_graph(index)
    branches, alone = lineage_tree(index, graph)
    lines += _section("Lineage", (line for branch in [*branches, *alone] for line in _tree(branch, 0)))
    lines += _section("Fetch next", map(_missing, missing(index, graph)))
    lines += _timeline(index)
    lines += _section("Reports", (_report(index, report.id) for report in story.reports))
    lines += _section(
        "Not read",
        (f"- {_say(item.path or item.url or 'unnamed input')}: {_say(item.reason)}" for item in story.refusals),
    )
    return "\n".join(lines).rstrip() + "\n"


def _say(text: str) -> str:
    """Other people's text on one line, with nothing in it that Markdown or HTML would act on."""
    return _MARKUP.sub(r"\\\1", safe.plain(" ".join(text.split()))).replace("\\&", "&amp;").replace("\\<", "&lt;")


def _section(title: str, lines: Iterable[str]) -> list[str]:
    found = list(lines)
    return [f"## {title}", "", *found, ""] if found else []


def _claims(rows: list[Row]) -> list[str]:
    lines = ["## Claims", ""]
    for row in rows:
        count = phrases.counted(row.origins, "independent origin")
        if row.low != row.high:
            count += f" ({phrases.span_of(row.low, row.high)})"
        lines += [f"### {row.number}. {_say(row.text)}", ""]
        since = f", since {row.since}" if row.since else ""
        lines += [f"**{row.status}**: {count}, {phrases.counted(row.reports, 'report')}{since}.", ""]
        lines += [f"- {_say(reason)}" for reason in row.reasons]
        lines += [""] if row.reasons else []
        for _, title, groups in row.sides:
            lines.append(f"{title}:")
            lines.append("")
            for group in groups:
                lines += _group(group)
            lines.append("")
    return lines if rows else []


def _group(group: Group) -> list[str]:
    label = f"Origin {group.letter}: {_say(group.label)}" if group.letter else _say(group.label)
    lines = [f"- {label}"]
    for passage in group.passages:
        chain = " → ".join(_say(name) for name, _ in passage.chain)
        dated = f", {passage.dated}" if passage.dated else ""
        lines.append(f"  - {chain}{dated}: “{_say(passage.context.words)}”")
        if passage.same_words:
            lines.append(f"    - in the same words: {_say(phrases.listed([k.label for k in passage.same_words], 8))}")
    if group.more:
        outlets = _say(phrases.listed([k.label for k in group.more], 8))
        lines.append(f"  - and in {phrases.counted(len(group.more), 'more passage')}: {outlets}")
    return lines


def _pairs(title: str, pairs: list[tuple[str, Place, Place, str]], index: Index) -> list[str]:
    def told(place: Place) -> str:
        return f"{_say(index.dated(place.report))}: “{_say(index.words(place))}”"

    return _section(title, (f"- **{kind}**: {told(a)}; {told(b)}. {_say(why)}" for kind, a, b, why in pairs))


def _tree(branch: Branch, depth: int) -> Iterable[str]:
    node = branch.node
    name = f"Origin {node.letter}: {_say(node.title)}" if node.letter else _say(node.title)
    links = "; ".join(
        "gathered itself" if why.relation == "original" else f"{why.relation} {_say(why.source)}" for why in branch.whys
    )
    note = f" ({node.note})" if node.note and node.kind in {"absent", "document"} else ""
    yield f"{'  ' * depth}- {name}{note}{': ' + links if links else ''}"
    for child in (*branch.members, *branch.children, *branch.folded):
        yield from _tree(child, depth + 1)


def _missing(item: Missing) -> str:
    name = _say(item.gathered_by or item.label)
    what = f" ({_say(item.label)})" if item.gathered_by and item.label != item.gathered_by else ""
    rests = f"; {phrases.counted(item.claims, 'claim rests', 'claims rest')} on it" if item.claims else ""
    return f"- {name}{what}: carried by {phrases.counted(item.reports, 'report')}{rests}"


def _timeline(index: Index) -> list[str]:
    return _section(
        "Timeline",
        (
            f"- {_say(row.shown)}: "
            + "; ".join(
                f"{_say(t.what)} ({_say(phrases.listed([outlet for outlet, _ in t.tellers]))})" for t in row.tellings
            )
            for row in timeline_rows(index).rows
        ),
    )


def _report(index: Index, report_id: str) -> str:
    report = index.reports[report_id]
    url = safe.link(report.url)
    where = f" <{url}>" if url and not re.search(r"[<>]", url) else ""
    aside = f" (set aside: {_say(index.aside[report_id])})" if report_id in index.aside else ""
    return f"- {_say(index.dated(report_id))}: {_say(index.title(report_id))}{aside}{where}"
