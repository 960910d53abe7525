"""Who is credited with having it first, and whose own report it is."""

from dataclasses import replace

import pytest
from msgspec import structs

from tests.sources.invented import reading, resolve, says
from twosource.model import Span


def credits_of(text, statements=(), **names):
    page = reading(text, **names)
    resolved = resolve((page, [says(page, **s) for s in statements]))
    name = {s.id: s.name for s in resolved.sources}
    return [(c.rule, name[c.source], text[c.place.start : c.place.end], c.own) for c in resolved.credits]


@pytest.mark.parametrize(
    ("text", "rule", "name"),
    [
        ("The dam leaks, two engineers told Reuters.", "told X", "Reuters"),
        ("Reuters first reported the leak.", "X first reported", "Reuters"),
        ("The leak was first reported by Reuters.", "first reported by X", "Reuters"),
        ("Reuters reported that the dam leaks.", "X reported", "Reuters"),
        ("The dam leaks, Reuters has learned.", "X has learned", "Reuters"),
        ("According to a report by Reuters, the dam leaks.", "according to a report by X", "Reuters"),
        ("The dam leaks, according to the Reuters news agency.", "according to X", "Reuters"),
        ("The dam leaks, as per Reuters.", "as per X", "Reuters"),
        ("The dam leaks, state radio said, citing Reuters.", "citing X", "Reuters"),
        ("The dam leaks, writes Reuters.", "says X", "Reuters"),
        ("The dam leaks, state radio said with reference to the agency Reuters.", "citing X", "Reuters"),
        ("Documents obtained by Reuters show the leak.", "obtained by X", "Reuters"),
        ("In an interview with Reuters the mayor shrugged.", "interview with X", "Reuters"),
        ("The mayor spoke to Reuters on Monday.", "spoke to X", "Reuters"),
        ("HARSUND (AP) — The dam leaks.", "agency slug", "Associated Press"),
        ("AP's sources said the dam leaks.", "X's report", "Associated Press"),
        ("Maria Lund of Reuters contributed to this report.", "contributed to this report", "Reuters"),
        ("According to a report by the Harsund Courier, it leaks.", "according to a report by X", "Harsund Courier"),
    ],
)  # fmt: skip
def test_every_form_of_credit_names_its_outlet(text, rule, name):
    found = credits_of(text, organisations=["Harsund Courier"], people=["Maria Lund"])
    assert (rule, name) in [(r, n) for r, n, _, _ in found]


def test_an_outlet_the_gazetteer_does_not_know_is_one_by_the_words_beside_it():
    text = "The dam leaks, two engineers told the Harsund Courier. The Harsund Council said nothing."
    names = {n for _, n, _, _ in credits_of(text, organisations=["Harsund Courier", "Harsund Council"])}
    assert names == {"Harsund Courier"}


def test_a_congress_that_is_told_something_is_no_outlet():
    assert credits_of("The minister told Congress the dam was safe.", organisations=["Congress"]) == []


def test_a_letter_a_news_conference_and_a_post_are_credited():
    text = (
        "The mayor wrote in a letter that the dam was safe. Lena Brandt told reporters on Monday that it would hold. "
        "Tomas Vik noted on Twitter that it had leaked before."
    )
    found = credits_of(
        text,
        [
            {"content": "the dam was safe", "source": "The mayor", "cue": "wrote"},
            {"content": "it would hold", "source": "Lena Brandt", "cue": "told"},
            {"content": "it had leaked before", "source": "Tomas Vik", "cue": "noted"},
        ],
        people=["Lena Brandt", "Tomas Vik"],
    )
    assert [(r, w) for r, _, w, _ in found] == [
        ("said in a document", "in a letter"),
        ("told reporters", "told reporters on Monday"),
        ("posted", "noted on Twitter"),
    ]


def test_one_news_conference_in_two_reports_is_one_document():
    texts = [
        "Lena Brandt said during a Monday news conference that the dam would hold.",
        "Lena Brandt told reporters on Monday that the dam would hold.",
    ]
    pages = [reading(t, key=k, people=["Lena Brandt"]) for t, k in zip(texts, "ab", strict=True)]
    told = [
        (p, [says(p, "the dam would hold", source="Lena Brandt", cue=c)])
        for p, c in zip(pages, ("said", "told"), strict=True)
    ]
    resolved = resolve(*told)
    assert len({c.source for c in resolved.credits}) == 1


