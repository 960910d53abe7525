"""Bad input: a Refusal or one clear line, within seconds, and the other reports still come out."""

import json
import os
import subprocess
import sys
import time

import pytest

from twosource import present

GOOD = (
    "Ferry grounded off Tarn\n\nThe ferry ran aground on Monday with 40 people aboard, the harbour office said.\n\n"
    "“Nobody was hurt,” said Dana Orvell, the harbour master. She told the Tarn Gazette the tide was low.\n"
)


def run(*arguments, stdin=b""):
    """The command as a user runs it: exit code, stdout, stderr."""
    done = subprocess.run(
        [sys.executable, "-m", "twosource", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def many_tags(n=100_000):
    return ("<div>" * n + "deep" + "</div>" * n).encode()


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 40,
    "wrong-encoding.txt": b"\xff\xfe\x00\xd8" + b"\x81\x8d\x8f\x90\x9d" * 50,
    "one-line.txt": b"word " * 4_200_000,
    "nested.html": many_tags(),
    "french.txt": ("Le ministre a déclaré lundi que la route serait fermée pendant trois semaines. " * 8).encode(),
}
ODD = {
    "no-breaks.txt": GOOD.replace("\n", " ").encode() * 20,
    "script.txt": (GOOD + "</script><script>alert('x')</script>" * 200).encode(),
    "marks.txt": (GOOD + "\u202e\u2067 abc \u202c " * 100).encode(),
    "quotes.txt": (GOOD + "“" * 5_000 + '"' * 5_000).encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_report_is_refused_and_the_others_come_out(tmp_path, name):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / name).write_bytes(BAD[name])
    started = time.monotonic()
    code, out, err = run("brief", tmp_path, "--json", "-")
    assert code == 0, err
    story = json.loads(out)
    assert [r["path"].rsplit("/", 1)[-1] for r in story["reports"]] == ["good.txt"]
    assert [r["path"].rsplit("/", 1)[-1] for r in story["refusals"]] == [name]
    assert story["refusals"][0]["reason"]
    assert "Traceback" not in err
    assert time.monotonic() - started < 30


@pytest.mark.parametrize("name", ODD)
def test_an_odd_report_is_read(tmp_path, name):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / name).write_bytes(ODD[name])
    started = time.monotonic()
    code, out, err = run("brief", tmp_path, "--json", "-", "--all")
    assert code == 0, err
    story = json.loads(out)
    assert sorted(r["path"].rsplit("/", 1)[-1] for r in story["reports"]) == sorted(["good.txt", name])
    assert time.monotonic() - started < 30


def test_script_in_a_report_stays_text_on_the_page(tmp_path):
    import twosource

    (tmp_path / "script.txt").write_bytes(ODD["script.txt"])
    page = present.page(twosource.brief(tmp_path), version="x")
    assert "<script>alert" not in page
    assert page.count("</script>") == page.count("<script")


def test_two_identical_files_are_one_report_with_two_paths(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    code, out, _ = run("brief", tmp_path, "--json", "-")
    reports = json.loads(out)["reports"]
    assert code == 0
    assert [len(r["paths"]) for r in reports] == [2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    closed = tmp_path / "closed.txt"
    closed.write_text(GOOD + "More.", encoding="utf-8")
    closed.chmod(0)
    code, out, _ = run("brief", tmp_path, "--json", "-")
    assert code == 0
    assert "permission" in json.loads(out)["refusals"][0]["reason"]


@pytest.mark.parametrize(
    "prepare",
    [
        pytest.param(lambda folder: folder / "nowhere.txt", id="a path that does not exist"),
        pytest.param(lambda folder: folder, id="a folder with nothing readable"),
    ],
)
def test_nothing_to_read_is_one_clear_line_and_exit_code_2(tmp_path, prepare):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    code, out, err = run("brief", prepare(tmp_path))
    assert (code, out) == (2, "")
    assert err.startswith("twosource: ")
    assert err.count("\n") == 1


def test_text_on_stdin_is_a_report():
    code, out, _ = run("statements", "-", "--json", stdin=GOOD.encode())
    assert code == 0
    assert json.loads(out)["statements"]


def test_a_page_that_cannot_be_written_is_one_clear_line(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    code, _, err = run("brief", tmp_path, "--out", tmp_path / "no" / "such" / "folder.html")
    assert code == 2
    assert err.count("\n") == 1
    assert "Traceback" not in err
