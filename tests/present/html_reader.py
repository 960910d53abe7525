"""An HTML page as a flat list of what a browser would see: tags with attributes, and text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple


class Tag(NamedTuple):
    name: str
    attributes: dict[str, str | None]


class Page(HTMLParser):
    """Every start tag in order, the text of scripts and styles apart from the rest."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[Tag] = []
        self.scripts: list[str] = []
        self.texts: list[str] = []
        self.marks: dict[str, list[str]] = {}
        self.report_texts: list[str] = []
        self._raw = False
        self._link: list[str] = []
        self._marked = False
        self._inside = 0
        self._apart = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(Tag(tag, dict(attrs)))
        self._raw = tag in {"script", "style"}
        if tag == "div" and dict(attrs).get("class") == "text":
            self.report_texts.append("")
            self._inside = 1
        elif self._inside and tag in {"small", "sup", "a"}:
            self._apart += 1
        if tag == "script":
            self.scripts.append("")
        if tag == "a":
            self._link.append((dict(attrs).get("href") or "")[1:])
        if tag == "mark" and self._link:
            self._marked = True
            self.marks.setdefault(self._link[-1], []).append("")

    def handle_endtag(self, tag: str) -> None:
        self._raw = False
        if tag == "div":
            self._inside = 0
        elif self._inside and tag in {"small", "sup", "a"}:
            self._apart -= 1
        if tag == "a" and self._link:
            self._link.pop()
        if tag == "mark":
            self._marked = False

    def handle_data(self, data: str) -> None:
        if self._raw:
            if self.scripts and self.tags[-1].name == "script":
                self.scripts[-1] += data
            return
        self.texts.append(data)
        if self._inside and not self._apart:
            self.report_texts[-1] += data
        if self._marked and self._link:
            self.marks[self._link[-1]][-1] += data

    def attribute(self, name: str) -> list[str]:
        return [value for tag in self.tags if (value := tag.attributes.get(name)) is not None]
