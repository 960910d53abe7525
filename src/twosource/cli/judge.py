"""``twosource judge``: what a person decides."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from twosource.cli.at_store import StoreAt, changes, desk_at
from twosource.errors import InputError
from twosource.model import JudgementKind

KINDS: dict[str, JudgementKind] = {kind.replace(" ", "-"): kind for kind in get_args(JudgementKind)}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "judge",
        epilog="Examples:  twosource judge STORY not-same-source src-1f src-9c --reason 'father and son'"
        "   |   twosource judge STORY outlet a.txt --value 'Evening Tally'"
        "   |   twosource judge STORY not-same-story a.txt b.txt",
    )(judge)


def judge(  # noqa: PLR0913, PLR0917 (an option each)
    story: Annotated[str, typer.Argument(help="A story's id, or the start of it.", metavar="STORY")],
    kind: Annotated[str, typer.Argument(help=", ".join(KINDS) + ".", metavar="KIND")],
    a: Annotated[str, typer.Argument(help="An id from the story, a report, or REPORT:START-END.", metavar="PLACE")],
    b: Annotated[
        str | None, typer.Argument(help="The second place, where the kind needs one.", metavar="PLACE")
    ] = None,
    value: Annotated[str | None, typer.Option("--value", help="An outlet, a date, a name, a note.")] = None,
    reason: Annotated[str, typer.Option("--reason", help="Why, for those who come after.")] = "",
    by: Annotated[
        str | None, typer.Option("--by", envvar="TWOSOURCE_BY", help="Who decides (default: your user name).")
    ] = None,
    store: StoreAt = None,
) -> None:
    """Decide what the program got wrong. Every later run obeys; `twosource undo` takes it back.

    Places are kept as words in a report, so a judgement holds whatever is added later. For same-story and
    not-same-story the second place may be in another story.
    """
    chosen = KINDS.get(kind.replace(" ", "-"))
    if chosen is None:
        raise InputError(f"{kind!r} is no kind of judgement; kinds are {', '.join(KINDS)}")
    with desk_at(store) as desk:
        first = desk.place(story, a)
        second = desk.place(story, b, elsewhere="story" in chosen) if b is not None else None
        changed = desk.judge(chosen, first, second, value=value, reason=reason, by=by)
    typer.echo(f"{changed.judgement.id}  {chosen}; take it back with: twosource undo {changed.judgement.id}")
    for line in changes(changed):
        typer.echo(f"  {line}")
