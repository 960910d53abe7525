"""What people decided is kept, obeyed while it holds, and never erased."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.makers import read, report
from twosource.errors import InputError
from twosource.model import Judgement, Place
from twosource.store import Sorted, Store, decisions, holding

DIGEST = report().sha256
KINDS = [
    "same source",
    "not same source",
    "same claim",
    "not same claim",
    "speaker",
    "outlet",
    "relays",
    "original",
    "furniture",
    "not furniture",
    "note",
]


def judgement(
    number: int, kind: str = "same source", *, at: int = 0, a: int = 0, b: int = 10, value: str | None = None
) -> Judgement:
    places = Place(DIGEST, a, a + 5), Place(DIGEST, b, b + 5)
    return Judgement(
        id=f"j-{number:04}", kind=kind, by="ed", at=f"2024-05-{at + 1:02}", a=places[0], b=places[1], value=value
    )  # type: ignore[arg-type]


made = st.builds(
    judgement,
    st.integers(0, 999),
    st.sampled_from(KINDS),
    at=st.integers(0, 5),
    a=st.sampled_from([0, 3, 10]),
    b=st.sampled_from([0, 7, 10]),
    value=st.sampled_from([None, "x"]),
)
logs = st.lists(st.tuples(made, st.sampled_from([None, None, "2024-06-01"])), max_size=8, unique_by=lambda e: e[0].id)


@given(logs, st.randoms())
def test_what_holds_does_not_depend_on_the_order_of_the_log(
    log: list[tuple[Judgement, str | None]], chance: object
) -> None:
    mixed = list(log)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert decisions(mixed) == decisions(log)


@given(logs)
def test_what_holds_holds_without_the_rest(log: list[tuple[Judgement, str | None]]) -> None:
    kept = holding(decisions(log))
    assert holding(decisions((j, None) for j in kept)) == kept


@given(logs, made)
def test_a_judgement_made_and_withdrawn_changes_nothing_that_holds(
    log: list[tuple[Judgement, str | None]], new: Judgement
) -> None:
    log = [entry for entry in log if entry[0].id != new.id]
    assert holding(decisions([*log, (new, "2024-06-02")])) == holding(decisions(log))


def test_of_two_that_contradict_each_other_the_later_one_holds_and_both_are_shown() -> None:
    yes, no = judgement(1, at=0), judgement(2, "not same source", at=1, a=10, b=0)
    for order in permutations([(yes, None), (no, None)]):
        shown = decisions(order)
        assert [d.holds for d in shown] == [False, True]
        assert shown[0].overruled_by == no.id
    assert holding(decisions([(yes, None), (no, "2024-06-01")])) == (yes,)


def test_one_answer_only_for_a_reports_outlet() -> None:
    first, second = judgement(1, "outlet", value="Echo"), judgement(2, "outlet", at=1, a=50, value="Post")
    assert holding(decisions([(first, None), (second, None)])) == (second,)


def test_decisions_touch_the_stories_they_name_and_only_those(store: Store) -> None:
    other = read("The library at Wend opens on Sundays from June, the council said.\n")
    store.add([read(), other], made_by="t")
    store.sort(lambda waiting, past: Sorted({a.report: f"story-{a.report}" for a in waiting}))
    mine, theirs = f"story-{report().id}", f"story-{other.reading.report.id}"
    before = {id_: store.story(id_).touched for id_ in (mine, theirs)}
    assert store.judge([judgement(1)]) == ["j-0001"]
    assert store.judge([judgement(1)]) == []
    assert store.story(mine).touched == before[mine] + 1
    assert store.story(theirs).touched == before[theirs]
    assert store.withdraw("j-00").id == "j-0001"
    assert store.story(mine).touched == before[mine] + 2
    (shown,) = store.decisions()
    assert shown.withdrawn and not shown.holds
    with pytest.raises(InputError, match="withdrawn before"):
        store.withdraw("j-0001")
    with pytest.raises(InputError, match="no judgement"):
        store.withdraw("x")
    store.judge([judgement(1), judgement(2)], withdrawn={"j-0002": "2024-07-01"})
    assert [d.withdrawn is not None for d in store.decisions([DIGEST])] == [True, True]
    assert store.decisions(["no such digest"]) == ()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (judgement(1, "same source", a=0, b=20), judgement(2, "not same source", at=1, a=3, b=22)),
        (judgement(1, "same source", a=0, b=20), judgement(2, "not same source", at=1, a=22, b=3)),
        (judgement(1, "not same claim", a=0, b=20), judgement(2, "same claim", at=1, a=2, b=18)),
        (judgement(1, "speaker", value="x"), judgement(2, "speaker", at=1, value="y")),
    ],
)
def test_judgements_on_words_that_overlap_contradict_each_other(first: Judgement, second: Judgement) -> None:
    shown = decisions([(first, None), (second, None)])
    assert [d.holds for d in shown] == [False, True] and shown[0].overruled_by == second.id


def _two_things(asked: str, place: Place) -> frozenset[str]:
    return frozenset({f"{asked} {place.start // 100}"})


@pytest.mark.parametrize(
    ("first", "second", "contradicts"),
    [
        # Two mentions of one source each, far from each other.
        (judgement(1, "same source", a=0, b=110), judgement(2, "not same source", at=1, a=50, b=190), True),
        # Another pair of sources.
        (judgement(1, "same source", a=0, b=110), judgement(2, "not same source", at=1, a=50, b=290), False),
        # Who parts one source into two says nothing of its other mentions.
        (judgement(1, "same source", a=0, b=30), judgement(2, "not same source", at=1, a=0, b=60), False),
        # Two places in one statement.
        (judgement(1, "speaker", a=0, value="x"), judgement(2, "speaker", at=1, a=60, value="y"), True),
        (judgement(1, "speaker", a=0, value="x"), judgement(2, "speaker", at=1, a=160, value="y"), False),
    ],
)
def test_judgements_on_one_thing_contradict_each_other_wherever_they_point(
    first: Judgement, second: Judgement, contradicts: bool
) -> None:
    shown = decisions([(first, None), (second, None)], _two_things)
    assert [d.holds for d in shown] == [not contradicts, True]


def test_a_later_judgement_on_part_of_the_words_leaves_the_rest_to_the_earlier() -> None:
    whole = Judgement(id="j-1", kind="furniture", by="ed", at="2024-01-01", a=Place(DIGEST, 0, 100))
    part = Judgement(id="j-2", kind="not furniture", by="ed", at="2024-01-02", a=Place(DIGEST, 20, 30))
    again = Judgement(id="j-3", kind="furniture", by="ed", at="2024-01-03", a=Place(DIGEST, 0, 100))
    shown = decisions([(whole, None), (part, None)])
    assert all(d.holds for d in shown) and shown[0].overruled_in_part_by == "j-2"
    assert holding(shown) == (whole, part)
    assert holding(decisions([(whole, None), (part, None), (again, None)])) == (whole,)
    beside = Judgement(id="j-2", kind="not furniture", by="ed", at="2024-01-02", a=Place(DIGEST, 90, 130))
    assert holding(decisions([(whole, None), (beside, None), (again, None)])) == (beside, again)
