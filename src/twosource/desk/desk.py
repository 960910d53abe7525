"""A desk's memory: add reports, sort them into stories, obey people's judgements, tell again only what was touched."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from twosource import intake, pipeline
from twosource.desk.asked import asked
from twosource.desk.current import made_by
from twosource.desk.judging import signed
from twosource.desk.places import check_place, place_named
from twosource.desk.sorted_in import sorted_in
from twosource.desk.telling import Teller
from twosource.desk.uploaded import named_within
from twosource.desk.values import Added, Changed
from twosource.desk.versions import latest_first
from twosource.errors import InputError, StoreError
from twosource.model import Embed, Judgement, JudgementKind, Place, Read, Refusal, Report, Story
from twosource.pipeline import Answer
from twosource.settings import Settings
from twosource.store import Decision, Hit, Store, StoryLine, holding
from twosource.stories import stream

# Committed together while a long add goes on: what a crash can cost is this much reading, some seconds.
BATCH = 16
# Other hands that touch a story while it is told make it be told again, this often before it is left to them.
TRIES = 5

Progress = Callable[[int, int], None]


class Desk:
    """The pipeline over a store. Everything derived can be told again from reports and judgements at any time."""

    def __init__(self, store: Store, settings: Settings | None = None, *, embed: Embed | None = None) -> None:
        self.store = store
        self.settings = settings or Settings()
        self._teller = Teller(store, self.settings, embed=embed)

    # Reports in

    def add(
        self, paths: Sequence[str | Path], *, stdin: bytes | None = None, progress: Progress | None = None
    ) -> Added:
        """Take in what is at the paths, read what is new, sort it into stories, tell the touched ones.

        Raises:
            InputError: a path that does not exist, or nothing there to read.
            StoreError: the store failed; what was committed before stays, and the same add can be run again.
        """
        taken = intake.collect(paths, settings=self.settings, stdin=stdin)
        return self._take(taken.reports, taken.refusals, passed_over=taken.passed_over, progress=progress)

    def add_folder(self, folder: Path, *, progress: Progress | None = None) -> Added:
        """Take in a folder as :meth:`add` does, each report named by where it stands in it: for what came by upload."""
        taken = named_within(folder, intake.collect([folder], settings=self.settings))
        return self._take(taken.reports, taken.refusals, passed_over=taken.passed_over, progress=progress)

    def add_text(self, data: bytes, *, name: str, html: bool = False, url: str | None = None) -> Added:
        """Take in one report from its bytes, as it came from an upload or a clipboard."""
        found = intake.read_bytes(data, kind="html" if html else "text", settings=self.settings, path=name, url=url)
        return self._take((), (found,)) if isinstance(found, Refusal) else self._take((found,), ())

    def _take(
        self,
        found: Sequence[Report],
        refusals: Sequence[Refusal],
        *,
        passed_over: int = 0,
        progress: Progress | None = None,
    ) -> Added:
        known = self.store.known(found)
        new = [report for report in found if report.id not in known]
        kept: list[str] = []
        refused: list[Refusal] = list(refusals)
        batch: list[Read] = []
        for n, result in enumerate(pipeline.read_all(new, settings=self.settings), 1):
            if isinstance(result, Refusal):
                refused.append(result)
            else:
                batch.append(result)
            if len(batch) >= BATCH:
                kept += self._keep(batch)
                batch = []
            if progress is not None:
                progress(n, len(new))
        kept += self._keep(batch)
        return Added(tuple(kept), len(known), tuple(refused), passed_over, tuple(self.settle()))

    def _keep(self, batch: Sequence[Read]) -> list[str]:
        signatures = {read.reading.report.id: stream.signature(read.reading) for read in batch}
        return self.store.add(batch, made_by=made_by(), signatures=signatures) if batch else []

    def remove(self, names: Sequence[str]) -> tuple[list[Report], list[str]]:
        """The reports removed and the stories they were in. Judgements about them stay. Raises: InputError."""
        ids = [self.store.find_report(name) for name in names]
        gone = self.store.reports(ids)
        touched = self.store.remove(ids)
        self.settle()
        return gone, touched

    # Stories

    def settle(self) -> list[str]:
        """The stories told now: every report that waits is sorted, every story that was touched is told again.

        Whatever a crash left undone is done here, so that it is enough to run any command again.
        """
        self.store.sort(sorted_in)
        return [story for story in self.store.stale() if self._tell(story) is not None]

    def stories(self) -> list[StoryLine]:
        """All stories' lines, the latest first."""
        return self.store.stories()

    def story(self, name: str) -> Story:
        """The story that an id (or its start) means, told again first if anything touched it. Raises: InputError."""
        kept = self.store.story(self.store.find_story(name))
        told = kept.story if kept.up_to_date and kept.made_by == made_by() else self._tell(kept.id)
        if told is None:
            raise InputError(f"story {name!r} was removed meanwhile; `twosource list` shows all stories")
        return told

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """Reports that hold the words, best first. Raises: InputError."""
        return self.store.search(words, limit=limit)

    def check(self, claim: str) -> tuple[Answer, dict[str, Report]]:
        """What the kept reports say of a claim, and the reports its passages stand in, by id. Raises: InputError.

        Reports that hold something about the claim are asked, each with the rest of its story: only that shows origins.
        """
        ids = asked(self.store, claim, embed=self._teller.embedder(), settings=self.settings)
        reads, decided = self._teller.corrected(ids)
        latest, _ = latest_first(reads)
        answer = pipeline.check(claim, latest, embed=self._teller.embedder(), judgements=holding(decided))
        return answer, {read.reading.report.id: read.reading.report for read in latest}

    def _tell(self, id_: str) -> Story | None:
        """The story told from what is kept now, and kept; ``None`` where it is gone."""
        for _ in range(TRIES):
            try:
                kept = self.store.story(id_)
            except InputError:
                return None
            told = self._teller.told(kept)
            if self.store.put(id_, told, touched=kept.touched, made_by=made_by()):
                return told
        raise StoreError(f"story {id_} changes faster than it can be told; try again")

    # Judgements

    def place(self, story: str, name: str, *, elsewhere: bool = False) -> Place:
        """The place that an id of a story (source, claim, statement, origin, report) or REPORT:START-END means.

        Its ``report`` is the report's SHA-256, so that it holds whatever ids a later run gives. With ``elsewhere``
        the name may also mean a whole report of any story. Raises: InputError.
        """
        try:
            return place_named(self.story(story), name)
        except InputError:
            if not elsewhere:
                raise
        (report,) = self.store.reports([self.store.find_report(name)])
        return Place(report.sha256, 0, len(report.text))

    def judge(
        self,
        kind: JudgementKind,
        a: Place,
        b: Place | None = None,
        *,
        value: str | None = None,
        reason: str = "",
        by: str | None = None,
        at: str | None = None,
    ) -> Changed:
        """Keep a decision, tell the stories it touches again, and say what changed. Raises: InputError."""
        for place in (a, b):
            if place is not None:
                check_place(place, self.store)
        judgement = signed(kind, a, b, value=value, reason=reason, by=by or _who(), at=at or _now())
        before = self._figures()
        self.store.judge([judgement])
        return self._changed(judgement, before)

    def undo(self, name: str) -> Changed:
        """Withdraw a judgement (it stays in the log), and say what changed. Raises: InputError."""
        before = self._figures()
        return self._changed(self.store.withdraw(name), before)

    def decisions(self, digests: Iterable[str] | None = None) -> tuple[Decision, ...]:
        """Every decision with what became of it, earliest first; with ``digests`` those on these reports only.

        Of two that contradict each other the later one holds, also where they point at different words of one
        statement, or at different mentions of one source or claim: as the program finds these by itself.
        """
        return self._teller.decisions(digests)

    def take_judgements(self, decided: Sequence[Decision]) -> list[str]:
        """The ids of judgements from another desk that are new here; those withdrawn there are withdrawn here."""
        gone = {d.judgement.id: d.withdrawn for d in decided if d.withdrawn is not None}
        new = self.store.judge([d.judgement for d in decided], withdrawn=gone)
        self.store.resort()
        self.settle()
        return new

    def _figures(self) -> dict[str, StoryLine]:
        return {line.id: line for line in self.store.stories()}

    def _changed(self, judgement: Judgement, before: Mapping[str, StoryLine]) -> Changed:
        if judgement.kind in {"same story", "not same story"}:
            self.store.resort()
        self.settle()
        after = self._figures()
        ids = [i for i in sorted({*before, *after}) if _bare(before.get(i)) != _bare(after.get(i))]
        return Changed(judgement, {i: before[i] for i in ids if i in before}, {i: after[i] for i in ids if i in after})


def _bare(line: StoryLine | None) -> StoryLine | None:
    """A line without the time it was told: telling a story again without a change is no change."""
    return line and msgspec.structs.replace(line, changed="")


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
