"""Story -> a summary in the terminal: figures, claims by independent origins, conflicts, drift, who relays whom."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from twosource.model import Story
from twosource.present import phrases, safe
from twosource.present.claim_rows import Row, claim_rows
from twosource.present.index import Index
from twosource.present.lineage_graph import lineage_graph
from twosource.present.lineage_parts import Graph
from twosource.present.lineage_tree import Branch, lineage_tree
from twosource.present.page_values import missing, second_sentence, sentence
from twosource.present.pair_rows import Half, PairGroup, conflict_pairs, drift_pairs

# What fits two or three screens; the rest is counted, and is in the page.
CLAIMS, PAIRS, OPPOSITES, LEFT_OUT = 25, 10, 3, 20
# Words of a passage shown in a pair.
WORDS = 140
# No wider than a line that can be read.
WIDEST = 110
_STYLE = {"corroborated": "green", "contested": "red", "denied": "red", "single origin": "", "origin unknown": "dim"}


def terminal(story: Story, console: Console) -> None:
    """Print the story's summary on ``console``; colours only where it has them, at most ``WIDEST`` columns."""
    out = _Paper(console)
    index = Index(story)
    out.line(story.story.headline or "Untitled story", "bold")
    out.line("".join(clause.text for clause in sentence(index)) + ".")
    second = " ".join(second_sentence(index))
    if second:
        out.line(second, "dim")
    rows = sorted(claim_rows(index), key=lambda r: (-r.origins, -r.reports, r.number))
    if rows:
        out.head("Claims, by independent origins")
        for row in rows[:CLAIMS]:
            _claim(out, row)
        out.more(len(rows) - CLAIMS, "claim")
    _pairs(out, "Conflicts", conflict_pairs(index))
    _pairs(out, "Drift: changed in the retelling", drift_pairs(index))
    graph = lineage_graph(index)
    _lineage(out, index, graph)
    gone = missing(index, graph)
    if gone:
        out.head("Not among the files: fetch next")
        for item in gone[:PAIRS]:
            name = item.gathered_by or item.label
            rests = f", {phrases.counted(item.claims, 'claim rests', 'claims rest')} on it" if item.claims else ""
            out.line(f"{name}: carried by {phrases.counted(item.reports, 'report')}{rests}", indent=2)
        out.more(len(gone) - PAIRS, "origin")
    left = [(index.dated(r), why) for r, why in index.aside.items()]
    left += [(item.path or item.url or "unnamed input", item.reason) for item in story.refusals]
    if left:
        out.head("Left out")
        for name, why in left[:LEFT_OUT]:
            out.line(f"{name}: {why}", indent=2)
        out.more(len(left) - LEFT_OUT, "file")


class _Paper:
    """Lines of a known width with other people's text made harmless."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.width = min(console.width, WIDEST)
        self.plain = console.options.ascii_only

    def text(self, text: str, style: str = "") -> Text:
        flat = safe.plain(" ".join(text.split()))
        if self.plain:
            for mark, put in (("→", "->"), ("–", "-"), ("…", "..."), ("“", '"'), ("”", '"'), ("·", "-")):
                flat = flat.replace(mark, put)
            flat = flat.encode(self.console.encoding or "ascii", "replace").decode(self.console.encoding or "ascii")
        return Text(flat, style=style)

    def line(self, text: str | Text, style: str = "", indent: int = 0, hang: int = 0) -> None:
        shown = self.text(text, style) if isinstance(text, str) else text
        for n, part in enumerate(shown.wrap(self.console, max(20, self.width - indent - hang))):
            part.rstrip()
            self.console.print(Text(" " * (indent + (hang if n else 0))) + part, soft_wrap=True)

    def run(self, *parts: tuple[str, str]) -> Text:
        """Texts with their styles, two spaces between them."""
        found = Text()
        for n, (text, style) in enumerate(part for part in parts if part[0]):
            found.append("  " if n else "")
            found.append_text(self.text(text, style))
        return found

    def head(self, text: str) -> None:
        self.console.print()
        self.line(text, "bold underline")

    def more(self, count: int, what: str, indent: int = 2) -> None:
        if count > 0:
            self.line(f"and {phrases.counted(count, 'more ' + what)}", "dim", indent=indent)


def _claim(out: _Paper, row: Row) -> None:
    first = Text(f"{phrases.number(row.origins):>3}  ", style="bold")
    status = row.status if row.low == row.high else f"{row.status}, {phrases.span_of(row.low, row.high)}"
    first.append_text(out.run((status, _STYLE[row.status]), (row.text, "")))
    out.line(first, hang=5)
    said = phrases.listed([name for name, _ in row.says], 3)
    denied = phrases.listed([name for name, _ in row.denies], 3)
    parts = [
        phrases.counted(row.reports, "report"),
        f"since {row.since}" if row.since else "",
        f"says {said}" if said else "",
        f"denies {denied}" if denied else "",
    ]
    out.line(" · ".join(part for part in parts if part), "dim", indent=5)


def _pairs(out: _Paper, title: str, groups: list[PairGroup]) -> None:
    if not groups:
        return
    out.head(title)
    for group in groups[:PAIRS]:
        out.line(out.run((group.kind, "bold"), (group.right[0].reason, "")), indent=2, hang=2)
        out.line(_told(group.left), indent=4, hang=2)
        for opposite in group.right[:OPPOSITES]:
            out.line(f"– {_told(opposite.half)}", indent=4, hang=2)
        out.more(len(group.right) - OPPOSITES, "passage", indent=4)
    out.more(len(groups) - PAIRS, "pair")


def _told(half: Half) -> str:
    return f"{half.outlet}: “{phrases.shortened(half.context.words, WORDS)}”"


def _lineage(out: _Paper, index: Index, graph: Graph) -> None:
    branches, alone = lineage_tree(index, graph)
    if not index.story.lineage:
        return
    out.head("Who has it from whom")
    for branch in branches[:CLAIMS]:
        _branch(out, branch, 0)
    out.more(len(branches) - CLAIMS, "origin")
    if alone:
        outlets = phrases.listed([branch.node.title for branch in alone], 5)
        out.line(f"{outlets}: nobody named that they had it from", "dim", indent=2)


def _branch(out: _Paper, branch: Branch, depth: int) -> None:
    node = branch.node
    note = " (not among the files)" if node.kind == "absent" else ""
    links = [f"{why.relation} {why.source}" for why in branch.whys if why.relation != "original"]
    line = out.run(
        (node.letter or "", "bold"),
        (node.title + note, "bold" if node.letter else ""),
        (phrases.listed(links, 3), "dim"),
        (f"→ {phrases.listed([name for name, _ in branch.feeds], 3)}" if branch.feeds and not depth else "", "dim"),
    )
    out.line(line, indent=2 + 3 * min(depth, 8), hang=3)
    for child in (*branch.members, *branch.children):
        _branch(out, child, depth + 1)
    if branch.folded_text:
        out.line(branch.folded_text, "dim", indent=5 + 3 * min(depth, 8))
