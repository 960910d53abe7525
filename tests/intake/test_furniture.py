"""What is furniture, what is story, and what furniture says."""

from __future__ import annotations

import time

import pytest

from twosource import intake
from twosource.intake.furniture import RECOGNISERS
from twosource.model import Report
from twosource.settings import Settings

HEAD = "Ferry Selkie runs aground off Tarn with forty aboard"
LEDE = (
    "The ferry Selkie ran aground on a sandbank outside Tarn on Monday evening with 40 passengers aboard, the harbour "
    "office said."
)
BODY = "“Nobody was hurt, and nobody panicked,” said Dana Orvell, the harbour master, who had run down to the quay."
MORE = "The ferry was pulled free at high water by two tugs and reached the port of Sennet shortly after midnight."
LAST = "Its owner, Tarn Lines, declined to comment on Tuesday."


def read(*blocks: str) -> Report:
    report = intake.read_bytes("\n\n".join(blocks).encode(), settings=Settings())
    assert isinstance(report, Report)
    return report


def furniture(report: Report) -> str:
    return " / ".join(report.text[s.start : s.end] for s in report.furniture)


FURNITURE = {
    "see also": "See also: Ten harbours to visit before the summer ends",
    "read more": "READ MORE: Pilot of the Selkie had asked for leave",
    "read here": "Read the full report of the harbour office here.",
    "watch": "Watch the rescue below:",
    "share box": "Share",
    "comments": "12 comments",
    "loading": "Loading...",
    "newsletter": "Sign up for our morning newsletter and never miss a story.",
    "app": "Download our app for the latest news from the coast.",
    "follow": "Follow Ana Bell on Twitter @anabell.",
    "data line": "Market news and data brought to you by Quayside APIs",
    "tags": "Posted In: NewsHarboursFerriesTarn LinesWeather",
    "tags without a lead": "NewsHarboursFerriesTarn LinesWeather",
    "picture credit": "Image: Tarn Harbour Archive (photo by Petty Officer J. Lund)",
    "picture credit, agency": "Mila Oster/Getty Images",
    "caption with credit": "The Selkie on the sandbank at low water. (Mila Oster/AFP/Getty Images)",
    "caption, left and right": "Dana Orvell, left, and Piet Sorn, the pilot, on the quay.",
    "caption without a verb": "Passengers of the Selkie on the quay of Sennet on Tuesday.",
    "caption formula": "In this photo taken from a drone, the Selkie lies on her side.",
    "appeared first": "The post Ferry Selkie runs aground appeared first on The Tarn Gazette.",
    "source line": "Source : Reuters",
    "staff": "(Reporting by Ana Bell in Tarn; editing by Jo Marsh)",
    "contributed": "Jo Marsh contributed to this report.",
    "biography": "Ana Bell is a journalist based in Sennet. She is the author of two books about ferries.",
    "rights": "© 2023 Tarn Gazette Ltd. All rights reserved.",
    "headline again": HEAD,
    "embedded post": "Nobody was hurt, and nobody panicked",
    "advertisement": "Advertisement",
    "ornament": "* * *",
    "hashtags": "#Ferry #Tarn #Selkie",
    "time ago": "3 hours ago",
    "read, with a bar": "Read | Ten harbours to visit before the summer ends",
    "credit line": "Credit: Mila Oster",
    "agency caption": "The Selkie lies on a sandbank off Tarn on May 2. REUTERS/Mila Oster/File Photo",
    "feed note": "(This story has not been edited by NDTV staff and is published from a syndicated feed.)",
    "republished": "This article is republished from The Conversation under a Creative Commons licence.",
    "disclaimer": "Disclaimer: The views expressed are those of the author.",
    "comment form": "Your email address will not be published. Required fields are marked *",
    "thanks": "Thank you for reading our coverage of the coast.",
    "edited by": "Edited By: Jo Marsh",
    "agency as byline": "The Associated Press",
    "name and role": "Dana Orvell, harbour master of Tarn.",
    "video, has the story": "Two tugs and a long night: Quayside's Ana Bell has that story.",
    "present-tense caption": "The crew of the tug wave to the quay on May 3.",
    "present-tense caption, full date": "Harbour master Dana Orvell speaks to passengers in Tarn on May 3, 2018.",
    "perfect tense with a date": "Divers have gathered on the sandbank off Tarn on May 3, 2018. They will search it.",
    "column elsewhere": "Ana Bell’s column appears every second week.",
    "additional reporting": "Additional reporting: Jo Marsh in Sennet",
    "agency's end": "(Coast Wire) ab/cd/",
    "hat tip": "(h/t The Quayside.)",
    "the rest elsewhere": "Read the rest of the story at The Quayside.",
    "read on the topic": "Read on the topic: Who owns the sandbank",
    "more of a kind": "Read more letters from the harbour",
    "share with": "Share with friends",
    "poll": "WHAT DO YOU THINK? Should the ferry be sold? Vote in our poll",
    "office line": "Editorial office: phone on the site",
    "comments closed": "Comments on this article are closed.",
    "amended": "Update: This article was amended to correct the name of the ferry.",
    "corrected": "Correction: An earlier version of this story misstated the age of the pilot.",
    "more to come": "This is a developing story and will be updated.",
    "a newsletter's box": "after newsletter promotion",
    "what a newsletter knows of you": "Privacy notice: newsletters may contain offers of others.",
    "placeholder": "This video is not available.",
    "placeholder, counted": "The second image (gallery) is missing.",
    "editor's note": "Editor’s note: The owner of the ferry owns this newspaper too.",
    "headed correction": "CORRECTION: Due to an editing error the wrong ferry was named.",
    "credit for an outlet": "Credit Mila Oster for The Coast Times",
    "copyright of an image": "Image copyright Reuters",
    "caption of an image": "Image caption The Selkie on the sandbank",
    "name and outlet": "Ana Bell | The Coast Times",
    "contributed by": "Reporting was contributed by Ana Bell and Jo Marsh.",
    "more from": "More from The Coast Times",
    "counter of pictures": "1 of 6",
    "bar of buttons": "Terms of Service | Privacy Policy",
    "biography with a book": "Ana Bell is a columnist for The Coast Times and author of “The Sandbank.”",
    "chat": "Chat with us in Facebook Messenger.",
    "read more in brackets": "[Read more about the ferry here.]",
    "podcast in brackets": "(Subscribe to our podcast with Jo Marsh.)",
    "participle caption": "Passengers waiting on the quay for the buses that will take them home on Tuesday.",
}


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_is_marked_and_nothing_else(name: str) -> None:
    found = FURNITURE[name]
    text = f"“{BODY}" if name == "embedded post" else BODY
    if name == "embedded post":  # eight words or more, as a post has
        found = "Nobody was hurt, and nobody panicked when the ferry touched the sand."
        text = f"“{found}” said Dana Orvell, the harbour master, who had run down to the quay with a lamp."
    report = read(HEAD, LEDE, text, MORE, LAST, found)
    assert furniture(report) == found


