"""The writer that ``test_killed.py`` kills: adds numbered reports for ever, and says so after each commit."""

from __future__ import annotations

import sys

from tests.store.makers import read, story
from twosource.store import Sorted, open_store


def text(number: int) -> str:
    return f"Notice {number}: the harbour at Osk stays closed, the pilot said. " * 30


if __name__ == "__main__":
    place, start = sys.argv[1], int(sys.argv[2])
    with open_store(place) as store:
        print("ready", flush=True)
        for number in range(start, 1_000_000):
            reads = [read(text(number * 3 + i)) for i in range(3)]
            store.add(reads, made_by="t")
            store.sort(lambda waiting, past: Sorted({a.report: f"story-{a.report[2:4]}" for a in waiting}))
            for id_ in store.stale():
                kept = store.story(id_)
                store.put(id_, story(id_, store.reads(kept.members)), touched=kept.touched, made_by="t")
            print(number, flush=True)
