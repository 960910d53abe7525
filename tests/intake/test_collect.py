"""Which files a run takes in, and what the desk knows of them."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from twosource import intake
from twosource.errors import InputError
from twosource.settings import Settings

SET = Settings()


def story(number: int = 1) -> str:
    return (
        f"Ferry {number} grounded off Tarn\n\nThe ferry number {number} ran aground on Monday, the harbour office "
        "said. Nobody on board was hurt, and the ship was afloat again by noon.\n\nThe owner declined to comment.\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b" / "c").mkdir(parents=True)
    for number, name in enumerate(("two.txt", "one.txt", "b/three.txt", "b/c/four.txt"), 1):
        (tmp_path / name).write_text(story(number), encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / ".hidden.txt").write_text(story(9), encoding="utf-8")
    return tmp_path


def names(taken: intake.Intake, root: Path) -> list[str]:
    return [Path(report.path or "").relative_to(root).as_posix() for report in taken.reports]


def test_a_folder_is_taken_with_its_subfolders_and_other_kinds_are_counted(folder: Path) -> None:
    taken = intake.collect([folder], settings=SET)
    assert names(taken, folder) == ["b/c/four.txt", "b/three.txt", "one.txt", "two.txt"]
    assert taken.passed_over == 2
    assert taken.refusals == ()


def test_globs_are_taken(folder: Path) -> None:
    assert names(intake.collect([f"{folder}/*.txt"], settings=SET), folder) == ["one.txt", "two.txt"]
    assert len(intake.collect([f"{folder}/**/*.txt"], settings=SET).reports) == 4


def test_a_file_named_twice_is_one_report_with_one_path(folder: Path) -> None:
    taken = intake.collect([folder / "one.txt", folder, folder / "one.txt"], settings=SET)
    assert len(taken.reports) == 4
    assert all(len(report.paths) == 1 for report in taken.reports)


def test_identical_files_are_one_report_with_all_paths(folder: Path) -> None:
    (folder / "copy.txt").write_bytes((folder / "one.txt").read_bytes())
    taken = intake.collect([folder], settings=SET)
    assert len(taken.reports) == 4
    (same,) = [report for report in taken.reports if len(report.paths) == 2]
    assert same.paths == (str(folder / "copy.txt"), str(folder / "one.txt"))


def test_the_order_of_the_inputs_changes_nothing(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02")
    paths = [folder / "two.txt", folder / "one.txt", folder / "b", folder / "bad.txt"]
    results = [intake.collect(order, settings=SET) for order in itertools.permutations(paths)]
    assert all(result == results[0] for result in results)


def test_standard_input_is_a_report() -> None:
    taken = intake.collect(["-"], settings=SET, stdin=story().encode())
    assert taken.reports[0].path == "-"


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt", "a\0b", "x" * 5_000])
def test_a_path_that_does_not_exist_is_one_clear_line(path: str) -> None:
    with pytest.raises(InputError) as caught:
        intake.collect([path], settings=SET)
    assert "\n" not in str(caught.value)


def test_a_folder_with_nothing_readable_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(InputError, match="nothing there to read"):
        intake.collect([tmp_path], settings=SET)
    with pytest.raises(InputError, match="no paths"):
        intake.collect([], settings=SET)


def test_a_bad_file_is_refused_and_the_others_come_out(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\x00\x01\x02" * 30)
    taken = intake.collect([folder], settings=SET)
    assert len(taken.reports) == 4
    assert [Path(r.path or "").name for r in taken.refusals] == ["bad.txt"]


def test_the_desks_table_goes_before_the_page(folder: Path) -> None:
    (folder / "reports.csv").write_text(
        "path,outlet,url,published,title,byline\n"
        "one.txt,AP,https://apnews.com/article/x,3 May 2023,,Ana Bell\n"
        "b/three.txt,Tarn Gazette,,,,\n"
        "two.txt,,https://www.tarnecho.example/2023/05/02/ferry,,,\n"
        "lost.txt,Tarn Echo,,,,\n",
        encoding="utf-8-sig",
    )
    taken = intake.collect([folder], settings=SET)
    known = {Path(r.path or "").name: r for r in taken.reports}
    assert (known["one.txt"].outlet, known["one.txt"].published, known["one.txt"].byline) == (
        "Associated Press",
        "2023-05-03",
        "Ana Bell",
    )
    assert known["three.txt"].outlet == "Tarn Gazette"
    assert (known["two.txt"].outlet, known["two.txt"].published) == ("tarnecho.example", "2023-05-02")
    assert known["four.txt"].outlet is None
    (refusal,) = taken.refusals
    assert (Path(refusal.path or "").name, refusal.reason) == ("lost.txt", "named in reports.csv but not there")


@pytest.mark.parametrize(
    "table", [b"", b"name,who\nx,y\n", b"\xff\xfe\x00", b'path,outlet\n"one.txt', b"path\n" + b"x" * 200_000]
)
def test_a_bad_table_never_stops_a_run(folder: Path, table: bytes) -> None:
    (folder / "reports.csv").write_bytes(table)
    assert len(intake.collect([folder], settings=SET).reports) == 4


def test_a_table_cannot_smuggle_in_an_address_that_runs(folder: Path) -> None:
    (folder / "reports.csv").write_text("path,url\none.txt,javascript:alert(1)\n", encoding="utf-8")
    assert all(report.url is None for report in intake.collect([folder], settings=SET).reports)


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "b" / "loop").symlink_to(folder, target_is_directory=True)
    assert len(intake.collect([folder], settings=SET).reports) == 4
