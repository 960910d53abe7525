"""Line breaks that end no paragraph."""

from twosource.text.breaks import flattened, unbroken
from twosource.text.paragraphs import paragraphs


def blocks(text: str) -> list[str]:
    return [text[a:b] for a, b in unbroken(text, paragraphs(text))]


def test_a_break_in_mid_sentence_before_lower_case_is_stray() -> None:
    assert blocks("The ferry left\nat noon.\nIt was full.") == ["The ferry left\nat noon.", "It was full."]


def test_where_blank_lines_part_paragraphs_a_name_may_follow_a_stray_break() -> None:
    text = "The ferry of\nLake Ummer left.\n\nIt was full.\n\nIt came back."
    assert blocks(text) == ["The ferry of\nLake Ummer left.", "It was full.", "It came back."]


def test_a_headline_over_single_lines_stays_alone() -> None:
    assert blocks("Ferry Leaves On Time\nThe ferry left.\nIt was full.")[0] == "Ferry Leaves On Time"


def test_flattened_text_keeps_every_offset() -> None:
    text = "The ferry left\nat noon.\n\nIt was full."
    flat = flattened(text, unbroken(text, paragraphs(text)))
    assert flat == "The ferry left at noon.\n\nIt was full."