STORY = {
    "a sentence that begins with a link word": "More than forty people were on board when the ferry touched the sand.",
    "a quotation after a colon": (
        "Watch: “We are sinking,” one passenger wrote to his sister, who called the coast guard."
    ),
    "see also in a sentence": "See also the report of the inquiry, which blamed the pilot for the first accident.",
    "a story about newsletters": (
        "The company told passengers in a newsletter that it would refund all tickets, she said."
    ),
    "a story about subscribing": (
        "Nearly 9,000 people subscribe to the alerts of the harbour office, according to its report."
    ),
    "a photograph as evidence": "A photograph that passengers gave to the police shows the pilot asleep at the wheel.",
    "a person's post": "Orvell is the head of the harbour office and a former pilot of the ferry.",
    "the source of the water": "Source water for the town had been polluted by the oil, the ministry said.",
    "the president, left": "Orvell, who left the quay at noon, later told reporters that she had resigned.",
    "copyright in a story": (
        "The film company holds the copyright to the footage, which it said it would give to the police."
    ),
    "a short sentence": "Nobody was hurt.",
    "a question": "So who was at the wheel?",
    "a section heading": "A third accident",
    "a verb of the present without a date": "The crew of the tug wave to the quay whenever a ferry passes.",
    "a paper's report in the present": "The pilot has denied that he was asleep at the wheel, Radio Quay reports.",
    "a timetable": "The inquiry holds its first hearing on Friday.",
    "the perfect without a date": "Divers have gathered on the sandbank to search for the pilot’s bag.",
    "a missing person": "The pilot is missing.",
    "a chronology": "May 3, 2018: The pilot speaks to the police for the first time.",
    "a count": "Six of the nine were children.",
    "a candidate": "Dana Orvell for Mayor",
    "also in a sentence": "Also: the pilot had slept for two hours only.",
    "comments in the story": "Her comments on the accident are closed to scrutiny, the union said.",
    "has more": "Tarn Lines has more ferries than its rival, and its owner left the board on Tuesday.",
    "an update note": "This story has been updated to add that the owner confirmed the accident.",
    "a contribution": "The storm may have contributed to the accident, the harbour office said in a statement.",
    "the past with a date": "The ferry sank in March 2019.",
    "will join": "Two more tugs join US coast guard ships in the search for the missing lifeboat.",
    "a share of something": "Share prices of Tarn Lines fell by a tenth on Tuesday.",
    "a list of names": "Ana Bell, a teacher from Sennet.",
    "a strong denial": "The company disclaims any responsibility, its lawyer said.",
    "an edit in the story": "The video had been edited by the company before it was shown, the police said.",
    "credit in the story": "Credit for the rescue belongs to the two tugs, Orvell said.",
    "a list by the police": "The police have republished the list of the missing on their website, officials said.",
    "a dateline": "TARN, May 3 (Reuters) - The ferry Selkie ran aground on Monday with 40 passengers aboard.",
}


