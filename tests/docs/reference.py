"""Write docs/commands.md from the help of every command: python -m tests.docs.reference."""

import re
from pathlib import Path

from typer.testing import CliRunner

from twosource.cli import app

TARGET = Path(__file__).resolve().parents[2] / "docs/commands.md"


def reference(runner: CliRunner) -> str:
    """The help of each command, as Markdown."""
    parts = ["# Commands\n\nWhat `--help` prints, command by command (written by `python -m tests.docs.reference`).\n"]
    for command in app.registered_commands:
        printed = runner.invoke(app, [command.name, "--help"], env={"COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"})
        text = re.sub(r"[ \t]+$", "", printed.output.replace("Usage: root ", "Usage: twosource "), flags=re.M).strip(
            "\n"
        )
        parts.append(f"\n## twosource {command.name}\n\n```text\n{text}\n```\n")
    return "".join(parts)


if __name__ == "__main__":
    TARGET.write_text(reference(CliRunner()), encoding="utf-8")
