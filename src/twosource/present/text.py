"""Story -> plain text to read in a mail or a terminal, or to print on anything: the whole brief, in lines that fit."""

from __future__ import annotations

import textwrap

from twosource.model import Story
from twosource.present import safe
from twosource.present.written import Line, written

# What a mail, a terminal and a sheet of paper hold.
WIDTH = 78
_RULES = {"title": "=", "section": "-"}


def text(story: Story) -> str:
    """The brief as plain text of at most ``WIDTH`` columns (a longer word stands alone): the lines of the Markdown."""
    lines: list[str] = []
    items = False
    for line in written(story, _say):
        if lines and not (items and line.kind == "item"):
            lines.append("")
        shown = _wrapped(line)
        lines += shown
        if line.kind in _RULES:
            lines.append(_RULES[line.kind] * max(len(part) for part in shown))
        items = line.kind in {"item", "label"}
    return "\n".join(lines) + "\n"


def _wrapped(line: Line) -> list[str]:
    first = "  " * line.depth + "- " if line.kind == "item" else ""
    said = line.strong.upper() if line.kind == "paragraph" and line.text.startswith(":") else line.strong
    return textwrap.wrap(
        said + line.text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first]


def _say(text: str) -> str:
    return safe.plain(" ".join(text.split()))
