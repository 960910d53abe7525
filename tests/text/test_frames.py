from __future__ import annotations

import pytest

from twosource.text.frames import is_frame
from twosource.text.words import words


@pytest.mark.parametrize(
    "text",
    [
        "Captain Elm said on Monday",
        "according to two people at the quay",
        "said Orla Finch, a coordinator for the harbour's largest group of volunteers, Open Water",
        "said Orla Finch, a lawyer with the union, who has advised the dockers since the strike began",
        "Mr Elm said on the steps of the town hall as reporters waited",
        "Finch told the yearly meeting of the Harbour Workers' League that",
    ],
)
def test_who_where_and_when_alone_are_a_frame(text: str) -> None:
    assert is_frame(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "One docker said people threw stones at the gate",
        "said members of the crew have the right to leave the ship",
        "Elm told the crew not to sail with the evening tide",
        "the owners said, while another fifty have yet to sign",
        "The ferry sank at dawn",
        "said the tariff was lifted in May",
    ],
)
def test_what_says_more_is_none(text: str) -> None:
    assert not is_frame(words(text))
