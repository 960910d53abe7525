"""Who says it, inside one report."""

import pytest

from tests.sources.invented import reading, resolve, says, speaker, words


def said_by(text, statements, **names):
    page = reading(text, **names)
    found = [says(page, **s) for s in statements]
    resolved = resolve((page, found))
    return [getattr(speaker(resolved, s), "name", None) for s in found]


@pytest.mark.parametrize(
    ("text", "source", "content", "people", "want"),
    [
        (
            "Mayor Lena Brandt opened the bridge on Monday. She said the work had cost 40 million euros.",
            "She", "the work had cost 40 million euros", ["Lena Brandt"], "Lena Brandt",
        ),
        (
            "Lena Brandt met the engineer Tomas Vik in Harsund. He said the bridge would hold for a century.",
            "He", "the bridge would hold for a century", ["Lena Brandt", "Tomas Vik"], "Tomas Vik",
        ),
        (
            "Tomas Vik built the bridge. The mayor, Lena Brandt, praised him. Brandt said it was on time.",
            "Brandt", "it was on time", ["Lena Brandt", "Tomas Vik"], "Lena Brandt",
        ),
        (
            "Colonel Idris Navo led the patrol. The colonel said his men had held the ridge.",
            "The colonel", "his men had held the ridge", ["Idris Navo"], "Idris Navo",
        ),
        (
            "One of the colonels, Idris Navo, spoke on Monday. He said the ridge was lost.",
            "He", "the ridge was lost", ["Idris Navo"], "Idris Navo",
        ),
        (
            "The leader of Norvia arrived late. Norvian President Mira Solen said nothing new was agreed.",
            "Norvian President Mira Solen", "nothing new was agreed", ["Mira Solen"], "Mira Solen",
        ),
    ],
)  # fmt: skip
def test_pronouns_surnames_and_titles_find_their_person(text, source, content, people, want):
    assert said_by(text, [{"content": content, "source": source}], people=people) == [want]


def test_a_pronoun_means_nobody_of_the_other_sex_that_she_or_the_possessor_showed():
    text = (
        "The man's lawyer, Petra Vik, spoke on Monday. She said the court had erred. Vik Tarn, she added, was at home. "
        "He said the bridge would hold."
    )
    statements = [
        {"content": "the court had erred", "source": "She", "cue": "said"},
        {"content": "the bridge would hold", "source": "He", "cue": "said"},
    ]
    assert said_by(text, statements, people=["Petra Vik", "Vik Tarn"]) == ["Petra Vik", "Vik Tarn"]


def test_a_union_of_drivers_is_no_group_of_drivers():
    text = "The drivers’ union said the strike would go on. The residents' association said it would not."
    statements = [
        {"content": "the strike would go on", "source": "The drivers’ union"},
        {"content": "it would not", "source": "The residents' association"},
    ]
    assert said_by(text, statements) == ["drivers’ union", "residents' association"]


def test_a_role_named_in_a_quotation_is_not_its_speaker():
    text = (
        "Lena Brandt spoke on Monday. The talks had failed. The road was closed. "
        "“What the new minister calls an offer,” she went on, “is a cut.”"
    )
    statements = [{"content": "“What the new minister calls an offer,”", "source": "she", "form": "direct"}]
    assert said_by(text, statements, people=["Lena Brandt"]) == ["Lena Brandt"]


def test_two_anonymous_people_of_one_report_stay_two():
    text = (
        "A former pilot said the engine had failed. Another pilot said it had not. "
        "The same pilot said the weather was to blame."
    )
    page = reading(text)
    found = [
        says(page, "the engine had failed", source="A former pilot"),
        says(page, "it had not", source="Another pilot"),
        says(page, "the weather was to blame", source="The same pilot"),
    ]
    resolved = resolve((page, found))
    first, second, third = (speaker(resolved, s) for s in found)
    assert first.id != second.id
    assert third.id == second.id
    assert {first.kind, second.kind} == {"unnamed person"}


def test_a_counted_group_speaks_through_they():
    text = "Three former pilots told the Harsund Courier that the engine failed. They said the airline knew."
    page = reading(text)
    found = [
        says(page, "the engine failed", source="Three former pilots", cue="told"),
        says(page, "the airline knew", source="They", cue="said"),
    ]
    resolved = resolve((page, found))
    one, two = (speaker(resolved, s) for s in found)
    assert one.id == two.id
    assert one.kind == "group"


