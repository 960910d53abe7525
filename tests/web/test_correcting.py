"""A decision made in a brief is kept, obeyed, said with what it changed, and undone."""

from __future__ import annotations

import json
import re

import pytest

from tests.web.conftest import Client, csrf_in
from twosource.model import Claim, Evidence
from twosource.web.difference import claim_changes


def first_report(client: Client) -> str:
    return str(client.get(f"/stories/{client.story}.json").json()["reports"][0]["id"])


def outlets(client: Client) -> set[str | None]:
    return {report["outlet"] for report in client.get(f"/stories/{client.story}.json").json()["reports"]}


def test_a_judgement_is_kept_shown_and_undone(client: Client) -> None:
    story = client.story
    body = {"kind": "outlet", "a": first_report(client), "value": "Tollen Echo", "reason": "masthead", "by": "Ann"}
    kept = client.tell(f"/stories/{story}/judgements", body)
    assert kept.status_code == 201 and "Tollen Echo" in outlets(client)
    (line,) = client.get("/judgements.jsonl").text.splitlines()
    id_ = json.loads(line)["id"]
    assert kept.json()["judgement"]["id"] == id_
    (entry,) = client.get(f"/stories/{story}/judgements.json").json()["decisions"]
    assert (entry["by"], entry["reason"], entry["holds"], entry["a"]["whole"]) == ("Ann", "masthead", True, True)
    page = client.get(f"/stories/{story}/judgements").text
    assert "Ann" in page and "masthead" in page and "was published by" in page
    undone = client.tell(f"/judgements/{id_}/undo", {"story": story})
    assert undone.status_code == 200 and undone.json()["withdrawn"] is True
    assert "Tollen Echo" not in outlets(client)
    assert client.tell(f"/judgements/{id_}/undo", {}).status_code == 400
    assert client.get("/judgements.json").json()["holding"] == 0
    assert "withdrawn" in client.get("/judgements").text


def test_what_changed_is_told_figure_by_figure(client: Client) -> None:
    reports = [report["id"] for report in client.get(f"/stories/{client.story}.json").json()["reports"]]
    body = {"kind": "not same story", "a": reports[0], "b": reports[1], "by": "Ann"}
    outcome = client.tell(f"/stories/{client.story}/judgements", body).json()
    figures = {f["name"]: (f["before"], f["after"]) for s in outcome["stories"] for f in s["figures"]}
    assert figures["reports"] == (2, 1)
    assert any(story["new"] for story in outcome["stories"])
    assert any(claim["after"] is None and "gone" in claim["says"][0] for claim in outcome["claims"])
    back = client.tell(f"/judgements/{outcome['judgement']['id']}/undo", {}).json()
    assert any(story["gone"] for story in back["stories"])


def test_a_report_is_put_into_another_story_by_that_storys_name(client: Client) -> None:
    lines = client.get("/stories.json").json()["stories"]
    other = next(line["id"] for line in lines if line["id"] != client.story)
    body = {"kind": "same story", "a": first_report(client), "b": other, "by": "Ann"}
    assert client.tell(f"/stories/{client.story}/judgements", body).status_code == 201
    assert len(client.get("/stories.json").json()["stories"]) == 1
    (shift,) = client.get(f"/stories/{client.story}/judgements.json").json()["history"]
    assert shift["reports"] and shift["reason"]
    assert "Joined and parted" in client.get(f"/stories/{client.story}/judgements").text


def test_without_scripts_a_form_decides_and_undoes(client: Client) -> None:
    client.tell(
        f"/stories/{client.story}/judgements", {"kind": "note", "a": first_report(client), "value": "see page 2"}
    )
    page = client.get(f"/stories/{client.story}/judgements").text
    id_ = client.get("/judgements.json").json()["decisions"][0]["id"]
    answer = client.post(f"/judgements/{id_}/undo", data={"csrf": csrf_in(page), "story": client.story})
    assert answer.status_code == 200 and "Withdrawn" in answer.text
    form = {"csrf": csrf_in(page), "kind": "note", "a": first_report(client), "value": "again"}
    kept = client.post(f"/stories/{client.story}/judgements", data=form)
    assert kept.status_code == 201 and "Undo" in kept.text


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "dance", "a": "x"},
        {"kind": "note", "a": "nothing", "value": "x"},
        {"kind": "same source", "a": "a.txt"},
        {"kind": "published", "a": "a.txt", "value": "soon"},
        {"kind": "note", "a": "a.txt:5-3", "value": "x"},
        {"kind": "note", "a": "a.txt", "value": "x", "surprise": 1},
        {"kind": "note", "a": ["a.txt"], "value": "x"},
        {"kind": "note", "a": "a" * 5000, "value": "x"},
        {"kind": "outlet", "a": "a.txt", "value": " \0 "},
    ],
)
def test_a_decision_that_says_nothing_is_refused_in_one_line(client: Client, body: dict[str, object]) -> None:
    answer = client.tell(f"/stories/{client.story}/judgements", body)
    assert answer.status_code == 400 and answer.json()["error"]
    assert client.get("/judgements.jsonl").text == ""


def test_who_decides_must_be_said_where_several_can(serve: object) -> None:
    client = serve(token="a long enough word")  # type: ignore[operator]
    client.headers["authorization"] = "Bearer a long enough word"
    body = {"kind": "note", "a": "a.txt", "value": "x"}
    assert client.tell(f"/stories/{client.story}/judgements", body).status_code == 400
    assert client.tell(f"/stories/{client.story}/judgements", body | {"by": "Ann"}).status_code == 201


def test_every_handle_is_an_anchor_of_the_brief_and_a_place_of_the_desk(client: Client) -> None:
    story = client.story
    handles = client.get(f"/stories/{story}/handles.json").json()
    page = client.get(f"/stories/{story}").text
    for n, claim in enumerate(handles["claims"], 1):
        assert anchored(page, f"c{n}")
        for m, passage in enumerate(claim["passages"], 1):
            assert f"#e{n}-{m}" in page
            kept = client.tell(f"/stories/{story}/judgements", {"kind": "note", "a": passage["at"], "value": "seen"})
            assert kept.status_code == 201
        assert sum(passage["own"] for passage in claim["passages"]) == 1
    assert all(anchored(page, f"r{n}") for n in range(1, len(handles["reports"]) + 1))


def anchored(page: str, anchor: str) -> bool:
    return re.search(rf'id="?{anchor}\b', page) is not None


def evidence(*starts: int) -> tuple[Evidence, ...]:
    return tuple(Evidence(report="r", start=start, end=start + 5) for start in starts)


def test_claims_are_followed_by_their_passages() -> None:
    before = [
        Claim(id="a", text="A", evidence=evidence(0, 10, 20), independent_origins=2, independent_origins_range=(2, 3)),
        Claim(id="b", text="B", evidence=evidence(30)),
        Claim(id="c", text="C", evidence=evidence(40)),
    ]
    after = [
        Claim(id="x", text="C", evidence=evidence(40)),
        Claim(id="y", text="A", evidence=evidence(0, 10), independent_origins=1, independent_origins_range=(1, 1)),
        Claim(id="z", text="D", evidence=evidence(20)),
    ]
    changes = {change.text: (change.before, change.after, change.says) for change in claim_changes(before, after)}
    assert changes == {
        "A": (1, 2, ("independent origins 2 (2–3) → 1", "passages 3 → 2")),
        "B": (2, None, ("gone: its passages stand in other claims, or in none",)),
        "D": (None, 3, ("new",)),
    }
    assert claim_changes(before, before) == []
