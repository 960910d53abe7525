"""Other people's text made harmless to show: no markup, no acting control characters, no link that is not http."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# Characters that reorder or hide the text after them (embeddings, overrides, isolates) or drive a terminal.
# LRM, RLM and the joiners are left: right-to-left scripts and emoji need them, and they reorder nothing beyond
# their own place.
_ACTING = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
# Scripts written right to left begin at U+0590; punctuation and symbols of Latin text lie in the second range.
_LEFT_TO_RIGHT = re.compile(r"[\n\r\t -~\xa0-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218f]*")
_NAMES = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip


def plain(text: str) -> str:
    """The text with every acting character replaced by its visible name: ``⟦RLO⟧``, ``⟦U+001B⟧``."""
    return _ACTING.sub(_visible, text)


def quoted(text: str) -> Markup:
    """The text as escaped HTML; acting characters stand as a grey visible name that says what they are."""
    if _ACTING.search(text) is None:
        return escape(text)
    parts: list[Markup] = []
    last = 0
    for match in _ACTING.finditer(text):
        parts.append(escape(text[last : match.start()]))
        parts.append(Markup('<span class="ctl" title="control character">{}</span>').format(_visible(match)))
        last = match.end()
    parts.append(escape(text[last:]))
    return Markup("").join(parts)


def isolated(text: str) -> Markup:
    """The text as escaped HTML in a ``<bdi>``: its direction is its own and touches nothing around it.

    Text without any right-to-left or acting character is left bare: there is nothing to isolate.
    """
    html = quoted(text)
    return html if _LEFT_TO_RIGHT.fullmatch(text) else Markup("<bdi>") + html + Markup("</bdi>")


def link(url: str | None) -> str | None:
    """The address if it is http or https and has a host, else ``None``: it is then shown as text."""
    if not url or _ACTING.search(url) or re.search(r"\s", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def source_hash(content: str) -> str:
    """The Content-Security-Policy source of an inlined script or style."""
    return f"'sha256-{b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


def asset(content: str) -> Markup:
    """Our own style or script, as it stands; it must not hold the end of its own element.

    Raises:
        ValueError: it does.
    """
    if "</s" in content.lower():
        raise ValueError("an inlined style or script must not hold </s")
    return Markup(content)  # noqa: S704 - our own file, not a report's words


def _visible(match: re.Match[str]) -> str:
    mark = match.group()
    return f"⟦{_NAMES.get(mark, f'U+{ord(mark):04X}')}⟧"
