"""The command line: argv to calls, one file a command. It alone prints, exits and shows progress.

A command is a module of this package with ``register(app)``; add its name to ``COMMANDS`` and it is there.
"""

from __future__ import annotations

import importlib
import os
import sys

import typer

from twosource.errors import TwosourceError

COMMANDS = (
    "brief", "statements", "sources", "lineage", "compare", "check", "stories", "add", "list_", "show", "search",
    "remove", "export", "judge", "judgements", "undo", "serve", "schema",
)  # fmt: skip

app = typer.Typer(
    name="twosource",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    help="Many reports of one story: what is claimed, who said it, and how many independent origins stand behind it.",
)


def main() -> None:
    """Run the command line: 0 when it answered, 2 with one line on stderr for input that can't be used."""
    try:
        app(standalone_mode=True)
    except TwosourceError as error:
        print(f"twosource: {error}", file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("twosource: stopped; nothing half-written was left behind", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:  # the reader (head, less) has gone: not an error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _version(asked: bool) -> None:
    if asked:
        from twosource import __version__
        from twosource.reading import model_versions

        typer.echo(f"twosource {__version__}")
        for name, version in model_versions().items():
            typer.echo(f"  {name} {version}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Show versions and exit."),
) -> None:
    del version


for _name in COMMANDS:
    importlib.import_module(f"twosource.cli.{_name}").register(app)
