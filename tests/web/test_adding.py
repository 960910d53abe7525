"""Reports come in by upload, paste and path; one bad report never stops the others, and every refusal is counted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Client
from twosource.desk import Added, Desk

GOAT = "A goat was elected mayor of Little Sorn, its owner said.\n" * 4


def sent(client: Client, files: list[tuple[str, bytes]], **fields: str) -> dict[str, object]:
    answer = client.post(
        "/reports",
        files=[("files", (name, data)) for name, data in files],
        data=fields,
        headers={"x-csrf-token": client.word, "accept": "application/json"},
    )
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/jobs/{answer.json()['id']}"
    return client.ended(answer.json()["id"])


def paths(client: Client) -> set[str]:
    ids = [line["id"] for line in client.get("/stories.json").json()["stories"]]
    return {report["path"] for id_ in ids for report in client.get(f"/stories/{id_}.json").json()["reports"]}


def test_files_and_folders_are_added_under_their_senders_names(client: Client) -> None:
    job = sent(client, [("batch/goat.txt", GOAT.encode()), ("batch/reports.csv", b"path,outlet\ngoat.txt,Sorn Bell\n")])
    assert (job["state"], job["new"], job["known"], job["error"]) == ("done", 1, 0, None)
    assert "batch/goat.txt" in paths(client)
    (story,) = job["stories"]  # type: ignore[misc]
    (report,) = client.get(f"/stories/{story['id']}.json").json()["reports"]
    assert report["outlet"] == "Sorn Bell"


def test_one_bad_report_never_stops_the_others(client: Client) -> None:
    files = [("good.txt", GOAT.encode()), ("empty.txt", b""), ("big.txt", b"x " * 60_000), ("picture.png", b"\x89PNG")]
    job = sent(client, files)
    assert job["state"] == "done" and job["new"] == 1 and job["passed_over"] == 1
    assert {refusal["path"]: refusal["reason"].split(":")[0] for refusal in job["refusals"]} == {  # type: ignore[attr-defined]
        "empty.txt": "empty",
        "big.txt": "too large",
    }
    page = client.get(f"/jobs/{job['id']}").text
    assert "Refused" in page and "empty.txt" in page and "1 new report, 2 refused, 1 file of other kinds" in page


@pytest.mark.parametrize(
    "name",
    [
        "../../e<v>il.txt",
        "..\\..\\evil.txt",
        "/etc/evil.txt",
        "a/../../../evil.txt",
        "..",
        "\u202etxt.evil.txt",
        "x" * 900 + ".txt",
        ".hidden.txt",
    ],
)
def test_no_name_leads_out_of_the_folder(
    client: Client, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = {file for file in tmp_path.rglob("*") if "desk.db" not in file.name}
    job = sent(client, [(name, GOAT.encode()), ("b.txt", b"Bees were seen in Sorn, the beekeeper said. " * 5)])
    assert job["state"] == "done" and job["new"] >= 1  # type: ignore[operator]
    assert {file for file in tmp_path.rglob("*") if "desk.db" not in file.name} == before


def test_a_pasted_text_brings_what_is_known_of_it(client: Client) -> None:
    report = {"text": GOAT, "outlet": "Sorn Bell", "published": "2024-05-31", "url": "https://sorn.example/goat"}
    answer = client.tell("/reports", {"reports": [report, {"text": "<p>" + GOAT * 3 + "</p>", "name": "goat.html"}]})
    job = client.ended(answer.json()["id"])
    assert job["new"] == 2 and job["about"] == "pasted.txt and 1 more"
    found = [r for s in job["stories"] for r in client.get(f"/stories/{s['id']}.json").json()["reports"]]
    (pasted,) = [r for r in found if r["path"] == "pasted.txt"]
    assert (pasted["outlet"], pasted["published"], pasted["url"]) == ("Sorn Bell", "2024-05-31", report["url"])


def test_a_form_without_scripts_leads_to_the_adds_page(client: Client) -> None:
    form = {"csrf": client.word, "text": GOAT, "outlet": "Sorn Bell"}
    answer = client.post("/reports", data=form, headers={"accept": "text/html"}, follow_redirects=False)
    assert answer.status_code == 303
    client.ended(answer.headers["location"].rpartition("/")[2])
    assert "1 new report" in client.get(answer.headers["location"]).text
    assert "pasted.txt" in client.get("/jobs").text and "pasted.txt" in client.get("/add").text


def test_paths_are_for_the_one_user_of_this_machine(
    client: Client, serve: Callable[..., Client], tmp_path: Path
) -> None:
    (tmp_path / "goat.txt").write_text(GOAT)
    job = client.ended(client.tell("/reports", {"paths": [str(tmp_path / "*.txt")]}).json()["id"])
    assert job["state"] == "done" and job["new"] == 1
    gone = client.ended(client.tell("/reports", {"paths": ["/no/such"]}).json()["id"])
    assert gone["state"] == "failed" and "no such file" in gone["error"]
    others = serve(token="a long enough word")
    others.headers["authorization"] = "Bearer a long enough word"
    assert others.tell("/reports", {"paths": ["/etc"]}).status_code == 403
    assert "A path" not in others.get("/add").text


def test_nothing_sent_is_said(client: Client) -> None:
    assert client.tell("/reports", {}).status_code == 400
    assert client.tell("/reports", {"reports": [{"text": ""}]}).status_code == 400
    assert client.tell("/reports", {"reports": "x"}).status_code == 400
    assert client.post("/reports", data={"csrf": client.word}).status_code == 400


def test_an_add_that_fails_says_so_and_the_next_goes_on(
    client: Client, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> Added:
        raise ZeroDivisionError("on purpose")

    with monkeypatch.context() as patched:
        patched.setattr(Desk, "add_folder", fail)
        job = client.ended(client.tell("/reports", {"reports": [{"text": GOAT}]}).json()["id"])
    assert job["state"] == "failed" and "ZeroDivisionError" in job["error"]
    again = client.ended(client.tell("/reports", {"reports": [{"text": GOAT}]}).json()["id"])
    assert again["state"] == "done"
    states = [j["state"] for j in client.get("/jobs.json").json()["jobs"]]
    assert states == ["done", "failed"]
