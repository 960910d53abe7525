"""Bytes in, Report or Refusal out: never a traceback, never a wait."""

from __future__ import annotations

import json
import os
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource import intake
from twosource.model import Refusal, Report
from twosource.settings import Settings

SET = Settings()
STORY = (
    "Ferry grounded off Tarn\n\n"
    "The ferry Selkie ran aground on Monday with 40 people aboard, the harbour office said.\n\n"
    "“Nobody was hurt,” said Dana Orvell, the harbour master. She told reporters that the tide had been low.\n\n"
    "The owner of the ferry, Tarn Lines, declined to comment on the accident, which was the third this year.\n"
)


def read(data: bytes, kind: str = "text") -> Report | Refusal:
    return intake.read_bytes(data, kind=kind, settings=SET, path="x.txt")  # type: ignore[arg-type]


def test_text_is_kept_exactly_as_stored() -> None:
    stored = STORY.replace("\n", "\r\n").replace("Monday with", "Monday\xa0with")
    report = read(stored.encode())
    assert isinstance(report, Report)
    assert report.text == stored
    assert not report.carried


def test_a_byte_order_mark_counts_as_the_code_point_it_is() -> None:
    report = read(b"\xef\xbb\xbf" + STORY.encode())
    assert isinstance(report, Report)
    assert report.text == "\ufeff" + STORY
    assert report.title == "Ferry grounded off Tarn"
    assert report.headline is not None
    assert report.text[report.headline.start : report.headline.end] == "Ferry grounded off Tarn"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"])
def test_common_encodings_are_read(encoding: str) -> None:
    report = read(STORY.encode(encoding))
    assert isinstance(report, Report), report
    assert report.text.removeprefix("\ufeff") == STORY


def test_the_id_is_the_beginning_of_the_digest_of_the_bytes() -> None:
    report = read(STORY.encode())
    assert isinstance(report, Report)
    assert report.id == report.sha256[:12]
    assert len(report.sha256) == 64


