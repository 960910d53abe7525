"""The documented views are the ones a store has, column for column."""

from __future__ import annotations

import re
from pathlib import Path

import sqlalchemy as sa

from twosource.store import open_store

DOCUMENT = Path(__file__).parents[2] / "docs" / "store.md"


def test_docs_name_every_column_of_every_view(tmp_path: Path) -> None:
    open_store(tmp_path / "desk.db").close()
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'desk.db'}")
    with engine.connect() as connection:
        inspector = sa.inspect(connection)
        made = {view: [c["name"] for c in inspector.get_columns(view)] for view in inspector.get_view_names()}
    rows = re.findall(r"^\| (`.+?) \| .+? \| (.+?) \|$", DOCUMENT.read_text(encoding="utf-8"), re.M)
    told = {name: columns for names, columns in rows for name in re.findall(r"`(\w+)`", names)}
    assert set(told) == set(made)
    for view, columns in made.items():
        known = told[view].replace("claim or origin", "claim, origin").split(", ")
        assert set(columns) <= set(known), view
