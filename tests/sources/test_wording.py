"""What a source is called and what kind it is, from the words that cite it."""

import pytest

from tests.sources.invented import reading, resolve, says, speaker


@pytest.mark.parametrize(
    ("text", "source", "content", "names", "want"),
    [
        (
            "More than 60 villagers said the dam had cracked.",
            "More than 60 villagers", "the dam had cracked", {}, ("60 villagers", "group"),
        ),
        (
            "Between 150 and 200 villagers said the dam had cracked.",
            "Between 150 and 200 villagers", "the dam had cracked", {}, ("200 villagers", "group"),
        ),
        (
            "Fishing and angling groups said the dam had cracked.",
            "Fishing and angling groups", "the dam had cracked", {}, ("Fishing and angling groups", "group"),
        ),
        (
            "Progressives said the dam had cracked.",
            "Progressives", "the dam had cracked", {}, ("Progressives", "group"),
        ),
        (
            "The bid left some harbor officials convinced that the dam had cracked.",
            "some harbor officials", "the dam had cracked", {}, ("some harbor officials", "group"),
        ),
        (
            "Leader of the river convoy Lena Brandt said the dam had cracked.",
            "Leader of the river convoy Lena Brandt", "the dam had cracked", {"people": ["Lena Brandt"]},
            ("Lena Brandt", "named person"),
        ),
        (
            "Another angler, Lena Brandt from Ostby, said the dam had cracked.",
            "Another angler, Lena Brandt from Ostby,", "the dam had cracked", {"people": ["Lena Brandt"]},
            ("Lena Brandt", "named person"),
        ),
        (
            "Mayor Lena Brandt came late. She, like the anglers, said the dam had cracked.",
            "She, like the anglers,", "the dam had cracked", {"people": ["Lena Brandt"]},
            ("Lena Brandt", "named person"),
        ),
        (
            "Mayor Lena Brandt came late. Those close to her said the dam had cracked.",
            "Those close to her", "the dam had cracked", {"people": ["Lena Brandt"]}, ("Those close", "group"),
        ),
        (
            "The newspaper Vinter Echo said the dam had cracked. The newspaper was founded in 1900.",
            "The newspaper Vinter Echo", "the dam had cracked", {"organisations": ["Vinter Echo"]},
            ("Vinter Echo", "outlet"),
        ),
        (
            "The Assembly heard it, angling clubs said.",
            "angling clubs", "The Assembly heard it", {"organisations": ["Assembly"]}, ("angling clubs", "group"),
        ),
    ],
)  # fmt: skip
def test_a_source_is_named_by_its_own_words(text, source, content, names, want):
    page = reading(text, outlet="The Ledger", **names)
    said = says(page, content, source=source)
    found = speaker(resolve((page, [said])), said)
    assert (found.name, found.kind) == want


def test_other_officials_are_not_the_officials_named_before():
    text = "Harbor officials said it was late. Other harbor officials said it was dark."
    page = reading(text)
    found = [
        says(page, "it was late", source="Harbor officials"),
        says(page, "it was dark", source="Other harbor officials"),
    ]
    resolved = resolve((page, found))
    assert speaker(resolved, found[0]).id != speaker(resolved, found[1]).id


def test_two_leaders_are_not_the_others_named_before():
    text = (
        "Lena Brandt and other Danish leaders met. The two leaders said it was dark. Danish leaders said it was late."
    )
    page = reading(text, people=["Lena Brandt"])
    found = [says(page, "it was dark", source="The two leaders"), says(page, "it was late", source="Danish leaders")]
    resolved = resolve((page, found))
    assert speaker(resolved, found[0]).id != speaker(resolved, found[1]).id


def test_a_headline_leaves_the_article_out():
    text = (
        "North Korean Leader Says Tests Will End\n\n"
        "The North Korean leader, Min Ju Han, spoke on Monday. Han said that tests would end."
    )
    page = reading(text, people=["Min Ju Han", "Han"], places=["North Korean"])
    found = says(page, "Tests Will End", source="North Korean Leader")
    assert speaker(resolve((page, [found])), found).name == "Min Ju Han"


@pytest.mark.parametrize(
    ("text", "source", "people"),
    [
        ("Gov. Lena Brandt came late. A crowd waited. The governor said it was dark.", "The governor", ["Lena Brandt"]),
        ("Rep. Lena Brandt came late. Then the congresswoman said it was dark.", "the congresswoman", ["Lena Brandt"]),
        (
            "Tomas Vik, D-Ohio, left. Lena Brandt (R-La.) came late. The Louisiana Republican said it was dark.",
            "The Louisiana Republican", ["Lena Brandt", "Tomas Vik"],
        ),
        (
            "Tomas Vik sang. His guest, the actress and activist Lena Brandt, was late when she said it was dark.",
            "she", ["Lena Brandt", "Tomas Vik"],
        ),
        (
            "Lena Brandt came late. She was a patient broker of the deal. It rained, she said, and it was dark.",
            "she", ["Lena Brandt"],
        ),
        ("Ostby, Ind., Mayor Lena Brandt said it was dark.", "Ostby, Ind., Mayor Lena Brandt", ["Lena Brandt"]),
        (
            "Lena Brandt has weighed a problem that demands patience. She said it was dark.",
            "She", ["Lena Brandt"],
        ),
    ],
)  # fmt: skip
def test_a_description_finds_its_bearer(text, source, people):
    page = reading(text, people=people)
    said = says(page, "it was dark", source=source)
    assert speaker(resolve((page, [said])), said).name == "Lena Brandt"


def test_a_document_is_not_named_by_who_saw_it():
    page = reading(
        "In a letter to the guild seen by the Salt Ledger, the cook asked for help. The letter says he fell."
    )
    s = says(page, "he fell", source="The letter", cue="says")
    assert speaker(resolve((page, [s])), s).name == "letter to the guild"
