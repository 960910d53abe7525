"""The table of outlets as values, read once from ``outlets.tsv``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple, cast

OutletKind = Literal["agency", "newspaper", "broadcaster", "website", "magazine"]


class Alias(NamedTuple):
    """One way to write an outlet: ``mark`` is ``~`` (needs an article), ``?`` (needs telling words) or empty."""

    text: str
    mark: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency: canonical name, kind, country of its seat, domains, and every way to write it."""

    name: str
    kind: OutletKind
    country: str
    domains: tuple[str, ...]
    aliases: tuple[Alias, ...]


@cache
def outlets() -> tuple[Outlet, ...]:
    """Every outlet of the gazetteer, sorted by name."""
    text = files("twosource.gazetteer").joinpath("outlets.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    return tuple(_outlet(line) for line in lines[1:])


def _outlet(line: str) -> Outlet:
    name, kind, country, domains, aliases = line.split("\t")
    first = _alias(name)
    rest = (_alias(text) for text in aliases.split("|") if text)
    return Outlet(first.text, cast(OutletKind, kind), country, tuple(domains.split()), (first, *rest))


def _alias(text: str) -> Alias:
    return Alias(text[1:], text[0]) if text[0] in "~?" else Alias(text, "")
