"""The lineage picture: boxes never touch, the flow goes left to right, and what is folded can be opened."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.present.stories import big_story, small_story
from twosource.model import LineageEdge, Origin, Place, Source, Story
from twosource.present.index import Index
from twosource.present.lineage_graph import lineage_graph, what_was_gathered
from twosource.present.lineage_layout import layered, spaced
from twosource.present.lineage_picture import HEIGHT, Picture, lineage_picture

columns = st.lists(st.integers(0, 3), min_size=1, max_size=12)
ends = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20)


@given(columns, ends)
def test_nodes_of_a_column_never_touch_and_every_link_passes_the_columns_between(
    where: list[int], pairs: list[tuple[int, int]]
) -> None:
    column = {f"n{i}": c for i, c in enumerate(where)}
    links = [(f"n{a}", f"n{b}", 1.0) for a, b in pairs if max(a, b) < len(where)]
    made = layered(column, links, height=40, gap=10, lane=8)
    for n in set(where):
        heights = sorted(made.middle[key] for key in column if column[key] == n)
        assert all(b - a >= 50 - 1e-6 for a, b in pairwise(heights))
    for (a, b, _), passing in zip(links, made.passing, strict=True):
        assert [c for c, _ in passing] == list(range(column[a] + 1, column[b]))
    assert made == layered(column, links, height=40, gap=10, lane=8)


@given(st.lists(st.tuples(st.floats(-100, 100), st.floats(0.1, 5), st.floats(0, 30)), min_size=1, max_size=12))
def test_spacing_keeps_the_room_and_leaves_alone_what_has_it(given_: list[tuple[float, float, float]]) -> None:
    wish, weight, steps = ([g[n] for g in given_] for n in range(3))
    found = spaced(wish, weight, steps[:-1])
    assert all(b - a >= step - 1e-6 for (a, b), step in zip(pairwise(found), steps, strict=False))
    if all(b - a > step for (a, b), step in zip(pairwise(wish), steps, strict=False)):
        assert found == pytest.approx(wish)


def picture(story: Story) -> Picture:
    index = Index(story)
    return lineage_picture(index, lineage_graph(index))


def with_citations(kinds: int) -> Story:
    """The small story, with so many posts that the relaying report alone cites."""
    story = small_story()
    place = Place("x", 0, 6)
    return msgspec.structs.replace(
        story,
        sources=(*story.sources, *(Source(id=f"p{n}", name=f"post {n}", kind="document") for n in range(kinds))),
        origins=(*story.origins, *(Origin(id=f"op{n}", label=f"post {n}", gathered_by=f"p{n}") for n in range(kinds))),
        lineage=(
            *story.lineage,
            *(
                LineageEdge(report="x", from_=f"p{n}", relation="cites", evidence=(place,), reason="cited")
                for n in range(kinds)
            ),
        ),
    )


def test_it_flows_from_the_origin_through_the_wire_to_the_relay() -> None:
    boxes = {box.node.short or box.node.title: box for box in picture(small_story()).boxes}
    wire = [b for b in picture(small_story()).boxes if b.node.title == "Coldwater Press"]
    origin = next(b for b in picture(small_story()).boxes if b.node.letter == "A")
    assert origin.x < wire[0].x < boxes["Daily Gong"].x


def test_three_small_origins_of_one_report_stand_as_one_box_and_two_do_not() -> None:
    assert "group" not in {box.node.kind for box in picture(with_citations(2)).boxes}
    (group,) = [box for box in picture(with_citations(3)).boxes if box.node.kind == "group"]
    assert group.lines[0] == "3 origins"
    assert group.node.title == "3 origins that only Daily Gong cites"


@pytest.mark.parametrize("reports", [5, 50, 300])
def test_a_picture_of_any_story_fits_two_screens_and_no_boxes_meet(reports: int) -> None:
    drawn = picture(big_story(reports))
    assert drawn.height < 1400
    for a in drawn.boxes:
        for b in drawn.boxes:
            assert a is b or a.x != b.x or abs(a.y - b.y) >= HEIGHT


def test_every_report_is_drawn_or_is_a_stroke_of_a_folded_box() -> None:
    boxes = [box for box in picture(big_story(100)).boxes if box.node.kind == "report"]
    assert sum(box.strokes.count("M") or 1 for box in boxes) == 100


@pytest.mark.parametrize(
    ("label", "gathered_by", "shown"),
    [
        ("Coldwater Press: interview with Maud Ferrin", "Coldwater Press", "interview with Maud Ferrin"),
        ("Coldwater Press (not among the files): its own reporting", "Coldwater Press", "its own reporting"),
        ("the inspection report", "", "the inspection report"),
        ("the inspection report", "Coldwater Press", "the inspection report"),
    ],
)
def test_an_origin_is_not_named_twice(label: str, gathered_by: str, shown: str) -> None:
    assert what_was_gathered(label, gathered_by) == shown
