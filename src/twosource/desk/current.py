"""Readings as this version's models make them: what an earlier version read is read again before it is used."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from twosource import __version__, pipeline
from twosource.model import Read
from twosource.reading.weights import manifest
from twosource.settings import Settings
from twosource.store import Store
from twosource.text.ids import content_id


@cache
def made_by() -> str:
    """What makes readings and stories here: the version of twosource and a digest of its models."""
    files = [f"{model}/{name} {value}" for model, entry in manifest().items() for name, value in entry.items()]
    return f"{__version__} {content_id('models', *sorted(files))}"


def current(store: Store, ids: Iterable[str], *, settings: Settings) -> list[Read]:
    """The readings of these reports in order of arrival; those made by other models are made again and kept.

    A report that can no longer be read keeps the reading it has.

    Raises:
        StoreError: a kept reading is damaged.
    """
    ids = list(ids)
    old = store.outdated(ids, made_by())
    if old:
        reads, _ = pipeline.sort_out(pipeline.read_all(store.reports(old), settings=settings))
        store.put_reads(reads, made_by=made_by())
    return store.reads(ids)
