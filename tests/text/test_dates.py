"""Dates as values against the day of publication. The day used is Thursday, 14 March 2019."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.dates import compare, dates
from twosource.text.feasts import easter

DAY = "2019-03-14"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("The dam burst on Tuesday.", "2019-03-12"),
        ("The dam burst Thursday night.", "2019-03-14"),
        ("It will reopen on Friday.", "2019-03-15"),
        ("The mayor, in a Friday post, said so.", "2019-03-15"),  # the very next day: updated overnight
        ("The dam burst on Saturday.", "2019-03-09"),
        ("The council is scheduled to meet on Monday.", "2019-03-18"),
        ("Her party was nervous ahead of August’s vote.", "2019-08"),
        ("He went ahead in August with the vote.", "2018-08"),
        ("They meet on Tuesday in the week ahead.", "2019-03-19"),
        ("It happened last Monday.", "2019-03-11"),
        ("It happened last Thursday.", "2019-03-07"),
        ("They meet next Monday.", "2019-03-18"),
        ("They met on Tuesday last week.", "2019-03-05"),
        ("She left yesterday.", "2019-03-13"),
        ("She leaves tomorrow.", "2019-03-15"),
        ("The list came out this morning.", "2019-03-14"),
        ("The ship sank two days ago.", "2019-03-12"),
        ("The ship sank two weeks ago.", "2019"),  # a few days about 28 February
        ("The ship sank three weeks ago.", "2019-02"),
        ("It closed three months ago.", "2018-12"),
        ("He retired 12 years ago.", "2007"),
        ("It closed in August.", "2018-08"),
        ("It closed in February.", "2019-02"),
        ("It will close in August.", "2019-08"),
        ("It closed in August of last year.", "2018-08"),
        ("Last month the bridge was painted.", "2019-02"),
        ("This month they paint it again.", "2019-03"),
        ("Next month comes the bill.", "2019-04"),
        ("Prices rose earlier this year.", "2019"),
        ("Prices rose last year.", "2018"),
        ("The storm struck last week.", "2019-03"),
        ("The fair is planned for May or early June.", "2019-05"),
        ("The pumps were repaired by Monday evening.", "2019-03-11"),  # a term that was kept
        ("The pumps must be repaired by Monday evening.", "2019-03-18"),
        ("The list was published by the Harbour Office on Monday.", "2019-03-11"),
        ("He drove the ferry until he quit in February.", "2019-02"),
        ("A test due in February was missed.", "2019-02"),  # eleven months ahead would have its year
        ("They are preparing for a summit in April or early May.", "2019-04"),
        ("The council reconvenes on Monday.", "2019-03-18"),
        ("The opening was moved to June.", "2019-06"),
        ("Out of action since MONDAY.", "2019-03-11"),
        ("The season opens on the first of April.", "2019-04-01"),
        ("The dockers announced a strike from the 20th.", "2019-03-20"),
        ("They will walk out on the 12th.", "2019-04-12"),
        ("She left on Thursday the 7th.", "2019-03-07"),
        ("The visit of 19 to 21 February was the last.", "2019-02-19"),
        ("They met between 25 February and 4 March.", "2019-02-25"),
        ("It came up in a February meeting.", "2019-02"),
        ("It came up in a March meeting.", "2019-03"),
        ("A ban that runs through at least 2025.", "2025"),
        ("The law of 2009 was repealed.", "2009"),
        ("They have walked for the past week.", "2019-03"),
        ("They must beat the other side in August.", "2019-08"),
        ("They trained in 2015 and early 2016.", "2015"),
        ("On March 13 she resigned.", "2019-03-13"),
        ("On 13 March she resigned.", "2019-03-13"),
        ("He died on December 2.", "2018-12-02"),
        ("The court will sit on April 2.", "2019-04-02"),
        ("It was closed over Christmas.", "2018-12-25"),
        ("Last Thanksgiving they were seven.", "2018-11-22"),
        ("March 3, 2004", "2004-03-03"),
        ("3 March 2004", "2004-03-03"),
        ("in August 2004", "2004-08"),
        ("in the spring of 2004", "2004"),
        ("founded in 1887", "1887"),
        ("the 2016 flood", "2016"),
        ("the 1939-45 war", "1939"),
        ("in the 1990s", "1990"),
        ("the form of 2004-03-03", "2004-03-03"),
    ],
)
def test_expression_has_the_value_a_reader_gives_it(text: str, iso: str) -> None:
    assert [d.iso for d in dates(text, published=DAY)] == [iso]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in step.",
        "May Smith said so.",
        "It cost $2004.",
        "About 2000 people came.",
        "a 1500-metre race",
        "Page 1984 of the file",
        "February 30 came and went.",
        "two days later",
        "the previous year",
        "The Sunday Times said so.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates(text, published=DAY) == ()


def test_without_a_day_of_publication_only_dates_with_their_own_year_are_found() -> None:
    text = "On Tuesday, last month, in August and on March 3, 2004, as in 1999, over Easter."
    assert [d.iso for d in dates(text)] == ["2004-03-03", "1999"]


def test_easter_weekend_is_easter_sunday_with_the_days_around_it() -> None:
    (value,) = dates("They met over Easter weekend.", published="2018-04-20")
    assert value.iso == "2018-04-01"
    assert (value.first, value.last) == (dt.date(2018, 3, 29), dt.date(2018, 4, 3))


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1961, 4, 2), (2000, 4, 23), (2008, 3, 23), (2019, 4, 21), (2038, 4, 25), (2285, 3, 22)]
)
def test_easter_falls_where_the_church_calendars_say(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert dt.date(year, 3, 22) <= day <= dt.date(year, 4, 25)


@given(st.text(alphabet="Mayrchon 0123456789-,.’'sTuedlwk\n", max_size=80), st.dates(dt.date(1950, 1, 1)))
def test_every_value_lies_in_the_text_and_in_its_own_range(text: str, day: dt.date) -> None:
    for value in dates(text, published=day.isoformat()):
        assert 0 <= value.span.start < value.span.end <= len(text)
        assert value.first <= value.last


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("on Tuesday", "on March 12", "same"),
        ("last week", "on March 8", "less precise"),
        ("in March", "on Tuesday", "less precise"),
        ("on Tuesday", "on Wednesday", "contradictory"),
        ("in 2017", "in 2018", "contradictory"),
    ],
)
def test_less_precise_is_not_contradictory(a: str, b: str, verdict: str) -> None:
    one, other = (dates(t, published=DAY)[0] for t in (a, b))
    assert compare(one, other)[0] == verdict
    assert compare(other, one)[0] == verdict
