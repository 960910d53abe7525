"""Every page answers, has a JSON twin, forbids everything from elsewhere, and says what is not there in one line."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from tests.web.conftest import Client
from twosource.desk import Desk

PAGES = ("/stories", "/stories/{story}/judgements", "/judgements", "/search?q=bridge", "/jobs", "/check", "/add")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_runs_nothing_inline_and_asks_nothing_elsewhere(client: Client, path: str) -> None:
    answer = client.get(path.format(story=client.story))
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy and "http" not in policy
    assert "<style" not in answer.text and " style=" not in answer.text and "onclick" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/add"])
def test_a_page_is_had_as_json_by_its_path_or_by_asking(client: Client, path: str) -> None:
    path = path.format(story=client.story)
    plain, _, query = path.partition("?")
    twin = client.get(f"{plain}.json?{query}").json()
    assert twin == client.get(path, headers={"accept": "application/json"}).json()


def test_a_story_is_had_in_every_form(client: Client) -> None:
    story = client.story
    assert client.get(f"/stories/{story}.json").json()["story"]["id"] == story
    assert client.get(f"/stories/{story}", headers={"accept": "application/json"}).json()["schema"]
    assert client.get(f"/stories/{story}.md").text.startswith("#")
    kept = client.get(f"/stories/{story}.html")
    assert "attachment" in kept.headers["content-disposition"] and "/static/" not in kept.text
    assert client.get(f"/stories/{story}.txt").headers["content-type"].startswith("text/plain")
    for form, name in (("site", "index.html"), ("csv", "claims.csv")):
        first, second = (client.get(f"/stories/{story}/{form}.zip").content for _ in range(2))
        assert first == second
        assert f"{story}-{form}/{name}" in zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert client.get(f"/stories/{story}/exe.zip").status_code == 404
    (report, _) = client.get(f"/stories/{story}.json").json()["reports"]
    full = client.get(f"/stories/{story}/reports/1.json").json()
    assert full["report"]["id"] == report["id"] and full["report"]["text"]
    assert client.get(f"/stories/{story}/reports/9.json").status_code == 404


def test_a_brief_names_its_own_style_and_script_and_the_desk_and_nothing_else(client: Client) -> None:
    answer = client.get(f"/stories/{client.story}")
    policy = answer.text.partition('Content-Security-Policy" content="')[2].partition('"')[0]
    assert "default-src &#39;none&#39;" in policy and "unsafe" not in policy and "http" not in policy
    assert "connect-src &#39;self&#39;" in policy
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_brief_is_rendered_once_until_something_touches_its_story(
    client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from twosource import present

    made: list[str] = []
    page = present.page
    monkeypatch.setattr(present, "page", lambda story, **how: made.append(story.story.id) or page(story, **how))
    path = f"/stories/{client.story}"
    first, second = client.get(path), client.get(path)
    assert first.content == second.content and len(made) == 1
    again = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304 and not again.content and len(made) == 1
    report = client.get(f"{path}.json").json()["reports"][0]["id"]
    desk.judge("outlet", desk.place(client.story, report), value="Tollen Echo")
    third = client.get(path, headers={"if-none-match": first.headers["etag"]})
    assert third.status_code == 200 and "Tollen Echo" in third.text and "1 judgement" in third.text


def test_a_brief_is_packed_for_those_who_take_it_so(client: Client) -> None:
    path = f"/stories/{client.story}"
    plain = client.get(path, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    with client.stream("GET", path, headers={"accept-encoding": "gzip"}) as packed:
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(b"".join(packed.iter_raw())) == plain.content


def test_the_least_used_briefs_are_let_go(desk: Desk) -> None:
    from twosource.web.briefs import Briefs

    briefs = Briefs(desk, most=1)
    for line in desk.stories():
        assert briefs.of(line.id).plain
    assert len(briefs._kept) == 1


def test_stories_come_in_pages(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource.web import stories

    monkeypatch.setattr(stories, "PAGE", 1)
    first, second = (client.get(f"/stories.json?page={n}").json() for n in (1, 2))
    assert first["pages"] == 2 and first["total"] == 2 and first["reports"] == 3
    assert first["stories"] != second["stories"]
    for odd in ("0", "-1", "x", "99", "²", "9" * 99):
        assert client.get("/stories.json", params={"page": odd}).json()["page"] in {1, 2}
    assert "page 1 of 2" in client.get("/stories").text


def test_search_marks_what_it_found_and_leads_to_the_brief(client: Client) -> None:
    answer = client.get("/search?q=cracks")
    assert "<b" in answer.text and "<mark>cracks</mark>" in answer.text
    assert f'href="/stories/{client.story}#q=cracks"' in answer.text
    assert client.get("/search.json?q=cracks").json()["more"] is False
    assert client.get("/search.json?q=%22%2A").json()["hits"] == []
    assert "No report holds" in client.get("/search?q=zebra").text


@pytest.mark.parametrize("path", ["/stories/none", "/stories/none.md", "/jobs/none", "/nothing", "/static/../x.py"])
def test_what_is_not_there_is_said_in_one_line(client: Client, path: str) -> None:
    for accept in ("text/html", "application/json"):
        answer = client.get(path, headers={"accept": accept})
        assert answer.status_code == 404 and "Traceback" not in answer.text
    assert "\n" not in answer.json()["error"]


def test_a_fault_of_ours_is_one_line_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from twosource import web

    monkeypatch.setattr(Desk, "stories", lambda self: 1 / 0)
    client = Client(web.app(desk), base_url="http://127.0.0.1", raise_server_exceptions=False)
    answer = client.get("/stories")
    assert answer.status_code == 500 and "ZeroDivisionError" in answer.text and "Traceback" not in answer.text
