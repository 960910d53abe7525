"""The lineage tree and the two reports side by side, as a terminal shows them."""

from rich.console import Console

from tests.lineage.making import reading
from twosource.cli.compare import _table
from twosource.cli.lineage import fetch, tree
from twosource.lineage import side_by_side
from twosource.model import LineageEdge, Place, Report, Source, Story, StoryHead


def story(relayed):
    """``relayed`` reports relay Salt Wire, which is not in hand; the first one gathered itself and cites Osk Star."""
    text = "The mill burns, a miller told Salt Wire."
    reports = tuple(
        Report(id=f"r{k}", text=text, sha256=f"{k}" * 8, path=f"{k}.txt", outlet=f"Osk Paper {k}")
        for k in range(relayed)
    )
    sources = (
        Source(id="wire", name="Salt Wire", kind="outlet"),
        Source(id="star", name="Osk Star", kind="outlet"),
        Source(id="own", name="Osk Paper 0", kind="outlet"),
    )
    edges = [
        LineageEdge(report=r.id, from_="wire", relation="relays", evidence=(Place(r.id, 25, 38),), reason="told")
        for r in reports
    ]
    edges.append(
        LineageEdge(report="r0", from_="star", relation="cites", evidence=(Place("r0", 0, 5),), reason="cites")
    )
    edges.append(
        LineageEdge(report="r0", from_="own", relation="original", evidence=(Place("r0", 0, 5),), reason="own")
    )
    head = StoryHead(id="s", headline="", first_published=None, last_published=None, independent_origins=0)
    return Story(
        story=head,
        reports=reports,
        sources=sources,
        statements=(),
        origins=(),
        lineage=tuple(edges),
        claims=(),
        conflicts=(),
        drift=(),
        timeline=(),
        set_aside=(),
        refusals=(),
    )


def shown(thing, width=80):
    console = Console(width=width, record=True, file=None)
    with console.capture() as captured:
        console.print(thing)
    return captured.get()


def test_what_most_reports_relay_and_is_not_in_hand_is_first_to_fetch():
    lines = fetch(story(3))
    assert lines[0] == "Not in hand, fetch next:"
    assert lines[1].startswith("1. Salt Wire: Osk Paper 0, Osk Paper 1 and Osk Paper 2 relay it")
    assert lines[2] == "2. Osk Star: Osk Paper 0 cites it"
    assert not any("Osk Paper 0:" in line for line in lines)


def test_a_tree_of_forty_reports_stays_short_and_loses_nobody():
    text = shown(tree(story(40)))
    assert len(text.splitlines()) < 40
    flat = " ".join(text.replace("│", " ").split())
    assert "35 more:" in flat and "Osk Paper 39" in flat


def test_words_are_shown_to_the_end_of_the_last_one():
    assert "told Salt Wire" in shown(tree(story(1)))
    assert "“The mill”" in shown(tree(story(1)))


def test_cut_and_added_sentences_stand_where_they_belong_and_changes_are_marked():
    one = reading(
        "Forty ferrymen went unpaid in the spring. The quay was closed. Nobody on the river has rowed since then.",
        key="aaa",
    )
    two = reading(
        "Fifty ferrymen went unpaid in the spring. Nobody on the river has rowed since then. Rain fell.", key="bbb"
    )
    found = side_by_side(one, two)
    lines = shown(_table(found, one.report, two.report, ("A", "B"), marks=True), width=120)
    order = [lines.index(words) for words in ("[Forty]", "The quay", "Nobody on", "Rain fell")]
    assert order == sorted(order)
    assert "[Fifty]" in lines and "(cut)" in lines and "(added)" in lines
