"""A judgement changes exactly what it should: made again it changes nothing, undone it leaves no trace."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from twosource.desk import Desk
from twosource.model import Place, Report
from twosource.store import open_store

# Kind, end of the words, value; about the report at this position, and the one after it where the kind is about two.
KINDS: dict[str, tuple[int, str | None, bool]] = {
    "outlet": (5, "Echo", False),
    "published": (5, "2024-05-01", False),
    "furniture": (25, None, False),
    "note": (5, "look again", False),
    "same story": (5, None, True),
    "speaker": (9, "Ola Brandt", False),
}
acts = st.lists(st.tuples(st.sampled_from(sorted(KINDS)), st.integers(0, 2)), min_size=1, max_size=5, unique=True)
few = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


@pytest.fixture(autouse=True)
def fakes(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_pipeline(monkeypatch)


@contextmanager
def filled() -> Iterator[tuple[Desk, list[Report]]]:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "desk.db") as store:
        desk = Desk(store, embed=lambda texts: None)  # type: ignore[arg-type,return-value]
        for n, text in enumerate((FIRST, SECOND, THIRD)):
            desk.add_text(text.encode(), name=f"{n}.txt")
        reports = [r for line in desk.stories() for r in desk.story(line.id).reports]
        yield desk, sorted(reports, key=lambda r: r.path or "")


def judge(desk: Desk, reports: Sequence[Report], kind: str, at: int) -> str:
    end, value, paired = KINDS[kind]
    places = [Place(reports[(at + k) % 3].sha256, 0, end) for k in range(2 if paired else 1)]
    when = f"2024-06-{1 + sorted(KINDS).index(kind):02}T{at:02}"
    return desk.judge(kind, *places, value=value, by="ed", at=when).judgement.id  # type: ignore[arg-type]


def documents(desk: Desk) -> dict[str, bytes]:
    return {line.id: msgspec.json.encode(desk.story(line.id)) for line in desk.stories()}


@few
@given(acts, st.randoms())
def test_the_order_of_judgements_that_do_not_contradict_changes_nothing(
    acts: list[tuple[str, int]], chance: Any
) -> None:
    mixed = list(acts)
    chance.shuffle(mixed)
    with filled() as (desk, reports), filled() as (other, _):
        for kind, at in acts:
            judge(desk, reports, kind, at)
        for kind, at in mixed:
            judge(other, reports, kind, at)
        assert documents(desk) == documents(other)


@few
@given(acts, st.randoms())
def test_undo_restores_the_very_bytes_and_the_same_twice_is_once(acts: list[tuple[str, int]], chance: Any) -> None:
    with filled() as (desk, reports):
        states = [documents(desk)]
        made = []
        for kind, at in acts:
            made.append(judge(desk, reports, kind, at))
            states.append(documents(desk))
            assert judge(desk, reports, kind, at) == made[-1] and documents(desk) == states[-1]
        while made:
            states.pop()
            desk.undo(made.pop())
            assert documents(desk) == states[-1]
        assert len(desk.decisions()) == len(acts)
