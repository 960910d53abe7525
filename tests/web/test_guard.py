"""Nobody acts from another site, under another name or without the token; odd requests are survived."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest

from tests.web.conftest import Client, csrf_in
from twosource import web
from twosource.desk import Desk
from twosource.errors import InputError

TOKEN = "a long enough word"


@pytest.mark.parametrize("path", ["/stories/{story}/judgements", "/reports", "/judgements/j-1/undo", "/enter"])
@pytest.mark.parametrize("how", ["json", "data", "files"])
def test_every_post_needs_the_word_of_its_session(client: Client, path: str, how: str) -> None:
    body = {"kind": "note", "a": "a.txt", "value": "y", "text": "something"}
    sent = {"files": {"files": ("a.txt", b"text")}} if how == "files" else {how: body}
    refused = {403} if path == "/reports" or how != "files" else {400, 403}  # only /reports takes files at all
    path = path.format(story=client.story)
    for headers in ({}, {"x-csrf-token": "0" * 64}):
        assert client.post(path, headers=headers, **sent).status_code in refused  # type: ignore[arg-type]
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        mine = {"x-csrf-token": client.word, **headers}
        assert client.post(path, headers=mine, **sent).status_code == 403  # type: ignore[arg-type]
    assert client.get("/judgements.jsonl").text == "" and client.get("/jobs.json").json()["jobs"] == []


def test_another_sessions_word_does_not_help(client: Client, serve: Callable[..., Client]) -> None:
    stolen = serve().word
    answer = client.post("/reports", json={"reports": [{"text": "x"}]}, headers={"x-csrf-token": stolen})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "[::", "", "localhost@evil.example"])
def test_it_answers_to_its_own_names_only(client: Client, host: str) -> None:
    assert client.get("/stories", headers={"host": host}).status_code == 421
    assert client.get("/stories", headers={"host": "localhost:8722"}).status_code == 200


def test_odd_requests_are_survived(client: Client) -> None:
    word, story = {"x-csrf-token": client.word}, client.story
    kind = "content-type"
    odd = [
        client.post("/reports", content=b"\xff" * 1000, headers={kind: "multipart/form-data; boundary=x", **word}),
        client.post("/reports", content=b"not a form", headers={kind: "multipart/form-data", **word}),
        client.post("/reports", content=b"x" * 2_000_000, headers={kind: "text/plain"}),
        client.post("/reports", content=b"x" * 2_000_000, headers={kind: "application/json", **word}),
        client.post("/reports", content=b"[" * 100_000, headers={kind: "application/json", **word}),
        client.post("/reports", content=b'{"a":"\xff"}', headers={kind: "application/json", **word}),
        client.post("/reports", content=b"{}", headers={kind: "application/xml", **word}),
        client.request("PUT", "/stories"),
        client.request("DELETE", f"/stories/{story}"),
        client.post("/stories", headers=word),
        client.get("/stories", headers={"content-length": "many"}),
        client.get("/stories/%00"),
        client.get("/search?q=%00"),
        client.get("/stories/" + "x" * 5000),
        client.get("/stories/%ed%a0%80"),
        client.get(f"/stories/{story}/reports/99999999999999999999.json"),
    ]
    assert [answer.status_code // 100 for answer in odd] == [4] * len(odd)
    assert client.get("/stories", headers={"cookie": 'twosource=\x01;;;="; x'}).status_code == 200
    assert client.get("/search?q=" + "%ff%fe" * 50).status_code == 200


def test_more_than_the_bound_is_cut_off_though_it_was_not_announced(client: Client) -> None:
    def endless() -> object:
        yield b'{"reports": [{"text": "'
        for _ in range(30):
            yield b"x" * 100_000

    answer = client.post(
        "/reports", content=endless(), headers={"content-type": "application/json", "x-csrf-token": client.word}
    )  # type: ignore[arg-type]
    assert answer.status_code == 413


def test_with_a_token_nobody_else_gets_in(serve: Callable[..., Client]) -> None:
    client = serve(token=TOKEN)
    for path in ("/stories.json", "/openapi.json", "/session.json", "/static/desk.css", "/judgements.jsonl"):
        expected = 200 if path in {"/openapi.json", "/static/desk.css"} else 401
        assert client.get(path).status_code == expected, path
    assert client.get("/stories", headers={"accept": "text/html"}).headers["location"] == "/enter"
    assert client.get("/stories.json", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get("/stories.json", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    word = csrf_in(client.get("/enter").text)
    assert client.post("/enter", data={"csrf": word, "token": "wrong"}).status_code == 403
    entered = client.post("/enter", data={"csrf": word, "token": TOKEN})
    assert entered.status_code == 303 and "HttpOnly" in entered.headers["set-cookie"]
    assert client.get("/stories.json").status_code == 200


def test_a_program_with_the_token_needs_no_session(serve: Callable[..., Client]) -> None:
    client = serve(token=TOKEN)
    body = {"reports": [{"text": "A goat was elected mayor of Little Sorn, its owner said. " * 4}]}
    assert client.post("/reports", json=body, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 202
    assert client.post("/reports", json=body).status_code == 401


@pytest.mark.parametrize(("token", "says"), [(None, "--token"), ("short", "12 characters")])
def test_nobody_is_served_from_outside_without_a_token(desk: Desk, token: str | None, says: str) -> None:
    with pytest.raises(InputError, match=says):
        web.run(desk, host="0.0.0.0", port=0, token=token, say=print)


def test_a_port_that_is_taken_is_said_in_one_line(desk: Desk) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(InputError, match="--port"):
        web.run(desk, host="127.0.0.1", port=taken.getsockname()[1], token=None, say=print)
