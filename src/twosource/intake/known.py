"""What is known of a report's publication: from the desk's table, the page's metadata, or the page's own words."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from twosource.gazetteer.outlets import by_domain, find
from twosource.intake.when import iso_date

TABLE = "reports.csv"
# A desk's table has a line a file; a hundred times the largest story seen is bound enough.
MOST_ROWS = 100_000


class Known(NamedTuple):
    """Outlet, address, date, title and byline of a report; ``None`` where nothing says so."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    byline: str | None = None


def first_known(*sources: Known) -> Known:
    """Field by field what the first source that knows it says."""
    return Known(*(next((value for value in field if value), None) for field in zip(*sources, strict=True)))


def clean(text: object, most: int = 500) -> str | None:
    """A field as one line without control characters, at most ``most`` characters; ``None`` where nothing is left."""
    if not isinstance(text, str):
        return None
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text[: most * 4])
    return " ".join(kept.split())[:most].strip() or None


def tidy(known: Known) -> Known:
    """The same with clean fields, a known outlet's canonical name, and an ISO date; what is no date is dropped."""
    outlet = clean(known.outlet)
    listed = find(outlet) if outlet else None
    return Known(
        listed.name if listed else outlet,
        web_address(known.url),
        iso_date(known.published) if known.published else None,
        clean(known.title),
        clean(known.byline),
    )


def web_address(url: object) -> str | None:
    """The address if it is one of the web: nothing that a page could run when somebody follows it."""
    text = clean(url, 2_000)
    return text if text and text.lower().startswith(("http://", "https://")) and " " not in text else None


def from_address(url: str | None) -> Known:
    """What an address says for sure: the outlet of a known domain, and the date in its path."""
    if not url:
        return Known()
    listed = by_domain(host(url))
    return Known(outlet=listed.name if listed else None, published=iso_date(url.split("://", 1)[-1], path=True))


def host(url: str) -> str:
    """The host of an address, without ``www.``: the name of an outlet that nothing else names."""
    return (
        url.split("://", 1)[-1]
        .split("/", 1)[0]
        .rsplit("@", maxsplit=1)[-1]
        .split(":", maxsplit=1)[0]
        .lower()
        .removeprefix("www.")
    )


def read_table(folder: Path) -> tuple[dict[str, Known], tuple[str, ...]]:
    """What ``reports.csv`` of a folder says of its files, by path as written there, and what is wrong with it.

    Columns: ``path`` and any of outlet, url, published, title, byline; others are left alone.
    """
    try:
        raw = (folder / TABLE).read_bytes()
    except OSError:
        return {}, ("cannot be opened",)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    try:
        return _rows(csv.DictReader(io.StringIO(text.replace("\0", "")), restkey="", skipinitialspace=True))
    except csv.Error as error:
        return {}, (f"not a readable table ({error})",)


def _rows(rows: Iterable[dict[str, str | None]]) -> tuple[dict[str, Known], tuple[str, ...]]:
    known: dict[str, Known] = {}
    for number, row in enumerate(rows):
        fields = {(name or "").strip().lower(): value for name, value in row.items() if isinstance(value, str)}
        if "path" not in fields:
            if number == 0:
                return {}, ('has no column "path"; its first line must name the columns',)
            continue
        path = fields["path"].strip().replace("\\", "/").removeprefix("./")
        if path:
            known[path] = tidy(Known(*(fields.get(name) for name in Known._fields)))
        if number >= MOST_ROWS:
            return known, (f"has more than {MOST_ROWS} lines; the rest was not read",)
    return known, ()
