"""Input that is no story: bounded in time, nothing merged by accident."""

import time

import pytest

from tests.sources.invented import reading, resolve, says, speaker
from twosource.model import Name, Span


def test_five_thousand_distinct_names_are_read_in_seconds_and_none_is_merged():
    syllables = ["ba", "ko", "ri", "mu", "ze", "ta", "li", "po", "sha", "ne", "gu", "fi", "wo", "da", "ke", "ru", "mi"]
    given = [a + b for a in syllables for b in syllables][:71]
    family = [a + b + c for a in syllables for b in syllables for c in ("nd", "rt", "lk")][:71]
    people = [f"{g.capitalize()} {f.capitalize()}" for g in given for f in family][:5000]
    text = "\n\n".join(f"{name} said the dam was safe." for name in people)
    page = reading(text)
    spans, at = [], 0
    for name in people:
        at = text.index(name, at)
        spans.append(Name(Span(at, at + len(name)), "person"))
    page = type(page)(page.report, page.paragraphs, page.sentences, tuple(spans), page.vectors, page.tags)
    found = [says(page, f"{n} said the dam was safe.", source=n) for n in people[:300:3]]
    start = time.process_time()
    resolved = resolve((page, found))
    assert time.process_time() - start < 20
    assert len({speaker(resolved, s).id for s in found}) == len(found)


def test_names_of_one_letter_join_nobody():
    page = reading("Q said the dam was safe. B said it was not. X. said nothing.", people=["Q", "B", "X"])
    found = [says(page, "the dam was safe", source="Q"), says(page, "it was not", source="B")]
    resolved = resolve((page, found))
    ids = {speaker(resolved, s).id for s in found if speaker(resolved, s)}
    assert len(ids) == 2


def test_all_capitals_are_read():
    page = reading("LENA BRANDT SAID THE DAM WAS SAFE. TOMAS VIK SAID IT WAS NOT.", people=["LENA BRANDT", "TOMAS VIK"])
    found = [says(page, "THE DAM WAS SAFE", source="LENA BRANDT"), says(page, "IT WAS NOT", source="TOMAS VIK")]
    resolved = resolve((page, found))
    assert len({speaker(resolved, s).id for s in found}) == 2


def test_no_names_at_all():
    page = reading("It rained. It rained again, and then it stopped.")
    resolved = resolve((page, []))
    assert resolved.sources == ()
    assert resolved.credits == ()


def test_an_empty_report_and_an_empty_story():
    assert resolve((reading(""), [])).sources == ()
    assert resolve().sources == ()


def test_ten_thousand_quotation_marks_take_seconds():
    page = reading("“" * 5000 + " Lena Brandt said " + "”" * 5000, people=["Lena Brandt"])
    start = time.process_time()
    resolve((page, []))
    assert time.process_time() - start < 5


SYLLABLES = ["ba", "ko", "ri", "mu", "ze", "ta", "li", "po", "sha", "ne", "gu", "fi", "wo", "da", "ke", "ru", "mi"]
PAIRS = [a + b for a in SYLLABLES for b in SYLLABLES][:70]


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        ([f"{a.capitalize()}{c} Brandt" for a in PAIRS for c in "ntsrlkdxzvpgbfhj"], "person"),
        ([f"{a.upper()} {b.upper()}" for a in PAIRS for b in PAIRS][:1500], "person"),
        ([f"{a.capitalize()} {b.capitalize()} Institute" for a in PAIRS for b in PAIRS][:1500], "organisation"),
        ([a + b + c for a in "ABCDEFGHIJKLM" for b in "ABCDEFGHIJKLM" for c in "ABCDEFGHIJKLM"], "organisation"),
    ],
    ids=["one family", "all capitals", "one head", "acronyms"],
)
def test_thousands_of_names_alike_are_read_in_seconds_and_stay_apart(names, kind):
    text = "\n\n".join(f"{name} said the dam was safe." for name in names)
    page = reading(text)
    spans, at = [], 0
    for name in names:
        at = text.index(name, at)
        spans.append(Name(Span(at, at + len(name)), kind))
        at += len(name)
    page = type(page)(page.report, page.paragraphs, page.sentences, tuple(spans), page.vectors, page.tags)
    found = [says(page, f"{n} said the dam was safe.", source=n) for n in names[::80]]
    start = time.process_time()
    resolved = resolve((page, found))
    assert time.process_time() - start < 20
    assert len({s.speaker for s in resolved.statements if s.speaker}) == len(found)
