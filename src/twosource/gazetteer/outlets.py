"""Outlets and agencies: found by name, by domain, by resemblance, and in running text."""

from __future__ import annotations

from functools import cache

from twosource.gazetteer.mentions import SHORT_NAMES, mentions
from twosource.gazetteer.names import key
from twosource.gazetteer.resemble import resemble
from twosource.gazetteer.table import Alias, Outlet, OutletKind, outlets

__all__ = ["Alias", "Outlet", "OutletKind", "by_domain", "candidates", "find", "mentions", "outlets", "resemble"]


def find(name: str) -> Outlet | None:
    """The one outlet of this name or short form, whatever its case, article or punctuation; else ``None``.

    Of several outlets that share a name of two or more words, the one whose canonical name it is; "the Times" alone
    is nobody's.
    """
    wanted = key(name)
    found = candidates(name)
    sure = [o for o in found if any(not alias.mark and key(alias.text) == wanted for alias in o.aliases)]
    if len(sure) == 1:
        return sure[0]
    own = [o for o in found if key(o.name) == wanted]
    if len(wanted) == 1 and wanted[0] in SHORT_NAMES:
        return own[0] if len(found) == len(own) == 1 else None
    if len(found) == 1:
        return found[0]
    return own[0] if len(own) == 1 and len(wanted) > 1 else None


def candidates(name: str) -> tuple[Outlet, ...]:
    """Every outlet that this name or short form may mean, in the order of their names."""
    return _by_key().get(key(name), ())


def by_domain(host: str) -> Outlet | None:
    """The outlet that publishes on this host or on a domain above it: ``edition.cnn.com`` is CNN."""
    labels = host.strip().lower().split(":")[0].rstrip(".").split(".")
    domains = _by_domain()
    for i in range(len(labels) - 1):
        if found := domains.get(".".join(labels[i:])):
            return found
    return None


@cache
def _by_key() -> dict[tuple[str, ...], tuple[Outlet, ...]]:
    table: dict[tuple[str, ...], list[Outlet]] = {}
    for outlet in outlets():
        for wanted in dict.fromkeys(key(alias.text) for alias in outlet.aliases):
            table.setdefault(wanted, []).append(outlet)
    return {wanted: tuple(found) for wanted, found in table.items()}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}
