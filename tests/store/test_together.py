"""Readers and writers at once: nobody sees an error, and nobody sees half of anything."""

from __future__ import annotations

import threading

from tests.store.makers import read, story
from twosource.store import Sorted, Store, open_store


def test_eight_readers_and_two_writers_at_once(store: Store, place: str) -> None:
    trouble: list[BaseException] = []
    over = threading.Event()

    def guarded(work: object) -> None:
        try:
            work()  # type: ignore[operator]
        except BaseException as error:
            trouble.append(error)
            over.set()

    def look() -> None:
        with open_store(place) as mine:
            while not over.is_set():
                for line in mine.stories():
                    kept = mine.story(line.id)
                    assert not kept.up_to_date or len(kept.story.reports) == len(kept.members)  # type: ignore[union-attr]
                mine.search("ferry")

    def write(hand: int) -> None:
        with open_store(place) as mine:
            for n in range(12):
                mine.add([read(f"Ferry {hand} number {n} is late, a notice on the quay said. " * 5)], made_by="t")
                mine.sort(lambda waiting, past: Sorted({a.report: "story-1" for a in waiting}))
                kept = mine.story("story-1")
                mine.put("story-1", story("story-1", mine.reads(kept.members)), touched=kept.touched, made_by="t")

    readers = [threading.Thread(target=guarded, args=(look,)) for _ in range(8)]
    writers = [threading.Thread(target=guarded, args=(lambda hand=hand: write(hand),)) for hand in range(2)]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    over.set()
    for thread in readers:
        thread.join()
    assert not trouble
    assert len(store.story("story-1").members) == 24
