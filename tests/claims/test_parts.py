from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.invented import embed, reading
from twosource.claims import find
from twosource.claims.bearing import bearing, contrast
from twosource.claims.candidates import passages
from twosource.claims.group import NEVER, average_linkage
from twosource.claims.leaders import MOST, leaders
from twosource.claims.weight import weighty


@pytest.mark.parametrize(
    ("text", "kind", "about"),
    [
        ("Orla Finch opened the dam", "plain", "Orla Finch opened the dam"),
        ("Orla Finch denied opening the dam at night", "denial", "opening the dam at night"),
        ("The company dismissed the idea of selling its port as nonsense", "denial", "the idea of selling its port"),
        ("The ministry did not respond to a request for comment", "silence", ""),
        ("The firm declined to say how many drums were lost", "silence", "how many drums were lost"),
        ("Asked about the missing chemical drums, the office had no information", "silence", "missing chemical drums"),
        ("Two passengers were denied entry to the ship", "plain", "denied entry"),
        ("The fleet has seen the reports", "silence", ""),
    ],
)
def test_bearing_tells_denial_and_silence_apart_and_what_they_are_about(text: str, kind: str, about: str) -> None:
    found = bearing(text)
    assert found.kind == kind
    assert about in found.about if about else not found.about


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Six lorries went down to the ramp", True),
        ("The river supplies the town with water", True),
        ("Ana Holt, who ran the depot until it closed", False),
        ("On the waterfront of the old town", False),
        ("He asked not to be named because he fears for his job", False),
        ("offering them work on the night boats", True),
        ("Too late", False),
        ("men who asked questions were sent home", True),
    ],
)
def test_only_a_passage_that_states_something_has_weight(text: str, wanted: bool) -> None:
    assert weighty(text) is wanted


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT ELM, Norland (Norland Press) — ",
        "PORT ELM (Norland Press), July 3 - ",
        "PORT ELM, July 3 (Norland Press) - ",
        "3 July 2023 (Norland Press) — ",
        "",
    ],
)
def test_a_passage_begins_after_the_dateline(dateline: str) -> None:
    read = reading("r", f"{dateline}The ferry sank at the old quay before dawn.")
    (passage,) = passages([read], [], rows=[frozenset([0])])
    assert passage.text == "The ferry sank at the old quay before dawn"


def test_average_linkage_joins_by_mean_not_by_the_nearest() -> None:
    chain = np.array([[1, 0.9, 0.0], [0.9, 1, 0.6], [0.0, 0.6, 1]], dtype=np.float32)
    assert average_linkage(chain, 0.5) == [[0, 1], [2]]
    assert average_linkage(chain, 0.3) == [[0, 1, 2]]


def test_what_was_held_apart_never_meets() -> None:
    alike = np.full((4, 4), 0.9, dtype=np.float32)
    alike[0, 3] = alike[3, 0] = NEVER
    for group in average_linkage(alike, 0.1):
        assert not {0, 3} <= set(group)


@given(st.lists(st.lists(st.floats(-1, 1, width=32), min_size=6, max_size=6), min_size=6, max_size=6), st.floats(0, 1))
def test_groups_are_a_partition_and_hold_their_mean(rows: list[list[float]], threshold: float) -> None:
    alike = np.array(rows, dtype=np.float32)
    alike = (alike + alike.T) / 2
    groups = average_linkage(alike, threshold)
    assert sorted(i for g in groups for i in g) == list(range(6))


def test_in_a_small_story_every_sentence_leads() -> None:
    reports = [reading(f"r{i}", "The ferry sank off the cape at dawn.", "Nine people swam ashore.") for i in range(3)]
    assert leaders(reports).rows == [frozenset({0, 1})] * 3


def test_in_a_large_story_copies_follow_and_still_count() -> None:
    told = "The ferry sank off the cape at dawn and nine people swam ashore."
    reports = [
        reading(f"r{i:03}", told, f"Harbour log number {i} of the {i % 7}th berth was kept.") for i in range(1000)
    ]
    chosen = leaders(reports)
    assert sum(len(rows) for rows in chosen.rows) <= MOST
    assert len([1 for place in chosen.follows if place[1] == 0]) == 999
    claims = find(reports, (), (), embed=embed)
    assert len({e.report for e in claims[0].evidence}) == 1000


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The drums were sent not by the mill, but by the board",
            ("The drums were sent by the board", "The drums were sent by the mill"),
        ),
        (
            "A worn pin stopped the mountain lift, and not the wind",
            ("A worn pin stopped the mountain lift", "the wind stopped the mountain lift"),
        ),
        ("The lift was not only old but slow", None),
        ("I am a baker, not a hero", None),
        ("The lift stopped, not knowing why", None),
        ("The lift is not new, but it is safe", None),
    ],
)
def test_a_contrast_asserts_one_thing_and_denies_another(text: str, parts: tuple[str, str] | None) -> None:
    assert contrast(text) == parts
