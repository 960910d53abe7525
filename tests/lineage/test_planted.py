"""Planted origins are recovered: who copied whom is known, and the count must say so."""

import pytest
from bench.planted.__main__ import count
from bench.planted.reading import seen
from bench.planted.story import tale


@pytest.mark.parametrize("hidden", [0.0, 0.5])
@pytest.mark.parametrize("seed", [1, 3, 8])
def test_the_number_of_planted_origins_is_counted_exactly(seed, hidden):
    planted = tale(seed, reports=14, hidden=hidden)
    got, merged, traced = count(seen(planted))
    assert got == planted.origins
    assert merged == []
    assert traced > 0.9


def test_a_seed_gives_one_story():
    assert tale(5).reports == tale(5).reports
    assert tale(5).reports != tale(6).reports
