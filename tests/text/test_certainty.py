"""Words of doubt and certainty."""

from __future__ import annotations

import pytest

from twosource.text.certainty import marks


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The bridge may be closed.", "hedge", "may"),
        ("The bridge is reportedly closed.", "hearsay", "reportedly"),
        ("It is closed, according to media reports.", "hearsay", "according to media reports"),
        ("Report: Bridge Closed", "hearsay", "Report:"),
        ("Subject to a vote it will close.", "condition", "Subject to"),
        ("It is a known fact.", "sure", "known fact"),
        ("She hinted that it was closed.", "weak verb", "hinted that"),
        ("She confirmed it.", "strong verb", "confirmed"),
        ("I think that it is closed.", "hedge", "I think that"),
    ],
)
def test_mark_is_found_with_its_kind(text: str, kind: str, words: str) -> None:
    assert (kind, words) in [(m.kind, m.words) for m in marks(text)]


@pytest.mark.parametrize(
    "text", ["It closed in May.", "It did not confirm that.", "May closed the bridge.", "Nobody knows."]
)
def test_months_and_negated_words_are_none(text: str) -> None:
    assert marks(text) == ()
