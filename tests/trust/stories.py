"""Small invented reports for the laws that must hold whatever the text."""

from __future__ import annotations

from hypothesis import strategies as st

SPEAKERS = [
    "Dana Orvell",
    "a harbour official",
    "the mill's spokeswoman",
    "two drivers",
    "She",
    "The Tarn Gazette",
    "They",
]
CUES = ["said", "told the Tarn Gazette", "denied that", "warned", "according to Ferrow Press", "added"]
CONTENTS = [
    "the ferry carried 40 people on Monday",
    "the ferry carried 140 people",
    "the mill dismissed nobody",
    "the bridge may be closed in March",
    "“we have no information about this”",
    "“nobody asked us",
    "it was the dock board, not the mill, that gave the order",
    "«la barque était vide»",
]
ODD = [
    "",
    " ",
    "\u202eright to left\u202c",
    "</script><script>alert(1)</script>",
    "\x0b",
    "ß𝒜🙂",
    "“““",
    "A.",
    "Read more: Ten boats",
]


def sentence() -> st.SearchStrategy[str]:
    """A sentence with a speaker, a cue and a content, in one of three orders; or something odd."""
    plain = st.builds(
        lambda who, cue, what, order: [f"{who} {cue} {what}.", f"“{what},” {who} {cue}.", f"{what.capitalize()}."][
            order
        ],
        st.sampled_from(SPEAKERS),
        st.sampled_from(CUES),
        st.sampled_from(CONTENTS),
        st.integers(0, 2),
    )
    return st.one_of(plain, plain, plain, st.sampled_from(ODD))


def report_text() -> st.SearchStrategy[str]:
    """A report of one to eight paragraphs, with Unix, Windows or no line ends."""
    return st.builds(
        lambda paragraphs, gap: gap.join(paragraphs),
        st.lists(sentence(), min_size=1, max_size=8),
        st.sampled_from(["\n\n", "\n", "\r\n\r\n", " ", "\u00a0\n"]),
    )


def texts() -> st.SearchStrategy[list[str]]:
    """The texts of one to four reports."""
    return st.lists(report_text(), min_size=1, max_size=4)