@pytest.mark.parametrize("name", STORY)
def test_story_is_left_alone(name: str) -> None:
    for place in (2, 3, 5):
        blocks = [HEAD, LEDE, BODY, MORE, LAST]
        blocks.insert(place, STORY[name])
        if name == "a list of names":
            blocks.insert(place, "Jo Marsh, a nurse from Tarn.")
        assert furniture(read(*blocks)) == ""


def test_a_caption_in_the_present_needs_no_date_below_a_picture_credit() -> None:
    caption = "Harbour master Dana Orvell speaks to passengers on the quay."
    assert furniture(read(HEAD, LEDE, BODY, "Mila Oster/Reuters", caption, MORE)) == f"Mila Oster/Reuters\n\n{caption}"
    assert furniture(read(HEAD, LEDE, BODY, caption, MORE)) == ""


def test_a_pulled_quotation_is_found_far_from_its_paragraph_and_with_a_bracket_for_a_pronoun() -> None:
    told = "“She was asleep at the wheel for the best part of half an hour,” said the second pilot, Jo Marsh, in court."
    pulled = "“[Orvell] was asleep at the wheel for the best part of half an hour.”"
    assert (
        furniture(read(HEAD, LEDE, told, BODY, MORE, "Nobody else was at the wheel.", LAST, pulled, "So she slept."))
        == pulled
    )


def test_names_alone_below_the_headline_sign_it_unless_the_story_speaks_of_them() -> None:
    names = "Ana Bell and Jo Marsh"
    report = read(HEAD, names, LEDE, BODY, MORE)
    assert (furniture(report), report.byline) == (names, names)
    assert furniture(read(HEAD, names, LEDE, BODY, "Bell and Marsh were on board.")) == ""


def test_an_outlet_and_a_day_above_the_headline_are_its_masthead() -> None:
    report = read("Tarn Today, 8 February, Saturday", HEAD, LEDE, BODY, MORE)
    assert (furniture(report), report.outlet) == ("Tarn Today, 8 February, Saturday", "Tarn Today")


def test_the_first_of_two_headlines_stays_the_headline() -> None:
    report = read(HEAD, HEAD, LEDE, BODY, MORE)
    assert report.headline == (0, len(HEAD))
    assert [tuple(s) for s in report.furniture] == [(len(HEAD) + 2, 2 * len(HEAD) + 2)]


SECOND_LINES = {
    "Ferry Selkie aground off Tarn after storm": True,
    "The storm had been forecast by the harbour office since Sunday morning.": False,
    "Officials blame the pilot.": False,
    "Passengers say they saw no light on the sandbank": False,
}


@pytest.mark.parametrize("line", SECOND_LINES)
def test_a_second_headline_is_told_from_a_standfirst(line: str) -> None:
    assert (furniture(read(HEAD, line, LEDE, BODY, MORE)) == line) is SECOND_LINES[line]


def test_a_caption_before_the_dateline_is_told_from_a_standfirst() -> None:
    caption, standfirst = "Two tugs helped the Selkie into port on Tuesday.", "Two tugs helped the Selkie into port."
    wire = "TARN, May 3 (Reuters) - " + LEDE
    assert furniture(read(HEAD, caption, wire, BODY)) == caption
    assert furniture(read(HEAD, standfirst, wire, BODY)) == ""


def test_everything_below_the_story_is_furniture_once_the_foot_of_the_page_begins() -> None:
    foot = [
        "Posted In: NewsHarboursFerries",
        "Quayside makes sailing simple for everybody",
        "Sail with insights you trust.",
        "Join Now: Free!",
    ]
    assert furniture(read(HEAD, LEDE, BODY, MORE, LAST, *foot)) == "\n\n".join(foot)


def test_a_page_that_is_all_furniture_is_left_a_story() -> None:
    assert furniture(read("Read more: The ferry that ran aground on Monday evening", "Share")) == ""


def test_lines_above_the_headline_say_whose_page_it_is() -> None:
    report = read(
        "The Tarn Gazette",
        "Home | News | Harbours | Weather | Letters",
        "Tuesday, 2 May 2023",
        HEAD,
        "By Ana Bell, Harbour Correspondent",
        LEDE,
        BODY,
    )
    assert (report.outlet, report.published, report.byline, report.title) == (
        "The Tarn Gazette",
        "2023-05-02",
        "Ana Bell",
        HEAD,
    )


