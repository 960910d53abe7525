"""The commands on a store, as a person or a script types them."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from tests.desk.fakes import FIRST, SECOND, THIRD, fake_pipeline
from tests.desk.test_history import JOINED
from tests.desk.test_sorted_in import keep
from twosource import reading
from twosource.cli import app, main
from twosource.errors import TwosourceError
from twosource.store import open_store

RUN = CliRunner()


@pytest.fixture(autouse=True)
def fakes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake_pipeline(monkeypatch)
    monkeypatch.setattr(reading, "embedder", lambda: None)
    monkeypatch.setenv("TWOSOURCE_STORE", str(tmp_path / "desk.db"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND), ("c.txt", THIRD)):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")


def run(*arguments: str) -> str:
    result = RUN.invoke(app, arguments, catch_exceptions=True)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.stdout


def big() -> str:
    return str(max(map(json.loads, run("list", "--json").splitlines()), key=lambda line: line["reports"])["id"])


def test_add_list_show_search_remove() -> None:
    assert run("add", "in").startswith("3 new")
    assert run("add", "in").startswith("0 new, 3 known before")
    assert sorted(json.loads(line)["reports"] for line in run("list", "--json").splitlines()) == [1, 2]
    document = json.loads(run("show", big(), "--json", "-"))
    assert document["story"]["id"] == big() and len(document["reports"]) == 2
    (hit,) = map(json.loads, run("search", "canteen", "--json").splitlines())
    assert "removed" in run("remove", hit["report"])
    assert "no report holds" in run("search", "canteen")


def test_judge_judgements_undo() -> None:
    run("add", "in")
    out = run("judge", big(), "outlet", "a.txt", "--value", "Echo", "--by", "ed", "--reason", "masthead")
    (id_,) = re.findall(r"undo (j-\w+)", out)
    assert "Echo" in run("judgements") and "holds" in run("judgements")
    Path("ours.jsonl").write_text(run("judgements", "--json"), encoding="utf-8")
    assert "Echo" in {r["outlet"] for r in json.loads(run("show", big(), "--json", "-"))["reports"]}
    assert "withdrawn" in run("undo", id_)
    assert "Echo" not in {r["outlet"] for r in json.loads(run("show", big(), "--json", "-"))["reports"]}
    assert run("judgements", "--import", "ours.jsonl").startswith("0 new of 1")


def test_stories_prints_a_line_a_story_and_keeps_nothing() -> None:
    lines = [json.loads(line) for line in run("stories", "in", "--json").splitlines()]
    assert sorted(sorted(line["reports"]) for line in lines) == [["a", "b"], ["c"]]
    assert not Path("desk.db").exists()


def test_export_writes_files_that_others_read() -> None:
    run("add", "in")
    run("export", big(), "--as", "csv", "--to", "tables")
    assert {p.name for p in Path("tables").iterdir()} >= {"claims.csv", "evidence.csv", "sources.csv"}
    run("export", big(), "--as", "ftm", "--to", "ftm")
    assert (Path("ftm") / "entities.ftm.json").read_text(encoding="utf-8")
    run("export", big(), "--as", "json", "--to", "document")
    assert json.loads((Path("document") / "story.json").read_text(encoding="utf-8"))["story"]["id"] == big()


def test_export_writes_a_site_and_writes_it_again() -> None:
    run("add", "in")
    for _ in range(2):
        run("export", big(), "--site", "pages")
        assert {p.name for p in (Path("pages") / "reports").iterdir()} == {"1.html", "2.html"}
        assert json.loads((Path("pages") / "story.json").read_text(encoding="utf-8"))["story"]["id"] == big()
    refused = RUN.invoke(app, ("export", big(), "--site", "in"))
    assert isinstance(refused.exception, TwosourceError) and "a.txt" in str(refused.exception)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("show", "story-1"),
        ("search", "x"),
        ("undo", "j-1"),
        ("add", "nowhere.txt"),
        ("list", "--store", "in/a.txt"),
        ("list", "--store", "mysql://x/y"),
        ("judgements", "--store", "none.db"),
        ("serve", "--host", "0.0.0.0", "--store", "s.db"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: tuple[str, ...]) -> None:
    result = RUN.invoke(app, arguments)
    assert isinstance(result.exception, TwosourceError)
    assert "\n" not in str(result.exception)


def test_what_is_not_in_the_store_is_said_in_one_line() -> None:
    run("add", "in")
    for arguments in (
        ("show", "story-none"),
        ("undo", "j-none"),
        ("remove", "nothing"),
        ("judge", big(), "dance", "a.txt"),
        ("judge", big(), "outlet", "nothing.txt", "--value", "x"),
        ("judge", big(), "outlet", "a.txt:9-5", "--value", "x"),
        ("judge", big(), "outlet", "a.txt:0-99999", "--value", "x"),
        ("judge", big(), "outlet", "a.txt"),
        ("export", big(), "--as", "papyrus", "--to", "x"),
        ("export", big(), "--as", "csv"),
        ("export", big()),
        ("judgements", "--import", "in/a.txt"),
    ):
        result = RUN.invoke(app, arguments)
        assert isinstance(result.exception, TwosourceError), arguments
        assert "\n" not in str(result.exception)
    assert "no judgements yet" in run("judgements")


def test_list_and_show_say_how_a_story_came_together() -> None:
    with open_store("desk.db") as store:
        for one in JOINED:
            keep(store, [one])
    assert "How it came together" in run("show", big())
    assert "join: story-" in run("list") and "when the report of 2.txt came" in run("list")
    (line,) = map(json.loads, run("list", "--json").splitlines())
    assert [shift["kind"] for shift in json.loads(run("show", big(), "--json", "-"))["history"]] == ["join"]
    assert line["history"] == json.loads(run("show", big(), "--json", "-"))["history"]


PAGE = """<html><head><title>Quay at Marn closed</title><link rel="canonical" href="https://echo.example/quay">
<meta property="og:site_name" content="Marn Echo"></head><body><article><h1>Quay at Marn closed</h1>
<p>The old quay at Marn was closed on Tuesday after cracks appeared in two pillars, the harbour master said. About 40
fishing boats had to be moved up the river, and nobody knows for how long.</p></article></body></html>"""


def test_a_new_version_of_a_page_is_kept_beside_the_old_one_and_shows_what_changed() -> None:
    Path("old.html").write_text(PAGE, encoding="utf-8")
    Path("new.html").write_text(PAGE.replace("two pillars", "five pillars"), encoding="utf-8")
    run("add", "old.html")
    assert run("add", "new.html").startswith("1 new")
    (line,) = map(json.loads, run("list", "--json").splitlines())
    assert line["reports"] == 2 and line["drift"] == 1
    document = json.loads(run("show", line["id"], "--json", "-"))
    names = {report["id"]: report["path"] for report in document["reports"]}
    (aside,) = document["set_aside"]
    assert names[aside["report"]] == "old.html" and "latest counts" in aside["reason"]
    (drift,) = document["drift"]
    assert (names[drift["a"]["report"]], names[drift["b"]["report"]]) == ("old.html", "new.html")
    assert "“two” became “five”" in drift["reason"]


def _newer() -> None:
    run("add", "in")
    raw = sqlite3.connect("desk.db")
    raw.execute("INSERT INTO migration VALUES (9999, 'from the future', 'then')")
    raw.commit()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()


def _cut() -> None:
    run("add", "in")
    Path("desk.db").write_bytes(Path("desk.db").read_bytes()[:9000])


def _letter() -> None:
    Path("desk.db").write_text("Dear desk, this is a letter and no store.", encoding="utf-8")


@pytest.mark.parametrize("make", [_newer, _cut, _letter])
@pytest.mark.parametrize(
    "arguments", [("add", "in"), ("list",), ("show", "x"), ("check", "Buses turn back"), ("undo", "j")]
)
def test_a_store_that_cannot_be_used_is_said_in_one_line_and_left_alone(
    make: Callable[[], None], arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    make()
    before = Path("desk.db").read_bytes()
    monkeypatch.setattr("sys.argv", ["twosource", *arguments])
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.err.startswith("twosource: desk.db") or "desk.db: " in said.err
    assert said.err.count("\n") == 1 and said.out == ""
    assert Path("desk.db").read_bytes() == before
