"""A store keeps what it is given, whole, and gives it back to the byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
import numpy as np
import pytest
import sqlalchemy as sa

from tests.store.makers import read, report, story
from twosource.errors import InputError
from twosource.model import Judgement, Place
from twosource.store import Arrival, KeptPast, Sorted, Store, open_store
from twosource.store.tables import METADATA

FIRST = "The old mill at Carrow burned down on Friday, the fire service said. Nobody was hurt.\n"
SECOND = "A spokesman for the mill at Carrow denied that anybody had been careless with fire.\n"
OTHER = "Ferry crews on the Tolk line will strike for a week from Monday, their union announced.\n"


def _sort_all(into: str) -> Callable[[Sequence[Arrival], KeptPast], Sorted]:
    def sorting(waiting: Sequence[Arrival], past: KeptPast) -> Sorted:
        return Sorted({arrival.report: into for arrival in waiting})

    return sorting


def test_what_was_added_comes_back_as_it_was(store: Store) -> None:
    given = [read(FIRST, outlet="Carrow Echo", url="https://echo.example/1"), read(SECOND)]
    assert store.add(given, made_by="t") == [r.reading.report.id for r in given]
    back = store.reads([r.reading.report.id for r in given])
    for old, new in zip(given, back, strict=True):
        assert new.reading.report == old.reading.report
        assert new.statements == old.statements
        assert new.reading.sentences == old.reading.sentences
        assert new.reading.names == old.reading.names
        assert new.reading.paragraphs == old.reading.paragraphs
        assert np.array_equal(new.reading.vectors, old.reading.vectors)


def test_a_report_that_is_there_is_not_added_again_but_what_was_unknown_of_it_is_filled_in(store: Store) -> None:
    (id_,) = store.add([read(FIRST, path="a.txt")], made_by="t")
    assert store.add([read(FIRST, path="b.txt", outlet="Carrow Echo")], made_by="t") == []
    (kept,) = store.reports([id_])
    assert (kept.path, kept.paths, kept.outlet) == ("a.txt", ("a.txt", "b.txt"), "Carrow Echo")
    assert store.known([report(FIRST, path="c.txt"), report(OTHER)]) == {id_}
    assert store.reports([id_])[0].paths == ("a.txt", "b.txt", "c.txt")


def test_nothing_of_an_add_is_kept_when_it_fails_half_way(store: Store) -> None:
    broken = read(SECOND)
    object.__setattr__(broken.reading, "vectors", "no vectors")
    with pytest.raises(Exception):  # noqa: B017
        store.add([read(FIRST), broken], made_by="t")
    assert store.known([report(FIRST)]) == set()
    assert len(store.add([read(FIRST), read(SECOND)], made_by="t")) == 2


def test_stories_are_kept_listed_found_and_told_again_when_touched(store: Store) -> None:
    reads = [read(FIRST, published="2024-05-01"), read(SECOND)]
    store.add(reads, made_by="t")
    assert store.sort(_sort_all("story-1")) == ["story-1"]
    assert store.sort(_sort_all("story-2")) == []  # nothing is waiting any more
    kept = store.story(store.find_story("story"))
    assert kept.story is None and kept.members == tuple(r.reading.report.id for r in reads)
    told = story("story-1", reads)
    assert store.stale() == ["story-1"]
    assert store.put("story-1", told, touched=kept.touched, made_by="t")
    again = store.story("story-1")
    assert again.up_to_date and again.story == told
    (line,) = store.stories()
    assert (line.reports, line.claims, line.independent_origins, line.up_to_date) == (2, 1, 1, True)

    store.judge([_judgement("note", reads[0].reading.report.sha256)])
    assert not store.story("story-1").up_to_date
    assert not store.put("story-1", told, touched=kept.touched, made_by="t"), "an outdated telling is not kept"


def test_removing_the_last_report_removes_the_story(store: Store) -> None:
    reads = [read(FIRST), read(SECOND)]
    store.add(reads, made_by="t")
    store.sort(_sort_all("story-1"))
    ids = [r.reading.report.id for r in reads]
    assert store.remove(ids[:1]) == ["story-1"]
    assert store.story("story-1").members == (ids[1],)
    store.remove(ids)
    assert store.stories() == []
    with pytest.raises(InputError, match="no story 'story-1'"):
        store.story("story-1")


def test_search_finds_inflected_words_phrases_and_nothing_by_accident(store: Store) -> None:
    store.add([read(FIRST, title="Fire at the mill"), read(SECOND), read(OTHER)], made_by="t")
    assert [hit.report for hit in store.search("strikes")] == [report(OTHER).id]
    assert {hit.report for hit in store.search("mill carrow")} == {report(FIRST).id, report(SECOND).id}
    assert [hit.report for hit in store.search('"burned down"')] == [report(FIRST).id]
    assert store.search('"friday burned"') == []
    assert len(store.search("ferry careless", any_word=True)) == 2
    assert "[" in store.search("careless")[0].words
    for odd in ('"', "AND", "mill OR", "a*b (", "title:fire", "'; DROP TABLE report; --", "x" * 5000):
        try:
            store.search(odd)
        except InputError as error:
            assert "nothing to look for" in str(error)
    store.remove([report(OTHER).id])
    assert store.search("strikes") == []


def test_a_report_is_found_by_id_path_url_and_digest(store: Store) -> None:
    store.add([read(FIRST, path="in/a.txt"), read(SECOND, url="https://x.example/1")], made_by="t")
    store.add([read(OTHER, url="https://x.example/1")], made_by="t")
    first, second, other = (report(t) for t in (FIRST, SECOND, OTHER))
    assert (
        store.find_report("in/a.txt") == store.find_report(first.sha256[:8]) == store.find_report(first.id) == first.id
    )
    assert store.find_report(second.id) == second.id
    assert store.find_report("https://x.example/1") == other.id, "the latest version counts"
    with pytest.raises(InputError):
        store.find_report("nothing such")


def test_texts_no_database_can_hold_are_kept_with_every_offset_right(store: Store) -> None:
    odd = "nul \0 here, half \ud83d pair, rtl \u202e and \U0001f30a wave. " * 3
    (id_,) = store.add([read(odd, path="\udcff.txt", title="t\0")], made_by="t")
    (kept,) = store.reports([id_])
    assert len(kept.text) == len(odd) and kept.text.index("\U0001f30a") == odd.index("\U0001f30a")


def test_views_show_the_words(store: Store, place: str) -> None:
    reads = [read(FIRST), read(SECOND)]
    store.add(reads, made_by="t")
    store.sort(_sort_all("story-1"))
    told = story("story-1", reads)
    store.put("story-1", told, touched=store.story("story-1").touched, made_by="t")
    # A plain connection, as any other tool would open; this program itself lets no view of a store run functions.
    plain = sa.create_engine(f"sqlite:///{place}") if "://" not in place else store._engine
    with plain.connect() as connection:

        def rows(view: str) -> list[dict[str, object]]:
            return [dict(row) for row in connection.execute(sa.text(f"SELECT * FROM {view}")).mappings()]

        assert {r["words"] for r in rows("evidence")} == {FIRST[:12], SECOND[:12]}
        (claim,) = rows("claims")
        assert (claim["low"], claim["high"], claim["status"]) == (1, 2, "single origin")
        assert {r["words"] for r in rows("statements")} == {FIRST[:20], SECOND[:20]}
        assert {r["confidence"] for r in rows("statements")} == {0.25}
        assert rows("lineage")[0]["from"] == "src-1"
        assert rows("origins")[0]["label"] == told.origins[0].label
        assert rows("sources")[0]["name"] == "the mayor"
        assert {r["version"] for r in rows("reports")} == {1}
        assert rows("conflicts") == [] and rows("drift") == []
        assert rows("stories")[0]["up_to_date"] == 1


def test_the_tables_are_the_ones_the_queries_know(store: Store) -> None:
    inspector = sa.inspect(store._engine)
    for table in METADATA.tables.values():
        made = {column["name"] for column in inspector.get_columns(table.name)} - {"search"}
        assert made == {column.name for column in table.columns}


def test_opening_again_finds_everything(store: Store, place: str) -> None:
    store.add([read(FIRST)], made_by="t")
    with open_store(place) as again:
        assert again.known([report(FIRST)]) == {report(FIRST).id}


def _judgement(kind: str, digest: str, *, at: str = "2024-05-01T00:00:00Z", **more: object) -> Judgement:
    value = Judgement(id="", kind=kind, by="ed", at=at, a=Place(digest, 0, 5), **more)  # type: ignore[arg-type]
    return msgspec.structs.replace(value, id=f"j-{abs(hash(value)):x}")


def test_a_stamp_changes_whenever_its_story_does(store: Store) -> None:
    reads = [read(FIRST), read(SECOND)]
    store.add(reads, made_by="t")
    store.sort(_sort_all("story-1"))
    waiting = store.stamp("story")
    assert waiting.story == "story-1" and not waiting.up_to_date
    store.put("story-1", story("story-1", reads), touched=store.story("story-1").touched, made_by="t")
    told = store.stamp("story-1")
    assert told.up_to_date and told.mark != waiting.mark
    assert store.stamp("story-1") == told
    store.judge([_judgement("note", reads[0].reading.report.sha256)])
    assert store.stamp("story-1").mark != told.mark
