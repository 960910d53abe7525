from __future__ import annotations

import pytest

from tests.claims.invented import reading, statement
from twosource.claims.candidates import passages
from twosource.claims.wording import worded


def claims_of(text: str) -> list[str]:
    read = reading("r", "Klaxon", text)
    return [worded(p) for p in passages([read], [], rows=[frozenset(range(len(read.sentences)))])]


def test_a_claim_is_worded_with_the_subject_that_stands_before_it() -> None:
    text = (
        "The harbour board closed the old northern quay to every kind of cargo after the long winter of storms, "
        "and has since leased the empty sheds beside it to a company that nobody in the town of Port Tarn knows."
    )
    assert claims_of(text)[-1].startswith("The harbour board closed the old northern quay")


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ('Elm called the lease "a scandal" and "a disgrace', 'Elm called the lease "a scandal" and "a disgrace"'),
        ("They want to bring the crew “into the fold", "They want to bring the crew “into the fold”"),
        ("The ship carried grain to the old port, and", "The ship carried grain to the old port"),
        ("The ship carried grain (and timber", "The ship carried grain (and timber)"),
    ],
)
def test_marks_that_were_cut_through_are_closed(cut: str, whole: str) -> None:
    assert claims_of(cut + ".") == [whole]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("She said the guards had closed the clinic.", "the guards had closed the clinic", True),
        ("They also noted that the radio had been silent.", "that the radio had been silent", True),
        ("She asked whether the guards had closed the clinic.", "whether the guards had closed the clinic", False),
    ],
)
def test_a_claim_is_worded_without_she_said(text: str, content: str, whole: bool) -> None:
    read = reading("r", text)
    (passage,) = passages([read], [statement(read, content)], rows=[frozenset([0])])
    assert worded(passage) == (content.removeprefix("that ") if whole else text.rstrip("."))
