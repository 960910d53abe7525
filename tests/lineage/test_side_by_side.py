"""Two reports side by side."""

from tests.lineage.making import reading
from twosource.lineage import side_by_side

ONE = reading(
    "The dredger Otter sank off Marn with nine aboard.\n\nDivers found the bell on Friday. Nobody was hurt.\n",
    key="one",
)
TWO = reading(
    "Divers found the ship's bell on Friday.\n\n"
    "The dredger Otter sank off Marn with twelve aboard.\n\nIts owner is abroad.\n",
    key="two",
)


def words(report, place):
    return report.report.text[place.start : place.end]


def test_sentences_are_paired_however_they_were_moved():
    found = side_by_side(ONE, TWO)
    assert [(words(ONE, p.a)[:10], words(TWO, p.b)[:10]) for p in found.pairs] == [
        ("The dredge", "The dredge"),
        ("Divers fou", "Divers fou"),
    ]


def test_changes_say_which_words_were_put_for_which():
    first, second = side_by_side(ONE, TWO).pairs
    (change,) = first.changes
    assert change.kind == "changed"
    assert (ONE.report.text[slice(*change.a)], TWO.report.text[slice(*change.b)]) == ("nine", "twelve")
    (change,) = second.changes
    assert change.kind == "added"


def test_what_was_cut_and_what_was_added():
    found = side_by_side(ONE, TWO)
    assert [words(ONE, p) for p in found.only_a] == ["Nobody was hurt."]
    assert [words(TWO, p) for p in found.only_b] == ["Its owner is abroad."]


def test_a_report_is_all_of_itself():
    found = side_by_side(ONE, ONE)
    assert all(p.a == p.b and p.score == 1 and not p.changes for p in found.pairs)
    assert not found.only_a and not found.only_b


def test_an_empty_report_has_nothing_in_common():
    assert side_by_side(ONE, reading("", key="nil")).pairs == ()