REFUSED = {
    "empty": (b"", "empty"),
    "white space": (b" \r\n\t \n", "empty"),
    "only a byte-order mark": (b"\xef\xbb\xbf", "empty"),
    "binary": (bytes(range(256)) * 50, "binary"),
    "control characters": (b"\x01\x02\x03 abc" * 200, "binary"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + b"x" * 900, "PDF"),
    "a zip archive": (b"PK\x03\x04" + b"\x14\x00\x06" * 50, "zip"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
    "half a UTF-16 file": (b"\xff\xfe\x00\xd8" + b"\x81\x8d\x8f" * 50, "damaged UTF-16"),
    "numbers only": (b"1 2 3\n4 5 6\n" * 50, "no sentence"),
    "another language": (
        (
            "Der Minister erklärte am Montag, die Brücke werde drei Wochen lang gesperrt bleiben. "
            "Die Anwohner müssen einen Umweg fahren, sagte eine Sprecherin der Stadt. " * 4
        ).encode(),
        "another language (de)",
    ),
    "too many bytes": (b"word " * 2_000_000, "too large"),
    "too many characters": (b"word " * 500_000, "too long"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_report_is_refused_with_its_reason_within_seconds(name: str) -> None:
    data, reason = REFUSED[name]
    started = time.monotonic()
    refusal = read(data)
    assert isinstance(refusal, Refusal)
    assert reason in refusal.reason
    assert "\n" not in refusal.reason
    assert time.monotonic() - started < 5


ODD = {
    "one long line": b"The ferry ran aground on Monday, the office said. " * 30_000,
    "right-to-left marks": ("\u202e\u200f" + STORY + "\u2067\u202c " * 3_000).encode(),
    "no paragraph breaks": (STORY.replace("\n", " ") * 20).encode(),
    "10,000 quotation marks": (STORY + "“" * 5_000 + '"' * 5_000).encode(),
    "script end tags": (STORY + "</script><!--" * 3_000).encode(),
    "100,000 short lines": (STORY + "a b\n" * 100_000).encode(),
    "the same line 20,000 times": (
        STORY + "The harbour office of Tarn said that the ferry was safe now.\n" * 20_000
    ).encode(),
    "100,000 stops": (STORY + "." * 100_000).encode(),
    "dashes and dots": (STORY + "- . | / : " * 20_000).encode(),
    "long words": (STORY + "Aa" * 200_000).encode(),
    "capital letters": (STORY + "A" * 300_000).encode(),
    "tags run together": (STORY + "aB" * 100_000).encode(),
    "names": (STORY + "By Ana Bell, " * 20_000).encode(),
    "brackets": (STORY + "(" * 100_000).encode(),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_is_read_within_seconds(name: str) -> None:
    started = time.process_time()
    report = read(ODD[name])
    assert isinstance(report, Report), report
    assert time.process_time() - started < 6


HOSTILE_PAGES = {
    "deep tags": b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000,
    "deep tags left open": b"<b>" * 100_000 + STORY.encode(),
    "a million tags": b"<p>a</p>" * 900_000,
    "a table of 60,000 cells": b"<table>" + b"<tr><td>a</td><td>b</td></tr>" * 20_000 + b"</table>",
    "paragraphs at the deepest": (b"<div>" * 249 + b"<p>The ferry ran aground on Monday.</p>" + b"</div>" * 249) * 280,
    "100,000 links": b"<a href='x'>go</a>" * 70_000,
    "open angle brackets": b"<" * 1_000_000,
    "one long attribute": b'<p class="' + b"x" * 3_000_000 + b'">a</p>',
    "comments": b"<!-- " * 300_000,
    "entities": b"&amp;" * 500_000,
    "json-ld that nests": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script><p>short</p>",
    "not closed": b"<html><head><title>A",
    "scripts": b"<script>" + b"var a = '<p>';" * 100_000,
    "nothing": b"<html></html>",
}


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_a_hostile_page_is_refused_or_read_within_seconds(name: str) -> None:
    started = time.monotonic()
    result = read(HOSTILE_PAGES[name], "html")
    assert isinstance(result, Refusal | Report)
    assert time.monotonic() - started < 10


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_a_report_or_a_refusal(data: bytes) -> None:
    for kind in ("text", "html"):
        result = read(data, kind)
        assert isinstance(result, Report | Refusal)
        assert result == read(data, kind)


PIECES = [
    "a",
    "B",
    " ",
    ".",
    "\n",
    "\r\n",
    "\t",
    "“",
    "”",
    '"',
    "'",
    "—",
    ":",
    "|",
    "/",
    "(",
    ")",
    "Share\n",
    "By Ana Bell\n",
    "Read more: ",
    "\ufeff",
    "\u200f",
    "©",
    "3 May 2023\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=120).map("".join))
@settings(max_examples=150, deadline=None)
def test_every_place_of_a_report_is_inside_its_text(text: str) -> None:
    report = read(("The ferry ran aground.\n\n" + text).encode())
    if isinstance(report, Report):
        spans = [*report.furniture, *([report.headline] if report.headline else [])]
        assert all(0 <= s.start < s.end <= len(report.text) for s in spans)
        assert list(report.furniture) == sorted(report.furniture)
        assert all(a.end <= b.start for a, b in pairwise(report.furniture))


def test_a_folder_as_a_file_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert isinstance(intake.read_file(tmp_path, settings=SET), Refusal)
    assert isinstance(intake.read_file(tmp_path / "no.txt", settings=SET), Refusal)
    (tmp_path / "a.docx").write_bytes(STORY.encode())
    refusal = intake.read_file(tmp_path / "a.docx", settings=SET)
    assert isinstance(refusal, Refusal)
    assert ".txt" in refusal.reason


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    path = tmp_path / "closed.txt"
    path.write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)  # root may open anything, so the mode alone would test nothing
    refusal = intake.read_file(path, settings=SET)
    assert isinstance(refusal, Refusal)
    assert "no permission" in refusal.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    refusal = intake.read_file(tmp_path / "pipe.txt", settings=SET)
    assert refusal == Refusal(reason="not a regular file", path=str(tmp_path / "pipe.txt"))


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(20_000_000_000)
    started = time.monotonic()
    assert isinstance(intake.read_file(path, settings=SET), Refusal)
    assert time.monotonic() - started < 1


def test_records_are_reports_and_a_bad_line_names_its_number(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    good = {
        "id": "a",
        "url": "https://www.reuters.com/world/x-2023-05-02/",
        "title": "Ferry grounded off Tarn",
        "text": STORY,
    }
    lines = [
        json.dumps(good),
        "{",
        "[1, 2]",
        json.dumps({"title": "no text"}),
        "",
        json.dumps({"text": "  "}),
        "[" * 100_000,
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    taken = intake.collect([path], settings=SET)
    (report,) = taken.reports
    assert (report.outlet, report.published, report.carried) == ("Reuters", "2023-05-02", True)
    assert report.text == STORY
    assert sorted(int(r.reason.split()[1].rstrip(":")) for r in taken.refusals) == [2, 3, 4, 6, 7]


def test_a_record_has_one_id_whatever_the_order_of_its_fields(tmp_path: Path) -> None:
    a, b = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    a.write_text(json.dumps({"text": STORY, "outlet": "Tarn Gazette"}), encoding="utf-8")
    b.write_text(
        json.dumps({"outlet": "Tarn Gazette", "text": STORY}, indent=None, separators=(",", ":")), encoding="utf-8"
    )
    (report,) = intake.collect([a, b], settings=SET).reports
    assert len(report.paths) == 2
