"""What a page's markup says of its publication: JSON-LD, OpenGraph, <meta>, <time>, byline elements."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from twosource.gazetteer.outlets import find
from twosource.intake.known import Known, clean, first_known, tidy
from twosource.intake.when import iso_date

_ARTICLES = frozenset(
    [
        "newsarticle",
        "article",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "opinionnewsarticle",
        "backgroundnewsarticle",
        "blogposting",
        "liveblogposting",
        "reviewnewsarticle",
        "report",
        "webpage",
        "socialmediaposting",
    ]
)
# JSON-LD larger than this is a catalogue, not a description of one article.
MOST_JSON = 500_000
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title", "headline")
_OUTLET = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "twitter:app:name:iphone",
    "article:publisher_name",
)
_AUTHOR = (
    "author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "article:author_name",
    "article:author",
    "dcterms.creator",
    "twitter:data1",
)
_DATE = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "article.published",
    "og:article:published_time",
    "cxenseparse:recs:publishtime",
)
_ADDRESS = ("og:url", "twitter:url", "parsely-link")
_BYLINES = (
    "//*[@rel='author']",
    "//*[@itemprop='author']",
    "//*[contains(concat(' ', normalize-space(@class), ' '), ' byline ')]",
    "//*[contains(@class, 'author-name') or contains(@class, 'byline__name') or contains(@class, 'article-author')]",
)


def metadata(tree: Any) -> Known:
    """Field by field, the first of JSON-LD, <meta> and visible markup that says it."""
    meta = _meta(tree)
    linked = _linked_data(tree)
    said = Known(
        outlet=_pick(meta, _OUTLET),
        url=_first(tree, "//link[translate(@rel, 'CANONICAL', 'canonical')='canonical']/@href")
        or _pick(meta, _ADDRESS),
        published=_date(meta),
        title=_pick(meta, _TITLE),
        byline=_name(_pick(meta, _AUTHOR)),
    )
    seen = Known(published=_visible_date(tree), title=_visible_title(tree), byline=_visible_byline(tree))
    known = first_known(tidy(linked), tidy(said), tidy(seen))
    return known._replace(title=_without_outlet(known.title, known.outlet))


def _meta(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = node.get("content")
        for attribute in ("property", "name", "itemprop"):
            name = (node.get(attribute) or "").strip().lower()
            if name and content and content.strip():
                found.setdefault(name, content.strip())
    return found


def _pick(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((clean(meta[name]) for name in names if clean(meta.get(name))), None)


def _date(meta: dict[str, str]) -> str | None:
    return next((date for name in _DATE if (date := iso_date(meta.get(name)))), None)


def _linked_data(tree: Any) -> Known:
    for node in tree.iter("script"):
        if "ld+json" not in (node.get("type") or "").lower():
            continue
        raw = node.text or ""
        if len(raw) > MOST_JSON:
            continue
        try:
            data = json.loads(raw.strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in _ARTICLES for kind in kinds) and item.get("headline"):
                return _article(item)
    return Known()


def _items(data: Any, depth: int = 4) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, also those in lists and ``@graph``."""
    if isinstance(data, dict):
        yield data
        if depth:
            yield from _items(data.get("@graph"), depth - 1)
    elif isinstance(data, list) and depth:
        for item in data[:200]:
            yield from _items(item, depth - 1)


def _article(item: dict[str, Any]) -> Known:
    page = item.get("mainEntityOfPage")
    address = item.get("url") or (page.get("@id") if isinstance(page, dict) else page)
    return Known(
        outlet=_named(item.get("publisher")),
        url=address if isinstance(address, str) else None,
        published=iso_date(item.get("datePublished")) or iso_date(item.get("dateCreated")),
        title=clean(item.get("headline")),
        byline=_name(_named(item.get("author") or item.get("creator"))),
    )


def _named(value: Any) -> str | None:
    """The name in a JSON-LD person, organisation, or list of them."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return _named(value.get("name"))
    if isinstance(value, list):
        names = [name for item in value[:8] if (name := _named(item))]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _name(text: str | None) -> str | None:
    """A byline without "By"; an address or a handle is no name."""
    text = clean(text, 200)
    if not text or text.lower().startswith(("http://", "https://", "@")) or "@" in text:
        return None
    return text[3:].strip() if text.lower().startswith("by ") else text


def _visible_title(tree: Any) -> str | None:
    heads = [" ".join(node.text_content().split()) for node in list(tree.iter("h1"))[:3]]
    best = max((h for h in heads if h), key=len, default=None)
    return best or clean(tree.findtext(".//title"))


def _visible_byline(tree: Any) -> str | None:
    for path in _BYLINES:
        names = [" ".join(node.text_content().split()) for node in tree.xpath(path)[:4]]
        names = [name for name in dict.fromkeys(names) if 3 < len(name) < 120]
        if names:
            return _name(", ".join(names) if len(names) < 4 else names[0])
    return None


def _visible_date(tree: Any) -> str | None:
    for node in list(tree.iter("time"))[:3]:
        if date := iso_date(node.get("datetime")) or iso_date(node.text_content()):
            return date
    return None


def _first(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]) if found else None


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """A title without the outlet's name that pages add to it: "Headline | Outlet"."""
    if not title:
        return title
    for mark in (" | ", " – ", " — ", " - ", " :: ", " » "):
        head, found, tail = title.rpartition(mark)
        if found and len(head) > 15 and (find(tail) or (outlet and tail.casefold().strip() == outlet.casefold())):
            return head.strip()
    return title
