"""Bytes to text, the same every time, or the reason why not."""

from __future__ import annotations

import codecs
import re

# What the first bytes say a file is. Its owner should know what to do about it.
_MAGIC = (
    (b"%PDF-", "a PDF file, not text; save its text and give that"),
    (b"PK\x03\x04", "an office document or zip archive, not text; save its text and give that"),
    (b"\xd0\xcf\x11\xe0", "an old office document, not text; save its text and give that"),
    (b"\x89PNG", "a picture, not text"),
    (b"\xff\xd8\xff", "a picture, not text"),
    (b"GIF8", "a picture, not text"),
    (b"\x1f\x8b", "a compressed file, not text; unpack it first"),
    (b"\x7fELF", "a program, not text"),
    (b"SQLite format 3", "a database, not text"),
    (b"{\\rtf", "a rich-text file, not plain text; save it as plain text"),
)
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# Control characters that no text has; a handful may be left by a bad copy.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
MOST_CONTROL = 0.01
# What Western typesetting adds to ASCII: if cp1252 yields nothing else, the file is cp1252 (or Latin-1) and no guess is
# needed. Detectors take a few curly quotes for Cyrillic or Mac Roman.
_WESTERN = re.compile("[^\x00-\x7f‘’“”–—…•€™£¥§©®°±²³·¼½¾«»¡¿ \xadÀ-ÖØ-öø-ÿŒœŠšŽžŸƒ„‚†‡‰‹›ª º´`¨¸ˆ˜×÷µ¶¹¢¤¦¬¯]")
# A detector needs no more than this, and its time grows with it.
SAMPLE = 100_000


class Undecodable(Exception):
    """The bytes are no text; the message says what they are."""


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text that the bytes hold, with line ends, no-break spaces and a byte-order mark as stored.

    UTF-8 first; then what a byte-order mark or (with ``markup``) the page itself declares; then Windows-1252 where
    that gives only Western letters and typography; then charset-normalizer's best guess on the first 100,000 bytes.

    Raises:
        Undecodable: a binary file, or bytes that no encoding makes sense of.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Undecodable(what)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data, encoding))
    if (wide := _wide(data)) is not None:
        return _checked(wide)
    if b"\0" in data[:SAMPLE]:
        raise Undecodable("a binary file, not text")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if markup and (declared := _DECLARED.search(data[:4096]) or _XML.search(data[:400])):
        try:
            return _checked(data.decode(declared[1].decode("ascii").lower()))
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    try:
        western = data.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    # A page of English in another encoding than UTF-8 has few letters beyond ASCII.
    if western and not _WESTERN.search(western) and 5 * sum(b > 127 for b in data[:SAMPLE]) < len(data[:SAMPLE]):
        return _checked(western)
    return _checked(_guessed(data))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise Undecodable(f"a damaged {encoding.upper()} file") from None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: English has a zero in every second byte."""
    sample = data[:2_000]
    if len(sample) < 20 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros.count(0) > 0.7 * len(zeros):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        raise Undecodable("in no encoding that can be told; save it as UTF-8")
    try:
        return data.decode(best.encoding)
    except (LookupError, UnicodeDecodeError):
        raise Undecodable(f"not text in one encoding (it begins like {best.encoding}); save it as UTF-8") from None


def _checked(text: str) -> str:
    if len(_CONTROL.findall(text)) > MOST_CONTROL * len(text):
        raise Undecodable("a binary file, not text")
    return text
