"""Reports, readings, judgements and stories, kept in one file or one PostgreSQL database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import sqlalchemy as sa

from twosource.model import Judgement, Read, Report, Shift, Story
from twosource.store import history, judgements, reports, search, told
from twosource.store.connect import engine_for, reading, ready, writing
from twosource.store.judged import Named, holding
from twosource.store.migrations import check_version, migrate, newest, version_of
from twosource.store.past import KeptPast, remember
from twosource.store.tables import REPORT
from twosource.store.values import Arrival, Decision, Hit, KeptStory, Sorted, Stamp, StoryLine

Sorting = Callable[[Sequence[Arrival], KeptPast], Sorted]
"""(reports not sorted yet, what is known of those sorted before) -> where they belong."""


def open_store(place: str | Path, *, create: bool = True) -> Store:
    """The store at a path or ``postgresql://`` URL, made or brought up to this version where needed.

    Raises:
        StoreError: not a store, damaged, newer than this program, not there (without ``create``), not answering.
        MissingExtraError: PostgreSQL without the extra ``postgres``.
    """
    engine, name = engine_for(place, create=create)
    try:
        with reading(engine, name) as connection:
            version = version_of(connection, name)
        check_version(version, name)
        if version < newest():
            ready(engine, name)
            with writing(engine, name) as connection:
                migrate(connection, name)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, name)


class Store:
    """An open store. Every method is one transaction: it happens wholly or not at all, and readers never wait.

    Safe to use from several threads and processes at once; writers queue.
    """

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    # Reports

    def add(self, reads: Sequence[Read], *, made_by: str, signatures: Mapping[str, bytes] | None = None) -> list[str]:
        """The ids of the reports that are new, kept with their readings; what was unknown of others is filled in."""
        with writing(self._engine, self.name) as connection:
            return reports.add(connection, reads, signatures or {}, at=_now(), made_by=made_by)

    def known(self, found: Sequence[Report]) -> set[str]:
        """The ids among ``found`` that are kept already; what was unknown of these is filled in."""
        with reading(self._engine, self.name) as connection:
            old = {report.id: report for report in reports.load(connection, [r.id for r in found])}
        better = [r for r in found if r.id in old and reports.filled(old[r.id], reports.storable(r)) != old[r.id]]
        if better:
            with writing(self._engine, self.name) as connection:
                reports.fill_in(connection, better)
        return set(old)

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """These reports, in order of arrival."""
        with reading(self._engine, self.name) as connection:
            return reports.load(connection, ids)

    def reads(self, ids: Iterable[str]) -> list[Read]:
        """These reports' readings, in order of arrival, without their tags."""
        with reading(self._engine, self.name) as connection:
            return reports.load_reads(connection, ids)

    def outdated(self, ids: Iterable[str], made_by: str) -> list[str]:
        """Those of these reports whose readings something else than ``made_by`` made."""
        with reading(self._engine, self.name) as connection:
            return reports.outdated(connection, ids, made_by)

    def put_reads(self, reads: Sequence[Read], *, made_by: str) -> None:
        """Exchange the readings of these reports."""
        with writing(self._engine, self.name) as connection:
            reports.put_reads(connection, reads, made_by=made_by)

    def find_report(self, name: str) -> str:
        """The id of the report that an id, path, URL or start of a digest means. Raises: InputError."""
        with reading(self._engine, self.name) as connection:
            return reports.find(connection, name)

    def remove(self, ids: Sequence[str]) -> list[str]:
        """The stories these reports were in; the reports and their readings are gone, judgements on them stay."""
        with writing(self._engine, self.name) as connection:
            return reports.remove(connection, ids)

    def search(self, words: str, *, limit: int = 20, any_word: bool = False) -> list[Hit]:
        """Reports that hold the words, best first. Raises: InputError when there are no words."""
        with reading(self._engine, self.name) as connection:
            return search.search(connection, words, limit=limit, any_word=any_word)

    # Stories

    def sort(self, sorting: Sorting) -> list[str]:
        """The stories that changed when the waiting reports were put where ``sorting`` says, and people's word obeyed.

        Nobody else writes meanwhile.
        """
        with reading(self._engine, self.name) as connection:
            if not reports.waiting(connection):
                return []
        with writing(self._engine, self.name) as connection:
            pending = reports.waiting(connection)
            found = sorting(pending, KeptPast(connection))
            remember(connection, found, at=_now())
            return told.sort(connection, found.stories, judgements.listed(connection), at=_now())

    def resort(self) -> list[str]:
        """The stories that changed when what people said of stories is followed anew."""
        with writing(self._engine, self.name) as connection:
            return told.sort(connection, {}, judgements.listed(connection), at=_now())

    def stories(self) -> list[StoryLine]:
        """Every story's line, the latest published first."""
        with reading(self._engine, self.name) as connection:
            return told.lines(connection)

    def find_story(self, name: str) -> str:
        """The id of the story that an id or the start of one means. Raises: InputError."""
        with reading(self._engine, self.name) as connection:
            return told.find(connection, name)

    def stamp(self, name: str) -> Stamp:
        """The Stamp of the story that an id or the start of one means, without loading it. Raises: InputError."""
        with reading(self._engine, self.name) as connection:
            return told.stamp(connection, name)

    def story(self, story: str) -> KeptStory:
        """A story as kept. Raises: InputError when there is none."""
        with reading(self._engine, self.name) as connection:
            return told.kept(connection, story)

    def put(self, story: str, document: Story, *, touched: int, made_by: str) -> bool:
        """True where the document was kept; False where something has touched the story since ``touched``."""
        with writing(self._engine, self.name) as connection:
            return told.put(connection, story, document, touched=touched, at=_now(), made_by=made_by)

    def history(self, story: str, decided: Sequence[Decision]) -> tuple[Shift, ...]:
        """The joins and splits that made a story what it is, earliest first: the stream's and people's."""
        with reading(self._engine, self.name) as connection:
            return history.of(connection, story, holding(decided))

    def stale(self) -> list[str]:
        """Stories that are to be told again."""
        with reading(self._engine, self.name) as connection:
            return told.stale(connection)

    # Judgements

    def judge(self, decided: Sequence[Judgement], *, withdrawn: Mapping[str, str] | None = None) -> list[str]:
        """The ids of judgements that are new; ``withdrawn`` (id -> when) marks those that came withdrawn."""
        with writing(self._engine, self.name) as connection:
            return judgements.add(connection, decided, withdrawn=withdrawn or {})

    def withdraw(self, name: str) -> Judgement:
        """The judgement that was withdrawn. Raises: InputError when there is none, or none that holds."""
        with writing(self._engine, self.name) as connection:
            return judgements.withdraw(connection, name, at=_now())

    def decisions(self, digests: Iterable[str] | None = None, *, named: Named | None = None) -> tuple[Decision, ...]:
        """Every decision with what became of it, earliest first; with ``digests`` those on these reports only.

        Two about different words contradict each other only where ``named`` finds one thing in both.
        """
        with reading(self._engine, self.name) as connection:
            return judgements.listed(connection, digests, named)

    def stories_of(self, digests: Iterable[str]) -> list[str]:
        """The stories that these reports are in, sorted."""
        with reading(self._engine, self.name) as connection:
            return reports.stories_of(connection, REPORT.c.sha256, digests)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
