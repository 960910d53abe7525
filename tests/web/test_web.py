"""The desk in the browser shows what is there, changes only what a guarded form asks for, and survives the rest."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from twosource.desk import Desk
from twosource.errors import InputError
from twosource.settings import Settings
from twosource.store import open_store

pytest.importorskip("starlette")
pytest.importorskip("python_multipart")
from starlette.testclient import TestClient

from twosource import web


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    fake_pipeline(monkeypatch)
    with open_store(tmp_path / "desk.db") as store:
        yield Desk(store, Settings(max_bytes=100_000), embed=lambda texts: None)  # type: ignore[arg-type,return-value]


@pytest.fixture
def client(desk: Desk) -> TestClient:
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        desk.add_text(text.encode(), name=name)
    return TestClient(web.app(desk), base_url="http://127.0.0.1")


def csrf(client: TestClient, path: str = "/add") -> str:
    found = re.search(r'name="csrf" value="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def first_story(client: TestClient) -> str:
    return str(max(client.get("/stories.json").json(), key=lambda line: line["reports"])["id"])


def test_every_page_answers_and_forbids_everything_from_elsewhere(client: TestClient) -> None:
    story = first_story(client)
    for path in ("/", f"/story/{story}", "/judgements", "/search?q=bridge", "/add"):
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "<script" not in answer.text
    brief = client.get(f"/story/{story}/brief")
    assert brief.status_code == 200 and "default-src" in brief.text
    assert client.get(f"/story/{story}/story.json").json()["story"]["id"] == story
    assert client.get(f"/story/{story}/brief.md").status_code == 200
    assert client.get("/search.json?q=bridge").json()


def test_a_judgement_is_kept_shown_and_undone(client: TestClient) -> None:
    story = first_story(client)
    word = csrf(client)
    report = client.get(f"/story/{story}/story.json").json()["reports"][0]["id"]
    form = {"csrf": word, "kind": "outlet", "a": report, "value": "Tollen Echo", "reason": "masthead", "by": "ed"}
    assert client.post(f"/story/{story}/judge", data=form).status_code == 200
    outlets = {r["outlet"] for r in client.get(f"/story/{story}/story.json").json()["reports"]}
    assert "Tollen Echo" in outlets
    (line,) = client.get("/judgements.jsonl").text.splitlines()
    id_ = json.loads(line)["id"]
    assert client.post(f"/judgements/{id_}/undo", data={"csrf": word}).status_code == 200
    assert "Tollen Echo" not in {r["outlet"] for r in client.get(f"/story/{story}/story.json").json()["reports"]}
    assert client.post(f"/judgements/{id_}/undo", data={"csrf": word}).status_code == 400


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ({}, {}),
        ({"csrf": "0" * 64}, {}),
        ({"csrf": None}, {"origin": "http://evil.example"}),
        ({"csrf": None}, {"sec-fetch-site": "cross-site"}),
    ],
)
def test_a_form_from_elsewhere_changes_nothing(
    client: TestClient, form: dict[str, str | None], headers: dict[str, str]
) -> None:
    word = csrf(client)
    data = {k: v or word for k, v in form.items()} | {"kind": "note", "a": "x", "value": "y", "text": "something"}
    story = first_story(client)
    for path in (f"/story/{story}/judge", "/add", "/judgements/j-1/undo"):
        assert client.post(path, data=data, headers=headers).status_code == 403
    assert client.get("/judgements.jsonl").text == ""


def test_reports_come_in_by_upload_and_by_paste(client: TestClient) -> None:
    word = csrf(client)
    before = len(client.get("/stories.json").json())
    evil = "<script>alert(1)</script> The clock tower of Ummen stopped at noon, the verger said. " * 4
    upload = {"files": ("../../e<v>il.txt", evil.encode(), "text/plain")}
    assert client.post("/add", data={"csrf": word}, files=upload).status_code == 200
    pasted = {"csrf": word, "text": "A goat was elected mayor of Little Sorn, its owner said. " * 4, "name": "goat.txt"}
    assert client.post("/add", data=pasted).status_code == 200
    lines = client.get("/stories.json").json()
    assert len(lines) == before + 2
    for line in lines:
        assert "<script>alert" not in client.get(f"/story/{line['id']}").text
    assert client.post("/add", data={"csrf": word}).status_code == 400
    empty = client.post("/add", data={"csrf": word}, files={"files": ("e.txt", b"", "text/plain")})
    assert empty.status_code == 200 and "Refused" in empty.text


@pytest.mark.parametrize(
    "path", ["/story/none", "/story/none/brief", "/story/%00/brief", "/nothing", "/search.json?q="]
)
def test_what_is_not_there_is_said_in_one_line(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404 and "Traceback" not in answer.text


def test_odd_requests_are_survived(client: TestClient) -> None:
    word = csrf(client)
    story = first_story(client)
    odd = [
        client.post("/add", content=b"\xff" * 1000, headers={"content-type": "multipart/form-data; boundary=x"}),
        client.post("/add", content=b"not a form", headers={"content-type": "multipart/form-data"}),
        client.post("/add", content=b"x" * 2_000_000, headers={"content-type": "text/plain"}),
        client.post(f"/story/{story}/judge", data={"csrf": word, "kind": "dance", "a": "x"}),
        client.post(f"/story/{story}/judge", data={"csrf": word, "kind": "note", "a": "nothing", "value": "x"}),
        client.post(f"/story/{story}/judge", data={"csrf": word, "kind": "same source", "a": story}),
        client.request("PUT", "/"),
        client.get("/", headers={"host": "evil.example"}),
        client.get("/", headers={"host": "[::"}),
        client.get("/", headers={"content-length": "many"}),
    ]
    assert [answer.status_code // 100 for answer in odd] == [4] * len(odd)
    assert client.get("/", headers={"cookie": 'twosource=\x01;;;="; x'}).status_code == 200
    assert client.get("/").status_code == 200


def test_with_a_token_nobody_else_gets_in(desk: Desk) -> None:
    guarded = TestClient(web.app(desk, token="long enough word"), base_url="http://127.0.0.1", follow_redirects=False)
    assert guarded.get("/stories.json").status_code == 401
    assert guarded.get("/", headers={"accept": "text/html"}).status_code == 303
    assert guarded.get("/stories.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert guarded.get("/stories.json", headers={"authorization": "Bearer long enough word"}).status_code == 200
    word = csrf(guarded, "/enter")
    assert guarded.post("/enter", data={"csrf": word, "token": "wrong"}).status_code == 403
    assert guarded.post("/enter", data={"csrf": word, "token": "long enough word"}).status_code == 303
    assert guarded.get("/stories.json").status_code == 200


def test_nobody_is_served_from_outside_without_a_token(desk: Desk) -> None:
    with pytest.raises(InputError, match="--token"):
        web.run(desk, host="0.0.0.0", port=0, token=None, say=print)
