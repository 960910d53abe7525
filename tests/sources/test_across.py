"""Who is who in several reports of one story."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sources.invented import reading, resolve, says, speaker, words
from twosource.model import Judgement, Place


def pair(a, b, source_a, source_b, content="the dam was safe", **names):
    """Two reports, a statement in each, and the two speakers."""
    x, y = reading(a, key="a", **names), reading(b, key="b", **names)
    s, t = says(x, content, source=source_a, cue="said"), says(y, content, source=source_b, cue="said")
    resolved = resolve((x, [s]), (y, [t]))
    return resolved, speaker(resolved, s), speaker(resolved, t)


def test_one_person_under_two_spellings_is_one_source_with_every_mention():
    _, a, b = pair(
        "Mohammad Karimov, the dam's engineer, said the dam was safe.",
        "The engineer Muhammad Karimov said the dam was safe.",
        "Mohammad Karimov", "Muhammad Karimov", people=["Mohammad Karimov", "Muhammad Karimov"],
    )  # fmt: skip
    assert a.id == b.id
    assert len({m.report for m in a.mentions}) == 2
    assert any("Karimov" in r.text for r in a.reasons)


def test_different_first_names_stay_apart():
    _, a, b = pair(
        "Omar Rahimi said the dam was safe.", "Daud Rahimi said the dam was safe.",
        "Omar Rahimi", "Daud Rahimi", people=["Omar Rahimi", "Daud Rahimi"],
    )  # fmt: skip
    assert a.id != b.id


def test_a_family_name_alone_joins_the_only_bearer():
    _, a, b = pair(
        "Omar Rahimi said the dam was safe.", "Mr. Rahimi said the dam was safe.",
        "Omar Rahimi", "Mr. Rahimi", people=["Omar Rahimi", "Rahimi"],
    )  # fmt: skip
    assert a.id == b.id
    assert a.name == "Omar Rahimi"


def test_a_family_name_with_two_bearers_is_proposed_not_joined():
    texts = [
        "Omar Rahimi said the dam was safe.",
        "Daud Rahimi said the dam was safe.",
        "Rahimi said the dam was safe.",
    ]
    sources = ["Omar Rahimi", "Daud Rahimi", "Rahimi"]
    pages = [
        reading(t, key=k, people=["Omar Rahimi", "Daud Rahimi", "Rahimi"]) for t, k in zip(texts, "abc", strict=True)
    ]
    told = [(p, [says(p, "the dam was safe", source=s)]) for p, s in zip(pages, sources, strict=True)]
    resolved = resolve(*told)
    ids = [speaker(resolved, found[0]).id for _, found in told]
    assert len(set(ids)) == 3
    assert any({p.a, p.b} & {ids[2]} for p in resolved.proposals)


def test_an_agency_and_its_short_name_are_one_outlet():
    x = reading("The Associated Press reported on Monday that the dam was safe.", key="a")
    y = reading("The dam was safe, according to AP.", key="b")
    s = says(x, "the dam was safe", source="The Associated Press", cue="reported")
    t = says(y, "The dam was safe", source="AP", cue="according to")
    resolved = resolve((x, [s]), (y, [t]))
    assert speaker(resolved, s).id == speaker(resolved, t).id
    assert speaker(resolved, s).kind == "outlet"


def test_a_ministry_under_two_wordings_is_one_organisation():
    _, a, b = pair(
        "Norway's Defense Ministry said the dam was safe.",
        "The Norwegian Ministry of Defence said the dam was safe.",
        "Norway's Defense Ministry", "The Norwegian Ministry of Defence",
    )  # fmt: skip
    assert a.id == b.id
    assert a.kind == "organisation"


def test_ministries_of_two_countries_stay_apart():
    _, a, b = pair(
        "Norway's Defense Ministry said the dam was safe.",
        "Sweden's Defense Ministry said the dam was safe.",
        "Norway's Defense Ministry", "Sweden's Defense Ministry",
    )  # fmt: skip
    assert a.id != b.id


def test_a_pseudonym_is_never_linked_to_a_name():
    _, a, b = pair(
        "Karim Shah (a pseudonym) said the dam was safe.", "Karim Shah said the dam was safe.",
        "Karim Shah", "Karim Shah", people=["Karim Shah"],
    )  # fmt: skip
    assert a.id != b.id
    assert {a.kind, b.kind} == {"pseudonymous person", "named person"}


def test_anonymous_people_of_two_reports_stay_apart():
    _, a, b = pair(
        "A senior engineer said the dam was safe.", "A senior engineer said the dam was safe.",
        "A senior engineer", "A senior engineer",
    )  # fmt: skip
    assert a.id != b.id


def test_a_spokesman_of_one_office_is_that_offices_voice():
    text = "A spokeswoman for the Harbor Authority said the dam was safe."
    other = "A Harbor Authority spokesman said the dam was safe."
    _, a, b = pair(text, other, "A spokeswoman", "A Harbor Authority spokesman", organisations=["Harbor Authority"])
    assert a.id == b.id
    assert a.part_of is not None


def test_a_counted_group_that_spoke_to_one_named_outlet_is_one():
    x = reading("Three former pilots told Reuters the dam was safe.", key="a")
    y = reading("The dam was safe, three pilots told the Reuters news agency.", key="b")
    s = says(x, "the dam was safe", source="Three former pilots", cue="told")
    t = says(y, "The dam was safe", source="three pilots", cue="told")
    resolved = resolve((x, [s]), (y, [t]))
    assert speaker(resolved, s).id == speaker(resolved, t).id


def test_judgements_join_and_part():
    texts = ("A senior engineer said the dam was safe.", "A dam inspector said the dam was safe.")
    x, y = (reading(t, key=k) for t, k in zip(texts, "ab", strict=True))
    s, t = (
        says(x, "the dam was safe", source="A senior engineer"),
        says(y, "the dam was safe", source="A dam inspector"),
    )
    a, b = Place(x.report.sha256, 0, 17), Place(y.report.sha256, 0, 15)
    same = Judgement(id="j1", kind="same source", by="ed", at="2026-01-01", a=a, b=b)
    resolved = resolve((x, [s]), (y, [t]), judgements=[same])
    assert speaker(resolved, s).id == speaker(resolved, t).id
    undone = Judgement(id="j2", kind="not same source", by="ed", at="2026-01-02", a=a, b=b)
    resolved = resolve((x, [s]), (y, [t]), judgements=[same, undone])
    assert speaker(resolved, s).id != speaker(resolved, t).id


def test_a_negative_judgement_blocks_a_merge_by_name():
    x, y = (reading("Omar Rahimi said the dam was safe.", key=k, people=["Omar Rahimi"]) for k in "ab")
    s, t = says(x, "the dam was safe", source="Omar Rahimi"), says(y, "the dam was safe", source="Omar Rahimi")
    a, b = Place(x.report.sha256, 0, 11), Place(y.report.sha256, 0, 11)
    apart = Judgement(id="j1", kind="not same source", by="ed", at="2026-01-01", a=a, b=b)
    resolved = resolve((x, [s]), (y, [t]), judgements=[apart])
    assert speaker(resolved, s).id != speaker(resolved, t).id


def test_a_judged_speaker_and_outlet_are_obeyed():
    page = reading("Lena Brandt met Ana Ruiz. She said the dam was safe.", people=["Lena Brandt", "Ana Ruiz"])
    found = says(page, "the dam was safe", source="She")
    sha = page.report.sha256
    start = page.report.text.index("the dam")
    judged = [
        Judgement(id="j1", kind="speaker", by="ed", at="2026-01-01", a=Place(sha, start, start + 7), value="Ana Ruiz"),
        Judgement(id="j2", kind="outlet", by="ed", at="2026-01-01", a=Place(sha, 0, 1), value="Harsund Courier"),
    ]
    resolved = resolve((page, [found]), judgements=judged)
    assert speaker(resolved, found).name == "Ana Ruiz"
    own = resolved.outlet_of[page.report.id]
    assert next(s for s in resolved.sources if s.id == own).name == "Harsund Courier"


PEOPLE = ["Omar Rahimi", "Daud Karimov", "Lena Brandt", "Mira Solen", "Tomas Vik"]


@given(st.permutations(range(5)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_reports_changes_nothing(order):
    told = []
    for k, name in enumerate(PEOPLE):
        other = PEOPLE[(k + 1) % 5]
        page = reading(
            f"{name} met {other} in Harsund. {other.split()[1]} said the dam was safe.", key=f"r{k}", people=PEOPLE
        )
        told.append((page, [says(page, "the dam was safe", source=other.split()[1])]))
    want = resolve(*told)
    got = resolve(*(told[i] for i in order))
    assert got.sources == want.sources
    assert {s.id: s.speaker for s in got.statements} == {s.id: s.speaker for s in want.statements}


@given(
    st.lists(
        st.sampled_from([*PEOPLE, "the mayor", "He", "said", "“", "”", ". ", "\n\n", "told", "A", "AP", "of"]),
        max_size=60,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_place_resolves(parts):
    page = reading(" ".join(parts) or "x", people=PEOPLE)
    found = [says(page, s.text, source=s.text) for s in _spans(page.report.text)]
    resolved = resolve((page, found))
    size = len(page.report.text)
    for source in resolved.sources:
        assert all(0 <= m.start < m.end <= size for m in source.mentions)
        assert all(0 <= p.start < p.end <= size for r in source.reasons for p in r.places)
        assert words(resolved, source, page)
    for credit in resolved.credits:
        assert 0 <= credit.place.start < credit.place.end <= size
    known = {s.id for s in resolved.sources}
    assert all(s.speaker is None or s.speaker in known for s in resolved.statements)


class _Word:
    def __init__(self, text):
        self.text = text


def _spans(text):
    return [_Word(w) for w in dict.fromkeys(text.split()) if w.isalpha()][:5]


def test_one_word_of_a_bodys_name_is_short_for_it_where_only_one_bears_it():
    one = reading(
        "The State Inspectorate of Locks said it was late.", key="r1", organisations=["State Inspectorate of Locks"]
    )
    two = reading("The Inspectorate said it was dark.", key="r2", organisations=["The Inspectorate"])
    a = says(one, "it was late", source="The State Inspectorate of Locks")
    b = says(two, "it was dark", source="The Inspectorate")
    resolved = resolve((one, [a]), (two, [b]))
    assert speaker(resolved, a).id == speaker(resolved, b).id


def test_one_word_that_two_bodies_share_joins_neither():
    one = reading(
        "The Vik Inspectorate said it was late. The Ostby Inspectorate said it was cold.",
        key="r1", organisations=["Vik Inspectorate", "Ostby Inspectorate"],
    )  # fmt: skip
    two = reading("The Inspectorate said it was dark.", key="r2", organisations=["The Inspectorate"])
    a = says(one, "it was late", source="The Vik Inspectorate")
    c = says(one, "it was cold", source="The Ostby Inspectorate")
    b = says(two, "it was dark", source="The Inspectorate")
    resolved = resolve((one, [a, c]), (two, [b]))
    assert len({speaker(resolved, s).id for s in (a, b, c)}) == 3


def test_the_ministry_of_two_reports_is_one_where_the_story_speaks_of_one():
    _, a, b = pair(
        "The ministry of works said the dam was safe.", "The ministry said the dam was safe.",
        "The ministry of works", "The ministry",
    )  # fmt: skip
    assert a.id == b.id


def test_ministries_of_different_descriptions_stay_apart():
    _, a, b = pair(
        "The ministry of works said the dam was safe.", "The ministry of health said the dam was safe.",
        "The ministry of works", "The ministry of health",
    )  # fmt: skip
    assert a.id != b.id


def test_state_media_are_the_one_agency_of_that_country_in_the_story():
    _, a, b = pair(
        "Xinhua said the dam was safe.", "China's state media said the dam was safe.",
        "Xinhua", "China's state media", places=["China"],
    )  # fmt: skip
    assert a.id == b.id


def test_a_description_behind_an_age_is_of_the_one_named_before():
    text = "The dam was safe, said Maria Lund, 41, a volunteer from Harsund."
    page = reading(text, people=["Maria Lund"])
    said = says(page, "The dam was safe", source="Maria Lund", cue="said")
    found = speaker(resolve((page, [said])), said)
    assert "a volunteer" in [text[m.start : m.end] for m in found.mentions]


def test_the_body_that_a_cited_person_belongs_to_is_listed_where_several_reports_name_it():
    one = reading(
        "Maria Lund, director of the Harsund Institute, said the dam was safe.",
        key="a", people=["Maria Lund"], organisations=["Harsund Institute"],
    )  # fmt: skip
    two = reading("The Harsund Institute opened in May.", key="b", organisations=["Harsund Institute"])
    said = says(one, "the dam was safe", source="Maria Lund", cue="said")
    resolved = resolve((one, [said]), (two, []))
    body = next(s for s in resolved.sources if s.name == "Harsund Institute")
    assert speaker(resolved, said).part_of == body.id


def test_initials_with_full_stops_are_the_body_they_stand_for():
    page = reading(
        "The Northern Dam Commission said the dam was safe. The N.D.C. said rain was due.",
        organisations=["Northern Dam Commission"],
        places=["N.D.C"],
    )
    full = says(page, "the dam was safe", source="The Northern Dam Commission", cue="said")
    short = says(page, "rain was due", source="The N.D.C.", cue="said")
    resolved = resolve((page, [full, short]))
    assert speaker(resolved, full).id == speaker(resolved, short).id


def test_initials_with_full_stops_join_the_body_of_another_report():
    _, a, b = pair(
        "The Northern Dam Commission said the dam was safe.",
        "The N.D.C. said the dam was safe. The N.D.C.'s report is due.",
        "The Northern Dam Commission",
        "The N.D.C.",
        organisations=["Northern Dam Commission"],
        places=["N.D.C"],
    )
    assert a.id == b.id


def test_a_pair_of_names_with_a_hyphen_is_nobody():
    page = reading("The Mori-Danish accord fell. Mori said the dam was safe.", people=["Mori-Danish", "Mori"])
    said = says(page, "the dam was safe", source="Mori", cue="said")
    assert speaker(resolve((page, [said])), said).name == "Mori"


def test_a_lawsuit_is_followed_under_its_other_names():
    page = reading(
        "The drivers filed a lawsuit on Monday. The suit says the dam was safe. The complaint says nothing more."
    )
    found = [says(page, "the dam was safe", source="The suit"), says(page, "nothing more", source="The complaint")]
    resolved = resolve((page, found))
    assert speaker(resolved, found[0]).id == speaker(resolved, found[1]).id


def test_one_speakers_statements_quoted_in_the_same_words_are_one():
    text = "“The dam has never been safer than it is now,” Omar Rahimi said in a statement."
    resolved, _, _ = pair(
        f"{text} He said the dam was safe.",
        f"In Harsund it rained. {text} He said the dam was safe.",
        "Omar Rahimi",
        "Omar Rahimi",
        people=["Omar Rahimi"],
    )
    assert len([s for s in resolved.sources if s.kind == "document"]) <= 1


def by_trade(first, second, source, **outlets):
    x = reading(first, key="a", outlet=outlets.get("a"))
    y = reading(second, key="b", outlet=outlets.get("b"))
    s, t = says(x, "the dam was safe", source=source, cue="said"), says(y, "The dam was safe", source=source.lower())
    resolved = resolve((x, [s]), (y, [t]))
    return speaker(resolved, s), speaker(resolved, t)


def test_the_one_welder_of_an_outlets_report_is_the_welder_whom_another_says_it_heard():
    text, retold = "A welder said the dam was safe.", "The dam was safe, a welder told Northwind Newswire."
    a, b = by_trade(text, retold, "A welder", a="Northwind Newswire", b="Morning Kite")
    assert a.id == b.id


def test_a_man_or_an_official_of_two_reports_stays_two():
    text, retold = "An official said the dam was safe.", "The dam was safe, an official told Northwind Newswire."
    a, b = by_trade(text, retold, "An official", a="Northwind Newswire", b="Morning Kite")
    assert a.id != b.id


def test_two_reports_of_one_outlet_may_have_two_welders():
    a, b = by_trade(
        "A welder said the dam was safe.", "The dam was safe, a welder said.", "A welder",
        a="Northwind Newswire", b="Northwind Newswire",
    )  # fmt: skip
    assert a.id != b.id


def test_a_name_with_one_slip_in_it_is_the_name():
    for slip in ("Damek Orvusli", "Dammek Orvulsi"):
        _, a, b = pair(
            "Damek Orvulsi said the dam was safe.", f"{slip} said the dam was safe.",
            "Damek Orvulsi", slip, people=["Damek Orvulsi", slip],
        )  # fmt: skip
        assert a.id == b.id


def test_a_first_name_with_another_end_is_another_name():
    _, a, b = pair(
        "Danielo Orvulsi, a baker, said the dam was safe.", "Daniela Orvulsi, a judge, said the dam was safe.",
        "Danielo Orvulsi", "Daniela Orvulsi", people=["Danielo Orvulsi", "Daniela Orvulsi"],
    )  # fmt: skip
    assert a.id != b.id


def test_a_firms_first_word_is_the_firm_though_one_report_saw_a_person():
    x = reading("Tarnwell Harbours said the dam was safe.", key="a", organisations=["Tarnwell Harbours"])
    y = reading("Tarnwell said the dam was safe.", key="b", people=["Tarnwell"])
    s, t = (says(p, "the dam was safe", source=w, cue="said") for p, w in ((x, "Tarnwell Harbours"), (y, "Tarnwell")))
    resolved = resolve((x, [s]), (y, [t]))
    assert speaker(resolved, s).id == speaker(resolved, t).id
    assert speaker(resolved, s).kind == "organisation"


def test_a_name_that_somebody_bears_in_full_is_his_and_not_a_firms():
    x = reading("Tarnwell Harbours closed. Omar Tarnwell said the dam was safe.", key="a",
                people=["Omar Tarnwell"], organisations=["Tarnwell Harbours"])  # fmt: skip
    y = reading("Tarnwell said the dam was safe.", key="b", people=["Tarnwell"])
    s, t = says(x, "the dam was safe", source="Omar Tarnwell"), says(y, "the dam was safe", source="Tarnwell")
    resolved = resolve((x, [s]), (y, [t]))
    assert speaker(resolved, s).id == speaker(resolved, t).id
    assert speaker(resolved, s).kind == "named person"


def test_a_memorandum_that_reports_are_about_is_one_paper():
    told = "The memorandum was long. The memo was signed. The memo says the dam was safe."
    x = reading(told, key="a")
    y = reading(told.replace("memorandum", "note").replace("memo", "note"), key="b")
    s, t = says(x, "the dam was safe", source="The memo"), says(y, "the dam was safe", source="The note")
    resolved = resolve((x, [s]), (y, [t]))
    assert speaker(resolved, s).id == speaker(resolved, t).id
    assert len(speaker(resolved, s).mentions) == 6
