"""Web pages: their main text, and what their markup says of their publication."""

from __future__ import annotations

import pytest

from twosource import intake
from twosource.model import Refusal, Report
from twosource.settings import Settings

BODY = "".join(
    f"<p>{p}</p>"
    for p in (
        (
            "The ferry Selkie ran aground on a sandbank outside Tarn on Monday "
            "evening with 40 passengers aboard, the office said."
        ),
        (
            "“Nobody was hurt,” said Dana Orvell, the harbour master, who had run "
            "down to the quay with a lamp in her hand."
        ),
        "The ferry was pulled free at high water by two tugs and reached the port of Sennet shortly after midnight.",
    )
)
TITLE = "Ferry Selkie runs aground off Tarn"


def page(head: str = "", top: str = f"<h1>{TITLE}</h1>", body: str = BODY) -> bytes:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body><nav><a "
        f"href='/'>Home</a></nav><article>{top}{body}</article></body></html>"
    ).encode()


def read(data: bytes) -> Report:
    report = intake.read_bytes(data, kind="html", settings=Settings(), path="x.html")
    assert isinstance(report, Report), report
    return report


LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Ferry Selkie runs aground off Tarn",
"datePublished": "2023-05-02T08:00:00+02:00",
"author": [{"@type": "Person", "name": "Ana Bell"}, {"name": "Jo Marsh"}], "publisher": {"name": "Tarn Gazette"},
"mainEntityOfPage": {"@id": "https://tarngazette.example/ferry"}}]}</script>"""
OPEN_GRAPH = """<meta property="og:site_name" content="Tarn Gazette">
<meta property="og:title" content="Ferry Selkie runs aground off Tarn">
<meta property="og:url" content="https://tarngazette.example/ferry">
<meta property="article:published_time" content="2023-05-02T08:00:00+02:00">
<meta name="author" content="By Ana Bell, Jo Marsh">"""
VISIBLE = f"""<h1>{TITLE}</h1><div class="byline">By Ana Bell, Jo Marsh</div>
<time datetime="2023-05-02T08:00:00+02:00">2 May</time>"""


@pytest.mark.parametrize("data", [page(LINKED), page(OPEN_GRAPH)], ids=["JSON-LD", "OpenGraph"])
def test_markup_says_who_published_what_when_and_who_wrote_it(data: bytes) -> None:
    report = read(data)
    assert (report.outlet, report.title, report.byline, report.url) == (
        "Tarn Gazette",
        TITLE,
        "Ana Bell, Jo Marsh",
        "https://tarngazette.example/ferry",
    )
    assert (report.published or "")[:10] == "2023-05-02"


def test_visible_bylines_and_dates_are_read_where_markup_is_silent() -> None:
    report = read(page(top=VISIBLE))
    assert (report.byline, (report.published or "")[:10], report.title) == ("Ana Bell, Jo Marsh", "2023-05-02", TITLE)


def test_a_known_outlet_has_its_canonical_name() -> None:
    assert read(page('<meta property="og:site_name" content="AP NEWS">')).outlet == "Associated Press"
    assert read(page('<link rel="canonical" href="https://edition.cnn.com/2023/05/02/x.html">')).outlet == "CNN"
    assert (
        read(page('<link rel="canonical" href="https://edition.cnn.com/2023/05/02/x.html">')).published == "2023-05-02"
    )


def test_the_outlets_name_is_no_part_of_the_title() -> None:
    assert read(page(f"<title>{TITLE} | Reuters</title>", top="")).title == TITLE


def test_the_text_is_carried_with_the_headline_first_and_no_navigation() -> None:
    report = read(page(LINKED))
    assert report.carried
    assert report.text.startswith(TITLE + "\n\nThe ferry")
    assert report.headline == (0, len(TITLE))
    assert "Home" not in report.text
    assert report.text.count(TITLE) == 1


def test_furniture_inside_the_text_is_still_marked() -> None:
    report = read(
        page(
            LINKED, body=BODY + "<p>READ MORE: Ten harbours to visit this summer</p>" + BODY.replace("Monday", "Sunday")
        )
    )
    assert "READ MORE: Ten harbours to visit this summer" in [report.text[s.start : s.end] for s in report.furniture]


def test_the_same_page_gives_the_same_answer_every_time() -> None:
    data = page(LINKED)
    assert [read(data) for _ in range(4)] == [read(data)] * 4


def test_a_declared_encoding_is_believed() -> None:
    text = page('<meta charset="windows-1250">').decode().replace("Dana", "Łucja")
    assert "Łucja" in read(text.encode("windows-1250")).text


@pytest.mark.parametrize("data", [b"<html></html>", b"<p>Too short.</p>", b"<script>alert(1)</script>" * 50])
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    refusal = intake.read_bytes(data, kind="html", settings=Settings())
    assert isinstance(refusal, Refusal)
    assert "no article text" in refusal.reason or "HTML" in refusal.reason or "no sentence" in refusal.reason


def test_broken_metadata_is_passed_over() -> None:
    report = read(
        page(
            '<script type="application/ld+json">{"@type": "NewsArticle", '
            '"headline": 5, "author": {"name": [[]]}, </script>'
        )
    )
    assert report.title == TITLE


def test_script_in_metadata_stays_text() -> None:
    report = read(
        page(
            '<meta property="og:url" content="javascript:alert(1)"><meta '
            'name="author" content="&lt;script&gt;x&lt;/script&gt;">'
        )
    )
    assert report.url is None
