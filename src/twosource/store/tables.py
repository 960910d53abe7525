"""The store's tables, for writing queries; ``migrations.py`` makes them, and a test holds the two together."""

from __future__ import annotations

import sqlalchemy as sa

METADATA = sa.MetaData()

REPORT = sa.Table(
    "report",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),  # order of arrival
    sa.Column("id", sa.Text),
    sa.Column("sha256", sa.Text),
    sa.Column("url", sa.Text),
    sa.Column("path", sa.Text),
    sa.Column("outlet", sa.Text),
    sa.Column("title", sa.Text),
    sa.Column("byline", sa.Text),
    sa.Column("published", sa.Text),
    sa.Column("language", sa.Text),
    sa.Column("text", sa.Text),
    sa.Column("rest", sa.Text),  # the Report as JSON without its text
    sa.Column("added", sa.Text),
    sa.Column("sorted", sa.Text),  # the story the stream put it in; null: not sorted yet
    sa.Column("story", sa.Text),  # the story it belongs to, once people's word is obeyed
    sa.Column("signature", sa.LargeBinary),  # what the stream of stories makes of its words and meaning
    sa.Column("weights", sa.LargeBinary),  # how much its words weighed when the stream placed it
)

SEEN = sa.Table(  # reports that the stream has placed; apart from their texts, so that all are read in a moment
    "seen",
    METADATA,
    sa.Column("number", sa.Integer, primary_key=True),  # the report's seq
    sa.Column("day", sa.Integer),  # of publication, counted from the year 1; null: unknown
    sa.Column("meaning", sa.LargeBinary),
)

STREAM = sa.Table(
    "stream",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),  # 1: there is one row
    sa.Column("held", sa.LargeBinary),  # in how many reports each word stood so far
)

SHIFT = sa.Table(  # joins and splits of stories that new reports brought about
    "shift",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text),
    sa.Column("left_story", sa.Text),
    sa.Column("into_story", sa.Text),
    sa.Column("content", sa.Text),  # the Shift as JSON
)

READING = sa.Table(
    "reading",
    METADATA,
    sa.Column("report", sa.Text, primary_key=True),
    sa.Column("made_by", sa.Text),  # version of twosource and of its models
    sa.Column("content", sa.LargeBinary),
)

STORY = sa.Table(
    "story",
    METADATA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("headline", sa.Text),
    sa.Column("first_published", sa.Text),
    sa.Column("last_published", sa.Text),
    sa.Column("independent_origins", sa.Integer),
    sa.Column("reports", sa.Integer),
    sa.Column("claims", sa.Integer),
    sa.Column("contested", sa.Integer),
    sa.Column("conflicts", sa.Integer),
    sa.Column("drift", sa.Integer),
    sa.Column("changed", sa.Text),
    sa.Column("touched", sa.Integer),  # grows whenever its reports or judgements change
    sa.Column("told", sa.Integer),  # the value of ``touched`` the document was made for; less: to be told again
    sa.Column("made_by", sa.Text),
    sa.Column("history", sa.Text),  # its joins and splits as JSON, as in the document
    sa.Column("document", sa.Text),  # the Story as JSON, its reports without their texts
)

JUDGEMENT = sa.Table(
    "judgement",
    METADATA,
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("id", sa.Text),
    sa.Column("kind", sa.Text),
    sa.Column("by", sa.Text),
    sa.Column("at", sa.Text),
    sa.Column("a_report", sa.Text),
    sa.Column("b_report", sa.Text),
    sa.Column("withdrawn", sa.Text),  # when, null while it holds
    sa.Column("content", sa.Text),  # the Judgement as JSON
)
