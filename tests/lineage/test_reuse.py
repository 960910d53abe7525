"""Text that two reports share without saying so."""

from tests.lineage.making import Desk
from twosource.lineage import trace
from twosource.model import Span

STORY = [
    "The lock at Brismere jammed before dawn on Tuesday and eleven barges lay waiting below the weir until noon.",
    "A keeper said that the upper gate had been grinding on its hinge since the floods of last autumn.",
    "Engineers from the canal trust came with a crane and lifted the gate, which weighs nineteen tonnes, off its bed.",
    "Nobody was hurt, but a cargo of pears spoiled and was tipped into the reeds behind the tannery.",
    "The trust wants to rebuild both gates next year if the county lends it the money.",
]


def desk_with(copy, *, first_date="2031-05-02", second_date="2031-05-04", by="Canal News"):
    desk = Desk()
    original = "\n\n".join(["BRISMERE — " + STORY[0], *STORY[1:], "The trust told Canal News that work starts in May."])
    desk.report(original, key="aaa", outlet=by, published=first_date)
    desk.report(copy, key="bbb", outlet="Lowland Echo", published=second_date)
    return desk


def test_copied_text_is_one_origin_and_a_relay_without_a_credit():
    desk = desk_with("\n\n".join(STORY))
    traced = trace(desk.readings, desk)
    (edge,) = [e for e in traced.edges if e.report == "bbb"]
    assert edge.relation == "relays"
    assert "without a credit" in edge.reason
    assert traced.origin_of("bbb", Span(0, 50)) == traced.origin_of("aaa", Span(15, 60)) is not None
    assert all(r.direction == "aaa" for r in traced.reuse)


def test_moved_and_cut_paragraphs_are_still_found():
    desk = desk_with("\n\n".join([STORY[3], STORY[0], STORY[2]]))
    traced = trace(desk.readings, desk)
    assert {r.a.report for r in traced.reuse} == {"bbb"}
    assert any(e.report == "bbb" and e.relation == "relays" for e in traced.edges)


def test_a_shared_topic_alone_is_no_copy():
    desk = desk_with(
        "ELDMOOR — A broken lock gate held up barges at Brismere this week.\n\n"
        "Skippers complained of the wait. One, Ida Roe, told the Lowland Echo that her fruit had rotted.\n\n"
        "Cranes were brought in, and the way was free again in the afternoon.\n"
    )
    traced = trace(desk.readings, desk)
    assert traced.reuse == ()
    assert all(e.relation == "original" for e in traced.edges)


def test_the_same_quotation_alone_is_no_copy():
    quote = "“" + " ".join(STORY[:3]) + "”"
    desk = Desk()
    desk.report("BRISMERE — Keeper Ole Tarn wrote a letter.\n\n" + quote, key="aaa", outlet="Canal News")
    desk.report("ELDMOOR — The county has read this:\n\n" + quote, key="bbb", outlet="Lowland Echo")
    assert trace(desk.readings, desk).reuse == ()


def test_three_hundred_equal_texts_are_compared_once_each():
    desk = Desk()
    for n in range(300):
        desk.report("\n\n".join(STORY), key=f"r{n:04}", outlet=f"Outlet {n}", published="2031-05-02")
    traced = trace(desk.readings, desk)
    assert len(traced.reuse) == 299
