"""The documented views: the store's contents as plain tables that any SQL tool can read.

Each view is written once, as which list of the story document it shows and which fields; the SQL of each database
follows from that. Nothing is stored twice: a view reads the documents, so it can never disagree with a story.
"""

from __future__ import annotations

from typing import NamedTuple


class View(NamedTuple):
    """One view over a list of the story document: its name, the list, columns as (name, field, type).

    ``inner`` is a list inside each item of the list (the evidence of a claim); its columns are marked by a leading
    dot in their field. ``words`` adds the words of report, start and end. Types: text, integer, real, json.
    """

    name: str
    items: str
    columns: tuple[tuple[str, str, str], ...]
    inner: str | None = None
    words: bool = False


def _plain(*names: str) -> tuple[tuple[str, str, str], ...]:
    return tuple((n.rstrip("#"), n.rstrip("#"), "integer" if n.endswith("#") else "text") for n in names)


VIEWS = (
    View(
        "statements",
        "statements",
        (
            *_plain("id", "report", "speaker"),
            ("via", "via", "json"),
            *_plain("within", "form", "stance"),
            ("confidence", "confidence", "real"),
            ("start", "content.0.0", "integer"),
            ("end", "content.0.1", "integer"),
            ("content", "content", "json"),
        ),
        words=True,
    ),
    View(
        "sources",
        "sources",
        (*_plain("id", "name", "kind", "description", "part_of"), ("mentions", "mentions", "json")),
    ),
    View(
        "claims",
        "claims",
        (
            *_plain("id", "text", "status", "reports#", "outlets#", "speakers#", "independent_origins#"),
            ("low", "independent_origins_range.0", "integer"),
            ("high", "independent_origins_range.1", "integer"),
            ("reasons", "reasons", "json"),
        ),
    ),
    View(
        "evidence",
        "claims",
        (
            ("claim", "id", "text"),
            ("report", ".report", "text"),
            ("start", ".start", "integer"),
            ("end", ".end", "integer"),
            ("stance", ".stance", "text"),
            ("statement", ".statement", "text"),
            ("origin", ".origin", "text"),
        ),
        inner="evidence",
        words=True,
    ),
    View("origins", "origins", (*_plain("id", "label", "gathered_by", "report"), ("statements", "statements", "json"))),
    View("lineage", "lineage", (*_plain("report", "from", "relation", "reason"), ("evidence", "evidence", "json"))),
    View("conflicts", "conflicts", (*_plain("id", "kind", "claim", "reason"), ("a", "a", "json"), ("b", "b", "json"))),
    View("drift", "drift", (*_plain("id", "kind", "origin", "reason"), ("a", "a", "json"), ("b", "b", "json"))),
)

HISTORY = View(
    "history",
    "history",
    (*_plain("kind", "at", "from", "into", "reason"), ("reports", "reports", "json")),
)

# The report view shows columns of the table itself; a new version of a known URL is a row of its own.
REPORTS = """CREATE VIEW reports AS
SELECT r.id, r.story, r.sha256, r.url, r.path, r.outlet, r.title, r.byline, r.published, r.language, r.added,
       CASE WHEN r.url IS NULL THEN 1
            ELSE (SELECT count(*) FROM report o WHERE o.url = r.url AND o.seq <= r.seq) END AS version,
       r.text
FROM report r"""

STORIES = """CREATE VIEW stories AS
SELECT id, headline, first_published, last_published, reports, independent_origins, claims, contested, conflicts, drift,
       changed, CASE WHEN told = touched THEN 1 ELSE 0 END AS up_to_date
FROM story"""


def view_sql(view: View, dialect: str) -> str:
    """``CREATE VIEW`` for one view in the SQL of ``dialect`` (``sqlite`` or ``postgresql``)."""
    each = _sqlite_field if dialect == "sqlite" else _postgres_field
    columns = ["s.id AS story"]
    for name, field, kind in view.columns:
        alias = "i" if field.startswith(".") else "o"
        columns.append(f'{each(alias, field.lstrip("."), kind)} AS "{name}"')
    if dialect == "sqlite":
        source = f"story s, json_each(s.document, '$.{view.items}') o"
        source += f", json_each(o.value, '$.{view.inner}') i" if view.inner else ""
    else:
        source = f"story s CROSS JOIN LATERAL jsonb_array_elements(s.document::jsonb -> '{view.items}') AS o(value)"
        source += (
            f" CROSS JOIN LATERAL jsonb_array_elements(o.value -> '{view.inner}') AS i(value)" if view.inner else ""
        )
    body = f"SELECT {', '.join(columns)} FROM {source}"  # noqa: S608 (all parts are constants of this file)
    if not view.words:
        return f"CREATE VIEW {view.name} AS {body}"
    return (
        f'CREATE VIEW {view.name} AS SELECT v.*, substr(r.text, v."start" + 1, v."end" - v."start") AS words '  # noqa: S608
        f"FROM ({body}) v JOIN report r ON r.id = v.report"
    )


def _sqlite_field(alias: str, field: str, kind: str) -> str:
    path = "$" + "".join(f"[{part}]" if part.isdigit() else f'."{part}"' for part in field.split("."))
    found = f"json_extract({alias}.value, '{path}')"
    return found if kind != "real" else f"CAST({found} AS REAL)"


def _postgres_field(alias: str, field: str, kind: str) -> str:
    found = f"{alias}.value #>> '{{{','.join(field.split('.'))}}}'"
    cast = {"integer": "integer", "real": "double precision", "json": "jsonb"}.get(kind)
    return f"({found})::{cast}" if cast else f"({found})"
