"""Words to the reports that hold them, best first."""

from __future__ import annotations

import re

import sqlalchemy as sa

from twosource.errors import InputError
from twosource.store.values import Hit

_SQLITE = """
SELECT r.id, r.story, r.outlet, r.title, r.published, r.path,
       snippet(report_search, 1, '[', ']', ' … ', 24) AS words
FROM report_search JOIN report r ON r.seq = report_search.rowid
WHERE report_search MATCH :words ORDER BY bm25(report_search, 4.0, 1.0), r.seq LIMIT :n"""

_POSTGRES = """
WITH q AS (SELECT {query} AS query)
SELECT r.id, r.story, r.outlet, r.title, r.published, r.path,
       ts_headline('english', left(r.text, 200000), q.query,
                   'StartSel=[, StopSel=], MaxWords=24, MinWords=12, MaxFragments=1') AS words
FROM report r, q WHERE r.search @@ q.query ORDER BY ts_rank(r.search, q.query) DESC, r.seq LIMIT :n"""

_INDEX = "INSERT INTO report_search (rowid, title, text) SELECT seq, title, text FROM report WHERE id = :id"
_FORGET = (
    "INSERT INTO report_search (report_search, rowid, title, text) "
    "SELECT 'delete', seq, title, text FROM report WHERE id = :id"
)


def search(connection: sa.Connection, words: str, *, limit: int, any_word: bool = False) -> list[Hit]:
    """Reports that hold all the words (or ``any_word`` of them); words in double quotes stand together.

    Raises:
        InputError: nothing to look for.
    """
    terms = [" ".join(re.findall(r"\w+", a or b)) for a, b in re.findall(r'"([^"]+)"|(\S+)', words)]
    terms = [term for term in terms if term][:64]
    if not terms:
        raise InputError("nothing to look for; give one or more words")
    # One by one so that nothing of the words is read as an operator; the database stems them.
    if connection.dialect.name == "sqlite":
        query = (" OR " if any_word else " AND ").join(f'"{term}"' for term in terms)
        rows = connection.execute(sa.text(_SQLITE), {"words": query, "n": limit})
    else:
        names = {f"t{i}": term for i, term in enumerate(terms)}
        each = (" || " if any_word else " && ").join(f"phraseto_tsquery('english', :{name})" for name in names)
        rows = connection.execute(sa.text(_POSTGRES.format(query=each)), {**names, "n": limit})
    return [
        Hit(
            report=row.id,
            story=row.story,
            outlet=row.outlet,
            title=row.title,
            published=row.published,
            path=row.path,
            words=" ".join(row.words.split()),
        )
        for row in rows
    ]


def index(connection: sa.Connection, report: str) -> None:
    """Make a report's words findable; PostgreSQL does so by itself."""
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text(_INDEX), {"id": report})


def forget(connection: sa.Connection, report: str) -> None:
    """Take a report's words out again, before its row changes or goes."""
    if connection.dialect.name == "sqlite":
        connection.execute(sa.text(_FORGET), {"id": report})