def test_a_report_known_by_its_outlet_credits_itself():
    text = "The dam leaks, two engineers told the Harsund Courier."
    page = reading(text, organisations=["Harsund Courier"], outlet="Harsund Courier")
    resolved = resolve((page, []))
    assert [c.own for c in resolved.credits] == [True]
    assert resolved.outlet_of["r1"] == resolved.credits[0].source


def test_an_unknown_outlet_shows_in_words_only_it_would_use():
    text = (
        "The Harsund Courier spoke to two engineers. The Harsund Courier is protecting their identity. "
        "“It leaks,” one told the Harsund Courier."
    )
    page = reading(text, organisations=["Harsund Courier"])
    resolved = resolve((page, []))
    own = next(s for s in resolved.sources if s.id == resolved.outlet_of["r1"])
    assert own.name == "Harsund Courier"


def test_a_relay_does_not_take_the_agency_for_its_own():
    text = "The dam leaks, engineers told Reuters. The mayor denied it, according to Reuters."
    assert resolve((reading(text), [])).outlet_of == {"r1": None}


def test_an_outlet_that_no_report_names_is_a_source_without_mentions():
    resolved = resolve((reading("The dam leaks.", outlet="Harsund Courier"), []))
    (source,) = resolved.sources
    assert (source.name, source.kind, source.mentions) == ("Harsund Courier", "outlet", ())


def test_a_headlines_bare_report_is_the_report_that_the_body_credits():
    text = "Report: Dam leaks into the valley\n\nThe dam leaks. The news was first reported by Reuters."
    page = reading(text)
    found = says(page, "Dam leaks into the valley", source="Report")
    resolved = resolve((page, [found]))
    (said,) = resolved.statements
    assert next(s.name for s in resolved.sources if s.id == said.speaker) == "Reuters"


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("Mayor Maria Lund said at a rally in Harsund that the dam was safe.", "rally in Harsund"),
        ("Mayor Maria Lund said at a May 3, 2021 rally that the dam was safe.", "2021 rally"),
        ("Mayor Maria Lund told a crowded news briefing that the dam was safe.", "crowded news briefing"),
        ("Mayor Maria Lund issued a statement saying that the dam was safe.", "statement"),
        ("Mayor Maria Lund said during a meeting with farmers that the dam was safe.", "meeting with farmers"),
    ],
)
def test_where_somebody_spoke_for_all_to_hear_is_a_document_of_its_own(text, document):
    cue = "told" if "told" in text else "saying" if "saying" in text else "said"
    found = credits_of(
        text, [{"content": "the dam was safe", "source": "Mayor Maria Lund", "cue": cue}], people=["Maria Lund"]
    )
    assert ("said in a document", document) in [(rule, name) for rule, name, _, _ in found]


@pytest.mark.parametrize("words", ["on Facebook", "tweeted", "wrote on Perch"])
def test_a_post_is_a_document_of_whoever_posted_it_though_no_noun_names_it(words):
    cue = words.split()[0] if words != "on Facebook" else "said"
    told = words if words != "on Facebook" else "said on Facebook"
    text = f"The dam was safe, Maria Lund {told}."
    found = credits_of(
        text, [{"content": "The dam was safe", "source": "Maria Lund", "cue": cue}], people=["Maria Lund"]
    )
    assert ("posted", f"Maria Lund: {words}") in [(rule, name) for rule, name, _, _ in found]


def test_the_agency_in_the_dateline_of_a_text_of_no_known_outlet_is_its_outlet():
    page = reading("HARSUND, May 3 (Harsund Wire) -- The dam leaks.", organisations=["Harsund Wire"])
    resolved = resolve((page, []))
    assert {s.name for s in resolved.sources if s.id == resolved.outlet_of["r1"]} == {"Harsund Wire"}


def test_a_byline_credits_an_agency_that_the_text_never_names():
    page = reading("Ferry aground\n\nBy Reuters staff\n\nThe ferry ran aground.", outlet="Salt Ledger")
    page = replace(page, report=structs.replace(page.report, furniture=(Span(15, 31),)))
    resolved = resolve((page, ()))
    names = {s.id: s.name for s in resolved.sources}
    assert [(names[c.source], c.rule) for c in resolved.credits] == [("Reuters", "agency slug")]


def test_a_sign_off_alone_names_no_agency():
    page = reading(
        "The ferry ran aground.\n\n(Reporting by Ada Lund in Orsel; Editing by Nils Roe)", outlet="Salt Wire"
    )
    assert resolve((page, [])).credits == ()
