"""A desk reads what is new, tells what was touched, obeys people, and forgets nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import msgspec
import numpy as np
import pytest

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from twosource.desk import Desk, from_line, to_line
from twosource.errors import InputError
from twosource.model import Place, Story
from twosource.store import open_store


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    return fake_pipeline(monkeypatch)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def desk(tmp_path: Path, reads: list[str]) -> Iterator[Desk]:
    with open_store(tmp_path / "desk.db") as store:
        yield Desk(store, embed=lambda texts: None)  # type: ignore[arg-type,return-value]


def documents(desk: Desk) -> dict[str, bytes]:
    return {line.id: msgspec.json.encode(desk.story(line.id)) for line in desk.stories()}


def bridge(desk: Desk) -> Story:
    return next(s for line in desk.stories() for s in [desk.story(line.id)] if line.reports == 2)


def test_only_new_reports_are_read_and_only_touched_stories_told(desk: Desk, files: Path, reads: list[str]) -> None:
    added = desk.add([files / "a.txt", files / "c.txt"])
    assert len(added.new) == 2 and len(added.stories) == 2 and len(reads) == 2
    before = documents(desk)
    again = desk.add([files])
    assert (len(again.new), again.known, len(reads), len(again.stories)) == (1, 2, 3, 1)
    after = documents(desk)
    assert sum(before[id_] != after[id_] for id_ in before) == 1
    third = desk.add([files])
    assert (third.new, third.stories, len(reads)) == ((), (), 3)
    assert documents(desk) == after


def test_what_a_crash_left_undone_is_done_at_the_next_call(
    desk: Desk, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Desk, "settle", lambda self: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            desk.add([files])
    assert desk.stories() == []
    assert desk.add([files]).known == 3
    assert sorted(line.reports for line in desk.stories()) == [1, 2]
    assert all(line.up_to_date for line in desk.stories())


def test_a_judgement_holds_after_every_recomputation_and_undo_restores_the_very_bytes(desk: Desk, files: Path) -> None:
    desk.add([files])
    before = documents(desk)
    report = bridge(desk).reports[0]
    place = desk.place(bridge(desk).story.id, report.id)
    assert place == Place(report.sha256, 0, len(report.text))
    changed = desk.judge("outlet", place, value="Tollen Echo", by="ed", at="2024-01-01T00:00:00Z")
    assert {r.outlet for r in bridge(desk).reports} == {"Tollen Echo", None}
    judged = documents(desk)
    desk.judge("outlet", place, value="Tollen Echo", by="ed", at="2024-01-01T00:00:00Z")
    assert documents(desk) == judged and len(desk.decisions()) == 1, "the same decision twice is one"
    desk.undo(changed.judgement.id)
    assert documents(desk) == before


def test_a_report_is_taken_out_of_a_story_and_put_back_by_undo(desk: Desk, files: Path) -> None:
    desk.add([files])
    before = documents(desk)
    story = bridge(desk)
    a, b = (desk.place(story.story.id, r.id) for r in story.reports)
    changed = desk.judge("not same story", a, b, by="ed")
    assert sorted(line.reports for line in desk.stories()) == [1, 1, 1]
    assert set(changed.after) - set(changed.before), "a new story is shown"
    desk.undo(changed.judgement.id)
    assert documents(desk) == before


def test_two_stories_are_joined_and_parted_again_by_undo(desk: Desk, files: Path) -> None:
    desk.add([files])
    before = documents(desk)
    other = next(line.id for line in desk.stories() if line.reports == 1)
    a = desk.place(bridge(desk).story.id, bridge(desk).reports[0].id)
    b = desk.place(bridge(desk).story.id, desk.story(other).reports[0].id, elsewhere=True)
    changed = desk.judge("same story", a, b, by="ed")
    assert [line.reports for line in desk.stories()] == [3]
    desk.undo(changed.judgement.id)
    assert documents(desk) == before


def test_judgements_that_do_not_contradict_work_in_any_order(tmp_path: Path, files: Path, reads: list[str]) -> None:
    results = set()
    for n, order in enumerate(permutations(range(3))):
        with open_store(tmp_path / f"{n}.db") as store:
            desk = Desk(store, embed=lambda texts: None)  # type: ignore[arg-type,return-value]
            desk.add([files])
            first, second = sorted(bridge(desk).reports, key=lambda r: r.text)
            places = [Place(r.sha256, 0, len(r.text)) for r in (first, second)]
            head = Place(first.sha256, 0, 10)
            acts = [
                lambda: desk.judge("outlet", places[0], value="Echo", by="ed", at="2024-01-01"),  # noqa: B023
                lambda: desk.judge("published", places[1], value="2024-02-03", by="ed", at="2024-01-02"),  # noqa: B023
                lambda: desk.judge("furniture", head, by="ed", at="2024-01-03"),  # noqa: B023
            ]
            for i in order:
                acts[i]()
            results.add(tuple(sorted(documents(desk).values())))
    assert len(results) == 1


def test_judgements_travel_between_desks(desk: Desk, files: Path, tmp_path: Path, reads: list[str]) -> None:
    desk.add([files])
    place = desk.place(bridge(desk).story.id, bridge(desk).reports[0].id)
    kept = desk.judge("outlet", place, value="Echo", by="ed")
    gone = desk.judge("note", place, value="look again", by="ed")
    desk.undo(gone.judgement.id)
    lines = [to_line(d) for d in desk.decisions()]
    with open_store(tmp_path / "other.db") as store:
        other = Desk(store, embed=lambda texts: None)  # type: ignore[arg-type,return-value]
        other.add([files])
        decided = [from_line(line, number=n) for n, line in enumerate(lines, 1)]
        assert set(other.take_judgements(decided)) == {kept.judgement.id, gone.judgement.id}
        assert other.take_judgements(decided) == []
        assert documents(other) == documents(desk)
    with pytest.raises(InputError, match="altered"):
        from_line(lines[0].replace("Echo", "Post"), number=1)
    with pytest.raises(InputError, match="line 3"):
        from_line("{}", number=3)


def test_a_new_version_of_a_url_counts_and_shows_what_changed(desk: Desk) -> None:
    url = "https://echo.example/bridge"
    desk.add_text(FIRST.encode(), name="a.txt", url=url)
    desk.add_text(FIRST.replace("two girders", "three girders").encode(), name="a2.txt", url=url)
    (line,) = desk.stories()
    story = desk.story(line.id)
    assert len(story.reports) == 2
    (aside,) = story.set_aside
    assert "earlier version" in aside.reason
    (drift,) = story.drift
    texts = {r.id: r.text for r in story.reports}
    assert "two girders" in texts[drift.a.report][drift.a.start : drift.a.end]
    assert "three girders" in texts[drift.b.report][drift.b.start : drift.b.end]


def test_a_removed_report_leaves_its_judgements_and_obeys_them_when_it_comes_back(desk: Desk, files: Path) -> None:
    desk.add([files])
    report = bridge(desk).reports[0]
    desk.judge("outlet", Place(report.sha256, 0, 5), value="Echo", by="ed")
    desk.remove([report.id])
    assert sorted(line.reports for line in desk.stories()) == [1, 1]
    desk.add([files])
    assert "Echo" in {r.outlet for r in bridge(desk).reports}


@pytest.mark.parametrize(
    ("kind", "end", "value", "says"),
    [
        ("same source", 5, None, "two places"),
        ("outlet", 5, None, "--value"),
        ("published", 5, "yesterday", "no date"),
        ("note", 10_000, "x", "outside"),
    ],
)
def test_a_judgement_that_says_nothing_is_refused(
    desk: Desk, files: Path, kind: str, end: int, value: str | None, says: str
) -> None:
    desk.add([files])
    digest = bridge(desk).reports[0].sha256
    with pytest.raises(InputError, match=says):
        desk.judge(kind, Place(digest, 0, end), value=value)  # type: ignore[arg-type]
    assert desk.decisions() == ()


def test_an_uploaded_folder_leaves_no_trace_of_where_it_lay(desk: Desk, files: Path) -> None:
    (files / "empty.txt").write_text("")
    added = desk.add_folder(files)
    assert {refusal.path for refusal in added.refusals} == {"empty.txt"}
    paths = {path for line in desk.stories() for r in desk.story(line.id).reports for path in (r.path, *r.paths)}
    assert paths == {file.name for file in files.glob("*.txt")} - {"empty.txt"}


def test_what_other_models_read_is_read_again_before_it_is_used(
    desk: Desk, files: Path, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add([files])
    before, story = documents(desk), bridge(desk)
    monkeypatch.setattr("twosource.desk.current.made_by", lambda: "other models")
    monkeypatch.setattr("twosource.desk.desk.made_by", lambda: "other models")
    reads.clear()
    assert desk.story(story.story.id) == story
    assert sorted(reads) == sorted(r.id for r in story.reports), "only what is used is read again"
    assert desk.story(story.story.id) == story and len(reads) == 2, "and only once"
    assert documents(desk) == before and len(reads) == 3


def test_a_claim_that_no_report_is_about_gets_that_for_an_answer(desk: Desk, files: Path) -> None:
    desk.add([files])
    blank = Desk(desk.store, embed=lambda texts: np.zeros((len(texts), 384), dtype=np.float32))
    answer, reports = blank.check("The moon landing was postponed by the weather")
    assert answer.found == () and reports == {}
    assert "Nothing in these reports" in answer.answer
