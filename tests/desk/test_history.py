"""A story says when, why and with which reports it joined others or split."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from tests.desk.fakes import fake_pipeline
from tests.desk.test_sorted_in import keep, read
from twosource.desk import Desk
from twosource.errors import InputError
from twosource.model import Place, Read
from twosource.store import open_store


def reports(*topics: tuple[int, ...]) -> list[Read]:
    return [read(n, about, published="2024-03-01", url=None) for n, about in enumerate(topics)]


# The third report ties the first two, which were two stories; the fourth pulls the second away again.
JOINED = reports((0,), (1, 0), (0, 1))
PARTED = reports((1,), (1, 0), (0, 1), (0,))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    fake_pipeline(monkeypatch)
    with open_store(tmp_path / "desk.db") as store:
        yield Desk(store, embed=lambda texts: None)  # type: ignore[arg-type,return-value]


def arrive(desk: Desk, reads: list[Read]) -> None:
    for one in reads:
        keep(desk.store, [one])
        desk.settle()


def documents(desk: Desk) -> dict[str, bytes]:
    return {line.id: msgspec.json.encode(desk.story(line.id)) for line in desk.stories()}


def test_a_report_that_ties_two_stories_joins_them_and_the_story_says_so(desk: Desk) -> None:
    arrive(desk, JOINED[:2])
    first, second = (desk.store.known([r.reading.report]) and r.reading.report.id for r in JOINED[:2])
    were = {r.id: line.id for line in desk.stories() for r in desk.story(line.id).reports}
    arrive(desk, JOINED[2:])
    (line,) = desk.stories()
    (shift,) = line.history
    assert (shift.kind, shift.into, shift.from_, shift.reports) == ("join", were[first], were[second], (second,))
    assert line.id == were[first] and shift.at
    assert "when the report of 2.txt came" in shift.reason and "tollen" in shift.reason.lower()
    assert desk.story(line.id).history == line.history
    with pytest.raises(InputError, match=f"was joined into story {line.id}"):
        desk.story(were[second])


def test_a_report_that_parts_a_story_says_which_reports_left(desk: Desk) -> None:
    arrive(desk, PARTED[:3])
    (before,) = (line for line in desk.stories() if line.reports > 1)
    arrive(desk, PARTED[3:])
    shifts = {shift for line in desk.stories() for shift in line.history}
    (shift,) = shifts
    assert shift.kind == "split" and shift.from_ == before.id
    told = {line.id: line for line in desk.stories()}
    assert told[shift.from_].history == told[shift.into].history == (shift,)
    assert set(shift.reports) <= {r.id for r in desk.story(shift.into).reports}


def test_a_story_judged_one_with_another_says_who_said_so_until_it_is_undone(desk: Desk) -> None:
    arrive(desk, reports((0,), (1,)))
    before = documents(desk)
    a, b = (Place(r.reading.report.sha256, 0, 9) for r in reports((0,), (1,)))
    one = desk.judge("same story", a, b, by="ed", at="2024-05-01", reason="one council meeting")
    (line,) = desk.stories()
    (shift,) = line.history
    assert (shift.kind, shift.at) == ("join", "2024-05-01")
    assert shift.reason == "One story, judged by ed: one council meeting."
    assert shift.from_ in before and shift.into in before
    desk.undo(one.judgement.id)
    assert documents(desk) == before


def test_a_report_judged_out_of_a_story_is_a_split(desk: Desk) -> None:
    reads = reports((0,), (0,))
    arrive(desk, reads)
    before = documents(desk)
    places = [Place(r.reading.report.sha256, 0, 9) for r in reads]
    one = desk.judge("not same story", *places, by="ed", at="2024-05-01")
    (shift,) = {shift for line in desk.stories() for shift in line.history}
    assert (shift.kind, shift.reports) == ("split", (reads[1].reading.report.id,))
    desk.undo(one.judgement.id)
    assert documents(desk) == before
