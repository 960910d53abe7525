"""Page values -> one self-contained HTML file that asks the network for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.model import Story
from twosource.present import phrases, safe
from twosource.present.index import Index
from twosource.present.page_values import page_values

_NOTHING = Markup("")


@dataclass(frozen=True)
class Dress:
    """What a server puts around a brief: markup of its own at the end of ``head``, before and after the brief.

    ``policy`` replaces directives of the brief's Content-Security-Policy, or adds to those that name its own style
    and script (``{"script-src": "'self'"}``).
    """

    policy: Mapping[str, str] = field(default_factory=dict)
    head: Markup = _NOTHING
    top: Markup = _NOTHING
    foot: Markup = _NOTHING


def page(story: Story, *, version: str, dress: Dress | None = None) -> str:
    """The story's brief as one HTML file: style and script inlined, everything else forbidden by its own policy."""
    style, script = asset("style.css"), asset("page.js")
    dress = dress or Dress()
    own = {"style-src": safe.source_hash(style), "script-src": safe.source_hash(script)}
    fixed = {"default-src": "'none'", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"}
    allowed = {**fixed, **dress.policy} | {
        name: f"{source} {dress.policy.get(name, '')}" for name, source in own.items()
    }
    policy = "; ".join(f"{name} {sources}".strip() for name, sources in allowed.items())
    return rendered(
        "page.html.j2",
        v=page_values(Index(story), version=version),
        policy=policy,
        dress=dress,
        style=safe.asset(style),
        script=safe.asset(script),
        to="#{}".format,
        brief="",
        site=False,
    )


def rendered(template: str, **values: Any) -> str:
    """A template filled with values: other people's text escaped, and nothing in it that UTF-8 cannot hold."""
    return _environment().get_template(template).render(**values).encode("utf-8", "replace").decode("utf-8")


def style() -> str:
    """The brief's style sheet, for pages that are to look like it."""
    return asset("style.css")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("twosource.present"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        finalize=_harmless,
    )
    environment.filters.update(
        said=safe.isolated,
        q=safe.quoted,
        plain=safe.plain,
        number=phrases.number,
        counted=phrases.counted,
        shortened=phrases.shortened,
    )
    environment.globals.update(span_of=phrases.span_of)
    return environment


def _harmless(value: Any) -> Any:
    """Whatever reaches the page as a bare string has its acting characters named, in text and in attributes."""
    return safe.plain(value) if type(value) is str else value


@lru_cache(maxsize=2)
def asset(name: str) -> str:
    """A style sheet or script of ours, as it stands in the package."""
    return (files("twosource.present") / "templates" / name).read_text(encoding="utf-8").strip()
