"""What the docs say is what the program does."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from twosource.cli import app

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def _blocks(language):
    return [
        pytest.param(page, code, id=f"{page.name}:{code.splitlines()[0][:40]}")
        for page in PAGES
        for code in re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.S)
    ]


@pytest.mark.parametrize(("page", "code"), _blocks("python"))
def test_every_python_example_runs(page, code, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(code, str(page), "exec"), {})


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_to_a_file_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_command_is_in_the_reference_and_has_an_example():
    reference = (ROOT / "docs/commands.md").read_text(encoding="utf-8")
    for command in app.registered_commands:
        assert f"## twosource {command.name}\n" in reference, command.name
        assert "xample" in (command.epilog or ""), command.name


def test_the_reference_is_what_help_prints():
    from tests.docs.reference import reference

    assert (ROOT / "docs/commands.md").read_text(encoding="utf-8") == reference(CliRunner()), (
        "run: python -m tests.docs.reference"
    )
