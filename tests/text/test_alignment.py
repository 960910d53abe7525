"""Passages that two texts share, word by word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.alignment import fingerprints, passages

WORDS = st.lists(st.sampled_from(["oar", "mast", "keel", "hull", "tar", "rope", "knot", "bell"]), max_size=40)


def test_a_reworded_passage_is_one_passage():
    one = "x y z the keeper said the upper gate had been grinding on its hinge since the autumn q r"
    two = "the keeper said the top gate had been grinding on its old hinge since the autumn and more"
    a, b = one.split(), two.split()
    (found,) = passages(a, b, least=8)
    assert a[found.a.start] == "the" and a[found.a.end - 1] == "autumn"
    assert 0.8 < found.score < 1


def test_moved_passages_are_found_both():
    one, two = [f"a{i}" for i in range(12)], [f"b{i}" for i in range(12)]
    found = passages(one + two, two + one)
    assert [p.equal for p in found] == [12, 12]


@given(WORDS, WORDS)
def test_passages_lie_inside_both_texts_and_never_overlap(a, b):
    found = passages(a, b, least=4)
    for p in found:
        assert 0 <= p.a.start < p.a.end <= len(a) and 0 <= p.b.start < p.b.end <= len(b) and 0 < p.score <= 1
    for side in ("a", "b"):
        spans = sorted(getattr(p, side) for p in found)
        assert all(x.end <= y.start for x, y in pairwise(spans))


@given(WORDS.filter(lambda w: len(w) >= 8), WORDS, WORDS)
def test_eight_words_in_common_share_a_fingerprint(run, before, after):
    assert set(fingerprints(run)) & set(fingerprints(before + run + after))
