from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import PAIRINGS
from twosource.reading import weigher
from twosource.reading.pairs import FLAGS, LONGEST, NAME_OWN, NEGATION, NUMBER_OWN, SHARED, pair_inputs
from twosource.reading.weights import load_tokenizer

CLAIM = "The dam at Quell held 40 men"


def answer(a: str, b: str) -> str:
    return PAIRINGS[int(weigher()([(a, b)])[0].argmax())]


def test_it_tells_the_same_a_denial_and_silence_apart() -> None:
    claim = "The mayor of Port Ambel took money from the building firm."
    assert answer(claim, "Bribes were paid to Port Ambel's mayor by the builder, prosecutors say.") == "same"
    assert answer(claim, "The mayor dismissed the accusation that he had taken money as a fairy tale.") == "denies"
    assert answer(claim, "The town hall did not answer questions about the money.") == "silent"
    assert answer(claim, "A new ferry line to the islands will open in May.") == "other"


def test_an_answer_does_not_depend_on_what_else_is_asked() -> None:
    pairs = [(CLAIM, "Forty men were held."), (CLAIM, "No one was there."), ("", ""), (CLAIM, "x " * 5_000)]
    together = weigher()(pairs)
    assert np.allclose(together.sum(axis=1), 1, atol=1e-5)
    for pair, row in zip(pairs, together, strict=True):
        assert np.array_equal(weigher()([pair])[0], row)
    assert weigher()([]).shape == (0, len(PAIRINGS))


def test_words_carry_what_they_are_to_the_other_side() -> None:
    _, types = pair_inputs(load_tokenizer("pairs"), "He held 40 men in Tarn", "She never held 50 men")
    assert {SHARED, NUMBER_OWN, NAME_OWN} <= set(types)
    assert FLAGS + NEGATION in types


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_inputs_are_bounded_and_of_one_length(a: str, b: str) -> None:
    ids, types = pair_inputs(load_tokenizer("pairs"), a, b)
    assert len(ids) == len(types) <= 2 * LONGEST + 3
    assert all(0 <= t < 2 * FLAGS for t in types)
