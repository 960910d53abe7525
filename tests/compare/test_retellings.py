"""Drift that no single rule names: one thing told in two ways, as a small model judges it. All reports are invented."""

from __future__ import annotations

from tests.compare.invented import Desk
from twosource.compare.changes import change
from twosource.compare.learned import WEIGHTS, retold_otherwise
from twosource.compare.retellings import Retelling, retellings
from twosource.compare.signs import SIGNS, nothing_changed, numbers_apart, quoted_otherwise, signs, telling
from twosource.compare.told import Page, Told, page

FILLER = (
    "\n\nA brass band played on the quay all morning.\n\nSchoolchildren in Tarn planted ninety birches."
    "\n\nThe bakery of Holm reopened after its oven was repaired.\n\nTwo herons nest above the weir this year."
)


def sheet(*texts: str) -> Page:
    desk = Desk()
    for number, text in enumerate(texts):
        desk.report(f"r{number}", text, headline="\n\n" in text and text.index("\n") < 60)
    return page(desk.readings, desk.claims, desk)


def first(told: Page, report: str) -> Told:
    return told.by_report[report][0]


QUOTED = "“The old lock at Norvik will be closed for the whole winter,” the harbour master Ana Lind told reporters."


def test_sentences_that_share_rare_words_are_each_others_nearest() -> None:
    told = sheet(QUOTED + FILLER, "The old lock at Norvik will stay shut all winter, Ana Lind said." + FILLER)
    (pair,) = [p for p in retellings(told) if p.a is first(told, "r0") and p.b is first(told, "r1")]
    assert pair.near == 2
    assert 0.4 < pair.overlap <= 1


def test_what_changed_in_a_quotation_is_told_with_both_wordings() -> None:
    told = sheet(QUOTED + FILLER, QUOTED.replace("whole winter", "coming winter") + FILLER)
    a, b = first(told, "r0"), first(told, "r1")
    kind, reason = change(told, Retelling(a, b, 0.9, 0.9, 2.0), telling(a), telling(b))
    assert kind == "wording"
    assert "“whole” against “coming”" in reason


def test_same_quotation_in_another_frame_is_no_change() -> None:
    told = sheet(QUOTED + FILLER, QUOTED.replace("the harbour master Ana Lind told reporters", "she said") + FILLER)
    a, b = telling(first(told, "r0")), telling(first(told, "r1"))
    assert nothing_changed(a, b)
    assert not quoted_otherwise(a, b)
    assert all({x.a.start, x.b.start} != {0} for x in retold_otherwise(told, retellings(told)))


def test_two_sentences_of_one_quotation_are_no_two_tellings() -> None:
    told = sheet("“The lock at Norvik is old.” “The lock at Norvik is old and dear to the town,” Ana Lind said.")
    one, other = told.by_report["r0"][:2]
    assert nothing_changed(telling(one), telling(other))


def test_number_that_differs_gives_the_kind_and_both_numbers() -> None:
    told = sheet(
        "The flood at Norvik drowned 12 sheep in the lower meadow." + FILLER,
        "The flood at Norvik drowned 40 sheep in the meadow." + FILLER,
    )
    a, b = first(told, "r0"), first(told, "r1")
    assert [q.value for q in numbers_apart(a, b) or ()] == [12, 40]
    kind, reason = change(told, Retelling(a, b, 0.8, 0.8, 2.0), telling(a), telling(b))
    assert kind == "quantity"
    assert "12 sheep" in reason
    assert "40 sheep" in reason


def test_doubt_that_only_one_telling_has_gives_the_kind() -> None:
    told = sheet(
        "The council of Norvik might sell the old lock to a brewery." + FILLER,
        "The council of Norvik sells the old lock to a brewery." + FILLER,
    )
    a, b = first(told, "r0"), first(told, "r1")
    kind, reason = change(told, Retelling(a, b, 0.8, 0.8, 2.0), telling(a), telling(b))
    assert kind == "certainty"
    assert "“might”" in reason


def test_every_sign_has_a_value_and_none_runs_away() -> None:
    told = sheet(QUOTED + FILLER, QUOTED.replace("whole", "coming") + FILLER)
    for pair in retellings(told):
        values = signs(told, pair, telling(pair.a), telling(pair.b))
        assert len(values) == len(SIGNS)
        assert all(-1 <= v <= 5 for v in values)


def test_words_copied_by_every_report_are_told_once() -> None:
    told = sheet(*[QUOTED + FILLER] * 5)
    assert list(retold_otherwise(told, retellings(told))) == []


def test_every_sign_has_its_weight() -> None:
    assert len(WEIGHTS) == len(SIGNS)
