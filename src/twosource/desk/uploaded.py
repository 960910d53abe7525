"""What came by upload goes by its sender's names, not by those of the folder it was put in for a moment."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from twosource.intake import Intake
from twosource.model import Refusal, Report


def named_within(folder: Path, taken: Intake) -> Intake:
    """The same with every path as it is seen from inside the folder."""
    prefix = f"{folder}{os.sep}"

    def short(path: str | None) -> str | None:
        return path.removeprefix(prefix) if path else path

    def report(one: Report) -> Report:
        paths = tuple(path.removeprefix(prefix) for path in one.paths)
        return msgspec.structs.replace(one, path=short(one.path), paths=paths)

    def refusal(one: Refusal) -> Refusal:
        return msgspec.structs.replace(one, path=short(one.path))

    return Intake(tuple(map(report, taken.reports)), tuple(map(refusal, taken.refusals)), taken.passed_over)
