"""A site is written whole or not at all, and never over anybody else's files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.present.stories import small_story
from twosource import present
from twosource.cli.folder import write_site
from twosource.errors import InputError

FILES = present.site(small_story(), version="1")


def held(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("before", ["nothing", "empty", "deep"])
def test_a_site_is_written_where_there_is_nothing(tmp_path: Path, before: str) -> None:
    target = tmp_path / "a" / "site" if before == "deep" else tmp_path / "site"
    if before == "empty":
        target.mkdir()
    write_site(target, FILES)
    assert held(target) == set(FILES)
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_an_earlier_site_is_replaced_with_nothing_of_it_left(tmp_path: Path) -> None:
    write_site(
        tmp_path / "site", {**FILES, "reports/99.html": "old"} | {"site.json": _manifest([*FILES, "reports/99.html"])}
    )
    write_site(tmp_path / "site", FILES)
    assert held(tmp_path / "site") == set(FILES)


def _manifest(names: list[str]) -> str:
    import json

    return json.dumps({"schema": "twosource/site/1", "files": names})


def test_a_folder_with_other_peoples_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"notes\.txt"):
        write_site(tmp_path, FILES)
    assert held(tmp_path) == {"notes.txt"}


def test_a_file_that_was_put_beside_an_earlier_site_is_not_lost(tmp_path: Path) -> None:
    write_site(tmp_path / "site", FILES)
    (tmp_path / "site" / "reports" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"reports/notes\.txt"):
        write_site(tmp_path / "site", FILES)
    assert (tmp_path / "site" / "reports" / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "manifest", ["", "[]", "7", '{"schema": "twosource/site/1"}', '{"schema": "other", "files": []}']
)
def test_what_only_looks_like_a_site_is_none(tmp_path: Path, manifest: str) -> None:
    (tmp_path / "site.json").write_text(manifest, encoding="utf-8")
    with pytest.raises(InputError, match=r"site\.json"):
        write_site(tmp_path, FILES)


def test_a_file_where_the_folder_should_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="is a file"):
        write_site(tmp_path / "site", FILES)


def test_a_run_that_fails_half_way_leaves_the_earlier_site_and_no_litter(tmp_path: Path) -> None:
    write_site(tmp_path / "site", FILES)

    class Failing(dict[str, str]):
        def items(self):  # type: ignore[no-untyped-def]
            yield "index.html", "new"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_site(tmp_path / "site", Failing())
    assert held(tmp_path / "site") == set(FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