def test_a_quotation_goes_on_without_a_new_cue():
    text = (
        "“The water came at night,” said Ana Ruiz, a shopkeeper. “Nobody warned us.”\n\n"
        "“We lost everything.”\n\nThe town lies on the river."
    )
    page = reading(text, people=["Ana Ruiz"])
    found = [
        says(page, "The water came at night,", source="Ana Ruiz", cue="said", form="direct"),
        says(page, "Nobody warned us.", form="direct"),
        says(page, "We lost everything.", form="direct"),
    ]
    resolved = resolve((page, found))
    assert {speaker(resolved, s).name for s in found} == {"Ana Ruiz"}


def test_inside_a_quotation_i_is_its_speaker():
    text = "“I told them, ‘Leave now,’” Ana Ruiz said on Monday."
    page = reading(text, people=["Ana Ruiz"])
    outer = says(page, "I told them, ‘Leave now,’", source="Ana Ruiz", cue="said", form="direct")
    inner = says(page, "Leave now,", source="I", cue="told", form="direct")
    resolved = resolve((page, [outer, inner]))
    assert speaker(resolved, inner).name == "Ana Ruiz"


def test_the_writer_of_the_report_is_no_source():
    text = "Lena Brandt came to see me. I thought the plan was sound."
    page = reading(text, people=["Lena Brandt"])
    found = says(page, "the plan was sound", source="I", cue="thought")
    assert speaker(resolve((page, [found])), found) is None


def test_what_is_widely_believed_has_no_speaker():
    text = "Lena Brandt opened the bridge. It was widely believed that the work was rushed."
    page = reading(text, people=["Lena Brandt"])
    found = says(page, "the work was rushed", cue="was widely believed")
    assert speaker(resolve((page, [found])), found) is None


def test_a_participle_belongs_to_the_subject_of_its_sentence():
    text = "Lena Brandt defended the bridge on Monday, saying the work was sound."
    page = reading(text, people=["Lena Brandt"])
    found = says(page, "the work was sound", cue="saying")
    assert speaker(resolve((page, [found])), found).name == "Lena Brandt"


def test_a_headline_has_the_speaker_of_the_body_that_says_the_same():
    text = (
        "Bridge work rushed, inspectors found cracks\n\n"
        "The city said little. Ana Ruiz, an engineer, said the bridge work was rushed and inspectors found cracks."
    )
    page = reading(text, people=["Ana Ruiz"])
    headline = says(page, "Bridge work rushed, inspectors found cracks", cue="found")
    body = says(page, "the bridge work was rushed and inspectors found cracks", source="Ana Ruiz", cue="said")
    assert speaker(resolve((page, [headline, body])), headline).name == "Ana Ruiz"


def test_a_family_name_stays_with_whom_the_report_calls_so_when_a_relative_comes_in():
    text = (
        "President Solen spoke in Harsund. Mr. Solen praised the bridge. "
        "His wife, Mira Solen, opened the school. Mr. Solen said the road would follow."
    )
    page = reading(text, people=["Mira Solen", "Solen"])
    found = says(page, "the road would follow", source="Mr. Solen")
    resolved = resolve((page, [found]))
    assert "Mira Solen" not in words(resolved, speaker(resolved, found), page)


def test_every_speaker_carries_a_reason_with_the_words_it_rests_on():
    text = "Lena Brandt opened the bridge. She said it was sound."
    page = reading(text, people=["Lena Brandt"])
    found = says(page, "it was sound", source="She", cue="said")
    reason = resolve((page, [found])).reasons[found.id]
    assert reason.rule == "pronoun"
    assert "“She”" in reason.text
    assert text[reason.places[0].start : reason.places[0].end] == "She"


def test_father_and_son_of_one_report_are_two():
    text = "Anton Brandt said the dam was safe. Anton Brandt Jr. said it was not."
    page = reading(text, people=["Anton Brandt"])
    found = [says(page, "the dam was safe", source="Anton Brandt"), says(page, "it was not", source="Anton Brandt Jr.")]
    resolved = resolve((page, found))
    one, two = (speaker(resolved, s) for s in found)
    assert one.id != two.id
    assert two.name.endswith("Jr.")
