from __future__ import annotations

import numpy as np
import pytest

from tests.claims.invented import reading
from twosource.claims.candidates import passages
from twosource.claims.saying import Near, asserted, less_exact, shows, weighed
from twosource.model import PAIRINGS


def near(text: str, nearness: float = 1.0, share: float = 0.8) -> Near:
    found = passages([reading("r", text)], [], rows=[frozenset([0])])
    return Near(found[0], nearness, share)


def shares(**given: float) -> np.ndarray:
    values = np.array([given.get(name, 0.0) for name in PAIRINGS], dtype=np.float32)
    values[PAIRINGS.index("other")] += 1 - values.sum()
    return values


CLAIM = "The dockers set fire to the old customs house"


@pytest.mark.parametrize(
    ("text", "nearness", "share", "given", "stance"),
    [
        ("Dockers set the old customs house on fire", 1.2, 0.9, {"same": 0.9}, "supports"),
        ("Dockers set the old customs house on fire", 1.2, 0.9, {"denies": 0.4, "conflicts": 0.2}, "denies"),
        ("The customs house burnt for two whole days", 0.7, 0.3, {"same": 0.6}, "discusses"),
        ("Dark night in the old harbour of Norvik", 0.7, 0.1, {"conflicts": 0.7}, "discusses"),
        ("Dockers may have set the old customs house on fire", 1.1, 0.9, {"same": 0.3, "qualifies": 0.6}, "qualifies"),
        ("Did the dockers set the old customs house on fire?", 1.2, 0.9, {"same": 0.9}, "discusses"),
        ("The police ask whether dockers set the old customs house on fire", 1.2, 0.9, {"same": 0.9}, "discusses"),
        ("Dockers are said to have set the old customs house on fire", 1.2, 0.9, {"same": 0.9}, "qualifies"),
        ("Dockers reportedly set the old customs house on fire", 1.2, 0.9, {"same": 0.9}, "qualifies"),
    ],
)
def test_nearness_and_the_pair_model_decide_together(
    text: str, nearness: float, share: float, given: dict[str, float], stance: str
) -> None:
    assert weighed(CLAIM, near(text, nearness, share), shares(**given)) == stance


@pytest.mark.parametrize(
    ("text", "given", "stance"),
    [
        ("Sales of salted herring fell by 30 per cent", {"same": 0.9}, "denies"),
        ("Sales of salted herring fell by about 20 per cent", {"conflicts": 0.9}, "supports"),
        ("Sales of salted herring never fell by 20 per cent", {"conflicts": 0.9}, "denies"),
        ("Sales of salted herring fell by 20 per cent, of smoked by 30 per cent", {"same": 0.9}, "supports"),
        ("Sales of salted herring fell by 20 per cent in 12 towns", {"same": 0.9}, "supports"),
    ],
)
def test_another_number_of_the_same_thing_denies_and_a_less_exact_one_does_not(
    text: str, given: dict[str, float], stance: str
) -> None:
    claim = "Sales of salted herring fell by 20 per cent"
    passage = near(text, 1.2, 0.9)
    assert weighed(claim, passage, less_exact(claim, passage.passage, shares(**given))) == stance


def test_of_a_contrast_only_what_it_asserts_is_compared() -> None:
    found = passages([reading("r", "The fire was set by the dockers, not by the crew.")], [], rows=[frozenset([0])])
    assert {asserted(p) for p in found if p.kind == "plain"} == {"The fire was set by the dockers"}


def test_the_likeliest_passage_shows_a_reports_stand_if_it_comes_near() -> None:
    near_it, far = (
        near("Dockers set the old customs house on fire", 0.85, 0.5),
        near("The house burnt for days", 0.6, 0.1),
    )
    given = np.stack([shares(same=0.4), shares(same=0.1)])
    assert shows("supports", [near_it, far], given) == 0
    assert shows("supports", [far], given[1:]) is None
    assert shows("qualifies", [near_it, far], given) is None
