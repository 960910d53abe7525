"""The head and foot of a page whose outlet no list knows: name, motto, headline, date, byline, boxes."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import intake
from twosource.model import Report
from twosource.settings import Settings

HEAD = "Ferry Selkie runs aground off Tarn with forty aboard"
STORY = (
    "The ferry Selkie ran aground on a sandbank outside Tarn on Monday evening with 40 passengers aboard, the harbour "
    "office said.\n\n"
    "“Nobody was hurt, and nobody panicked,” said Dana Orvell, the harbour master, who had run down to the quay.\n\n"
    "The ferry was pulled free at high water by two tugs and reached the port of Sennet shortly after midnight.\n\n"
    "Its owner, Tarn Lines, declined to comment on Tuesday."
)


def read(head: str, foot: str = "", story: str = STORY) -> Report:
    report = intake.read_bytes("\n\n".join(p for p in (head, story, foot) if p).encode(), settings=Settings())
    assert isinstance(report, Report)
    return report


def furniture(report: Report) -> list[str]:
    marked = "\n".join(report.text[s.start : s.end] for s in report.furniture)
    return [line for line in marked.split("\n") if line]


# Head, foot, outlet.
NAMED = {
    "an address spelled as the name": (
        f"LANTERNFISH\n\n{HEAD}",
        "Tips? Write to desk@lanternfish.example",
        "Lanternfish",
    ),
    "two words of an address": (
        f"The Salt Lantern\n{HEAD}",
        "Corrections: corrections@saltlantern.example",
        "The Salt Lantern",
    ),
    "a word of the address": (f"The Brackish Whistle\n\n{HEAD}", "Email tips@whistle.example", "The Brackish Whistle"),
    "the copyright line": (f"The Salt-Lantern\n\n{HEAD}", "© 2023 The Salt-Lantern", "The Salt-Lantern"),
    "what it says of itself": (
        f"Sennet Unbowed\nNo masters. No adverts.\n\n{HEAD}",
        "Sennet Unbowed takes no money from shipowners. Support us\nFollow Sennet Unbowed for more stories",
        "Sennet Unbowed",
    ),
    "a radio's frequency": (f"{HEAD}\n\nRadio Tarn 101.7 > News > Harbour", "", "Radio Tarn"),
    "a bar with a date": (f"{HEAD}\n\n02.05.2023 07:15 | World | Tarn Daily", "", "Tarn Daily"),
    "a bar and an address": (
        f"Lanternfish · Harbours · 2 May 2023\n\n{HEAD}",
        "hello@lanternfish.example",
        "Lanternfish",
    ),
    "a desk": (
        f"{HEAD}\n\nBy Tidewell Desk | May 2, 2023 11:26 am",
        "Trending on Tidewell\n- Ten gulls that look like ministers\nFollow Tidewell for more stories like this",
        "Tidewell",
    ),
    "its section below": (
        f"Lanternfish\nWORLD NEWS\n\n{HEAD}",
        "Subscribe to the Lanternfish newsletter",
        "Lanternfish",
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_an_unknown_outlet_is_read_where_the_page_confirms_it(name: str) -> None:
    head, foot, outlet = NAMED[name]
    report = read(head, foot)
    assert (report.outlet, report.title) == (outlet, HEAD)


UNNAMED = {
    "a place": f"TARN\n\n{HEAD}",
    "a company in the story": f"Tarn Lines\n\n{HEAD}",
    "a section": f"HOME NEWS\n\n{HEAD}",
    "a person": f"Dana Orvell\n\n{HEAD}",
    "two sections and a date": f"World | Europe | 2 May 2023\n\n{HEAD}",
    "a kicker": f"Exclusive\n\n{HEAD}",
    "nothing": HEAD,
}


@pytest.mark.parametrize("name", UNNAMED)
def test_a_line_that_nothing_confirms_names_no_outlet(name: str) -> None:
    for foot in ("", "Read more about harbours", "Contact: press@harbours.example"):
        report = read(UNNAMED[name], foot)
        assert report.outlet is None
        assert report.title == HEAD


def test_an_address_of_the_company_in_the_story_does_not_make_it_the_outlet_of_its_own_headline() -> None:
    report = read(HEAD, "For comment, contact press@tarnlines.example")
    assert report.outlet is None


MOTTOS = {
    "below the name, the headline apart": f"LANTERNFISH\na magazine of what glows\n\n{HEAD}",
    "name and motto apart": f"LANTERNFISH\n\nNews for those below\n\n{HEAD}",
    "with what is below the headline": f"LANTERNFISH\nnews from the deep\n\n{HEAD}\n\nNobody was hurt",
}


@pytest.mark.parametrize("name", MOTTOS)
def test_the_motto_is_not_the_headline(name: str) -> None:
    report = read(MOTTOS[name], "Write to us: desk@lanternfish.example")
    assert (report.outlet, report.title) == ("Lanternfish", HEAD)
    assert furniture(report)[:2] == MOTTOS[name].replace("\n\n", "\n").split("\n")[:2]


def test_a_headline_right_below_the_name_is_not_taken_for_its_motto() -> None:
    standfirst = "Nobody was hurt, the harbour office says, and two tugs came before midnight"
    report = read(f"LANTERNFISH\n{HEAD}\n\n{standfirst}\n\nBy Ana Bell", "Write to us: desk@lanternfish.example")
    assert report.title == HEAD
    assert standfirst not in furniture(report)


RELEASES = ["Release 2023/14", "For immediate release", "Press release No. 7", "Press Office, Sennet"]


@pytest.mark.parametrize("label", RELEASES)
def test_the_label_of_a_release_is_not_the_headline(label: str) -> None:
    report = read(
        f"INSPECTORATE OF FERRIES\n{label}\n2 May 2023, 13:00\n\n{HEAD}", "Enquiries: Jo Marsh, press@ferries.example"
    )
    assert (report.title, report.published) == (HEAD, "2023-05-02")
    assert report.outlet == "Inspectorate of Ferries"


TITLES = [
    "They Knew. They Slept. Forty People Nearly Drowned.",
    "'We are sinking again': Mum's agony over pilot's last text as ferry runs aground on the sandbank",
    "Ferry aground: the toll is nil, and the harbour has a question",
]


@pytest.mark.parametrize("title", TITLES)
def test_headlines_of_all_manners_are_headlines(title: str) -> None:
    report = read(f"THE TARN DAILY\n{title}\n\nBy ANA BELL, Chief Reporter\nPublished: 07:15, 2 May 2023")
    assert (report.title, report.byline, report.published) == (title, "ANA BELL", "2023-05-02")


DATES = {
    "02.05.2023 08:40": "2023-05-02",
    "02.05.2023 08:40 | World": "2023-05-02",
    "Published: 07:15, 2 May 2023 | Updated: 09:02, 3 May 2023": "2023-05-02",
    "2 May 2023 · 11 min read": "2023-05-02",
    "NEWS FEED | 2 May 2023, 14:15": "2023-05-02",
    "posted by Ana Bell on May 2, 2023 in Harbours, Ferries": "2023-05-02",
    "Tuesday 2 May, 6.20pm": None,
}


@pytest.mark.parametrize("line", DATES)
def test_the_date_is_read_off_its_line(line: str) -> None:
    report = read(f"{HEAD}\n\n{line}")
    assert report.published == DATES[line]
    assert furniture(report) == [line]


YEARS = {
    ("Tuesday 2 May, 6.20pm", "© 2023 Lanternfish"): "2023-05-02",
    ("2 May", "© 2023 Lanternfish"): "2023-05-02",
    ("2 May", "© 2019–2023 Lanternfish"): None,
    ("Tuesday 2 May", "The ferry was built in 2023."): "2023-05-02",
    ("Tuesday 2 May", "The ferry was built in 2019."): None,
    ("2 May", "The ferry was built in 2023."): None,
    ("Friday 31 June", "© 2023 Lanternfish"): None,
}


@pytest.mark.parametrize("case", YEARS)
def test_a_year_is_supplied_only_where_the_page_makes_it_sure(case: tuple[str, str]) -> None:
    line, foot = case
    assert read(f"{HEAD}\n\n{line}", foot).published == YEARS[case]


BYLINES = {
    "Leopold Sund, Harbour Editor": "Leopold Sund",
    "posted by Ana Bell on May 2, 2023": "Ana Bell",
    "by Ana Bell": "Ana Bell",
    "Author: editorial staff": None,
    "Ledger staff and agencies": None,
}


@pytest.mark.parametrize("line", BYLINES)
def test_who_wrote_it_is_read_off_a_line_of_its_own(line: str) -> None:
    report = read(f"{HEAD}\n\n{line}")
    assert report.byline == BYLINES[line]
    assert furniture(report) == [line]


FEET = [
    "Have you seen something? Write to us securely: drop@lanternfish.example",
    "Text FERRY to 80123 for updates. Messages cost your standard rate",
    "The Lantern takes corrections seriously: corrections@lantern.example",
    "If you have noticed an error, select the text and press Ctrl+Enter",
    "Like this: Be the first to like this",
    "37 Responses to “Ferry Selkie aground”",
    "We may earn a commission if you buy something from our links.",
    "Support fearless journalism: become a Lanterneer today",
    "Use of materials is allowed only with an active link",
    "▶ Listen: Ana's report from Tarn (4 mins 12)",
    "READ MORE\nInside the 'cursed' harbour that sank three ferries\nHero dog rowed home alone",
    "More on this story\n“Like a bump in the night”: what we know so far\nRoads closed around the port",
]


@pytest.mark.parametrize("foot", FEET)
def test_what_a_site_says_of_itself_is_furniture(foot: str) -> None:
    assert furniture(read(HEAD, foot)) == foot.split("\n")


LEFT_ALONE = [
    "Passengers may write to the harbour office until Friday, which has opened a desk in the town hall.",
    "(c) At the point that was surveyed in 2022 the channel measured nine metres.",
    "The inquiry takes in three earlier accidents and will not end before the autumn.",
    "The police asked witnesses to send their pictures to tips@police.example, a spokesman said.",
    "Dana Orvell in Tarn",
]


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_story_that_resembles_a_foot_is_left_alone(line: str) -> None:
    paragraphs = STORY.split("\n\n")
    story = "\n\n".join([*paragraphs[:2], line, *paragraphs[2:]])
    assert furniture(read(HEAD, story=story)) == []


def test_links_between_paragraphs_end_with_the_empty_line() -> None:
    paragraphs = STORY.split("\n\n")
    box = "READ MORE\nInside the cursed harbour\nHero dog rowed home"
    report = read(HEAD, story="\n\n".join([*paragraphs[:2], box, *paragraphs[2:]]))
    assert furniture(report) == box.split("\n")


def test_where_no_empty_lines_part_paragraphs_a_box_takes_no_story() -> None:
    report = read(HEAD, story=STORY.replace("\n\n", "\n").replace("\nThe ferry was", "\nREAD MORE\nThe ferry was"))
    assert furniture(report) == ["READ MORE"]


LINES = [
    "LANTERNFISH",
    "The Salt Lantern",
    "a magazine of what glows",
    HEAD,
    "World | Tarn Daily | 02.05.2023",
    "Radio Tarn 101.7 > News",
    "By Ana Bell",
    "Tuesday 2 May, 6.20pm",
    "READ MORE",
    "More on this story",
    "- A gull walked home",
    "desk@lanternfish.example",
    "© 2023 Lanternfish",
    "Follow Lanternfish for more stories",
    "Press Office, Sennet",
    "Nobody was hurt, said Dana Orvell, who told Lanternfish that the tide was low.",
    "",
]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=14), st.sampled_from(["\n", "\n\n", "\r\n"]))
@settings(max_examples=200, deadline=None)
def test_marks_lie_inside_the_text_and_never_cover_all_of_it(lines: list[str], between: str) -> None:
    result = intake.read_bytes(between.join(lines).encode(), settings=Settings())
    if not isinstance(result, Report):
        return
    assert all(0 <= s.start < s.end <= len(result.text) for s in result.furniture)
    assert all(a.end <= b.start for a, b in pairwise(result.furniture))
    covered = {i for s in result.furniture for i in range(s.start, s.end)}
    assert any(not c.isspace() and i not in covered for i, c in enumerate(result.text))


def _seconds(lines: int) -> float:
    head = "\n".join(["Aa Bb | " * 20, "LANTERNFISH", "a.b." * 60, "Lanternfish told Lanternfish"] * 2)
    started = time.process_time()
    read(head, "told Lanternfish desk@lanternfish.example\n" * lines)
    return time.process_time() - started


def test_a_page_ten_times_as_long_takes_no_more_than_about_ten_times_as_long() -> None:
    _seconds(50)
    short, long = min(_seconds(300) for _ in range(3)), _seconds(3_000)
    assert long < 25 * short + 0.5
