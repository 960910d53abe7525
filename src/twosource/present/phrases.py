"""Numbers, dates and lists as a reader meets them: "1,204 reports", "12 Oct 2022", "A, B and C"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T ])")


def number(value: int) -> str:
    """``1204`` -> ``1,204``."""
    return f"{value:,}"


def counted(value: int, one: str, many: str | None = None) -> str:
    """``1 report``, ``1,204 reports``; ``many`` where adding an s will not do."""
    return f"{number(value)} {one if value == 1 else many or one + 's'}"


def span_of(low: int, high: int) -> str:
    """``2`` or ``2–4``."""
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def date(iso: str | None, unknown: str = "date unknown") -> str:
    """``2022-10-12T08:00`` -> ``12 Oct 2022``, ``2022-10`` -> ``Oct 2022``, ``2022`` -> ``2022``.

    What is no such date comes back as it is: it was somebody's, and hiding it would hide a fault.
    """
    if not iso:
        return unknown
    match = _ISO.match(iso)
    if match is None:
        return iso
    year, month, day = match.groups()
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return iso
    return " ".join(part for part in (day and str(int(day)), _MONTHS[int(month) - 1], year) if part)


def period(first: str | None, last: str | None) -> str:
    """``14–25 Mar 2023``, ``28 Mar – 2 Apr 2023``, ``12 Oct 2022``: what two dates have in common stands once."""
    low, high = date(first, "").split(" "), date(last, "").split(" ")
    if low == high or not all((first, last)):
        return " ".join(low if first else high)
    if len(low) == len(high) == 3 and low[1:] == high[1:]:
        return f"{low[0]}–{' '.join(high)}"
    if len(low) == len(high) == 3 and low[2] == high[2]:
        return f"{' '.join(low[:2])} – {' '.join(high)}"
    return f"{' '.join(low)} – {' '.join(high)}"


def listed(items: Sequence[str], most: int = 4) -> str:
    """``A``, ``A and B``, ``A, B and C``; past ``most`` the rest is counted: ``A, B, C and 5 more``."""
    shown = list(items)
    if len(shown) > most:
        shown = [*shown[: most - 1], f"{number(len(items) - most + 1)} more"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def letters(index: int) -> str:
    """``0`` -> ``A``, ``25`` -> ``Z``, ``26`` -> ``AA``: the short names of origins."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def shortened(text: str, most: int) -> str:
    """At most ``most`` characters, cut at a word where there is one, with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,;:–-") + "…"
