"""Many reports of one story: what is claimed, who said it, how it reached the page, how many origins it has.

>>> import twosource
>>> story = twosource.brief(["my-reports/"])         # doctest: +SKIP
>>> story.story.independent_origins                  # doctest: +SKIP
3

Each stage can be called alone: ``twosource.intake``, ``reading``, ``attribution``, ``sources``, ``lineage``,
``claims``, ``support``, ``compare``, ``timeline``; ``twosource.pipeline`` shows their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twosource.model import Judgement, Report, Story
    from twosource.pipeline import Answer
    from twosource.settings import Settings

__version__ = "0.1.0"
__all__ = ["__version__", "brief", "check", "read"]

Path = str | PathLike[str]


def brief(
    paths: Sequence[Path] | Path,
    *,
    settings: Settings | None = None,
    judgements: Sequence[Judgement] = (),
    keep_all: bool = False,
) -> Story:
    """The Story that some files, folders or globs tell.

    ``keep_all`` keeps reports of another story in. What could not be read is in ``story.refusals``.

    Raises:
        twosource.errors.InputError: a path does not exist, or nothing there can be read.
    """
    from twosource import intake, pipeline, reading
    from twosource.settings import Settings

    chosen = settings or Settings()
    taken = intake.collect(_listed(paths), settings=chosen)
    reads, refused = pipeline.sort_out(pipeline.read_all(taken.reports, settings=chosen))
    return pipeline.tell_story(
        reads,
        settings=chosen,
        embed=reading.embedder(),
        judgements=judgements,
        refusals=(*taken.refusals, *refused),
        set_aside=not keep_all,
    )


def read(path: Path, *, settings: Settings | None = None) -> Report:
    """The Report in one file: its text, its furniture, its outlet, title, byline and date where known.

    Raises:
        twosource.errors.InputError: the file cannot be read as a report; the message says why.
    """
    from twosource import intake
    from twosource.errors import InputError
    from twosource.model import Refusal
    from twosource.settings import Settings

    taken = intake.read_file(str(path), settings=settings or Settings())
    if isinstance(taken, Refusal):
        raise InputError(f"{path}: {taken.reason}")
    return taken


def check(
    claim: str,
    paths: Sequence[Path] | Path,
    *,
    settings: Settings | None = None,
    judgements: Sequence[Judgement] = (),
) -> Answer:
    """What the reports say of a claim of your own: passages that support, deny, qualify or discuss it, with origins.

    Raises:
        twosource.errors.InputError: the claim is empty or too long, or nothing can be read.
    """
    from twosource import intake, pipeline, reading
    from twosource.settings import Settings

    chosen = settings or Settings()
    taken = intake.collect(_listed(paths), settings=chosen)
    reads, _ = pipeline.sort_out(pipeline.read_all(taken.reports, settings=chosen))
    return pipeline.check(claim, reads, embed=reading.embedder(), judgements=judgements)


def _listed(paths: Sequence[Path] | Path) -> list[str]:
    return [str(paths)] if isinstance(paths, str | PathLike) else [str(path) for path in paths]