SAYS_OUTLET = {
    "The post Ferry Selkie runs aground appeared first on Quayside Views.": "Quayside Views",
    "Source : Reuters": "Reuters",
    "Source: Tarn Daily News": "Tarn Daily News",
    "Source: Ministry of Waters": None,
    "Check out more of Reuters's coverage of ferries by following this link.": "Reuters",
    "© 2023 The Associated Press. All rights reserved.": "Associated Press",
    "© 2023 Tarn Daily News. All rights reserved.": "Tarn Daily News",
    "This article was originally published on Reuters.": None,
    "Read more on Reuters.": None,
}


@pytest.mark.parametrize("line", SAYS_OUTLET)
def test_the_outlet_is_read_off_furniture_where_it_is_sure(line: str) -> None:
    assert read(HEAD, LEDE, BODY, MORE, LAST, line).outlet == SAYS_OUTLET[line]


SAYS_BYLINE = {
    "By Ana Bell": "Ana Bell",
    "by Ana Bell and Jo Marsh": "Ana Bell and Jo Marsh",
    "By Ana Bell, Harbour Correspondent": "Ana Bell",
    "By Reuters staff": "Reuters staff",
}


@pytest.mark.parametrize("line", SAYS_BYLINE)
def test_the_byline_is_read_off_its_line(line: str) -> None:
    report = read(HEAD, line, LEDE, BODY, MORE)
    assert report.byline == SAYS_BYLINE[line]
    assert furniture(report) == line


def test_the_authors_name_is_read_off_the_biography() -> None:
    assert read(HEAD, LEDE, BODY, MORE, FURNITURE["biography"]).byline == "Ana Bell"


def test_an_agency_in_the_dateline_is_the_outlet_only_under_its_own_staff_credit() -> None:
    wire = "TARN, May 3 (Reuters) - " + LEDE
    assert read(HEAD, wire, BODY, MORE).outlet is None
    assert read(HEAD, wire, BODY, MORE, "(Reporting by Ana Bell; Editing by Jo Marsh)").outlet == "Reuters"


OWN = "Tarn Daily News spoke to three passengers. “We sat in the dark,” Ana Bell told Tarn Daily News on Tuesday."
AGAIN = "“Nobody came,” Jo Marsh told Tarn Daily News. The pilot did not answer questions from reporters on Tuesday."
CREDITED = {
    "": "Tarn Daily News",
    "The accident was first reported by Tarn Daily News.": None,
    "Tarn Daily News reported that the pilot had slept.": None,
    "According to Tarn Daily News, the pilot had slept.": None,
}


@pytest.mark.parametrize("line", CREDITED)
def test_the_outlet_is_known_by_its_own_work_unless_it_is_credited(line: str) -> None:
    assert read(HEAD, LEDE, OWN, AGAIN, line or LAST).outlet == CREDITED[line]
    assert read(HEAD, LEDE, AGAIN, line or LAST).outlet is None


HEADLINES = {
    HEAD: True,
    HEAD + ".": True,
    "‘Nobody was hurt’: ferry Selkie runs aground off Tarn": True,
    "Who ran the Selkie aground?": True,
    "Image: Tarn Harbour Archive": False,
    "By Ana Bell": False,
    (
        "TARN, May 3 (Reuters) - The ferry Selkie ran aground on Monday with "
        "40 passengers aboard, the harbour office said."
    ): False,
    "The harbour was quiet on Monday. Then, at nine in the evening, somebody shouted.": False,
}


@pytest.mark.parametrize("first", HEADLINES)
def test_a_headline_is_told_from_other_first_lines(first: str) -> None:
    report = read(first, LEDE, BODY, MORE, LAST)
    assert (report.headline is not None and report.headline.start == 0) is HEADLINES[first]


def test_every_recogniser_is_documented() -> None:
    assert all(recognise.__doc__ for recognise in RECOGNISERS.values())


UNITS = [
    "A ",
    "Aa, ",
    "Aa and ",
    "AA/",
    "- ",
    "By Aa ",
    "1 May 2020 ",
    "Aa | ",
    "[(",
    "Photo ",
    "Reuters/",
    "the post ",
    "aA",
    "via ",
]


@pytest.mark.parametrize("unit", UNITS)
def test_no_line_takes_a_recogniser_long(unit: str) -> None:
    lines = [(unit * 300)[: 298 - i % 40] for i in range(300)]
    started = time.process_time()
    read(HEAD, LEDE, *lines, BODY, *lines[:8])
    assert time.process_time() - started < 3
