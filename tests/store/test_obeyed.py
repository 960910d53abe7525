"""What people say of stories joins and parts them, and nothing else does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.model import Judgement, Place
from twosource.store.obeyed import obeyed

FOUND = {"a": "s1", "b": "s1", "c": "s1", "d": "s2", "e": "s2", "f": "s3"}


def judged(kind: str, a: str, b: str) -> Judgement:
    return Judgement(id=f"{kind}{a}{b}", kind=kind, by="ed", at="2024", a=Place(a, 0, 1), b=Place(b, 0, 1))  # type: ignore[arg-type]


pairs = st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] != p[1])


def test_nobody_judged_nothing_moves() -> None:
    assert obeyed(FOUND, []) == FOUND


def test_two_stories_become_one_under_the_name_of_the_earlier() -> None:
    assert obeyed(FOUND, [judged("same story", "e", "b")]) == FOUND | {"d": "s1", "e": "s1"}


def test_the_later_report_leaves_and_what_was_judged_one_with_it_goes_along() -> None:
    result = obeyed(FOUND, [judged("not same story", "b", "a"), judged("same story", "b", "c")])
    assert result["a"] == "s1" and result["b"] == result["c"] not in {"s1", "s2", "s3"}


@given(st.lists(pairs, max_size=6, unique_by=frozenset))
def test_what_was_judged_apart_is_apart(apart: list[tuple[str, str]]) -> None:
    result = obeyed(FOUND, [judged("not same story", a, b) for a, b in apart])
    assert all(result[a] != result[b] for a, b in apart)


@given(st.lists(st.tuples(st.sampled_from(["same story", "not same story"]), pairs), max_size=6), st.randoms())
def test_the_order_of_judgements_changes_nothing(said: list[tuple[str, tuple[str, str]]], chance: object) -> None:
    made = [judged(kind, a, b) for kind, (a, b) in said]
    mixed = list(made)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert obeyed(FOUND, mixed) == obeyed(FOUND, made)
