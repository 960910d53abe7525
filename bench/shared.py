"""Where the annotated data lies: beside the project, never in it."""

from __future__ import annotations

import sys
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"


def need(*parts: str) -> Path:
    """A path in the folder ``shared`` beside the project; exits with one line when it is not there."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        print(
            f"bench: needs {'/'.join(('../shared', *parts))} beside the project (annotated data, not part of it)",
            file=sys.stderr,
        )
        raise SystemExit(2)
    return path
