"""Stories as rows: listed, loaded, put. Each function works inside its caller's transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import sqlalchemy as sa

from twosource.errors import InputError, StoreError
from twosource.model import Report, Shift, Story
from twosource.store import history
from twosource.store.judged import holding
from twosource.store.obeyed import STORY_KINDS, obeyed
from twosource.store.reports import load, parts, touch
from twosource.store.tables import REPORT, STORY
from twosource.store.values import Decision, KeptStory, Stamp, StoryLine


def lines(connection: sa.Connection) -> list[StoryLine]:
    """Every story's line, the latest published first."""
    c = STORY.c
    rows = connection.execute(sa.select(*(column for column in c if column.name != "document")))
    found = [
        StoryLine(
            id=row.id,
            headline=row.headline or "",
            reports=row.reports,
            first_published=row.first_published,
            last_published=row.last_published,
            independent_origins=row.independent_origins,
            claims=row.claims,
            contested=row.contested,
            conflicts=row.conflicts,
            drift=row.drift,
            changed=row.changed,
            up_to_date=row.told == row.touched,
            history=msgspec.json.decode(row.history, type=tuple[Shift, ...]) if row.history else (),
        )
        for row in rows
    ]
    found.sort(key=lambda line: line.id)
    return sorted(found, key=lambda line: (line.last_published or "", line.changed), reverse=True)


def find(connection: sa.Connection, name: str) -> str:
    """The id of the one story that ``name`` means: an id or the start of one.

    Raises:
        InputError: no story, or several.
    """
    start = STORY.c.id.startswith(name, autoescape=True)
    ids = connection.execute(sa.select(STORY.c.id).where(start).order_by(STORY.c.id).limit(3)).scalars().all()
    if name in ids or len(ids) == 1:
        return name if name in ids else str(ids[0])
    if not ids and name and (now := history.successor(connection, name)) is not None:
        raise InputError(f"story {name} was joined into story {now}; give that id")
    if not ids or not name:
        raise InputError(f"no story {name!r} in the store; `twosource list` shows all stories")
    raise InputError(f"{name!r} begins several stories ({', '.join(ids)} ...); give more of the id")


def stamp(connection: sa.Connection, name: str) -> Stamp:
    """The Stamp of the story that ``name`` means. Raises: InputError."""
    c = STORY.c
    row = connection.execute(sa.select(c.id, c.touched, c.told, c.changed).where(c.id == find(connection, name))).one()
    return Stamp(row.id, f"{row.touched} {row.told} {row.changed}", row.told == row.touched)


def kept(connection: sa.Connection, story: str) -> KeptStory:
    """A story with its document, its reports' texts put back, and its members in order of arrival.

    Raises:
        InputError: no such story.
    """
    row = connection.execute(sa.select(STORY).where(STORY.c.id == story)).one_or_none()
    if row is None:
        raise InputError(f"no story {story!r} in the store; `twosource list` shows all stories")
    order = sa.select(REPORT.c.id).where(REPORT.c.story == story).order_by(REPORT.c.seq)
    members = tuple(connection.execute(order).scalars())
    return KeptStory(
        id=row.id,
        story=_decoded(connection, row.document) if row.document is not None else None,
        members=members,
        touched=row.touched,
        told=row.told,
        made_by=row.made_by,
    )


def put(connection: sa.Connection, story: str, told: Story, *, touched: int, at: str, made_by: str) -> bool:
    """True where the document was kept: nothing has touched the story since it stood at ``touched``.

    False, and nothing kept, where something has: then it is to be told again from what is there now.
    """
    bare = msgspec.structs.replace(told, reports=tuple(msgspec.structs.replace(r, text="") for r in told.reports))
    result = connection.execute(
        sa.update(STORY)
        .where(STORY.c.id == story, STORY.c.touched == touched)
        .values(
            headline=told.story.headline.replace("\0", "\ufffd"),
            first_published=told.story.first_published,
            last_published=told.story.last_published,
            independent_origins=told.story.independent_origins,
            claims=len(told.claims),
            contested=sum(claim.status == "contested" for claim in told.claims),
            conflicts=len(told.conflicts),
            drift=len(told.drift),
            changed=at,
            told=touched,
            made_by=made_by,
            history=msgspec.json.encode(told.history).decode("utf-8") if told.history else None,
            document=msgspec.json.encode(bare).decode("utf-8"),
        )
    )
    return result.rowcount == 1


def sort(
    connection: sa.Connection, placements: Mapping[str, str], decided: Sequence[Decision], *, at: str
) -> list[str]:
    """The stories that gained or lost a report when the stream's ``placements`` and then people's word are followed.

    Where the stream put a report is kept beside where it stands, so that a withdrawn judgement leaves no trace.
    """
    moves: dict[str, str] = {}
    for report, story in placements.items():
        connection.execute(sa.update(REPORT).where(REPORT.c.id == report).values(sorted=story))
        moves[report] = story
    moves |= _judged(connection, decided)
    changed: set[str] = set()
    columns = (REPORT.c.story, REPORT.c.title, REPORT.c.published)
    for report, story in sorted(moves.items()):
        row = connection.execute(sa.select(*columns).where(REPORT.c.id == report)).one_or_none()
        if row is None or row.story == story:
            continue
        if connection.execute(sa.select(STORY.c.id).where(STORY.c.id == story)).one_or_none() is None:
            first = {"headline": row.title or "", "first_published": row.published, "last_published": row.published}
            connection.execute(sa.insert(STORY).values(id=story, changed=at, touched=0, told=0, reports=1, **first))
        connection.execute(sa.update(REPORT).where(REPORT.c.id == report).values(story=story))
        changed |= {story} | ({row.story} if row.story else set())
    touch(connection, changed)
    return sorted(changed)


def _judged(connection: sa.Connection, decided: Sequence[Decision]) -> dict[str, str]:
    """Where the reports belong whose stories anybody ever judged: id -> story."""
    named = {
        place.report
        for d in decided
        if d.judgement.kind in STORY_KINDS
        for place in (d.judgement.a, d.judgement.b)
        if place is not None
    }
    columns = (REPORT.c.seq, REPORT.c.id, REPORT.c.sha256, REPORT.c.sorted)
    query = sa.select(*columns).where(REPORT.c.sorted.is_not(None))
    found = {row.sorted for part in parts(named) for row in connection.execute(query.where(REPORT.c.sha256.in_(part)))}
    rows = [row for part in parts(found) for row in connection.execute(query.where(REPORT.c.sorted.in_(part)))]
    rows.sort(key=lambda row: row.seq)
    stories = obeyed({row.sha256: row.sorted for row in rows}, holding(decided))
    return {row.id: stories[row.sha256] for row in rows}


def stale(connection: sa.Connection) -> list[str]:
    """Stories that something has touched since they were told, sorted."""
    query = sa.select(STORY.c.id).where(STORY.c.told < STORY.c.touched).order_by(STORY.c.id)
    return list(connection.execute(query).scalars())


def _decoded(connection: sa.Connection, document: str) -> Story:
    try:
        story = msgspec.json.decode(document, type=Story)
    except msgspec.DecodeError as error:
        raise StoreError(f"a kept story is damaged ({error}); run the same command with --again") from None
    texts: dict[str, Report] = {report.id: report for report in load(connection, [r.id for r in story.reports])}
    return msgspec.structs.replace(
        story,
        reports=tuple(msgspec.structs.replace(r, text=texts[r.id].text) if r.id in texts else r for r in story.reports),
    )
