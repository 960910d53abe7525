"""Agency copy that says what it is."""

import pytest

from twosource.gazetteer.wire import wire


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Ferry aground\n\nTARNHOLM, Osk (AP) — The ferry ran aground.", "Associated Press"),
        ("TARNHOLM, April 3 (Reuters) - The ferry ran aground.", "Reuters"),
        ("The ferry ran aground.\n\n(Reporting by Ada Lund in Tarnholm; Editing by Nils Roe)", "Reuters"),
        ("By Agence France-Presse\n\nThe ferry ran aground.", "Agence France-Presse"),
        ("(AP) — The ferry ran aground.", "Associated Press"),
        ("By Reuters staff\n\nThe ferry ran aground.", "Reuters"),
        ("By Ada Lund, Associated Press\n\nThe ferry ran aground.", "Associated Press"),
        ("By Ada Lund and Nils Roe | AP\n\nThe ferry ran aground.", "Associated Press"),
        ("By Ada Lund for Reuters\n\nThe ferry ran aground.", "Reuters"),
        ("The ferry ran aground.\n\n© 2024 Reuters. All rights reserved.", "Reuters"),
        ("By Ada Lund, Times\n\nThe ferry ran aground.", None),
        ("By Ada Lund, who sailed with Reuters\n\nThe ferry ran aground.", None),
        ("TARNHOLM (Osk) — The ferry ran aground.", None),
        ("TARNHOLM — The ferry ran aground, the AP reported.", None),
        ("The association (AP) met on Monday.", None),
        ("", None),
    ],
)
def test_a_text_says_whose_copy_it_is(text, agency):
    found = wire(text)
    assert (found.agency if found else None) == agency
    if found:
        assert text[found.span.start : found.span.end].strip()
