"""Story -> Markdown to paste into a note or a message: every claim with its passages, every pair, every link."""

from __future__ import annotations

import re

from twosource.model import Story
from twosource.present import safe
from twosource.present.written import Line, written

# What Markdown or the HTML inside it would read as markup. A full stop or a dash matters only at a line's start, where
# none of other people's text ever stands.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
_HEADS = {"title": "#", "section": "##", "claim": "###"}


def markdown(story: Story) -> str:
    """The brief as Markdown (CommonMark): headline, claims with their evidence, conflicts, drift, lineage, files."""
    lines: list[str] = []
    items = False
    for line in written(story, _say):
        if lines and not (items and line.kind == "item"):
            lines.append("")
        lines.append(_line(line))
        items = line.kind == "item"
    return "\n".join(lines) + "\n"


def _line(line: Line) -> str:
    if line.kind in _HEADS:
        return f"{_HEADS[line.kind]} {line.text}"
    strong = f"**{line.strong}**" if line.strong else ""
    mark = "  " * line.depth + "- " if line.kind == "item" else ""
    return f"{mark}{strong}{line.text}".rstrip()


def _say(text: str) -> str:
    """Other people's text on one line, with nothing in it that Markdown or HTML would act on."""
    return _MARKUP.sub(r"\\\1", safe.plain(" ".join(text.split()))).replace("\\&", "&amp;").replace("\\<", "&lt;")
