"""The first minute: what is corroborated, contested and changed; and the scale of the timeline."""

from __future__ import annotations

import msgspec
from bench.large import big_story

from tests.present.stories import small_story
from twosource.model import Drift, Happening, Place, Story
from twosource.present.glance import Glance
from twosource.present.index import Index
from twosource.present.page_values import page_values
from twosource.present.timeline_rows import timeline_rows


def glances(story: Story) -> dict[str, Glance]:
    return {g.title: g for g in page_values(Index(story), version="1").glances}


def with_claim(story: Story, n: int, **changes: object) -> Story:
    claims = list(story.claims)
    claims[n] = msgspec.structs.replace(claims[n], **changes)
    return msgspec.structs.replace(story, claims=tuple(claims))


def test_where_nothing_is_corroborated_it_says_so_and_names_what_comes_nearest() -> None:
    solid = glances(small_story())["Corroborated"]
    assert (solid.total, solid.lines) == (0, ())
    assert solid.none == "No claim has two origins and two speakers for it and nothing against it."
    near = with_claim(small_story(), 1, independent_origins=2, independent_origins_range=(1, 2), speakers=1)
    (line,) = glances(near)["Corroborated"].lines
    assert (line.text, line.note) == ("The pier has moved", "2 origins (1–2), one speaker")


def test_a_contested_claim_says_who_denies_it_or_what_it_conflicts_with() -> None:
    (line,) = glances(small_story())["Contested"].lines
    assert (line.href, line.note) == ("#c1", "denied by Osric Pell")
    story = small_story()
    kept = tuple(e for e in story.claims[0].evidence if e.stance != "denies")
    conflict = msgspec.structs.replace(story.conflicts[0], kind="quantity", reason="“12” against “20”.")
    mirrored = msgspec.structs.replace(conflict, id="k2", reason="“20” against “12”.")
    story = msgspec.structs.replace(with_claim(story, 0, evidence=kept), conflicts=(conflict, mirrored))
    (line,) = glances(story)["Contested"].lines
    assert line.note == "quantity: “12” against “20”"
    (row, _) = page_values(Index(story), version="1").claims
    assert len(row.disputes) == 1


def test_of_what_changed_each_kind_comes_once_before_any_comes_twice() -> None:
    story = small_story()
    a, b = story.drift[0].a, story.drift[0].b
    kinds = ("wording", "certainty", "certainty", "name", "quantity")
    drift = tuple(
        Drift(id=f"d{n}", kind=kind, a=Place(a.report, a.start + n, a.end), b=b, reason=f"change {n}.")
        for n, kind in enumerate(kinds)
    )
    changed = glances(msgspec.structs.replace(story, drift=drift))["Changed in the retelling"]
    assert [line.kind for line in changed.lines] == ["quantity", "certainty", "name"]
    assert (changed.total, changed.lines[0].note) == (5, "Coldwater Press / Daily Gong")


def test_a_column_shows_three_lines_of_many_and_the_same_change_once() -> None:
    assert [len(g.lines) for g in glances(big_story(70)).values()] == [3, 0, 1]


def test_a_year_without_its_day_is_drawn_to_the_scales_end_and_does_not_stretch_it() -> None:
    story = small_story()
    place = story.drift[0].a
    told = (*story.timeline, Happening(when="2024", report=place.report, start=place.start, end=place.end, what="year"))
    drawn = timeline_rows(Index(msgspec.structs.replace(story, timeline=told)))
    assert (drawn.first, drawn.last) == ("1 Apr 2024", "8 May 2024")
    (mark,) = [row.mark for row in drawn.rows if row.when == "2024"]
    assert mark is not None
    assert (mark.left, mark.width, mark.earlier, mark.later) == (2, 96, True, True)
